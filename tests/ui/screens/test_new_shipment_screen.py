"""*Pengiriman baru*: five questions by the keyboard, none of which has to be answered."""

from __future__ import annotations

import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.new_shipment_screen import NewShipmentAnswers, NewShipmentScreen
from app.ui.widgets.choices import Choices
from app.words import LANGUAGES, Language, catalogue, say
from tests.ui.audit import faults
from tests.ui.hands import press, type_into
from tests.ui.screens.looking import Place, button, each_language, each_size, in_focus, settle, tabbed
from tests.ui.widgets.ports import country_source

NOTHING = NewShipmentAnswers("", None, None, None, None, None)
TERMS = ("EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP")
FOR_SHIPS = {"FAS": "FCA", "FOB": "FCA", "CFR": "CPT", "CIF": "CIP"}


def new(language: Language = "id") -> NewShipmentScreen:
    """The screen, begun."""
    screen = NewShipmentScreen(language, country_source(language=language))
    screen.begin()
    return screen


def answered(language: Language = "id") -> NewShipmentScreen:
    """All five answered, the last with a term that is not among the usual."""
    screen = new(language)
    screen.goods.fill("Sepatu dan sandal kulit, sepatu kanvas")
    screen.country.set_code("NL")
    _choose(screen.transport, "sea_LCL")
    _choose(screen.payment, "advance")
    _choose_term(screen, "CIP")
    return screen


@each_language
@each_size
@pytest.mark.parametrize("make", [new, answered])
def test_words_are_whole_and_places_can_be_hit(
    place: Place, theme: Theme, make: object, language: Language, width: int, height: int, factor: float
) -> None:
    theme.set_factor(factor)
    screen = new(language) if make is new else answered(language)
    whole = place(screen, width, height)
    assert faults(whole) == []
    least = whole.minimumSizeHint()
    assert (least.width() <= width, least.height() <= height) == (True, True)
    assert all(b.height() >= b.sizeHint().height() for b in screen.findChildren(QPushButton) if b.isVisible())


@each_size
def test_the_ways_on_are_always_seen(place: Place, theme: Theme, width: int, height: int, factor: float) -> None:
    theme.set_factor(factor)
    whole = place(answered(), width, height)
    for word in ("Mulai mengisi", "Batal"):
        found = button(whole, word)
        assert whole.rect().contains(found.rect().translated(found.mapTo(whole, found.rect().topLeft())))


@pytest.mark.parametrize("make", [new, answered])
def test_it_is_forgotten_when_it_is_dropped(theme: Theme, make: object) -> None:
    screen = new() if make is new else answered()
    screen.show()
    seen = weakref.ref(screen)
    del screen
    assert seen() is None


def test_tab_walks_the_questions_and_then_the_ways_on(place: Place) -> None:
    screen = new()
    place(screen)
    assert in_focus() is screen.goods
    stops = [screen.country, screen.transport, screen.payment, screen.incoterm.usual, screen.start, screen.cancel]
    for reached, stop in zip(tabbed(len(stops)), stops, strict=True):
        assert reached is stop or stop.isAncestorOf(reached)


