"""Every knob, typed, bounded and explained; the only reader of the environment (`COPYDESK_KAFKA__BOOTSTRAP=…`)."""

import os
import re
from datetime import date
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from schemas.topics import DEFAULT_PARTITIONS, Group


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Kafka(_Section):
    """How we reach the broker, and how patient we are with it. Durations are seconds."""

    bootstrap: str = Field(default="127.0.0.1:9092", description="host:port, comma-separated")
    group: str = Field(default="", description="consumer group; empty: copydesk-products, copydesk-users")
    partitions: int = Field(default=DEFAULT_PARTITIONS, ge=1, le=1000, description="of every topic; never changes")
    replication: int = Field(default=1, ge=1, le=7)
    session_timeout: float = Field(default=10.0, ge=6, le=300, description="a dead worker's partitions move after this")
    heartbeat_interval: float = Field(default=3.0, gt=0, le=60)
    rebalance_timeout: float = Field(default=60.0, ge=10, le=600)
    request_timeout: float = Field(default=30.0, ge=10, le=300)
    commit_interval: float = Field(default=1.0, ge=0.05, le=30)
    linger_ms: int = Field(
        default=0, ge=0, le=1000, description="beside the wait for the request before, which fills batches by itself"
    )
    instance_id: str | None = Field(default=None, description="static membership, for rolling restarts")

    def group_of(self, topics: Group) -> str:
        """The consumer group that reads this group of topics."""
        return self.group or f"copydesk-{topics}"


class Triton(_Section):
    """How we reach the writer. Durations are seconds."""

    url: str = Field(default="127.0.0.1:8001", description="host:port of the gRPC endpoint")
    model_version: str = Field(default="", description="empty = the server's newest")
    deadline: float = Field(default=5.0, gt=0, le=120, description="one call")
    max_rows: int = Field(default=64, ge=1, le=1024, description="rows in one call, at most")
    linger: float = Field(default=0.001, ge=0, le=1, description="wait this long for a batch to fill")
    calls_in_flight: int = Field(default=3, ge=1, le=64, description="model instances + 1")
    queue_rows: int = Field(default=2048, ge=1, le=100_000, description="then callers are told to come again")
    probe_interval: float = Field(default=1.0, gt=0, le=60, description="between half-open probes while away")


class Flow(_Section):
    """How much may be unfinished at once."""

    max_in_flight: int = Field(default=256, ge=1, le=10_000, description="groups of events being worked on")
    max_unacked_events: int = Field(default=2048, ge=1, le=100_000, description="per partition, from its head")
    max_unacked_bytes: int = Field(default=32 << 20, ge=1 << 20, description="per partition")
    max_group: int = Field(default=64, ge=1, le=1000, description="events of one key that a desk may take at once")
    drain: float = Field(
        default=15.0, ge=0, le=300, description="seconds for a stop or a revoke to finish what is begun"
    )


class Write(_Section):
    """Attempts and fallback. Durations are seconds."""

    attempts: int = Field(default=2, ge=1, le=8, description="times that the model is asked for one brief")
    fallback_after: float = Field(default=30.0, ge=0, le=86_400, description="from the breaker's opening")
    known_copies: int = Field(default=20_000, ge=0, le=5_000_000, description="drafts kept by copy id")
    rewrites_per_second: float = Field(default=20.0, gt=0, le=10_000, description="pace of asking after an absence")


Place = Annotated[str, Field(pattern="^(en|zh)(-[A-Z][A-Za-z]{1,3}){0,2}$")]


