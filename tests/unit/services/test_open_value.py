"""A document on its way to the disk: undo and redo, half-typed text, status; over restarts, kills and full disks."""

from __future__ import annotations

import datetime
import json
import signal
import sys
import threading
from pathlib import Path

import pytest

from app.records.shipment_file import ShipmentFile
from app.services.editing import Editing
from app.services.log import mistake_number
from app.services.opened import Opened
from app.services.save_status import Status
from app.store.trouble import DiskFull, NewerReadable, Unexpected
from app.store.values import Saved, Scratch
from tests.conftest import sample_named
from tests.unit.services.documents import Desk, nothing, on_disk, state_of
from tests.unit.store.stores import NOON, run_module

FOOTWEAR = sample_named("footwear_rotterdam")


def test_undo_and_redo_go_on_after_a_restart(desk: Desk, editing: Editing) -> None:
    values = [editing.value]
    for n in range(5):
        editing.change_text("title", f"Order {n}")
        values.append(editing.value)
    again = desk.restart()
    later = again.edited(editing.id)
    for value in reversed(values[:-1]):
        later.undo()
        again.settle()
        assert later.value == value
    assert (later.undo_step is None, later.redo_step is None) == (True, False)
    later.undo()
    for value in values[1:]:
        later.redo()
        again.settle()
        assert later.value == value
    assert (later.undo_step is None, later.redo_step is None) == (False, True)
    assert again.before[-1] == values[-2]
    assert again.thread.close(10)


def test_what_is_typed_while_an_undo_is_under_way_is_not_lost(desk: Desk, editing: Editing) -> None:
    editing.change_text("title", "first")
    row = editing.add_row("goods")
    editing.undo()
    editing.undo()
    editing.change_text("buyer.name", "Typed meanwhile")
    editing.change_text(f"goods.{row}.description", "In a row that goes")
    assert editing.value.buyer.name == "Typed meanwhile"
    desk.settle()
    desk.settle()
    assert editing.value.title == FOOTWEAR.title
    assert editing.value.buyer.name == "Typed meanwhile"
    assert editing.value.goods == FOOTWEAR.goods
    assert on_disk(desk, editing) == editing.value
    assert editing.redo_step is None


def test_half_typed_text_is_found_again_and_settled_by_the_change(desk: Desk, editing: Editing) -> None:
    editing.note("buyer.name", "Voorb", 5)
    document = editing.id
    again = desk.restart()
    later = again.edited(document)
    assert later.scratch == Scratch("buyer.name", "Voorb", 5)
    assert later.value == FOOTWEAR
    later.change_text("buyer.name", "Voorbeeld BV")
    again.settle()
    later.close()
    assert again.edited(document).scratch is None
    assert again.thread.close(10)


def test_half_typed_text_is_forgotten_when_it_is_taken_back(desk: Desk, editing: Editing) -> None:
    editing.note("buyer.name", "wrong", 5)
    desk.settle()
    editing.forget_note()
    desk.settle()
    editing.close()
    assert desk.edited(editing.id).scratch is None


@pytest.mark.skipif(sys.platform == "win32", reason="the typist is forked")
def test_a_kill_while_typing_costs_less_than_a_second_of_it(tmp_path: Path) -> None:
    lost = json.loads(run_module("services.killed_typist", str(tmp_path), "3"))
    assert len(lost) == 3
    assert max(lost) < 1


def test_leaving_a_field_with_its_old_text_settles_the_half_typed_text(desk: Desk, editing: Editing) -> None:
    editing.note("buyer.name", FOOTWEAR.buyer.name or "", 5)
    editing.change_text("buyer.name", FOOTWEAR.buyer.name or "")
    desk.settle()
    editing.close()
    assert desk.edited(editing.id).scratch is None


def test_a_full_disk_is_said_and_nothing_typed_meanwhile_is_lost(desk: Desk, editing: Editing) -> None:
    resource = pytest.importorskip("resource")
    desk.settle()
    said = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
        for n in range(3):
            editing.change_text("title", f"typed on a full disk {n}")
            desk.settle()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        signal.signal(signal.SIGXFSZ, said)
    assert state_of(editing) == "failed"
    assert editing.status.trouble is not None
    assert editing.status.said("id").endswith("belum tersimpan.")
    editing.save_again()
    desk.settle()
    assert state_of(editing) == "saved"
    for _ in range(3):
        editing.undo()
    desk.settle()
    assert editing.value == FOOTWEAR


def test_a_document_that_may_only_be_read_is_not_changed(desk: Desk) -> None:
    opened = Opened("x", ShipmentFile(FOOTWEAR), Saved(1, NOON), read_only=NewerReadable("here"))
    editing = Editing(opened, desk.thread, desk.program.catalog, desk.at, desk.summarise, desk.before.append, nothing)
    with pytest.raises(NewerReadable):
        editing.change_text("title", "x")
    editing.note("title", "x", 1)
    editing.undo()
    assert state_of(editing) == "read_only"
    assert editing.value == FOOTWEAR
    assert desk.thread.flush(10)
    assert desk.answers.empty()


@pytest.mark.bar("P13")
def test_a_mistake_of_the_program_is_shown_with_its_number_and_without_what_was_typed(
    desk: Desk, editing: Editing, monkeypatch: pytest.MonkeyPatch
) -> None:
    canary = "3515081204760002"
    logged: list[str] = []
    monkeypatch.setattr(
        threading, "excepthook", lambda args: logged.append(mistake_number(args.exc_type, args.exc_traceback))
    )
    desk.ask(lambda store: setattr(store, "opened", lambda _: (_ for _ in ()).throw(ValueError(canary))))
    editing.change_text("title", canary)
    desk.settle()
    trouble = editing.status.trouble
    assert isinstance(trouble, Unexpected)
    assert canary not in trouble.into("id") + trouble.into("en") + str(trouble)
    assert str(trouble.__cause__) == canary
    (number,) = logged
    assert f"nomor {number}" in trouble.into("id")


@pytest.mark.parametrize(
    ("status", "indonesian", "english"),
    [
        (Status("saved", NOON.replace(hour=9, minute=5)), "Tersimpan 09.05", "Saved 09:05"),
        (Status("saving"), "Menyimpan…", "Saving…"),
    ],
)
def test_the_status_line_says_when_it_was_saved(status: Status, indonesian: str, english: str) -> None:
    assert (status.said("id"), status.said("en")) == (indonesian, english)
    failed = Status("failed", NOON, DiskFull("C:/data"))
    assert failed.said("id").startswith("Tidak ada ruang lagi")


def test_times_are_those_of_the_clock_also_after_a_restart(desk: Desk, editing: Editing) -> None:
    editing.change_text("title", "x")
    desk.settle()
    saved = editing.status.at
    again = desk.restart()
    later = again.edited(editing.id).status.at
    assert saved == later
    assert later is not None
    assert later.utcoffset() == datetime.timedelta(hours=7)
    assert again.thread.close(10)


def test_the_screen_is_told_when_the_status_changes(desk: Desk, editing: Editing) -> None:
    editing.change_text("title", "x")
    desk.settle()
    assert desk.statuses == ["saving", "saved"]
