"""*Pengiriman baru* shows at its right which papers the answers lead to."""

from __future__ import annotations

from app.ui.papers_ahead import PapersAhead
from app.ui.widgets.labels import Label
from tests.ui.window.person import Person, settle


def asked(person: Person) -> PapersAhead:
    person.window.new_shipment()
    settle()
    questions = person.window.first.questions
    assert questions is not None
    return questions.findChildren(PapersAhead)[0]


def test_the_list_grows_with_the_answers_and_says_what_is_not_used(person: Person) -> None:
    ahead = asked(person)
    assert ahead.titles() == ["Daftar kemasan", "Faktur komersial"]
    assert ahead.heading.title.text() == "2 dokumen yang diperlukan"
    questions = person.window.first.questions
    assert questions is not None
    next(button for button in questions.transport.buttons() if button.text() == "Laut, peti kemas penuh").click()
    settle()
    assert "Berat kotor terverifikasi (VGM)" in ahead.titles()
    assert "Pemberitahuan pengapalan" not in ahead.titles()
    next(button for button in questions.incoterm.usual.buttons() if button.text() == "FOB").click()
    settle()
    assert "Pemberitahuan pengapalan" in ahead.titles()


def test_an_answer_taken_back_takes_its_papers_back(person: Person) -> None:
    ahead = asked(person)
    questions = person.window.first.questions
    assert questions is not None
    for mode in ("Udara", "Pos"):
        next(button for button in questions.transport.buttons() if button.text() == mode).click()
        settle()
        assert ("Instruksi surat muatan udara (AWB)" in ahead.titles()) == (mode == "Udara")
    texts = [label.text() for label in ahead.findChildren(Label)]
    assert "Mungkin" in texts
