"""Files of other shops become events: every format, every slip, and two real files whole."""

import asyncio
from itertools import islice
from pathlib import Path

import pytest

from schemas.codec import encode, encode_json
from schemas.inbound import ProductCreated
from schemas.topics import PRODUCT_CREATED
from tests.doubles import ManualClock
from workers.demo import listings
from workers.entrypoints.produce import files as produce_files
from workers.entrypoints.produce.event import Listing, made_safe
from workers.entrypoints.produce.files import BadRow, Format, Row
from workers.entrypoints.produce.products import Tally, events, feed_of, paced, rows, to_event
from workers.errors import Exit, Misuse

REAL = Path(__file__).parents[4] / "shared" / "data"
LAMP = '{"sku": "L1", "name": "Lamp", "price": 20.50, "currency": "eur", "weight": 1.20, "weight_unit": "kg"}'


@pytest.fixture
def file(tmp_path):
    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def all_of(path, maps=(), **options):
    return list(events(feed_of(path, maps=maps, **options)))


def only(path, maps=(), **options) -> ProductCreated:
    [item] = all_of(path, maps, **options)
    assert isinstance(item, Listing), item
    return item.event


def why(path, maps=()) -> BadRow:
    [item] = all_of(path, maps)
    assert isinstance(item, BadRow), item
    return item


def said(event) -> dict[str, tuple[str, str | None]]:
    return {attribute.name: (attribute.value, attribute.unit) for attribute in event.attributes}


# ------------------------------------------------------------------------------------------------------------ formats


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", LAMP + "\n\n" + LAMP.replace("L1", "L2")),
        ("a.ndjson", "\ufeff" + LAMP + "\r\n" + LAMP.replace("L1", "L2") + "\r\n"),
        ("a.json", f"[{LAMP}, {LAMP.replace('L1', 'L2')}]"),
        ("a.json", f'{{"products": [{LAMP}, {LAMP.replace("L1", "L2")}], "total": 2, "errors": []}}'),
        ("a.json", f'{{"rows": [{LAMP}, {LAMP.replace("L1", "L2")}]}}'),
        ("a.csv", "sku,name,price,currency,weight,weight_unit\nL1,Lamp,20.50,EUR,1.20,kg\nL2,Lamp,20.50,EUR,1.2,kg\n"),
        ("a.csv", "\ufeffsku;name;price;currency;weight (kg)\nL1;Lamp;20.50;EUR;1.20\n\nL2;Lamp;20.50;EUR;1.20\n"),
        ("a.tsv", "sku\tname\tprice\tcurrency\tweight [kg]\nL1\tLamp\t20.50\tEUR\t1.20\nL2\tLamp\t20.50\tEUR\t1.20\n"),
        ("a.yaml", f"- {LAMP}\n- {LAMP.replace('L1', 'L2')}\n"),
        ("a.yml", f"products:\n- {LAMP}\n- {LAMP.replace('L1', 'L2')}\n"),
    ],
)
def test_every_format_gives_the_same_two_events(file, name, content):
    found = all_of(file(name, content))
    assert [item.event.id for item in found] == ["L1", "L2"]
    lamp = found[0].event
    assert (lamp.title, str(lamp.price.amount), lamp.price.currency) == ("Lamp", "20.5", "EUR")
    value, unit = said(lamp)["weight"]
    assert (float(value), unit) == (1.2, "kg")


def test_an_event_is_bytes_that_fit_the_topic(file):
    lamp = only(file("a.jsonl", LAMP))
    assert ProductCreated.model_validate_json(encode(lamp), strict=False) == lamp


def test_a_format_is_told_by_the_suffix_or_by_name(file):
    assert only(file("feed.txt", LAMP), form="jsonl").id == "L1"
    assert only(file("feed.JSONL", LAMP)).id == "L1"
    with pytest.raises(Misuse, match=r"--format jsonl\|json\|csv\|yaml") as refused:
        feed_of(file("feed.txt", LAMP))
    assert refused.value.exit_code is Exit.USAGE
    with pytest.raises(Misuse, match="takes jsonl, json, csv, yaml"):
        feed_of(file("feed.txt", LAMP), form="xml")


