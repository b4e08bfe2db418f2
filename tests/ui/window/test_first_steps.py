"""The first steps of somebody new: impatient clicks, a half-typed country, another language on the way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QPushButton

from app.services.shipment_list import list_shipments
from app.ui.exporter_button import ExporterButton
from app.ui.new_shipment_screen import NewShipmentScreen
from app.words import catalogue
from tests.ui.hands import click
from tests.ui.window.person import PATIENCE, Person, settle


def test_an_impatient_double_click_makes_one_shipment(person: Person) -> None:
    screen = asked(person)
    person.type("Sepatu")
    with person.qtbot.waitSignal(person.desk.opened, timeout=PATIENCE):
        click(screen.start)
        click(screen.start)
        person.window.open_sample("batik_tokyo")
    person.saved()
    rows: list[object] = []
    person.desk.ask(list_shipments, rows.extend)
    person.wait(lambda: rows)
    assert len(rows) == 1


def test_who_goes_back_before_a_shipment_opens_can_make_another(person: Person) -> None:
    person.window.open_sample("batik_tokyo")
    document: list[str] = []
    assert person.window.shipments is not None
    person.window.shipments.open_wanted.connect(document.append)
    person.wait(lambda: document)
    person.window.show_list()
    person.wait(person.listed)
    person.sample("footwear_rotterdam")
    assert person.shipment.references.invoice_no == "LJ/INV/2026/041"


def test_a_country_that_is_none_is_kept_as_typed_with_its_reason(person: Person) -> None:
    screen = asked(person)
    person.type("Keripik")
    person.press(Qt.Key.Key_Tab)
    person.type("negeri entah")
    with person.qtbot.waitSignal(person.desk.opened, timeout=PATIENCE):
        click(screen.start)
    person.checked()
    assert person.shipment.typed["buyer.country"] == "negeri entah"
    assert "buyer.country" in {problem.path for problem in person.desk.problems if problem.rule == "text_not_read"}


def test_the_five_questions_keep_their_answers_in_another_language(person: Person) -> None:
    screen = asked(person)
    person.type("Sepatu kulit")
    person.press(Qt.Key.Key_Tab)
    person.type("belanda")
    person.press(Qt.Key.Key_Return)
    for words in ("Udara", "FOB"):
        click(next(b for b in screen.findChildren(QPushButton) if b.text().startswith(words)))
    before = screen.answers()
    person.window.set_setting("language", "en")
    settle()
    again = person.window.first.questions
    assert again is not None and again is not screen and again.isVisible()
    assert again.answers() == before
    assert before.country == "NL" and before.mode == "air" and before.incoterm == "FOB"


def test_a_half_typed_country_survives_another_language_too(person: Person) -> None:
    asked(person)
    person.press(Qt.Key.Key_Tab)
    person.type("jepa")
    person.window.set_setting("language", "en")
    settle()
    again = person.window.first.questions
    assert again is not None
    assert again.country.typed() == "jepa"


def test_a_long_name_of_the_exporter_stays_inside_the_window_and_stands_there_once(person: Person) -> None:
    name = "CV Kerajinan Tangan dan Anyaman Bambu Sumber Rejeki Makmur Sentosa Mojokerto Jaya Abadi"
    assert person.window.exporter is not None
    with person.qtbot.waitSignal(person.desk.opened):
        person.window.exporter.open_profile()
    settle()
    person.answer("exporter.name", name)
    person.saved()
    person.restart()
    for language in ("en", "id", "en"):
        button = person.window.exporter
        assert button is not None
        person.wait(lambda: person.window.exporter is not None and name.startswith(person.window.exporter.text()[:9]))
        right = button.mapTo(person.window, button.rect().topRight()).x()
        assert 0 < right < person.window.width()
        assert button.toolTip() == name
        person.window.set_setting("language", language)
        settle()
    assert len(person.window.findChildren(ExporterButton)) == 1


def test_qts_own_dialogs_speak_the_language_of_the_screen(person: Person) -> None:
    foreign = {text.en.replace("&", "") for text in catalogue("qt").values() if text.en != text.id}
    seen = {}
    for language in ("id", "en"):
        person.window.set_setting("language", language)
        settle()
        person.window.ask_for_file()
        dialog = person.window.findChildren(QFileDialog)[-1]
        shown: list[QLabel | QPushButton] = [*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton)]
        seen[language] = {widget.text().replace("&", "") for widget in shown if widget.text()}
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons is not None
        assert [b.text().replace("&", "") for b in buttons.buttons()] == (
            ["Buka", "Batal"] if language == "id" else ["Open", "Cancel"]
        )
        dialog.close()
        settle()
    assert not seen["id"] & foreign
    assert seen["en"] & foreign


def asked(person: Person) -> NewShipmentScreen:
    """The five questions, from the start screen."""
    click(person.button("Pengiriman baru"))
    screen = person.window.first.questions
    assert screen is not None
    return screen
