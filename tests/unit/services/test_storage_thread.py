"""The storage thread: order, coalescing, failures, closing."""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

from app.records.shipment_file import ShipmentFile
from app.services import storage_thread
from app.services.opened import open_document
from app.services.shipment_list import list_shipments
from app.services.storage_thread import FileChange, StorageThread, store_path
from app.store.trouble import Damaged, StoreTrouble
from app.store.values import Saved, Scratch, Summary
from app.words import Message
from tests.conftest import sample_named
from tests.unit.services.documents import PATIENCE, Desk, ignored, unwanted
from tests.unit.store.stores import Ticking, titled

STEP = Message("store.a_step")


class Held:
    """Keeps the thread busy until the test has asked for all it wants to ask."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._go = desk, threading.Event()

    def __enter__(self) -> None:
        self._desk.thread.ask(lambda _: self._go.wait(PATIENCE), ignored, unwanted)

    def __exit__(self, *_: object) -> None:
        self._go.set()


def test_jobs_are_done_in_the_order_they_were_asked(desk: Desk) -> None:
    done: list[int] = []
    for n in range(50):
        desk.thread.ask(lambda _, n=n: n, done.append, unwanted)  # type: ignore[misc]
    desk.settle()
    assert done == list(range(50))


def test_waiting_saves_of_a_document_are_one_transaction_and_each_a_step(desk: Desk) -> None:
    document = desk.added()
    saved: list[Saved] = []
    with Held(desk):
        for n in range(10):
            change = FileChange(titled(str(n)), STEP)
            desk.thread.save(document, change, lambda s: Summary(title=s.title), saved.append, unwanted)
        desk.thread.note(document, Scratch("title", "typing", 6), ignored, unwanted)
    desk.settle()
    assert {one.version for one in saved} == {2}
    assert len(saved) == 10
    assert desk.ask(list_shipments)[0].title == "9"
    assert desk.ask(lambda store: store.opened(document).scratch) == Scratch("title", "typing", 6)
    undone = [desk.ask(lambda store: store.opened(document).undo(lambda _: None)) for _ in range(11)]
    assert [one is not None for one in undone] == [True] * 10 + [False]


def test_saves_of_two_documents_do_not_mix(desk: Desk) -> None:
    one, two = desk.added(), desk.added()
    with Held(desk):
        for n in range(6):
            change = FileChange(titled(f"{n}"), STEP)
            desk.thread.save((one, two)[n % 2], change, lambda _: Summary(), ignored, unwanted)
    desk.settle()
    assert desk.ask(open_document, document=one).file.shipment.title == "4"
    assert desk.ask(open_document, document=two).file.shipment.title == "5"


def test_the_newest_half_typed_text_takes_the_place_of_an_older_one(desk: Desk) -> None:
    document = desk.added()
    with Held(desk):
        for n in range(1, 200):
            desk.thread.note(document, Scratch("title", "x" * n, n), ignored, unwanted)
        assert len(desk.thread._jobs) <= 2
    desk.settle()
    assert desk.ask(lambda store: store.opened(document).scratch) == Scratch("title", "x" * 199, 199)


def test_half_typed_text_is_kept_by_itself_soon(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    document = desk.added()
    kept = threading.Event()
    real = storage_thread.StorageThread._do

    def seen(self: StorageThread, batch: list[object]) -> None:
        real(self, batch)  # type: ignore[arg-type]
        kept.set()

    monkeypatch.setattr(StorageThread, "_do", seen)
    desk.thread.note(document, Scratch("title", "half", 4), ignored, unwanted)
    assert kept.wait(PATIENCE)
    assert desk.ask(lambda store: store.opened(document).scratch) == Scratch("title", "half", 4)


def test_a_failing_job_is_answered_and_the_next_one_is_done(desk: Desk) -> None:
    with pytest.raises(ZeroDivisionError):
        desk.ask(lambda _: 1 // 0)
    assert desk.ask(lambda _: "still here") == "still here"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_mistake_in_working_out_columns_does_not_keep_the_work_from_the_disk(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: reported.append(args.exc_type))
    document = desk.added()
    saved: list[Saved] = []

    def broken(_: object) -> Summary:
        raise LookupError

    desk.thread.save(document, FileChange(titled("kept"), STEP), broken, saved.append, unwanted)
    desk.settle()
    assert saved[0].version == 2
    assert reported == [LookupError]
    assert desk.ask(open_document, document=document).file.shipment.title == "kept"


def test_a_window_that_has_gone_does_not_end_the_saving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: reported.append(str(args.exc_value)))

    def gone(_: object) -> None:
        raise RuntimeError("Signal source has been deleted")

    thread = StorageThread(store_path(tmp_path), Ticking(), gone)
    thread.start()
    done: list[str] = []
    thread.ask(lambda _: "one", done.append, unwanted)
    thread.ask(lambda _: done.append("two"), ignored, unwanted)
    assert thread.close(PATIENCE)
    assert done == ["two"]
    assert reported == ["Signal source has been deleted"] * 2


def test_a_store_that_cannot_be_opened_is_said_and_tried_again(desk: Desk) -> None:
    desk.path.parent.mkdir()
    desk.path.write_bytes(b"")
    for _ in range(2):
        with pytest.raises(Damaged):
            desk.ask(list_shipments)
    desk.path.unlink()
    assert desk.ask(list_shipments) == ()


def test_closing_writes_everything_first(desk: Desk) -> None:
    document = desk.added()
    with Held(desk):
        for n in range(30):
            change = FileChange(titled(f"{n}"), STEP)
            desk.thread.save(document, change, lambda _: Summary(), ignored, unwanted)
        desk.thread.note(document, Scratch("title", "half", 4), ignored, unwanted)
    again = desk.restart()
    opened = again.ask(open_document, document=document)
    assert opened.file.shipment.title == "29"
    assert opened.scratch == Scratch("title", "half", 4)
    assert again.thread.close(PATIENCE)


def test_flushing_and_closing_say_when_the_time_was_too_short(desk: Desk) -> None:
    with Held(desk):
        assert not desk.thread.flush(0.01)
        assert not desk.thread.close(0.01)
    assert desk.thread.close(PATIENCE)


def test_every_trouble_says_three_things_in_both_languages() -> None:
    for trouble in _kinds_of(StoreTrouble):
        needs = [name for name in ("path", "number") if name in trouble.__init__.__code__.co_varnames]
        said = trouble(**dict.fromkeys(needs, "here"))
        for language in ("id", "en"):
            assert said.into(language).count(".") >= 3


def _kinds_of(base: type[StoreTrouble]) -> list[type[StoreTrouble]]:
    below = [kind for direct in base.__subclasses__() for kind in _kinds_of(direct)]
    return [*below, *([base] if hasattr(base, "wording") else [])]


LIGHT = """
import sys
{imports}
heavy = {{name.partition(".")[0] for name in sys.modules}} & {heavy}
print(*sorted(heavy))
"""


@pytest.mark.parametrize(
    ("imports", "heavy"),
    [
        ("import app.services.settings", {"msgspec", "tomllib", "sqlite3", "sqlalchemy", "sqlcipher3", "reportlab"}),
        (
            "import app.services.editing, app.services.shipment_list, app.services.exporters, app.store.set_aside",
            {"sqlite3", "sqlalchemy", "sqlcipher3"},
        ),
    ],
)
def test_what_a_window_imports_is_light(imports: str, heavy: set[str]) -> None:
    program = LIGHT.format(imports=imports, heavy=heavy)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("\n", "")


def test_the_screen_is_not_kept_waiting_by_a_busy_disk(desk: Desk) -> None:
    document = desk.added()
    file = ShipmentFile(sample_named("footwear_rotterdam"))
    with Held(desk):
        for _ in range(100):
            desk.thread.save(document, FileChange(file, STEP), lambda _: Summary(), ignored, unwanted)
            desk.thread.note(document, Scratch("title", "x"), ignored, unwanted)
        assert desk.answers.empty()
    desk.settle()


def test_partial_jobs_are_what_a_window_asks(desk: Desk) -> None:
    rows: list[object] = []
    desk.thread.ask(partial(list_shipments, exporter="e1"), rows.append, unwanted)
    desk.settle()
    assert rows == [()]
