"""Papers that were made are remembered with what they were made from, and told when they say something else now."""

from __future__ import annotations

import dataclasses
import datetime
from decimal import Decimal

from msgspec.structs import replace

from app.domain.attachments import attach
from app.domain.paths import with_value
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import content_hash
from app.services.made_papers import as_of, last_made, made_from, makings, no_longer_true, remember_papers
from app.services.papers import Paper, papers_asked
from app.services.program import Program
from app.services.shipment_list import bin_document, duplicate_shipment, empty_bin, list_shipments
from app.store.values import MADE
from tests.conftest import sample_named
from tests.unit.services.documents import Desk

FOOTWEAR = sample_named("footwear_rotterdam")


def asked(program: Program, *names: str) -> tuple[Paper, ...]:
    """These papers, each in its own language."""
    return papers_asked(program, FOOTWEAR, names, None, None)


def test_a_paper_is_remembered_with_its_day_its_buyer_and_its_hash(desk: Desk, program: Program) -> None:
    document = desk.added()
    papers = asked(program, "commercial_invoice", "packing_list")
    making = desk.ask(remember_papers, document=document, shipment=FOOTWEAR, papers=papers)
    (told,) = desk.ask(makings, document=document)
    assert (told.id, told.buyer, told.forms) == (making, FOOTWEAR.buyer.name, ("commercial_invoice", "packing_list"))
    again = desk.restart()
    invoice, packing = again.ask(last_made, document=document)
    assert (invoice.form, packing.form, invoice.language) == ("commercial_invoice", "packing_list", "en")
    assert invoice.sha256 == content_hash(FOOTWEAR)
    assert again.ask(made_from, making=making) == replace(FOOTWEAR, attachments=None)
    assert [row.id for row in again.ask(list_shipments)] == [document]
    assert again.thread.close(10)


def test_the_last_making_of_each_paper_counts(desk: Desk, program: Program) -> None:
    document, other = desk.added(), replace(FOOTWEAR, title="other", currency="EUR")
    desk.ask(remember_papers, document=document, shipment=FOOTWEAR, papers=asked(program, "packing_list"))
    both = asked(program, "commercial_invoice", "packing_list")
    desk.ask(remember_papers, document=document, shipment=FOOTWEAR, papers=both)
    desk.ask(remember_papers, document=document, shipment=other, papers=asked(program, "packing_list"))
    made = {paper.form: paper.shipment.currency for paper in desk.ask(last_made, document=document)}
    assert made == {"packing_list": "EUR", "commercial_invoice": FOOTWEAR.currency}


def test_only_papers_that_print_what_changed_are_no_longer_true(
    desk: Desk, program: Program, at: Circumstances
) -> None:
    document = desk.added()
    both = asked(program, "commercial_invoice", "packing_list")
    desk.ask(remember_papers, document=document, shipment=FOOTWEAR, papers=both)
    made = desk.ask(last_made, document=document)

    def told(path: str, value: object) -> list[str]:
        now = with_value(FOOTWEAR, path, value)
        return [paper.form for paper in no_longer_true(program.catalog, made, now, at)]

    line = (FOOTWEAR.goods or ())[0].id
    assert no_longer_true(program.catalog, made, FOOTWEAR, at) == ()
    assert told("title", "mine") == []
    assert told(f"goods.{line}.unit_price", Decimal(15)) == ["commercial_invoice"]
    assert told("transport.vessel", "MV OTHER") == ["commercial_invoice", "packing_list"]
    tomorrow = dataclasses.replace(at, today=at.today + datetime.timedelta(1))
    assert no_longer_true(program.catalog, made, FOOTWEAR, tomorrow) == ()


def test_attachments_are_not_kept_again_and_make_no_paper_untrue(
    desk: Desk, program: Program, at: Circumstances
) -> None:
    scan = attach("scan", "contract.pdf", "application/pdf", b"%PDF" + bytes(500))
    shipment = replace(FOOTWEAR, attachments=(scan,))
    document = desk.added(shipment)
    papers = asked(program, "commercial_invoice")
    making = desk.ask(remember_papers, document=document, shipment=shipment, papers=papers)
    assert desk.ask(made_from, making=making).attachments is None
    assert no_longer_true(program.catalog, desk.ask(last_made, document=document), shipment, at) == ()


def test_what_is_remembered_goes_with_its_shipment_and_with_no_other(desk: Desk, program: Program) -> None:
    gone = desk.added()
    kept = desk.ask(duplicate_shipment, document=gone, language="id", summarise=desk.summarise)
    for document in (gone, kept):
        papers = asked(program, "commercial_invoice")
        desk.ask(remember_papers, document=document, shipment=FOOTWEAR, papers=papers)
    desk.ask(bin_document, document=gone)
    assert len(desk.ask(makings, document=gone)) == 1
    assert desk.ask(empty_bin) == 1
    assert desk.ask(makings, document=gone) == ()
    assert len(desk.ask(lambda store: store.listed(MADE))) == len(desk.ask(makings, document=kept)) == 1


def test_the_history_tells_what_a_shipment_said_at_a_moment(desk: Desk) -> None:
    document = desk.added()
    editing = desk.edited(document)
    editing.change_text("buyer.city", "Delft")
    desk.settle()
    moment = desk.ask(lambda store: store.opened(document).saved.at)
    editing.change_text("buyer.city", "Breda")
    editing.change_text("buyer.name", "Other")
    desk.settle()
    editing.undo()
    desk.settle()
    then = desk.ask(as_of, document=document, moment=moment)
    assert then is not None
    assert (then.buyer.city, then.buyer.name) == ("Delft", FOOTWEAR.buyer.name)
    before = desk.ask(as_of, document=document, moment=moment - datetime.timedelta(days=9))
    assert before == FOOTWEAR
