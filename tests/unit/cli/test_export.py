"""``siap-ekspor export``: a file for others, or what it lacks in the person's words."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from app.domain.paths import with_value
from app.exchange.ceisa_header import PLACEHOLDER
from app.records.shipment_file import ShipmentFile, read_shipment, write_shipment
from tests.unit.cli.conftest import Command, FileMaker


def test_the_export_declaration_is_written_as_customs_file(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    out = tmp_path / "peb.json"
    outcome = command("export", sample_file("footwear_rotterdam"), "--format", "ceisa-json", "--out", out)
    assert (outcome.code, outcome.out.strip(), outcome.err) == (0, str(out), "")
    assert json.loads(out.read_text(encoding="utf-8"))["kodeDokumen"] == "30"


def test_a_file_that_is_there_is_not_written_over(command: Command, sample_file: FileMaker, tmp_path: Path) -> None:
    out = tmp_path / "peb.json"
    out.write_text("mine", encoding="utf-8")
    outcome = command("export", sample_file("footwear_rotterdam"), "--format", "ceisa-json", "--out", out)
    assert outcome.code == 2
    assert out.read_text(encoding="utf-8") == "mine"


def test_a_placeholder_for_the_submission_number_is_told(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    outcome = command("export", sample_file("batik_tokyo"), "--format", "ceisa-json", "--out", tmp_path / "peb.json")
    assert outcome.code == 0
    assert PLACEHOLDER in outcome.err


def test_what_is_missing_is_listed_and_nothing_is_written(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    out = tmp_path / "peb.json"
    outcome = command("export", sample_file("wallet_post_us"), "--format", "ceisa-json", "--out", out)
    assert (outcome.code, outcome.out, out.exists()) == (1, "", False)
    assert "customs office of loading" in outcome.err
    assert "Goods 1, Brand" in outcome.err
    assert "customs." not in outcome.err


def test_a_file_with_errors_in_it_is_written_and_their_number_told(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    file, out = sample_file("footwear_rotterdam"), tmp_path / "peb.json"
    shipment = read_shipment(file.read_bytes()).shipment
    day = shipment.transport.departure
    assert day is not None
    arrived = with_value(shipment, "transport.arrival", day - datetime.timedelta(days=1))
    file.write_bytes(write_shipment(ShipmentFile(arrived)))
    outcome = command("export", file, "--format", "ceisa-json", "--out", out)
    assert (outcome.code, out.exists()) == (0, True)
    assert "in this shipment: 1." in outcome.err


def test_a_format_that_is_none_is_told_with_those_there_are(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    outcome = command("export", sample_file("batik_tokyo"), "--format", "fax", "--out", tmp_path / "x")
    assert outcome.code == 2
    assert "ceisa-json" in outcome.err
