"""The papers a shipment needs, in the words people read: what decides, who issues, when. Knows no screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from app.advice.advice import Advice, Advised, advise
from app.advice.book import Step
from app.catalog.catalog import Catalog
from app.checks.labels import label_of, lowered
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.kinds.date import long_date
from app.words import LANGUAGES, Message, Text

if TYPE_CHECKING:
    from app.services.program import Program


def needed_papers(program: Program, shipment: Shipment, at: Circumstances) -> Advice:
    """The advice for one shipment."""
    return advise(program.advice, program.catalog, shipment, at)


def by_step(advice: Advice) -> Iterator[tuple[Step, tuple[Advised, ...]]]:
    """The papers of each step that has some, in the order of the work."""
    for step in dict.fromkeys(advised.step for advised in advice.papers):
        yield step, tuple(advised for advised in advice.papers if advised.step == step)


def step_title(step: Step, papers: Sequence[Advised]) -> Text:
    """The step with its day, where departure tells it: "Sebelum PEB, sekitar 3 Desember 2026"."""
    day = next((advised.by for advised in papers if advised.by), None)
    if day is None:
        return step.title.text
    said = Text(*(long_date(day, language) for language in LANGUAGES))
    return Message("advice.about", {"step": step.title.text, "day": said}).text


def need_word(advised: Advised) -> Text:
    """Needed, perhaps, not used."""
    return Message(f"advice.{advised.need}").text


def why(advised: Advised) -> Text:
    """All reasons as sentences, each once."""
    return _joined((rule.why.text for rule in advised.reasons), ". ")


def decides(catalog: Catalog, advised: Advised) -> Text | None:
    """What decides about a paper that is perhaps needed; None for others."""
    labels = [lowered(label_of(catalog, path)) for path in advised.questions]
    if not labels and not advised.asks:
        return None
    parts = [Message("advice.depends", {"what": _joined(labels, ", ")}).text] if labels else []
    return _joined([*parts, *advised.asks], ". ")


def choices(advised: Advised) -> Text | None:
    """The proofs of origin worth trying, in order; None where there are none."""
    if not advised.choices:
        return None
    return Message("advice.choices", {"what": _joined((c.title.text for c in advised.choices), ", ")}).text


def why_and_what_decides(catalog: Catalog, advised: Advised) -> Text:
    """Why, what decides, what may be tried: all that a person has to read about a paper, as sentences."""
    first = Message("advice.first").text if advised.first else None
    told = (first, why(advised), decides(catalog, advised), choices(advised))
    return _joined((text for text in told if text), ". ")


def source(advised: Advised) -> Text:
    """Who issues it, and whether its draft is made here."""
    said = Message("advice.from", {"who": advised.paper.issuer.text}).text
    return _joined([said, Message("advice.drafted").text], ", ") if advised.drafted_by else said


def wanted(advised: Advised) -> Text:
    """What whoever issues it asks for."""
    return Message("advice.wanted", {"what": advised.paper.needs.text}).text


def still_open(catalog: Catalog, advice: Advice) -> Text | None:
    """Which of the first questions would make the list longer; None where all are answered."""
    labels = [lowered(label_of(catalog, path)) for path in advice.open]
    return Message("advice.open", {"what": _joined(labels, ", ")}).text if labels else None


def _joined(texts: Iterable[Text], between: str) -> Text:
    parts = tuple(dict.fromkeys(texts))
    return Text(*(between.join(part.into(language) for part in parts) for language in LANGUAGES))
