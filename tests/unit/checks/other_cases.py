"""Rule about terms, names, places and papers -> a shipment that breaks it, and one that does not."""

from __future__ import annotations

from tests.unit.checks.told import Case, line, line_of, one_of, told

CIF = {"delivery__incoterm": "CIF", "currency": "EUR", "goods": line(quantity="10", unit_price="10")}
PEOPLE = "exporter.nik"
GSP = "The exporter of the products covered by this document (REX IDREX001) declares preferential origin"

PARCEL = {"id": "p", "first": "1", "last": "1"}

FOB_COSTS = [
    {"id": kind, "kind": kind, "amount": amount, "place": "outside"}
    for kind, amount in (("inland", "60"), ("export_clearance", "10"), ("loading", "30"))
]


def line_costs(path: str, rows: list[dict[str, str]], breaks: str, keeps: str) -> Case:
    """Costs beside one line's price FOB."""
    lines = [line(quantity="1", unit_price=price) for price in (breaks, keeps)]
    both = {"currency": "EUR", "delivery__incoterm": "FOB", path: rows}
    return Case(told(goods=lines[0], **both), path, told(goods=lines[1], **both))


OTHER_CASES: dict[str, Case] = {
    "line_discount_below_price": line_of("discount", "101", "100", quantity="10", unit_price="10"),
    "insured_for_enough": one_of("insurance.amount", "109.99", "110", insurance__currency="EUR", **CIF),
    "insured_in_invoice_currency": one_of("insurance.currency", "USD", "EUR", **CIF),
    "cover_fits_incoterm": one_of("insurance.cover", "c", "air", delivery__incoterm="CIP"),
    "place_without_its_term": one_of("delivery.place", "FOB Tanjung Perak", "Tanjung Perak"),
    "edition_is_of_2020": one_of("payment.terms", "T/T, Incoterms® 2010", "T/T, Incoterms® 2020"),
    "term_is_of_today": one_of("letter_of_credit.incoterm", "C&F HAMBURG", "CFR HAMBURG"),
    "nik_is_the_npwp_of_a_person": one_of(
        PEOPLE, "3576010101900002", "3576010101900001", exporter__name="UD Contoh", exporter__npwp="3576010101900001"
    ),
    "owner_is_somebody_else": one_of(
        "owner.npwp", "0012345674602000", "0098765434602000", owner__who="other", exporter__npwp="0012345674602000"
    ),
    "account_in_the_exporters_name": one_of(
        "bank.account_name", "BUDI CONTOH", "CONTOH JAYA CV", exporter__name="CV. Contoh Jaya"
    ),
    "one_firm_one_spelling": one_of(
        "consignee.name", "MUSTER GMBH.", "HAFEN GMBH", consignee__who="other", buyer__name="Muster GmbH"
    ),
    "account_takes_the_currency": one_of("bank.account_currency", "IDR", "USD", currency="USD"),
    "first_six_digits_agree": line_of("destination_hs_code", "6403919800", "6403990000", hs_code="64039990"),
    "marks_count_the_packages": one_of(
        "packing.marks",
        "VS\nC/NO. 1-191",
        "VS\nC/NO. 1-190",
        packing__ranges=[{"id": "p", "first": "1", "last": "190"}],
    ),
    "peb_hs_listed": line_of("hs_code", "64999999", "64039990"),
    "peb_payment_agrees": one_of("customs.payment_method", "16", "13", payment__method="advance"),
    "peb_port_of_destination": one_of(
        "transport.country_of_destination", "DE", "NL", transport__port_of_discharge_code="NLRTM"
    ),
    "peb_document_listed": Case(
        told(customs__documents=[{"id": "d", "code": "952"}]),
        "customs.documents.d.code",
        told(customs__documents=[{"id": "d", "code": "999"}]),
    ),
    "peb_export_day": one_of("customs.export_date", "2026-12-08", "2026-12-10", transport__departure="2026-12-10"),
    "peb_submission_number": one_of(
        "customs.submission_no", "000020CONTOH20261203000041", "000030CONTOH20261203000041"
    ),
    "goods_leave_from_here": one_of("transport.port_of_loading_code", "SGSIN", "IDSUB"),
    "places_of_the_journey_differ": one_of(
        "transport.port_of_discharge_code", "IDSUB", "SGSIN", transport__port_of_loading_code="IDSUB"
    ),
    "final_place_is_abroad": one_of(
        "transport.place_of_delivery", "Surabaya", "Utrecht", transport__port_of_loading="Tanjung Perak, Surabaya"
    ),
    "origin_certified_in_time": one_of(
        "references.certificate_of_origin_date", "2026-12-14", "2026-12-13", transport__departure="2026-12-10"
    ),
    "goods_are_of_here": line_of("origin_country", "CN", "ID"),
    "shoes_are_counted_in_pairs": line_of("unit", "H87", "PR", hs_code="64039990"),
    "destination_reads_on_invoice": Case(
        told(transport__country_of_destination="US", exporter__signatory="Rina", goods=line(hs_code="62052000")),
        "goods.a.composition",
        told(
            transport__country_of_destination="US",
            exporter__signatory="Rina",
            goods=line(hs_code="62052000", composition="100% cotton"),
        ),
    ),
    "egypt_reads_the_acid": Case(
        told(transport__country_of_destination="EG", statements=[{"id": "s", "text": "ACID 123"}]),
        "transport.country_of_destination",
        told(transport__country_of_destination="EG", statements=[{"id": "s", "text": "ACID 1234567890123456789"}]),
    ),
    "ladder_above_zero": line_costs("charges", FOB_COSTS, "99.99", "100"),
    "costs_within_fob": line_costs("costs", [{"id": "c", "kind": "labour", "amount": "100"}], "99.99", "100"),
    "note_for_parcels": one_of("transport.mode", "air", "courier"),
    "note_of_a_firm_up_to_30_kg": Case(
        told(
            transport__mode="courier", exporter__nib="1234567890123", packing__ranges=[PARCEL | {"gross_each": "30.5"}]
        ),
        "packing.ranges",
        told(transport__mode="courier", exporter__nib="1234567890123", packing__ranges=[PARCEL | {"gross_each": "30"}]),
    ),
    "textiles_name_their_maker": Case(
        told(transport__country_of_destination="US", goods=line(hs_code="62052000")),
        "transport.country_of_destination",
        told(
            transport__country_of_destination="US",
            goods=line(hs_code="62052000"),
            statements=[{"id": "s", "text": "MID: IDCONBAT45MOJ"}],
        ),
    ),
    "preference_has_its_statement": Case(
        told(transport__country_of_destination="NL", customs__preference_wanted="yes", transport__arrival="2026-12-20"),
        "customs.preference_wanted",
        told(transport__country_of_destination="NL", customs__preference_wanted="yes", transport__arrival="2027-01-20"),
    ),
    "origin_statement_still_counts": Case(
        told(
            transport__country_of_destination="NL",
            transport__mode="sea",
            transport__departure="2026-11-16",
            statements=[{"id": "s", "text": GSP}],
        ),
        "statements.s.text",
        told(
            transport__country_of_destination="NL",
            transport__mode="sea",
            transport__departure="2026-11-10",
            transport__arrival="2026-12-20",
            statements=[{"id": "s", "text": GSP}],
        ),
    ),
}
