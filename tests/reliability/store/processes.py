"""Modules of these tests run as processes of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="forks, signals and limits are POSIX here")


def report_of(module: str, *arguments: object, seconds: float = 900) -> dict[str, Any]:
    """The JSON that a module prints; its errors fail the test."""
    command = [sys.executable, "-m", f"tests.reliability.store.{module}", *map(str, arguments)]
    root = Path(__file__).parents[3]
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False, cwd=root)
    assert done.stderr == ""
    report: dict[str, Any] = json.loads(done.stdout)
    return report
