"""A process that may read the store's folder and not write it; root becomes somebody else first.

``python -m tests.unit.store.read_only_folder FILE DOCUMENT DRIVER`` prints what it found as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from app.records.shipment_file import ShipmentFile
from app.store.driver import Driver, driver_of
from app.store.store import Store
from app.store.trouble import NotWritable
from tests.unit.store.stores import kept, opener, shipment_in, titled


def warmed(driver: Driver) -> ShipmentFile:
    """Import and read everything once, because Python itself may lie where only root can look."""
    with tempfile.TemporaryDirectory() as folder:
        store, file = opener(Path(folder) / "warm.db", driver)(), titled("x")
        shipment_in(store, kept(store, file))
        store.close()
    NotWritable("x").into("id")
    return file


def refuses(store: Store, file: ShipmentFile) -> bool:
    """Whether a new document is refused."""
    try:
        kept(store, file)
    except NotWritable:
        return True
    return False


def main(path: Path, document: str, driver: Driver) -> None:
    """Open it twice, try to write, try to make another."""
    file = warmed(driver)
    if os.geteuid() == 0:
        os.setuid(65534)
    report: list[object] = []
    for _ in range(2):
        store = opener(path, driver)()
        report += [type(store.read_only).__name__, shipment_in(store, document).title, refuses(store, file)]
        store.close()
    try:
        opener(path.with_name("new.db"), driver)()
    except NotWritable:
        report.append("none made")
    print(json.dumps(report))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], driver_of(sys.argv[3]))
