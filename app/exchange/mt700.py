"""The terms of a letter of credit out of the text of its MT700, as a bank prints or sends it.

Only what stands under a plain tag (``:31C:``, ``44E:``) is read, and only where it says one thing; the rest is left to
the person, by its tag. Tags and their formats: SWIFT Standards MT category 7, compared with public format tables.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from app.kinds.kind import tidied
from app.kinds.number import normal
from app.kinds.text import LINE_LIMIT, LINES_LIMIT

MOST_LETTERS = 100_000
"""A message has 10,000 letters, and seven may go on with it; more is another text."""
MOST_DOCUMENTS = 100
"""A credit asks for ten to twenty; each is a row on its page."""
TERMS = ("EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF")


class AskedFor(NamedTuple):
    """A document that the credit asks for."""

    text: str
    originals: Decimal | None = None
    copies: Decimal | None = None


class CreditText(NamedTuple):
    """What was read."""

    terms: Mapping[str, Any]
    """Values by the names of the credit's fields."""
    documents: tuple[AskedFor, ...]
    unread: tuple[tuple[str, str], ...]
    """Tags with their text that mean something to us and could not be read."""


def read_credit(text: str) -> CreditText:
    """The terms in ``text``; nothing where it has no tags."""
    terms: dict[str, Any] = {}
    documents: tuple[AskedFor, ...] = ()
    unread: list[tuple[str, str]] = []
    for tag, said in _tagged(tidied(text[:MOST_LETTERS])).items():
        if tag == "46A":
            items = _items(said)
            documents = tuple(map(_asked_for, items[:MOST_DOCUMENTS]))
            unread += [(tag, item) for item in items[MOST_DOCUMENTS : MOST_DOCUMENTS + 1]]
        elif tag in _READERS:
            read = _READERS[tag](said)
            if read is None:
                unread.append((tag, said))
            else:
                terms = read | terms
        elif tag in _FOR_A_PERSON:
            unread.append((tag, said))
    return CreditText(terms, documents, tuple(unread))


def _tagged(text: str) -> dict[str, str]:
    """Each tag's text, without the tag's own name; of a tag that stands twice the first, but for lists that go on."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    tag = ""
    for whole in text.splitlines():
        line = whole
        if match := _TAG.match(whole):
            tag, line = _GOES_ON.get(match[1], match[1]), match[2]
            lines = found[tag] if tag in _GOES_ON.values() and tag in found else []
            found.setdefault(tag, lines)
        line = line if lines else _without_name(tag, line)
        if line.strip() not in ("-", "") and not line.startswith("-}"):
            lines.append(line.rstrip())
    return {tag: "\n".join(kept).strip() for tag, kept in found.items() if any(kept)}


def _without_name(tag: str, line: str) -> str:
    """A tag's first line without what the standard calls the field; all of it where it goes on like a word."""
    for name in _NAMES.get(tag) or _NAMES.get(tag[:2], ()):
        spelled = r"\W*".join(map(re.escape, re.findall(r"\w+", name)))
        behind = r"(?:[\W_]*$|\s*[:.]+\s*|(?=\s+\d{6}\b)|(?=\s+(?:NOT )?(?:ALLOWED|PERMITTED)\b))"
        if match := re.match(rf"\W*{spelled}{behind}", line, re.IGNORECASE):
            return line[match.end() :].strip()
    return line


def _items(said: str) -> list[str]:
    """The documents of a list: each begins with a plus, a number or a letter before a bracket, or is all of it."""
    parts = [part for part in _ITEM.split(said) if part.strip()]
    return [" ".join(part.split())[:LINES_LIMIT] for part in parts]


def _asked_for(item: str) -> AskedFor:
    originals, copies = _ORIGINALS.search(item), _COPIES.search(item)
    return AskedFor(item, _count(originals), _count(copies))


def _count(match: re.Match[str] | None) -> Decimal | None:
    return Decimal(_WORDS.get(match[1], match[1])) if match else None


