"""T2: a template may ask for everything; it is refused or ended in time, and the next paper is drawn."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.render.template import SUFFIX, TemplateError
from app.services.log import event_number
from app.services.obstacle import Obstacle
from app.services.program import Program
from app.words import LANGUAGES
from app.worker.kept_process import SECONDS, KeptProcess
from app.worker.limits import MEMORY
from tests.reliability.templates.hostile import ENDED, HOSTILE
from tests.reliability.templates.own import Own, document

pytestmark = pytest.mark.bar("T2")
LONGEST_WAIT = 5.0


@pytest.fixture(scope="module")
def own(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Own:
    """A template of one's own, drawn with less patience than a person has, so that the tests are quick."""
    return Own(program, tmp_path_factory.mktemp("own"), KeptProcess(seconds=0.7))


def outcome(own: Own, name: str) -> str:
    """What became of a hostile template, within the time."""
    own.write(HOSTILE[name].replace("SELF", own.form + SUFFIX))
    began = time.monotonic()
    try:
        own.draw()
    except TemplateError as error:
        said = f"refused: {error.where}"
    except Obstacle as error:
        said = f"ended: {error.into('en')}"
    else:
        said = "drawn"
    assert time.monotonic() - began < LONGEST_WAIT
    return said


def memory_of(own: Own) -> int:
    """The most bytes that the worker, if it lives, has asked for."""
    process = own.worker.process_id
    status = Path(f"/proc/{process}/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmPeak")), 0)


def test_there_are_enough_of_them() -> None:
    print(f"T2: {len(HOSTILE)} hostile templates, {len(ENDED)} that end only because they are ended")
    assert len(HOSTILE) >= 25


@pytest.mark.parametrize(
    # Twenty-seven with every commit; the others are relatives of these.
    "name",
    [pytest.param(name, marks=[pytest.mark.soak] if n % 4 == 3 else []) for n, name in enumerate(HOSTILE)],
)
def test_a_hostile_template_ends_and_the_next_paper_is_drawn(own: Own, name: str) -> None:
    assert outcome(own, name).startswith("ended" if name in ENDED else ("refused", "ended", "drawn"))
    assert memory_of(own) <= MEMORY
    own.write(document("fine"))
    assert own.draw().pdf.startswith(b"%PDF-")


def test_with_the_patience_of_the_program_a_person_waits_five_seconds_at_most(program: Program, tmp_path: Path) -> None:
    patient = Own(program, tmp_path, KeptProcess())
    patient.write(document("fine"))
    patient.draw()
    assert "more than 4 seconds" in outcome(patient, next(iter(ENDED)))
    assert SECONDS < LONGEST_WAIT


@pytest.mark.bar("P12")
@pytest.mark.parametrize(
    # On a busy machine the time can be over before the memory is.
    ("name", "events"),
    [("loops in loops", ["worker.slow"]), ("a text doubled", ["worker.memory", "worker.slow"])],
)
def test_a_person_is_told_which_paper_in_her_language_with_a_number(own: Own, name: str, events: list[str]) -> None:
    own.write(HOSTILE[name])
    with pytest.raises(Obstacle) as caught:
        own.draw()
    for language in LANGUAGES:
        assert own.program.catalog.forms[own.form].title.into(language) in caught.value.into(language)
        assert any(event_number(event) in caught.value.into(language) for event in events)


def test_a_part_that_a_person_changed_is_drawn_in_the_worker_too(program: Program, tmp_path: Path) -> None:
    own = Own(program, tmp_path, KeptProcess(seconds=0.7))
    parts = [file for file in program.templates[-1].joinpath("_parts").iterdir() if file.name.endswith(SUFFIX)]
    (own.folder / "_parts").mkdir()
    for part in parts:
        (own.folder / "_parts" / part.name).write_text(HOSTILE["loops in loops"], encoding="utf-8")
    with pytest.raises(Obstacle):
        own.draw()


def test_a_paper_is_the_same_from_the_worker_as_from_here(own: Own) -> None:
    built_in = own.program.templates[-1].joinpath(own.form + SUFFIX).read_text(encoding="utf-8")
    (own.folder / (own.form + SUFFIX)).unlink()
    here, before = own.draw(), own.worker.process_id
    own.write(built_in)
    there = own.draw()
    assert own.worker.process_id is not None
    assert (here.pdf, here.troubles) == (there.pdf, there.troubles)
    print(f"D7: the same {len(here.pdf)} bytes in the program and in the worker; worker {before}")
