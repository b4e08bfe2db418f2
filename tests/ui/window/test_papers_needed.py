"""*Yang diperlukan*: the papers in the order of the work, what decides, and the draft one click away."""

from __future__ import annotations

import time

import pytest
from msgspec.structs import replace

from app.ui.needed_page import NeededPage
from app.ui.problem_view import NEEDED
from app.ui.widgets.labels import Label
from app.ui.widgets.needed_row import NeededRow
from app.words import Message, same
from tests.ui.window.person import Person, in_focus, settle
from tests.unit.advice.expected import SAMPLE_PAPERS


def shown(person: Person) -> NeededPage:
    view = person.screen.view()
    assert isinstance(view, NeededPage)
    return view


def row(person: Person, paper: str) -> NeededRow:
    return next(row for row in shown(person).rows if row.paper.id == paper)


def at_papers(person: Person, sample: str) -> NeededPage:
    person.sample(sample)
    person.turn_to(NEEDED)
    return shown(person)


def test_a_parcel_says_what_the_post_or_the_courier_asks_instead_of_a_declaration(person: Person) -> None:
    at_papers(person, "silver_courier_sydney")
    told = row(person, "consignment_note").more.text()
    assert "Yang diminta" in told
    assert all(word in told for word in ("NPWP atau NIK", "kode HS", "berat kotor", "daerah asal"))
    assert row(person, "courier_invoice").more.text().count("alasan kirim") == 1


@pytest.mark.parametrize("sample", ["footwear_rotterdam", "keripik_port_klang"])
def test_the_page_shows_the_papers_of_the_table_step_by_step(person: Person, sample: str) -> None:
    page = at_papers(person, sample)
    assert {row.paper.id for row in page.rows} == set(SAMPLE_PAPERS[sample])
    texts = [label.text() for label in page.findChildren(Label)]
    if sample == "footwear_rotterdam":
        assert texts.index("Saat mengemas, sekitar 30 November 2026") < texts.index(
            "Setelah berangkat, sekitar 13 Desember 2026"
        )
        assert row(person, "origin_declaration").paper.need == "tidak dipakai"
        assert "berakhir 31 Desember 2026" in row(person, "origin_declaration").why.text()


def test_a_drafted_paper_is_added_with_one_click_and_taken_back_with_one_undo(person: Person) -> None:
    at_papers(person, "footwear_rotterdam")
    assert person.desk.editing is not None
    no_papers = replace(person.shipment, documents=())
    person.desk.editing.replace(no_papers, Message("window.step_paper", {"name": same("CONTOH")}))
    settle()
    listed = row(person, "packing_list")
    assert listed.add is not None
    assert listed.is_in is not None
    assert not listed.is_in.isVisible()
    listed.add.click()
    settle()
    assert [chosen.form for chosen in person.shipment.documents or ()] == ["packing_list"]
    assert listed.is_in.isVisible()
    assert not listed.add.isVisible()
    person.saved()
    person.desk.editing.undo()
    person.wait(lambda: person.shipment.documents == ())


def test_what_decides_is_one_click_away_and_the_answer_changes_the_list(person: Person) -> None:
    at_papers(person, "footwear_rotterdam")
    mark = row(person, "ispm15")
    assert mark.paper.need == "mungkin"
    path, button = mark.answers[0]
    button.click()
    settle()
    assert path == "packing.wood"
    assert person.page.question("packing.wood") is not None
    assert person.question("packing.wood").editor.isAncestorOf(in_focus())
    person.answer("packing.wood", "Ya")
    person.turn_to(NEEDED)
    assert row(person, "ispm15").paper.need == "perlu"


def test_papers_that_nothing_is_made_of_here_have_no_button(person: Person) -> None:
    at_papers(person, "footwear_rotterdam")
    assert row(person, "ispm15").add is None


@pytest.mark.alone
def test_the_page_is_there_at_once(person: Person) -> None:
    person.sample("furniture_hamburg_lc")
    costs = []
    for _ in range(5):
        person.turn_to("delivery")
        begun = time.perf_counter()
        person.screen.show_page(NEEDED)
        costs.append(time.perf_counter() - begun)
    spent = time.perf_counter()
    shown(person).renew()
    print(f"again: {(time.perf_counter() - spent) * 1000:.0f} ms")
    print(f"page of 20 papers: {sorted(costs)[2] * 1000:.0f} ms")
    assert sorted(costs)[2] < 0.1
