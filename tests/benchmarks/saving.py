"""Saving one field of a long shipment, beside sqlite3 alone: the same tables, pragmas, bytes, hash and history row."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec

from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.store.body import BodyMaker, body_of, encoded
from app.store.store import Store, open_store
from app.store.values import SHIPMENT, Change, Line, Summary
from app.words import Message, same
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.timing import medians
from tests.reliability.store.lines import long_shipment
from tests.unit.store.stores import Ticking

_PRAGMAS = ("locking_mode=exclusive", "synchronous=full", "foreign_keys=on", "secure_delete=on", "journal_mode=wal")
_STEP = Message("editing.change", {"label": same("description")})


def saving(lines: int, runs: int, goal: float) -> Iterator[Ratio]:
    """From the shipment on the screen to the commit, all that the storage thread does; the raw code has its text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ours.db"
        shipment = long_shipment(lines)
        with closing(open_store(path, Ticking())) as store:
            document = store.add(SHIPMENT, body_of(ShipmentFile(shipment)), _summary(shipment))
            store.opened(document).keep([Change(body_of(_edited(shipment, -2)), _STEP)], _summary(shipment))
        raw_path = shutil.copyfile(path, Path(folder) / "raw.db")
        with closing(open_store(path, Ticking())) as store, closing(_raw(raw_path)) as raw:
            ours, theirs = medians([_ours(store, document, shipment), _theirs(raw, document, shipment)], runs)
    note = f"{ours * 1000:.2f} ms beside {theirs * 1000:.2f} ms"
    yield Ratio(f"save.{lines}.sqlite3", ours / theirs, goal, note=note)


def _ours(store: Store, document: str, shipment: Shipment) -> Callable[[int], Callable[[], object]]:
    opened, bodies, summary = store.opened(document), BodyMaker(), _summary(shipment)

    def ready(run: int) -> Callable[[], object]:
        file = _edited(shipment, run)
        return lambda: opened.keep([Change(bodies.body_of(file), _STEP)], summary)

    return ready


def _theirs(raw: sqlite3.Connection, document: str, shipment: Shipment) -> Callable[[int], Callable[[], object]]:
    (version,) = raw.execute("SELECT version FROM documents").fetchone()
    step = raw.execute(f"SELECT {_COPIED} FROM journal ORDER BY seq DESC LIMIT 1").fetchone()  # noqa: S608

    def ready(run: int) -> Callable[[], object]:
        text = encoded(body_of(_edited(shipment, run)).tree).decode()
        return lambda: _save_raw(raw, document, text, version + run + 1, step)

    return ready


def _save_raw(raw: sqlite3.Connection, document: str, text: str, version: int, step: tuple[object, ...]) -> None:
    sha256, at = hashlib.sha256(text.encode()).hexdigest(), "2026-11-24T05:00:00.000+00:00"
    raw.execute("BEGIN IMMEDIATE")
    changed = raw.execute(
        "UPDATE documents SET body = ?, sha256 = ?, version = ?, changed = ?, title = ?, number = ?, buyer = ?, "
        "country = ?, missing = ? WHERE id = ? AND version = ?",
        (text, sha256, version + 1, at, "t", "n", "b", "NL", 3, document, version),
    )
    if changed.rowcount != 1:
        raise ValueError("the version is another")
    raw.execute(
        f"INSERT INTO journal (document, seq, at, before, after, {_COPIED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        (document, version + 1000, at, sha256, sha256, *step),
    )
    raw.execute("COMMIT")


def _raw(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    for pragma in _PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")
    return raw


def _edited(shipment: Shipment, run: int) -> ShipmentFile:
    goods = list(shipment.goods or ())
    goods[0] = msgspec.structs.replace(goods[0], description=f"SHOES {run}")
    return ShipmentFile(msgspec.structs.replace(shipment, goods=tuple(goods)))


def _summary(shipment: Shipment) -> Summary:
    lines = tuple(Line(row.id, row.hs_code, row.description) for row in shipment.goods or ())
    return Summary("t", "n", "b", "NL", 3, lines)


_COPIED = "undone, step, params, actor, forward, inverse"
