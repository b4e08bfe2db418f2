"""The parties as papers print them."""

from __future__ import annotations

import pytest

from app.domain.derived import Figures
from app.domain.party import Buyer, Consignee, Exporter, NotifyParty
from app.domain.printed_parties import exporter_address, printed_parties
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from tests.conftest import sample_named

BUYER = Buyer(name="VOORBEELD", address="Voorbeeldkade 17", city="Rotterdam", postcode="3011 AA", country="NL")


def roles(at: Circumstances, consignee: Consignee, *notify: NotifyParty) -> list[tuple[str | None, str | None]]:
    shipment = Shipment(buyer=BUYER, consignee=consignee, notify=notify)
    return [(party.roles, party.name) for party in printed_parties(Figures(shipment, at))]


SAME = NotifyParty(id="n1", who="buyer")
BROKER = NotifyParty(id="n2", who="other", name="EXPEDITEUR B.V.")


@pytest.mark.parametrize(
    ("consignee", "notify", "expected"),
    [
        (Consignee(who="buyer"), (SAME,), [("buyer_consignee_notify", "VOORBEELD")]),
        (Consignee(who="buyer"), (), [("buyer_consignee", "VOORBEELD")]),
        (Consignee(), (), [("buyer", "VOORBEELD")]),
        (
            Consignee(who="buyer"),
            (NotifyParty(id="n", who="consignee"),),
            [("buyer_consignee_notify", "VOORBEELD")],
        ),
        (Consignee(who="order"), (SAME,), [("buyer_notify", "VOORBEELD"), ("consignee", "TO ORDER")]),
        (
            Consignee(who="order_of", order_of="MUSTERBANK AG, HAMBURG"),
            (SAME,),
            [("buyer_notify", "VOORBEELD"), ("consignee", "TO ORDER OF MUSTERBANK AG, HAMBURG")],
        ),
        (
            Consignee(who="other", name="LAGERHAUS"),
            (NotifyParty(id="n", who="consignee"), BROKER),
            [("buyer", "VOORBEELD"), ("consignee_notify", "LAGERHAUS"), ("notify", "EXPEDITEUR B.V.")],
        ),
        (Consignee(who="other"), (NotifyParty(id="n", who="other"),), [("buyer", "VOORBEELD")]),
    ],
)
def test_each_firm_is_printed_once_with_all_its_roles(
    consignee: Consignee,
    notify: tuple[NotifyParty, ...],
    expected: list[tuple[str, str]],
    at: Circumstances,
) -> None:
    assert roles(at, consignee, *notify) == expected


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("footwear_rotterdam", "Voorbeeldkade 17\n3011 AA Rotterdam, NETHERLANDS"),
        ("silver_courier_sydney", "Level 3, 1 Example Street\nSydney NSW 2000, AUSTRALIA"),
        ("furniture_hamburg_lc", "Musterstraße 5\n20095 Hamburg, GERMANY"),
        ("keripik_port_klang", "Lot 8, Jalan Contoh 2/3\n40000 Shah Alam, MALAYSIA"),
        ("batik_tokyo", "1-2-3 Mihon-cho, Chuo-ku\nTokyo 103-0000, JAPAN"),
    ],
)
def test_postcodes_stand_where_the_country_writes_them(name: str, address: str, at: Circumstances) -> None:
    assert next(iter(printed_parties(Figures(sample_named(name), at)))).address == address


def test_the_exporters_province_stands_before_the_country(at: Circumstances) -> None:
    figures = Figures(sample_named("footwear_rotterdam"), at)
    assert exporter_address(figures) == (
        "Jl. Contoh Surodinawan No. 12, Kel. Surodinawan, Kec. Prajurit Kulon, Kota Mojokerto 61328\n"
        "Jawa Timur, INDONESIA"
    )


def test_an_address_of_nothing_is_no_address(at: Circumstances) -> None:
    assert exporter_address(Figures(Shipment(exporter=Exporter(name="CV CONTOH")), at)) is None