def test_yaml_values_stay_as_they_are_written(file):
    event = only(file("a.yaml", "- {id: 007, name: NO, price: ~, material: 'null', size: 1.10, color: 2024-01-02}\n"))
    assert (event.id, event.title, event.price) == ("007", "NO", None)
    assert said(event) == {"size": ("1.10", None), "color": ("2024-01-02", None)}


def test_json_lines_are_streamed(file):
    path = file("a.jsonl", (LAMP + "\n") * 3 + "{broken")
    first = next(iter(events(feed_of(path))))
    assert isinstance(first, Listing)
    assert [type(row) for row in islice(rows(feed_of(path)), 4)] == [Row, Row, Row, BadRow]


def test_a_limit_ends_the_file(file):
    feed = feed_of(file("a.jsonl", (LAMP + "\n") * 10))
    assert len(list(events(type(feed)(feed.path, feed.form, feed.rules, limit=3)))) == 3


# ------------------------------------------------------------------------------------------------------------- slips


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{broken", "malformed-json"),
        (b'{"sku": "\xff"}', "not-utf8"),
        (b'{"price": NaN}', "not-a-number"),
        (b"[1, 2]", "no-object"),
        (b'"lamp"', "no-object"),
        (b"null", "json-null"),
        (b'{"sku": "a", "sku": "b"}', "duplicate-key"),
        (b"[" * 40 + b"]" * 40, "too-deep"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_sent(file, line, reason):
    found = all_of(file("a.jsonl", LAMP.encode() + b"\n" + line + b"\n" + LAMP.encode() + b"\n"))
    assert [type(item) for item in found] == [Listing, BadRow, Listing]
    assert (found[1].place, found[1].reason) == ("line 2", reason)


def test_a_line_without_an_end_is_read_past_not_kept(file, monkeypatch):
    monkeypatch.setattr(produce_files, "LINE_LIMIT", 200)
    found = all_of(file("a.jsonl", LAMP + "\n" + '{"sku": "' + "x" * 5000 + '"}\n' + LAMP + "\n"))
    assert [getattr(item, "reason", "sent") for item in found] == ["sent", "over-long", "sent"]
    assert found[2].place == "line 3"


@pytest.mark.parametrize(
    ("record", "reason", "fix"),
    [
        ('{"name": "Lamp"}', "missing-field", "--map id=FIELD"),
        ('{"sku": "1"}', "missing-field", "--map title=FIELD"),
        ('{"sku": "1", "name": "' + "x" * 301 + '"}', "over-long-field", "title"),
        ('{"sku": "1", "name": "Lamp", "price": "12,50", "currency": "EUR"}', "bad-value", "--map price.amount=FIELD"),
        ('{"sku": "1", "name": "Lamp", "price": "on request", "currency": "EUR"}', "bad-value", "is no number"),
        ('{"sku": "1", "name": "Lamp", "price": -1, "currency": "EUR"}', "bad-value", "price.amount"),
        ('{"sku": "1", "name": "Lamp", "price": 1, "currency": "euro"}', "bad-value", "--map price.currency==USD"),
        ('{"sku": "1", "name": "Lamp", "locale": "EN"}', "bad-value", "--locale en-US"),
        ('{"sku": "1", "name": "Lamp", "price": "1e999999", "currency": "EUR"}', "bad-value", "price.amount"),
        ('{"sku": "1", "name": "Lamp", "price": "Infinity", "currency": "EUR"}', "bad-value", "price.amount"),
    ],
)
def test_a_record_that_is_no_event_says_why_and_what_to_do(file, record, reason, fix):
    bad = why(file("a.jsonl", record))
    assert (bad.place, bad.reason) == ("line 1", reason)
    assert fix in bad.detail


def test_a_csv_row_of_another_width_is_named(file):
    found = all_of(file("a.csv", 'sku,name\nL1,Lamp\nL2,"Lamp, tall"\nL3,Lamp, small\nL4,Lamp\n'))
    assert [getattr(item, "reason", "sent") for item in found] == ["sent", "sent", "wrong-columns", "sent"]
    assert found[2].place == "line 4"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", b"sku,name\nL1,\xff\n", "iconv"),
        ("a.csv", b'sku,name\nL1,"' + b"x" * 200_000, "line 2"),
        ("a.json", b"[{", "malformed-json"),
        ("a.json", b'{"sku": "1"}\n{"sku": "2"}', "--format jsonl"),
        ("a.yaml", b"- {id: 1\n- x", "line"),
        ("a.yaml", b"- \xff\xfe\xff", "malformed-yaml"),
        ("a.yaml", b"[" * 5000, "malformed-yaml"),
    ],
)
def test_a_file_that_cannot_be_read_to_its_end_is_a_misuse_with_a_fix(file, name, content, words):
    with pytest.raises(Misuse, match=words):
        all_of(file(name, content))


