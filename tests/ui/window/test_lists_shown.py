"""*Daftar kode* in the real window: how old every list is, a newer one from a file, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.reference.list_titles import TITLES
from app.services.list_words import day_named
from app.ui.lists_dialog import ListsDialog
from app.ui.look.scale import px
from app.ui.widgets import painting
from app.ui.widgets.hit_list import FoundCode
from app.ui.widgets.painting import Ink
from tests.ui.audit import faults, shortened
from tests.ui.hands import click
from tests.ui.window.person import PATIENCE, Person, settle

_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
BANKS = "kode,uraian\n2,BRI\n99,Bank Baru\n"


def test_every_list_says_its_source_edition_date_rows_and_checksum(person: Person) -> None:
    dialog = opened(person)
    shown = [row.value.code for row in dialog.list.rows.rows if isinstance(row.value, FoundCode)]
    assert shown == list(TITLES)
    for list_id in shown:
        point_at(dialog, list_id)
        if list_id == "tariff":
            assert "Belum diambil" in words(dialog)
            continue
        codes = person.desk.ready.lists.named(list_id)
        for part in (
            codes.source.id,
            codes.edition,
            day_named(codes.date, "id"),
            f"{len(codes.entries)} kode",
        ):
            assert part in words(dialog), list_id
        assert codes.checksum in words(dialog).replace(" ", ""), list_id
    assert faults(dialog) == []


def test_what_lists_are_called_is_not_cut_and_no_sentence_begins_small(person: Person) -> None:
    dialog = opened(person)
    rows = [row.value for row in dialog.list.rows.rows if isinstance(row.value, FoundCode)]
    for list_id in (rows[0].code, rows[len(rows) // 2].code, rows[-1].code):
        point_at(dialog, list_id)
        assert not {row.shown for row in rows} & set(shortened(dialog))
    assert all(row.text.partition(". ")[2][:1].isupper() for row in rows if row.code != "tariff")
    assert {row.remark for row in rows if row.code == "countries"} == {"24-11-2026"}


def test_a_list_is_taken_after_a_look_at_the_differences_and_given_back(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    before = person.desk.ready.lists
    dialog = opened(person)
    point_at(dialog, "export_banks")
    assert dialog.choose.isEnabled()
    assert dialog.back.isHidden()
    look_at(person, dialog, tmp_path, BANKS)
    assert "2 kode, 1 baru, 29 hilang, 0 berganti nama" in words(dialog)
    assert "Baru: 99 Bank Baru" in words(dialog)
    assert person.desk.ready.lists is before
    with person.qtbot.waitSignal(dialog.settled, timeout=PATIENCE):
        click(dialog.use)
    assert person.desk.ready.lists.export_banks.named("99").id == "Bank Baru"
    assert person.editing.at.lists is person.desk.ready.lists
    assert dialog.list_id() == "export_banks"
    assert "dipakai mulai sekarang" in words(dialog)
    with person.qtbot.waitSignal(dialog.settled, timeout=PATIENCE):
        click(dialog.back)
    assert person.desk.ready.lists.export_banks.find("99") is None
    assert dialog.back.isHidden()


def test_a_preview_that_is_left_changes_nothing(person: Person, tmp_path: Path) -> None:
    dialog = opened(person)
    point_at(dialog, "export_banks")
    look_at(person, dialog, tmp_path, BANKS)
    click(dialog.leave)
    assert "tidak berubah" in words(dialog)
    assert not (person.folder / "lists").exists()


@pytest.mark.parametrize(
    ("list_id", "text", "part"),
    [
        ("export_banks", "kode,uraian\n2,BRI\n2,BRI\n", "Baris 3: Kode 2 ada dua kali"),
        ("tariff", "kode,uraian\n", "Di berkas ini tidak ada kode HS 8 angka"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(
    person: Person, tmp_path: Path, list_id: str, text: str, part: str
) -> None:
    dialog = opened(person)
    point_at(dialog, list_id)
    look_at(person, dialog, tmp_path, text)
    assert part in words(dialog)
    assert "tidak berubah" in words(dialog)
    assert dialog.use.isHidden()
    assert dialog.choose.isEnabled()


def test_it_fits_a_small_window_with_large_text(person: Person, tmp_path: Path) -> None:
    person.window.set_setting("language", "en")
    person.theme.set_factor(1.5)
    dialog = opened(person)
    point_at(dialog, "ports")
    assert "SHA-256" in words(dialog)
    dialog.resize(1024, 640)
    settle()
    widest = max(painting.width(word, Ink()) for word in words(dialog).split())
    assert widest < min(label.width() for label in dialog.details.findChildren(QLabel))
    dialog.resize(px(640), px(420))
    look_at(person, dialog, tmp_path, "a,b,c\n1,2,3\n")
    settle()
    assert faults(dialog) == []


def opened(person: Person) -> ListsDialog:
    """Open it by its key, and wait until the lists are read."""
    person.window.activateWindow()
    person.press(Qt.Key.Key_K, _KEYS)
    dialog = person.window.first.lists
    assert dialog is not None
    person.wait(dialog.list_id)
    return dialog


def point_at(dialog: ListsDialog, list_id: str) -> None:
    """Put the ring on a list."""
    dialog.list.go_to(next(row.value for row in dialog.list.rows.rows if getattr(row.value, "code", "") == list_id))
    settle()


def look_at(person: Person, dialog: ListsDialog, folder: Path, text: str) -> None:
    """Choose a file for the list one points at."""
    path = folder / "new.csv"
    path.write_text(text, encoding="utf-8")
    with person.qtbot.waitSignal(dialog.settled, timeout=PATIENCE):
        dialog.look_at([path])


def words(dialog: ListsDialog) -> str:
    """All that is said at the right."""
    settle()
    return "\n".join(label.text() for label in dialog.details.findChildren(QLabel))
