"""P6: a program killed while it writes papers leaves whole files under their names, and nothing for ever."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.services.files import replace_file, write_numbered

pytestmark = pytest.mark.bar("P6")
ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the printers are forked")
@pytest.mark.parametrize("kills", [20, pytest.param(200, marks=pytest.mark.soak)])
def test_a_kill_leaves_whole_papers_and_what_was_told_is_there(tmp_path: Path, kills: int) -> None:
    command = [sys.executable, "-m", "tests.reliability.pdf.killed_printer", str(tmp_path), str(kills)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found = json.loads(run.stdout)
    print(f"P6: {kills} kills: {found}")
    assert found["papers"] > kills
    assert (found["broken"], found["missing"]) == (0, 0)
    assert found["leftovers"] <= kills
    for paper in sorted((tmp_path / "papers").glob("*.pdf"))[-3:]:
        assert len(PdfReader(paper).pages) >= 1


@pytest.mark.parametrize("write", ["a new paper", "a file of the program's own"])
def test_unfinished_files_of_a_day_ago_are_removed_and_others_left_alone(tmp_path: Path, write: str) -> None:
    names = {".siap-ekspor-old.part": 86_400, ".siap-ekspor-new.part": 10, "letter.part": 86_400, "a.pdf": 86_400}
    for name, age in names.items():
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    if write == "a new paper":
        write_numbered(tmp_path, "paper", ".pdf", b"whole")
    else:
        replace_file(tmp_path / "paper.pdf", b"whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".siap-ekspor-new.part", "a.pdf", "letter.part", "paper.pdf",
    ]  # fmt: skip
