"""Steps back and forth over restarts and crashes, against a model that is a list."""

from __future__ import annotations

import functools
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.store.body import Body, encoded
from app.store.driver import Driver, best_driver, driver_of
from app.store.store import Store
from app.store.values import Scratch, Summary
from tests.reliability.store.conftest import Figures
from tests.unit.store.stores import DRIVERS, Opener, called, kept, opener, shipment_in, step, summary_of, titled

MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - folders of our own inside it
NAME = "siap-ekspor.db"
STEPS = {title: step(title) for title in "abcdef"}


def crashed(store: Store, folder: Path, copy: Path, driver: Driver) -> Opener:
    """What a kill would leave at this moment, in a folder of its own; the old one is let go."""
    shutil.copytree(folder, copy)
    store.close()
    return opener(copy / NAME, driver)


class Disturbed:
    """A store that is closed and opened, or killed, at every seventh and thirteenth of twenty steps."""

    def __init__(self, memory: Path) -> None:
        self.memory, self.folder = memory, memory / "0"
        self.store = opener(self.folder / NAME)()
        self.restarts = self.crashes = 0

    def disturb(self, n: int) -> None:
        """After step ``n``."""
        if n % 20 == 7:
            self.store.close()
            self.store = opener(self.folder / NAME)()
            self.restarts += 1
        if n % 20 == 13:
            self.crashes += 1
            copy = self.memory / str(self.crashes)
            self.store = crashed(self.store, self.folder, copy, best_driver())()
            self.folder = copy


@pytest.mark.bar("H11")
def test_two_hundred_steps_are_undone_and_redone_over_restarts_and_crashes(memory: Path, figures: Figures) -> None:
    desk = Disturbed(memory)
    document = kept(desk.store, titled("0"))
    contents = [encoded(desk.store.opened(document).body.tree)]
    for n in range(1, 201):
        desk.store.opened(document).keep([step(str(n))], Summary())
        contents.append(encoded(desk.store.opened(document).body.tree))
        desk.disturb(n)
    for n in range(199, -1, -1):
        undone = desk.store.opened(document).undo(summary_of)
        assert undone is not None
        assert undone.redo == called(str(n + 1))
        assert encoded(desk.store.opened(document).body.tree) == contents[n]
        desk.disturb(n)
    assert desk.store.opened(document).undo(summary_of) is None
    for n in range(1, 201):
        assert desk.store.opened(document).redo(summary_of) is not None
        assert encoded(desk.store.opened(document).body.tree) == contents[n]
        desk.disturb(n)
    assert desk.store.opened(document).redo(summary_of) is None
    assert desk.store.health().sound
    desk.store.close()
    figures(steps=200, restarts=desk.restarts, crashes=desk.crashes)


@functools.cache
def one_document(driver: str) -> tuple[str, bytes]:
    """The id of a document, and a store with nothing else in it: made once, since two hundred histories begin so."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        store = opener(Path(folder) / NAME, driver_of(driver))()
        document = kept(store, titled("0"))
        store.close()
        return document, (Path(folder) / NAME).read_bytes()


def begun(driver: str, folder: Path) -> str:
    """Such a store in ``folder``; its document."""
    document, data = one_document(driver)
    folder.mkdir()
    (folder / NAME).write_bytes(data)
    return document


def no_summary(_: Body) -> None:
    """Columns are no part of a history."""


class History(RuleBasedStateMachine):
    """Edits, undo and redo in any order, with the program closed or killed in between."""

    @initialize(driver=st.sampled_from(DRIVERS))
    def begin(self, driver: str) -> None:
        self.folders = tempfile.TemporaryDirectory(dir=MEMORY)
        self.folder, self.crashes = Path(self.folders.name) / "0", 0
        self.driver = driver_of(driver)
        self.reopen = opener(self.folder / NAME, self.driver)
        self.document = begun(driver, self.folder)
        self.store = self.reopen()
        self.past, self.future = ["0"], list[str]()
        self.scratch: str | None = None

    @rule(titles=st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3))
    def edit(self, titles: list[str]) -> None:
        self.store.opened(self.document).keep([STEPS[title] for title in titles], Summary())
        for title in titles:
            if title != self.past[-1]:
                self.past.append(title)
                self.future.clear()

    @rule(text=st.sampled_from((None, "x", "xy")))
    def type_half(self, text: str | None) -> None:
        self.store.opened(self.document).keep(scratch=Scratch("title", text) if text else None)
        self.scratch = text

    @rule()
    def undo(self) -> None:
        assert (self.store.opened(self.document).undo(no_summary) is None) == (len(self.past) == 1)
        if len(self.past) > 1:
            self.future.append(self.past.pop())

    @rule()
    def redo(self) -> None:
        assert (self.store.opened(self.document).redo(no_summary) is None) == (not self.future)
        if self.future:
            self.past.append(self.future.pop())

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = self.reopen()

    @precondition(lambda self: self.crashes < 3)
    @rule()
    def crash(self) -> None:
        self.crashes += 1
        copy = self.folder.with_name(str(self.crashes))
        self.reopen, self.folder = crashed(self.store, self.folder, copy, self.driver), copy
        self.store = self.reopen()

    @invariant()
    def is_what_the_lists_say(self) -> None:
        opened = self.store.opened(self.document)
        assert opened.body.tree["shipment"]["title"] == self.past[-1]
        assert opened.saved.undo == (called(self.past[-1]) if len(self.past) > 1 else None)
        assert opened.saved.redo == (called(self.future[-1]) if self.future else None)
        assert (opened.scratch and opened.scratch.text) == self.scratch

    def teardown(self) -> None:
        if hasattr(self, "store"):
            assert self.store.health().sound
            assert shipment_in(self.store, self.document).title == self.past[-1]
            self.store.close()
            self.folders.cleanup()


TestHistory = pytest.mark.bar("H11")(History.TestCase)
TestHistory.settings = settings(max_examples=200, stateful_step_count=50)


class LongHistory(History):
    """The same, longer."""


TestLongHistory = pytest.mark.soak(pytest.mark.bar("H11")(LongHistory.TestCase))
TestLongHistory.settings = settings(max_examples=400, stateful_step_count=200)
