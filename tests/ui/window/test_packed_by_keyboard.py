"""The whole packing of an order without the mouse: mixed boxes cell by cell, two hundred lines in one paste."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.packing import Packing
from app.domain.shipment import Shipment
from app.words import Message
from tests.conftest import sample_named
from tests.ui.window.person import Person, in_focus
from tests.unit.exchange.written import HEADS, goods_and_packing, pasted, rows_of

_CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
LINES = 200


class _Mouse(QObject):
    """Counts what a mouse does."""

    presses = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything pass."""
        self.presses += event.type() == QEvent.Type.MouseButtonPress
        return False


@pytest.fixture(autouse=True)
def no_mouse() -> Iterator[None]:
    """Fails a test that used it."""
    app, mouse = QApplication.instance(), _Mouse()
    assert app is not None
    app.installEventFilter(mouse)
    yield
    app.removeEventFilter(mouse)
    assert mouse.presses == 0


def test_mixed_boxes_are_packed_cell_by_cell(person: Person) -> None:
    person.sample("silver_courier_sydney")
    sample = person.shipment
    person.editing.replace(replace(sample, packing=Packing()), Message("editing.begun"))
    person.turn_to("packing")
    for text in ("1", "2", "kotak", "4,6", "6", "35", "25", "20"):
        person.type(text)
        person.press(Key.Key_Tab)
    if in_focus() is not person.grid.table:
        person.press(Key.Key_Escape)
    person.press(Key.Key_Up)
    person.press(Key.Key_Return, _CONTROL)
    inside = f"packing.ranges.{(person.shipment.packing.ranges or ())[0].id}.contents"
    for line, each in (("1.", "75"), ("2.", "200")):
        tab_to_widget(person, person.list_at(inside).add_button)
        person.press(Key.Key_Space)
        rows = person.list_at(inside).rows() or ()
        path = f"{inside}.{rows[-1].id}"
        person.answer(f"{path}.line", line)
        person.answer(f"{path}.each", each)
    person.answer("packing.marks", "EJ\nSYDNEY\n1-2")
    assert goods_and_packing(person.shipment) == goods_and_packing(sample)
    assert person.page.plan is not None
    person.wait(lambda: person.page.plan and person.page.plan.summary and not person.page.plan.summary.is_open)


def test_two_hundred_lines_are_packed_by_one_paste(person: Person) -> None:
    order = long_order()
    person.sample("footwear_rotterdam")
    person.editing.replace(replace(order, goods=None, packing=Packing()), Message("editing.begun"))
    person.turn_to("packing")
    QGuiApplication.clipboard().setText(pasted(HEADS["id"], rows_of(order), "id"))
    person.press(Key.Key_V, _CONTROL)
    entry = person.page.entry
    assert entry is not None
    person.wait(lambda: entry.dialog is not None and entry.dialog.proposal is not None)
    assert entry.dialog is not None
    tab_to_widget(person, entry.dialog.take)
    person.press(Key.Key_Space)
    assert goods_and_packing(person.shipment) == goods_and_packing(order)
    assert person.editing.undo_step is not None
    assert person.editing.undo_step.into("id") == f"tempel {LINES} baris"
    plan = person.page.plan
    assert plan is not None
    person.wait(lambda: plan.summary and plan.summary.lines == ["Semua barang sudah masuk kemasan."])


def long_order() -> Shipment:
    """The footwear order with two hundred lines, each in a range of its own."""
    sample = sample_named("footwear_rotterdam")
    goods, ranges = sample.goods or (), sample.packing.ranges or ()
    lines, rows, number = [], [], Decimal(1)
    for n in range(LINES):
        line, packages = goods[n % 3], ranges[n % 3]
        content = (packages.contents or ())[0]
        count = (line.quantity or Decimal(0)) // (content.each or Decimal(1))
        lines.append(replace(line, id=f"x{n}", description=f"{line.description} {n}"))
        inside = (replace(content, id=f"c{n}", line=f"x{n}"),)
        rows.append(replace(packages, id=f"r{n}", first=number, last=number + count - 1, contents=inside))
        number += count
    return replace(sample, goods=tuple(lines), packing=replace(sample.packing, ranges=tuple(rows)))


def tab_to_widget(person: Person, widget: QWidget) -> None:
    """Press Tab until the keyboard is there."""
    for _ in range(120):
        if in_focus() is widget:
            return
        person.press(Key.Key_Tab)
    raise AssertionError("Tab does not lead there")
