"""A process with a limit on its memory that works on the longest shipment there is.

``python -m tests.reliability.store.large FOLDER`` prints what it needed as JSON.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
from functools import partial
from pathlib import Path

import msgspec

from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import ShipmentFile
from app.render.fonts import Fonts
from app.services.opened import open_document, release_document
from app.services.paper_files import write_papers
from app.services.papers import papers_asked
from app.services.program import Program, start
from app.services.shipment_list import summariser
from app.store.body import body_of
from app.store.store import Store
from app.store.values import SHIPMENT, Change
from tests.benchmarks.peak import peak_memory
from tests.conftest import TODAY
from tests.reliability.store.lines import long_shipment
from tests.unit.store.stores import called, opener

LIMIT = 1_500_000_000
"""Bytes of address space."""
PAPERS, CYCLES = 12, 200


def main(folder: Path) -> None:
    """Open, change and draw five thousand lines; open and close again and again."""
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    program = start(folder)
    at, store = program.circumstances(TODAY, "id"), opener(folder / "siap-ekspor.db")()
    shipment = long_shipment(5000)
    document = store.add(SHIPMENT, body_of(ShipmentFile(shipment)), summariser(program, at)(shipment))
    _change(store, document, program, at)
    _draw(folder, shipment, program, at)
    sizes = []
    for _ in range(2):
        # What is loaded once is loaded in the first turn.
        for _ in range(CYCLES // 2):
            open_document(store, document)
            release_document(store, document)
        gc.collect()
        sizes.append(_resident())
    store.close()
    print(json.dumps({"peak MB": peak_memory() // 1024, "growth MB": 2 * (sizes[1] - sizes[0]) // 1024}))


def _change(store: Store, document: str, program: Program, at: Circumstances) -> None:
    opened = open_document(store, document)
    shipment = msgspec.structs.replace(opened.file.shipment, title="changed")
    change = Change(body_of(ShipmentFile(shipment)), called("title"))
    store.opened(document).keep([change], summariser(program, at)(shipment))
    release_document(store, document)


def _draw(folder: Path, shipment: Shipment, program: Program, at: Circumstances) -> None:
    papers = papers_asked(program, shipment, ["commercial_invoice", "packing_list"], None, None)
    write = partial(write_papers, program, shipment, at=at, fonts=Fonts(fallback=True), merge=False)
    for n in range(PAPERS // len(papers)):
        write(papers, folder / str(n))


def _resident() -> int:
    """Kilobytes of memory at this moment."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
