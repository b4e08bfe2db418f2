"""The code lists the program works with, each read when it is first asked for."""

from __future__ import annotations

from functools import cached_property

from app.reference.code_list import CodeList, read_list
from app.reference.countries import country_list
from app.reference.currencies import currency_list
from app.words import Text


class Lists:
    """All current code lists. Made once and passed on in the circumstances."""

    @cached_property
    def countries(self) -> CodeList:
        """ISO 3166-1, two letters."""
        return country_list()

    @cached_property
    def currencies(self) -> CodeList:
        """ISO 4217, three letters; the fact ``decimals`` is how invoices print amounts."""
        return currency_list()

    @cached_property
    def units(self) -> CodeList:
        """Units of quantity, UN/ECE Recommendation 20."""
        return read_list("units", Text("satuan barang", "units of quantity"))

    @cached_property
    def packages(self) -> CodeList:
        """Kinds of package, UN/ECE Recommendation 21."""
        return read_list("packages", Text("jenis kemasan", "kinds of package"))

    @cached_property
    def incoterms(self) -> CodeList:
        """The eleven rules of Incoterms 2020."""
        return read_list("incoterms", Text("syarat penyerahan Incoterms 2020", "Incoterms 2020"))

    @cached_property
    def container_types(self) -> CodeList:
        """Size and type of containers, ISO 6346."""
        return read_list("container_types", Text("jenis peti kemas", "container types"))
