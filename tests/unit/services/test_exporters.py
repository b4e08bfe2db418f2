"""Profiles of exporters, the one at work, and what a new shipment begins with."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.domain.attachments import attach
from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.services.editing import Editing
from app.services.exporters import (
    add_exporter,
    choose_exporter,
    current_exporter,
    list_exporters,
    new_shipment,
    summarise_profile,
)
from app.services.opened import open_document
from app.services.shipment_list import list_shipments
from app.store.trouble import DocumentGone
from tests.conftest import sample_named
from tests.unit.services.documents import Desk, nothing

FOOTWEAR = sample_named("footwear_rotterdam")
LOGO = attach("logo", "logo.png", "image/png", b"\x89PNG" + bytes(500))
PROFILE = Shipment(
    exporter=replace(FOOTWEAR.exporter, logo="logo"), bank=FOOTWEAR.bank, attachments=(LOGO,), title="about us"
)


def test_before_the_first_profile_nobody_is_at_work(desk: Desk) -> None:
    assert desk.ask(current_exporter) is None
    document = desk.ask(new_shipment, exporter=None, summarise=desk.summarise)
    assert desk.ask(open_document, document=document).file.shipment == Shipment()


def test_the_first_profile_is_at_work_until_another_is_chosen(desk: Desk) -> None:
    first = desk.ask(add_exporter)
    assert desk.ask(current_exporter) == first
    second = desk.ask(add_exporter, profile=ShipmentFile(PROFILE))
    desk.ask(choose_exporter, exporter=first)
    assert desk.ask(current_exporter) == first
    desk.ask(choose_exporter, exporter=second)
    again = desk.restart()
    assert again.ask(current_exporter) == second
    assert {row.title for row in again.ask(list_exporters)} == {None, FOOTWEAR.exporter.name}
    with pytest.raises(DocumentGone):
        again.ask(choose_exporter, exporter="nobody")
    assert again.thread.close(10)


def test_a_new_shipment_begins_with_the_profile_and_goes_its_own_way(desk: Desk) -> None:
    exporter = desk.ask(add_exporter, profile=ShipmentFile(PROFILE))
    document = desk.ask(new_shipment, exporter=exporter, summarise=desk.summarise)
    editing = desk.edited(document)
    assert editing.value == replace(PROFILE, title=None)
    editing.change_text("exporter.name", "Another name")
    desk.settle()
    assert desk.ask(open_document, document=exporter).file.shipment == PROFILE
    (row,) = desk.ask(list_shipments, exporter=exporter)
    assert row.id == document


def test_a_profile_is_edited_and_undone_like_a_shipment(desk: Desk) -> None:
    exporter = desk.ask(add_exporter)
    opened = desk.ask(open_document, document=exporter)
    catalog = desk.program.catalog
    editing = Editing(opened, desk.thread, catalog, desk.at, summarise_profile, desk.before.append, nothing)
    editing.change_text("exporter.name", "CV Langkah Jaya")
    editing.change_text("bank.name", "Bank Contoh")
    desk.settle()
    assert desk.ask(list_exporters)[0].title == "CV Langkah Jaya"
    assert desk.ask(list_shipments) == ()
    editing.undo()
    desk.settle()
    assert editing.value.bank.name is None
