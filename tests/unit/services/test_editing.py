"""A shipment on the screen: typing, rows, answers, undo, half-typed text, status; over restarts."""

from __future__ import annotations

import datetime
import json
import signal
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.goods import GoodsLine
from app.domain.paths import value_at
from app.domain.shipment import Shipment
from app.kinds.kind import Misread, Reading
from app.records.shipment_file import ShipmentFile
from app.services.editing import Editing, new_id
from app.services.opened import Opened
from app.services.save_status import Status
from app.store.trouble import DiskFull, NewerReadable, Unexpected
from app.store.values import Saved, Scratch
from app.words import Message
from tests.conftest import sample_named
from tests.unit.services.documents import Desk, nothing, state_of
from tests.unit.store.stores import NOON, run_module

FOOTWEAR = sample_named("footwear_rotterdam")


@pytest.fixture
def editing(desk: Desk) -> Editing:
    """The footwear order on the screen."""
    return desk.edited(desk.added())


def on_disk(desk: Desk, editing: Editing) -> Shipment:
    """What the next start would show."""
    desk.settle()
    document = editing.id
    editing.close()
    return desk.edited(document).value


def test_a_typed_value_is_read_shown_and_saved(desk: Desk, editing: Editing) -> None:
    read = editing.change_text("goods.g1.unit_price", "1.250,50")
    assert isinstance(read, Reading)
    assert value_at(editing.value, "goods.g1.unit_price") == Decimal("1250.5")
    assert desk.before == [FOOTWEAR]
    assert state_of(editing) == "saving"
    desk.settle()
    assert state_of(editing) == "saved"
    assert on_disk(desk, editing) == editing.value


def test_a_text_that_cannot_be_read_is_kept_as_typed_and_a_readable_one_takes_its_place(
    desk: Desk, editing: Editing
) -> None:
    path = "goods.g1.hs_code"
    assert isinstance(editing.change_text(path, "6403.9"), Misread)
    assert editing.value.typed == {path: "6403.9"}
    assert value_at(editing.value, path) is None
    assert on_disk(desk, editing).typed == {path: "6403.9"}
    editing.change_text(path, "64039990")
    assert editing.value.typed == {}
    assert value_at(editing.value, path) == "64039990"


def test_emptying_a_field_leaves_no_answer(editing: Editing) -> None:
    assert editing.change_text("buyer.name", "  ") is None
    assert editing.value.buyer.name is None


def test_typing_the_same_again_is_no_change(desk: Desk, editing: Editing) -> None:
    editing.change_text("buyer.name", FOOTWEAR.buyer.name or "")
    assert desk.before == []
    assert editing.undo_step is None


def test_none_and_not_known_yet_are_answers_until_something_is_typed(editing: Editing) -> None:
    editing.answer("packing.marks", "none")
    assert (editing.value.packing.marks, editing.value.answers) == (None, {"packing.marks": "none"})
    editing.answer("packing.marks", "unknown")
    assert editing.value.answers == {"packing.marks": "unknown"}
    editing.change_text("packing.marks", "L J")
    assert editing.value.answers == {}
    editing.answer("packing.marks", "none")
    editing.answer("packing.marks", None)
    assert editing.value.answers == {}


def test_a_list_can_be_answered_with_none_and_a_row_takes_that_back(editing: Editing) -> None:
    editing.change_text("containers.k1.number", "not a number")
    editing.answer("containers", "none")
    assert (editing.value.containers, editing.value.answers, editing.value.typed) == ((), {"containers": "none"}, {})
    row = editing.add_row("containers")
    assert [container.id for container in editing.value.containers or ()] == [row]
    assert editing.value.answers == {}


def test_rows_are_added_moved_copied_and_removed(editing: Editing) -> None:
    ids = [line.id for line in FOOTWEAR.goods or ()]
    first = editing.add_row("goods", before=ids[0])
    last = editing.add_row("goods")
    assert [line.id for line in editing.value.goods or ()] == [first, *ids, last]
    editing.move_row("goods", first, len(ids))
    assert [line.id for line in editing.value.goods or ()] == [*ids, first, last]
    editing.remove_rows("goods", [first, last])
    assert editing.value == FOOTWEAR
    (copy,) = editing.duplicate_rows("packing.ranges", ["p1"])
    ranges = editing.value.packing.ranges or ()
    assert [ranges[0].id, ranges[1].id] == ["p1", copy]
    assert (ranges[1].contents or ())[0].line == (ranges[0].contents or ())[0].line
    assert (ranges[1].contents or ())[0].id != (ranges[0].contents or ())[0].id


def test_a_list_without_rows_is_not_answered_and_what_was_typed_in_it_is_gone(editing: Editing) -> None:
    ids = [line.id for line in FOOTWEAR.goods or ()]
    editing.change_text(f"goods.{ids[0]}.hs_code", "12")
    editing.remove_rows("goods", ids)
    assert editing.value.goods is None
    assert editing.value.typed == {}


