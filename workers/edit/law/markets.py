"""Where copy is shown, and so whose law it is held to."""

from typing import Final, NamedTuple

from workers.edit.packs import Term


class Market(NamedTuple):
    """Where copy is shown. No countries: every law we know of its language."""

    countries: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()

    def holds(self, term: Term) -> bool:
        """Whether the term is law here."""
        if self.countries and term.countries and self.countries.isdisjoint(term.countries):
            return False
        return not term.channels or not self.channels.isdisjoint(term.channels)


MARKETS: Final = {
    "zh": Market(frozenset({"CN"})),
    "zh-CN": Market(frozenset({"CN"})),
    "zh-SG": Market(frozenset({"CN"})),
    "en-US": Market(frozenset({"US"})),
    "en-GB": Market(frozenset({"GB"})),
    "en-IE": Market(frozenset({"EU"})),
}


def market_of(locale: str) -> Market:
    """The market that a locale speaks of. Of a country whose law we do not hold, the strictest is asked: all of it."""
    return MARKETS.get(locale, Market())
