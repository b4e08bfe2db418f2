"""Currencies with names, decimals and the word for their hundredth: codes from iso4217, names from Babel."""

from __future__ import annotations

from importlib.metadata import version

from app.reference.code_list import CodeList, Entry, read_list
from app.reference.list_titles import TITLES
from app.words import Text, same

# ISO 4217 gives the rupiah two decimals; invoices print none (trade practice, reference notes of 2026-11-24).
_PRINTED_DECIMALS = {"IDR": "0"}

# What people here say and type instead of the full names (trade usage, looked at 2026-11-24). "Dolar" alone is left
# out: a shipment to Sydney or Singapore may mean its own.
_SYNONYMS = {
    "IDR": "rupiah",
    "USD": "dolar AS|dolar Amerika|US dollar",
    "JPY": "yen",
    "MYR": "ringgit",
    "GBP": "poundsterling|pound sterling",
    "CNY": "yuan|renminbi|RMB",
    "THB": "baht",
    "KRW": "won",
}

_DATE = "2026-11-24"
"""The day its names were last compared with usage."""


def currency_list() -> CodeList:
    """All currencies of ISO 4217. Facts: ``decimals`` as invoices print them; ``synonyms``; and where our own table has
    them, the words for a hundredth: ``subunit_id``, ``subunit_one``, ``subunit_many``.
    """
    import iso4217  # paid only where a currency is named
    from babel import Locale

    indonesian, english = Locale("id").currencies, Locale("en").currencies
    subunits = read_list("subunits", Text("pecahan mata uang", "currency subunits"))
    entries = {}
    for currency in iso4217.Currency:
        code = currency.code
        name = Text(indonesian.get(code, currency.currency_name), english.get(code, currency.currency_name))
        facts = {"decimals": _PRINTED_DECIMALS.get(code, str(currency.exponent or 0))}
        facts["synonyms"] = _SYNONYMS.get(code, "")
        if found := subunits.find(code):
            facts |= {"subunit_id": found.name.id, "subunit_one": found.name.en, "subunit_many": found.facts["en_many"]}
        entries[code] = Entry(code, name, facts)
    edition = f"iso4217 {version('iso4217')}, Babel {version('babel')}"
    return CodeList("currencies", TITLES["currencies"], same("ISO 4217"), edition, entries, _DATE)
