"""HS codes on the command line."""

from __future__ import annotations

import json

import pytest

from tests.unit.cli.conftest import Command


@pytest.mark.parametrize("language", ["id", "en"])
def test_codes_are_given_best_first_with_certainty_and_reason(command: Command, language: str) -> None:
    code, out, err = command("hs", "dompet", "kulit", "--limit", "3", "--json", SIAP_EKSPOR_LANG=language)
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert told["schema"] == 1
    assert told["lists"]["hs6"].startswith("HS 2022")
    assert 1 <= len(told["results"]) <= 3
    first = told["results"][0]
    assert {"code", "text", "certainty", "why"} <= set(first)
    assert (first["code"], first["certainty"]) == ("42023100", "high")
    assert "leather" in first["text"]


def test_the_answer_for_reading_ends_with_where_to_make_sure(command: Command) -> None:
    code, out, err = command("hs", "wayang", "kulit")
    assert (code, err) == (0, "")
    assert "4205.00.90  " in out
    assert "Not sure, ask a customs broker" in out
    assert "What decides: leather decoration → 4205" in out
    assert out.splitlines()[-1].startswith("These are suggestions, not a ruling. Compare at INSW")


@pytest.mark.parametrize("query", ["rotan mentah", "sepatu kulit"])
def test_bans_and_duties_are_told_with_their_certainty_and_end_at_insw(command: Command, query: str) -> None:
    told = json.loads(command("hs", *query.split(), "--json", SIAP_EKSPOR_LANG="id").out)
    assert told["advice"].endswith("di INSW")
    hints = told["results"][0]["hints"]
    assert all({"kind", "text", "authority", "certainty", "basis", "date"} <= set(hint) for hint in hints)
    assert [hint["kind"] for hint in hints][:1] == (["ban"] if query == "rotan mentah" else ["permit"])
    assert told["lists"]["hs_hints"] == "2026-11-24"
    lines = command("hs", *query.split(), SIAP_EKSPOR_LANG="id").out.splitlines()
    assert lines[-2] == told["advice"]
    assert any(hints[0]["text"] in line for line in lines)


def test_what_several_codes_have_in_common_is_said_once_and_in_one_language(command: Command) -> None:
    out = command("hs", "sepatu", "kulit", SIAP_EKSPOR_LANG="id").out
    assert out.count("SATS-LN dan CITES") == 1
    assert "Catatannya sama dengan kode di atas" in out
    assert "Dari pengetahuan umum, per 24 November 2026" in out
    assert "general knowledge" not in out


def test_nothing_found_is_told_and_ends_with_1(command: Command) -> None:
    assert command("hs", "xyzzyq") == (1, "Nothing fits. Try a more general word, or ask a customs broker\n", "")
    assert json.loads(command("hs", "xyzzyq", "--json").out)["results"] == []


@pytest.mark.parametrize("limit", ["0", "-1", "x", "²", "10000"])
def test_a_limit_that_is_none_is_told(command: Command, limit: str) -> None:
    code, out, err = command("hs", "kopi", f"--limit={limit}")
    assert (code, out) == (2, "")
    assert "1 to 999" in err
