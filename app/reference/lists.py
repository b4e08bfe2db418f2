"""The code lists the program works with, each read when it is first asked for; a person's imported ones go first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from app.reference.code_list import CodeList, list_from, read_list
from app.reference.countries import country_list
from app.reference.currencies import currency_list
from app.reference.list_titles import TITLES
from app.reference.search import Finder
from app.words import Message, Text


class Lists:
    """All current code lists. Made once and passed on in the circumstances.

    ``folder`` holds the lists that a person imported, as ``<id>.csv``; None where there are none.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.damaged: dict[str, Text] = {}
        """Imported lists that could not be read, by id, with the reason; the program's own stand in for them."""
        self._finders: dict[str, Finder] = {}

    def named(self, list_id: str) -> CodeList:
        """The list with this id. Raises KeyError for an unknown one."""
        if list_id not in TITLES:
            raise KeyError(list_id)
        found: CodeList | None = getattr(self, list_id)
        if found is None:
            raise KeyError(list_id)
        return found

    def finder(self, list_id: str) -> Finder:
        """Searches in the list with this id; made once, shared by all fields and threads. Raises KeyError."""
        finder = self._finders.get(list_id)
        return finder if finder is not None else self._finders.setdefault(list_id, Finder(self.named(list_id)))

    def all(self) -> Iterator[CodeList]:
        """Every list there is, read on the way."""
        return (found for found in (getattr(self, list_id) for list_id in TITLES) if found is not None)

    def read_so_far(self) -> list[CodeList]:
        """The lists that were asked for until now, by id: what a check was made with."""
        return sorted((codes for codes in vars(self).values() if isinstance(codes, CodeList)), key=lambda c: c.id)

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
        """Units of quantity, UN/ECE Recommendation 20; the fact ``ceisa`` is the code that customs uses."""
        return self._read("units")

    @cached_property
    def packages(self) -> CodeList:
        """Kinds of package, UN/ECE Recommendation 21."""
        return self._read("packages")

    @cached_property
    def incoterms(self) -> CodeList:
        """The eleven rules of Incoterms 2020: who pays what, which place they name, for which way of transport."""
        return self._read("incoterms")

    @cached_property
    def container_types(self) -> CodeList:
        """Size and type of containers, ISO 6346."""
        return self._read("container_types")

    @cached_property
    def ports(self) -> CodeList:
        """Ports and airports as papers for buyers name them, UN/LOCODE; facts: country and modes (sea, air)."""
        return self._read("ports")

    @cached_property
    def customs_ports(self) -> CodeList:
        """Ports of Indonesia as its customs names them; facts: the customs office in charge, and modes."""
        return self._read("customs_ports")

    @cached_property
    def port_pairs(self) -> CodeList:
        """Where the two differ, by UN/LOCODE: the fact ``customs`` is customs' code for goods by ``mode``."""
        return self._read("port_pairs")

    @cached_property
    def customs_offices(self) -> CodeList:
        """Offices of Indonesian customs, six digits."""
        return self._read("customs_offices")

    @cached_property
    def provinces(self) -> CodeList:
        """The provinces of Indonesia, two digits."""
        return self._read("provinces")

    @cached_property
    def areas(self) -> CodeList:
        """Regencies and cities of Indonesia, four digits, as customs names where goods come from."""
        return self._read("areas")

    @cached_property
    def export_types(self) -> CodeList:
        """Customs' kinds of export."""
        return self._read("export_types")

    @cached_property
    def export_categories(self) -> CodeList:
        """Customs' export categories."""
        return self._read("export_categories")

    @cached_property
    def trade_methods(self) -> CodeList:
        """Customs' manners of trade."""
        return self._read("trade_methods")

    @cached_property
    def payment_methods(self) -> CodeList:
        """Customs' payment methods."""
        return self._read("payment_methods")

    @cached_property
    def transport_modes(self) -> CodeList:
        """Customs' modes of transport."""
        return self._read("transport_modes")

    @cached_property
    def carriage_types(self) -> CodeList:
        """Customs' kinds of carriage: one means of transport, or several."""
        return self._read("carriage_types")

    @cached_property
    def customs_documents(self) -> CodeList:
        """Customs' codes of the documents that go with a declaration."""
        return self._read("customs_documents")

    @cached_property
    def inspection_places(self) -> CodeList:
        """Customs' places of inspection."""
        return self._read("inspection_places")

    @cached_property
    def container_sizes(self) -> CodeList:
        """Customs' container sizes, in feet."""
        return self._read("container_sizes")

    @cached_property
    def container_kinds(self) -> CodeList:
        """Customs' kinds of container."""
        return self._read("container_kinds")

    @cached_property
    def container_statuses(self) -> CodeList:
        """Customs' words for empty, shared and full containers."""
        return self._read("container_statuses")

    @cached_property
    def identity_types(self) -> CodeList:
        """Customs' kinds of identity number."""
        return self._read("identity_types")

    @cached_property
    def party_roles(self) -> CodeList:
        """Customs' roles of parties."""
        return self._read("party_roles")

    @cached_property
    def consolidator_categories(self) -> CodeList:
        """Customs' kinds of consolidator."""
        return self._read("consolidator_categories")

    @cached_property
    def exporter_statuses(self) -> CodeList:
        """Customs' statuses of an exporter; unofficial."""
        return self._read("exporter_statuses")

    @cached_property
    def export_banks(self) -> CodeList:
        """Banks that may receive export proceeds, as customs numbers them; in part."""
        return self._read("export_banks")

    @cached_property
    def hs_hints(self) -> CodeList:
        """Hints on export bans, permits and duties; the fact ``hs`` says for which beginnings of codes."""
        return self._read("hs_hints")

    @cached_property
    def tariff(self) -> CodeList | None:
        """The Indonesian tariff, eight digits; None until a person imports it."""
        return self._imported("tariff")

    @cached_property
    def hs6(self) -> CodeList:
        """The Harmonized System, six digits, in English."""
        from app.reference.hs_titles import hs6_list

        return hs6_list()

    def _read(self, list_id: str) -> CodeList:
        return self._imported(list_id) or read_list(list_id, TITLES[list_id])

    def _imported(self, list_id: str) -> CodeList | None:
        if self.folder is None:
            return None
        try:
            text = (self.folder / f"{list_id}.csv").read_text(encoding="utf-8")
            return list_from(text, list_id, TITLES[list_id], imported=True)
        except FileNotFoundError:
            return None
        except OSError:
            self.damaged[list_id] = Message("lists.damaged_unread").text
        except ValueError:
            self.damaged[list_id] = Message("lists.damaged_content").text
        return None
