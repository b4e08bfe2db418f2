"""How the worker is started: the same program with one switch, and little of the environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import app

SWITCH: Final = "--worker"
# Where the system keeps its libraries, its fonts and the person's own; no PYTHON*, no proxies, no secrets.
_KEPT: Final = ("PATH", "SYSTEMROOT", "WINDIR", "HOME", "USERPROFILE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def worker_command() -> list[str]:
    """The program to run and its arguments."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    home = str(Path(app.__path__[0]).parent)
    places = [*filter(None, sys.path), *([] if home in sys.path else [home])]
    start = f"import sys; sys.path[:] = {places!r}; from app.__main__ import main; sys.exit(main())"
    # Isolated, or a file called json.py in the folder one stands in would become part of the worker.
    return [sys.executable, "-I", "-B", "-c", start, SWITCH]


def worker_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """What of ``environment`` the worker sees."""
    return {name: value for name, value in environment.items() if name.upper() in _KEPT}
