"""When backups are made by themselves, and how a window and the command line bring one back."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from app.cli.main import run
from app.kinds.circumstances import Circumstances
from app.services.backups import back_up, back_up_now, copy_to_this_computer, list_backups, restore
from app.services.missing_backup import MissingBackup
from app.services.program import Program
from app.services.shipment_list import list_shipments
from app.services.storage_thread import StorageThread, store_path
from app.store.backup import backup_folder
from app.store.trouble import InUse, NoStore, NotABackup, NotWritable, StoreTrouble
from app.store.values import Backup, Restored
from tests.reliability.store.damage import written_over
from tests.reliability.store.processes import needs_posix
from tests.unit.services.documents import PATIENCE, Desk
from tests.unit.store.stores import JAKARTA, Ticking, kept, opener, titled


@pytest.fixture
def data(memory: Path) -> Path:
    return memory / "data"


@pytest.fixture
def desk(data: Path, program: Program, at: Circumstances) -> Iterator[Desk]:
    used = Desk(store_path(data), program, at)
    yield used
    used.thread.close(PATIENCE)


def backups(data: Path) -> list[Backup]:
    return list(list_backups(data, JAKARTA))


def titles(desk: Desk) -> list[str | None]:
    return [row.title for row in desk.ask(list_shipments)]


def restored(desk: Desk, backup: Backup) -> Restored:
    """As the window has it done."""
    found: list[Restored] = []
    errors: list[Exception] = []
    desk.thread.restore(backup.path, found.append, errors.append)
    desk.settle()
    if errors:
        raise errors[0]
    return found[0]


def test_a_changed_store_is_backed_up_when_the_program_is_closed(desk: Desk, data: Path) -> None:
    editing = desk.edited(desk.added())
    editing.change_text("title", "changed")
    again = desk.restart()
    (first,) = backups(data)
    assert first.shipments == 1
    assert titles(again) == ["changed"]
    last = again.restart()
    assert backups(data) == [first]
    assert last.thread.close(PATIENCE)


def test_a_program_that_runs_on_backs_up_what_changed_and_nothing_else(data: Path) -> None:
    made = threading.Event()
    thread = StorageThread(store_path(data), Ticking(), backup_every=0.05)
    thread.start()
    thread.ask(lambda store: kept(store, titled("one")), lambda _: made.set(), lambda _: None)
    assert made.wait(PATIENCE)
    waited = threading.Event()
    while not backups(data):
        waited.wait(0.02)
    for _ in range(3):
        thread.ask(list_shipments, lambda _: None, lambda _: None)
        waited.wait(0.08)
    assert len(backups(data)) == 1
    assert thread.close(PATIENCE)
    assert len(backups(data)) == 1


def test_why_a_backup_could_not_be_made_is_told_and_work_goes_on(data: Path) -> None:
    told: list[Exception | None] = []
    data.mkdir()
    backup_folder(store_path(data)).write_text("a file of this name")
    thread = StorageThread(store_path(data), Ticking(), backup_told=told.append)
    thread.start()
    done: list[str] = []
    thread.ask(lambda store: kept(store, titled("one")), done.append, told.append)
    assert thread.close(PATIENCE)
    assert len(done) == 1
    assert [type(error) for error in told] == [NotWritable]


@pytest.mark.bar("S7")
def test_a_backup_that_was_missing_at_the_end_is_made_up_for_at_the_next_start(desk: Desk, data: Path) -> None:
    in_the_way, missing = backup_folder(store_path(data)), MissingBackup(store_path(data))
    desk.ask(lambda store: kept(store, titled("one")))
    in_the_way.write_text("a file of this name")
    assert desk.thread.close(PATIENCE)
    assert missing.is_noted()
    for is_still_there in (True, False):
        if not is_still_there:
            in_the_way.unlink()
        told: list[Exception | None] = []
        thread = StorageThread(store_path(data), Ticking(), backup_told=told.append)
        thread.start()
        thread.ask(list_shipments, lambda _: None, told.append)
        assert thread.flush(PATIENCE)
        assert [type(error) for error in told] == [NotWritable if is_still_there else type(None)]
        assert thread.close(PATIENCE)
        assert missing.is_noted() is is_still_there
    assert [backup.shipments for backup in backups(data)] == [1]


def test_a_window_brings_a_backup_back_and_takes_that_back(desk: Desk, data: Path) -> None:
    desk.ask(lambda store: kept(store, titled("one")))
    before = desk.ask(back_up)
    editing = desk.edited(desk.added())
    editing.change_text("title", "typed later")
    editing.close()
    done = restored(desk, before)
    assert titles(desk) == ["one"]
    assert done.backup is not None
    assert done.backup.shipments == 2
    restored(desk, done.backup)
    assert set(titles(desk)) == {"one", "typed later"}


def test_where_the_store_is_damaged_the_same_list_and_the_same_way_lead_on(desk: Desk, data: Path) -> None:
    desk.ask(lambda store: kept(store, titled("one")))
    desk.ask(back_up)
    assert desk.thread.close(PATIENCE)
    written_over(store_path(data))
    again = Desk(store_path(data), desk.program, desk.at)
    with pytest.raises(StoreTrouble):
        titles(again)
    done = restored(again, backups(data)[0])
    assert done.set_aside is not None
    assert titles(again) == ["one"]
    assert again.thread.close(PATIENCE)


def test_a_backup_that_cannot_be_brought_back_leaves_the_window_as_it_was(desk: Desk, data: Path) -> None:
    desk.ask(lambda store: kept(store, titled("one")))
    made = desk.ask(back_up)
    made.path.write_bytes(b"gone")
    with pytest.raises(NotABackup):
        restored(desk, made)
    assert titles(desk) == ["one"]


@needs_posix
def test_nothing_is_brought_back_over_changes_that_wait_for_room(desk: Desk, data: Path) -> None:
    made = desk.ask(back_up)
    editing = desk.edited(desk.added())
    with no_room():
        editing.change_text("title", "waits for room")
        desk.settle()
        assert editing.status.state == "failed"
        with pytest.raises(StoreTrouble):
            restored(desk, made)
    editing.save_again()
    desk.settle()
    assert titles(desk) == ["waits for room"]


@contextmanager
def no_room() -> Iterator[None]:
    """No file may be written beyond its first page."""
    import resource  # POSIX has it

    before, signalled = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, signalled)


def test_without_a_window_the_services_do_the_same(data: Path) -> None:
    with pytest.raises(NoStore):
        back_up_now(data, Ticking())
    assert not data.exists()
    store = opener(store_path(data))()
    kept(store, titled("one"))
    with pytest.raises(InUse):
        back_up_now(data, Ticking())
    store.close()
    made = back_up_now(data, Ticking())
    assert restore(data, Path(made.path.name), Ticking()).backup is not None
    assert restore(data, made.path, Ticking()).backup is not None
    with pytest.raises(NotABackup):
        restore(data, Path("no such backup.db"), Ticking())
    copied = copy_to_this_computer(store_path(data), data.with_name("other"))
    assert copied == store_path(data.with_name("other"))
    again = opener(copied)()
    assert again.health().sound
    again.close()


def test_the_command_line_backs_up_lists_and_restores(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = partial(run, environment={"SIAP_EKSPOR_LANG": "en", "SIAP_EKSPOR_DATA": str(data)})
    assert said(("restore", "--list")) == 0
    assert "no backups" in capsys.readouterr().out
    store = opener(store_path(data))()
    kept(store, titled("one"))
    store.close()
    assert said(("backup",)) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path.parent == backup_folder(store_path(data))
    assert said(("restore", "--list")) == 0
    assert capsys.readouterr().out.split()[0] == path.name
    assert said(("restore", path.name)) == 0
    out = capsys.readouterr().out
    assert "000002-" in out
    written_over(store_path(data))
    assert said(("restore", str(path))) == 0
    assert ".rusak-" in capsys.readouterr().out
    assert said(("restore", "--list")) == 0
    assert capsys.readouterr().out.count("shipments: 1") == 2


@pytest.mark.parametrize(
    "arguments", [("restore",), ("restore", "nothing.db"), ("backup",), ("backup", "x"), ("restore", "a", "b")]
)
def test_an_unusable_command_says_why_in_one_line(
    data: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert run(arguments, {"SIAP_EKSPOR_DATA": str(data)}) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert not data.exists()