class Edit(_Section):
    """What the editor goes by beside what is shipped, and what a refusal leads to."""

    packs: tuple[Path, ...] = Field(
        default=(), max_length=100, description="an operator's own, as workers/edit/packs/README.md has them"
    )
    channels: dict[Place, tuple[str, ...]] = Field(
        default_factory=dict,
        max_length=64,
        description='where copy is shown, by locale or language: {"en-US": ["amazon"], "zh": ["taobao"]}',
    )
    day: Annotated[date | None, BeforeValidator(lambda told: told or None)] = Field(
        default=None, description="as of which copy is judged, 2026-10-01; empty: what is announced holds already"
    )
    candidates: int = Field(default=3, ge=1, le=8, description="drafts asked for at once, after the first is refused")
    lately: int = Field(
        default=200, ge=0, le=1000, description="texts of a shelf that a draft should not be too like; 0 = none"
    )


class Review(_Section):
    """Copy that waits for a person, on `copy-review`."""

    policy: Literal["held", "refused", "off"] = Field(
        default="held",
        description="held: what nothing may be published of; refused: fallback too that stands for a refused draft",
    )


class Http(_Section):
    """Health, readiness and metrics."""

    host: str = Field(default="127.0.0.1", description="loopback unless told otherwise")
    port: int = Field(default=0, ge=0, le=65_535, description="0 = any free port")
    stall_after: float = Field(default=60.0, ge=5, le=3600, description="lag and no progress for so long = dead")


class DeadLetters(_Section):
    """When bad events are our fault, not theirs: then the worker stops. Durations are seconds."""

    run: int = Field(default=200, ge=1, le=1_000_000, description="bad events in a row, in one partition")
    share: float = Field(default=0.5, gt=0, le=1, description="of the last `window` events of a partition")
    window: int = Field(default=1000, ge=10, le=1_000_000)
    sellers: int = Field(default=3, ge=1, le=1000, description="distinct; one seller's bad feed is no fault of ours")
    hold_for: float = Field(default=5.0, ge=0, le=300, description="a run of bad events is held so long")


def _network(text: str) -> str:
    ip_network(text)
    return text


Algorithm = Literal[
    "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"
]


class Api(_Section):
    """The read side: who may ask, how often, and how much is kept for them. Durations are seconds."""

    host: str = Field(default="127.0.0.1", description="loopback unless told otherwise; beyond it only with keys")
    port: int = Field(default=0, ge=0, le=65_535, description="0 = any free port")
    key_hashes: tuple[Annotated[str, Field(pattern="^[0-9a-f]{64}$")], ...] = Field(
        default=(), max_length=1000, description='SHA-256 of each key: `printf %s "$KEY" | sha256sum`'
    )
    jwt_keys: dict[str, Annotated[SecretStr, Field(min_length=32, max_length=8192)]] = Field(
        default_factory=dict,
        max_length=32,
        description="of who signs users' tokens, by key id: a PEM public key, or an HMAC secret",
    )
    jwt_algorithms: tuple[Algorithm, ...] = Field(default=(), description="that are believed; a token's own word never")
    jwt_audience: str = Field(default="", max_length=256, description="`aud` of the tokens that are meant for us")
    jwt_issuer: str = Field(default="", max_length=256, description="`iss` of who signs them")
    slots: tuple[Annotated[str, Field(pattern="^[a-z0-9-]{1,32}$")], ...] = Field(
        default=(), max_length=64, description="places on the shop's pages that are counted apart in the metrics"
    )
    demo: bool = Field(default=False, description="serve the demo shop too; on loopback only")
    address_burst: int = Field(
        default=400, ge=1, le=1_000_000, description="requests of one address, or one token's user, at once"
    )
    address_rate: float = Field(default=200.0, gt=0, le=1_000_000, description="and a second from then on")
    key_burst: int = Field(default=1000, ge=1, le=1_000_000, description="requests with one key at once")
    key_rate: float = Field(default=500.0, gt=0, le=1_000_000, description="and a second from then on")
    callers: int = Field(default=20_000, ge=1, le=1_000_000, description="addresses that are told apart")
    trusted_proxies: tuple[Annotated[str, AfterValidator(_network)], ...] = Field(
        default=(), description="networks whose X-Forwarded-For is believed; nobody's otherwise"
    )
    origins: tuple[Annotated[str, Field(pattern=r"^(\*|https?://[^/\s*]+)$")], ...] = Field(
        default=(), description="pages of these may read answers (CORS)"
    )
    connections: int = Field(default=1000, ge=1, le=100_000, description="at once; more are told to come again")
    subscribers: int = Field(default=100, ge=0, le=100_000, description="streams of updates at once")
    updates_kept: int = Field(default=2048, ge=1, le=1_000_000, description="for streams that come back")
    updates_queued: int = Field(default=256, ge=1, le=100_000, description="for one stream, before it is dropped")
    heartbeat: float = Field(default=15.0, ge=0.1, le=300, description="between signs of life on a quiet stream")
    drain: float = Field(default=5.0, ge=0, le=300, description="for a stop to finish the answers that are begun")

    @field_validator("jwt_keys", mode="before")
    @classmethod
    def _by_id(cls, keys: object) -> object:
        # As with `Privacy`: what stands where an id should may be the secret, and an error would name it.
        if isinstance(keys, dict) and not all(re.fullmatch("[A-Za-z0-9._-]{1,32}", str(name)) for name in keys):
            raise ValueError('keys stand by their id, at most 32 characters: {"2024": "…"}')
        return keys


