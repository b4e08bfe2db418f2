"""How a document type is declared, and how a mistake in it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.catalog.catalog import built_in_forms, read_catalog
from app.catalog.declared import DeclarationError
from app.kinds.circumstances import Circumstances
from app.kinds.kind import Reading

GOOD = """
title    = { id = "Surat berat", en = "Weight note" }
group    = "commercial"
asked_by = { id = "pembeli", en = "buyer" }
as_of    = 2026-11-24
source   = "a test"
number   = "references.invoice_no"
date     = "references.invoice_date"
file     = "WN"
rules    = ["net_not_above_gross"]
example  = "footwear_rotterdam"
[[section]]
title  = { id = "Berat", en = "Weight" }
fields = [
  { path = "references.invoice_no", need = "required" },
  { path = "references.invoice_date" },
  { path = "totals.net_weight", need = "derived", box = "7" },
  { path = "transport.vessel", need = "when", when = { path = "transport.mode", is = ["sea", "road"] } },
  { path = "own.scale" },
]
[own.scale]
kind = "choice"
label = { id = "Timbangan", en = "Scale" }
[own.scale.choices]
bridge = { id = "jembatan timbang", en = "weighbridge" }
floor  = { id = "timbangan lantai", en = "floor scale" }
[texts]
title = { id = "SURAT BERAT", en = "WEIGHT NOTE" }
"""


def declare(folder: Path, text: str = GOOD, name: str = "weight_note") -> Path:
    (folder / name).mkdir(parents=True)
    (folder / name / "form.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_document_in_another_folder_is_found_beside_the_built_in_ones(tmp_path: Path) -> None:
    catalog = read_catalog([built_in_forms(), declare(tmp_path)])
    form = catalog.forms["weight_note"]
    assert (form.title.en, form.built_in, form.language) == ("Weight note", False, "en")
    assert catalog.forms["commercial_invoice"].built_in
    assert [use.box for use in form.uses()] == ["", "", "7", "", ""]
    assert [use.when.values for use in form.uses() if use.when] == [("sea", "road")]


def test_a_documents_own_choice_reads_its_own_words(tmp_path: Path, at: Circumstances) -> None:
    kind, _ = read_catalog([built_in_forms(), declare(tmp_path)]).forms["weight_note"].own["scale"]
    assert kind.parse("Jembatan timbang", at) == Reading("bridge")
    assert kind.show("floor", at) == "floor scale"


MISTAKES = [
    ('"references.invoice_date" }', '"references.nothing" }', r"section\[0\]\.fields\[1\]\.path: .*nothing"),
    ('need = "required"', 'need = "perhaps"', r"section\[0\]\.fields\[0\]\.need: .*perhaps"),
    ('need = "derived", ', "", r"fields\[2\]\.need: 'derived'"),
    ('"references.invoice_date" }', '"references.invoice_date", need = "derived" }', r"fields\[1\]\.need: 'derived'"),
    ('need = "when", when', "when", r"fields\[3\]\.when: need = 'when'"),
    ('"transport.mode", is', '"transport.none", is', r"fields\[3\]\.when\.path: .*transport\.none"),
    ('"transport.mode", is', '"goods", is', r"fields\[3\]\.when\.path: .*'goods'"),
    ('"transport.mode", is', '"goods.*.unit", is', r"fields\[3\]\.when\.path: goods\.\*\.unit stands in other rows"),
    ('is = ["sea", "road"]', 'is = ["sea", "raod"]', r"fields\[3\]\.when\.is: transport\.mode has no answer 'raod'"),
    ('kind = "choice"', 'kind = "text"', r"own\.scale\.choices: a choice"),
    (
        "[own.scale.choices]",
        "[own.floor]\nkind = 'choice'\nlabel = { id = 'L', en = 'F' }\n[own.scale.choices]",
        r"own\.floor\.choices",
    ),
    (
        "[own.scale.choices]",
        "[own.'a.b']\nkind = 'text'\nlabel = { id = 'L', en = 'F' }\n[own.scale.choices]",
        r"own\.a\.b: .*no id",
    ),
    (
        "[own.scale.choices]",
        "[own.floor]\nkind = 'colour'\nlabel = { id = 'L', en = 'F' }\n[own.scale.choices]",
        r"own\.floor\.kind: .*colour",
    ),
    ('"own.scale"', '"own.nothing"', r"fields\[4\]\.path: .*own\.nothing"),
    ('"own.scale"', '"references.invoice_no"', r"fields\[4\]\.path: .*stands twice"),
    ('number   = "references.invoice_no"', 'number   = "references.order_no"', r"number: references\.order_no"),
    ('number   = "references.invoice_no"', 'number   = "totals.net_weight"', r"number: totals\.net_weight"),
    ('group    = "commercial"', 'group    = "party"', r"group: .*party"),
    ('file     = "WN"', 'file     = "WN"\ncolour = "red"', r"colour"),
    ("as_of    = 2026-11-24", "", r"as_of"),
    ('en = "WEIGHT NOTE"', 'en = ""', r"texts.*both languages"),
    ("[texts]", "[texts", r"line \d\d"),
]


@pytest.mark.parametrize(("right", "wrong", "complaint"), MISTAKES)
def test_a_mistake_is_refused_with_file_and_key(right: str, wrong: str, complaint: str, tmp_path: Path) -> None:
    assert GOOD.count(right) == 1
    with pytest.raises(DeclarationError, match=r"weight_note/form\.toml: .*" + complaint):
        read_catalog([built_in_forms(), declare(tmp_path, GOOD.replace(right, wrong))])


def test_a_folder_whose_name_is_no_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError, match="Weight Note"):
        read_catalog([built_in_forms(), declare(tmp_path, name="Weight Note")])


def test_a_document_declared_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError, match="commercial_invoice"):
        read_catalog([built_in_forms(), declare(tmp_path, name="commercial_invoice")])


def test_a_file_that_cannot_be_read_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "_fields" / "own.toml").mkdir(parents=True)
    with pytest.raises(DeclarationError, match=r"_fields/own\.toml"):
        read_catalog([built_in_forms(), tmp_path])
