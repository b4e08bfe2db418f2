"""Power cuts, drawn from what the store itself wrote, synced and removed; and disks that lie about syncing."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app.store import database
from app.store.trouble import StoreTrouble
from tests.reliability.store.conftest import Figures
from tests.reliability.store.file_layer import Layer, Op
from tests.reliability.store.layer_driver import driver_over
from tests.reliability.store.power_cut import cut_disk, lay_out
from tests.reliability.store.saves import Found, first_save, found, save
from tests.reliability.store.sizes import sizes
from tests.unit.store.stores import opener

SAVES = 30
NAME = "siap-ekspor.db"
TABLES = ("meta", "documents", "files", "journal", "settings", "line_index")
"""All but the half-typed text: an earlier one than the last is nothing that a store could notice."""
LOGGING, JOURNALLING = (3, 53, 4), (3, 40, 1)
MODES = pytest.mark.parametrize("version", [LOGGING, JOURNALLING], ids=["wal", "truncate"])


Contents = dict[str, list[tuple[Any, ...]]]


class Recorded(NamedTuple):
    """A session as its disk saw it."""

    document: str
    before: Mapping[str, bytes]
    log: Sequence[Op]
    acknowledged: Sequence[int]
    """The length of the log when each save was said to be done."""
    contents: Sequence[Contents]
    """What stood in the tables before the first save and after each."""


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
    acknowledged, contents = [], [contents_of(store._database.outside_transactions)]
    for n in range(1, SAVES + 1):
        save(store, document, n)
        acknowledged.append(len(layer.log))
        contents.append(contents_of(store._database.outside_transactions))
    log = list(layer.log)
    store.close()
    return Recorded(document, before, log, acknowledged, contents)


def contents_of(ask: Callable[[str], Iterable[tuple[Any, ...]]]) -> Contents:
    """All rows of all tables."""
    return {table: sorted(ask(f"SELECT * FROM {table}"), key=repr) for table in TABLES}  # noqa: S608


def is_good(folder: Path, session: Recorded) -> bool:
    """Whether the store is one of those that were saved, by a look that knows nothing of the store's code."""
    raw = sqlite3.connect(folder / NAME)
    try:
        structure = raw.execute("PRAGMA integrity_check").fetchall()
        return structure == [("ok",)] and contents_of(lambda sql: raw.execute(sql).fetchall()) in session.contents
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    finally:
        raw.close()


def verdict(session: Recorded, at: int, seen: Found | StoreTrouble) -> str:
    """What a cut at this operation came to."""
    if isinstance(seen, StoreTrouble):
        return "corrupt"
    if not (seen.whole and seen.sound):
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


@pytest.mark.bar("P4")
@pytest.mark.parametrize("lying", [0.1, 1.0])
@sizes("count", 100, 1000)
def test_what_a_disk_that_lies_did_is_never_passed_over(
    memory: Path, tmp_path: Path, lying: float, count: int, figures: Figures
) -> None:
    session, dice, told = recorded(tmp_path, LOGGING), random.Random(lying), Counter[str]()
    seen, apart = opener(memory / NAME), memory / "apart"
    for _ in range(count):
        lay_out(cut_disk(session.before, session.log, dice, lying), memory)
        shutil.copytree(memory, apart)
        good = is_good(apart, session)
        shutil.rmtree(apart)
        state = found(seen, session.document)
        reported = isinstance(state, StoreTrouble) or not state.sound
        told[f"{'good' if good else 'bad'} {'reported' if reported else 'not reported'}"] += 1
    figures(cuts=count, lying=lying, **told)
    assert told.keys() <= {"good not reported", "bad reported"}
    assert told["bad reported"] > count / 50
