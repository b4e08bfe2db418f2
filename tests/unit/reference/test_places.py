"""Ports under two code systems, areas and postcodes, held against other sources."""

from __future__ import annotations

import pytest
from lokal import wilayah

from app.reference.customs_pairs import (
    container_size_of,
    customs_incoterm_of,
    customs_port_of,
    customs_unit_of,
    unlocode_of,
)
from app.reference.lists import Lists
from app.reference.postcodes import places_with, postcodes_of

LISTS = Lists()


@pytest.mark.parametrize(
    ("unlocode", "by_sea"),
    [
        *(("IDSUB", "IDTPE"), ("IDSRG", "IDTES"), ("IDUPG", "IDMAK"), ("IDBPN", "IDBPP"), ("IDBDJ", "IDBAN")),
        ("IDPDG", "IDTBR"),
    ],
)
def test_six_towns_have_another_code_at_customs_for_their_seaport_only(unlocode: str, by_sea: str) -> None:
    assert customs_port_of(LISTS, unlocode, "sea") == by_sea
    assert customs_port_of(LISTS, unlocode, "air") == unlocode
    assert customs_port_of(LISTS, unlocode, None) is None
    assert unlocode_of(LISTS, by_sea) == unlocode
    assert LISTS.customs_ports.entries[by_sea].facts["modes"] == "sea"
    assert LISTS.customs_ports.entries[unlocode].facts["modes"] == "air"


def test_other_ports_have_one_code_or_none_at_customs() -> None:
    assert customs_port_of(LISTS, "IDTPP", "sea") == customs_port_of(LISTS, "IDTPP", None) == "IDTPP"
    assert unlocode_of(LISTS, "IDTPP") == "IDTPP"
    assert customs_port_of(LISTS, "NLRTM", "sea") is None
    assert unlocode_of(LISTS, "IDPRN") is None


def test_ports_lie_in_known_countries_and_customs_ports_under_known_offices() -> None:
    for entry in LISTS.ports.entries.values():
        assert entry.code[:2] == entry.facts["country"]
        assert LISTS.countries.find(entry.facts["country"])
        assert set(entry.facts["modes"].split("|")) <= {"sea", "air"}
    for entry in LISTS.customs_ports.entries.values():
        assert LISTS.customs_offices.find(entry.facts["office"]), entry
    assert LISTS.customs_ports.entries["IDTPE"].facts["office"] == "070100"
    assert LISTS.customs_ports.entries["IDSUB"].facts["office"] == "070500"


def test_there_are_124_customs_offices_without_the_two_stray_ones() -> None:
    assert len(LISTS.customs_offices.entries) == 124
    assert not {"060500", "071236"} & set(LISTS.customs_offices.entries)
    assert LISTS.customs_offices.named("071100").id == "KPPBC Jember"
    assert LISTS.customs_offices.meant_by("Panarukan") == "071100"


def test_areas_and_provinces_are_those_of_the_ministry_and_the_one_whole_province_that_customs_lists() -> None:
    provinces = {region.code: region.name for region in wilayah.list_wilayah()}
    assert {code: entry.name.id for code, entry in LISTS.provinces.entries.items()} == provinces
    cities = {city.code.replace(".", ""): city.name for code in provinces for city in wilayah.list_wilayah(code)}
    ours = {code: entry.name.id for code, entry in LISTS.areas.entries.items()}
    assert len(cities) == 514
    assert ours == cities | {"3500": "Provinsi Jawa Timur"}
    assert all(entry.facts["province"] == entry.code[:2] for entry in LISTS.areas.entries.values())


def test_a_postcode_names_its_villages_and_a_city_its_postcodes() -> None:
    places = places_with("61314")
    assert ("Balongsari", "Magersari", "3576") in {(p.village, p.district, p.area) for p in places}
    assert {place.postcode for place in places} == {"61314"}
    assert "61314" in postcodes_of("3576")
    assert places_with("00000") == places_with("Mojokerto") == ()
    assert postcodes_of("9999") == ()


@pytest.mark.parametrize(
    ("unit", "customs"),
    [("PR", "NPR"), ("H87", "PCE"), ("ST", "PCE"), ("BG", "PCE"), ("NMP", "NMP"), ("KGM", "KGM"), ("PCE", None)],
)
def test_units_have_their_own_code_at_customs(unit: str, customs: str | None) -> None:
    assert customs_unit_of(LISTS, unit) == customs


def test_customs_has_the_same_incoterms_but_an_older_one_for_dpu() -> None:
    codes = {code: customs_incoterm_of(LISTS, code) for code in LISTS.incoterms.entries}
    assert codes.pop("DPU") == "DAT"
    assert all(code == customs for code, customs in codes.items())
    assert customs_incoterm_of(LISTS, "DAT") is None


@pytest.mark.parametrize(
    ("container", "feet"), [("22G1", "20"), ("45G1", "40"), ("42G1", "40"), ("L5G1", "45"), ("M5G1", None), ("", None)]
)
def test_the_first_character_of_a_container_type_says_its_length(container: str, feet: str | None) -> None:
    assert container_size_of(container) == feet
    assert feet is None or LISTS.container_sizes.find(feet)
