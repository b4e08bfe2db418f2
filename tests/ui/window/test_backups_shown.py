"""A store that is damaged, or that went wrong: its backups with day and number of shipments, and the way back."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.services.backups import back_up, list_backups
from app.services.storage_thread import store_path
from app.store.values import Backup
from app.ui.start.backups_page import BackupsPage
from app.ui.start.trouble_page import TroublePage
from tests.ui.hands import click
from tests.ui.window.person import Person, in_focus, settle


@pytest.mark.bar("S6")
def test_a_damaged_store_leads_to_its_backups_and_is_kept(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.window.show_list()
    person.sample("batik_tokyo")
    person.window.close()
    path = store_path(person.folder)
    path.write_bytes(path.read_bytes()[:3000])
    content = path.read_bytes()
    other = Person(person.qtbot, person.folder, person.theme)
    other.window.begin()
    other.wait(lambda: any(page.isVisible() for page in other.window.findChildren(TroublePage)))
    click(other.button("Kembalikan cadangan..."))
    page = backups_shown(other)
    (made,) = kept_backups(other)
    assert shown_texts(page) >= {f"{made.at.day} November 2026, {made.at:%H.%M}", "2 pengiriman"}
    assert in_focus() is page.buttons[0]
    other.press(Qt.Key.Key_Space)
    other.wait(lambda: len(other.listed()) == 2)
    assert "tetap ada dengan nama siap-ekspor.db.rusak-" in other.window.status.left.text()
    assert content in [kept.read_bytes() for kept in person.folder.iterdir() if kept.is_file()]
    print(f"S6: the backup of {made.at:%H:%M} with {made.shipments} shipments was offered and brought back")


@pytest.mark.bar("S9")
def test_a_backup_is_brought_back_from_the_menu_and_that_can_be_undone_the_same_way(person: Person) -> None:
    person.sample("footwear_rotterdam")
    first = backed_up(person)
    person.window.show_list()
    person.sample("batik_tokyo")
    person.turn_to("buyer")
    person.answer("buyer.city", "Osaka")
    person.window.menus.actions["backups"].trigger()
    click(backups_shown(person).buttons[0])
    person.wait(lambda: len(person.listed()) == 1)
    assert "menjadi cadangan" in person.window.status.left.text()
    newest, *_ = kept_backups(person)
    assert newest.number > first.number
    person.window.menus.actions["backups"].trigger()
    page = backups_shown(person)
    assert len(page.buttons) == len(kept_backups(person))
    click(page.buttons[0])
    person.wait(lambda: len(person.listed()) == 2)
    newest_row = person.listed()[0]
    person.open(str(newest_row.id))
    assert person.shipment.buyer.city == "Osaka"


def test_a_backup_that_was_spoilt_meanwhile_is_said_and_changes_nothing(person: Person) -> None:
    person.sample("footwear_rotterdam")
    made = backed_up(person)
    person.window.menus.actions["backups"].trigger()
    page = backups_shown(person)
    made.path.write_bytes(made.path.read_bytes()[:5000])
    click(page.buttons[0])
    person.wait(lambda: len(person.listed()) == 1)
    assert "bukan cadangan Siap Ekspor, atau isinya rusak" in person.window.status.left.text()


@pytest.mark.parametrize("way", ["Esc", "button"])
def test_from_the_backups_one_goes_back_to_the_list(person: Person, way: str) -> None:
    person.sample("footwear_rotterdam")
    person.window.menus.actions["backups"].trigger()
    page = backups_shown(person)
    if way == "Esc":
        person.press(Qt.Key.Key_Escape)
    else:
        click(page.back)
    person.wait(lambda: len(person.listed()) == 1)


def backed_up(person: Person) -> Backup:
    """A backup made now."""
    made: list[Backup] = []
    person.desk.ask(back_up, made.append)
    person.wait(lambda: made)
    return made[0]


def backups_shown(person: Person) -> BackupsPage:
    """The page, once the backups stand on it."""
    person.wait(lambda: (page := person.window.start.backups) is not None and page.isVisible() and is_told(page))
    settle()
    page = person.window.start.backups
    assert page is not None
    return page


def is_told(page: BackupsPage) -> bool:
    """Whether the looking over is done."""
    return bool(page.buttons) or page.state.text() == "Belum ada cadangan."


def kept_backups(person: Person) -> list[Backup]:
    """By the service, newest first."""
    zone = datetime.datetime.now().astimezone().tzinfo
    return list(list_backups(person.folder, zone))


def shown_texts(page: BackupsPage) -> set[str]:
    """What the page says."""
    return {label.text() for label in page.findChildren(QLabel)}
