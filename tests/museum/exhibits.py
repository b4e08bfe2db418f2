"""The exhibits: how those of this program's schema are made, and how all of them are read.

``python -m tests.museum.exhibits`` adds those that are not there yet.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from app.domain.attachments import attach
from app.records import shipment_file
from app.records.shipment_file import ShipmentFile, write_shipment
from app.store.body import body_of, file_of
from app.store.store import Store
from app.store.tables import SCHEMA
from app.store.values import EXPORTER, SHIPMENT, Change, Scratch, Summary
from tests.conftest import sample_named
from tests.unit.store.stores import called, kept, opener, step, titled

HERE = Path(__file__).parent
SAMPLES = ("footwear_rotterdam", "keripik_port_klang")


def stores() -> list[Path]:
    """All stores, the oldest first."""
    return sorted(HERE.glob("store-v*.db"))


def shipments() -> list[Path]:
    """All shipment files, the oldest first."""
    return sorted(HERE.glob("shipment-v*.ekspor"))


def content_of(store: Store) -> dict[str, Any]:
    """Everything that a person would find in a store."""
    rows = [*store.listed(EXPORTER), *store.listed(SHIPMENT), *store.listed(SHIPMENT, binned=True)]
    return {row.id: _document(store, row.id) | {"binned": row.binned is not None, "title": row.title} for row in rows}


def _document(store: Store, document: str) -> dict[str, Any]:
    opened = store.opened(document)
    states = [_content(store, document)]
    while opened.undo(lambda _: None):
        states.append(_content(store, document))
    redone = 0
    while opened.redo(lambda _: None):
        redone += 1
    exporter = store.exporter_of(document)
    return {"states": states, "redone": redone, "exporter": exporter, "scratch": opened.scratch and opened.scratch.text}


def _content(store: Store, document: str) -> Any:
    return msgspec.json.decode(write_shipment(file_of(store.opened(document).body)))


def add() -> None:
    """Add what this program's schemas lack."""
    store, shipment = HERE / f"store-v{SCHEMA}.db", HERE / f"shipment-v{shipment_file.SCHEMA}.ekspor"
    if not store.exists():
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "s.db"
            _fill(made)
            shutil.copyfile(made, store)
            again = opener(made)()
            store.with_suffix(".json").write_bytes(_pretty(content_of(again)))
            again.close()
    if not shipment.exists():
        file = _with_scan(titled("Museum"))
        shipment.write_bytes(write_shipment(file))
        shipment.with_suffix(".json").write_bytes(_pretty(msgspec.json.decode(write_shipment(file))))


def _fill(path: Path) -> None:
    store = opener(path)()
    exporter = store.add(EXPORTER, body_of(_profile()), Summary(title="CV Contoh"))
    for name in SAMPLES:
        kept(store, ShipmentFile(sample_named(name)), exporter)
    document = kept(store, titled("one"), exporter)
    opened = store.opened(document)
    opened.keep([step("two"), step("three")], Summary(title="three", missing=2))
    opened.keep([Change(body_of(_with_scan(titled("three"))), called("attach"))], Summary(title="three"))
    opened.keep([step("four")], Summary(title="four"), Scratch("goods.g1.hs_code", "6403.9", 6))
    opened.undo(lambda _: Summary(title="three"))
    store.bin(kept(store, titled("thrown away")))
    store.keep_setting("exporters.current", exporter)
    store._database.outside_transactions("VACUUM")
    store.close()


def _with_scan(file: ShipmentFile) -> ShipmentFile:
    scan = attach("a1", "scan.pdf", "application/pdf", b"%PDF-1.7 " + bytes(range(256)))
    return file._replace(shipment=msgspec.structs.replace(file.shipment, attachments=(scan,)))


def _profile() -> ShipmentFile:
    shipment = sample_named(SAMPLES[0])
    return ShipmentFile(type(shipment)(exporter=shipment.exporter, bank=shipment.bank))


def _pretty(content: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(content, order="sorted"), indent=1) + b"\n"


if __name__ == "__main__":
    add()
