"""Copy that stands is judged anew when the rules' version changes: so the version must change when verdicts do."""

from hashlib import blake2b

from tests.unit.edit.planted import PASSING, REFUSED
from tests.unit.edit.test_gate import judged
from workers.edit.gate import RULES, RULES_VERSION

SEEN = {
    "40c9a8fc6ba7f11b": "196b0277c874a183",
    "dfe01a380da5b7c3": "57444ac077f843bd",
    "fbc165ee3a29fd58": "7c27ae960c7804bc",
    "029e4cb259137440": "7c27ae960c7804bc",
    "79cba640b4bd13d5": "7c27ae960c7804bc",
    "151f8ff7efa10393": "7c27ae960c7804bc",
    "63871cbaf30ebadb": "de223ab82c42d0df",
    "4f4c425c6bb9c35e": "de223ab82c42d0df",
    "be738e8399c78d74": "fd6ef0c71ec7baef",
    "fcdd4c377207ddfc": "fd6ef0c71ec7baef",
    "2c65fa8f3841d1d1": "4c04d11cf429abac",
    "36c686924776ec28": "4c04d11cf429abac",
    "42aed80a17c418b2": "cb33c3867f6bff7a",
    "fa291837103b885a": "cb33c3867f6bff7a",
    "abb6b425e3c86d2b": "4b38bc7e484faeee",
    "ea1b604928ad21fd": "3a122ae4b62e0d0e",
    "8e84941f64d5d284": "3a122ae4b62e0d0e",
    "88c95c340117cf9b": "7b2b9026a3de2d99",
    "55ddcc0851df9296": "7b2b9026a3de2d99",
    "926d0cd21bd347dd": "86c61293b9b9d988",
    "4b37477a5d9ee77d": "86c61293b9b9d988",
    "73f7245ef5e43480": "86c61293b9b9d988",
    "cfcbe2df34665feb": "86c61293b9b9d988",
    "58e84b6b2b078d9e": "ed442610375f2cfc",
    "fe8760520bca8b8a": "ed442610375f2cfc",
    "28b719c7f44a2b1a": "8a7dc444f005c29c",
    "7618cea05ef432c3": "8a7dc444f005c29c",
    "ce8dc1688f4662b1": "8a7dc444f005c29c",
    "90468b2306e1e3fc": "8a7dc444f005c29c",
    "e60da884b81f7353": "8a7dc444f005c29c",
    "2e26a19064db0c57": "b24af5ce3f76c6ff",
    "5edb01b56b48d9c6": "b24af5ce3f76c6ff",
    "67e5cc9c1ae0483a": "b24af5ce3f76c6ff",
    "8f31d50c66bcda2d": "b24af5ce3f76c6ff",
    "7946df800e55425c": "95c57738ab8610eb",
    "5667b338e71456ba": "95c57738ab8610eb",
    "84699da3c6b5560a": "47d146817d9f6e54",
    "1a953d82e9bc541e": "47d146817d9f6e54",
    "2df49004c02b8fb8": "39f5bb168d13780e",
    "7487d7dc45fab6cc": "39f5bb168d13780e",
    "103fc746001be07a": "39f5bb168d13780e",
}
"""Each version that was, and its verdicts on the planted texts. Add a line when a change of a rule adds a version."""


def verdicts() -> str:
    """A digest over what each planted text is refused for."""
    state = blake2b(digest_size=8)
    for table in (REFUSED, PASSING):
        for texts in table.values():
            for text in texts:
                rules = sorted({refusal.rule for refusal in judged(text).refusals})
                state.update(repr((text, rules)).encode("utf-8", "backslashreplace"))
    return state.hexdigest()


def test_other_verdicts_have_another_version():
    assert RULES_VERSION in SEEN, f"new rules: add {RULES_VERSION!r}: {verdicts()!r} to SEEN"
    assert SEEN[RULES_VERSION] == verdicts(), (
        "a text is judged otherwise than before under the same version: raise the `version` of the rule that changed "
        f"in workers/edit/gate.py (or, if only planted texts were added, set {RULES_VERSION!r}: {verdicts()!r})"
    )


def test_every_rule_has_a_version_and_its_data_count():
    assert all(rule.version >= 1 for rule in RULES)
    assert {rule.name for rule in RULES if not rule.data} == {"empty", "repeats"}
