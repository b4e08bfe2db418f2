"""From the interpreter's start to the first paint: the program on an empty and on a filled folder, beside bare Qt."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from app.records.shipment_file import read_shipment
from app.services.program import start
from app.services.samples import sample_bytes, sample_titles
from app.services.settings import Settings, write_settings
from app.services.shipment_list import add_shipment, summariser
from app.services.storage_thread import store_path
from app.store.store import open_store
from tests.benchmarks.ratio import Ratio

GOAL, SLACK = 1.25, 1.2

_MODULE = "import sys; from tests.benchmarks import first_paint; "
BARE = (_MODULE + "first_paint.bare()",)
_OURS = _MODULE + "first_paint.ours(sys.argv[1])"


class FirstPaint(NamedTuple):
    """One start: seconds of processor time until then, and the modules imported by then."""

    seconds: float
    modules: frozenset[str]


def starts(runs: int) -> Iterator[Ratio]:
    """Medians of fresh processes that take turns."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        empty, full = Path(folder) / "none", Path(folder) / "filled"
        filled(full)
        commands = (BARE, ours(empty), ours(full))
        times: list[list[float]] = [[] for _ in commands]
        for run in range(-1, runs):
            for command, found in zip(commands, times, strict=True):
                seconds = first_paint(command).seconds
                # The first run reads the files from the disk.
                if run >= 0:
                    found.append(seconds)
    bare, first, again = (median(found) for found in times)
    for name, seconds in (("start", first), ("start.filled", again)):
        yield Ratio(name, seconds / bare, GOAL, SLACK, note=f"{seconds * 1000:.0f} ms, bare {bare * 1000:.0f}")


def ours(folder: Path) -> tuple[str, ...]:
    """What starts the program on a folder."""
    return (_OURS, str(folder))


def first_paint(command: tuple[str, ...]) -> FirstPaint:
    """Start a fresh process and wait for its first paint."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", *command], check=True, capture_output=True, env=environment)
    told = json.loads(done.stdout)
    return FirstPaint(told["seconds"], frozenset(told["modules"]))


def filled(folder: Path) -> None:
    """Make the data folder of somebody who has worked with the program: settings, and all samples as shipments."""
    write_settings(folder, Settings(language="en", text_size=110))
    program = start(folder)
    summarise = summariser(program, program.circumstances(datetime.date(2026, 11, 24), "en"))
    store = open_store(store_path(folder), lambda: datetime.datetime(2026, 11, 24, 8, tzinfo=datetime.UTC))
    for sample in sample_titles():
        add_shipment(store, read_shipment(sample_bytes(sample)), None, summarise)
    store.close()
