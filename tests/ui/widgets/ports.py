"""A short list of ports behind a code field, searched as the program searches its lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.reference.code_list import CodeList, Entry
from app.reference.lists import Lists
from app.services.code_habits import CodeHabits
from app.ui.code_source import ListSource
from app.words import Language, Text, same

PORTS = {
    "NLRTM": Entry("NLRTM", same("Rotterdam"), {"country": "NL"}),
    "USRAJ": Entry("USRAJ", same("Rotterdam, New York"), {"country": "US"}),
    "ITCRV": Entry("ITCRV", same("Crotone"), {"country": "IT"}),
    "IDTPP": Entry("IDTPP", Text("Tanjung Priok", "Jakarta"), {"country": "ID"}),
    "IDSUB": Entry("IDSUB", Text("Tanjung Perak", "Surabaya"), {"country": "ID", "synonyms": "ujung"}),
    "BRSSZ": Entry("BRSSZ", same("São Sebastião"), {"country": "BR"}),
}


class Answers:
    """Gives answers at once, or keeps them until they are wanted, as a slow thread would."""

    def __init__(self, *, slow: bool = False) -> None:
        self.slow = slow
        self.asked: list[tuple[str, Callable[[], Any], Callable[[Any], None]]] = []

    def __call__(self, name: str, do: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """As ``Desk.search``."""
        if name != "codes":
            return
        self.asked.append((name, do, done))
        if not self.slow:
            done(do())

    def give(self, number: int) -> None:
        """Give the answer to one of the questions now."""
        _, do, done = self.asked[number]
        done(do())


def port_source(
    later: Answers | None = None,
    habits: CodeHabits | None = None,
    entries: dict[str, Entry] | None = None,
    language: Language = "id",
) -> ListSource:
    """The source of a field for ports."""
    lists = Lists()
    codes = CodeList("ports", Text("pelabuhan", "ports"), same("made up"), "2026-07-31", entries or PORTS)
    vars(lists)["ports"] = codes
    return ListSource(
        lambda: lists, lambda found: found.ports, language, later or Answers(), habits or CodeHabits(), _nothing
    )


def country_source(codes: Sequence[str] = ("NL", "DE", "JP"), language: Language = "id") -> ListSource:
    """The source of a field for countries, a few of them."""
    lists = Lists()
    all_countries = lists.countries
    few = {code: all_countries.entries[code] for code in codes}
    vars(lists)["countries"] = CodeList("countries", all_countries.title, all_countries.source, "2026-07-31", few)
    return ListSource(lambda: lists, lambda found: found.countries, language, Answers(), CodeHabits(), _nothing)


def _nothing() -> None:
    """Nothing is kept."""
