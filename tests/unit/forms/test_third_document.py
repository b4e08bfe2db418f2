"""A document type added as one folder and one template, without any Python."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from app.checks.check import check, readiness
from app.cli.main import run
from app.domain.references import ChosenDocument
from app.render.fonts import Fonts
from app.services.papers import Paper, PaperMaker
from app.services.program import start
from app.services.samples import sample_bytes
from tests.conftest import SAMPLES, TODAY, sample_named

FORM = """
title    = { id = "Surat berat", en = "Weight note" }
group    = "commercial"
asked_by = { id = "pembeli", en = "buyer" }
as_of    = 2026-11-24
source   = "a test"
number   = "references.packing_list_no"
date     = "references.packing_list_date"
file     = "WN"
rules    = ["net_not_above_gross"]
example  = "footwear_rotterdam"
[[section]]
title  = { id = "Berat", en = "Weight" }
fields = [
  { path = "references.packing_list_no", need = "optional" },
  { path = "references.packing_list_date", need = "optional" },
  { path = "buyer.name", need = "required" },
  { path = "totals.net_weight", need = "derived" },
  { path = "totals.gross_weight", need = "derived" },
  { path = "packing.rows", need = "derived" },
  { path = "own.scale", need = "required" },
  { path = "own.weighed" },
]
[own.scale]
kind = "text"
label = { id = "Timbangan", en = "Scale" }
[own.weighed]
kind = "date"
label = { id = "Hari ditimbang", en = "Day of weighing" }
[texts]
title = { id = "SURAT BERAT", en = "WEIGHT NOTE" }
cartons = { id = "Kemasan", en = "Packages" }
"""
TEMPLATE = """
<document frame="yes">
  <band><column width="*"><title>{{ t.title.main }}</title>
    <pairs>
      <pair label="{{ w["buyer.name"].main }}">{{ d["buyer.name"] }}</pair>
      <pair label="{{ w["totals.gross_weight"].main }}">{{ d["totals.gross_weight"] }}</pair>
      <pair label="{{ w["own.scale"].main }}">{{ d["own.scale"] }}</pair>
    </pairs>
  </column></band>
  <table each="packing.rows">
    <col width="40" value="numbers" head="{{ t.cartons.main }}"/>
    <col width="*" value="gross" align="right"/>
  </table>
</document>
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "forms" / "weight_note").mkdir(parents=True)
    (folder / "templates").mkdir()
    (folder / "forms" / "weight_note" / "form.toml").write_text(FORM, encoding="utf-8")
    (folder / "templates" / "weight_note.xml.j2").write_text(TEMPLATE, encoding="utf-8")
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "sample.ekspor"
    path.write_bytes(sample_bytes("footwear_rotterdam"))
    return path


def test_it_appears_in_the_list_with_what_it_lacks(data: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["documents", str(file), "--json", "--data", str(data)], {}) == 0
    listed = {row["id"]: row for row in json.loads(capsys.readouterr().out)["documents"]}
    assert listed["weight_note"]["title"] == "Surat berat"
    assert [lack["path"] for lack in listed["weight_note"]["missing"]] == ["own.weight_note.scale"]
    assert listed["weight_note"]["missing"][0]["where"] == "Timbangan"


@pytest.mark.parametrize(
    ("own", "answers", "lacks", "rule"),
    [
        ({"scale": "No. 3", "weighed": "2-12-2026"}, {}, False, None),
        ({"scale": ""}, {}, True, "required"),
        ({}, {"own.weight_note.scale": "unknown"}, True, "not_known_yet"),
        ({"scale": "No. 3", "weighed": "kemarin"}, {}, True, "value_not_read"),
    ],
)
def test_what_only_it_asks_is_looked_at_like_every_answer(
    own: dict[str, str], answers: dict[str, Literal["none", "unknown"]], lacks: bool, rule: str | None, data: Path
) -> None:
    program = start(data)
    documents = (ChosenDocument(id="d", form="weight_note"),)
    shipment = replace(
        sample_named("footwear_rotterdam"), documents=documents, own={"weight_note": own}, answers=answers
    )
    at = program.circumstances(TODAY, "en")
    assert readiness(program.catalog, program.catalog.forms["weight_note"], shipment, at).ready is not lacks
    found = [problem.rule for problem in check(program.catalog, shipment, at) if problem.path.startswith("own.")]
    assert found == ([rule] if rule else [])


def test_it_can_be_drawn_from_the_command_line(
    data: Path, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["pdf", str(file), "--out", str(tmp_path / "out"), "--doc", "weight_note"]
    assert run(arguments, {"SIAP_EKSPOR_DATA": str(data)}) == 0
    written = Path(capsys.readouterr().out.strip())
    assert written.name == "WN-LJ-PL-2026-041_Voorbeeld_2026-12-02_DRAFT.pdf"
    text = PdfReader(BytesIO(written.read_bytes())).pages[0].extract_text()
    assert all(word in text for word in ("WEIGHT NOTE", "VOORBEELD SCHOENEN B.V.", "2,169.0", "1 – 100"))


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_drawn_from_every_sample_without_a_word_of_python(name: str, data: Path) -> None:
    program = start(data)
    paper = Paper(program.catalog.forms["weight_note"], "id", "A4")
    made = PaperMaker(program, Fonts(fallback=False)).make(sample_named(name), [paper], TODAY)
    assert made.troubles == ((),)
    assert "SURAT BERAT" in PdfReader(BytesIO(made.pdf)).pages[0].extract_text()


def test_a_mistake_in_its_template_is_one_line_that_names_file_and_line(
    data: Path, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = TEMPLATE.replace("<pairs>", "<colour/><pairs>")
    (data / "templates" / "weight_note.xml.j2").write_text(broken, encoding="utf-8")
    arguments = ["pdf", str(file), "--out", str(tmp_path / "out"), "--doc", "weight_note", "--data", str(data)]
    assert run(arguments, {}) == 2
    said = capsys.readouterr()
    assert "weight_note.xml.j2:4: unknown element <colour>" in said.err
    assert said.out == ""
    assert not (tmp_path / "out").exists()


def test_a_mistake_in_its_declaration_is_one_line_too(
    data: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "forms" / "weight_note" / "form.toml").write_text(FORM + "\ncolour = 1\n", encoding="utf-8")
    assert run(["documents", str(file), "--data", str(data)], {}) == 2
    assert "weight_note/form.toml: texts.colour" in capsys.readouterr().err


def test_a_template_that_is_missing_is_said(
    data: Path, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "templates" / "weight_note.xml.j2").unlink()
    arguments = ["pdf", str(file), "--out", str(tmp_path / "out"), "--doc", "weight_note", "--data", str(data)]
    assert run(arguments, {}) == 2
    assert "weight_note.xml.j2" in capsys.readouterr().err
