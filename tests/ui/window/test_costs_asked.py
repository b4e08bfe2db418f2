"""The page of production costs: what has to be answered of a material hangs on where it comes from, row by row."""

from __future__ import annotations

from app.services.chosen_papers import with_chosen
from app.ui.widgets.labels import Label
from app.words import Message
from tests.ui.window.person import Person, settle


def says_optional(person: Person, path: str) -> bool:
    """Whether the field's label says that it may be left empty."""
    return any(label.text() == "(opsional)" for label in person.question(path).box.findChildren(Label))


def test_a_material_of_elsewhere_needs_its_code_and_country_and_its_label_says_so(person: Person) -> None:
    person.sample("footwear_rotterdam")
    chosen = with_chosen(person.shipment, "cost_structure", chosen=True, row_id="chosen")
    person.editing.replace(chosen, Message("editing.begun"))
    person.saved()
    person.turn_to("costs")
    own, foreign = person.add_row("costs"), person.add_row("costs")
    person.answer(f"{own}.kind", "Bahan dari Indonesia")
    person.answer(f"{foreign}.kind", "Bahan impor atau tidak jelas asalnya")
    person.wait(lambda: not says_optional(person, f"{foreign}.hs_code"))
    settle()
    assert not says_optional(person, f"{foreign}.country")
    assert says_optional(person, f"{own}.hs_code")
    assert says_optional(person, f"{own}.country")
