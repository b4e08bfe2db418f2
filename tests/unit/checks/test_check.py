"""The whole look at a shipment: missing answers, unread texts, doubtful values, readiness."""

from __future__ import annotations

from msgspec.structs import replace

from app.checks.check import check, readiness
from app.checks.labels import place_of
from app.domain.paths import with_value
from app.domain.problems import RULES
from app.domain.references import ChosenDocument
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from tests.conftest import sample_named

CHOSEN = tuple(ChosenDocument(id=f"d{n}", form=form) for n, form in enumerate(("commercial_invoice", "packing_list")))
FOOTWEAR = sample_named("footwear_rotterdam")


def found(program: Program, shipment: Shipment, at: Circumstances) -> list[tuple[str, str, str]]:
    return [(p.severity, p.rule, p.path) for p in check(program.catalog, shipment, at)]


def test_the_footwear_order_has_only_the_warning_it_is_there_to_show(program: Program, at: Circumstances) -> None:
    assert found(program, FOOTWEAR, at) == [("warning", "incoterm_fits_container", "delivery.incoterm")]


def test_an_empty_shipment_without_documents_has_no_problems(program: Program, at: Circumstances) -> None:
    assert found(program, Shipment(), at) == []


def test_an_empty_shipment_lacks_what_its_documents_need_each_once(program: Program, at: Circumstances) -> None:
    problems = check(program.catalog, Shipment(documents=CHOSEN), at)
    assert {p.severity for p in problems} == {"missing"}
    paths = [p.path for p in problems]
    assert len(set(paths)) == len(paths)
    assert {"exporter.name", "buyer.name", "references.invoice_no", "goods", "packing.ranges"} <= set(paths)
    seller = next(p for p in problems if p.path == "exporter.name")
    assert seller.documents == ("commercial_invoice", "packing_list")


def test_a_missing_answer_says_what_to_fill_in_or_choose(program: Program, at: Circumstances) -> None:
    shipment = with_value(with_value(FOOTWEAR, "references.invoice_no", None), "delivery.incoterm", None)
    said = {p.path: p.message.into("id") for p in check(program.catalog, shipment, at) if p.severity == "missing"}
    assert said["references.invoice_no"] == "Isi nomor faktur"
    assert said["delivery.incoterm"].startswith("Pilih ")


def test_a_missing_answer_of_a_row_names_the_row(program: Program, at: Circumstances) -> None:
    shipment = with_value(FOOTWEAR, "goods.g3.hs_code", None)
    (problem, *_) = check(program.catalog, shipment, at)
    assert problem.path == "goods.g3.hs_code"
    assert place_of(program.catalog, shipment, problem.path).id == "Barang 3, Kode HS"


def test_none_is_an_answer_and_not_known_yet_is_none(program: Program, at: Circumstances) -> None:
    without = with_value(FOOTWEAR, "packing.marks", None)
    assert "packing.marks" in {path for _, _, path in found(program, without, at)}
    none = replace(without, answers={"packing.marks": "none"})
    assert "packing.marks" not in {path for _, _, path in found(program, none, at)}
    unknown = replace(without, answers={"packing.marks": "unknown"})
    assert ("missing", "not_known_yet", "packing.marks") in found(program, unknown, at)


def test_none_is_refused_where_it_cannot_be_an_answer(program: Program, at: Circumstances) -> None:
    nameless = replace(with_value(FOOTWEAR, "exporter.name", None), answers={"exporter.name": "none", "gone.x": "none"})
    assert ("error", "none_is_no_answer", "exporter.name") in found(program, nameless, at)


def test_a_condition_asks_only_where_it_holds(program: Program, at: Circumstances) -> None:
    no_vessel = with_value(FOOTWEAR, "transport.vessel", None)
    assert ("missing", "required", "transport.vessel") in found(program, no_vessel, at)
    by_air = with_value(no_vessel, "transport.mode", "air")
    assert "transport.vessel" not in {path for _, _, path in found(program, by_air, at)}


def test_what_was_typed_wrongly_stands_with_its_reason(program: Program, at: Circumstances) -> None:
    shipment = replace(
        with_value(FOOTWEAR, "goods.g1.hs_code", None),
        typed={"goods.g1.hs_code": "6403.99", "goods.gone.hs_code": "x", "buyer.name": "now readable"},
    )
    problems = {(p.rule, p.path): p for p in check(program.catalog, shipment, at)}
    assert problems["text_not_read", "goods.g1.hs_code"].message.into("id") == "Kode HS: Harus 8 angka, sekarang 6"
    assert not [key for key in problems if key[1] in ("goods.gone.hs_code", "buyer.name")]


