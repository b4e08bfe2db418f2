"""One order with more than twenty mistakes, one of each family: all are shown, and nothing else is."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from app.checks.check import check
from app.domain.goods import Permit
from app.domain.paths import with_value
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from tests.conftest import sample_named

FURNITURE = sample_named("furniture_hamburg_lc")
FIRST, SECOND = (line.id for line in (FURNITURE.goods or ())[:2])
DAY = datetime.date.fromisoformat
PERMIT = Permit(id="p", date=DAY("2027-01-02"), valid_until=DAY("2027-01-01"))


def planted(shipment: Shipment) -> dict[str, tuple[str, Any]]:
    """Rule -> the answer that breaks it: path and value."""
    first_range = (shipment.packing.ranges or ())[0]
    return {
        "account_in_the_exporters_name": ("bank.account_name", "BUDI CONTOH"),
        "account_takes_the_currency": ("bank.account_currency", "IDR"),
        "term_is_of_today": ("letter_of_credit.incoterm", "C&F HAMBURG"),
        "edition_is_of_2020": ("payment.terms", "L/C at sight, Incoterms 2010"),
        "insured_for_enough": ("insurance.amount", Decimal(20000)),
        "cover_fits_incoterm": ("insurance.cover", "c"),
        "goods_leave_from_here": ("transport.port_of_loading_code", "SGSIN"),
        "final_place_is_abroad": ("transport.place_of_delivery", "Surabaya"),
        "origin_certified_in_time": ("references.certificate_of_origin_date", DAY("2027-01-30")),
        "shipped_by_the_latest_day": ("letter_of_credit.latest_shipment", DAY("2027-01-19")),
        "credit_in_invoice_currency": ("letter_of_credit.currency", "USD"),
        "credit_names_the_parties": ("letter_of_credit.applicant", "MUSTER HOLZ"),
        "credit_has_the_same_ports": ("letter_of_credit.port_of_discharge", "BREMEN"),
        "transhipment_allowed": ("transport.transhipment", "yes"),
        "originals_as_credit_asks": ("references.invoice_originals", Decimal(1)),
        "draft_on_a_bank": ("letter_of_credit.drawee", "THE APPLICANT"),
        "papers_seen_as_credit_asks": ("credit_review.clean", "no"),
        "first_six_digits_agree": (f"goods.{SECOND}.destination_hs_code", "94016100"),
        "goods_are_of_here": (f"goods.{FIRST}.origin_country", "CN"),
        "permits_not_ended": (f"goods.{FIRST}.permits", (PERMIT,)),
        "net_not_above_gross": (f"packing.ranges.{first_range.id}.gross_each", Decimal("0.5")),
        "marks_count_the_packages": ("packing.marks", "MM\n1-181"),
    }


def ready() -> Shipment:
    """The order as it stands, with terms by which no mistake covers another."""
    shipment = with_value(FURNITURE, "letter_of_credit.transhipment", "not_allowed")
    return with_value(shipment, "delivery.incoterm", "CIP")


def problems(shipment: Shipment, program: Program, at: Circumstances) -> list[str]:
    return sorted(p.rule for p in check(program.catalog, shipment, at))


def test_all_planted_mistakes_are_shown_and_no_other(program: Program, at: Circumstances) -> None:
    shipment, before = ready(), problems(ready(), program, at)
    mistakes = planted(shipment)
    for path, value in mistakes.values():
        shipment = with_value(shipment, path, value)
    assert len(mistakes) >= 20
    assert problems(shipment, program, at) == sorted([*before, *mistakes])


@pytest.mark.parametrize("rule", sorted(planted(FURNITURE)))
def test_each_alone_shows_itself_alone(rule: str, program: Program, at: Circumstances) -> None:
    shipment = ready()
    before = problems(shipment, program, at)
    path, value = planted(shipment)[rule]
    assert problems(with_value(shipment, path, value), program, at) == sorted([*before, rule])
