"""What the export declaration works out: shares of the FOB value, packages, weights, codes, and what it proposes."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.domain.all_derived import DERIVED, DERIVED_ROWS
from app.domain.customs import CustomsPaper
from app.domain.declaration_goods import MAY_OWE, may_owe
from app.domain.derived import Figures
from app.domain.goods import Permit
from app.domain.packing import Container
from app.domain.proposals import proposals
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.reference.hs_hints import left_out, prefixes
from app.reference.lists import Lists
from tests.conftest import SAMPLES, figures_of, sample_named
from tests.expected import EXPECTED

DECLARED = tuple(name for name in SAMPLES if name != "wallet_post_us")
"""The samples that go with an export declaration; small packets have a consignment note."""


def value(figures: Figures, name: str) -> object:
    return DERIVED[f"declaration.{name}"].work_out(figures)


def rows(figures: Figures, name: str) -> list[object]:
    return list(DERIVED_ROWS[f"declaration.{name}"].work_out(figures))


def column(figures: Figures, table: str, name: str) -> list[object]:
    return [getattr(row, name) for row in rows(figures, table)]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_figure_is_the_expected_one(name: str, at: Circumstances) -> None:
    figures, expected = figures_of(sample_named(name), at), EXPECTED[name]
    assert value(figures, "fob") == expected.fob
    assert value(figures, "freight") == expected.freight
    assert value(figures, "insurance") == expected.insurance
    assert value(figures, "net") == expected.net_weight
    assert value(figures, "gross") == expected.gross_weight
    assert sum(column(figures, "packages", "count")) == expected.packages  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_lines_come_to_the_whole_to_the_last_decimal(name: str, at: Circumstances) -> None:
    figures = figures_of(sample_named(name), at)
    assert sum(column(figures, "goods", "fob")) == value(figures, "fob")  # type: ignore[arg-type]
    assert sum(column(figures, "goods", "net")) == value(figures, "net")  # type: ignore[arg-type]


def test_two_thousand_lines_share_the_fob_value_to_the_cent(at: Circumstances) -> None:
    sample = sample_named("batik_tokyo")
    lines = tuple(replace((sample.goods or ())[n % 2], id=f"x{n}", quantity=Decimal(n + 1)) for n in range(2000))
    figures = figures_of(replace(sample, goods=lines), at)
    assert sum(column(figures, "goods", "fob")) == value(figures, "fob")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "rupiah"), [("footwear_rotterdam", "500940000.00"), ("furniture_hamburg_lc", "503107170.00")]
)
def test_the_fob_value_in_rupiah_follows_the_typed_rate(name: str, rupiah: str, at: Circumstances) -> None:
    sample = sample_named(name)
    assert value(figures_of(sample, at), "fob_rupiah") == Decimal(rupiah)
    without = replace(sample, customs=replace(sample.customs, exchange_rate=None))
    assert value(figures_of(without, at), "fob_rupiah") is None


def test_parties_stand_in_customs_order(at: Circumstances) -> None:
    sample = sample_named("furniture_hamburg_lc")
    broker = replace(sample.broker, name="PT CONTOH PPJK", npwp="0012345674602000")
    figures = figures_of(replace(sample, broker=broker), at)
    assert column(figures, "parties", "role") == ["2", "7", "8", "6", "4"]
    assert column(figures, "parties", "name")[2] == "TO ORDER OF MUSTERBANK AG, HAMBURG"
    assert column(figures, "parties", "identity")[0] == "0845120674602000000000"


def test_an_owner_who_is_nobody_yet_is_left_out(at: Circumstances) -> None:
    sample = sample_named("footwear_rotterdam")
    figures = figures_of(replace(sample, owner=replace(sample.owner, who=None)), at)
    assert "7" not in column(figures, "parties", "role")


def test_invoice_and_packing_list_are_the_first_documents_and_the_contract_the_last(at: Circumstances) -> None:
    sample = sample_named("furniture_hamburg_lc")
    references = replace(sample.references, contract_no="JM-SC-1", contract_date=datetime.date(2026, 11, 2))
    permit = Permit(id="l1", title="Fumigasi", customs_code="857", number="F-1", date=datetime.date(2027, 1, 11))
    first, *others = sample.goods or ()
    goods = (replace(first, permits=(permit,)), *others)
    figures = figures_of(replace(sample, references=references, goods=goods), at)
    assert column(figures, "documents", "code") == ["380", "217", "857", "811", "246", "315"]
    assert column(figures, "documents", "permit")[2] == "g1.l1"


@pytest.mark.parametrize(
    ("container_type", "size", "kind"),
    [("22G1", "20", "1"), ("45G1", "40", "1"), ("L5G1", "45", "1"), ("45R1", "40", "5"), ("22V1", "20", "99")],
)
def test_a_container_has_customs_codes_by_its_type(
    container_type: str, size: str, kind: str, at: Circumstances
) -> None:
    container = Container(id="k1", number="CSQU3054383", type=container_type, status="FCL")
    figures = figures_of(replace(sample_named("footwear_rotterdam"), containers=(container,)), at)
    (row,) = rows(figures, "containers")
    assert (row.size, row.kind, row.status) == (size, kind, "8")  # type: ignore[attr-defined]


def test_a_shared_container_is_not_the_exporters(at: Circumstances) -> None:
    sample = replace(sample_named("keripik_port_klang"), containers=(Container(id="k1", number="CSQU3054383"),))
    assert value(figures_of(sample, at), "containers_count") == 0
    assert value(figures_of(Shipment(), at), "containers_count") is None


def test_mixed_boxes_are_not_weighed_apart(at: Circumstances) -> None:
    sample = sample_named("silver_courier_sydney")
    goods = tuple(replace(line, net_weight=None) for line in sample.goods or ())
    figures = figures_of(replace(sample, goods=goods), at)
    assert column(figures, "goods", "net") == [None, None]
    assert column(figures, "goods", "packages") == [2, 2]


@pytest.mark.parametrize(
    ("hs_code", "owed"),
    [("64039990", Decimal(0))]
    + [(code, None) for code in ("41044100", "18010010", "15162014", "15179090", "15180014", "38231990")],
)
def test_what_may_owe_something_at_export_is_left_open(hs_code: str, owed: Decimal | None, at: Circumstances) -> None:
    sample = sample_named("footwear_rotterdam")
    goods = tuple(replace(line, hs_code=hs_code) for line in sample.goods or ())
    figures = figures_of(replace(sample, goods=goods), at)
    assert value(figures, "owed") == owed
    assert set(column(figures, "goods", "reference_price")) == {owed}


def test_whatever_a_hint_says_may_owe_a_duty_is_asked_about() -> None:
    duties = [entry for entry in Lists().hs_hints.entries.values() if entry.facts["kind"] == "duty"]
    assert len(duties) > 5
    for entry in duties:
        open_ones = [code for code in prefixes(entry) if any(own.startswith(code) for own in MAY_OWE)]
        assert [code for code in prefixes(entry) if code not in open_ones and not may_owe(code)] == []
        assert [code for code in left_out(entry) if may_owe(code.ljust(8, "0"))] == []


@pytest.mark.parametrize(
    ("area", "zone"), [("3576", "+07:00"), ("6471", "+08:00"), ("5171", "+08:00"), ("9471", "+09:00")]
)
def test_officers_come_by_the_clock_of_the_place(area: str, zone: str, at: Circumstances) -> None:
    sample = sample_named("footwear_rotterdam")
    figures = figures_of(replace(sample, exporter=replace(sample.exporter, origin_area=area)), at)
    assert value(figures, "ready_at") == f"2026-12-04T09:00:00{zone}"


def test_dpu_is_told_to_customs_as_dat(at: Circumstances) -> None:
    sample = sample_named("footwear_rotterdam")
    figures = figures_of(replace(sample, delivery=replace(sample.delivery, incoterm="DPU")), at)
    assert value(figures, "incoterm") == "DAT"


def test_a_document_without_a_number_is_none_yet(at: Circumstances) -> None:
    sample = sample_named("footwear_rotterdam")
    customs = replace(sample.customs, documents=(CustomsPaper(id="u1", code="811"),))
    assert "811" not in column(figures_of(replace(sample, customs=customs), at), "documents", "code")


def test_open_answers_are_proposed_and_given_ones_are_not(at: Circumstances) -> None:
    sample = sample_named("footwear_rotterdam")
    assert dict(proposals(figures_of(sample, at))) == {}
    bare = replace(
        sample, customs=Shipment().customs, transport=replace(sample.transport, port_of_loading_customs=None)
    )
    found = dict(proposals(figures_of(bare, at)))
    assert found["transport.port_of_loading_customs"] == "IDTPE"
    assert found["customs.office_of_loading"] == found["customs.office_of_export"] == "070100"
    assert found["customs.inspection_office"] == "071500"
    assert (found["customs.export_type"], found["customs.export_category"]) == ("1", "10")


@pytest.mark.parametrize(
    ("method", "payment", "trade"),
    [
        ("advance", "15", "3"),
        ("lc_sight", "16", "6"),
        ("lc_usance", "6", "7"),
        ("dp", "17", "9"),
        ("mixed", None, None),
    ],
)
def test_the_payment_is_proposed_where_it_is_one_and_asked_where_it_is_mixed(
    method: str, payment: str | None, trade: str | None, at: Circumstances
) -> None:
    sample = sample_named("footwear_rotterdam")
    customs = replace(sample.customs, payment_method=None, trade_method=None)
    told = replace(sample, customs=customs, payment=replace(sample.payment, method=method))
    found = dict(proposals(figures_of(told, at)))
    assert (found.get("customs.payment_method"), found.get("customs.trade_method")) == (payment, trade)


@pytest.mark.parametrize(
    ("bank", "code"),
    [
        ("PT Bank Negara Indonesia (Persero) Tbk, Cabang Mojokerto", "9"),
        ("BNI Syariah KCP Mojokerto", "427"),
        ("bca", "14"),
        ("Bank Jatim, Cabang Mojokerto", "114"),
        ("Bank Contoh", None),
        ("BCA Syariah", None),
        ("Bank Mandiri Taspen", None),
        ("BPR Mandiri Artha", None),
        ("PT BANK MEGA, TBK. KCU SURABAYA", "426"),
    ],
)
def test_the_bank_that_the_buyer_pays_to_is_proposed_where_customs_lists_it(
    bank: str, code: str | None, at: Circumstances
) -> None:
    sample = sample_named("footwear_rotterdam")
    customs = replace(sample.customs, proceeds_bank=None)
    told = replace(sample, customs=customs, bank=replace(sample.bank, name=bank))
    assert dict(proposals(figures_of(told, at))).get("customs.proceeds_bank") == code


@pytest.mark.parametrize("name", DECLARED)
def test_the_samples_answer_all_that_is_proposed(name: str, at: Circumstances) -> None:
    assert dict(proposals(figures_of(sample_named(name), at))) == {}


@pytest.mark.parametrize(("place", "proposed"), [(None, True), ("2", True), ("1", False), ("4", False)])
def test_the_office_of_the_exporters_area_is_proposed_for_his_own_warehouse_alone(
    place: str | None, proposed: bool, at: Circumstances
) -> None:
    sample = sample_named("footwear_rotterdam")
    open_ones = replace(sample.customs, inspection_place=place, inspection_office=None, inspection_address=None)
    found = dict(proposals(figures_of(replace(sample, customs=open_ones), at)))
    assert (found.get("customs.inspection_office") == "071500") == proposed
    assert ("customs.inspection_address" in found) == proposed
