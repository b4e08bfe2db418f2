"""Cases of the shared rules: a shipment that breaks each, where it is found, and one that does not."""

from __future__ import annotations

import datetime
from decimal import Decimal

from msgspec.structs import replace

from app.domain.customs import CustomsPaper
from app.domain.goods import GoodsLine, Permit
from app.domain.packing import Content, PackageRange, Packing
from app.domain.party import Exporter
from app.domain.paths import with_value
from app.domain.shipment import Shipment
from app.domain.terms import Charge, Delivery
from app.domain.transport import Transport
from tests.conftest import sample_named
from tests.unit.checks.credit_cases import CREDIT_CASES
from tests.unit.checks.other_cases import OTHER_CASES

D = Decimal
FOOTWEAR = sample_named("footwear_rotterdam")


def packed(*rows: PackageRange, goods: tuple[GoodsLine, ...] = ()) -> Shipment:
    return Shipment(goods=goods, packing=Packing(ranges=rows))


def numbers(row_id: str, first: int, last: int) -> PackageRange:
    return PackageRange(id=row_id, first=D(first), last=D(last))


def weighing(net: str, gross: str) -> Shipment:
    return packed(PackageRange(id="p", first=D(1), last=D(2), net_each=D(net), gross_each=D(gross)))


def priced(*charges: Charge, term: str = "FOB") -> Shipment:
    line = GoodsLine(id="a", quantity=D(1), unit_price=D(100))
    return Shipment(goods=(line,), delivery=Delivery(incoterm=term), charges=charges)


def going(mode: str, term: str, load: str | None = None) -> Shipment:
    return Shipment(transport=Transport(mode=mode, load=load), delivery=Delivery(incoterm=term))


def permit(first: str, last: str) -> Shipment:
    days = map(datetime.date.fromisoformat, (first, last))
    row = Permit(id="q", date=next(days), valid_until=next(days))
    return Shipment(goods=(GoodsLine(id="a", permits=(row,)),))


def beside(*papers: CustomsPaper) -> Shipment:
    return with_value(FOOTWEAR, "customs.documents", papers)


def exported_by(name: str, npwp: str) -> Shipment:
    return Shipment(exporter=Exporter(name=name, npwp=npwp))


SAILED = with_value(FOOTWEAR, "transport.departure", datetime.date(2026, 11, 23))
LINE = GoodsLine(id="a", quantity=D(10), net_weight=D(20))
TEN = PackageRange(id="p", first=D(1), last=D(2), net_each=D(10), contents=(Content(id="c", line="a", each=D(5)),))
MIXED = replace(TEN, contents=(*(TEN.contents or ()), Content(id="d", line="b", each=D(1))))

