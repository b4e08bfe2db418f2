"""The rules about papers as they are written in ``resources/advice``, and the words of every paper they can ask for."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

import msgspec

from app.catalog.declared import Worded

Certainty = Literal["H", "M", "K"]
"""H: an official text was seen. M: a secondary source. K: general knowledge, to be confirmed."""
Day = Literal["departure", "import"]
"""Which day of the shipment a rule's dates are compared with."""


class Condition(msgspec.Struct, frozen=True, rename={"one_of": "is"}, forbid_unknown_fields=True):
    """One plain comparison of a fact. Nothing cleverer: what needs more is a fact of its own."""

    fact: str
    one_of: tuple[str, ...] = ()
    is_not: tuple[str, ...] = ()
    says: str = ""
    """A regular expression, in small letters, that one row of a text holds."""
    at_most: Decimal | None = None
    above: Decimal | None = None
    at_least: Decimal | None = None


class Rule(
    msgspec.Struct, frozen=True, kw_only=True, rename={"since": "from", "until": "to"}, forbid_unknown_fields=True
):
    """When all of ``when`` holds in its time, these papers are needed, perhaps needed, not used, or remarked on."""

    id: str
    when: tuple[Condition, ...]
    why: Worded
    source: str
    certainty: Certainty
    needed: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    """Papers that somebody else decides on: ``ask`` says who, or ``question`` is the path of the answer."""
    not_here: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    ask: Worded | None = None
    question: str = ""
    first: bool = False
    """Whether to ask before anything else is done."""
    since: datetime.date | None = None
    until: datetime.date | None = None
    day: Day = "departure"

    def papers(self) -> tuple[str, ...]:
        """All papers it speaks of."""
        return (*self.needed, *self.perhaps, *self.not_here, *self.notes)


class Step(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A step of the work, with the days before departure by which it should be done; negative after it."""

    id: str
    title: Worded
    days: int


class Paper(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A paper that a rule can ask for."""

    title: Worded
    step: str
    issuer: Worded
    needs: Worded
    forms: tuple[str, ...] = ()
    """The ids a document that drafts it may have, where they are not the paper's own."""


class Scheme(
    msgspec.Struct, frozen=True, kw_only=True, rename={"since": "from", "until": "to"}, forbid_unknown_fields=True
):
    """A proof of origin that a destination takes."""

    key: str
    title: Worded
    order: int
    """Which to try first; an order worth trying, no law."""
    dest: tuple[str, ...]
    decides: Worded
    certainty: Certainty
    paper: str = "certificate_of_origin"
    hs: tuple[str, ...] = ()
    counts: bool = True
    """False: unverified or out of use, offered as a question only."""
    in_force: bool = True
    """False: signed or announced, and no day is known. Where there is one, it is ``from``, and this goes."""
    fallback: bool = False
    """Whether it stands in where no other scheme counts."""
    since: datetime.date | None = None
    until: datetime.date | None = None
    day: Day = "departure"


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A yes or no: what was answered, else what the goods' words and HS codes tell."""

    path: str = ""
    words_yes: tuple[str, ...] = ()
    words_ask: tuple[str, ...] = ()
    """Words that may mean it, and may as well be a colour or a pattern."""
    hs_yes: tuple[str, ...] = ()
    hs_ask: tuple[str, ...] = ()
    hs_not: tuple[str, ...] = ()
    """Lying under one of ``hs_yes`` or ``hs_ask``, and none of it all the same."""
    told_by: str = ""
    """The attribute of a goods line that makes the asking needless."""
    settled_by: str = ""
    """The path whose answer, whatever it is, makes this a no."""
    ask: bool = False
    """Whether it stays open while nobody has answered; else silence is a no."""


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """All of it."""

    looked_at: datetime.date
    rules: tuple[Rule, ...]
    papers: Mapping[str, Paper]
    steps: tuple[Step, ...]
    schemes: tuple[Scheme, ...]
    questions: Mapping[str, Question]
    areas: Mapping[str, frozenset[str]]
    days: Mapping[str, int]
    """Days between departure, arrival and the declaration at destination."""
    rates: Mapping[str, Mapping[str, tuple[Decimal, Decimal]]]
    """Least and most that a unit of a currency can be worth in another."""

    def countries(self, codes: tuple[str, ...]) -> frozenset[str]:
        """Codes with the areas (``@EU``) told out; also of other codes than countries, which stay as they are."""
        return frozenset(one for code in codes for one in self._told_out(code))

    def _told_out(self, code: str) -> Iterator[str]:
        if code.startswith("@"):
            yield from self.areas[code[1:]]
        else:
            yield code
