"""Tables pasted into the grid and imported from a workbook, as a person meets them in the window."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from app.domain.packing import Packing
from app.services.table_columns import remembered_columns
from app.ui.table_dialog import TableDialog
from app.words import Message
from tests.conftest import sample_named
from tests.ui.hands import click
from tests.ui.window.person import Person
from tests.unit.exchange.written import HEADS, as_ordered, goods_and_packing, pasted, rows_of, workbook

_CONTROL = Qt.KeyboardModifier.ControlModifier


def paste(person: Person, text: str) -> TableDialog:
    """Ctrl+V in the grid, until the dialog has looked the table over."""
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    person.turn_to("goods")
    person.grid.table.setFocus()
    person.press(Qt.Key.Key_V, _CONTROL)
    return looked_over(person)


def looked_over(person: Person) -> TableDialog:
    """The dialog once it says what it would take."""
    entry = person.page.entry
    assert entry is not None
    person.wait(lambda: entry.dialog is not None and entry.dialog.proposal is not None)
    assert entry.dialog is not None
    return entry.dialog


def test_a_pasted_order_is_one_step_and_goes_with_one(person: Person) -> None:
    person.sample("silver_courier_sydney")
    before, sample = person.shipment, sample_named("silver_courier_sydney")
    dialog = paste(person, pasted(HEADS["id"], rows_of(sample), "id"))
    assert dialog.manner is not None
    click(dialog.manner.buttons()[1])
    assert dialog.take.isEnabled()
    click(dialog.take)
    assert goods_and_packing(person.shipment) == goods_and_packing(as_ordered(sample))
    assert person.shipment != before
    assert person.editing.undo_step is not None
    assert person.editing.undo_step.into("id") == "tempel 2 baris"
    person.wait(person.grid.table.hasFocus)
    person.press(Qt.Key.Key_Z, _CONTROL)
    person.wait(lambda: person.shipment == before)


def test_a_table_that_stops_is_not_taken_until_its_column_is_left_out(person: Person) -> None:
    person.sample("wallet_post_us")
    before = person.shipment
    dialog = paste(person, "Uraian barang\tJumlah\tWarna\nDOMPET\t#REF!\tmerah\nTAS\t3\thitam\n")
    assert not dialog.take.isEnabled()
    assert "B2" in dialog.proposal.stops[0].message.into("id")  # type: ignore[union-attr]  # it was waited for
    dialog.proposal = None
    combo = dialog.combos[0, 1]
    combo.choose("")
    combo.chosen.emit("")
    looked_over(person)
    assert dialog.take.isEnabled()
    assert person.shipment == before
    click(dialog.take)
    assert [line.description for line in person.shipment.goods or ()][1:] == ["DOMPET", "TAS"]
    person.wait(lambda: remembered_columns(person.folder, before.buyer.name).get("jumlah", "") is None)


def test_a_workbook_is_imported_on_the_packing_page(person: Person, tmp_path: Path) -> None:
    person.sample("batik_tokyo")
    sample = as_ordered(person.shipment)
    path = tmp_path / "order.xlsx"
    path.write_bytes(workbook({"Order": [HEADS["en"], *rows_of(sample)]}))
    empty = replace(sample, goods=None, packing=Packing())
    person.editing.replace(empty, Message("editing.begun"))
    person.turn_to("packing")
    assert person.page.entry is not None
    person.page.entry.import_file(str(path))
    dialog = looked_over(person)
    assert dialog.manner is None
    click(dialog.take)
    assert goods_and_packing(person.shipment) == goods_and_packing(sample)
    person.saved()


def test_a_file_without_heads_says_that_its_columns_were_only_counted(person: Person, tmp_path: Path) -> None:
    person.sample("wallet_post_us")
    person.turn_to("goods")
    path = tmp_path / "order.csv"
    path.write_text("DOMPET;42023100;12\nTAS;42022100;3\n", encoding="utf-8")
    assert person.page.entry is not None
    person.page.entry.import_file(str(path))
    dialog = looked_over(person)
    assert dialog.proposal is not None
    assert [found.message.id for found in dialog.proposal.doubts] == ["exchange.without_heads"]
    dialog.reject()


def test_one_cell_on_the_clipboard_is_no_table(person: Person) -> None:
    person.sample("wallet_post_us")
    person.turn_to("goods")
    QGuiApplication.clipboard().setText("SHOES")
    assert person.page.entry is not None
    assert not person.page.entry.paste()


def test_cells_without_heads_go_into_the_grid_and_a_table_with_heads_is_looked_at_first(person: Person) -> None:
    person.sample("wallet_post_us")
    person.turn_to("goods")
    entry = person.page.entry
    assert entry is not None
    person.grid.table.setFocus()
    person.grid.table.go(1, 0)
    for text in ("SHOES\t64039990\t12\tPR\t3,5\nBOOTS\t64039990\t7\tPR\t9", "SHOES\nBOOTS"):
        QGuiApplication.clipboard().setText(text)
        assert not entry.paste()
    for text in ("Bezeichnung\tMenge\nSCHUHE\t12", "Description\tOwn description\nSHOES\tSEPATU"):
        QGuiApplication.clipboard().setText(text)
        assert entry.paste()
        person.wait(lambda: entry.dialog is not None)
        entry.dialog.reject()  # type: ignore[union-attr]  # it was waited for
        person.wait(lambda: entry.dialog is None)
