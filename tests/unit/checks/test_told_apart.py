"""What looks like a mistake and is none, and what looks right and is not."""

from __future__ import annotations

from typing import Any

import pytest

from app.checks.check import rule_problems
from app.domain.derived import Figures
from app.domain.problems import RULES
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from tests.unit.checks.told import told

POLICY = "Insurance policy made out to order and blank endorsed"
BILL = "Full set of clean on board B/L made out to order of issuing bank"
JOURNEY = {
    "transport__port_of_loading": "Tanjung Perak, Surabaya",
    "transport__port_of_discharge": "Hamburg",
    "exporter__city": "Kota Mojokerto",
    "buyer__city": "Musterstadt",
}


def fires(name: str, program: Program, at: Circumstances, **answers: Any) -> bool:
    return bool(list(rule_problems(program.catalog, [RULES[name]], Figures(told(**answers), at))))


@pytest.mark.parametrize(("rows", "wrong"), [((POLICY,), False), ((POLICY, BILL), True)])
def test_only_the_bill_of_lading_is_looked_at_for_an_order(
    rows: tuple[str, ...], wrong: bool, program: Program, at: Circumstances
) -> None:
    papers = [{"id": f"d{number}", "text": text} for number, text in enumerate(rows)]
    found = fires("consigned_as_credit_asks", program, at, consignee__who="buyer", letter_of_credit__documents=papers)
    assert found is wrong


@pytest.mark.parametrize(
    ("said", "wrong"), [("SURABAYA, INDONESIA", False), ("Surabaya", False), ("SEMARANG, INDONESIA", True)]
)
def test_a_port_with_its_country_is_the_same_port(said: str, wrong: bool, program: Program, at: Circumstances) -> None:
    answers = {"letter_of_credit__port_of_loading": said, **JOURNEY}
    assert fires("credit_has_the_same_ports", program, at, **answers) is wrong


@pytest.mark.parametrize(
    ("term", "place", "wrong"),
    [
        ("FOB", "Hamburg", True),
        ("FOB", "Bremen, Germany", True),
        ("FCA", "Sidoarjo, Indonesia", False),
        ("FCA", "Musterstadt", True),
        ("DAP", "Surabaya", True),
        ("DAP", "Kota Mojokerto, Indonesia", True),
        ("DAP", "Musterstadt, Jerman", False),
        ("CIF", "a place nobody knows", False),
    ],
)
def test_a_named_place_on_the_wrong_side_of_the_sea_is_an_error(
    term: str, place: str, wrong: bool, program: Program, at: Circumstances
) -> None:
    answers = {"delivery__incoterm": term, "delivery__place": place, **JOURNEY}
    assert fires("named_place_on_its_side", program, at, **answers) is wrong