def test_a_file_that_is_not_there_or_too_large_to_read_whole_is_a_misuse(file, tmp_path, monkeypatch):
    with pytest.raises(Misuse, match="no-such-file"):
        feed_of(tmp_path / "none.jsonl")
    folder = tmp_path / "folder.jsonl"
    folder.mkdir()
    with pytest.raises(Misuse, match="folder"):
        feed_of(folder)
    monkeypatch.setattr(produce_files, "WHOLE_FILE_LIMIT", 10)
    with pytest.raises(Misuse, match="JSON lines"):
        feed_of(file("a.json", f"[{LAMP}]"))


@pytest.mark.parametrize(("name", "content"), [("a.jsonl", ""), ("a.json", "[]"), ("a.csv", ""), ("a.yaml", "")])
def test_an_empty_file_has_no_records(file, name, content):
    assert all_of(file(name, content)) == []


# ------------------------------------------------------------------------------------------------------------ mapping


def test_the_users_rules_win_over_well_known_names(file):
    record = '{"sku": "1", "code": "2", "name": "Lamp", "short": "L", "category": "light", "style": "arc", "p": 9}'
    event = only(
        file("a.jsonl", record),
        ["id=code", "title=short", "category=category,style", "price.amount=p", "price.currency==USD", "seller_id==me"],
    )
    assert (event.id, event.title, event.category, event.seller_id) == ("2", "L", ("light", "arc"), "me")
    assert (str(event.price.amount), event.price.currency) == ("9", "USD")
    assert "style" not in said(event)


def test_attributes_are_mapped_with_their_units_out_of_nested_fields(file):
    record = '{"sku": "1", "name": "Lamp", "size": {"w": 30, "h": 20.5}, "made_in": "Leeds", "bulbs": [1, "E27"]}'
    maps = ["attributes.width=size.w:cm", "attributes.height=size.h:cm", "attributes.origin=made_in",
            "attributes.first=bulbs.0", "attributes.bulbs=bulbs", "attributes.plug==type G", "attributes.gone=",
            "brand="]  # fmt: skip
    assert said(only(file("a.jsonl", record), maps)) == {
        "width": ("30", "cm"), "height": ("20.5", "cm"), "origin": ("Leeds", None), "first": ("1", None),
        "bulbs": ("1, E27", None), "plug": ("type G", None),
    }  # fmt: skip


def test_names_that_shops_use_are_known(file):
    record = """{"sku": "1", "productName": "Lamp", "Description": "Bright.", "vendor": "Oak",
        "Category Path": "Home > Light", "image_url": "https://x.example/1.jpg", "availability": "In Stock",
        "color": "red", "countryOfOrigin": "UK",
        "dimensions": {"width": 3, "unit": "in"}, "tags": ["a", "b"], "gender_affinity": "F", "rating": 4.5}"""
    event = only(file("a.json", record))
    assert (event.title, event.seller_text, event.brand) == ("Lamp", "Bright.", "Oak")
    assert (event.category, event.in_stock) == (("Home", "Light"), True)
    assert said(event) == {
        "color": ("red", None), "country of origin": ("UK", None), "width": ("3", "in"), "tags": ("a, b", None),
    }  # fmt: skip