def test_what_was_typed_wrongly_is_not_told_as_missing_too(program: Program, at: Circumstances) -> None:
    shipment = replace(
        with_value(FOOTWEAR, "references.invoice_date", None), typed={"references.invoice_date": "kapan-kapan"}
    )
    rules = [rule for _, rule, path in found(program, shipment, at) if path == "references.invoice_date"]
    assert rules == ["text_not_read"]
    how_far = readiness(program.catalog, program.catalog.forms["commercial_invoice"], shipment, at)
    assert [p.path for p in (*how_far.missing, *how_far.problems)] == ["references.invoice_date"]


def test_a_value_that_is_none_of_its_kind_is_an_error_and_a_doubtful_one_a_warning(
    program: Program, at: Circumstances
) -> None:
    by_hand = with_value(FOOTWEAR, "goods.g1.hs_code", "640399")
    assert ("error", "value_not_read", "goods.g1.hs_code") in found(program, by_hand, at)
    doubtful = with_value(FOOTWEAR, "containers.k1.number", "CSQU3054384")
    assert ("warning", "value_in_doubt", "containers.k1.number") in found(program, doubtful, at)
    unknown = with_value(FOOTWEAR, "goods.g1.unit", "XZ9")
    assert ("warning", "value_in_doubt", "goods.g1.unit") in found(program, unknown, at)


def test_a_document_nobody_knows_is_a_warning(program: Program, at: Circumstances) -> None:
    shipment = replace(FOOTWEAR, documents=(ChosenDocument(id="d", form="form_of_the_future"),))
    assert ("warning", "document_unknown", "documents.d.form") in found(program, shipment, at)


def test_problems_come_worst_first(program: Program, at: Circumstances) -> None:
    shipment = with_value(with_value(FOOTWEAR, "transport.mode", "air"), "references.invoice_no", None)
    severities = [severity for severity, _, _ in found(program, shipment, at)]
    assert severities == sorted(severities, key=["error", "missing", "warning", "hint"].index)
    assert {"error", "missing"} <= set(severities)


def test_a_paper_whose_answer_cannot_be_read_is_not_ready(program: Program, at: Circumstances) -> None:
    by_hand = with_value(FOOTWEAR, "goods.g1.hs_code", "640399")
    typed = replace(with_value(FOOTWEAR, "goods.g1.hs_code", None), typed={"goods.g1.hs_code": "6403.99"})
    elsewhere = with_value(FOOTWEAR, "broker.npwp", "12")
    invoice = program.catalog.forms["commercial_invoice"]
    for shipment, paths in ((by_hand, ["goods.g1.hs_code"]), (typed, ["goods.g1.hs_code"]), (elsewhere, [])):
        ready = readiness(program.catalog, invoice, shipment, at)
        assert [problem.path for problem in ready.problems] == paths


def test_a_paper_is_ready_when_it_lacks_nothing_and_its_rules_hold(program: Program, at: Circumstances) -> None:
    packing_list = program.catalog.forms["packing_list"]
    assert readiness(program.catalog, packing_list, FOOTWEAR, at).ready
    heavier = with_value(FOOTWEAR, "packing.ranges.p1.gross_each", FOOTWEAR.packing.ranges[0].net_each / 2)  # type: ignore[index,operator]
    ready = readiness(program.catalog, packing_list, heavier, at)
    assert not ready.ready
    assert [problem.rule for problem in ready.problems] == ["net_not_above_gross"]


OF_OTHERS = {
    "insured_for_enough", "insured_in_invoice_currency", "cover_fits_incoterm",
    "shipped_by_the_latest_day", "credit_lives_at_shipment",
}  # fmt: skip
"""Errors on papers of insurer and carrier, which this program does not draft."""


def test_every_error_stands_in_the_way_of_some_document(program: Program) -> None:
    named = {rule for form in program.catalog.forms.values() for rule in form.rules}
    assert {rule.id for rule in RULES.values() if rule.severity == "error"} - named == OF_OTHERS


def test_an_invoice_that_the_bank_would_refuse_is_not_ready(program: Program, at: Circumstances) -> None:
    invoice, order = program.catalog.forms["commercial_invoice"], sample_named("furniture_hamburg_lc")
    assert readiness(program.catalog, invoice, order, at).ready
    in_dollars = with_value(order, "letter_of_credit.currency", "USD")
    (wrong,) = readiness(program.catalog, invoice, in_dollars, at).problems
    assert wrong.rule == "credit_in_invoice_currency"
