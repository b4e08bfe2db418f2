"""Another language, other colours, another text size: at once, everywhere, and kept for the next start."""

from __future__ import annotations

from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from app.ui.look.scale import HIT
from app.ui.look.tokens import SETS
from app.ui.widgets.line_edit import LineEdit
from tests.ui.window.person import Person, in_focus, settle

_CONTROL = Qt.KeyboardModifier.ControlModifier


def test_english_and_back_with_the_shipment_open_on_its_page(person: Person) -> None:
    person.sample("footwear_rotterdam")
    document = person.editing.id
    person.turn_to("references")
    speak(person, "en")
    assert person.editing.id == document
    assert person.screen.page_id == "references"
    assert {"Numbers and dates", "Invoice date"} <= words(person)
    assert [menu.title() for menu in menus(person)] == ["&Shipment", "&Edit", "&Books", "&Documents", "&View"]
    assert not {"Nomor dan tanggal", "Lanjut: Barang dan harga"} & words(person)
    assert person.window.status.saved.text().startswith("Saved")
    speak(person, "id")
    assert person.screen.page_id == "references"
    assert "Nomor dan tanggal" in words(person)


def test_the_language_is_kept_for_the_next_start(person: Person) -> None:
    speak_without_shipment(person, "en")
    assert "New shipment" in words(person)
    person.restart()
    assert "New shipment" in words(person)


def test_a_half_typed_word_becomes_an_answer_when_the_language_changes(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    field = person.tab_to("buyer.city").editor
    assert isinstance(field, LineEdit)
    field.selectAll()
    person.type("Delft")
    speak(person, "en")
    assert person.shipment.buyer.city == "Delft"


def test_an_exporters_profile_stays_a_profile_in_another_language(person: Person) -> None:
    assert person.window.exporter is not None
    with person.qtbot.waitSignal(person.desk.opened):
        person.window.exporter.open_profile()
    assert person.desk.is_profile
    speak(person, "en")
    assert person.desk.is_profile
    assert "Exporter's profile" in words(person)


def test_english_terms_can_be_hidden(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    assert "Buyer's name" in words(person)
    with person.qtbot.waitSignal(person.desk.opened):
        person.window.menus.actions["english"].trigger()
    settle()
    assert person.screen.page_id == "buyer"
    assert "Buyer's name" not in words(person)
    assert "Nama pembeli" in words(person)


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_colours_change_at_once_and_are_kept(scheme: Literal["dark", "light"], person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.window.set_setting("look", scheme)
    wanted = SETS[scheme]
    assert QApplication.palette().color(QPalette.ColorRole.Window).name() == wanted.surface.lower()
    person.restart()
    assert person.window.settings.look == scheme


def test_text_grows_by_keys_and_everything_that_can_be_hit_with_it(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    before = heights(person)
    for _ in range(3):
        person.press(Qt.Key.Key_Plus, _CONTROL)
    assert person.window.settings.text_size == 150
    settle()
    high = heights(person)
    assert before.keys() == high.keys()
    assert [path for path in high if high[path] < HIT * 1.5] == []
    assert person.screen.footer.forth.height() >= HIT * 1.5
    person.restart()
    assert person.window.settings.text_size == 150
    for _ in range(9):
        person.press(Qt.Key.Key_Minus, _CONTROL)
    assert person.window.settings.text_size == 90


def test_f5_and_ctrl_page_keys_and_ctrl_d_go_everywhere(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("exporter")
    seen = [person.screen.page_id]
    for _ in person.screen.tasks.titles()[1:]:
        person.press(Qt.Key.Key_PageDown, _CONTROL)
        seen.append(person.screen.page_id)
        assert person.screen.isAncestorOf(in_focus())
    assert seen == [page for page, _ in person.screen.tasks.titles()]
    person.press(Qt.Key.Key_PageUp, _CONTROL)
    assert person.screen.page_id == "review"
    person.press(Qt.Key.Key_D, _CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert person.screen.page_id == "needed"
    person.press(Qt.Key.Key_D, _CONTROL)
    assert person.screen.page_id == "documents"
    person.press(Qt.Key.Key_F5)
    assert person.screen.page_id == "review"
    person.press(Qt.Key.Key_L, _CONTROL)
    person.wait(person.listed)
    assert person.window.shipment_screen is None


def speak(person: Person, language: str) -> None:
    """Choose a language in the menu while a shipment is open."""
    with person.qtbot.waitSignal(person.desk.opened):
        person.window.set_setting("language", language)
    settle()


def speak_without_shipment(person: Person, language: str) -> None:
    """Choose a language while none is open."""
    person.window.set_setting("language", language)
    person.wait(lambda: person.window.status.left.text() == "No shipments yet")


def words(person: Person) -> set[str]:
    """Everything written in labels and on buttons."""
    seen: list[QLabel | QPushButton] = [*person.window.findChildren(QLabel), *person.window.findChildren(QPushButton)]
    return {widget.text() for widget in seen if widget.isVisible()}


def menus(person: Person) -> list[QMenu]:
    """The menus of the menu bar."""
    return [menu for action in person.window.menuBar().actions() if isinstance(menu := action.menu(), QMenu)]


def heights(person: Person) -> dict[str, int]:
    """How high the field of each question is."""
    return {question.path: question.editor.height() for question in person.page.all_questions()}
