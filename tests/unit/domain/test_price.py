"""Charges, the FOB value, the amount in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.derived import Figures
from app.domain.goods import GoodsLine
from app.domain.price import (
    amount_in_words,
    charges_on_invoice,
    first_open_fob_part,
    fob_value,
    included_parts,
    invoice_total,
)
from app.domain.shipment import Shipment
from app.domain.terms import Charge, Delivery
from app.kinds.circumstances import Circumstances
from tests.conftest import sample_named

D = Decimal
ONE_THOUSAND = (GoodsLine(id="a", quantity=Decimal(10), unit_price=Decimal(100)),)


def sold(term: str | None, *charges: Charge, none: tuple[str, ...] = ()) -> Shipment:
    """Goods for 1,000 USD under a term, with charges; those with an id in ``none`` are answered "none"."""
    answers = {f"charges.{row_id}.amount": "none" for row_id in none}
    return Shipment(
        goods=ONE_THOUSAND,
        currency="USD",
        delivery=Delivery(incoterm=term),
        charges=charges or None,
        answers=answers,  # type: ignore[arg-type]  # dict is invariant; the values are the literal
    )


def charge(kind: str | None, amount: str | None, place: str | None = "in_price") -> Charge:
    return Charge(id=kind or "c", kind=kind, amount=None if amount is None else Decimal(amount), place=place)


BEFORE_ON_BOARD = (("inland", "50"), ("export_clearance", "20"), ("loading", "5"))
FOB_CASES = [
    ("FOB", (), (), "1000"),
    ("FAS", (charge("loading", "30", "outside"),), (), "1030"),
    ("FAS", (), (), None),
    ("EXW", (charge("inland", "50", "outside"), charge("export_clearance", "20", "outside")), (), None),
    (
        "EXW",
        tuple(charge(kind, amount, "outside") for kind, amount in BEFORE_ON_BOARD),
        (),
        "1075",
    ),
    ("FCA", (charge("inland", None), charge("loading", "25", "outside")), ("inland",), "1025"),
    ("CFR", (charge("freight", "200"),), (), "800"),
    ("CFR", (), (), None),
    ("CPT", (charge("freight", None),), (), None),
    ("CIF", (charge("freight", "200"),), (), None),
    ("CIF", (charge("freight", "200"), charge("insurance", "10")), (), "790"),
    ("CIP", (charge("freight", "200"), charge("insurance", "10")), (), "790"),
    ("DAP", (charge("freight", "200"),), (), None),
    ("DAP", (charge("freight", "200"), charge("on_carriage", None)), ("on_carriage",), "800"),
    ("DAP", (charge("freight", "200"), charge("on_carriage", "60"), charge("insurance", "9")), (), "731"),
    ("DPU", (charge("freight", "200"), charge("on_carriage", "60"), charge("unloading", "15")), (), "725"),
    ("DDP", (charge("freight", "200"), charge("on_carriage", "60")), (), None),
    ("DDP", (charge("freight", "200"), charge("on_carriage", "60"), charge("import_duty", "90")), (), "650"),
    ("FOB", (charge("freight", "200", "on_invoice"),), (), "1000"),
    ("FOB", (charge("discount", "100", "on_invoice"), charge("packing", "40", "on_invoice")), (), "940"),
    ("CFR", (charge("freight", "200", None),), (), None),
    ("FAS", (charge("loading", "30", None),), (), None),
    ("FAS", (charge("loading", None, None),), ("loading",), "1000"),
    (None, (), (), None),
    ("XYZ", (), (), None),
]


@pytest.mark.parametrize(("term", "charges", "none", "expected"), FOB_CASES)
def test_fob_follows_from_the_incoterm_and_is_open_where_a_part_is_unknown(
    term: str | None, charges: tuple[Charge, ...], none: tuple[str, ...], expected: str | None, at: Circumstances
) -> None:
    figures = Figures(sold(term, *charges, none=none), at)
    assert fob_value(figures) == (None if expected is None else Decimal(expected))
    if term in at.lists.incoterms.entries:
        assert (first_open_fob_part(figures) is None) == (expected is not None)


def test_charges_on_the_invoice_change_its_total_and_those_in_the_price_do_not(at: Circumstances) -> None:
    rows = (
        charge("freight", "200", "on_invoice"),
        charge("discount", "50", "on_invoice"),
        charge("insurance", "10", "in_price"),
        charge("inland", "70", "outside"),
        charge("other", "0", "on_invoice"),
    )
    figures = Figures(sold("CIF", *rows), at)
    assert invoice_total(figures) == Decimal(1150)
    assert [(p.kind, p.amount) for p in charges_on_invoice(figures)] == [("freight", D(200)), ("discount", D(-50))]


def test_the_costs_after_fob_are_told_together_where_one_of_them_stands_in_the_price(at: Circumstances) -> None:
    rows = (charge("freight", "200", "on_invoice"), charge("insurance", "10"), charge("import_duty", "7", "outside"))
    figures = Figures(sold("CIF", *rows), at)
    parts = [(part.kind, part.amount) for part in included_parts(figures)]
    assert parts == [("freight", D(200)), ("insurance", D(10))]
    assert (fob_value(figures) or 0) + D(210) == invoice_total(figures)
    assert not list(included_parts(Figures(sold("CFR", rows[0]), at)))


@pytest.mark.parametrize("kind", [None, "of_the_future"])
def test_a_charge_of_no_known_kind_is_asked_for_as_another_charge(kind: str | None, at: Circumstances) -> None:
    figures = Figures(sold("FOB", charge(kind, "25", "on_invoice")), at)
    assert [(p.kind, p.amount) for p in charges_on_invoice(figures)] == [("other", D(25))]


def test_the_invoice_total_is_open_while_a_charge_on_it_has_no_amount(at: Circumstances) -> None:
    assert invoice_total(Figures(sold("FOB", charge("packing", None, "on_invoice")), at)) is None


@pytest.mark.parametrize(
    ("price", "currency", "english", "indonesian"),
    [
        (
            "30360",
            "USD",
            "USD THIRTY THOUSAND THREE HUNDRED AND SIXTY ONLY",
            "USD TIGA PULUH RIBU TIGA RATUS ENAM PULUH",
        ),
        ("151800", "USD", "USD ONE HUNDRED AND FIFTY-ONE THOUSAND EIGHT HUNDRED ONLY", None),
        ("1234.56", "USD", "USD ONE THOUSAND TWO HUNDRED AND THIRTY-FOUR AND CENTS FIFTY-SIX ONLY", None),
        ("10.01", "USD", "USD TEN AND CENT ONE ONLY", "USD SEPULUH DAN SATU SEN"),
        ("10.50", "AED", "AED TEN AND 50/100 ONLY", "AED SEPULUH DAN 50/100"),
        ("10.125", "KWD", "KWD TEN AND 125/1000 ONLY", "KWD SEPULUH DAN 125/1000"),
        ("10.5", "KWD", "KWD TEN AND 500/1000 ONLY", "KWD SEPULUH DAN 500/1000"),
        ("1001500", "IDR", "IDR ONE MILLION ONE THOUSAND FIVE HUNDRED ONLY", "IDR SATU JUTA SERIBU LIMA RATUS"),
        ("0", "EUR", "EUR ZERO ONLY", "EUR NOL"),
    ],
)
def test_the_amount_in_words_reads_as_banks_read_it(
    price: str, currency: str, english: str, indonesian: str | None, at: Circumstances
) -> None:
    lines = (GoodsLine(id="a", quantity=Decimal(1), unit_price=Decimal(price)),)
    shipment = Shipment(goods=lines, currency=currency)
    assert amount_in_words(Figures(shipment, at)) == english
    if indonesian:
        assert amount_in_words(Figures(shipment, at.in_language("id"))) == indonesian


def test_the_words_leave_out_no_digit_of_a_charge_that_is_finer_than_the_coin(at: Circumstances) -> None:
    figures = Figures(sold("FOB", charge("packing", "0.125", "on_invoice")), at)
    assert amount_in_words(figures) == "USD ONE THOUSAND AND 125/1000 ONLY"


def test_the_parts_of_the_furniture_price_add_up_to_its_total(at: Circumstances) -> None:
    figures = Figures(sample_named("furniture_hamburg_lc"), at)
    parts = sum(part.amount or 0 for part in included_parts(figures))
    assert (fob_value(figures) or 0) + parts == invoice_total(figures)
