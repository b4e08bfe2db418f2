"""Power cuts, drawn from what the store itself wrote, synced and removed; and disks that lie about syncing."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from app.store import database
from app.store.store import Store
from app.store.trouble import StoreTrouble
from tests.reliability.store.conftest import Figures
from tests.reliability.store.file_layer import Layer, Op
from tests.reliability.store.layer_driver import driver_over
from tests.reliability.store.power_cut import cut_disk, lay_out
from tests.reliability.store.saves import Found, first_save, found, save
from tests.reliability.store.sizes import sizes
from tests.unit.store.stores import Opener, opener

SAVES = 30
NAME = "siap-ekspor.db"
LOGGING, JOURNALLING = (3, 53, 4), (3, 40, 1)
MODES = pytest.mark.parametrize("version", [LOGGING, JOURNALLING], ids=["wal", "truncate"])


class Recorded(NamedTuple):
    """A session as its disk saw it."""

    document: str
    before: Mapping[str, bytes]
    log: Sequence[Op]
    acknowledged: Sequence[int]
    """The length of the log when each save was said to be done."""
    reopen: Opener
    layer: Layer


def recorded(folder: Path, version: tuple[int, ...]) -> Recorded:
    """Thirty saves, with so small a log that it is moved into the file several times."""
    layer = Layer(folder)
    reopen = opener(folder / NAME, driver_over(layer, version))
    store = reopen()
    document = first_save(store)
    store.close()
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    layer.log.clear()
    store = reopen()
    store._database.outside_transactions("PRAGMA wal_autocheckpoint=40")
    acknowledged = []
    for n in range(1, SAVES + 1):
        save(store, document, n)
        acknowledged.append(len(layer.log))
    log = list(layer.log)
    store.close()
    return Recorded(document, before, log, acknowledged, reopen, layer)


def verdict(session: Recorded, at: int, seen: Found | StoreTrouble) -> str:
    """What a cut at this operation came to."""
    if isinstance(seen, StoreTrouble):
        return "corrupt"
    if not seen.whole:
        return "mixed"
    return "lost" if seen.number < sum(length <= at for length in session.acknowledged) else "good"


def cuts(session: Recorded, folder: Path, count: int, lying: float = 0) -> Counter[str]:
    """Cut the power again and again, and open what is left with the driver that people use."""
    dice, verdicts = random.Random(f"{count} {lying}"), Counter[str]()
    reopen = opener(folder / NAME)
    for _ in range(count):
        cut = cut_disk(session.before, session.log, dice, lying)
        lay_out(cut, folder)
        verdicts[verdict(session, cut.at, found(reopen, session.document))] += 1
    return verdicts


@pytest.mark.bar("P2")
@MODES
@sizes("count", 250, 2500)
def test_a_power_cut_loses_nothing_that_was_acknowledged(
    memory: Path, tmp_path: Path, version: tuple[int, ...], count: int, figures: Figures
) -> None:
    verdicts = cuts(recorded(tmp_path, version), memory, count)
    figures(cuts=count, mode=version, **verdicts)
    assert verdicts == {"good": count}


@pytest.mark.bar("P2")
def test_the_simulator_finds_what_a_wrong_mode_does(
    memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    monkeypatch.setattr(database, "_PRAGMAS", (("locking_mode", "exclusive", "exclusive"), ("synchronous", "off", 0)))
    session = recorded(tmp_path, JOURNALLING)
    monkeypatch.undo()
    verdicts = cuts(session, memory, 100)
    figures(cuts=100, synchronous="off", **verdicts)
    assert verdicts["corrupt"] + verdicts["mixed"] >= 90


@pytest.mark.bar("P3")
@MODES
@sizes("count", 40, 400)
def test_a_second_cut_while_the_first_is_being_mended_loses_nothing(
    memory: Path, tmp_path: Path, version: tuple[int, ...], count: int, figures: Figures
) -> None:
    session, dice = recorded(tmp_path, version), random.Random(11)
    layer = Layer(memory)
    mend, reopen = opener(memory / NAME, driver_over(layer, version)), opener(memory / NAME)
    verdicts = Counter[str]()
    while verdicts.total() < count:
        first = cut_disk(session.before, session.log, dice)
        lay_out(first, memory)
        layer.log.clear()
        assert isinstance(found(mend, session.document), Found)
        if not any(op.kind == "write" for op in layer.log):
            continue
        lay_out(cut_disk(first.files, layer.log, dice), memory)
        verdicts[verdict(session, first.at, found(reopen, session.document))] += 1
    figures(cuts=count, mode=version, **verdicts)
    assert verdicts == {"good": count}