def _line(name: str, most: int = LINE_LIMIT) -> Callable[[str], dict[str, Any] | None]:
    """One line; nothing where other tags stand in it, or more than the field holds."""

    def read(said: str) -> dict[str, Any] | None:
        line = " ".join(said.split())
        return {name: line} if len(line) <= most and not _TAG_INSIDE.search(line) else None

    return read


def _lines(name: str) -> Callable[[str], dict[str, Any] | None]:
    return lambda said: {name: said} if len(said) <= LINES_LIMIT else None


def _party(name: str) -> Callable[[str], dict[str, Any] | None]:
    """The first line that is no account number: the name."""

    def read(said: str) -> dict[str, Any] | None:
        named = [line.strip() for line in said.splitlines() if line.strip() and not line.lstrip().startswith("/")]
        return _line(name)(named[0]) if named else None

    return read


def _day(name: str, place: str = "") -> Callable[[str], dict[str, Any] | None]:
    """A day as YYMMDD, and behind it a place."""

    def read(said: str) -> dict[str, Any] | None:
        match = _DAY.match(said)
        try:
            day = datetime.datetime.strptime(match[1], "%y%m%d").date() if match else None  # noqa: DTZ007 - a day has no zone
        except ValueError:
            day = None
        if match is None or day is None or (match[2].strip() and not place):
            return None
        behind = " ".join(match[2].split())
        return {name: day} | ({place: behind} if behind else {})

    return read


def _amount(said: str) -> dict[str, Any] | None:
    """``EUR30000,00``: a comma before the decimals, nothing between thousands."""
    match = _AMOUNT.fullmatch(said.strip())
    if match is None:
        return None
    return {"currency": match[1], "amount": normal(Decimal(match[2].replace(",", ".").rstrip(".")))}


def _tolerance(said: str) -> dict[str, Any] | None:
    match = _TOLERANCE.fullmatch(said.strip())
    if match is None:
        return None
    return {"tolerance_plus": Decimal(match[1]), "tolerance_minus": Decimal(match[2])}


def _allowed(name: str) -> Callable[[str], dict[str, Any] | None]:
    """Allowed or not; a condition is left to be read by a person."""

    def read(said: str) -> dict[str, Any] | None:
        word = " ".join(said.upper().replace(".", "").split())
        known = _ALLOWED.get(word)
        return {name: known} if known else None

    return read


def _confirmed(said: str) -> dict[str, Any] | None:
    known = {"CONFIRM": "yes", "WITHOUT": "no"}.get(said.strip().upper())
    return {"confirmed": known} if known else None


def _days(said: str) -> dict[str, Any] | None:
    """``015`` or ``21/AFTER SHIPMENT``, and in older texts one number of days after shipment."""
    numbers = re.findall(r"\d+", said)
    days = int(numbers[0]) if len(numbers) == 1 else 0
    return {"presentation_days": Decimal(days)} if 0 < days < 1000 else None


def _goods(said: str) -> dict[str, Any] | None:
    """The goods, and the line that names the delivery term where just one does."""
    if len(said) > LINES_LIMIT:
        return None
    named = [line.strip(" +") for line in said.splitlines() if _TERM.search(line)]
    return {"goods": said} | ({"incoterm": named[0]} if len(named) == 1 and len(named[0]) <= LINE_LIMIT else {})


