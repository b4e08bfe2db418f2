"""D2, D3, D4, D7: papers hold nothing active, take long data, come of tame libraries, and are the same each time."""

from __future__ import annotations

import importlib.metadata
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import cycle

import msgspec
import pytest
from msgspec.structs import replace
from reportlab import rl_config
from reportlab.lib.colors import toColor

from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.kinds.kind import Misread
from app.kinds.text import LINES_LIMIT, Lines
from app.render import libraries
from app.render.context import PaperLanguage
from app.render.fonts import Fonts
from app.render.libraries import LEAST, SETTINGS, UnfitLibrary, release, settle
from app.services.papers import Made, PaperMaker, papers_asked
from app.services.program import Program
from tests.conftest import SAMPLES, TODAY, sample_named
from tests.reliability.everywhere import everywhere
from tests.reliability.pdf.scanned import ACTIVE, names
from tests.reliability.templates.own import FONTS, drawn
from tests.reliability.templates.strings import PAYLOADS

LANGUAGES: tuple[PaperLanguage, ...] = ("en", "id", "both")
LONGEST_DRAWING = 10.0
OTHER_FONTS = Fonts(fallback=False)


def made(program: Program, shipment: Shipment, language: PaperLanguage | None = None, fonts: Fonts = FONTS) -> Made:
    """All papers of a shipment in one file."""
    papers = papers_asked(program, shipment, list(program.catalog.forms), language, None)
    return PaperMaker(program, fonts).make(shipment, papers, TODAY)


def seconds_each(program: Program, shipment: Shipment, forms: Iterable[str]) -> dict[str, float]:
    """How long each of these papers takes to be drawn whole, in the seconds of the processor."""
    spent = {}
    for form in forms:
        began = time.process_time()
        papers = papers_asked(program, shipment, [form], None, None)
        assert PaperMaker(program, FONTS).make(shipment, papers, TODAY).pdf.rstrip().endswith(b"%%EOF")
        spent[form] = time.process_time() - began
    return spent


def printing(program: Program, shipment: Shipment, text: str) -> list[str]:
    """The papers that print a text."""
    found, word = [], text.split(maxsplit=1)[0]
    for paper in papers_asked(program, shipment, list(program.catalog.forms), None, None):
        data = msgspec.json.encode(PaperMaker(program, FONTS).sheet(shipment, paper, TODAY).roots["d"]).decode()
        found += [paper.form.id] if word in data else []
    return found


def _next(texts: Iterator[str], path: str) -> str:
    return next(texts)


@pytest.mark.bar("D2")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_no_paper_holds_anything_that_acts(program: Program, name: str, language: PaperLanguage) -> None:
    found = names(drawn(program, name, language))
    assert found & ACTIVE == set()
    assert {"/Pages", "/Font", "/ToUnicode"} <= found


@pytest.mark.bar("D2")
def test_what_is_typed_cannot_make_a_paper_act(program: Program) -> None:
    for first in range(0, len(PAYLOADS), 8):
        payloads = cycle(PAYLOADS[first:] + PAYLOADS[:first])
        shipment = everywhere(sample_named("furniture_hamburg_lc"), partial(_next, payloads))
        assert names(made(program, shipment).pdf) & ACTIVE == set()


def _lengthened(shipment: Shipment, path: str, text: str) -> Shipment:
    return everywhere(shipment, lambda here: text if here == path else "x")


LONG = {
    "a word of 300 letters": "W" * 300,
    "the longest word": "W" * LINES_LIMIT,
    "2,000 words": "word " * 2_000,
    "the most words": "word " * (LINES_LIMIT // 5),
    "the most lines": "Ž\n" * (LINES_LIMIT // 2),
    "300 letters without a font": "商" * 300,
}
FIELDS = ("goods.g1.description", "packing.marks", "buyer.name", "exporter.address", "general_description")


@pytest.mark.bar("D3")
@pytest.mark.parametrize("length", LONG)
@pytest.mark.parametrize("path", FIELDS)
def test_the_longest_answers_are_drawn_in_time(program: Program, path: str, length: str) -> None:
    shipment = _lengthened(sample_named("footwear_rotterdam"), path, LONG[length])
    papers = printing(program, shipment, LONG[length])
    # Thousands of lines take every paper's ten seconds: one paper with each commit.
    spent = seconds_each(program, shipment, papers[:1] if length.startswith("the most") else papers)
    assert spent
    assert max(spent.values()) < LONGEST_DRAWING, spent


@pytest.mark.bar("D3")
def test_a_text_that_is_longer_still_is_refused_where_it_is_typed_with_its_limit(at: Circumstances) -> None:
    refused = Lines().parse("W" * (LINES_LIMIT + 1), at)
    assert isinstance(refused, Misread)
    assert str(LINES_LIMIT) in refused.message.into("en")


@pytest.mark.bar("D3")
def test_five_thousand_lines_are_drawn_in_time(program: Program) -> None:
    shipment = sample_named("footwear_rotterdam")
    goods, ranges = shipment.goods or (), shipment.packing.ranges or ()
    many = tuple(replace(goods[n % len(goods)], id=f"g{n}") for n in range(5_000))
    packed = tuple(replace(ranges[n % len(ranges)], id=f"r{n}") for n in range(5_000))
    long = replace(shipment, goods=many, packing=replace(shipment.packing, ranges=packed))
    spent = seconds_each(program, long, program.catalog.forms)
    told = ", ".join(f"{form} {seconds:.1f} s" for form, seconds in spent.items())
    print(f"D3: 5,000 lines: {told}; 31 cases")
    assert max(spent.values()) < LONGEST_DRAWING


@pytest.mark.bar("D4")
def test_the_libraries_are_new_enough_and_tame() -> None:
    settle()
    for name, least in {**LEAST, "pypdf": (6, 6)}.items():
        print(f"D4: {name} {importlib.metadata.version(name)}")
        assert release(importlib.metadata.version(name)) >= least
    assert {name: getattr(rl_config, name) for name in SETTINGS} == SETTINGS
    with pytest.raises(ValueError, match="colo"):
        toColor("__import__('os').system('true')")


@pytest.mark.bar("D4")
@pytest.mark.parametrize(("name", "found"), [("reportlab", "3.6.12"), ("Jinja2", "3.1.5"), ("pillow", "10.4.0")])
def test_an_old_library_stops_the_drawing_and_is_named(monkeypatch: pytest.MonkeyPatch, name: str, found: str) -> None:
    real: Callable[[str], str] = importlib.metadata.version
    monkeypatch.setattr(libraries, "version", lambda asked: found if asked == name else real(asked))
    settle.cache_clear()
    with pytest.raises(UnfitLibrary, match=f"{name} {found} is too old: install"):
        settle()
    monkeypatch.undo()
    settle()


@pytest.mark.bar("D7")
@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_shipment_gives_the_same_bytes(program: Program, name: str) -> None:
    shipment = sample_named(name)
    first = [drawn(program, name, language) for language in LANGUAGES]
    made(program, sample_named(SAMPLES[0]))
    assert [made(program, shipment, language, OTHER_FONTS).pdf for language in LANGUAGES] == first
