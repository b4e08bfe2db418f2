"""The names of the files: telling, and safe on every system whatever stands in the shipment."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.party import Buyer
from app.domain.references import References
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.paper_names import merged_stem, paper_stem
from app.services.program import Program
from tests.conftest import sample_named

SAFE = re.compile(r"[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?")
RESERVED = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{device}{n}" for device in ("COM", "LPT") for n in "0123456789\u00b9\u00b2\u00b3"),
}
"""Names that Windows keeps for devices, with whatever suffix."""
HARD = (
    "CON",
    "con.",
    "NUL.txt",
    "..",
    "../../etc",
    "a:b",
    "C:\\x",
    "a. ",
    "\u202egpj",
    "\x00",
    "見本",
    "Å",
    "LPT1",
    "-",
    "~",
)


def stems(program: Program, shipment: Shipment, at: Circumstances) -> list[str]:
    """Every file name this shipment can give."""
    return [merged_stem(shipment), *(paper_stem(form, shipment, at) for form in program.catalog.forms.values())]


@pytest.mark.bar("I3")
@settings(max_examples=2_000)
@given(*[st.none() | st.sampled_from(HARD) | st.text(max_size=150)] * 3, st.none() | st.dates())
@example("CON", "CON", "CON", None)
@example("x" * 500, "y" * 500, "z" * 500, datetime.date(2026, 12, 2))
def test_a_name_is_valid_on_windows_whatever_was_typed(
    program: Program,
    at: Circumstances,
    buyer: str | None,
    number: str | None,
    title: str | None,
    day: datetime.date | None,
) -> None:
    references = References(invoice_no=number, packing_list_no=number, invoice_date=day, packing_list_date=day)
    shipment = Shipment(title=title, buyer=Buyer(name=buyer), references=references)
    for stem in stems(program, shipment, at):
        assert SAFE.fullmatch(stem)
        assert stem.upper() not in RESERVED
        assert stem.endswith("DRAFT")
        # The number of a collision and .pdf come behind it; folder and name stay under 240 letters.
        assert len(stem) < 160


def test_a_name_says_kind_number_buyer_and_day(program: Program, at: Circumstances) -> None:
    shipment = sample_named("footwear_rotterdam")
    invoice = program.catalog.forms["commercial_invoice"]
    assert paper_stem(invoice, shipment, at) == "INV-LJ-INV-2026-041_Voorbeeld_2026-12-02_DRAFT"
    assert merged_stem(shipment) == "EKSPOR-LJ-INV-2026-041_Voorbeeld_2026-12-02_DRAFT"


def test_without_answers_a_name_says_the_kind(program: Program, at: Circumstances) -> None:
    assert paper_stem(program.catalog.forms["commercial_invoice"], Shipment(), at) == "INV_DRAFT"
    assert merged_stem(Shipment()) == "EKSPOR_DRAFT"


@pytest.mark.parametrize(
    ("buyer", "part"),
    [
        ("PT. Maju Jaya", "Maju"),
        ("B.V. de Größe", "B-v"),
        ("A B", "A"),
        ("見本", ""),
        ("", ""),
        ("  VOORBEELD  ", "Voorbeeld"),
    ],
)
def test_the_buyer_is_named_by_his_first_telling_word(buyer: str, part: str) -> None:
    assert merged_stem(Shipment(buyer=Buyer(name=buyer))) == "_".join(p for p in ("EKSPOR", part, "DRAFT") if p)
