"""Every page, empty, full and with problems, in both languages, sizes and text sizes: nothing cut, all can be hit."""

from __future__ import annotations

import pytest

from app.ui.look.theme import Theme
from app.words import Language
from tests.ui.audit import faults, shortened
from tests.ui.window.person import Person, settle

SIZES = [(1366, 706, 100), (1024, 640, 100), (1366, 706, 150), (1024, 640, 150)]
"""Width, height, text size in per cent."""


@pytest.fixture(params=["id", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    """Both languages in turn."""
    chosen: Language = request.param
    return chosen


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_full_pages_are_whole(width: int, height: int, percent: int, language: Language, person: Person) -> None:
    begin(person, language)
    person.sample("furniture_hamburg_lc")
    fit(person, width, height, percent)
    assert looked_at(person) == {}


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_half_filled_pages_with_all_their_problems_are_whole(
    width: int, height: int, percent: int, language: Language, person: Person
) -> None:
    begin(person, language)
    empty(person)
    person.turn_to("goods")
    person.grid.table.setFocus()
    person.type("LEATHER BELTS, 3 CM WIDE")
    person.checked()
    person.screen.review()
    fit(person, width, height, percent)
    assert looked_at(person) == {}


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_empty_pages_are_whole(width: int, height: int, percent: int, language: Language, person: Person) -> None:
    begin(person, language)
    empty(person)
    fit(person, width, height, percent)
    assert looked_at(person) == {}


def test_dark_pages_show_the_same_words_whole(language: Language, person: Person, theme: Theme) -> None:
    begin(person, language)
    person.sample("footwear_rotterdam")
    person.window.set_setting("look", "dark")
    fit(person, 1366, 706, 100)
    assert theme.is_dark
    assert looked_at(person) == {}


def test_no_word_of_the_program_is_shortened_in_a_full_window(language: Language, person: Person) -> None:
    begin(person, language)
    person.sample("footwear_rotterdam")
    fit(person, 1366, 706, 100)
    cut = {}
    for page, _ in person.screen.tasks.titles():
        person.turn_to(page)
        cut[page] = [text for text in shortened(person.window) if text not in typed(person)]
    assert {page: texts for page, texts in cut.items() if texts} == {}


def begin(person: Person, language: Language) -> None:
    """Choose a language, before anything is open."""
    if language != "id":
        person.window.set_setting("language", language)
        settle()


def empty(person: Person) -> None:
    """A new shipment about which nothing was answered."""
    person.window.new_shipment()
    questions = person.window.first.questions
    assert questions is not None
    with person.qtbot.waitSignal(person.desk.opened):
        questions.start.click()
    settle()


def fit(person: Person, width: int, height: int, percent: int) -> None:
    """Make the window and the text so large."""
    person.window.resize(width, height)
    person.window.set_setting("text_size", percent)
    settle()


def looked_at(person: Person) -> dict[str, list[str]]:
    """What is wrong on each page; nothing where all is well."""
    found = {}
    for page, _ in person.screen.tasks.titles():
        person.screen.show_page(page)
        settle()
        found[page] = faults(person.window)
    return {page: wrong for page, wrong in found.items() if wrong}


def typed(person: Person) -> set[str]:
    """What the person wrote, which may be longer than its place."""
    goods = person.shipment.goods or ()
    return {text for line in goods for text in (line.description, line.own_description) if text}
