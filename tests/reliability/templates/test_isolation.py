"""T6, D1: drawing reads fonts and templates, writes nothing, starts nothing and connects to nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from itertools import cycle
from pathlib import Path

import pytest

import app
from app.render import apart
from app.render.fonts import Fonts
from app.render.machine_fonts import system_folders
from app.services.papers import PaperMaker, papers_asked
from app.services.program import Program
from app.worker.guard import is_refused
from app.worker.kept_process import KeptProcess
from tests.conftest import SAMPLES, TODAY, sample_named
from tests.reliability.everywhere import everywhere
from tests.reliability.templates.strings import PAYLOADS
from tests.reliability.worker import named

pytestmark = pytest.mark.bar("T6")
_EVENTS: list[str] = []
_WATCHING: list[bool] = [False]


def _watch(event: str, args: tuple[object, ...]) -> None:
    if _WATCHING[0] and (event == "open" or is_refused(event, args)):
        _EVENTS.append(f"{event} {args[0]}")


sys.addaudithook(_watch)


@contextmanager
def watched() -> Iterator[list[str]]:
    """What touches the world meanwhile, one line for each event."""
    _EVENTS.clear()
    _WATCHING[0] = True
    yield _EVENTS
    _WATCHING[0] = False


@pytest.mark.parametrize("name", SAMPLES)
def test_drawing_in_the_worker_touches_only_fonts_and_templates(program: Program, tmp_path: Path, name: str) -> None:
    shipment = sample_named(name)
    maker = PaperMaker(program, Fonts(fallback=True))
    sheets = [maker.sheet(shipment, paper, TODAY) for paper in papers_asked(program, shipment, [], None, None)]
    asked = apart.request(sheets, size="A4", own=[tmp_path], fallback=True, spots=False)
    events = KeptProcess().call(f"{named.HERE}:reads", asked).decode().splitlines()
    # The modules and words that drawing is made of are read as well; they are the program.
    program_itself = (sys.prefix, sys.base_prefix, Path(app.__path__[0]).parent)
    allowed = (*program_itself, files("templates"), files("font_roboto"), tmp_path, *system_folders())
    outside = [event for event in events if not event.startswith(tuple(f"open {folder}" for folder in allowed))]
    print(
        f"T6: {name}: {len(events)} files read, {len(outside)} of them elsewhere; nothing written, started, connected"
    )
    assert outside == []
    assert any(str(files("templates")) in event for event in events)


@pytest.mark.parametrize("name", SAMPLES)
def test_drawing_once_more_in_the_program_touches_nothing_at_all(program: Program, name: str) -> None:
    shipment = sample_named(name)
    maker = PaperMaker(program, Fonts(fallback=False))
    papers = papers_asked(program, shipment, list(program.catalog.forms), None, None)
    maker.make(shipment, papers, TODAY)
    with watched() as events:
        maker.make(shipment, papers, TODAY)
    assert events == []


@pytest.mark.bar("D1")
def test_markup_that_is_typed_opens_and_reaches_nothing(program: Program) -> None:
    maker = PaperMaker(program, Fonts(fallback=False))
    shipment = sample_named("furniture_hamburg_lc")
    papers = papers_asked(program, shipment, list(program.catalog.forms), None, None)
    maker.make(shipment, papers, TODAY)
    seen = []
    for first in range(0, len(PAYLOADS), 4):
        payloads = cycle(PAYLOADS[first:] + PAYLOADS[:first])
        typed = everywhere(shipment, lambda _, payloads=payloads: next(payloads))  # type: ignore[misc]
        with watched() as events:
            maker.make(typed, papers, TODAY)
        seen += events
    print(f"D1: {len(PAYLOADS)} payloads drawn, {len(seen)} files opened or connections made")
    assert seen == []
