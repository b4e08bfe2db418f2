"""The command line as a person meets it: arguments in, exit code and two streams out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app.cli.main import run
from app.records.shipment_file import FORMAT
from app.services.samples import sample_bytes


class Outcome(NamedTuple):
    """What one command gave."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]
FileMaker = Callable[..., Path]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    """Runs one command with an empty data folder, in English on the fixed day unless ``environment`` says otherwise."""

    def outcome(*arguments: object, **environment: str) -> Outcome:
        given = {
            "SIAP_EKSPOR_LANG": "en",
            "SIAP_EKSPOR_DATA": str(tmp_path / "data"),
            "SOURCE_DATE_EPOCH": "1795478400",
        }
        code = run([str(argument) for argument in arguments], given | environment)
        return Outcome(code, *capsys.readouterr())

    return outcome


@pytest.fixture
def sample_file(tmp_path: Path) -> FileMaker:
    """Writes a sample as a file."""

    def made(name: str) -> Path:
        path = tmp_path / f"{name}.ekspor"
        path.write_bytes(sample_bytes(name))
        return path

    return made


@pytest.fixture
def hand_made(tmp_path: Path) -> FileMaker:
    """Writes a shipment as somebody makes it by hand."""

    def made(**shipment: Any) -> Path:
        path = tmp_path / "hand_made.ekspor"
        path.write_text(json.dumps({"format": FORMAT, "shipment": shipment}), encoding="utf-8")
        return path

    return made
