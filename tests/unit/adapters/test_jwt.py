"""Whose tokens hold, through the adapter and the door behind it: everything but the one right way is refused."""

import base64

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from schemas.codec import encode_json
from tests.unit.web.shelf_double import USER
from workers.adapters.jwt import BadKeys, SignedTokens
from workers.settings import Api
from workers.web.tokens import LEEWAY_SECONDS, MAX_TOKEN, Tokens

NOW = 1_700_000_000
SECRET = "a-secret-of-the-shop-of-64-bytes" * 2
OTHER_SECRET = "b-secret-of-a-stranger-64-bytes!" * 2
PEM_OF_NOTHING = "-----BEGIN PUBLIC KEY-----\nnonsense"


def pem(private):
    public = private.public_key()
    kind = serialization.PublicFormat.SubjectPublicKeyInfo
    return public.public_bytes(serialization.Encoding.PEM, kind).decode()


def private_pem(private):
    kind = serialization.PrivateFormat.PKCS8
    return private.private_bytes(serialization.Encoding.PEM, kind, serialization.NoEncryption()).decode()


RSA = rsa.generate_private_key(public_exponent=65_537, key_size=2048)
EC = ec.generate_private_key(ec.SECP256R1())
ED = ed25519.Ed25519PrivateKey.generate()


def settings(**told):
    common = {"jwt_audience": "copydesk", "jwt_issuer": "shop", "jwt_algorithms": ("HS256",)}
    return Api(**{**common, "jwt_keys": {"k1": SECRET}, **told})


def door(**told):
    return Tokens(SignedTokens(settings(**told)), lambda user: f"pseudonym of {user}")


def claims(**told):
    full = {"sub": "jane@example.com", "aud": "copydesk", "iss": "shop", "exp": NOW + 60, **told}
    return {name: value for name, value in full.items() if value is not None}


def token(key=SECRET, algorithm="HS256", kid="k1", **told):
    return jwt.encode(claims(**told), key, algorithm, headers={} if kid is None else {"kid": kid})


def user(token, **told):
    return door(**told).user(f"Bearer {token}", NOW * 1000)


def test_a_token_of_ours_names_its_user_by_pseudonym():
    assert user(token()) == "pseudonym of jane@example.com"
    assert user(token(kid=None)) == "pseudonym of jane@example.com"
    assert user(token(aud=["others", "copydesk"])) == "pseudonym of jane@example.com"


def test_a_subject_that_is_a_pseudonym_already_stays_one():
    assert user(token(sub=USER)) == USER


@pytest.mark.parametrize(("key", "algorithm"), [(RSA, "RS256"), (RSA, "PS384"), (EC, "ES256"), (ED, "EdDSA")])
def test_public_keys_of_every_kind_are_believed_by_their_own_algorithms_only(key, algorithm):
    keys = {"jwt_keys": {"k1": pem(key)}}
    pinned = ("RS256", "PS384", "ES256", "EdDSA", "HS256")
    signed = token(private_pem(key), algorithm)
    assert user(signed, **keys, jwt_algorithms=pinned) == "pseudonym of jane@example.com"
    others = tuple(name for name in pinned if name[:2] != algorithm[:2] and name != "HS256")
    if key is not RSA:
        with pytest.raises(BadKeys, match="jwt-no-algorithm"):
            door(**keys, jwt_algorithms=others)


@pytest.mark.parametrize(
    "told",
    [
        {"aud": "others"},
        {"aud": None},
        {"iss": "stranger"},
        {"iss": None},
        {"exp": None},
        {"exp": NOW - LEEWAY_SECONDS},
        {"exp": -1},
        {"nbf": NOW + LEEWAY_SECONDS + 1},
        {"sub": None},
        {"sub": ""},
        {"sub": "x" * 257},
        {"key": OTHER_SECRET},
        {"kid": "k2"},
        {"algorithm": "HS384"},
    ],
)
def test_a_token_that_is_not_for_us_now_by_whom_we_trust_is_none(told):
    assert user(token(**told)) is None


@pytest.mark.parametrize("exp", ["soon", True, [NOW + 60], {"a": 1}, 1e300])
def test_an_end_that_is_no_time_is_none(exp):
    assert user(handmade({"alg": "HS256", "kid": "k1"}, claims(exp=exp), SECRET)) is None


