"""Blocks of cells: as text and back, pasted, filled down and emptied as one step."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.paths import value_at
from app.services.cell_block import read, written
from app.services.editing import Editing, new_id
from app.services.grid_edits import Cells, Target, read_block
from app.words import Message
from tests.conftest import sample_named
from tests.unit.services.documents import Desk, on_disk

FOOTWEAR = sample_named("footwear_rotterdam")
IDS = [line.id for line in FOOTWEAR.goods or ()]
COLUMNS = ["description", "hs_code", "quantity", "unit", "unit_price", None]
STEP = Message("editing.paste_rows")
CELL = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\x85\u2028\u2029")) | st.sampled_from(
    ['6"', '"', "a\tb", "a\nb", '""', " x "]
)


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_is_copied_is_read_back(block: list[list[str]]) -> None:
    block = [[*row, "end"] for row in block]
    assert read(written(block)) == block


@given(st.text())
def test_any_text_of_the_clipboard_is_some_rows(text: str) -> None:
    assert all(row for row in read(text))


def test_a_spreadsheets_text_is_read_and_its_last_line_end_is_no_row() -> None:
    assert read('a\t"two\nlines"\r\n\tb\r\n\r\n') == [["a", "two\nlines"], ["", "b"]]
    assert read('6" wide\t1\n"never closed\t2') == [['6" wide', "1"], ['"never closed', "2"]]
    assert read(" \n\t\n") == []


def test_a_block_goes_over_rows_that_are_there_and_makes_new_ones_in_one_step(desk: Desk, editing: Editing) -> None:
    block = [["Shoe", "64039990", "1.250,5", "PR", "10", "ignored"], ["Boot", "6403", "x"], ["New", "", "7"]]
    put(editing, Target("goods", "goods", IDS[-2:], COLUMNS), block)
    last = (editing.value.goods or ())[-3:]
    assert [line.id for line in last[:2]] == IDS[-2:]
    assert [(line.description, line.quantity) for line in last] == [
        ("Shoe", Decimal("1250.5")),
        ("Boot", None),
        ("New", Decimal(7)),
    ]
    assert editing.value.typed == {f"goods.{IDS[-1]}.hs_code": "6403", f"goods.{IDS[-1]}.quantity": "x"}
    assert on_disk(desk, editing) == editing.value
    editing.undo()
    desk.settle()
    assert editing.value == FOOTWEAR


def test_a_value_takes_the_place_of_what_could_not_be_read(editing: Editing) -> None:
    editing.change_text("goods.g1.hs_code", "12")
    editing.answer("goods.g1.unit_price", "unknown")
    put(
        editing,
        Target("goods", "goods", ["g1"], ["hs_code", "quantity", None, "unit_price"]),
        [["64039990", "", "", "3"]],
    )
    assert editing.value.typed == {}
    assert "goods.g1.unit_price" not in editing.value.answers
    assert value_at(editing.value, "goods.g1.hs_code") == "64039990"
    assert value_at(editing.value, "goods.g1.quantity") is None


def test_cells_of_a_row_that_has_gone_change_nothing(editing: Editing) -> None:
    with pytest.raises(KeyError):
        editing.put_cells(Cells("goods", {"gone": {"unit": "SET"}}, {}), STEP)
    assert editing.value == FOOTWEAR


def test_rows_move_together(editing: Editing) -> None:
    editing.move_rows("goods", IDS[:2], 1)
    assert [line.id for line in editing.value.goods or ()] == [*IDS[2:3], *IDS[:2], *IDS[3:]]
    assert editing.undo_step is not None
    assert editing.undo_step.into("id") == "pindahkan 2 baris di barang"


def put(editing: Editing, target: Target, block: list[list[str]]) -> None:
    """Paste a block."""
    editing.put_cells(read_block(target, block, new_id, editing.at), STEP)
