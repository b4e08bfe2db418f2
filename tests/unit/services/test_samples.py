"""The samples: all six cases, whole, readable, written the one way."""

from __future__ import annotations

import pytest

from app.records.shipment_file import read_shipment, write_shipment
from app.services.obstacle import Obstacle
from app.services.samples import sample_bytes, sample_titles
from tests.expected import EXPECTED

CASES = {
    *("batik_tokyo", "footwear_rotterdam", "furniture_hamburg_lc"),
    *("keripik_port_klang", "silver_courier_sydney", "wallet_post_us"),
}


def test_the_six_cases_are_the_samples() -> None:
    assert set(sample_titles()) == CASES == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_sample_is_titled_in_both_languages(name: str) -> None:
    title = sample_titles()[name]
    assert title.id
    assert title.en
    assert title.id != title.en


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_sample_is_written_as_the_program_writes_it(name: str) -> None:
    data = sample_bytes(name)
    assert write_shipment(read_shipment(data)) == data


@pytest.mark.parametrize("name", ["nothing", "", "../samples/batik_tokyo", "batik_tokyo.ekspor"])
def test_an_unknown_sample_is_told_with_all_names(name: str) -> None:
    with pytest.raises(Obstacle) as caught:
        sample_bytes(name)
    assert all(known in caught.value.into("id") for known in CASES)
