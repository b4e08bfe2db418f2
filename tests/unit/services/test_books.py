"""What a book keeps of a shipment and gives to another: the fields its file names, as copies."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.domain.fields import fields
from app.domain.goods import GoodsLine
from app.domain.party import NotifyParty
from app.domain.paths import places
from app.domain.references import ChosenDocument
from app.domain.shipment import OpenAnswer, Shipment
from app.services.books import (
    ROW,
    Book,
    book_for,
    books,
    empty_entry,
    entry_name,
    entry_of,
    entry_pages,
    has_row,
    summarise_entry,
    taken,
    updated,
)
from app.services.papers import own_language
from app.services.program import Program
from app.services.samples import sample_titles
from tests.conftest import sample_named

FOOTWEAR = sample_named("footwear_rotterdam")
PRODUCT = books()["product"]


@pytest.mark.parametrize("book", books().values(), ids=lambda book: book.id)
def test_every_path_of_a_book_leads_to_a_field(book: Book) -> None:
    assert {f"{book.entry}.{name}" for name in book.names()} <= fields().keys()
    assert {*book.along_paths()} <= fields().keys()
    assert {*book.name, *book.number, *book.also, *book.priced, *([book.country] if book.country else [])} <= {
        *book.names()
    }
    for place in book.places:
        assert {f"{place.at}.{name}" for name in place.set} <= fields().keys()
        assert book_for(place.at.replace("*", "r1")) == (book, place)


@pytest.mark.parametrize("book", books().values(), ids=lambda book: book.id)
def test_an_entry_is_asked_on_one_page_with_every_field_once(book: Book, program: Program) -> None:
    (page,) = entry_pages(book, program.pages).pages
    asked = list(page.paths())
    assert len(asked) == len(set(asked))
    assert {*asked} == {f"{book.entry}.{name}" for name in book.names()} | {*book.along_paths()}


@pytest.mark.parametrize("name", sample_titles())
def test_what_was_kept_of_a_line_makes_the_same_line_again_without_what_belongs_to_one_order(name: str) -> None:
    line = (sample_named(name).goods or ())[0]
    entry = entry_of(sample_named(name), f"goods.{line.id}")
    new = taken(Shipment(goods=(GoodsLine(id="n"),)), "goods.n", entry)
    assert new.goods is not None
    lasting = {field: getattr(line, field) for field in PRODUCT.names()}
    assert new.goods == (replace(GoodsLine(id="n"), **lasting),)
    assert new.currency == sample_named(name).currency
    assert (new.goods[0].quantity, new.goods[0].permits, new.goods[0].batch_no) == (None, None, None)


def test_a_product_fills_a_line_and_nothing_lasting_of_another_stays() -> None:
    entry = Shipment(goods=(GoodsLine(id=ROW, description="SANDAL", unit="PR"),))
    line = GoodsLine(id="g", description="X", brand="LJ", quantity=Decimal(7))
    new = taken(Shipment(goods=(line,)), "goods.g", entry)
    assert new.goods == (replace(line, description="SANDAL", unit="PR", brand=None),)


def test_a_picture_stays_in_the_book() -> None:
    row = GoodsLine(id=ROW, own_description="Sepatu", picture="p1")
    line = (taken(FOOTWEAR, "goods.g1", Shipment(goods=(row,))).goods or ())[0]
    assert (line.own_description, line.picture) == ("Sepatu", None)
    pictured = replace(FOOTWEAR, goods=(replace((FOOTWEAR.goods or ())[0], id="g1", picture="p1"),))
    assert (entry_of(pictured, "goods.g1").goods or ())[0].picture is None
    assert (updated(PRODUCT, Shipment(goods=(row,)), FOOTWEAR).goods or ())[0].picture == "p1"


def test_a_price_in_another_currency_is_left_out() -> None:
    entry = Shipment(goods=(GoodsLine(id=ROW, unit="PR", unit_price=Decimal(9)),), currency="USD")
    bare = Shipment(goods=(GoodsLine(id="g"),))
    in_euro = taken(replace(bare, currency="EUR"), "goods.g", entry)
    assert in_euro.goods == (GoodsLine(id="g", unit="PR"),)
    assert in_euro.currency == "EUR"
    assert taken(bare, "goods.g", entry).currency == "USD"


def test_that_a_thing_has_none_is_kept_and_that_it_is_unknown_is_not() -> None:
    answers: dict[str, OpenAnswer] = {"goods.g.brand": "none", "goods.g.type": "unknown"}
    entry = entry_of(Shipment(goods=(GoodsLine(id="g", description="A"),), answers=answers), "goods.g")
    assert entry.answers == {f"goods.{ROW}.brand": "none"}
    new = taken(Shipment(goods=(GoodsLine(id="h", brand="X"),)), "goods.h", entry)
    assert new.answers == {"goods.h.brand": "none"}
    assert new.goods == (GoodsLine(id="h", description="A"),)


def test_a_buyer_brings_what_is_usually_agreed_and_overrules_nothing() -> None:
    entry = entry_of(FOOTWEAR, "buyer")
    assert (entry.delivery.incoterm, entry.currency) == (FOOTWEAR.delivery.incoterm, FOOTWEAR.currency)
    assert {place.path.partition(".")[0] for place in places(entry)} <= {"buyer", "delivery", "payment", "currency"}
    new = taken(Shipment(currency="JPY"), "buyer", entry)
    assert (new.buyer, new.currency, new.delivery) == (FOOTWEAR.buyer, "JPY", entry.delivery)


def test_a_firm_that_is_taken_leaves_nothing_of_the_one_before() -> None:
    entry = Shipment(buyer=replace(Shipment().buyer, name="New B.V."))
    new = taken(FOOTWEAR, "buyer", entry)
    assert new.buyer == entry.buyer
    assert new.delivery == FOOTWEAR.delivery


def test_a_buyer_may_be_consignee_or_notified_and_is_answered_as_somebody_else() -> None:
    entry = entry_of(FOOTWEAR, "buyer")
    new = taken(Shipment(notify=(NotifyParty(id="n1"),)), "consignee", entry)
    new = taken(new, "notify.n1", entry)
    assert (new.consignee.who, new.consignee.name) == ("other", FOOTWEAR.buyer.name)
    assert new.notify is not None
    assert (new.notify[0].who, new.notify[0].city) == ("other", FOOTWEAR.buyer.city)
    assert (new.currency, new.delivery.incoterm) == (None, None)


def test_a_newer_answer_takes_the_place_of_an_older_one_and_an_open_one_does_not() -> None:
    old = Shipment(goods=(GoodsLine(id=ROW, description="A", brand="B"),))
    newer = Shipment(goods=(GoodsLine(id=ROW, description="C"),))
    assert updated(PRODUCT, old, newer).goods == (GoodsLine(id=ROW, description="C", brand="B"),)


def test_a_list_shows_name_number_one_thing_more_and_country() -> None:
    line = GoodsLine(
        id=ROW, own_description="Sandal\nkulit", description="SANDAL", hs_code="64035900", origin_country="ID"
    )
    summary = summarise_entry(PRODUCT, Shipment(goods=(line,)))
    assert (summary.title, summary.number, summary.buyer, summary.country) == (
        "Sandal kulit",
        "64035900",
        "SANDAL",
        "ID",
    )
    assert entry_name(PRODUCT, empty_entry(PRODUCT)) is None
    assert summarise_entry(PRODUCT, empty_entry(PRODUCT)).title is None


def test_no_book_keeps_the_exporter_and_a_row_that_went_is_no_place() -> None:
    assert book_for("exporter") is None
    with pytest.raises(KeyError):
        entry_of(FOOTWEAR, "exporter")
    assert has_row(FOOTWEAR, "buyer")
    assert not has_row(FOOTWEAR, "notify.gone")


def test_the_buyers_language_is_that_of_his_papers_and_of_no_paper_for_an_office_here(program: Program) -> None:
    forms = program.catalog.forms
    invoice, declaration = forms["commercial_invoice"], forms["peb"]
    shipment = taken(Shipment(), "buyer", Shipment(buyer=replace(FOOTWEAR.buyer, language="both")))
    assert (own_language(invoice, Shipment()), own_language(declaration, Shipment())) == ("en", "id")
    assert (own_language(invoice, shipment), own_language(declaration, shipment)) == ("both", "id")
    chosen = replace(shipment, documents=(ChosenDocument(id="d", form="commercial_invoice", language="id"),))
    assert own_language(invoice, chosen) == "id"
