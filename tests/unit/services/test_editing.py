"""A shipment on the screen: typing, rows, answers, undo, half-typed text, status; over restarts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.goods import GoodsLine
from app.domain.paths import value_at
from app.kinds.kind import Misread, Reading
from app.services.editing import Editing, new_id
from app.words import Message
from tests.conftest import sample_named
from tests.unit.services.documents import Desk, on_disk, state_of

FOOTWEAR = sample_named("footwear_rotterdam")


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


def test_what_was_compared_is_open_again_when_its_answer_changes_and_undo_brings_both_back(
    desk: Desk, editing: Editing
) -> None:
    for name in ("name", "identity", "type"):
        editing.change_value(f"own.peb.{name}_checked", "checked")
    desk.settle()
    before = editing.value
    editing.change_text("buyer.name", "ANOTHER B.V.")
    assert editing.value.own["peb"] == before.own["peb"]
    editing.change_text("exporter.nitku", "0012345674602000000001")
    assert "identity_checked" not in editing.value.own["peb"]
    assert {"name_checked", "type_checked"} <= editing.value.own["peb"].keys()
    desk.settle()
    editing.undo()
    desk.settle()
    assert editing.value.own["peb"]["identity_checked"] == "checked"


def test_emptying_a_field_leaves_no_answer(editing: Editing) -> None:
    assert editing.change_text("buyer.name", "  ") is None
    assert editing.value.buyer.name is None


def test_typing_the_same_again_is_no_change(desk: Desk, editing: Editing) -> None:
    editing.change_text("buyer.name", FOOTWEAR.buyer.name or "")
    assert desk.before == []
    assert editing.undo_step is None


TOLD = FOOTWEAR.answers


def test_none_and_not_known_yet_are_answers_until_something_is_typed(editing: Editing) -> None:
    editing.answer("packing.marks", "none")
    assert (editing.value.packing.marks, editing.value.answers) == (None, TOLD | {"packing.marks": "none"})
    editing.answer("packing.marks", "unknown")
    assert editing.value.answers == TOLD | {"packing.marks": "unknown"}
    editing.change_text("packing.marks", "L J")
    assert editing.value.answers == TOLD
    editing.answer("packing.marks", "none")
    editing.answer("packing.marks", None)
    assert editing.value.answers == TOLD


def test_a_list_can_be_answered_with_none_and_a_row_takes_that_back(editing: Editing) -> None:
    editing.change_text("containers.k1.number", "not a number")
    editing.answer("containers", "none")
    assert (editing.value.containers, editing.value.typed) == ((), {})
    assert editing.value.answers == TOLD | {"containers": "none"}
    row = editing.add_row("containers")
    assert [container.id for container in editing.value.containers or ()] == [row]
    assert editing.value.answers == TOLD


def test_rows_are_added_moved_copied_and_removed(editing: Editing) -> None:
    ids = [line.id for line in FOOTWEAR.goods or ()]
    first = editing.add_row("goods", before=ids[0])
    last = editing.add_row("goods")
    assert [line.id for line in editing.value.goods or ()] == [first, *ids, last]
    editing.move_rows("goods", [first], len(ids))
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
