"""When two texts name the same: one firm spelled two ways, one place with and without its town."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from app.reference.code_list import CodeList

_WORD = re.compile(r"\w+")
_FORMS = frozenset(
    (
        *("PT", "CV", "UD", "PD", "TBK", "LTD", "LIMITED", "INC", "CO", "COMPANY", "CORP", "BV", "GMBH", "AG", "SA"),
        *("SARL", "SDN", "BHD", "PTE", "PTY", "LLC"),
    )
)
"""Words that say what kind of firm it is."""
_CLOSE = 88
"""Of a hundred: one letter in nine is another, left out or too many."""


def words_of(text: str | None) -> tuple[str, ...]:
    """The words of a text in capitals; what is written with points in it is one word (B.V.)."""
    return tuple(_WORD.findall((text or "").upper().replace(".", "")))


def letters_of(text: str | None) -> str:
    """Letters and digits only, in capitals."""
    return "".join(words_of(text))


def same_firm(one: str | None, other: str | None) -> bool:
    """Whether both name one firm, whatever kind of firm each says it is."""
    first, second = (sorted(set(words_of(name)) - _FORMS) for name in (one, other))
    return bool(first) and first == second


def alike(name: str | None, others: Sequence[str | None]) -> list[int]:
    """Which of the others may be the same firm spelled another way. Names with other digits are other firms' names."""
    core = _core(name)
    if not core:
        return []
    cores = [_core(other) for other in others]
    found = process.extract(core, cores, scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=None)
    return sorted(n for other, _, n in found if _digits(other) == _digits(core))


def says_name(text: str | None, name: str | None) -> bool:
    """Whether a longer text, with address and all, holds the name letter by letter."""
    return bool(letters_of(name)) and letters_of(name) in letters_of(text)


def same_place(one: str | None, other: str | None) -> bool:
    """Whether two texts name one place; "Tanjung Perak" and "Tanjung Perak, Surabaya" do."""
    first, second = set(words_of(one)), set(words_of(other))
    return bool(first and second) and (first <= second or second <= first)


def place_and_country(text: str | None, countries: CodeList) -> tuple[str, str | None]:
    """A place without the country written after it, and that country's code: "Surabaya, Indonesia" is in ID."""
    place, comma, last = (text or "").rpartition(",")
    country = countries.meant_by(last.strip(" ."))
    return (place, country) if comma and country else (text or "", country)


def _core(name: str | None) -> str:
    """A name's words in alphabetical order, without those that say what kind of firm it is."""
    words = words_of(name)
    return " ".join(sorted(set(words) - _FORMS)) or " ".join(words)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
