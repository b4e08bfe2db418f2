"""When two texts name the same: one firm spelled two ways, one place with and without its town."""

from __future__ import annotations

import re
import unicodedata
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
_AND = frozenset(("AND", "UND", "DAN", "ET", "EN"))
"""Between two names often written ``&``, which is no word."""
_OTHER_LETTERS = str.maketrans({"Ø": "O", "Æ": "A", "Œ": "O", "Ł": "L", "Đ": "D"})
_TWO_FOR_ONE = re.compile(r"(?<=[AOU])E")
"""A bank's message has no Ö: it says OE, and a passport or a catalogue just O."""
_OF_ANY_PORT = frozenset(("PORT", "PORTS", "SEAPORT", "AIRPORT", "INTERNATIONAL", "OF", "IN", "PELABUHAN", "BANDARA"))
"""Words beside a place's name that do not tell which place it is."""
_CAPES = dict.fromkeys(("TG", "TJ", "TJG"), "TANJUNG")
"""How Tanjung is shortened, as in TG. PERAK."""
_CLOSE = 88
"""Of a hundred: one letter in nine is another, left out or too many."""


def words_of(text: str | None) -> tuple[str, ...]:
    """The words of a text in capitals; what is written with points in it is one word (B.V.)."""
    return tuple(_WORD.findall((text or "").upper().replace(".", "")))


def letters_of(text: str | None) -> str:
    """Letters and digits only, in capitals."""
    return "".join(words_of(text))


def same_firm(one: str | None, other: str | None) -> bool:
    """Whether both name one firm, whatever kind of firm each says it is, also as SWIFT's letters have it."""
    first, second = ({_plain(word) for word in words_of(name)} - _FORMS - _AND for name in (one, other))
    return bool(first) and first == second


def holds_firm(text: str | None, name: str | None) -> bool:
    """Whether a text names the firm, in any order of its words, with address and all, or as SWIFT's letters have it."""
    wanted, told = ({_plain(word) for word in words_of(said)} - _FORMS - _AND for said in (name, text))
    return says_name(text, name) or (bool(wanted) and wanted <= told)


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
    first, second = ({_CAPES.get(word, word) for word in words_of(text)} - _OF_ANY_PORT for text in (one, other))
    return bool(first and second) and (first <= second or second <= first)


def only_country(text: str | None, countries: CodeList) -> str | None:
    """The country of a text that names no place in it: "Indonesian port", "Main port in Indonesia", "Indonesia"."""
    left = " ".join(word for word in words_of(text) if word not in _OF_ANY_PORT and word not in ("MAIN", "SEA"))
    return "ID" if left == "INDONESIAN" else countries.meant_by(left) if left else None


def place_and_country(text: str | None, countries: CodeList) -> tuple[str, str | None]:
    """A place without the country written after it, and that country's code: "Surabaya, Indonesia" is in ID."""
    place, comma, last = (text or "").rpartition(",")
    country = countries.meant_by(last.strip(" ."))
    return (place, country) if comma and country else (text or "", country)


def _core(name: str | None) -> str:
    """A name's words in alphabetical order, without those that say what kind of firm it is."""
    words = words_of(name)
    return " ".join(sorted(set(words) - _FORMS)) or " ".join(words)


def _plain(word: str) -> str:
    """A word in the letters of a bank's message, and Ö, OE and O as one."""
    bare = unicodedata.normalize("NFKD", word.translate(_OTHER_LETTERS))
    return _TWO_FOR_ONE.sub("", "".join(letter for letter in bare if not unicodedata.combining(letter)))


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
