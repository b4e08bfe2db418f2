"""Rules about what a destination wants to read on the invoice, beyond what every invoice says."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from app.domain.derived import Figures
from app.domain.goods import GoodsLine
from app.domain.paths import value_at
from app.domain.problems import Finding, rule
from app.kinds.date import later
from app.words import same

EU = frozenset(
    (
        *("AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU"),
        *("MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"),
    )
)
STATED = frozenset({"GB", "CH", "LI", "NO", "IS"})
"""Beside the European Union: where the exporter's own statement is the proof of origin."""
GSP_ENDS = datetime.date(2026, 12, 31)
"""The last day on which goods may be declared in the European Union with an Indonesian statement on origin."""
LAST_DEPARTURE_BY_SEA = datetime.date(2026, 11, 15)
DAYS_TO_DECLARE = 3
"""Between arrival and the import declaration."""
ON_INVOICE = {"label": "statements"}
"""Where a message sends what no field of its own carries."""
_STATEMENT = re.compile(r"GENERALI[SZ]ED SYSTEM OF PREFERENCES|\bGSP\b|\bREX\b")
_ORIGIN = re.compile(r"PREFERENTIAL ORIGIN|DEVELOPING COUNTRIES TRADING|\bDCTS\b|" + _STATEMENT.pattern)
_MAKER = re.compile(r"\bMID\b|\bMANUFACTURER'?S? (?:ID|IDENTIFICATION)")
_ACID = re.compile(r"(?<!\d)\d{19}(?!\d)")
_TEXTILES = tuple(str(chapter) for chapter in range(50, 64))


class Want(NamedTuple):
    """One answer that a destination reads on the invoice."""

    countries: frozenset[str]
    path: str
    source: str
    hs: tuple[str, ...] = ("",)
    """Beginnings of HS codes that it is asked for."""


WANTS = (
    Want(frozenset({"US"}), "goods.*.composition", "19 CFR 141.89: fibre content of textiles", _TEXTILES),
    Want(frozenset({"US"}), "goods.*.composition", "interim footwear invoice: materials of upper and sole", ("64",)),
    Want(frozenset({"US"}), "exporter.signatory", "19 CFR 141.86(j): a responsible employee"),
    Want(EU, "buyer.eori", "EU customs: EORI of the importer"),
    Want(frozenset({"GB"}), "buyer.eori", "UK customs: EORI of the importer"),
    Want(frozenset({"IN", "EG"}), "buyer.tax_id", "importer's number: IEC in India, tax number in Egypt"),
)
"""Section 4 of the trade documents notes, as far as a field of ours carries it."""


@rule(
    "destination_reads_on_invoice",
    severity="hint",
    message="rules.destination_wants",
    reads=("transport.country_of_destination", "goods.*.hs_code", *dict.fromkeys(want.path for want in WANTS)),
    source="trade documents notes 4: " + "; ".join(want.source for want in WANTS),
    looked_at="2026-11-24",
)
def destination_reads_on_invoice(figures: Figures) -> Iterator[Finding]:
    """What customs at destination looks for and nobody has answered."""
    country = figures.shipment.transport.country_of_destination
    for want in WANTS:
        if country in want.countries:
            for path in _open(figures, want):
                entry = figures.at.lists.countries.find(country)
                name = entry.name if entry else same(country)
                yield Finding(path, {"country": name}, {"label": want.path})


@rule(
    "egypt_reads_the_acid",
    severity="hint",
    message="rules.acid_wanted",
    reads=("transport.country_of_destination", "statements", "statements.*.text"),
    source="trade documents notes 4, Egypt: ACID of 19 digits on invoice, packing list and bill of lading",
    looked_at="2026-11-24",
)
def egypt_reads_the_acid(figures: Figures) -> Iterator[Finding]:
    """Goods without the importer's ACID number are not loaded for Egypt."""
    if figures.shipment.transport.country_of_destination == "EG" and not _says(figures, _ACID):
        yield Finding("transport.country_of_destination", labels=ON_INVOICE)


