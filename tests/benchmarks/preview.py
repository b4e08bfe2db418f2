"""From a letter typed to the new page on the screen, and what a page alone takes beside one frame of the screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from app.records.shipment_file import ShipmentFile, read_shipment, write_shipment
from app.services.samples import sample_bytes
from tests.benchmarks.invoice_text import invoice_sheet, invoice_text
from tests.benchmarks.papers import paper
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.shipment_text import shipment

FRAME = 1 / 60
WIDTH = 448
"""Pixels of the sheet beside the page, in a window of usual size."""

_CHILD = "import sys; from tests.benchmarks.typed_letter import main; main(sys.argv[1], sys.argv[2], int(sys.argv[3]))"


def letter_to_paper(lines: int, runs: int, goal: float) -> Iterator[Ratio]:
    """The real window: a letter typed, until the new page is painted; beside that page generated and rasterised."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "long.ekspor"
        sample = read_shipment(sample_bytes("footwear_rotterdam")).shipment
        file.write_bytes(write_shipment(ShipmentFile(shipment(sample, lines, 1))))
        command = [sys.executable, "-c", _CHILD, str(Path(folder) / "data"), str(file), str(runs)]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(command, check=True, capture_output=True, env=environment)
    found = json.loads(done.stdout)
    typed, alone = float(found["typed"]), float(found["alone"])
    yield Ratio("preview", typed / alone, goal, note=f"{typed * 1000:.1f} ms, alone {alone * 1000:.1f}")


def page_to_frame(lines: int, runs: int) -> Iterator[Ratio]:
    """Ready text to PDF to the picture of its first page, beside the time of one frame at 60 Hz."""
    from app.ui.live_paper import rasterised  # Qt, for this row only

    times = []
    for run in range(-1, runs):
        sheet = invoice_sheet(invoice_text(lines, run + lines))
        began = time.perf_counter()
        rasterised(paper(sheet), 0, WIDTH)
        if run >= 0:
            times.append(time.perf_counter() - began)
    taken = median(times)
    yield Ratio("preview.frame", taken / FRAME, 1.0, note=f"{taken * 1000:.1f} ms")
