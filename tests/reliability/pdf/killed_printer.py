"""A process that forks printers, kills them while they write papers, and looks at what stands in the folder then.

``python -m tests.reliability.pdf.killed_printer FOLDER KILLS`` prints as JSON how many papers there were after the
last kill, how many of them were broken, how many that had been told of are missing, and how many leftovers there are.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from msgspec.structs import replace

from app.services.files import write_numbered
from app.services.papers import PaperMaker, papers_asked
from app.services.program import start
from tests.conftest import TODAY, sample_named
from tests.reliability.templates.own import FONTS


def print_until_killed(papers: dict[str, bytes], folder: Path, pipe: int) -> None:
    """Write papers without end, and tell of each that was written."""
    while True:
        for stem, pdf in papers.items():
            os.write(pipe, f"{write_numbered(folder, stem, '.pdf', pdf).name}\n".encode())


def printed_until_killed(papers: dict[str, bytes], folder: Path, seconds: float) -> list[str]:
    """The names that a printer told before it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            print_until_killed(papers, folder, writing)
        finally:
            os._exit(1)
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    told = b""
    while read := os.read(reading, 65536):
        told += read
    os.close(reading)
    return told.decode().split("\n")[:-1]


def drawn() -> dict[str, bytes]:
    """A small paper and a large one, so that some kills come in the middle of the writing."""
    program = start(Path("nowhere"))
    shipment = sample_named("footwear_rotterdam")
    goods = shipment.goods or ()
    large = replace(shipment, goods=tuple(replace(goods[n % len(goods)], id=f"g{n}") for n in range(1_500)))
    papers = papers_asked(program, shipment, list(program.catalog.forms)[:1], None, None)
    maker = PaperMaker(program, FONTS)
    return {"small": maker.make(shipment, papers, TODAY).pdf, "large": maker.make(large, papers, TODAY).pdf * 16}


def is_whole(path: Path) -> bool:
    """Whether a PDF has a beginning and an end."""
    data = path.read_bytes()
    return data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")


def main(folder: Path, kills: int) -> None:
    """See the module."""
    source = random.Random(6)
    papers, out = drawn(), folder / "papers"
    told: list[str] = []
    for _ in range(kills):
        told += printed_until_killed(papers, out, source.uniform(0.005, 0.12))
    there = sorted(out.glob("*.pdf"))
    print(json.dumps({
        "papers": len(there),
        "broken": sum(not is_whole(path) for path in there),
        "missing": len(set(told) - {path.name for path in there}),
        "leftovers": len(list(out.glob(".siap-ekspor-*"))),
    }))  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
