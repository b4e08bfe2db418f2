"""Much data: thousands of long shipments, and one shipment of thousands of lines."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.store.body import BodyMaker, body_of
from app.store.store import Store
from app.store.values import SHIPMENT, Change, Line, Summary
from tests.reliability.store.conftest import Figures
from tests.reliability.store.lines import long_shipment
from tests.reliability.store.processes import report_of
from tests.unit.store.stores import called, opener

EXPORTERS = 20
LIMITS = {"list": 200, "save": 30, "start": 4000, "start after a cut": 4000}
"""Milliseconds."""


def filled(path: Path, count: int, shipment: Shipment) -> str:
    """As many shipments of twenty exporters; the id of the last."""
    store, body = opener(path)(), body_of(ShipmentFile(shipment))
    lines = tuple(Line(row.id, row.hs_code, row.description) for row in shipment.goods or ())
    for n in range(count):
        document = store.add(SHIPMENT, body, Summary(title=f"number {n}", lines=lines), f"exporter {n % EXPORTERS}")
    store.close()
    return document


@contextmanager
def timed(found: dict[str, float], name: str, clock: Callable[[], float] = time.monotonic) -> Iterator[None]:
    """Note how many milliseconds something takes."""
    began = clock()
    yield
    found[name] = round((clock() - began) * 1000, 1)


@pytest.mark.bar("S12")
@pytest.mark.parametrize("count", [100, pytest.param(2000, marks=pytest.mark.soak)])
def test_many_long_shipments_are_listed_saved_and_backed_up_in_time(
    tmp_path: Path, count: int, figures: Figures
) -> None:
    path, shipment, took = tmp_path / "siap-ekspor.db", long_shipment(200), dict[str, float]()
    document = filled(path, count, shipment)
    with timed(took, "start"):
        store = opener(path)()
    with timed(took, "list"):
        assert len(store.listed(SHIPMENT, "exporter 1")) == count // EXPORTERS
    for _ in range(2):
        save(store, document, shipment, took)
    with timed(took, "look over"):
        assert store.health().sound
    with timed(took, "backup"):
        assert store.back_up().shipments == count
    with timed(took, "unchanged"):
        assert store.back_up_changes() is None
    save(store, document, shipment, took)
    cut = Path(shutil.copytree(tmp_path, tmp_path.with_name("cut"))) / path.name
    store.close()
    with timed(took, "start after a cut"):
        opener(cut)().close()
    shutil.rmtree(cut.parent)
    figures(shipments=count, megabytes=path.stat().st_size // 10**6, milliseconds=took)
    assert not {name for name, most in LIMITS.items() if took[name] > most}


def save(store: Store, document: str, shipment: Shipment, took: dict[str, float]) -> None:
    """One field, in processor time."""
    changed = msgspec.structs.replace(shipment, title=str(store.opened(document).saved.version))
    with timed(took, "save", time.process_time):
        store.opened(document).keep([Change(BodyMaker().body_of(ShipmentFile(changed)), called("title"))], Summary())


@pytest.mark.bar("S13")
@pytest.mark.soak
@pytest.mark.skipif(sys.platform != "linux", reason="the limit and the figures are Linux'")
def test_five_thousand_lines_need_no_more_memory_than_an_old_computer_has(tmp_path: Path, figures: Figures) -> None:
    found = report_of("large", tmp_path)
    figures(lines=5000, papers=12, cycles=200, **found)
    assert found["growth MB"] <= 20
