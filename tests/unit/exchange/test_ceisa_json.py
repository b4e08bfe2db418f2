"""The file for customs: exact, in order, right in every row; or no file and the list of what is missing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from app.domain.customs import CustomsPaper
from app.domain.derived import Figures
from app.domain.goods import Permit
from app.domain.paths import with_value
from app.domain.shipment import Shipment
from app.exchange.ceisa_header import PLACEHOLDER
from app.exchange.ceisa_json import ceisa_json
from app.kinds.circumstances import Circumstances
from forms.peb.filing import documents_once
from tests.conftest import sample_named
from tests.expected import EXPECTED
from tests.unit.domain.test_declaration import DECLARED
from tests.unit.exchange.bc30 import VARIABLE, complaints, read_exactly, real_complaints, real_schema
from tests.unit.forms.made_papers import repeated

FOOTWEAR = sample_named("footwear_rotterdam")


def written(shipment: Shipment, at: Circumstances) -> dict[str, Any]:
    made = ceisa_json(shipment, at)
    assert made.missing == ()
    assert made.data is not None
    read: dict[str, Any] = read_exactly(made.data)
    return read


@pytest.mark.parametrize("name", DECLARED)
def test_every_row_obeys_the_schema(name: str, at: Circumstances) -> None:
    assert complaints(written(sample_named(name), at)) == []


@pytest.mark.parametrize("name", DECLARED)
def test_every_row_obeys_the_real_schema_where_it_is_at_hand(name: str, at: Circumstances) -> None:
    schema = real_schema()
    if schema is None:
        pytest.skip(f"customs' own schema may not be copied; {VARIABLE} names it where somebody has it")
    assert real_complaints(written(sample_named(name), at), schema) == []


@pytest.mark.parametrize("name", DECLARED)
def test_figures_are_the_expected_ones_to_the_last_decimal(name: str, at: Circumstances) -> None:
    made, expected = written(sample_named(name), at), EXPECTED[name]
    assert made["fob"] == expected.fob
    assert made["freight"] == expected.freight
    assert made["asuransi"] == expected.insurance
    with_freight = made["kodeIncoterm"] in ("CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP")
    assert made.get("cif") == (expected.invoice if with_freight else None)
    assert made["netto"] == expected.net_weight
    assert made["bruto"] == expected.gross_weight
    assert sum(row["jumlahKemasan"] for row in made["kemasan"]) == expected.packages
    assert sum(row["fob"] for row in made["barang"]) == expected.fob
    assert sum(row["netto"] for row in made["barang"]) == expected.net_weight


def test_a_file_of_two_thousand_lines_is_right_in_every_row(at: Circumstances) -> None:
    many = repeated(FOOTWEAR, 2000)
    none = {
        f"goods.{line.id}.{name}": "none" for line in many.goods or () for name in ("brand", "type", "specification")
    }
    made = written(replace(many, answers=many.answers | none), at)
    assert complaints(made) == []
    assert [row["seriBarang"] for row in made["barang"]] == list(range(1, 2001))
    assert sum(row["fob"] for row in made["barang"]) == made["fob"]


def test_parties_and_documents_stand_in_the_order_of_the_schema(at: Circumstances) -> None:
    broker = replace(FOOTWEAR.broker, name="PT CONTOH PPJK", npwp="0012345674602000", address="Jl. Contoh Perak 1")
    made = written(replace(FOOTWEAR, broker=broker), at)
    assert [row["kodeEntitas"] for row in made["entitas"]] == ["2", "7", "8", "6", "4"]
    assert [row["kodeDokumen"] for row in made["dokumen"]] == ["380", "217", "315"]
    assert all(row["barangPemilik"] == [{"seriEntitas": 2}] for row in made["barang"])
    assert complaints(made) == []


def test_codes_are_texts_with_their_zeros(at: Circumstances) -> None:
    made = written(FOOTWEAR, at)
    assert made["kodeKantorMuat"] == "070100"
    assert made["entitas"][0]["nomorIdentitas"] == "0012345674602000000000"


def test_the_submission_number_is_a_placeholder_until_it_is_typed(at: Circumstances) -> None:
    assert len(PLACEHOLDER) == 26
    without = with_value(FOOTWEAR, "customs.submission_no", None)
    assert written(without, at)["nomorAju"] == PLACEHOLDER
    assert [remark.id for remark in ceisa_json(without, at).remarks] == ["exchange.placeholder"]
    assert written(FOOTWEAR, at)["nomorAju"] == "000030CONTOH20261203000041"
    assert ceisa_json(FOOTWEAR, at).remarks == ()


# What a person would have to leave open for a key that customs requires to be missing.
REQUIRED = (
    *("customs.office_of_loading", "customs.office_of_export", "customs.export_type", "customs.export_category"),
    *("customs.payment_method", "customs.carriage_type", "transport.port_of_loading_customs"),
    *("transport.port_of_discharge_code", "customs.inspection_place", "currency", "customs.exchange_rate"),
    *("customs.insurance_market", "customs.oil_and_gas", "customs.bulk", "customs.as_parcel"),
    *("customs.inspection_date", "customs.signing_date", "customs.signing_place", "exporter.signatory"),
    *("exporter.position", "exporter.name", "exporter.npwp", "buyer.name", "buyer.country", "references.invoice_no"),
    *("references.invoice_date", "references.packing_list_no", "transport.vessel", "transport.voyage"),
    *("transport.flag", "transport.mode", "customs.proceeds_bank", "customs.store_kind", "packing.marks"),
    *("customs.inspection_time", "customs.readiness_contact", "customs.readiness_phone", "customs.readiness_date"),
    *("customs.inspection_address", "customs.inspection_site", "goods.g2.hs_code", "goods.g2.unit"),
    *("goods.g2.origin_country", "goods.g2.origin_area", "references.contract_date"),
)


@pytest.mark.parametrize("path", REQUIRED)
def test_without_an_answer_that_customs_requires_there_is_no_file(path: str, at: Circumstances) -> None:
    made = ceisa_json(with_value(FOOTWEAR, path, None), at)
    assert made.data is None
    assert path in made.missing


@pytest.mark.parametrize("name", ["brand", "type", "specification"])
def test_a_dash_stands_for_none_and_never_for_silence(name: str, at: Circumstances) -> None:
    key = {"brand": "merk", "type": "tipe", "specification": "spesifikasiLain"}[name]
    assert written(FOOTWEAR, at)["barang"][0][key] == "-"
    answers = {path: answer for path, answer in FOOTWEAR.answers.items() if path != f"goods.g1.{name}"}
    assert f"goods.g1.{name}" in ceisa_json(replace(FOOTWEAR, answers=answers), at).missing


def test_a_payment_whose_second_code_nobody_knows_is_not_filed_from_here(at: Circumstances) -> None:
    assert "customs.payment_method" in ceisa_json(with_value(FOOTWEAR, "customs.payment_method", "9"), at).missing


def test_an_empty_shipment_lacks_much_and_breaks_nothing(at: Circumstances) -> None:
    made = ceisa_json(Shipment(), at)
    assert made.data is None
    assert {"exporter.name", "buyer.name", "goods", "packing.ranges", "owner.who", "consignee.who"} <= set(made.missing)


def test_quantities_finer_than_customs_takes_are_rounded(at: Circumstances) -> None:
    told = with_value(FOOTWEAR, "goods.g1.quantity", Decimal("1200.123456"))
    row = written(told, at)["barang"][0]
    assert row["jumlahSatuan"] == Decimal("1200.1235")


def test_documents_that_were_added_follow_the_first_two(at: Circumstances) -> None:
    paper = CustomsPaper(id="u1", code="857", number="FUM-1", date=FOOTWEAR.references.invoice_date)
    made = written(replace(FOOTWEAR, customs=replace(FOOTWEAR.customs, documents=(paper,))), at)
    assert [row["kodeDokumen"] for row in made["dokumen"]] == ["380", "217", "857", "315"]
    assert [row["seriDokumen"] for row in made["dokumen"]] == [1, 2, 3, 4]


def permitted(*permits: Permit) -> Shipment:
    """The shoes, each line but the last with one of the permits."""
    lines = FOOTWEAR.goods or ()
    told = tuple(replace(line, permits=(permit,)) for line, permit in zip(lines, permits, strict=False))
    return replace(FOOTWEAR, goods=told + lines[len(told) :])


def test_a_permit_that_serves_two_lines_is_one_document_that_both_point_to(at: Circumstances) -> None:
    day = FOOTWEAR.references.invoice_date
    one, two = (Permit(id=f"p{n}", customs_code="811", number=text, date=day) for n, text in enumerate(("V-1", "v-1")))
    made = written(permitted(one, two), at)
    assert [row["kodeDokumen"] for row in made["dokumen"]] == ["380", "217", "811", "315"]
    assert [row["barangDokumen"] for row in made["barang"]] == [[{"seriDokumen": 3}], [{"seriDokumen": 3}], []]
    assert written(permitted(one, replace(two, date=None)), at) == made


def test_a_permit_told_with_two_days_is_kept_twice_and_complained_of(at: Circumstances) -> None:
    days = FOOTWEAR.references.invoice_date, FOOTWEAR.references.contract_date
    one, two = (Permit(id=f"p{n}", customs_code="811", number="V-1", date=day) for n, day in enumerate(days))
    shipment = permitted(one, two)
    assert [row["seriDokumen"] for row in written(shipment, at)["barang"][1]["barangDokumen"]] == [4]
    found = [finding.path for finding in documents_once(Figures(shipment, at))]
    assert found == ["goods.g2.permits.p1.date"]


def test_by_air_the_air_waybill_is_declared_and_no_bill_of_lading_left_from_before(at: Circumstances) -> None:
    batik = with_value(sample_named("batik_tokyo"), "transport.bill_of_lading_no", "CTL-1")
    told = [(row["kodeDokumen"], row["nomorDokumen"], row["tanggalDokumen"]) for row in written(batik, at)["dokumen"]]
    assert ("740", "126-12345675", "2026-12-02") in told
    assert "705" not in {code for code, _, _ in told}
    undated = with_value(batik, "transport.air_waybill_date", None)
    assert ceisa_json(undated, at).missing == ("transport.air_waybill_date",)


def test_by_sea_the_bill_of_lading_is_declared_and_no_air_waybill(at: Circumstances) -> None:
    told = with_value(FOOTWEAR, "transport.bill_of_lading_no", "CTL-1")
    told = with_value(told, "transport.bill_of_lading_date", FOOTWEAR.references.invoice_date)
    told = with_value(told, "transport.air_waybill_no", "12612345675")
    assert [row["kodeDokumen"] for row in written(told, at)["dokumen"]] == ["380", "217", "705", "315"]


def test_a_tariff_number_of_six_digits_is_not_filed(at: Circumstances) -> None:
    made = ceisa_json(with_value(FOOTWEAR, "goods.g1.hs_code", "640399"), at)
    assert (made.data, made.missing) == (None, ("goods.g1.hs_code",))


def test_goods_that_may_owe_a_duty_are_not_filed_without_an_answer(at: Circumstances) -> None:
    told = with_value(FOOTWEAR, "goods.g1.hs_code", "41044100")
    assert "goods.g1.reference_price" in ceisa_json(told, at).missing
    answered = with_value(
        with_value(told, "goods.g1.reference_price", Decimal("1.5")), "goods.g1.export_duty_rate", Decimal(25)
    )
    row = written(answered, at)["barang"][0]
    assert (row["hargaPatokan"], row["barangTarif"][0]["tarif"]) == (Decimal("1.5"), 25)


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("goods.g1.unit_price", "goods.g1.unit_price"),
        ("goods.g1.quantity", "goods.g1.quantity"),
        ("delivery.incoterm", "delivery.incoterm"),
        ("customs.inspection_date", "customs.inspection_date"),
        ("exporter.origin_area", "exporter.origin_area"),
    ],
)
def test_what_is_worked_out_is_asked_for_by_the_answer_it_hangs_on(path: str, asked: str, at: Circumstances) -> None:
    missing = ceisa_json(with_value(FOOTWEAR, path, None), at).missing
    assert asked in missing
    assert [found for found in missing if found.startswith("totals.")] == []