def test_ids_of_rows_are_never_used_again(editing: Editing) -> None:
    given_ids = set()
    for _ in range(50):
        row = editing.add_row("goods")
        editing.remove_rows("goods", [row])
        given_ids.add(row)
    assert len(given_ids) == 50


def test_a_paste_is_one_step_and_keeps_what_it_could_not_read(desk: Desk, editing: Editing) -> None:
    rows = [{"description": f"Shoe {n}", "quantity": f"{n},5", "hs_code": "6403"} for n in range(12)]
    ids = editing.add_rows("goods", rows)
    added = (editing.value.goods or ())[-12:]
    assert [line.id for line in added] == ids
    assert added[3].quantity == Decimal("3.5")
    assert editing.value.typed[f"goods.{ids[3]}.hs_code"] == "6403"
    assert editing.undo_step is not None
    assert Message("editing.undo", {"step": editing.undo_step.text}).into("id") == "Urungkan tempel 12 baris"
    editing.undo()
    desk.settle()
    assert editing.value == FOOTWEAR


def test_several_fields_can_be_filled_in_one_step(desk: Desk, editing: Editing) -> None:
    paths = [f"goods.{line.id}.unit" for line in FOOTWEAR.goods or ()]
    editing.change_many(dict.fromkeys(paths, "SET"), Message("editing.change"))
    assert {value_at(editing.value, path) for path in paths} == {"SET"}
    editing.undo()
    desk.settle()
    assert editing.value == FOOTWEAR


def test_a_step_is_called_by_its_field_in_both_languages(editing: Editing) -> None:
    editing.change_text("goods.g1.hs_code", "64039990x")
    assert editing.undo_step is not None
    assert (editing.undo_step.into("id"), editing.undo_step.into("en")) == ("ubah kode HS", "change HS code")
    editing.remove_rows("goods", ["g1", "g2"])
    assert editing.undo_step.into("id").startswith("hapus 2 baris")


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


ODD = st.text(st.characters(), max_size=30) | st.sampled_from(
    ("\ud800", "a\0b", "e\u0301", "\u200b", "1.250", "\U0001f45e")
)


@settings(max_examples=60)
@given(texts=st.lists(ODD, min_size=1, max_size=4))
def test_nothing_that_can_be_typed_keeps_anything_from_being_saved(shared_desk: Desk, texts: list[str]) -> None:
    desk = shared_desk
    editing = desk.edited(desk.added())
    fields = ("buyer.name", "packing.marks", "goods.g1.hs_code", "goods.g1.quantity")
    for path, text in zip(fields, texts, strict=False):
        editing.note(path, text, len(text))
        editing.change_text(path, text)
        editing.note(path, text, len(text))
    desk.settle()
    assert state_of(editing) == "saved"
    assert on_disk(desk, editing) == editing.value


@pytest.fixture(scope="module")
def shared_desk(tmp_path_factory: pytest.TempPathFactory, program: object, at: object) -> Iterator[Desk]:
    """One store for many examples."""
    used = Desk(tmp_path_factory.mktemp("shared") / "s.db", program, at)  # type: ignore[arg-type]
    yield used
    used.thread.close(10)


def test_a_path_that_leads_nowhere_changes_nothing(desk: Desk, editing: Editing) -> None:
    for path in ("nowhere", "goods.g99.hs_code", "buyer", "own.nowhere.x"):
        with pytest.raises(KeyError):
            editing.change_text(path, "x")
    with pytest.raises(KeyError):
        editing.add_row("goods.g1.hs_code")
    with pytest.raises(KeyError):
        editing.duplicate_rows("goods", ["g99"])
    assert editing.value == FOOTWEAR
    assert desk.before == []


def test_ready_rows_and_values_are_kept_in_normal_form(desk: Desk, editing: Editing) -> None:
    row = GoodsLine(id=new_id(), quantity=Decimal("10.500"))
    editing.insert_rows("goods", [row], "g1", Message("editing.change"))
    editing.change_value("goods.g1.unit_price", Decimal("2.50"))
    editing.change_value("delivery.incoterm", "CIF")
    editing.replace(msgspec.structs.replace(editing.value, title="all new"), Message("editing.change"))
    assert str((editing.value.goods or ())[0].quantity) == "10.5"
    assert on_disk(desk, editing) == editing.value


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


def test_a_mistake_of_the_program_is_shown_as_one_without_what_was_typed(desk: Desk, editing: Editing) -> None:
    canary = "3515081204760002"
    desk.ask(lambda store: setattr(store, "opened", lambda _: (_ for _ in ()).throw(ValueError(canary))))
    editing.change_text("title", canary)
    desk.settle()
    trouble = editing.status.trouble
    assert isinstance(trouble, Unexpected)
    assert canary not in trouble.into("id") + trouble.into("en") + str(trouble)
    assert str(trouble.__cause__) == canary


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