# Rule -> (a shipment that breaks it, the path where it is found, a shipment that does not).
CASES: dict[str, tuple[Shipment, str, Shipment]] = {
    "net_not_above_gross": (weighing("10.1", "10"), "packing.ranges.p.net_each", weighing("10", "10")),
    "packed_equals_invoiced": (
        packed(TEN, goods=(replace(LINE, quantity=D(11)),)),
        "goods.a.quantity",
        packed(TEN, goods=(LINE,)),
    ),
    "line_weights_match_packages": (
        packed(TEN, goods=(replace(LINE, net_weight=D(21)),)),
        "goods",
        packed(TEN, goods=(LINE,)),
    ),
    "gross_weight_is_positive": (weighing("0", "0"), "packing.ranges", weighing("0", "0.1")),
    "package_numbers_run_on": (packed(numbers("p", 5, 4)), "packing.ranges.p.last", packed(numbers("p", 5, 5))),
    "package_numbers_once": (
        packed(numbers("q", 3, 7), numbers("p", 1, 3)),
        "packing.ranges.q.first",
        packed(numbers("q", 4, 7), numbers("p", 1, 3)),
    ),
    "contents_name_a_line": (packed(TEN), "packing.ranges.p.contents.c.line", packed(TEN, goods=(LINE,))),
    "dates_possible": (
        with_value(FOOTWEAR, "transport.arrival", datetime.date(2026, 12, 9)),
        "transport.arrival",
        with_value(FOOTWEAR, "transport.arrival", datetime.date(2026, 12, 10)),
    ),
    "dates_usual": (
        with_value(FOOTWEAR, "references.contract_date", datetime.date(2026, 12, 3)),
        "references.invoice_date",
        FOOTWEAR,
    ),
    "permits_not_ended": (
        permit("2026-12-02", "2026-12-01"),
        "goods.a.permits.q.valid_until",
        permit("2026-12-02", "2026-12-02"),
    ),
    "incoterm_fits_mode": (going("air", "FOB"), "delivery.incoterm", going("air", "FCA")),
    "incoterm_fits_container": (going("sea", "CFR", "LCL"), "delivery.incoterm", going("sea", "CFR")),
    "npwp_of_a_firm": (
        exported_by("CV. Contoh Jaya", "3576010101900001"),
        "exporter.npwp",
        exported_by("Contoh Jaya, PT", "0012345674602000"),
    ),
    "npwp_of_a_person": (
        exported_by("UD Contoh", "0012345674602000"),
        "exporter.npwp",
        exported_by("U.D. Contoh", "3576010101900001"),
    ),
    "discounts_below_total": (
        priced(Charge(id="c", kind="discount", amount=D(101), place="on_invoice")),
        "charges",
        priced(Charge(id="c", kind="discount", amount=D(100), place="on_invoice")),
    ),
    "customs_proposals": (
        with_value(FOOTWEAR, "customs.export_type", None),
        "customs.export_type",
        FOOTWEAR,
    ),
    "levies_may_apply": (
        with_value(FOOTWEAR, "goods.g1.hs_code", "41044100"),
        "goods.g1.hs_code",
        FOOTWEAR,
    ),
    "peb_filing_window": (
        with_value(FOOTWEAR, "customs.signing_date", datetime.date(2026, 12, 2)),
        "customs.signing_date",
        FOOTWEAR,
    ),
    "peb_rate_of_the_week": (
        with_value(FOOTWEAR, "customs.exchange_rate_date", datetime.date(2026, 11, 26)),
        "customs.exchange_rate_date",
        with_value(FOOTWEAR, "customs.exchange_rate_date", datetime.date(2026, 11, 27)),
    ),
    "peb_office_of_the_port": (
        with_value(FOOTWEAR, "customs.office_of_loading", "070500"),
        "customs.office_of_loading",
        FOOTWEAR,
    ),
    "peb_term_renamed": (going("sea", "DPU"), "delivery.incoterm", going("sea", "DAP")),
    "peb_currency_listed": (Shipment(currency="ZWG"), "currency", Shipment(currency="EUR")),
    "peb_documents_once": (
        beside(CustomsPaper(id="a", code="851", number="K-1"), CustomsPaper(id="b", code="851", number="k-1")),
        "customs.documents",
        beside(CustomsPaper(id="a", code="851", number="K-1"), CustomsPaper(id="b", code="853", number="K-1")),
    ),
    "peb_documents_before_filing": (
        with_value(FOOTWEAR, "references.packing_list_date", datetime.date(2026, 12, 4)),
        "customs.signing_date",
        with_value(FOOTWEAR, "transport.bill_of_lading_date", datetime.date(2026, 12, 11)),
    ),
    "peb_bill_of_lading_due": (
        with_value(SAILED, "transport.bill_of_lading_no", None),
        "transport.bill_of_lading_no",
        with_value(SAILED, "transport.bill_of_lading_no", "CTL-1"),
    ),
    "peb_parcel_category": (
        with_value(FOOTWEAR, "customs.as_parcel", "yes"),
        "customs.export_category",
        sample_named("silver_courier_sydney"),
    ),
    "peb_bonded_place": (
        with_value(FOOTWEAR, "customs.inspection_place", "6"),
        "customs.inspection_place",
        with_value(with_value(FOOTWEAR, "customs.inspection_place", "6"), "customs.export_category", "41"),
    ),
    "peb_facility_named": (
        with_value(FOOTWEAR, "customs.export_category", "41"),
        "customs.facility",
        with_value(with_value(FOOTWEAR, "customs.export_category", "41"), "customs.facility", "Kawasan berikat"),
    ),
    "peb_packages_by_line": (
        packed(MIXED, goods=(LINE, replace(LINE, id="b"))),
        "packing.ranges",
        packed(TEN, goods=(LINE,)),
    ),
    "peb_payment_named": (
        with_value(FOOTWEAR, "customs.payment_method", "9"),
        "customs.payment_method",
        FOOTWEAR,
    ),
    "price_parts_below_total": (
        priced(Charge(id="c", kind="freight", amount=D(101), place="in_price"), term="CFR"),
        "charges",
        priced(Charge(id="c", kind="freight", amount=D(100), place="in_price"), term="CFR"),
    ),
    "exworks_exporter_declares": (going("sea", "EXW"), "delivery.incoterm", going("sea", "FCA")),
    "named_place_on_its_side": (
        with_value(FOOTWEAR, "delivery.place", "Rotterdam"),
        "delivery.place",
        with_value(FOOTWEAR, "delivery.place", "Tanjung Perak"),
    ),
    "freight_terms_fit_incoterm": (
        with_value(FOOTWEAR, "transport.freight_terms", "prepaid"),
        "transport.freight_terms",
        with_value(FOOTWEAR, "transport.freight_terms", "collect"),
    ),
    "invoice_lines_fit_incoterm": (
        priced(Charge(id="c", kind="freight", amount=D(5), place="on_invoice")),
        "charges.c.kind",
        priced(Charge(id="c", kind="freight", amount=D(5), place="outside")),
    ),
    "duty_paid_needs_importer": (going("air", "DDP"), "delivery.incoterm", going("air", "DAP")),
    "description_is_no_bare_word": (
        Shipment(goods=(GoodsLine(id="a", description="Gift / samples"),)),
        "goods.a.description",
        Shipment(goods=(GoodsLine(id="a", description="SPARE PARTS FOR BICYCLES"),)),
    ),
    "wood_names_its_species": (
        Shipment(goods=(GoodsLine(id="a", hs_code="94036090"),)),
        "goods.a.hs_code",
        Shipment(goods=(GoodsLine(id="a", hs_code="94036090", species="Tectona grandis"),)),
    ),
    **CREDIT_CASES,
    **OTHER_CASES,
}
