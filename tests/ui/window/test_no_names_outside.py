"""H4: a day in the window with a canary in every field leaves none in titles, settings, log, error stream or names."""

from __future__ import annotations

import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.records.shipment_file import ShipmentFile, write_shipment
from app.services.log import events_path
from app.services.shipment_list import add_shipment
from app.ui.bug_log import BugLog
from app.ui.bug_screen import show_mistake
from app.ui.documents_page import DocumentsPage
from app.ui.look.theme import Theme
from app.ui.preview import Preview
from tests.reliability.logs.canaries import NAME, NIK, canaried, found_in, found_under
from tests.ui.hands import click
from tests.ui.window.person import Person, settle
from tests.ui.window.test_own_mistakes import shown

pytestmark = pytest.mark.bar("H4")


def test_a_day_in_the_window_leaves_no_name_outside_the_store(
    qtbot: QtBot, tmp_path: Path, theme: Theme, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person(qtbot, tmp_path / NAME / "data", theme)
    person.begin()
    before = sys.excepthook, threading.excepthook
    BugLog(person.folder, lambda mistake: show_mistake(person.window, mistake)).install()
    titles: set[str] = set()
    try:
        work(person, tmp_path / NAME / "sent.ekspor", titles)
        go_wrong(person, monkeypatch, titles)
    finally:
        sys.excepthook, threading.excepthook = before
    person.window.close()
    out, err = capfd.readouterr()
    logged = events_path(person.folder).read_text(encoding="ascii")
    names = [path.name for path in person.folder.rglob("*")]
    print(f"H4: {len(titles)} titles, {len(logged.splitlines())} events, {len(names)} files of the program looked at")
    assert found_in(" ".join([*titles, *names, out, err])) == []
    assert found_under(events_path(person.folder).parent) == {}
    assert found_in((person.folder / "settings.ini").read_text(encoding="utf-8")) == []
    assert "ValueError" in logged


def work(person: Person, file: Path, titles: set[str]) -> None:
    """A shipment from a file, all its pages, what was typed wrongly, and its papers."""
    file.write_bytes(write_shipment(ShipmentFile(canaried())))
    with person.qtbot.waitSignal(person.desk.opened):
        person.window.open_file(str(file))
    document = person.editing.id
    for page, _ in person.screen.tasks.titles():
        person.screen.show_page(page)
        settle()
        titles |= titles_now()
    person.turn_to("exporter")
    person.answer("exporter.npwp", NIK)
    person.screen.review()
    person.screen.show_documents()
    papers = person.screen.view()
    assert isinstance(papers, DocumentsPage)
    papers.save_into(file.parent / "out")
    person.wait(lambda: papers.said.text().startswith("Tersimpan"))
    titles |= titles_now()
    person.window.show_list()
    person.desk.ask(
        partial(add_shipment, file=ShipmentFile(canaried()), exporter=None, summarise=person.desk.summarise()),
        in_the_list,
    )
    person.open(document)


def go_wrong(person: Person, monkeypatch: pytest.MonkeyPatch, titles: set[str]) -> None:
    """A mistake that quotes what was typed, with its screen; and papers for a folder that cannot be one."""

    def wrong(*_: object) -> None:
        raise ValueError(f"{NAME} {NIK}")

    monkeypatch.setattr(Preview, "renew", wrong)
    person.window.menus.actions["task_down"].trigger()
    person.wait(lambda: shown(person))
    titles |= titles_now()
    monkeypatch.undo()
    click(shown(person)[0].go_on)
    person.come_back()
    person.saved()


def titles_now() -> set[str]:
    """The titles of all windows."""
    return {widget.windowTitle() for widget in QApplication.topLevelWidgets() if widget.windowTitle()}


def in_the_list(_: object) -> None:
    """A second shipment is in the list."""