def test_all_five_are_answered_without_the_mouse(place: Place, qtbot: QtBot) -> None:
    screen = new()
    place(screen)
    type_into(in_focus(), "Sepatu kulit")
    press(in_focus(), Qt.Key.Key_Return)
    type_into(in_focus(), "belan")
    press(in_focus(), Qt.Key.Key_Return)
    press(in_focus(), Qt.Key.Key_Tab)
    press(in_focus(), Qt.Key.Key_Space)
    press(in_focus(), Qt.Key.Key_Tab)
    press(in_focus(), Qt.Key.Key_Right)
    press(in_focus(), Qt.Key.Key_Tab)
    for _ in range(2):
        press(in_focus(), Qt.Key.Key_Right)
    press(in_focus(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(screen.started) as started:
        press(in_focus(), Qt.Key.Key_Space)
    expected = NewShipmentAnswers("Sepatu kulit", "NL", "sea", "FCL", "open_account", "FOB")
    assert started.args == [expected]


def test_nothing_has_to_be_answered(place: Place, qtbot: QtBot) -> None:
    screen = new()
    place(screen)
    with qtbot.waitSignal(screen.started) as started:
        press(in_focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert started.args == [NOTHING]


def test_it_can_be_left_without_beginning(place: Place, qtbot: QtBot) -> None:
    screen = answered()
    place(screen)
    with qtbot.waitSignal(screen.cancelled):
        press(screen.cancel, Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("key", "mode", "load"),
    [
        ("sea_FCL", "sea", "FCL"),
        ("sea_LCL", "sea", "LCL"),
        ("air", "air", None),
        ("courier", "courier", None),
        ("post", "post", None),
        ("road", "road", None),
    ],
)
def test_every_way_of_transport_is_told_in_codes(theme: Theme, key: str, mode: str, load: str | None) -> None:
    screen = new()
    _choose(screen.transport, key)
    assert (screen.answers().mode, screen.answers().load) == (mode, load)


@pytest.mark.parametrize("key", ["advance", "open_account", "lc_sight", "dp"])
def test_every_way_of_payment_is_told_by_its_code(theme: Theme, key: str) -> None:
    screen = new()
    _choose(screen.payment, key)
    assert screen.answers().payment == key


def test_not_known_yet_is_an_answer_that_says_nothing(theme: Theme) -> None:
    screen = new()
    _choose(screen.payment, "unknown")
    _choose(screen.incoterm.usual, "unknown")
    assert screen.answers() == NOTHING
    assert screen.incoterm.explained(None) == say("new_shipment.incoterm_unknown", "id")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("term", TERMS)
def test_every_term_can_be_chosen_and_is_explained(theme: Theme, term: str, language: Language) -> None:
    screen = new(language)
    _choose_term(screen, term)
    assert screen.answers().incoterm == term
    assert screen.incoterm.explained(None).startswith(f"{term}: ")
    assert screen.incoterm.explained("sea") == screen.incoterm.explained(None)


@pytest.mark.parametrize("mode", ["air", "courier", "post", "road"])
@pytest.mark.parametrize("term", TERMS)
def test_terms_for_ships_name_another_where_there_is_no_ship(theme: Theme, term: str, mode: str) -> None:
    screen = new()
    _choose_term(screen, term)
    explained = screen.incoterm.explained(mode)
    if term in FOR_SHIPS:
        assert explained == say("new_shipment.ships_only", "id", code=term, instead=FOR_SHIPS[term])
    else:
        assert explained == screen.incoterm.explained("sea")


def test_the_explanation_follows_term_and_transport(place: Place) -> None:
    screen = new()
    place(screen)
    reading = screen.incoterm_box.line
    _choose(screen.incoterm.usual, "FOB")
    line = reading("reading")
    assert line is not None
    assert line.reading.text() == catalogue("new_shipment")["incoterm.FOB"].id
    _choose(screen.transport, "air")
    assert "FCA" in line.reading.text()
    assert screen.incoterm.usual.accessibleDescription() == line.reading.text()


def test_the_other_terms_come_when_asked_for_and_go_again(place: Place) -> None:
    screen = new()
    place(screen)
    assert not screen.incoterm.rest.isVisible()
    _choose(screen.incoterm.usual, "other")
    assert screen.incoterm.rest.isVisible()
    assert screen.answers().incoterm is None
    _choose(screen.incoterm.rest, "DDP")
    _choose(screen.incoterm.usual, "CIF")
    assert not screen.incoterm.rest.isVisible()
    assert screen.answers().incoterm == "CIF"
    _choose(screen.incoterm.usual, "other")
    assert screen.answers().incoterm is None


def test_the_other_terms_are_reached_by_tab_and_seen(place: Place, qtbot: QtBot) -> None:
    screen = new()
    whole = place(screen, 1024, 400)
    screen.incoterm.usual.setFocus()
    _choose(screen.incoterm.usual, "other")
    (stop,) = tabbed(1)
    assert screen.incoterm.rest.isAncestorOf(stop)
    press(stop, Qt.Key.Key_Space)
    assert screen.answers().incoterm == "FAS"
    qtbot.waitUntil(lambda: _is_seen(screen.incoterm.rest, screen.page.viewport()))
    assert whole.isActiveWindow()


def test_a_country_that_is_none_is_said_calmly_and_is_no_answer(place: Place) -> None:
    screen = new()
    place(screen)
    press(in_focus(), Qt.Key.Key_Tab)
    type_into(in_focus(), "Atlantis")
    press(in_focus(), Qt.Key.Key_Tab)
    line = screen.country_box.line("reading")
    assert line is not None
    assert line.reading.text() == say("new_shipment.country_unknown", "id", text="Atlantis")
    assert not screen.country_box.has_problem
    assert screen.answers().country is None
    type_into(screen.country, "x")
    assert not line.isVisible()


def test_a_new_shipment_begins_empty_with_the_focus_on_the_goods(place: Place) -> None:
    screen = answered()
    place(screen)
    screen.cancel.setFocus()
    screen.begin()
    assert screen.answers() == NOTHING
    assert in_focus() is screen.goods
    assert not screen.incoterm.rest.isVisible()
    line = screen.incoterm_box.line("reading")
    assert line is not None
    assert not line.isVisible()


@pytest.mark.parametrize("shown_before", [False, True])
def test_begun_before_it_is_shown_the_focus_is_on_the_goods(place: Place, shown_before: bool) -> None:
    stack, other, screen = QStackedWidget(), QPushButton("Lain"), new()
    stack.addWidget(other)
    stack.addWidget(screen)
    place(stack)
    if shown_before:
        stack.setCurrentWidget(screen)
        screen.payment.setFocus()
        stack.setCurrentWidget(other)
    other.setFocus()
    screen.begin()
    stack.setCurrentWidget(screen)
    assert in_focus() is screen.goods


def test_english_terms_stand_beside_indonesian_questions_and_can_be_hidden(place: Place) -> None:
    screen = new("id")
    place(screen)
    label = screen.incoterm_box.label
    assert label.english.isVisible()
    screen.show_english(shown=False)
    assert not label.english.isVisible()
    screen.show_english(shown=True)
    assert label.english.isVisible()


def _choose(choices: Choices, key: str) -> None:
    """Click the choice with ``key``."""
    for found in choices.buttons():
        found.click()
        if choices.key() == key:
            settle()
            return
    raise AssertionError(key)


def _choose_term(screen: NewShipmentScreen, term: str) -> None:
    usual = [b.text() for b in screen.incoterm.usual.buttons()]
    if term in usual:
        _choose(screen.incoterm.usual, term)
    else:
        _choose(screen.incoterm.usual, "other")
        _choose(screen.incoterm.rest, term)


def _is_seen(widget: QWidget, viewport: QWidget) -> bool:
    return viewport.rect().contains(widget.rect().translated(widget.mapTo(viewport, widget.rect().topLeft())))
