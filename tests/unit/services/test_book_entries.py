"""The books in the store: whose entries they are, what is kept twice, and that no shipment changes with them."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import pytest
from msgspec.structs import replace

from app.domain.goods import GoodsLine
from app.domain.shipment import Shipment
from app.services.book_entries import begin_entry, keep_entry, list_entries, read_entry
from app.services.books import ROW, books, entry_of, summarise_entry, taken
from app.services.editing import Editing
from app.services.exporters import add_exporter, choose_exporter, new_shipment
from app.services.opened import open_document
from app.services.shipment_list import bin_document, duplicate_shipment, restore_document
from app.store.body import file_of
from app.store.store import Store
from app.words import Message
from tests.conftest import sample_named
from tests.unit.services.documents import Desk, nothing

FOOTWEAR = sample_named("footwear_rotterdam")
BUYER = entry_of(FOOTWEAR, "buyer")


def named(name: str) -> Shipment:
    """A buyer of that name."""
    return replace(BUYER, buyer=replace(BUYER.buyer, name=name))


def names(desk: Desk, screen: str = "parties") -> list[str | None]:
    """What a screen lists."""
    return [entry.row.title for entry in desk.ask(list_entries, screen=screen)]


def test_the_same_name_is_one_entry_with_what_was_said_last(desk: Desk) -> None:
    first = desk.ask(keep_entry, book="party", entry=BUYER)
    moved = replace(BUYER, buyer=replace(BUYER.buyer, city="Delft"))
    again = desk.ask(keep_entry, book="party", entry=moved)
    assert (first.is_new, again.is_new, again.document) == (True, False, first.document)
    assert desk.ask(read_entry, document=first.document).buyer.city == "Delft"
    assert names(desk) == [BUYER.buyer.name]


@pytest.mark.parametrize("spelt", ["Voorbeeld Schoenen BV", "SCHOENEN VOORBEELD", "VOORBELD SCHOENEN B.V."])
def test_the_same_firm_spelt_another_way_is_pointed_out_and_not_kept_until_that_is_settled(
    desk: Desk, spelt: str
) -> None:
    first = desk.ask(keep_entry, book="party", entry=BUYER)
    found = desk.ask(keep_entry, book="party", entry=named(spelt))
    assert (found.document, found.alike) == ("", ((first.document, BUYER.buyer.name),))
    assert names(desk) == [BUYER.buyer.name]
    other = desk.ask(keep_entry, book="party", entry=named(spelt), sure=True)
    assert other.is_new
    shown = {entry.row.title: entry.alike for entry in desk.ask(list_entries, screen="parties")}
    assert shown == {BUYER.buyer.name: (spelt,), spelt: (BUYER.buyer.name,)}
    desk.ask(keep_entry, book="party", entry=named("Voorbeeld"), into=other.document)
    assert sorted(filter(None, names(desk))) == [BUYER.buyer.name, "Voorbeeld"]


@pytest.mark.parametrize(("number", "country"), [("NL000000002", "NL"), (None, "FR")])
def test_one_name_with_another_number_or_in_another_country_is_asked_about(
    number: str | None, country: str, desk: Desk
) -> None:
    london = replace(BUYER, buyer=replace(BUYER.buyer, name="ABC Ltd", tax_id="GB1", eori=None, country="NL"))
    other = replace(london, buyer=replace(london.buyer, tax_id=number, country=country))
    first = desk.ask(keep_entry, book="party", entry=london)
    assert desk.ask(keep_entry, book="party", entry=other).alike == ((first.document, "ABC Ltd"),)
    assert desk.ask(keep_entry, book="party", entry=other, sure=True).is_new


@pytest.mark.parametrize("other", ["Voorbeeld Tassen B.V.", "Schoen en Zn.", "Voorbeeld Schoenen 2 B.V."])
def test_another_firm_is_not_taken_for_the_same(desk: Desk, other: str) -> None:
    desk.ask(keep_entry, book="party", entry=BUYER)
    assert desk.ask(keep_entry, book="party", entry=named(other)).is_new


def test_an_exporter_sees_his_own_entries_and_those_of_nobody(desk: Desk) -> None:
    desk.ask(keep_entry, book="party", entry=named("Nobody's"))
    first = desk.ask(add_exporter)
    desk.ask(keep_entry, book="party", entry=named("First's"))
    second = desk.ask(add_exporter)
    desk.ask(choose_exporter, exporter=second)
    assert names(desk) == ["Nobody's"]
    document = desk.ask(new_shipment, exporter=first, summarise=desk.summarise)
    shown = desk.ask(list_entries, screen="parties", shipment=document)
    assert [entry.row.title for entry in shown] == ["First's", "Nobody's"]


def test_changing_renaming_or_removing_an_entry_changes_no_shipment(desk: Desk) -> None:
    line = GoodsLine(id=ROW, own_description="Sandal", unit="PR", unit_price=Decimal(9))
    product = desk.ask(keep_entry, book="product", entry=Shipment(goods=(line,))).document
    party = desk.ask(keep_entry, book="party", entry=BUYER).document
    target = Shipment(goods=(GoodsLine(id="g"),))
    made = taken(taken(target, "buyer", BUYER), "goods.g", Shipment(goods=(line,)))
    document = desk.added(made)
    copy = desk.ask(duplicate_shipment, document=document, language="id", summarise=desk.summarise)
    before = [desk.ask(said, document=d) for d in (document, copy)]
    for entry, path, text in ((product, f"goods.{ROW}.unit_price", "12"), (party, "buyer.name", "Renamed")):
        book = books()["product" if entry == product else "party"]
        opened = desk.ask(open_document, document=entry)
        editing = Editing(
            opened,
            desk.thread,
            desk.program.catalog,
            desk.at,
            partial(summarise_entry, book),
            desk.before.append,
            nothing,
        )
        editing.change_text(path, text)
        editing.close()
        desk.settle()
        desk.ask(bin_document, document=entry)
    assert [desk.ask(said, document=d) for d in (document, copy)] == before


def test_what_was_removed_is_listed_apart_and_can_be_brought_back(desk: Desk) -> None:
    party = desk.ask(keep_entry, book="party", entry=BUYER).document
    desk.ask(bin_document, document=party)
    assert names(desk) == []
    assert [e.row.id for e in desk.ask(list_entries, screen="parties", binned=True)] == [party]
    assert desk.ask(keep_entry, book="party", entry=BUYER).is_new
    desk.ask(restore_document, document=party)
    assert len(names(desk)) == 2


def test_an_update_from_a_shipment_is_a_step_that_can_be_taken_back(desk: Desk) -> None:
    party = desk.ask(keep_entry, book="party", entry=BUYER).document
    desk.ask(keep_entry, book="party", entry=replace(BUYER, buyer=replace(BUYER.buyer, city="Delft")))
    saved = desk.ask(open_document, document=party).saved
    assert isinstance(saved.undo, Message)
    assert saved.undo.id == "books.from_shipment"


def test_a_new_entry_stands_in_its_list_without_a_name(desk: Desk) -> None:
    for book in books():
        entry = desk.ask(begin_entry, book=book)
        assert desk.ask(read_entry, document=entry) is not None
    assert names(desk) == [None, None]
    assert names(desk, "products") == [None]
    assert desk.ask(keep_entry, book="party", entry=BUYER).is_new


def said(store: Store, document: str) -> Shipment:
    """What a document says."""
    return file_of(store.body(document)).shipment
