"""T3, T4, T7, D1: a template sees plain data; data never become markup; no template can take the draft mark away."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from pypdf import PdfReader

from app.domain.shipment import Shipment
from app.render.context import PaperLanguage, roots
from app.render.sheet import draw
from app.render.template import Templates, without_marks
from app.services.papers import PaperMaker, papers_asked
from app.services.program import Program
from app.worker.kept_process import KeptProcess
from tests.conftest import SAMPLES, TODAY, sample_named
from tests.reliability.everywhere import everywhere
from tests.reliability.templates.own import FONTS, Own, drawn
from tests.reliability.templates.strings import PAYLOADS, random_strings

LANGUAGES: tuple[PaperLanguage, ...] = ("en", "id", "both")
FULLEST = "furniture_hamburg_lc"
PLAIN = (str, bool, list, dict)
_FIELD = re.compile(r"Q[0-9a-f]{8}Q")
_TAGS = re.compile(r"</?([a-z]\w*)")
_MARK = re.compile(r"DRAFT - NOT AN OFFICIAL DOCUMENT|DRAF - BUKAN DOKUMEN RESMI")


@pytest.fixture(scope="module")
def own(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Own:
    """A template of a person's own, drawn in a worker."""
    return Own(program, tmp_path_factory.mktemp("own"), KeptProcess())


def _walk(value: Any) -> Iterator[Any]:
    yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        yield from _walk(item)


@pytest.mark.bar("T3")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*SAMPLES, ""])
def test_a_template_sees_texts_answers_lists_and_dicts_only(
    program: Program, name: str, language: PaperLanguage
) -> None:
    shipment = sample_named(name) if name else Shipment()
    at = program.circumstances(TODAY, "en")
    for form in program.catalog.forms.values():
        made = roots(program.catalog, form, shipment, at, language)
        assert sorted(made) == ["code", "d", "has", "t", "w"]
        values = list(_walk(made))
        assert {type(value) for value in values} <= set(PLAIN)
        assert all(type(key) is str for value in values if isinstance(value, dict) for key in value)


def _with_strings(made: dict[str, Any], strings: Iterator[str]) -> dict[str, Any]:
    """Every shown value that is not empty is another string; the codes, which decide what is shown, stay."""

    def other(value: Any) -> Any:
        if isinstance(value, str):
            return next(strings) if value else ""
        return {k: other(v) for k, v in value.items()} if isinstance(value, dict) else [other(v) for v in value]

    return made | {"d": other(made["d"])}


def _endless(strings: list[str]) -> Iterator[str]:
    while True:
        yield from strings


def _never_markup(program: Program, strings: list[str], papers: int) -> None:
    maker = PaperMaker(program, FONTS)
    templates = Templates([program.templates[-1]])
    shipment = sample_named(FULLEST)
    source = _endless(strings)
    for paper in papers_asked(program, shipment, list(program.catalog.forms), None, None):
        sheet = maker.sheet(shipment, paper, TODAY)
        made: dict[str, Any] = dict(sheet.roots)
        plain = _TAGS.findall(without_marks(templates.xml(sheet.template, _with_strings(made, _endless(["x"])))))
        for _ in range(papers):
            filled = _with_strings(made, source)
            assert _TAGS.findall(without_marks(templates.xml(sheet.template, filled))) == plain
            drawn = draw([msgspec.structs.replace(sheet, roots=filled)], size="A4", templates=templates, fonts=FONTS)
            assert drawn.pdf.rstrip().endswith(b"%%EOF")


@pytest.mark.bar("T4")
def test_no_string_becomes_markup_and_every_one_can_be_drawn(program: Program) -> None:
    strings = [*PAYLOADS, *random_strings(400 - len(PAYLOADS), seed=4)]
    print(f"T4: {len(strings)} strings in every template")
    _never_markup(program, strings, papers=5)


@pytest.mark.bar("T4")
@pytest.mark.soak
def test_four_thousand_strings_never_become_markup(program: Program) -> None:
    _never_markup(program, [*PAYLOADS, *random_strings(4_000 - len(PAYLOADS), seed=40)], papers=150)


class Spread:
    """Another payload in each field, told apart by a word of the field's own; each round the next payload."""

    def __init__(self, round_: int) -> None:
        self._round = round_
        self.wanted: dict[str, str] = {}
        """What must stand on a paper, by the word of its field."""

    def __call__(self, path: str) -> str:
        """The text of a field."""
        number = zlib.crc32(path.encode())
        word, payload = f"Q{number:08x}Q", PAYLOADS[(number + self._round) % len(PAYLOADS)]
        self.wanted[word] = "".join(c for c in payload if c.isascii() and c.isprintable() and c != " ") + word
        return payload + word


def _printed(program: Program, shipment: Shipment) -> list[str]:
    """What each paper says, without room between the letters."""
    maker, said = PaperMaker(program, FONTS), []
    for paper in papers_asked(program, shipment, list(program.catalog.forms), None, None):
        pages = PdfReader(io.BytesIO(maker.make(shipment, [paper], TODAY).pdf)).pages
        said.append("".join("".join(page.extract_text().split()) for page in pages))
    return said


def _markup_prints(program: Program, name: str, rounds: int) -> None:
    sample, printed, fields = sample_named(name), 0, set[str]()
    first: list[set[str]] = []
    for n in range(rounds):
        spread = Spread(n)
        papers = _printed(program, everywhere(sample, spread))
        found = [set(_FIELD.findall(text)) for text in papers]
        for there, text in zip(found, papers, strict=True):
            assert [spread.wanted[word] for word in there if spread.wanted[word] not in text] == []
            printed += len(there)
        # No payload hides the fields that come after it.
        first = first or found
        assert found == first
        fields = fields.union(*found)
    print(f"D1: {rounds} of {len(PAYLOADS)} payloads in each of {len(fields)} text fields, {printed} times as typed")
    assert all(first)


@pytest.mark.bar("D1")
def test_markup_in_every_text_field_prints_as_it_stands(program: Program) -> None:
    _markup_prints(program, FULLEST, 3)


@pytest.mark.bar("D1")
@pytest.mark.soak
@pytest.mark.parametrize("name", SAMPLES)
def test_every_payload_in_every_text_field_of_every_sample_prints_as_it_stands(program: Program, name: str) -> None:
    _markup_prints(program, name, len(PAYLOADS))


@pytest.mark.bar("T7")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_page_of_every_paper_bears_the_draft_mark(program: Program, name: str, language: PaperLanguage) -> None:
    pages = PdfReader(io.BytesIO(drawn(program, name, language))).pages
    assert all(_MARK.search(page.extract_text()) for page in pages)


@pytest.mark.bar("T7")
@pytest.mark.parametrize(
    "body",
    [
        "<document/>",
        '<document margin="0"><p>x</p></document>',
        '<document width="30" height="30" margin="0"><p>x</p></document>',
        '<document><p>DRAFT</p>{% for i in range(3) %}<pagebreak/><gap h="200mm"/>{% endfor %}</document>',
        '<document rules="1"><style name="label" size="1" grey="1"/><p style="label">x</p></document>',
        '<document><frame><p>{{ "x" * 1 if false else "" }}</p></frame></document>',
    ],
)
def test_no_template_of_a_persons_own_can_take_the_mark_away(own: Own, body: str) -> None:
    own.write(body)
    pages = PdfReader(io.BytesIO(own.draw().pdf)).pages
    assert len(pages) >= 1
    assert all(_MARK.search(page.extract_text()) for page in pages)
