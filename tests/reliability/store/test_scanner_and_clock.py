"""A virus scanner that holds a file for a moment, and a computer's clock that jumps."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Any

import pytest

from app.services.backups import BUILT, clock_trouble
from app.store import placing
from app.store.backup import backup_folder
from app.store.placing import TRIES, placed, renamed
from app.store.store import open_store
from app.store.trouble import ClockBehind, NotWritable
from app.store.values import SHIPMENT
from tests.unit.store.stores import NOON, Ticking, kept, opener, shipment_in, step, titled

REAL_REPLACE = Path.replace


class Scanner:
    """Holds every file for some tries of giving it another name, as on Windows while somebody has it open."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, holds: int) -> None:
        self.tries = 0
        self.waited: list[float] = []

        def replace(source: Path, target: Path) -> Path:
            self.tries += 1
            if self.tries <= holds:
                raise PermissionError(13, "held by another process", str(source))
            return REAL_REPLACE(source, target)

        monkeypatch.setattr(Path, "replace", replace)


@pytest.mark.bar("S10")
def test_a_name_is_given_as_soon_as_the_scanner_lets_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "new").write_text("new")
    (tmp_path / "old").write_text("old")
    scanner = Scanner(monkeypatch, 10)
    renamed(tmp_path / "new", tmp_path / "old", wait=scanner.waited.append)
    assert (tmp_path / "old").read_text() == "new"
    assert scanner.waited == [0.1] * 10


@pytest.mark.bar("S10")
def test_a_scanner_that_never_lets_go_is_told_after_two_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new").write_text("new")
    (tmp_path / "old").write_text("old")
    scanner = Scanner(monkeypatch, 1000)
    with pytest.raises(PermissionError):
        renamed(tmp_path / "new", tmp_path / "old", wait=scanner.waited.append)
    assert sum(scanner.waited) == pytest.approx(1.9)
    assert scanner.tries == TRIES
    assert (tmp_path / "old").read_text() == "old"


@pytest.mark.bar("S10")
@pytest.mark.parametrize("holds", [10, 1000])
def test_a_backup_held_by_a_scanner_is_made_all_the_same_or_clearly_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, holds: int
) -> None:
    store = opener(tmp_path / "siap-ekspor.db")()
    document = kept(store, titled("one"))
    first = store.back_up()
    monkeypatch.setattr(placing, "PAUSE", 0.0)
    Scanner(monkeypatch, holds)
    if holds < TRIES:
        assert store.back_up().number == 2
    else:
        with pytest.raises(NotWritable):
            store.back_up()
        assert [file.name for file in backup_folder(tmp_path / "siap-ekspor.db").iterdir()] == [first.path.name]
    assert store.opened(document).keep([step("two")]).version == 2
    store.close()


@pytest.mark.bar("S10")
def test_where_no_links_are_known_a_taken_name_is_left_to_whom_it_belongs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: Any) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "draft").write_text("new")
    assert placed(tmp_path / "draft", tmp_path / "store")
    (tmp_path / "draft").write_text("another")
    assert not placed(tmp_path / "draft", tmp_path / "store")
    assert (tmp_path / "store").read_text() == "new"


JUMPS = [datetime.timedelta(days=days) for days in (-3650, -366, -31, -2, -1, 0, 1, 31, 366, 3650)]


@pytest.mark.bar("S11")
@pytest.mark.parametrize("jump", JUMPS)
@pytest.mark.parametrize("back", [datetime.timedelta(days=days) for days in (-400, -1, 0, 1, 400)])
def test_a_clock_that_jumps_changes_neither_order_nor_numbers(
    tmp_path: Path, jump: datetime.timedelta, back: datetime.timedelta
) -> None:
    path = tmp_path / "siap-ekspor.db"
    store = opener(path)()
    document = kept(store, titled("0"))
    store.close()
    for n, shift in enumerate((datetime.timedelta(0), jump, jump + back), start=1):
        store = open_store(path, Ticking(NOON + shift))
        store.opened(document).keep([step(str(n))])
        assert store.back_up().number == n
        store.close()
    store = open_store(path, Ticking(NOON + jump))
    assert store.opened(document).saved.version == 4
    for n in (2, 1, 0):
        store.opened(document).undo(lambda _: None)
        assert shipment_in(store, document).title == str(n)
    assert store.health().sound
    store.close()


@pytest.mark.bar("S11")
@pytest.mark.parametrize(
    ("change", "now", "warned"),
    [
        (0, 0, False),
        (0, -0.9, False),
        (0, -1.1, True),
        (0, 3650, False),
        (400, 0, True),
        (None, 0, False),
        (None, -400, True),
    ],
)
def test_a_clock_before_the_last_change_or_before_the_program_is_told(
    tmp_path: Path, change: float | None, now: float, warned: bool
) -> None:
    today = datetime.datetime.combine(BUILT, NOON.timetz()) + datetime.timedelta(days=2)
    store = open_store(tmp_path / "s.db", Ticking(today + datetime.timedelta(days=change or 0)))
    if change is not None:
        kept(store, titled("one"))
        assert store.listed(SHIPMENT)
    found = clock_trouble(store, today + datetime.timedelta(days=now))
    assert isinstance(found, ClockBehind) == warned
    store.close()
