"""Every page, empty, half filled, full, with problems, in both languages: nothing is cut, everything can be hit."""

from __future__ import annotations

import pytest

from app.ui.look.theme import Theme
from app.ui.widgets.labels import Term
from app.words import Language
from tests.ui.audit import faults, shortened
from tests.ui.window.person import Person, settle

LAPTOP, SMALL, LAPTOP_LARGE_TEXT, SMALL_LARGE_TEXT = (
    *((1366, 706, 100), (1024, 640, 100)),
    *((1366, 706, 150), (1024, 640, 150)),
)
"""Width, height, text size in per cent."""


@pytest.fixture(params=["id", "en"])
def language(request: pytest.FixtureRequest, person: Person) -> Language:
    """Both languages in turn, chosen before anything is open."""
    chosen: Language = request.param
    if chosen != "id":
        person.window.set_setting("language", chosen)
        settle()
    return chosen


@pytest.mark.usefixtures("language")
def test_full_pages_are_whole_in_every_size(person: Person) -> None:
    person.sample("furniture_hamburg_lc")
    for size in (LAPTOP, SMALL, LAPTOP_LARGE_TEXT, SMALL_LARGE_TEXT):
        assert looked_at(person, *size) == {}, size


@pytest.mark.usefixtures("language")
def test_half_filled_pages_with_all_their_problems_are_whole(person: Person) -> None:
    begin_empty(person)
    person.turn_to("goods")
    person.grid.table.setFocus()
    person.type("LEATHER BELTS, 3 CM WIDE")
    person.checked()
    person.screen.review()
    assert len(person.problems()) > 10
    for size in (LAPTOP, SMALL_LARGE_TEXT):
        assert looked_at(person, *size) == {}, size


@pytest.mark.usefixtures("language")
def test_empty_pages_are_whole(person: Person) -> None:
    begin_empty(person)
    for size in (SMALL, LAPTOP_LARGE_TEXT):
        assert looked_at(person, *size) == {}, size


def test_dark_pages_are_whole(person: Person, theme: Theme) -> None:
    person.sample("footwear_rotterdam")
    person.window.set_setting("look", "dark")
    assert theme.is_dark
    assert looked_at(person, *LAPTOP) == {}


@pytest.mark.usefixtures("language")
def test_no_word_of_the_program_is_shortened_on_a_laptop(person: Person) -> None:
    person.sample("footwear_rotterdam")
    fit(person, *LAPTOP)
    cut = {}
    for page, _ in person.screen.tasks.titles():
        person.turn_to(page)
        cut[page] = [text for text in shortened(person.window) if text not in may_be_shortened(person)]
    assert {page: texts for page, texts in cut.items() if texts} == {}


def begin_empty(person: Person) -> None:
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


def looked_at(person: Person, width: int, height: int, percent: int) -> dict[str, list[str]]:
    """What is wrong on each page in this size; nothing where all is well."""
    fit(person, width, height, percent)
    found = {}
    for page, _ in person.screen.tasks.titles():
        person.screen.show_page(page)
        settle()
        found[page] = faults(person.window)
    return {page: wrong for page, wrong in found.items() if wrong}


def may_be_shortened(person: Person) -> set[str]:
    """What the person wrote, and English terms, which give way to everything else and are said by a tool tip."""
    goods = person.shipment.goods or ()
    written = {text for line in goods for text in (line.description, line.own_description) if text}
    return written | {term.text() for term in person.window.findChildren(Term)}
