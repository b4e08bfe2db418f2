"""The n-th call to the disk fails, once or from then on: a clear word, a sound store, nothing acknowledged lost."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from app.store.backup import backup_folder, verified_backups
from app.store.driver import best_driver
from app.store.restoring import restore_store
from app.store.trouble import StoreTrouble
from tests.reliability.store.conftest import Figures
from tests.reliability.store.file_layer import BROKEN, FULL, Layer
from tests.reliability.store.layer_driver import driver_over
from tests.reliability.store.saves import Found, first_save, found, save
from tests.reliability.store.sizes import sizes
from tests.unit.store.stores import Ticking, kept, opener, titled

NAME = "siap-ekspor.db"
JOURNALLING = (3, 40, 1)


class Session:
    """All that is done with a store in a day; each part may be refused, and the next is tried all the same."""

    def __init__(self, folder: Path, layer: Layer, version: tuple[int, ...], document: str) -> None:
        self.path, self.document = folder / NAME, document
        self.driver = driver_over(layer, version)
        self.reopen = opener(self.path, self.driver)
        self.acknowledged = 0
        self.tried = 0
        self.troubles = Counter[type[StoreTrouble]]()

    def run(self) -> None:
        """A day. Raises what no store should raise."""
        self._part(self._work)
        backups = sorted(backup_folder(self.path).glob("*.db"))
        self._part(lambda: restore_store(self.path, backups[-1], Ticking(), self.driver, lambda _: "internal"))
        self._part(lambda: self.reopen().close())

    def _work(self) -> None:
        store = self.reopen()
        try:
            for n in range(1, 4):
                self.tried = n
                if self._part(lambda n=n: save(store, self.document, n)):  # type: ignore[misc]
                    self.acknowledged = n
            self._part(lambda: store.bin(kept(store, titled("to be erased"))))
            self._part(store.empty_bin)
            self._part(store.back_up)
        finally:
            store.close()

    def _part(self, part: Callable[[], object]) -> bool:
        try:
            part()
        except StoreTrouble as trouble:
            self.troubles[type(trouble)] += 1
            return False
        return True


def begun(folder: Path) -> str:
    """A store with one save and one backup."""
    store = opener(folder / NAME)()
    document = first_save(store)
    store.back_up()
    store.close()
    return document


def calls_of(folder: Path, before: Path, version: tuple[int, ...], document: str) -> int:
    """How many calls a day has when all goes well."""
    layer = Layer(folder)
    shutil.copytree(before, folder, dirs_exist_ok=True)
    session = Session(folder, layer, version, document)
    session.run()
    assert not session.troubles
    assert session.acknowledged == 3
    return layer.calls


@pytest.mark.bar("P14")
@pytest.mark.bar("S1")
@pytest.mark.parametrize("version", [(3, 53, 4), JOURNALLING], ids=["wal", "truncate"])
@pytest.mark.parametrize("error", [FULL, BROKEN], ids=["full", "broken"])
@sizes("every", 41, 1)
def test_a_refused_call_is_told_and_harms_nothing(
    memory: Path, tmp_path: Path, version: tuple[int, ...], error: type[apsw.Error], every: int, figures: Figures
) -> None:
    document, troubles = begun(tmp_path), Counter[str]()
    calls = calls_of(memory / "all", tmp_path, version, document)
    lost_backups = runs = 0
    for n in range(1, calls + 1, every):
        for lasting in (False, True):
            folder = memory / f"{n}{lasting}"
            shutil.copytree(tmp_path, folder)
            failing = range(n, calls * 2 if lasting else n + 1)
            session = refused(folder, version, document, failing, error)
            troubles.update(kind.__name__ for kind in session.troubles.elements())
            state = found(opener(folder / NAME), document)
            assert isinstance(state, Found), f"call {n}: {state}"
            assert state.whole and state.sound, f"call {n}"
            assert session.acknowledged <= state.number <= session.tried, f"call {n}"
            lost_backups += not list(verified_backups(folder / "backups", best_driver(), None))
            runs += 1
            shutil.rmtree(folder)
    figures(calls=calls, runs=runs, lost=0, lost_backups=lost_backups, told=dict(troubles))
    assert lost_backups == 0
    assert troubles.keys() <= {"DiskFull", "NoRoomForBackup", "IoTrouble"}
    assert runs // 4 < troubles.total()


def refused(folder: Path, version: tuple[int, ...], document: str, failing: range, error: type[apsw.Error]) -> Session:
    """A day on which some calls fail."""
    layer = Layer(folder)
    session = Session(folder, layer, version, document)
    layer.refuses = lambda call: error if call in failing else None
    session.run()
    return session
