"""What is wrong around the program: a clear sentence, a way on, and nothing overwritten."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import sqlite3
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QProcess, QProcessEnvironment, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.services.storage_thread import StorageThread, store_path
from app.store.backup import backup_folder
from app.ui import desk
from app.ui.documents_page import DocumentsPage
from app.ui.exporter_button import ExporterButton
from app.ui.look.theme import Theme
from app.ui.question import Question
from app.ui.start.trouble_page import TroublePage
from tests.ui.hands import click
from tests.ui.window.person import PATIENCE, Person, settle


def damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])


def foreign(path: Path) -> None:
    path.write_text("catatan belanja", encoding="utf-8")


def newer(path: Path) -> None:
    change(path, "PRAGMA user_version=99", "UPDATE meta SET value='99' WHERE key='min_reader'")


@pytest.mark.parametrize(
    ("spoil", "happened"),
    [(damaged, "rusak"), (foreign, "bukan simpanan Siap Ekspor"), (newer, "Siap Ekspor yang lebih baru")],
)
def test_a_store_that_cannot_be_used_is_said_and_left_as_it_is(
    spoil: Callable[[Path], None], happened: str, person: Person
) -> None:
    person.sample("footwear_rotterdam")
    person.window.close()
    path = store_path(person.folder)
    spoil(path)
    before = hashes(person.folder)
    other = Person(person.qtbot, person.folder, person.theme)
    other.window.begin()
    page = trouble(other)
    assert any(happened in text for text in texts(page))
    assert any("tidak diubah" in text for text in texts(page))
    click(other.button("Coba lagi"))
    other.wait(lambda: trouble(other) is not page)
    other.window.close()
    assert before.items() <= hashes(person.folder).items()


def test_nothing_is_begun_while_the_store_cannot_be_used(person: Person) -> None:
    person.window.close()
    content = store_path(person.folder).read_bytes()
    damaged(store_path(person.folder))
    other = Person(person.qtbot, person.folder, person.theme)
    other.window.begin()
    trouble(other)
    other.wait(lambda: other.desk.program is not None and not exporter(other).isEnabled())
    menus = other.window.menus
    begins = (menus.actions["new"], menus.actions["open"], menus.samples.menuAction())
    assert [(action.isEnabled(), "rusak" in action.toolTip()) for action in begins] == [(False, True)] * 3
    assert "rusak" in exporter(other).toolTip()
    assert menus.actions["backups"].isEnabled()
    store_path(person.folder).write_bytes(content)
    click(other.button("Coba lagi"))
    other.wait(lambda: exporter(other).isEnabled() and all(action.isEnabled() for action in begins))
    assert not any("rusak" in action.toolTip() for action in begins)


def test_a_damaged_store_is_set_aside_and_a_new_one_begun(person: Person) -> None:
    person.window.close()
    path = store_path(person.folder)
    damaged(path)
    content = path.read_bytes()
    other = Person(person.qtbot, person.folder, person.theme)
    other.window.begin()
    trouble(other)
    # What can be done is shown anew once the program is there.
    other.wait(lambda: other.desk.program is not None)
    click(other.button("Mulai dengan simpanan baru"))
    other.wait(lambda: any(button.text() == "Pengiriman baru" for button in other.buttons()))
    assert content in [kept.read_bytes() for kept in person.folder.iterdir() if kept.is_file()]


def test_a_store_that_may_only_be_read_is_shown_and_says_so(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    document = person.editing.id
    person.window.close()
    change(store_path(person.folder), "PRAGMA user_version=99")
    before = hashes(person.folder)[store_path(person.folder).name]
    other = Person(person.qtbot, person.folder, person.theme)
    other.begin()
    other.open(document)
    assert "dapat dibaca, tetapi tidak dapat diubah" in other.window.status.left.text()
    other.turn_to("buyer")
    assert not usable(other.question("buyer.city"))
    other.window.new_shipment()
    other.wait(lambda: "dapat dibaca, tetapi tidak dapat diubah" in other.window.status.left.text())
    assert other.window.first.questions is None, "nobody answers five questions for nothing"
    other.open(document)
    other.screen.show_documents()
    papers = other.screen.view()
    assert isinstance(papers, DocumentsPage)
    papers.save_into(tmp_path / "out")
    other.wait(lambda: papers.said.text().startswith("Tersimpan"))
    other.window.close()
    assert hashes(person.folder)[store_path(person.folder).name] == before


def test_a_folder_that_cannot_be_written_is_said_and_leaves_the_window_alive(
    qtbot: QtBot, tmp_path: Path, theme: Theme
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    person = Person(qtbot, tmp_path / "file" / "data", theme)
    person.window.begin()
    page = trouble(person)
    assert any(str(tmp_path / "file") in text.replace("\u200b", "") for text in texts(page))
    person.wait(lambda: person.desk.program is not None)
    person.window.new_shipment()
    person.wait(lambda: trouble(person) is not page)
    assert person.window.first.questions is None, "nobody answers five questions for nothing"
    person.window.set_setting("look", "dark")
    assert "settings.ini" in person.window.status.left.text()
    person.window.close()
    assert (tmp_path / "file").read_text(encoding="utf-8") == "x"


@pytest.mark.bar("S11")
def test_a_clock_that_is_behind_is_said_at_the_start_and_stops_nothing(
    qtbot: QtBot, tmp_path: Path, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago = datetime.datetime(2020, 1, 1, 7, 0, tzinfo=datetime.UTC)
    monkeypatch.setattr(desk, "_now", lambda: long_ago)
    person = Person(qtbot, tmp_path / "data", theme)
    person.begin()
    person.wait(lambda: "Betulkan tanggal dan jam komputer" in person.window.status.left.text())
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    person.answer("buyer.city", "Delft")
    person.saved()


@pytest.mark.bar("S7")
def test_a_backup_that_cannot_be_made_is_said_until_one_can(
    qtbot: QtBot, tmp_path: Path, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "StorageThread", partial(StorageThread, backup_every=0.05))
    in_the_way = backup_folder(store_path(tmp_path))
    in_the_way.write_text("a file of this name")
    person = Person(qtbot, tmp_path, theme)
    person.begin()
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    person.answer("buyer.city", "Delft")
    person.saved()
    person.wait(lambda: "tidak dapat ditulis" in person.window.status.left.text())
    in_the_way.unlink()
    person.answer("buyer.city", "Leiden")
    person.saved()
    person.wait(in_the_way.is_dir)
    person.answer("buyer.city", "Utrecht")
    person.wait(lambda: "tidak dapat ditulis" not in person.window.status.left.text())


def test_papers_that_cannot_be_saved_are_said_with_the_folder(person: Person, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    person.sample("footwear_rotterdam")
    person.screen.show_documents()
    page = person.screen.view()
    assert isinstance(page, DocumentsPage)
    page.save_into(tmp_path / "file")
    person.wait(lambda: str(tmp_path / "file") in person.window.status.left.text())
    assert page.said.text() == ""


@pytest.mark.parametrize("content", [b"", b"Dear Sir or Madam", b'{"format": "siap-ekspor-shipment"}', b"%PDF-1.7\n"])
def test_a_dropped_file_that_is_no_shipment_is_said_and_changes_nothing(
    content: bytes, person: Person, tmp_path: Path
) -> None:
    file = tmp_path / "surat.ekspor"
    file.write_bytes(content)
    drop(person, file)
    person.wait(lambda: "surat.ekspor" in person.window.status.left.text() or "berkas" in status(person))
    assert person.listed() == []
    assert file.read_bytes() == content


def test_a_dropped_shipment_is_opened_as_a_copy(person: Person, tmp_path: Path) -> None:
    from app.services.samples import sample_bytes

    file = tmp_path / "dari teman.ekspor"
    file.write_bytes(sample_bytes("batik_tokyo"))
    with person.qtbot.waitSignal(person.desk.opened, timeout=PATIENCE):
        drop(person, file)
    person.turn_to("buyer")
    person.answer("buyer.city", "Osaka")
    person.saved()
    assert file.read_bytes() == sample_bytes("batik_tokyo")


def test_a_second_start_brings_the_first_window_to_the_front_and_ends(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    person.answer("buyer.city", "Delft")
    second = Person(person.qtbot, person.folder, person.theme)
    assert person.window.instance is not None
    with person.qtbot.waitSignal(person.window.instance.knocked, timeout=PATIENCE):
        second.window.begin()
    assert not second.window.isVisible()
    assert second.window.desk is None
    person.come_back()
    assert person.window.isActiveWindow()
    person.answer("buyer.postcode", "2611 AA")
    person.saved()


def test_the_window_opens_where_nothing_is_typed_but_its_folder(person: Person) -> None:
    person.begin()
    second = QProcess()
    second.setProcessEnvironment(QProcessEnvironment.systemEnvironment())
    assert person.window.instance is not None
    with person.qtbot.waitSignal(person.window.instance.knocked, timeout=PATIENCE):
        second.start(sys.executable, ["-m", "app", "--data", str(person.folder)])
    person.wait(lambda: second.state() is QProcess.ProcessState.NotRunning)
    assert second.exitCode() == 0


def exporter(person: Person) -> ExporterButton:
    """The exporter at work."""
    assert person.window.exporter is not None
    return person.window.exporter


def trouble(person: Person) -> TroublePage:
    """The page that says what is wrong, once it is there."""
    pages: list[TroublePage] = []

    def shown() -> bool:
        pages[:] = [page for page in person.window.start.findChildren(TroublePage) if page.isVisible()]
        return bool(pages)

    person.wait(shown)
    return pages[-1]


def texts(page: TroublePage) -> list[str]:
    """What the page says."""
    return [label.text() for label in page.findChildren(QLabel)]


def status(person: Person) -> str:
    """What the status line says."""
    return person.window.status.left.text().casefold()


def usable(question: Question) -> bool:
    """Whether one can type there."""
    return question.editor.isEnabled()


def drop(person: Person, file: Path) -> None:
    """Drag a file over the start screen and let it go."""
    start, dragged = person.window.start, QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(start, QDragEnterEvent(QPoint(50, 50), copy, dragged, left, none))
    QApplication.sendEvent(start, QDropEvent(QPointF(50, 50), copy, dragged, left, none, QEvent.Type.Drop))
    settle()


def change(path: Path, *statements: str) -> None:
    """Change a store that is closed, as another program would."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def hashes(folder: Path) -> dict[str, str]:
    """What every file of a folder holds, but for the settings."""
    files = (file for file in folder.iterdir() if file.is_file() and file.name != "settings.ini")
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
