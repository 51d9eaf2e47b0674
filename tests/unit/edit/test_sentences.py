"""Where a sentence ends."""

import pytest

from schemas.kinds import Kind
from workers.edit.sentences import split

CUT = [
    ("It fits. It lasts.", ["It fits.", "It lasts."]),
    ("It weighs approx. 1.2 kg. Light.", ["It weighs approx. 1.2 kg.", "Light."]),
    ("Soft... and warm. Truly.", ["Soft... and warm.", "Truly."]),
    ("Soft… and warm… Truly.", ["Soft… and warm…", "Truly."]),
    ("Why wait? It is here! Look.", ["Why wait?", "It is here!", "Look."]),
    ("Bags, e.g. totes, i.e. large ones. Next.", ["Bags, e.g. totes, i.e. large ones.", "Next."]),
    ("Filter No. 5 fits St. Ives. Done.", ["Filter No. 5 fits St. Ives.", "Done."]),
    ("Up to 60 °C max. Made in Leeds.", ["Up to 60 °C max.", "Made in Leeds."]),
    ("Comes in S, M and L. Washable.", ["Comes in S, M and L.", "Washable."]),
    ("Holds 12 oz. Dishwasher safe.", ["Holds 12 oz.", "Dishwasher safe."]),
    ("It is “light.” It is (very) neat.", ["It is “light.”", "It is (very) neat."]),
    ("Two inside (a pair.) Done", ["Two inside (a pair.)", "Done"]),
    ("It fits. iPads do too.", ["It fits.", "iPads do too."]),
    ("Runs on v2.5.1 now. 3 modes.", ["Runs on v2.5.1 now.", "3 modes."]),
    ("Light, 12.5 oz. $129.00, in stock. €9.", ["Light, 12.5 oz.", "$129.00, in stock.", "€9."]),
    ("One line\nanother line", ["One line", "another line"]),
    ("Made by Mr. Oak. Yes.", ["Made by Mr. Oak.", "Yes."]),
    ("轻巧好带。洗起来快！真的？", ["轻巧好带。", "洗起来快！", "真的？"]),
    ("重1.2kg.适合通勤。", ["重1.2kg.", "适合通勤。"]),
    ("容量1.5升，刚好。", ["容量1.5升，刚好。"]),
    ("轻……柔……暖。", ["轻……柔……暖。"]),
    ("他说：“好用。”她也说好。", ["他说：“好用。”", "她也说好。"]),
    ("真香!再来一杯。", ["真香!", "再来一杯。"]),
    ("买它？！当然。", ["买它？！", "当然。"]),
    ("No.5香水，前调清新。", ["No.5香水，前调清新。"]),
    ("一行\n两行。", ["一行", "两行。"]),
    ("  \n ", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "sentences"), CUT)
def test_a_description_is_cut_where_its_sentences_end(text, sentences):
    assert list(split(text, Kind.DESCRIPTION)) == sentences
    assert list(split(text, Kind.META)) == sentences


@pytest.mark.parametrize("kind", [Kind.TITLE, Kind.SEO_TITLE])
def test_a_title_is_one_sentence_whatever_stands_in_it(kind):
    assert split(" Dr. Oak: Tea. Vol. 2! Really? ", kind) == ("Dr. Oak: Tea. Vol. 2! Really?",)


def test_bullets_are_lines_whatever_stands_in_them():
    assert split("Warm. Cold.\n\n  轻巧。好带。 \r\nLast", Kind.BULLETS) == ("Warm. Cold.", "轻巧。好带。", "Last")
