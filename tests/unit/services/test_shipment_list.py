"""The list of shipments, copies, names, the bin; what its columns say."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.checks.check import check
from app.domain.references import ChosenDocument, References
from app.domain.shipment import Shipment
from app.domain.transport import Transport
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import ShipmentFile
from app.services.opened import open_document
from app.services.program import Program
from app.services.shipment_list import (
    add_shipment,
    bin_document,
    destination,
    duplicate_shipment,
    empty_bin,
    list_shipments,
    look_over,
    rename_shipment,
    restore_document,
    summariser,
)
from app.store.trouble import DocumentGone
from tests.conftest import sample_named
from tests.unit.services.documents import Desk

FOOTWEAR = sample_named("footwear_rotterdam")


def test_a_row_says_what_the_start_screen_shows(desk: Desk) -> None:
    file = ShipmentFile(FOOTWEAR)
    document = desk.ask(add_shipment, file=file, exporter="e1", summarise=desk.summarise)
    (row,) = desk.ask(list_shipments, exporter="e1")
    assert (row.id, row.exporter, row.title) == (document, "e1", FOOTWEAR.title)
    assert (row.number, row.buyer, row.country) == (FOOTWEAR.references.invoice_no, FOOTWEAR.buyer.name, "NL")
    assert desk.ask(list_shipments, exporter="e2") == ()


def test_missing_answers_are_counted_as_the_check_counts_them(program: Program, at: Circumstances) -> None:
    forms = tuple(ChosenDocument(id=f"d{n}", form=form) for n, form in enumerate(program.catalog.forms))
    for shipment in (FOOTWEAR, Shipment(documents=forms), replace(FOOTWEAR, documents=forms, buyer=Shipment().buyer)):
        expected = [p for p in check(program.catalog, shipment, at) if p.severity == "missing"]
        assert summariser(program, at)(shipment).missing == len(expected)


def test_without_a_paper_nobody_knows_what_is_missing(program: Program, at: Circumstances) -> None:
    summarise = summariser(program, at)
    assert summarise(Shipment()).missing is None
    unknown = (ChosenDocument(id="d1", form="form_of_the_future"),)
    assert summarise(Shipment(documents=unknown)).missing is None


def test_the_number_of_missing_answers_follows_each_save(desk: Desk) -> None:
    document = desk.added()
    before = desk.ask(list_shipments)[0].missing
    assert before is not None
    editing = desk.edited(document)
    editing.change_text("references.invoice_no", "")
    desk.settle()
    assert desk.ask(list_shipments)[0].missing == before + 1
    editing.undo()
    desk.settle()
    assert desk.ask(list_shipments)[0].missing == before


def test_lines_are_counted_in_rupiah_only_where_a_rate_was_typed(program: Program, at: Circumstances) -> None:
    summarise = summariser(program, at)
    bare = replace(FOOTWEAR, customs=replace(FOOTWEAR.customs, exchange_rate=None))
    assert {line.rupiah for line in summarise(bare).lines} == {None}
    rated = replace(FOOTWEAR, customs=replace(FOOTWEAR.customs, exchange_rate=Decimal("15832.5")))
    lines = summarise(rated).lines
    assert sum(line.rupiah or 0 for line in lines) == int(Decimal("30360.00") * Decimal("15832.5"))
    assert [line.id for line in lines] == [line.id for line in FOOTWEAR.goods or ()]
    absurd = replace(rated, customs=replace(rated.customs, exchange_rate=Decimal(10) ** 17))
    assert {line.rupiah for line in summarise(absurd).lines} == {None}


def test_lines_carry_month_and_destination(program: Program, at: Circumstances) -> None:
    day = datetime.date(2027, 1, 31)
    shipment = replace(FOOTWEAR, references=replace(FOOTWEAR.references, invoice_date=day))
    line = summariser(program, at)(shipment).lines[0]
    assert (line.month, line.country) == ("2027-01", "NL")
    undated = replace(shipment, references=References(), transport=Transport())
    line = summariser(program, at)(undated).lines[0]
    assert (line.month, line.country) == (None, FOOTWEAR.buyer.country)


def test_a_destination_is_a_code_or_nothing() -> None:
    assert destination(Shipment()) is None
    by_hand = Shipment(transport=Transport(country_of_destination="Netherlands"))
    assert destination(by_hand) is None


@pytest.mark.parametrize(("language", "ending"), [("id", "(salinan)"), ("en", "(copy)")])
def test_a_copy_has_all_answers_and_its_own_history(desk: Desk, language: str, ending: str) -> None:
    document = desk.added(replace(FOOTWEAR, title="Order 41"))
    desk.edited(document).change_text("buyer.contact", "Someone else")
    arguments = {"document": document, "language": language, "summarise": desk.summarise}
    copy = desk.ask(duplicate_shipment, **arguments)
    opened = desk.ask(open_document, document=copy)
    original = desk.ask(open_document, document=document)
    assert opened.file.shipment.title == f"Order 41 {ending}"
    assert replace(opened.file.shipment, title="Order 41") == original.file.shipment
    assert (opened.saved.undo, opened.saved.version) == (None, 1)


def test_a_shipment_is_renamed_from_the_list_and_that_can_be_undone(desk: Desk) -> None:
    document = desk.added()
    desk.ask(rename_shipment, document=document, title="New name", summarise=desk.summarise)
    assert desk.ask(list_shipments)[0].title == "New name"
    editing = desk.edited(document)
    assert editing.undo_step is not None
    assert editing.undo_step.into("id") == "ubah nama pengiriman"
    editing.undo()
    desk.settle()
    assert editing.value == FOOTWEAR


def test_the_bin_takes_gives_back_and_is_emptied(desk: Desk) -> None:
    one, two = desk.added(), desk.added()
    for document in (one, two):
        desk.ask(bin_document, document=document)
    assert desk.ask(list_shipments) == ()
    assert len(desk.ask(list_shipments, binned=True)) == 2
    desk.ask(restore_document, document=one)
    assert desk.ask(empty_bin) == 1
    assert [row.id for row in desk.ask(list_shipments)] == [one]
    with pytest.raises(DocumentGone):
        desk.ask(open_document, document=two)
    assert desk.ask(look_over).sound