_TAG = re.compile(r"^\s*:?\s*(?:F)?([0-9]{2}[A-Z]?)\s*:\s?(.*)$")
_TAG_INSIDE = re.compile(r":[0-9]{2}[A-Z]?:")
"""Of the next field, where a text was pasted without its line ends."""
_GOES_ON = {"45A": "45A", "46A": "46A", "47A": "47A", "45B": "45A", "46B": "46A", "47B": "47A"}
"""Lists that MT701 goes on with, under the same tag or the one it had in older editions."""
_FOR_A_PERSON = frozenset(("39B", "39C", "42M", "42P", "44A", "44B", "44D"))
"""More amounts, mixed and deferred payment, places before and behind the ports, a period of shipment: no field of ours
holds them, and who presents papers has to know them.
"""
_LONGEST_NUMBER = 35
_NAMES: Mapping[str, tuple[str, ...]] = {
    "20": ("documentary credit number",),
    "31C": ("date of issue",),
    "31D": ("date and place of expiry",),
    "32B": ("currency code, amount",),
    "39A": ("percentage credit amount tolerance",),
    "41": ("available with... by...",),
    "42C": ("drafts at...",),
    "42A": ("drawee",),
    "42D": ("drawee",),
    "43P": ("partial shipments",),
    "43T": ("transhipment", "transshipment"),
    "44C": ("latest date of shipment",),
    "44E": ("port of loading/airport of departure", "port of loading"),
    "44F": ("port of discharge/airport of destination", "port of discharge"),
    "45A": ("description of goods and/or services",),
    "46A": ("documents required",),
    "47A": ("additional conditions",),
    "48": ("period for presentation in days", "period for presentation"),
    "49": ("confirmation instructions",),
    "50": ("applicant",),
    "51": ("applicant bank",),
    "52": ("issuing bank",),
    "59": ("beneficiary",),
}
"""What a bank's print writes behind a tag, as the standard calls the field."""
_ITEM = re.compile(r"^\s*(?:\+\s*\)?|[0-9]{1,2}\s*[.)]|[A-Z]\))\s*", re.MULTILINE)
_NUMBER = r"([0-9]{1,2}|ONE|TWO|THREE|FOUR|FIVE|SIX)(?: ?\([0-9A-Z]+\))?"
_WORDS = {"ONE": "1", "TWO": "2", "THREE": "3", "FOUR": "4", "FIVE": "5", "SIX": "6"}
_ORIGINALS = re.compile(rf"\b{_NUMBER} (?:SIGNED )?ORIGINALS?\b", re.IGNORECASE)
_COPIES = re.compile(rf"\b{_NUMBER} (?:NON-NEGOTIABLE )?(?:COPY|COPIES)\b", re.IGNORECASE)
_DAY = re.compile(r"([0-9]{6})\s*(.*)", re.DOTALL)
_AMOUNT = re.compile(r"([A-Z]{3})\s*([0-9]{1,15}(?:,[0-9]{0,6})?)")
_TOLERANCE = re.compile(r"([0-9]{1,2})\s*/\s*([0-9]{1,2})")
_TERM = re.compile(rf"\b(?:{'|'.join(TERMS)})\b")
_ALLOWED = dict.fromkeys(("ALLOWED", "PERMITTED"), "allowed")
_ALLOWED |= dict.fromkeys(("NOT ALLOWED", "NOT PERMITTED", "PROHIBITED", "FORBIDDEN"), "not_allowed")
_READERS: dict[str, Callable[[str], dict[str, Any] | None]] = {
    "20": _line("number", _LONGEST_NUMBER),
    "31C": _day("issued"),
    "31D": _day("expiry", "expiry_place"),
    "32B": _amount,
    "39A": _tolerance,
    "41A": _line("available_with"),
    "41D": _line("available_with"),
    "42A": _line("drawee"),
    "42C": _line("drafts_at"),
    "42D": _line("drawee"),
    "43P": _allowed("partial_shipments"),
    "43T": _allowed("transhipment"),
    "44C": _day("latest_shipment"),
    "44E": _line("port_of_loading"),
    "44F": _line("port_of_discharge"),
    "45A": _goods,
    "47A": _lines("conditions"),
    "48": _days,
    "49": _confirmed,
    "50": _party("applicant"),
    "51A": _party("issuing_bank"),
    "51D": _party("issuing_bank"),
    "52A": _party("issuing_bank"),
    "52D": _party("issuing_bank"),
    "59": _party("beneficiary"),
}
