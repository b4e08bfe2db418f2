"""Rules about the days of a letter of credit: shipment, presentation, expiry."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.credit import DUE, IS_CREDIT, SHIPPED, credit, day, last_presentation, shipped
from app.domain.derived import Figures
from app.domain.paths import value_at
from app.domain.problems import Finding, rule

ENOUGH_DAYS = 7
"""Below that, carrier's papers rarely reach the bank in time: two days to get them, five in which it examines."""
# The insurance's date is compared with the shipment below, which comes first.
_OWN_PAPERS = (
    "references.invoice_date",
    "references.packing_list_date",
    "references.certificate_of_origin_date",
)


@rule(
    "shipped_by_the_latest_day",
    severity="error",
    message="rules.shipped_too_late",
    reads=(IS_CREDIT, *SHIPPED, "letter_of_credit.latest_shipment"),
    source="UCP 600 articles 20, 23 and 29c (LC-03)",
    looked_at="2026-11-24",
)
def shipped_by_the_latest_day(figures: Figures) -> Iterator[Finding]:
    """The latest day of shipment does not move, also not over a holiday."""
    terms, left = credit(figures), shipped(figures)
    if terms and left and terms.latest_shipment and left > terms.latest_shipment:
        where = _where(figures)
        yield Finding(where, {"shipped": day(left), "latest": day(terms.latest_shipment)}, {"label": where})


@rule(
    "credit_lives_at_shipment",
    severity="error",
    message="rules.credit_expired",
    reads=(IS_CREDIT, *SHIPPED, "letter_of_credit.expiry"),
    source="UCP 600 articles 6d and 14c (LC-01)",
    looked_at="2026-11-24",
)
def credit_lives_at_shipment(figures: Figures) -> Iterator[Finding]:
    """After its expiry nobody pays under a credit."""
    terms, left = credit(figures), shipped(figures)
    if terms and left and terms.expiry and left > terms.expiry:
        where = _where(figures)
        yield Finding(where, {"shipped": day(left), "expiry": day(terms.expiry)}, {"label": where})


@rule(
    "time_to_present",
    severity="warning",
    message="rules.little_time",
    reads=(IS_CREDIT, *DUE),
    source="UCP 600 articles 14b and 14c (LC-01, LC-02)",
    looked_at="2026-11-24",
)
def time_to_present(figures: Figures) -> Iterator[Finding]:
    """Between shipment and the last day of presentation the papers have to be made and brought."""
    left, last = shipped(figures), last_presentation(figures)
    terms = credit(figures)
    if terms and terms.expiry and left and last and left <= terms.expiry and (last - left).days < ENOUGH_DAYS:
        told = {"last": day(last), "shipped": day(left)}
        yield Finding("letter_of_credit.expiry", told, {"label": _where(figures)})


@rule(
    "papers_dated_before_presentation",
    severity="error",
    message="rules.dated_after_presentation",
    reads=(IS_CREDIT, *DUE, *_OWN_PAPERS),
    source="UCP 600 article 14i (LC-14)",
    looked_at="2026-11-24",
)
def papers_dated_before_presentation(figures: Figures) -> Iterator[Finding]:
    """No paper is dated after the day on which it is presented."""
    terms, last = credit(figures), last_presentation(figures)
    if terms is None or terms.expiry is None or last is None:
        return
    for path in _OWN_PAPERS:
        dated = value_at(figures.shipment, path)
        if dated is not None and dated > last:
            yield Finding(path, {"dated": day(dated), "last": day(last)}, {"paper": path})


@rule(
    "insured_from_shipment",
    severity="warning",
    message="rules.insured_after_shipment",
    reads=(IS_CREDIT, *SHIPPED, "references.insurance_date", "letter_of_credit.number"),
    source="UCP 600 article 28e (LC-23)",
    looked_at="2026-11-24",
)
def insured_from_shipment(figures: Figures) -> Iterator[Finding]:
    """A cover that begins after shipment is refused, unless the policy, which nobody here sees, runs from then."""
    dated, left, terms = figures.shipment.references.insurance_date, shipped(figures), credit(figures)
    if terms and terms.number and dated and left and dated > left:
        yield Finding("references.insurance_date", {"dated": day(dated), "shipped": day(left)})


@rule(
    "expiry_on_a_banking_day",
    severity="warning",
    message="rules.expiry_at_weekend",
    reads=(IS_CREDIT, "letter_of_credit.expiry"),
    source="UCP 600 article 29a (LC-32)",
    looked_at="2026-11-24",
)
def expiry_on_a_banking_day(figures: Figures) -> Iterator[Finding]:
    """An expiry at a weekend moves to the next banking day; who counts on it asks the bank first."""
    terms = credit(figures)
    if terms and terms.expiry and terms.expiry.weekday() >= 5:
        yield Finding("letter_of_credit.expiry", {"expiry": day(terms.expiry)})


def _where(figures: Figures) -> str:
    """The path on which the day of shipment stands."""
    return next(path for path in SHIPPED if value_at(figures.shipment, path) is not None)
