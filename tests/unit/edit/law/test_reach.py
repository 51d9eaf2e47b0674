"""How far the packs reach: the channels that copy goes to, by locale or language, and the day as of which it is so."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS, fact
from tests.unit.edit.law.corpus import THING, brief_of
from workers.edit.gate import RULES, SHIPPED, Editor, with_packs
from workers.edit.law.reach import unreached
from workers.edit.rules import missing
from workers.errors import Fatal
from workers.plan.brief import Brief, Fact
from workers.write.realise import realise

AMAZON, TAOBAO = frozenset({"amazon"}), frozenset({"taobao"})
SOLD = {"en-US": AMAZON, "zh": TAOBAO}
PACK = """
pack: own
language: en
source: our own
terms:
  - {id: own-amazon, class: hard, channels: [amazon], forms: [gizmo]}
  - {id: own-proof, class: conditional, channels: [fair], evidence: [certification], forms: [fairly made]}
  - {id: own-later, class: hard, since: 2099-01-01, forms: [widget]}
  - {id: own-seller, class: hard, since: 2099-01-01, sellers: [acme], forms: [gadget]}
"""
OWN = [("own.yaml", PACK.encode())]
DAY = date(2026, 10, 1)


def told(editor: Editor, order: Brief, text: str) -> set[str]:
    return {f"{one.rule} {one.span}" for one in editor.judge(order, text).refusals if one.rule in {"claims", "channel"}}


def test_a_platforms_terms_are_asked_of_copy_that_goes_there():
    text = "Made by our company\nGrey bottle 🎁 of 0.36 kg"
    order, british = (brief_of(locale, THING, Kind.BULLETS) for locale in ("en-US", "en-GB"))
    by = with_packs((), SOLD)
    assert told(by, order, text) == {"claims our company", "claims 🎁"}
    assert told(by, british, text) == told(SHIPPED, order, text) == set()
    assert told(by, brief_of("en-US"), text) == set(), "of bullets alone"
    assert told(with_packs((), {"en": AMAZON}), british, text) == told(by, order, text)


@pytest.mark.parametrize("locale", ["zh-CN", "zh-SG", "zh"])
def test_a_length_is_asked_in_the_channels_own_unit(locale):
    order, by = brief_of(locale, THING, Kind.TITLE), with_packs((), SOLD)
    assert told(by, order, "保温杯" * 10) == set()
    assert told(by, order, "保温杯" * 11) == {"channel 66 gbk-bytes in a taobao title, 0 to 60"}
    assert told(SHIPPED, order, "保温杯" * 11) == set()
    assert told(by, order, "a" * 60) == set()


def test_a_bullet_and_a_blurb_are_measured_too():
    by = with_packs((), {"en": AMAZON, "zh-CN": frozenset({"baidu-ads"})})
    assert told(by, brief_of("en-GB", THING, Kind.BULLETS), "Grey\nA grey bottle") == {
        "channel 4 characters in a amazon bullet point, 10 to 255"
    }
    assert told(by, brief_of("zh-CN", THING, Kind.BLURB), "杯" * 41) == {
        "channel 82 gbk-bytes in a baidu-ads description, 0 to 80"
    }


def test_a_locale_has_its_languages_channels_beside_its_own():
    by = with_packs((), {"en": frozenset({"google-shopping"}), "en-US": AMAZON})
    title = brief_of("en-US", THING, Kind.TITLE)
    assert len(told(by, title, "a" * 201)) == 2
    assert len(told(by, brief_of("en-GB", THING, Kind.TITLE), "a" * 201)) == 1


def test_an_operators_term_for_a_channel_holds_there_alone():
    order = brief_of("en-GB")
    assert told(with_packs(OWN), order, "A gizmo.") == set()
    assert told(with_packs(OWN, {"en-GB": AMAZON}), order, "A gizmo.") == {"claims gizmo"}
    assert told(with_packs(OWN, {"en-US": AMAZON}), order, "A gizmo.") == set()


def test_a_channel_that_only_a_pack_names_is_known_and_its_proof_is_told():
    by, order = with_packs(OWN, {"en": frozenset({"fair"})}), brief_of("en-GB")
    (refusal,) = [one for one in by.judge(order, "Fairly made.").refusals if one.rule == "claims"]
    lacks = missing(refusal, order, by)
    assert lacks is not None
    assert lacks.about == ("certification",)
    with pytest.raises(Fatal) as refused:
        with_packs((), {"en": frozenset({"fair"})})
    assert refused.value.reason == "unknown-channel"


@pytest.mark.parametrize(
    ("shown", "never"),
    [
        ({}, ("own-amazon", "own-proof")),
        ({"en": AMAZON}, ("own-proof",)),
        ({"en-US": AMAZON}, ("own-proof",)),
        ({"zh": AMAZON}, ("own-amazon", "own-proof")),
        ({"en": frozenset({"fair"}), "en-GB": AMAZON}, ()),
    ],
)
def test_terms_that_no_channel_of_the_shop_meets_are_told(shown, never):
    assert unreached(with_packs(OWN, shown).book) == never
    assert unreached(SHIPPED.book) == ()


def test_a_term_of_one_locale_is_met_there_alone():
    pack = [("own.yaml", PACK.replace("own-amazon,", "own-amazon, locales: [en-US],").encode())]
    assert "own-amazon" in unreached(with_packs(pack, {"en-GB": AMAZON}).book)
    for place in ("en", "en-US"):
        assert "own-amazon" not in unreached(with_packs(pack, {place: AMAZON}).book)


def test_a_term_that_does_not_hold_yet_is_not_asked_and_without_a_day_it_is():
    order, text = brief_of("en-GB"), "A widget, a gadget."
    acme = order.sold_by("acme")
    assert told(with_packs(OWN), acme, text) == {"claims widget", "claims gadget"}
    assert told(with_packs(OWN, day=DAY), acme, text) == set()
    assert told(with_packs(OWN, day=date(2099, 1, 1)), acme, text) == {"claims widget", "claims gadget"}
    green = "An eco-friendly bottle."
    assert told(with_packs((), day=date(2026, 9, 26)), order, green) == set()
    assert told(with_packs((), day=DAY), order, green) == {"claims eco-friendly"}


def test_the_version_changes_with_what_holds_and_not_with_the_calendar():
    assert with_packs((), {}, None) is with_packs((), {"en": frozenset()}, DAY) is SHIPPED
    versions = [
        SHIPPED.version,
        with_packs((), SOLD).version,
        with_packs((), {"en": AMAZON, "zh": TAOBAO}).version,
        with_packs((), {"zh": TAOBAO}).version,
        with_packs((), day=date(2026, 9, 26)).version,
        with_packs(OWN).version,
        with_packs(OWN, day=DAY).version,
    ]
    assert len(set(versions)) == len(versions)
    assert with_packs(OWN, day=DAY).version == with_packs(OWN, day=date(2098, 12, 31)).version
    assert with_packs(OWN, day=date(2099, 1, 1)).version == with_packs(OWN).version
    scoped = [("own.yaml", PACK.replace("since: 2099-01-01, forms: [widget]", "forms: [widget]").encode())]
    early, late = with_packs(scoped, day=DAY), with_packs(scoped)
    assert early.version == early.version_for("acme") == late.version
    assert late.version_for("acme") != late.version


def test_without_channels_there_is_no_rule_of_theirs():
    assert [rule.name for rule in with_packs(OWN).rules] == [rule.name for rule in RULES]
    assert [rule.name for rule in with_packs((), SOLD).rules] == [*(rule.name for rule in RULES), "channel"]


def test_the_version_is_the_same_in_every_process():
    shown = {"en": frozenset({"amazon", "google-ads", "x", "meta-ads"}), "zh": frozenset({"taobao", "tmall"})}
    code = f"from workers.edit.gate import with_packs; print(with_packs((), {shown!r}).version)"
    seen = [
        subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True)
        for seed in ("1", "2")
    ]
    assert {one.stdout.decode().strip() for one in seen} == {with_packs((), shown).version}


BOWLS: tuple[Fact, ...] = (
    fact("name", "Fernhollow Stoneware Bowl Set"),
    fact("brand", "Fernhollow"),
    fact("type", "bowl+set"),
    fact("material", "stoneware"),
    fact("colour", "cream"),
    fact("capacity", "600", "ml"),
    fact("count", "4"),
)


@pytest.mark.parametrize(("locale", "channel"), [("zh-CN", "taobao"), ("zh-CN", "tmall"), ("en-GB", "baidu-ads")])
def test_what_is_ordered_is_so_short_that_our_own_writer_fits(locale, channel):
    by = with_packs((), {locale: frozenset({channel})})
    order = Brief("bowls", Kind.TITLE, locale, BOWLS, LIMITS[Kind.TITLE])
    short = by.order(order)
    assert short.limits.max_chars < order.limits.max_chars
    assert told(by, order, realise(order, 0)), "else nothing is shown here"
    assert not told(by, short, realise(short, 0))
    assert SHIPPED.order(order) is order
    assert by.order(brief_of("en-US", BOWLS, Kind.TITLE)) == brief_of("en-US", BOWLS, Kind.TITLE)


EVERYWHERE = with_packs((), dict.fromkeys(("en", "zh"), frozenset({"amazon", "taobao", "google-ads", "x"})))


@given(st.text(max_size=200), st.sampled_from(list(Kind)), st.sampled_from(["en-US", "zh-CN", "en-AU"]))
def test_a_channel_only_forbids_more(text, kind, locale):
    order = brief_of(locale, THING, kind)
    before, now = (editor.judge(order, text).refusals for editor in (SHIPPED, EVERYWHERE))
    assert {one.rule for one in before} <= {one.rule for one in now}