@pytest.mark.parametrize("sub", [7, ["jane"], {"a": "b"}, None, True])
def test_a_subject_that_is_no_text_is_none(sub):
    assert user(handmade({"alg": "HS256", "kid": "k1"}, {**claims(), "sub": sub}, SECRET)) is None


def test_the_clock_of_who_signs_may_be_a_little_wrong():
    assert user(token(exp=NOW - LEEWAY_SECONDS + 1)) is not None
    assert user(token(nbf=NOW + LEEWAY_SECONDS)) is not None


def handmade(header, body, secret=""):
    """A token made without the library's help, which refuses to make bad ones."""
    import hmac

    parts = b".".join(base64.urlsafe_b64encode(encode_json(part)).rstrip(b"=") for part in (header, body))
    mac = hmac.new(secret.encode(), parts, "sha256").digest() if secret else b""
    return (parts + b"." + base64.urlsafe_b64encode(mac).rstrip(b"=")).decode()


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", ""])
def test_a_token_that_nobody_signed_is_none(algorithm):
    unsigned = handmade({"alg": algorithm, "kid": "k1"}, claims())
    assert user(unsigned) is None
    assert user(unsigned + "AAAA") is None


def test_a_public_key_is_never_an_hmac_secret():
    public = pem(RSA)
    for kid in ("k1", None):
        forged = handmade({"alg": "HS256"} | ({"kid": kid} if kid else {}), claims(), public)
        assert user(forged, jwt_keys={"k1": public}, jwt_algorithms=("RS256", "HS256")) is None


def test_of_several_keys_the_one_that_is_named_counts_and_no_other():
    keys = {"k1": SECRET, "k2": pem(RSA)}
    told = {"jwt_keys": keys, "jwt_algorithms": ("HS256", "RS256")}
    assert user(token(private_pem(RSA), "RS256", "k2"), **told) is not None
    assert user(token(), **told) is not None
    assert user(token(kid="k2"), **told) is None
    assert user(token(private_pem(RSA), "RS256", "k1"), **told) is None
    assert user(token(kid=None), **told) is None


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "HS256", "kid": ["k1"]},
        {"alg": "HS256", "kid": 1},
        {"alg": "HS256", "kid": "k1", "crit": ["exp"], "exp": 1},
        {"alg": "HS256", "kid": "k1", "b64": False, "crit": ["b64"]},
        {"kid": "k1"},
        [],
        "HS256",
    ],
)
def test_a_header_that_is_not_understood_is_none(header):
    assert user(handmade(header, claims(), SECRET)) is None


@pytest.mark.parametrize("text", ["", "a", "a.b", "a.b.c", "....", "é.é.é", "e30.e30.e30", "a.b.c.d"])
def test_what_is_no_token_is_none(text):
    assert user(text) is None


def test_a_token_is_only_read_as_a_bearers_and_up_to_a_size():
    opened = door()
    assert opened.user(f"Basic {token()}", NOW * 1000) is None
    assert opened.user(token(), NOW * 1000) is None
    large = token(sub="jane", more="x" * MAX_TOKEN)
    assert opened.user(f"Bearer {large}", NOW * 1000) is None


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"jwt_audience": ""}, "jwt-for-anybody"),
        ({"jwt_issuer": ""}, "jwt-for-anybody"),
        ({"jwt_algorithms": ()}, "jwt-no-algorithm"),
        ({"jwt_algorithms": ("RS256",)}, "jwt-no-algorithm"),
        ({"jwt_keys": {"k1": SECRET[:40]}, "jwt_algorithms": ("HS512",)}, "jwt-no-algorithm"),
        ({"jwt_keys": {"k1": pem(RSA)}}, "jwt-no-algorithm"),
        ({"jwt_keys": {"k1": pem(EC)}, "jwt_algorithms": ("RS256", "ES384")}, "jwt-no-algorithm"),
        ({"jwt_keys": {"k1": private_pem(RSA)}, "jwt_algorithms": ("RS256",)}, "jwt-private-key"),
        (
            {"jwt_keys": {"k1": PEM_OF_NOTHING}, "jwt_algorithms": ("RS256",)},
            "jwt-no-algorithm",
        ),
    ],
)
def test_settings_under_which_no_token_or_anybodys_would_hold_are_refused_without_showing_a_key(told, reason):
    with pytest.raises(BadKeys) as refused:
        door(**told)
    assert refused.value.reason == reason
    assert SECRET[:40] not in str(refused.value)
