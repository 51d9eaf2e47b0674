"""Who may ask, from settings: keys, tokens, limits; and what must not be served with."""

from ipaddress import ip_address, ip_network

from workers.adapters.jwt import SignedTokens
from workers.errors import Fatal
from workers.logs import get_log
from workers.pseudonym import Keyring
from workers.settings import Api, Settings
from workers.web.caller import Keys
from workers.web.guard import Doors, Guard, Limits
from workers.web.limits import Buckets, Rate
from workers.web.tokens import Tokens


def refuse_open_doors(api: Api) -> None:
    """Without keys everybody who reaches the port may read: then only this machine may. The demo never goes beyond."""
    if api.demo and not _is_loopback(api.host):
        raise Fatal("demo-beyond-loopback", f"{api.host} is not loopback: leave --host or COPYDESK_API__DEMO out")
    if api.key_hashes or api.jwt_keys:
        return
    if not _is_loopback(api.host):
        raise Fatal("no-api-keys", f"{api.host} is not loopback: set COPYDESK_API__KEY_HASHES, or leave --host out")
    get_log("api").warning("api_without_keys", host=api.host, hint="COPYDESK_API__KEY_HASHES lets others in, by key")


def guard_of(settings: Settings) -> Guard:
    """Raises `Fatal` for tokens that nobody, or anybody, could show."""
    api = settings.api
    of_address = Rate(api.address_burst, api.address_rate)
    limits = Limits(
        Buckets(of_address, api.callers),
        Buckets(Rate(api.key_burst, api.key_rate), max(1, len(api.key_hashes))),
        Buckets(of_address, api.callers),
    )
    return Guard(Doors(Keys(api.key_hashes), _tokens(settings)), limits, [ip_network(n) for n in api.trusted_proxies])


def _tokens(settings: Settings) -> Tokens | None:
    if not settings.api.jwt_keys:
        return None
    keyring = Keyring(settings.privacy.pseudonym_keys)
    # A token names the shop's own user: without the shop's key there is no pseudonym of them, and better at the start.
    keyring.pseudonym("")
    return Tokens(SignedTokens(settings.api), keyring.pseudonym)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
