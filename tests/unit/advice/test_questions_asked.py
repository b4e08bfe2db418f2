"""What decides about a paper can be answered in the window."""

from __future__ import annotations

from app.advice.facts import FACTS
from app.domain.derived import Figures
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from app.services.tasks import wanted_paths

WORKED_OUT = "totals."
NOT_YET = {"letter_of_credit.documents", "letter_of_credit.drafts_at"}
"""Answered in the shipment's file until a page for the credit asks them."""


def test_every_question_is_asked_on_a_page(program: Program, at: Circumstances) -> None:
    figures = Figures(Shipment(), at)
    paths = {fact(figures, program.advice).asks for fact in FACTS.values()}
    paths |= {question.path for question in program.advice.questions.values() if question.path}
    asked = {path for path in paths if not path.startswith(WORKED_OUT)} - NOT_YET
    on_pages = {path for page in program.pages.pages for path in page.paths()}
    assert asked <= on_pages & wanted_paths(program.catalog, program.pages, Shipment())