def test_chinese_names_are_known(file):
    event = only(
        file("a.csv", "编号,商品名称,品牌,价格,币种,材质,重量(克)\n1,台灯,山岚,99,CNY,榉木,350\n"), locales=["zh-CN"]
    )
    assert (event.title, event.brand, event.locales) == ("台灯", "山岚", ("zh-CN",))
    assert said(event) == {"材质": ("榉木", None), "重量": ("350", "克")}


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('[{"name": "w", "value": 3, "unit": "cm"}, {"name": "", "value": 1}, 5]', {"w": ("3", "cm")}),
        ('{"w": {"value": "3", "unit": "cm"}, "safe": true, "none": null}', {"w": ("3", "cm"), "safe": ("yes", None)}),
    ],
)
def test_a_record_that_has_attributes_keeps_them(file, attributes, expected):
    assert said(only(file("a.jsonl", f'{{"id": "1", "title": "Lamp", "attributes": {attributes}}}'))) == expected


def test_our_own_events_pass_unchanged():
    feed = feed_of(Path(__file__).parents[3] / "workers" / "demo" / "catalogue.jsonl")
    assert tuple(item.event for item in events(feed)) == listings()


def test_what_is_done_to_a_file_is_said(file):
    lines = list(feed_of(file("a.jsonl", LAMP), maps=["brand==Oak"], locales=["en-GB"]).described())
    assert "brand <- 'Oak'" in lines
    assert "title <- name  (by its name)" in lines
    assert "attributes.weight <- weight [as in weight_unit]  (by its name)" in lines
    assert "locales <- en-GB" in lines


@pytest.mark.parametrize("spec", ["title", "colour=x", "attributes.=x", "price=x", "=x", ""])
def test_a_rule_that_makes_no_sense_is_a_misuse_that_shows_the_forms(file, spec):
    with pytest.raises(Misuse, match="TARGET==CONSTANT"):
        feed_of(file("a.jsonl", LAMP), maps=[spec])


def test_a_field_that_is_not_there_is_a_misuse_that_lists_those_that_are(file):
    with pytest.raises(Misuse, match=r"a\.jsonl has sku, name"):
        feed_of(file("a.jsonl", LAMP), maps=["title=nmae"])


def test_a_locale_given_wins_over_a_column(file):
    path = file("a.jsonl", '{"id": "1", "title": "Lamp", "locale": "en-GB"}')
    assert only(path).locales == ("en-GB",)
    assert only(path, locales=["zh-CN", "en-US"]).locales == ("zh-CN", "en-US")


# ------------------------------------------------------------------------------------------------------------ changes


@pytest.mark.parametrize("text", ["a", "A-1/2:x", "~" * 128])
def test_a_safe_id_stays(text):
    assert made_safe(text) == text


@pytest.mark.parametrize("text", ["a b", "红色 杯子", "x" * 129, "a\n", "é", "Ünï 7"])
def test_an_unsafe_id_becomes_safe_readable_and_stays_distinct(text):
    safe = made_safe(text)
    assert ProductCreated(id=safe, locales=("en-US",), title="x").id == safe == made_safe(text)
    assert made_safe(text + "!") != safe


def test_whatever_is_changed_is_counted(file):
    record = {
        "id": "a b", "title": "Lamp", "price": 5, "seller_text": "x" * 10_001, "version": "v2", "stock": "soon",
        "attributes": {"n" * 65: "v", "long": "v" * 257, "unit": {"value": "1", "unit": "u" * 17}, "ok": "v"},
        "images": ["https://x.example/" + "x" * 600, "https://x.example/1"], "category": ["c" * 65, "Light"],
    }  # fmt: skip
    tally = Tally()
    [listing] = tally.counted(events(feed_of(file("a.json", encode_json(record)))))
    assert set(tally.changed) == {
        "id-made-safe", "seller-text-cut", "attribute-left-out", "image-left-out", "category-cut", "version-left-out",
        "stock-left-out", "price-without-currency",
    }  # fmt: skip
    assert len(listing.event.seller_text) == 10_000
    assert said(listing.event) == {"ok": ("v", None)}
    assert (listing.event.price, listing.event.category, len(listing.event.images)) == (None, ("Light",), 1)


