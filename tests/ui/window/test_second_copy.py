"""Backups copied to another disk from the window, the calm reminder of it, and a backup that was missing at the end."""

from __future__ import annotations

import datetime
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.services.backups import list_backups
from app.services.storage_thread import store_path
from app.store.backup import backup_folder, verified
from app.store.driver import best_driver
from app.store.trouble import NotWritable
from app.ui import desk
from app.ui.start.backups_page import BackupsPage
from tests.ui.hands import click
from tests.ui.window.person import Person, settle


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that stands for another disk."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.mark.bar("S9")
def test_a_backup_is_copied_from_the_menu_and_said(person: Person, stick: Path) -> None:
    person.sample("footwear_rotterdam")
    person.window.menus.actions["copy_backup"].trigger()
    choose(person, stick)
    person.wait(lambda: "sudah disalin dan diperiksa, tetapi di disk yang sama" in said(person))
    (copy,) = stick.iterdir()
    assert verified(copy, best_driver(), datetime.UTC).shipments == 1
    page = backups(person)
    person.wait(lambda: f"di {stick}." in page.place.text())
    click(page.copy)
    choose(person, stick)
    person.wait(lambda: len(list(stick.iterdir())) == 2)


def test_a_copy_is_brought_back_on_another_computer(person: Person, stick: Path) -> None:
    person.sample("footwear_rotterdam")
    person.window.shipments.backups.copies.copy_to(str(stick))  # type: ignore[union-attr]  # the window has begun
    person.wait(lambda: "sudah disalin" in said(person))
    other = Person(person.qtbot, stick / "data", person.theme)
    other.begin()
    page = backups(other)
    other.wait(lambda: "belum ada salinan" in page.place.text())
    click(page.fetch)
    choose(other, next(stick.glob("*.db")))
    other.wait(lambda: len(other.listed()) == 1)


def test_a_folder_that_cannot_be_written_is_said_and_work_goes_on(person: Person, stick: Path) -> None:
    person.sample("footwear_rotterdam")
    stick.rmdir()
    person.window.shipments.backups.copies.copy_to(str(stick))  # type: ignore[union-attr]  # the window has begun
    person.wait(lambda: "Salinan cadangan tidak dapat ditulis" in said(person))
    person.turn_to("buyer")
    person.answer("buyer.city", "Delft")
    person.saved()


def test_after_a_week_the_list_reminds_and_nothing_stands_in_the_way(
    person: Person, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.sample("footwear_rotterdam")
    person.window.show_list()
    person.wait(lambda: said(person) == "1 pengiriman")
    later = datetime.datetime.now().astimezone() + datetime.timedelta(days=8)
    monkeypatch.setattr(desk, "_now", lambda: later)
    person.restart()
    person.wait(lambda: said(person).startswith("1 pengiriman. Cadangan belum pernah disalin ke disk lain"))
    backups(person)
    person.window.set_setting("language", "en")
    person.wait(lambda: "never copied to another disk" in said(person))
    person.window.set_setting("language", "id")
    person.window.shipments.backups.copies.copy_to(str(stick))  # type: ignore[union-attr]  # the window has begun
    person.wait(lambda: "sudah disalin" in said(person))
    person.window.show_list()
    person.wait(lambda: said(person) == "1 pengiriman")


@pytest.mark.bar("S7")
def test_a_backup_that_failed_while_the_window_closed_is_said_at_the_next_start(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Where the log hears of it, too.
    heard: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: heard.append(args.exc_type.__name__))
    person.sample("footwear_rotterdam")
    in_the_way = backup_folder(store_path(person.folder))
    in_the_way.write_text("a file of this name")
    person.restart()
    person.wait(lambda: "cadangan tidak jadi dibuat. Simpanan" in said(person))
    person.window.close()
    in_the_way.unlink()
    other = Person(person.qtbot, person.folder, person.theme)
    other.begin()
    other.wait(lambda: said(other).endswith("Sekarang sudah dibuat."))
    assert [backup.shipments for backup in list_backups(person.folder, None)] == [1]
    other.restart()
    other.wait(lambda: said(other) == "1 pengiriman")
    assert set(heard) == {NotWritable.__name__}


def said(person: Person) -> str:
    """What the status line says."""
    return person.window.status.left.text()


def backups(person: Person) -> BackupsPage:
    """The page of backups, opened from the menu."""
    person.window.menus.actions["backups"].trigger()
    person.wait(lambda: (page := person.window.start.backups) is not None and page.isVisible())
    page = person.window.start.backups
    assert page is not None
    return page


def choose(person: Person, path: Path) -> None:
    """Choose a folder or a file in the dialog that is open, as by its button."""
    person.wait(lambda: any(dialog.isVisible() for dialog in person.window.findChildren(QFileDialog)))
    dialog = next(dialog for dialog in person.window.findChildren(QFileDialog) if dialog.isVisible())
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    settle()
    person.come_back()
