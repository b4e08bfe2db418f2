"""Rules about how delivery terms are written: the place alone, the edition of 2020, no term of an older edition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.derived import Figures
from app.domain.paths import value_at
from app.domain.problems import Finding, rule
from app.words import same

OLD_TERMS = {
    "DAT": "DPU",
    "DDU": "DAP",
    "DAF": "DAP",
    "DES": "DAP",
    "DEQ": "DPU",
    "C&F": "CFR",
    "CNF": "CFR",
}
"""Terms that are no longer among the eleven, and what says nearly the same today."""
WORDINGS = ("delivery.place", "payment.terms", "general_description", "letter_of_credit.incoterm")
"""Where somebody may write a term or its edition in his own words."""
_EDITION = re.compile(r"INCOTERMS\W{0,4}(?:RULES\W+)?((?:19|20)\d\d)")
_TERM = re.compile(r"^([A-Z]{3}|C&F)\b")
_OLD_TERM = re.compile(r"(?<![A-Z&])(" + "|".join(OLD_TERMS) + r")(?![A-Z&])(?! MOINES| PLAINES)")
"""But for towns whose names begin like one."""


@rule(
    "place_without_its_term",
    severity="warning",
    message="rules.term_in_place",
    reads=("delivery.place",),
    source="Incoterms 2020, how a rule is named: the three letters, then the place (INC-01)",
    looked_at="2026-11-24",
)
def place_without_its_term(figures: Figures) -> Iterator[Finding]:
    """The papers print the term before the place; with the term in the place it stands twice."""
    place = figures.shipment.delivery.place or ""
    found = _TERM.match(place.upper())
    if found and (_OLD_TERM.match(place.upper()) or figures.at.lists.incoterms.find(found[1])):
        yield Finding("delivery.place", {"term": same(found[1])})


@rule(
    "edition_is_of_2020",
    severity="warning",
    message="rules.older_edition",
    reads=WORDINGS,
    source="Incoterms 2020: one edition on contract, invoice and credit (INC-11)",
    looked_at="2026-11-24",
)
def edition_is_of_2020(figures: Figures) -> Iterator[Finding]:
    """The papers say Incoterms 2020; another year beside it is a contradiction."""
    for path in WORDINGS:
        for year in _EDITION.findall((value_at(figures.shipment, path) or "").upper()):
            if year != "2020":
                yield Finding(path, {"year": same(year)}, {"label": path})
                break


@rule(
    "term_is_of_today",
    severity="warning",
    message="rules.older_term",
    reads=("letter_of_credit.incoterm",),
    source="Incoterms 2020: the eleven rules (INC-13); ruling 9",
    looked_at="2026-11-24",
)
def term_is_of_today(figures: Figures) -> Iterator[Finding]:
    """Terms of older editions are read, and not written any more."""
    found = _OLD_TERM.search((figures.shipment.letter_of_credit.incoterm or "").upper())
    if found:
        yield Finding("letter_of_credit.incoterm", {"old": same(found[1]), "instead": same(OLD_TERMS[found[1]])})