@pytest.mark.parametrize(
    ("stock", "told"), [(3, True), (0, False), ("In Stock", True), ("sold out", False), (None, None)]
)
def test_stock_is_understood(file, stock, told):
    assert only(file("a.json", encode_json({"id": "1", "title": "Lamp", "stock": stock}))).in_stock is told


@pytest.mark.parametrize(
    ("price", "amount"),
    [("$1,299.00", "1299"), ("¥ 99", "99"), (0.1, "0.1"), ("1299.90", "1299.9"), (1e-7, "0"), (5, "5")],
)
def test_prices_are_plain_decimals(file, price, amount):
    event = only(file("a.json", encode_json({"id": "1", "title": "Lamp", "price": price, "currency": "USD"})))
    assert format(event.price.amount, "f") == amount


def test_a_part_that_could_not_be_sent_fails_the_command(file):
    tally = Tally()
    sent = list(tally.counted(events(feed_of(file("a.jsonl", (LAMP + "\n") * 3 + "{\n" * 20)))))
    assert (len(sent), tally.sent, tally.bad["malformed-json"], len(tally.bad_rows)) == (3, 3, 20, 10)
    assert tally.exit_code is Exit.FAILED
    assert Tally().exit_code is Exit.OK


# --------------------------------------------------------------------------------------------------------------- pace


async def test_a_rate_spaces_the_items_evenly_and_makes_up_for_no_delay():
    clock = ManualClock()
    moments: list[float] = []
    paced_items = paced(range(5), 10, clock)

    async def take() -> None:
        async for _ in paced_items:
            moments.append(clock.now())
            if len(moments) == 2:
                await clock.sleep(1)

    async with asyncio.TaskGroup() as group:
        group.create_task(take())
        for _ in range(40):
            await clock.advance(0.05)
    assert moments == pytest.approx([0, 0.1, 1.1, 1.2, 1.3], abs=0.051)


async def test_without_a_rate_nothing_waits():
    assert [item async for item in paced(range(100), 0, ManualClock())] == list(range(100))


# ----------------------------------------------------------------------------------------------------------- real data


def real(name: str) -> Path:
    path = REAL / name
    if not path.exists():
        pytest.skip(f"NOT TESTED: {path} is absent; the file of another shop was not read")
    return path


def test_a_real_shops_yaml_is_read_whole():
    feed = feed_of(
        real("retail_demo_store/products.yaml"),
        maps=["title=name", "category=category,style", "price.amount=price", "price.currency==USD"],
    )
    tally = Tally()
    found = [listing.event for listing in tally.counted(events(feed))]
    assert (tally.sent, tally.bad, tally.changed) == (2465, {}, {})
    assert len({event.id for event in found}) == 2465
    assert all(event.seller_text and event.price and len(event.category) == 2 for event in found)
    assert not any(event.attributes for event in found), "gender_affinity is passed on only if the user maps it"
    assert max(len(encode(event)) for event in found) <= PRODUCT_CREATED.max_record_bytes


def test_a_trait_of_people_is_passed_on_only_if_the_user_maps_it():
    feed = feed_of(real("retail_demo_store/products.yaml"), maps=["attributes.gender affinity=gender_affinity"])
    assert sum(bool(item.event.attributes) for item in events(feed)) > 700


def test_a_real_shops_json_is_read_whole():
    feed = feed_of(
        real("dummyjson/products.json"),
        maps=[f"attributes.{side}=dimensions.{side}:cm" for side in ("width", "height", "depth")]
        + ["attributes.weight=weight:g", "price.currency==USD"],
    )
    tally = Tally()
    found = [listing.event for listing in tally.counted(events(feed))]
    assert (tally.sent, tally.bad, tally.changed) == (194, {}, {})
    for event in found:
        facts = said(event)
        assert facts["width"][1] == facts["height"][1] == facts["depth"][1] == "cm"
        assert {"warranty information", "return policy", "shipping information"} <= facts.keys()
        assert event.in_stock is not None


def test_a_row_is_made_an_event_by_itself(file):
    feed = feed_of(file("a.jsonl", LAMP))
    [row] = rows(feed)
    listing = to_event(row, feed)
    assert isinstance(listing, Listing)
    assert (listing.place, listing.event.title, feed.form) == ("line 1", "Lamp", Format.JSONL)
