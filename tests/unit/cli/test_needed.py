"""``siap-ekspor documents`` says which papers a shipment needs, as JSON and as text."""

from __future__ import annotations

import json

import pytest

from tests.conftest import SAMPLES
from tests.unit.advice.expected import SAMPLE_PAPERS
from tests.unit.cli.conftest import Command, FileMaker

MARKS = {"needed": "", "perhaps": "?", "not_here": "-"}
KEYS = {
    *("id", "title", "need", "rules", "why", "issuer", "step", "step_title", "by", "needs", "drafted_by", "first"),
    *("questions", "ask", "choices"),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_json_has_the_papers_of_the_table_with_their_sources(
    command: Command, sample_file: FileMaker, name: str
) -> None:
    needed = json.loads(command("documents", sample_file(name), "--json").out)["needed"]
    assert {row["id"]: MARKS[row["need"]] + " ".join(row["rules"]) for row in needed} == SAMPLE_PAPERS[name]
    for row in needed:
        assert set(row) == KEYS
        assert all(reason["source"] and reason["certainty"] in "HMK" for reason in row["why"])


def test_the_text_tells_the_steps_in_order_with_days_and_what_decides(command: Command, sample_file: FileMaker) -> None:
    out = command("documents", sample_file("footwear_rotterdam"), SIAP_EKSPOR_LANG="id").out
    told = out.split("\n\n", 1)[1]
    assert told.startswith("Dokumen yang diperlukan, menurut aturan yang dilihat 24 November 2026\n")
    assert "Sebelum PEB, sekitar 3 Desember 2026\n" in told
    assert told.index("Sebelum PEB") < told.index("Setelah berangkat")
    assert "Pernyataan asal barang: tidak dipakai. Keringanan UE (GSP)" in told
    assert "Cap ISPM 15 pada kemasan kayu: mungkin." in told
    assert "Tergantung: " in told
    assert "drafnya dibuat di sini" in told


def test_an_empty_shipment_is_told_which_answers_make_the_list_longer(command: Command, hand_made: FileMaker) -> None:
    out = command("documents", hand_made(), SIAP_EKSPOR_LANG="en").out
    assert "This list grows once you fill in: " in out.splitlines()[-1]
