"""Files dragged over the window: on the list, on the five questions, on a field of an open shipment."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.services.samples import sample_bytes
from app.ui.start.drop_frame import DropFrame
from tests.ui.window.person import Person

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def sample_file(tmp_path: Path) -> Path:
    """A shipment file on the disk."""
    path = tmp_path / "pesanan.ekspor"
    path.write_bytes(sample_bytes("batik_tokyo"))
    return path


def test_a_frame_says_that_a_file_may_be_dropped(person: Person, sample_file: Path) -> None:
    frame = person.window.findChild(DropFrame)
    assert frame is not None
    assert drag(person.window.stack, [sample_file])
    assert frame.isVisible()
    QCoreApplication.sendEvent(person.window.stack, QDragLeaveEvent())
    assert not frame.isVisible()


def test_several_files_a_folder_and_no_file_cannot_be_dropped(person: Person, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.ekspor", "b.ekspor")]
    for file in files:
        file.touch()
    assert not any(drag(person.window.stack, dragged) for dragged in (files, [tmp_path], [tmp_path / "none"], []))


@pytest.mark.parametrize("path", ["buyer.address", "buyer.city"])
def test_a_file_dropped_on_a_field_is_opened_and_never_its_answer(path: str, person: Person, sample_file: Path) -> None:
    person.sample("footwear_rotterdam")
    first, before = person.editing.id, person.shipment
    person.turn_to("buyer")
    field = person.question(path).editor
    assert drag(field, [sample_file])
    with person.qtbot.waitSignal(person.desk.opened):
        drop(field, [sample_file])
    assert person.editing.id != first
    assert person.shipment.references.invoice_no == "INV-BM-112"
    person.open(first)
    assert person.shipment == before


def test_a_file_that_is_none_is_said_to_be_none_and_the_shipment_stays_open(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    person.saved()
    document = person.editing.id
    (tmp_path / "foto.ekspor").write_bytes(b"\xff\xd8\xff\xe0 not a shipment")
    assert drag(person.window.stack, [tmp_path / "foto.ekspor"])
    drop(person.window.stack, [tmp_path / "foto.ekspor"])
    assert person.window.status.left.text().startswith("Berkas ini bukan berkas pengiriman")
    assert person.editing.id == document


def drag(place: QWidget, files: list[Path]) -> bool:
    """Drag ``files`` over a place; whether it would take them."""
    mime = _mime(files)  # events do not keep it
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, _LEFT, _NONE)
    event.ignore()
    QApplication.sendEvent(place, event)
    return event.isAccepted()


def drop(place: QWidget, files: list[Path]) -> None:
    """Let ``files`` go over a place."""
    mime = _mime(files)
    QApplication.sendEvent(place, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, _LEFT, _NONE))


def _mime(files: list[Path]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime
