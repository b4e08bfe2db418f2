"""What each command prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import run
from app.records.shipment_file import read_shipment
from app.services.samples import sample_bytes, sample_titles
from tests.conftest import SAMPLES
from tests.unit.cli.conftest import Command, FileMaker

LANGUAGES = ("id", "en")
SEVERITIES = {"error", "missing", "warning", "hint"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_samples_are_listed_with_their_titles(command: Command, language: Any) -> None:
    code, out, err = command("sample", "--list", SIAP_EKSPOR_LANG=language)
    assert (code, err) == (0, "")
    assert [line.split(maxsplit=1) for line in out.splitlines()] == [
        [name, title.into(language)] for name, title in sample_titles().items()
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_written_as_a_file_and_its_path_printed(command: Command, tmp_path: Path, name: str) -> None:
    path = tmp_path / "new" / f"{name}.ekspor"
    assert command("sample", name, "--out", path) == (0, f"{path}\n", "")
    assert path.read_bytes() == sample_bytes(name)


def test_a_sample_is_never_written_over_another_file(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "mine.ekspor"
    path.write_bytes(b"mine")
    code, out, err = command("sample", "batik_tokyo", "--out", path)
    assert (code, out) == (2, "")
    assert "not overwritten" in err
    assert path.read_bytes() == b"mine"


def test_a_shipment_without_problems_is_told_so(command: Command, hand_made: FileMaker) -> None:
    assert command("check", hand_made()) == (0, "Nothing to put right\n", "")


def test_a_complete_sample_has_no_problem_that_ends_with_1(command: Command, sample_file: FileMaker) -> None:
    assert command("check", sample_file("footwear_rotterdam")).code == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_required_value_is_told_and_ends_with_1(
    command: Command, hand_made: FileMaker, language: str
) -> None:
    path = hand_made(documents=[{"id": "d", "form": "commercial_invoice"}])
    code, out, err = command("check", path, SIAP_EKSPOR_LANG=language)
    assert (code, err) == (1, "")
    assert {"id": "Kurang: ", "en": "Missing: "}[language] in out


def test_an_error_ends_with_1_and_a_warning_with_0(command: Command, hand_made: FileMaker) -> None:
    code, out, _ = command("check", hand_made(currency="US"), "--json")
    assert {p["severity"] for p in json.loads(out)["problems"]} >= {"error"}
    assert code == 1
    code, out, _ = command("check", hand_made(currency="XQQ"), "--json")
    assert {p["severity"] for p in json.loads(out)["problems"]} == {"warning"}
    assert code == 0


def test_nothing_is_missing_while_no_document_is_chosen(command: Command, hand_made: FileMaker) -> None:
    assert command("check", hand_made()).code == 0


PROMISED = {"schema", "problems", "date", "needed", "open", "rules_looked_at", "rules_off", "lists"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_problems_as_json_have_the_promised_keys(command: Command, hand_made: FileMaker, language: str) -> None:
    path = hand_made(
        documents=[{"id": "d", "form": "packing_list"}],
        goods=[{"id": "g1", "quantity": "5"}, {"id": "g2", "hs_code": "12"}],
        currency="XQQ",
        typed={"references.invoice_date": "soon"},
    )
    code, out, err = command("check", path, "--json", SIAP_EKSPOR_LANG=language)
    answer = json.loads(out)
    assert (code, err, set(answer), answer["schema"]) == (1, "", PROMISED, 1)
    for problem in answer["problems"]:
        assert {"id", "severity", "path", "where", "message", "figures", "accepted", "source"} <= set(problem)
        assert problem["severity"] in SEVERITIES
        assert all(problem[key] for key in ("id", "where", "message"))
    errors = {problem["path"]: problem for problem in answer["problems"] if problem["severity"] == "error"}
    assert "references.invoice_date" in errors
    assert "2, " in errors["goods.g2.hs_code"]["where"]
    severities = [problem["severity"] for problem in answer["problems"]]
    assert severities == sorted(severities, key=["error", "missing", "warning", "hint"].index)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("id", [("Di faktur", "1.200"), ("Di kemasan", "1.100")]),
        ("en", [("On the invoice", "1,200"), ("In the packages", "1,100")]),
    ],
)
def test_both_figures_of_a_contradiction_stand_side_by_side(
    command: Command, hand_made: FileMaker, language: str, told: list[tuple[str, str]]
) -> None:
    packed = {"id": "p", "first": "1", "last": "1", "contents": [{"id": "i", "line": "g", "each": "1100"}]}
    path = hand_made(goods=[{"id": "g", "quantity": "1200"}], packing={"ranges": [packed]})
    problems = json.loads(command("check", path, "--json", SIAP_EKSPOR_LANG=language).out)["problems"]
    figures = {problem["id"]: [tuple(side.values()) for side in problem["figures"]] for problem in problems}
    assert figures["packed_equals_invoiced"] == told


def test_no_problems_are_an_empty_list(command: Command, hand_made: FileMaker) -> None:
    _, out, _ = command("check", hand_made(), "--json")
    answer = json.loads(out)
    assert (answer["schema"], answer["problems"]) == (1, [])


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_documents_are_listed_with_what_is_missing_and_end_with_0(
    command: Command, sample_file: FileMaker, name: str, language: str
) -> None:
    code, out, err = command("documents", sample_file(name), "--json", SIAP_EKSPOR_LANG=language)
    answer = json.loads(out)
    assert (code, err, answer["schema"]) == (0, "", 1)
    assert set(answer) == {"schema", "documents", "needed", "open", "rules_looked_at"}
    for document in answer["documents"]:
        assert {"id", "title", "ready", "missing"} <= set(document)
        assert document["ready"] is not bool(document["missing"] or document["problems"])
    assert {"commercial_invoice", "packing_list"} <= {document["id"] for document in answer["documents"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_shipment_has_nothing_ready_but_the_report_and_still_ends_with_0(
    command: Command, hand_made: FileMaker, language: str
) -> None:
    code, out, err = command("documents", hand_made(), SIAP_EKSPOR_LANG=language)
    assert (code, err) == (0, "")
    lines = [line for line in _before_needed(out) if not line.startswith("check_report:")]
    assert all({"id": "masih kurang", "en": "still lacking"}[language] in line for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_tells_what_is_wrong_apart_from_what_is_missing(
    command: Command, hand_made: FileMaker, language: str
) -> None:
    path = hand_made(delivery={"incoterm": "CIF"}, transport={"mode": "air"})
    _, out, _ = command("documents", path, SIAP_EKSPOR_LANG=language)
    wrong, missing = {"id": ("perlu diperbaiki", "masih kurang"), "en": ("to be put right", "still lacking")}[language]
    invoice = next(line for line in out.splitlines() if line.startswith("commercial_invoice"))
    assert invoice.index(wrong) < invoice.index("CIF") < invoice.index(missing)


def test_what_every_line_lacks_is_said_once_and_a_long_list_is_cut(command: Command, hand_made: FileMaker) -> None:
    contents = [{"id": f"c{n}", "line": f"gone{n}", "each": "1"} for n in range(100)]
    ranges = [{"id": f"r{n}x{m}", "first": f"{n}", "last": f"{n}"} for n in range(1, 101) for m in (1, 2)]
    goods = [{"id": f"g{n}"} for n in range(100)]
    _, out, _ = command(
        "documents", hand_made(goods=goods, packing={"ranges": [{**ranges[0], "contents": contents}, *ranges[1:]]})
    )
    invoice, packing_list = (
        next(line for line in _before_needed(out) if name in line) for name in ("commercial_invoice", "packing_list")
    )
    assert invoice.count("Fill in HS code") == 1
    assert packing_list.count("are not there any more") == 1
    assert packing_list.count("stands in two rows") + 1 == 40
    assert "and 61 more" in packing_list


def _before_needed(out: str) -> list[str]:
    """The lines about documents; the papers needed follow after an empty line."""
    return out.split("\n\n", 1)[0].splitlines()


@pytest.mark.parametrize("name", ["check", "documents"])
def test_a_file_is_looked_at_and_not_touched(
    command: Command, sample_file: FileMaker, tmp_path: Path, name: str
) -> None:
    path = sample_file("batik_tokyo")
    before = path.stat().st_mtime_ns
    command(name, path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (sample_bytes("batik_tokyo"), before)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


ODD_SHIPMENTS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "empty lists": {name: [] for name in ("notify", "goods", "containers", "charges", "statements", "documents")},
    "empty rows": {name: [{"id": "a"}] for name in ("notify", "goods", "containers", "charges", "documents")},
    "typed at paths that are none": {
        "typed": {
            "": "?",
            "own": "?",
            "own.x": "?",
            "own.no_form.x": "?",
            "goods": "?",
            "goods.a.unit": "?",
            "a.b": "?",
        }
    },
    "answers at paths that are none": {"answers": {"": "none", "goods.a.brand": "unknown", "x": "none"}},
    "documents that are none": {"documents": [{"id": "a", "form": "no_such"}, {"id": "b", "paper": "A3"}]},
    "own answers of nobody": {"own": {"": {"": ""}, "commercial_invoice": {"x": "1"}}},
    "numbers below nought": {"goods": [{"id": "a", "quantity": "-5", "unit_price": "-0.000001"}]},
    "the largest numbers": {
        "goods": [{"id": "a", "quantity": "9" * 15, "unit_price": "9" * 15 + ".999999"}],
        "packing": {
            "ranges": [{"id": "r", "first": "1", "last": "9" * 15, "gross_each": "9" * 15, "length": "9" * 15}]
        },
    },
    "the first and the last day": {
        "references": {"invoice_date": "0001-01-01", "packing_list_date": "9999-12-31"},
        "payment": {"tenor_days": "9" * 15, "tenor_from": "invoice_date"},
        "letter_of_credit": {"presentation_days": "9" * 15, "latest_shipment": "9999-12-31"},
    },
    "contents of no line": {"packing": {"ranges": [{"id": "r", "contents": [{"id": "c", "line": "gone", "each": 1}]}]}},
    "codes that are none": {"exporter": {"country": "<"}, "currency": "{}", "delivery": {"incoterm": "{{ 7*7 }}"}},
}


@pytest.mark.parametrize("shipment", ODD_SHIPMENTS.values(), ids=ODD_SHIPMENTS)
@pytest.mark.parametrize("name", ["check", "documents"])
def test_an_odd_shipment_is_judged_and_never_breaks_a_command(
    command: Command, hand_made: FileMaker, name: str, shipment: dict[str, Any]
) -> None:
    path = hand_made(**shipment)
    for language in LANGUAGES:
        code, out, err = command(name, path, "--json", SIAP_EKSPOR_LANG=language)
        assert code in (0, 1)
        assert err == ""
        assert json.loads(out)["schema"] == 1


def test_the_language_is_indonesian_unless_another_is_asked_for(command: Command, hand_made: FileMaker) -> None:
    path = hand_made()
    told = {
        language: command("check", path, SIAP_EKSPOR_LANG=language).out for language in ("", "id", "fr", "en", "EN_us")
    }
    assert told[""] == told["id"] == told["fr"] == "Tidak ada yang perlu diperbaiki\n"
    assert told["en"] == told["EN_us"] == "Nothing to put right\n"


@pytest.mark.parametrize("arguments", [(), ("--help",), ("pdf", "--help"), ("check", "-h")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_given_in_the_language_of_the_person(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], language: str
) -> None:
    try:
        code: object = run(arguments, {"SIAP_EKSPOR_LANG": language})
    except SystemExit as end:
        code = end.code
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    assert out.startswith({"id": "cara pakai: siap-ekspor", "en": "usage: siap-ekspor"}[language])
    for word in {"id": ("usage", "options", "show this"), "en": ("pilihan", "tampilkan")}[language]:
        assert word not in out


def test_a_file_written_by_sample_is_read_by_every_command(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.ekspor"
    command("sample", "silver_courier_sydney", "--out", path)
    assert read_shipment(path.read_bytes()) == read_shipment(sample_bytes("silver_courier_sydney"))
    assert command("check", path).code == 0
    assert command("documents", path).code == 0


def test_a_rule_that_is_switched_off_is_told_with_its_reason(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    text = '[off]\nincoterm_fits_container = "our forwarder loads"\nincoterm_fits_contaner = "mistyped"\n'
    (tmp_path / "data" / "rules_off.toml").write_text(text, "utf-8")
    _, out, _ = command("check", sample_file("footwear_rotterdam"))
    assert out.splitlines()[-2:] == [
        "Rule incoterm_fits_container is switched off: our forwarder loads",
        "rules_off.toml names incoterm_fits_contaner, but no rule is called that. Look at its spelling",
    ]
    assert "consider FCA" not in out