@rule(
    "textiles_name_their_maker",
    severity="hint",
    message="rules.maker_code_wanted",
    reads=("transport.country_of_destination", "goods.*.hs_code", "statements", "statements.*.text"),
    source="trade documents notes 4, textiles and apparel to the United States: manufacturer's code (MID)",
    looked_at="2026-11-24",
)
def textiles_name_their_maker(figures: Figures) -> Iterator[Finding]:
    """Customs of the United States asks textiles for a code made of the maker's country, name and town."""
    is_textile = any((line.hs_code or "").startswith(_TEXTILES) for line in figures.goods)
    if figures.shipment.transport.country_of_destination == "US" and is_textile and not _says(figures, _MAKER):
        yield Finding("transport.country_of_destination", labels=ON_INVOICE)


@rule(
    "preference_has_its_statement",
    severity="hint",
    message="rules.origin_statement_wanted",
    reads=(
        *("transport.country_of_destination", "transport.mode", "transport.on_board", "transport.departure"),
        *("transport.arrival", "customs.preference_wanted", "statements", "statements.*.text"),
    ),
    source="trade documents notes 4, European Union, United Kingdom, EFTA: origin is stated on the invoice; ruling 22",
    looked_at="2026-11-24",
)
def preference_has_its_statement(figures: Figures) -> Iterator[Finding]:
    """Where the exporter himself states the origin, the lower duty that is wanted hangs on a line of the invoice."""
    country = figures.shipment.transport.country_of_destination
    is_stated = country in STATED or (country in EU and not _comes_too_late(figures))
    is_wanted = figures.shipment.customs.preference_wanted == "yes"
    if is_wanted and is_stated and not _says(figures, _ORIGIN):
        entry = figures.at.lists.countries.find(country or "")
        told = {"country": entry.name if entry else same(str(country))}
        yield Finding("customs.preference_wanted", told, ON_INVOICE)


@rule(
    "origin_statement_still_counts",
    severity="warning",
    message="rules.statement_has_ended",
    reads=(
        *("transport.country_of_destination", "transport.mode", "transport.on_board", "transport.departure"),
        *("transport.arrival", "statements", "statements.*.text"),
    ),
    source="rulings 22 and 28: the import declaration counts, on or before 31 December 2026",
    looked_at="2026-11-24",
)
def origin_statement_still_counts(figures: Figures) -> Iterator[Finding]:
    """A statement on origin for goods that reach the European Union after its preference has ended."""
    if figures.shipment.transport.country_of_destination not in EU or not _comes_too_late(figures):
        return
    for row in figures.shipment.statements or ():
        if _STATEMENT.search((row.text or "").upper()):
            yield Finding(f"statements.{row.id}.text")


def _says(figures: Figures, wanted: re.Pattern[str]) -> bool:
    """Whether a statement on the invoice says it."""
    return any(wanted.search((row.text or "").upper()) for row in figures.shipment.statements or ())


def _open(figures: Figures, want: Want) -> Iterator[str]:
    """The paths at which the answer is missing."""
    answers = figures.shipment.answers
    lines = [line for line in figures.goods if (line.hs_code or "").startswith(want.hs)]
    if not want.path.startswith("goods.*."):
        is_open = value_at(figures.shipment, want.path) is None and answers.get(want.path) is None
        yield from [want.path] if is_open and (lines or want.hs == ("",)) else []
        return
    name = want.path.removeprefix("goods.*.")
    yield from (path for line in lines if (path := _line_open(line, name)) and answers.get(path) is None)


def _line_open(line: GoodsLine, name: str) -> str:
    return "" if not line.hs_code or getattr(line, name) else f"goods.{line.id}.{name}"


def _comes_too_late(figures: Figures) -> bool:
    go = figures.shipment.transport
    if go.arrival is not None:
        return later(go.arrival, DAYS_TO_DECLARE) > GSP_ENDS
    left = go.on_board or go.departure
    if left is None:
        return figures.at.today > GSP_ENDS
    by_plane = later(GSP_ENDS, -DAYS_TO_DECLARE) if go.mode in ("air", "courier") else GSP_ENDS
    return left > (LAST_DEPARTURE_BY_SEA if go.mode == "sea" else by_plane)
