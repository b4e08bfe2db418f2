"""What the declaration says twice in other words, and numbers that no list knows."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from app.domain.declaration import final_port
from app.domain.derived import Figures
from app.domain.problems import Finding, rule
from app.domain.proposals import PAYMENTS, proposed_in_words
from app.kinds.date import long_date
from app.words import Text, same

NOT_CAPTURED = ("952", "370")
"""Documents that are offered though the newest list of customs' codes that was seen lacks them."""
WORLDWIDE = 6
"""So many digits of a tariff number are the same in all countries."""
KIND = slice(4, 6)
"""Where a submission number names the kind of document, and what it names for an export declaration."""
EXPORT = "30"


@rule(
    "peb_hs_listed",
    severity="warning",
    message="rules.peb_hs_unknown",
    reads=("goods.*.hs_code",),
    source="Harmonized System 2022 to six digits; the Indonesian tariff where a person imported it",
    looked_at="2026-11-24",
)
def hs_listed(figures: Figures) -> Iterator[Finding]:
    """A tariff number that does not exist is the commonest cause of fines."""
    numbers = [(line.id, line.hs_code or "") for line in figures.goods]
    # A file made by hand may have points in it: that is said elsewhere.
    told = [(line, number) for line, number in numbers if len(number) > WORLDWIDE and number.isdigit()]
    if not told:
        return
    tariff, worldwide = figures.at.lists.tariff, figures.at.lists.hs6
    for line, number in told:
        if worldwide.find(number[:WORLDWIDE]) is None or (tariff is not None and tariff.find(number) is None):
            yield Finding(f"goods.{line}.hs_code", {"hs": same(number)})


@rule(
    "peb_payment_agrees",
    severity="warning",
    message="rules.peb_payment_other",
    reads=("payment.method", "customs.payment_method", "customs.trade_method"),
    source="customs' lists of payment methods and manners of trade, paired with ours (domain ruling 18)",
    looked_at="2026-11-24",
)
def payment_agrees(figures: Figures) -> Iterator[Finding]:
    """Customs is not told of a letter of credit where money came in advance. Codes that say neither are left alone."""
    shipment = figures.shipment
    due = PAYMENTS.get(shipment.payment.method or "")
    names = ("payment_method", "trade_method")
    for n, name in enumerate(names if due else ()):
        path, told = f"customs.{name}", getattr(shipment.customs, name)
        others = {pair[n] for pair in PAYMENTS.values()}
        if due and told in others and told != due[n]:
            gaps = {"told": proposed_in_words(figures, path, told), "due": proposed_in_words(figures, path, due[n])}
            yield Finding(path, gaps, {"label": path, "payment": "payment.method"})


@rule(
    "peb_port_of_destination",
    severity="warning",
    message="rules.peb_port_elsewhere",
    reads=("transport.final_port_code", "transport.port_of_discharge_code", "transport.country_of_destination"),
    source="boxes 25 and 26 of BC 3.0: the port of destination lies in the country of destination",
    looked_at="2026-11-24",
)
def port_of_destination(figures: Figures) -> Iterator[Finding]:
    """A port in another country than the goods go to; right only where that country has no port of its own."""
    port, country = final_port(figures), figures.shipment.transport.country_of_destination
    if port and country and not port.startswith(country):
        where = figures.at.lists.countries.named
        gaps = {"port": same(port), "there": where(port[:2]), "country": where(country)}
        yield Finding("transport.country_of_destination", gaps, {"final": "transport.final_port_code"})


@rule(
    "peb_submission_number",
    severity="warning",
    message="rules.peb_submission_other",
    reads=("customs.submission_no",),
    source="submission numbers on real export declarations: 0000, then 30 for BC 3.0, then company, day and number",
    looked_at="2026-11-24",
)
def submission_number(figures: Figures) -> Iterator[Finding]:
    """The number of another document (an import declaration, say) was typed."""
    number = figures.shipment.customs.submission_no or ""
    # Half of a number names no document yet.
    if len(number) >= KIND.stop and number[KIND] != EXPORT:
        yield Finding("customs.submission_no", {"told": same(number[KIND]), "due": same(EXPORT)})


@rule(
    "peb_document_listed",
    severity="warning",
    message="rules.peb_document_unlisted",
    reads=("customs.documents.*.code", "goods.*.permits.*.customs_code"),
    source="customs' list of documents, captured August 2025, lacks 952 and 370 (domain ruling 17)",
    looked_at="2026-11-24",
)
def document_listed(figures: Figures) -> Iterator[Finding]:
    """A code that the portal may not know; 999 is "other"."""
    told = [(f"customs.documents.{paper.id}.code", paper.code) for paper in figures.shipment.customs.documents or ()]
    for line in figures.goods:
        told += [(f"goods.{line.id}.permits.{p.id}.customs_code", p.customs_code) for p in line.permits or ()]
    for path, code in told:
        if code in NOT_CAPTURED:
            yield Finding(path, {"code": same(code)})


@rule(
    "peb_export_day",
    severity="warning",
    message="rules.peb_export_day",
    reads=("customs.export_date", "transport.departure"),
    source="box 20 of BC 3.0: the expected day of export is that of the departure; the filing window hangs on it",
    looked_at="2026-11-24",
)
def export_day(figures: Figures) -> Iterator[Finding]:
    """A departure that was moved moves the day of export too."""
    told, leaves = figures.shipment.customs.export_date, figures.shipment.transport.departure
    if told and leaves and told != leaves:
        days = {"told": _day(told), "leaves": _day(leaves)}
        yield Finding("customs.export_date", days, {"label": "customs.export_date", "departure": "transport.departure"})


def _day(day: datetime.date) -> Text:
    return Text(long_date(day, "id"), long_date(day, "en"))