def _seal_key(key: SecretStr) -> SecretStr:
    if not re.fullmatch("[0-9a-fA-F]{64}", key.get_secret_value()):
        raise ValueError("a seal key is 64 hexadecimal characters: `openssl rand -hex 32`")
    return key


class Privacy(_Section):
    """What makes pseudonyms of users' ids, and what seals dead letters about users.

    The keys come from the environment only, and are shown nowhere.
    """

    pseudonym_keys: dict[Annotated[int, Field(ge=1, le=999)], Annotated[SecretStr, Field(min_length=32)]] = Field(
        default_factory=dict, description='by version: {"1": "32 characters or more"}; the highest writes'
    )
    seal_keys: dict[Annotated[int, Field(ge=1, le=999)], Annotated[SecretStr, AfterValidator(_seal_key)]] = Field(
        default_factory=dict, description='by version: {"1": "64 hex characters"}; the highest seals, all of them open'
    )

    @field_validator("pseudonym_keys", "seal_keys", mode="before")
    @classmethod
    def _by_version(cls, keys: object) -> object:
        # An error names the place, and in a dictionary that was written the wrong way round the place is the secret.
        if isinstance(keys, dict) and not all(re.fullmatch("[0-9]{1,3}", str(version)) for version in keys):
            raise ValueError('keys stand by their version, a number from 1 to 999: {"1": "…"}')
        return keys


class Settings(BaseSettings):
    """The whole tree. `Settings()` reads the environment; tests pass sections."""

    model_config = SettingsConfigDict(
        env_prefix="COPYDESK_",
        env_nested_delimiter="__",
        frozen=True,
        extra="forbid",
        nested_model_default_partial_update=True,
        hide_input_in_errors=True,
    )

    name: str = Field(
        default="worker-0",
        pattern=r"^[A-Za-z0-9._-]{1,64}$",
        description="stable over restarts: client id, data folder",
    )
    data_dir: Path = Field(
        default=Path.home() / ".local" / "share" / "copydesk" / "worker", description="tables live here"
    )
    desks: tuple[str, ...] = Field(default=("describe", "probe"), description="uses that this worker serves")
    log_format: str = Field(default="json", pattern="^(json|console)$")
    log_level: str = Field(default="info", pattern="^(debug|info|warning|error)$")
    kafka: Kafka = Kafka()
    triton: Triton = Triton()
    flow: Flow = Flow()
    write: Write = Write()
    edit: Edit = Edit()
    review: Review = Review()
    http: Http = Http()
    api: Api = Api()
    dead_letters: DeadLetters = DeadLetters()
    privacy: Privacy = Privacy()


def environment() -> dict[str, str]:
    """All of the environment, for the processes that the embedded platform starts."""
    return dict(os.environ)
