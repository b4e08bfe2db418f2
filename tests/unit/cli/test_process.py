"""``python -m app`` as a real process: streams, code pages, pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.services.samples import sample_bytes

ROOT = Path(__file__).parents[3]


def start(*arguments: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the program in another folder, with warnings as errors and nothing of this process's settings."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT", "TEMP")}
    given = {"PYTHONPATH": str(ROOT), "SIAP_EKSPOR_DATA": str(cwd / "data"), "SIAP_EKSPOR_LANG": "en"}
    command = [sys.executable, "-W", "error", "-m", "app", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=kept | given | environment, capture_output=True, check=False)


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437:strict", "utf-8"])
def test_a_console_with_another_code_page_breaks_nothing(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "見本 größe.ekspor").write_bytes(sample_bytes("batik_tokyo"))
    asked = ("pdf", "見本 größe.ekspor", "--out", "keluaran 見本", "--doc", "commercial_invoice")
    run = start(*asked, cwd=tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="1")
    assert b"Traceback" not in run.stderr
    assert run.returncode in (0, 1)
    assert (tmp_path / run.stdout.decode().rstrip()).read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_json_comes_as_utf_8_whatever_the_console(tmp_path: Path, encoding: str) -> None:
    shipment = {"goods": [{"id": "a"}], "typed": {"references.invoice_date": "明日"}}
    text = json.dumps({"format": "siap-ekspor-shipment", "shipment": shipment})
    (tmp_path / "a.ekspor").write_text(text, encoding="utf-8")
    run = start("check", "a.ekspor", "--json", cwd=tmp_path, PYTHONIOENCODING=encoding)
    assert (run.returncode, run.stderr) == (1, b"")
    assert any("明日" in problem["message"] for problem in json.loads(run.stdout.decode())["problems"])


def test_exit_codes_and_streams_are_those_of_the_process(tmp_path: Path) -> None:
    (tmp_path / "a.ekspor").write_bytes(sample_bytes("footwear_rotterdam"))
    fine = start("check", "a.ekspor", cwd=tmp_path)
    assert (fine.returncode, fine.stderr) == (0, b"")
    (tmp_path / "b.ekspor").write_bytes(b"nonsense")
    refused = start("check", "b.ekspor", cwd=tmp_path)
    assert (refused.returncode, refused.stdout, refused.stderr.count(b"\n")) == (2, b"", 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.ekspor", "b.ekspor"]


def test_a_reader_who_has_seen_enough_gets_no_traceback(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SIAP_EKSPOR_DATA": str(tmp_path / "data")}
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "schema"],
        cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr as stream:
        assert stream.read() == b""
    assert process.wait() == 1


def test_a_paper_is_the_same_in_another_process_and_another_place_on_earth(tmp_path: Path) -> None:
    (tmp_path / "a.ekspor").write_bytes(sample_bytes("footwear_rotterdam"))
    made = []
    for zone, seed in (("Asia/Jakarta", "1"), ("America/Los_Angeles", "2")):
        asked = ("pdf", "a.ekspor", "--out", f"out{seed}", "--doc", "packing_list")
        run = start(*asked, cwd=tmp_path, TZ=zone, PYTHONHASHSEED=seed, SOURCE_DATE_EPOCH="1795478400")
        assert run.returncode == 0
        made.append((tmp_path / run.stdout.decode().rstrip()).read_bytes())
    assert made[0] == made[1]
