"""Amounts with and without a currency written around them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.kinds.kind import Misread, Reading
from app.kinds.money import Amount, UnitPrice, currency_decimals
from tests.unit.kinds.every_kind import AT, BOTH


@pytest.mark.parametrize(
    ("text", "currency", "value"),
    [
        ("Rp 1.250.000,-", "IDR", "1250000"),
        ("Rp1.250.000,-", "IDR", "1250000"),
        ("Rp.1.250.000", "IDR", "1250000"),
        ("Rp. 1.250.000", "IDR", "1250000"),
        ("rp 1.250.000", "IDR", "1250000"),
        ("IDR 1.250.000,-", "IDR", "1250000"),
        ("1.250.000,- IDR", "IDR", "1250000"),
        ("US$1,234.50", "USD", "1234.5"),
        ("US$ 1,234.50", "USD", "1234.5"),
        ("USD1,234.50", "USD", "1234.5"),
        ("usd 1.234,50", "USD", "1234.5"),
        ("1.234,50 USD", "USD", "1234.5"),
        ("$.50", "USD", "0.5"),
        ("$ 12", "SGD", "12"),
        ("RMB 12", "CNY", "12"),
        ("RM12", "MYR", "12"),
        ("12 HK$", "HKD", "12"),
        ("12 €", "EUR", "12"),
        ("¥1.250.000", "JPY", "1250000"),
        ("1 250,50", "USD", "1250.5"),
        ("USD 1 250,50", "USD", "1250.5"),
        ("Rp 1.250.000", None, "1250000"),
    ],
)
def test_the_currency_may_be_typed_around_the_amount(text: str, currency: str | None, value: str) -> None:
    assert Amount().parse(text, AT.in_currency(currency)) == Reading(Decimal(value))


@pytest.mark.parametrize("text", ["Rp 1.250.000", "1.250.000 IDR", "EUR 12", "€12", "S$ 12", "A$12"])
def test_an_amount_in_another_currency_is_not_taken_for_this_one(text: str) -> None:
    read = Amount().parse(text, AT.in_currency("USD"))
    assert isinstance(read, Misread)
    assert "USD" in read.message.into("id")
    assert text in read.message.into("en")


@pytest.mark.parametrize("text", ["Rp", "USD", "$", "Rp,-", "-Rp 5", "ABC 12", "USD 12 EUR"])
def test_a_currency_without_a_number_is_no_amount(text: str) -> None:
    assert isinstance(Amount().parse(text, AT), Misread)


@pytest.mark.parametrize(
    ("currency", "decimals", "id_form", "en_form"),
    [
        ("IDR", 0, "1.250", "1,250"),
        ("JPY", 0, "1.250", "1,250"),
        ("USD", 2, "1.250,00", "1,250.00"),
        ("KWD", 3, "1.250,000", "1,250.000"),
        (None, 2, "1.250,00", "1,250.00"),
        ("QQQ", 2, "1.250,00", "1,250.00"),
    ],
)
def test_an_amount_is_shown_with_the_decimals_of_its_currency(
    currency: str | None, decimals: int, id_form: str, en_form: str
) -> None:
    assert currency_decimals(AT.in_currency(currency)) == decimals
    shown = [Amount().show(Decimal(1250), at.in_currency(currency)) for at in BOTH]
    assert shown == [id_form, en_form]


def test_a_price_finer_than_the_smallest_coin_is_shown_whole() -> None:
    assert UnitPrice().show(Decimal("0.1255"), AT.in_currency("USD")) == "0,1255"
    assert UnitPrice().show(Decimal("1250.5"), AT.in_currency("IDR")) == "1.250,5"
