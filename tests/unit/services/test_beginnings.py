"""How a new shipment begins: with what the exporter's own shipments say, and never with somebody else's."""

from __future__ import annotations

from functools import partial

from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.services.beginnings import begun, start_shipment
from app.services.exporters import add_exporter, list_exporters
from app.services.opened import open_document
from app.services.shipment_list import add_shipment, duplicate_shipment
from tests.conftest import sample_named
from tests.unit.services.documents import Desk

FOOTWEAR = sample_named("footwear_rotterdam")
BEGUN = partial(begun, answers={"goods": "sandal kulit", "country": "NL"}, paper="A4", forms=("packing_list",))


def started(desk: Desk) -> tuple[str, Shipment]:
    """A new shipment: its id and what it says."""
    document = desk.ask(start_shipment, edit=BEGUN, summarise=desk.summarise)
    return document, desk.ask(open_document, document=document).file.shipment


def test_the_exporter_typed_into_the_first_shipment_is_there_in_the_second(desk: Desk) -> None:
    first, empty = started(desk)
    assert empty.exporter == Shipment().exporter
    editing = desk.edited(first)
    editing.change_text("exporter.name", "CV Sandal Kita")
    editing.change_text("bank.account", "123")
    desk.settle()
    editing.close()
    _, second = started(desk)
    assert (second.exporter.name, second.bank.account) == ("CV Sandal Kita", "123")
    assert [row.title for row in desk.ask(list_exporters)] == ["CV Sandal Kita"]


def test_a_samples_company_never_becomes_ones_own(desk: Desk) -> None:
    sample = desk.ask(add_shipment, file=ShipmentFile(FOOTWEAR), exporter=None, summarise=desk.summarise)
    desk.ask(duplicate_shipment, document=sample, language="id", summarise=desk.summarise)
    _, shipment = started(desk)
    assert (shipment.exporter, shipment.bank) == (Shipment().exporter, Shipment().bank)
    assert shipment.goods is not None and shipment.goods[0].own_description == "sandal kulit"
    _, again = started(desk)
    assert again.exporter == Shipment().exporter


def test_a_profile_that_says_something_is_left_as_it_is(desk: Desk) -> None:
    exporter = desk.ask(add_exporter, profile=ShipmentFile(Shipment(exporter=FOOTWEAR.exporter)))
    first, _ = started(desk)
    editing = desk.edited(first)
    editing.change_text("exporter.name", "PT Lain")
    desk.settle()
    editing.close()
    _, second = started(desk)
    assert second.exporter == FOOTWEAR.exporter
    assert desk.ask(open_document, document=exporter).file.shipment.exporter == FOOTWEAR.exporter


def test_whoever_takes_the_first_answers_back_still_has_papers_chosen(desk: Desk) -> None:
    document, begun_with = started(desk)
    editing = desk.edited(document)
    editing.undo()
    desk.settle()
    assert editing.value.goods is None
    assert editing.value.documents == begun_with.documents
    assert [row.form for row in editing.value.documents or ()] == ["packing_list"]
