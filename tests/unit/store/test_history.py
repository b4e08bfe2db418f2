"""Steps back and forth, over restarts, against a model that is a list."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.store import journal
from app.store.body import body_of, encoded, file_of
from app.store.driver import Driver, driver_of
from app.store.store import Store
from app.store.values import Change, Summary
from app.words import Message
from tests.unit.store.stores import Opener, called, kept, opener, shipment_in, step, summary_of, titled


def test_two_hundred_steps_are_undone_and_redone_over_restarts(store: Store, reopen: Opener) -> None:
    document = kept(store, titled("0"))
    opened = store.opened(document)
    bytes_then = [encoded(opened.body.tree)]
    for n in range(1, 201):
        opened.keep([step(str(n))], Summary())
        bytes_then.append(encoded(opened.body.tree))
    store.close()
    again = reopen()
    for n in range(200, 0, -1):
        undone = again.opened(document).undo(summary_of)
        assert undone is not None
        assert undone.redo == called(str(n))
        assert encoded(again.opened(document).body.tree) == bytes_then[n - 1]
    assert again.opened(document).undo(summary_of) is None
    again.close()
    last = reopen()
    for n in range(1, 201):
        redone = last.opened(document).redo(summary_of)
        assert redone is not None
        assert redone.undo == called(str(n))
    assert last.opened(document).redo(summary_of) is None
    assert encoded(last.opened(document).body.tree) == bytes_then[200]
    last.close()


def test_a_new_step_after_an_undo_ends_what_was_undone(store: Store) -> None:
    opened = store.opened(kept(store, titled("0")))
    opened.keep([step("1"), step("2"), step("3")], Summary())
    opened.undo(summary_of)
    opened.undo(summary_of)
    saved = opened.keep([step("new")], Summary())
    assert (saved.undo, saved.redo) == (called("new"), None)
    assert opened.redo(summary_of) is None
    opened.undo(summary_of)
    assert file_of(opened.body).shipment.title == "1"


def test_the_columns_follow_a_step_back(store: Store) -> None:
    document = kept(store, titled("before"))
    store.opened(document).keep([step("after")], Summary(title="after"))
    store.opened(document).undo(summary_of)
    assert store.listed("shipment")[0].title == "before"


def test_very_old_steps_are_forgotten_and_the_document_is_not(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "KEPT_STEPS", 150)
    opened = store.opened(kept(store, titled("0")))
    opened.keep([step(str(n)) for n in range(1, 301)], Summary())
    undone = 0
    while opened.undo(summary_of):
        undone += 1
    assert 150 <= undone < 300
    assert file_of(opened.body).shipment.title == str(300 - undone)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("inverse", '\'[[["shipment","nowhere","x"],1]]\''),
        ("inverse", "'[[[]]]'"),
        ("inverse", "'cut off ['"),
        ("inverse", '\'[[["shipment","title"],"another"]]\''),
        ("after", "'0'"),
    ],
)
def test_a_damaged_history_ends_and_the_document_stays(
    store: Store, path: Path, driver: Driver, reopen: Opener, column: str, value: str
) -> None:
    document = kept(store, titled("0"))
    store.opened(document).keep([step("1"), step("2")], Summary())
    store.close()
    raw = driver.module.connect(str(path))
    raw.execute(f'UPDATE journal SET "{column}" = {value} WHERE seq = 2')  # noqa: S608
    raw.commit()
    raw.close()
    again = reopen()
    assert again.opened(document).undo(summary_of) is None
    assert shipment_in(again, document).title == "2"
    again.opened(document).keep([step("3")], Summary())
    assert again.opened(document).undo(summary_of)
    assert shipment_in(again, document).title == "2"
    again.close()


def test_a_step_that_a_newer_program_named_has_a_plain_name_here(store: Store) -> None:
    opened = store.opened(kept(store, titled("0")))
    opened.keep([Change(body_of(titled("1")), Message("future.unheard_of", {}))], Summary())
    store.release(opened.id)
    undo = store.opened(opened.id).saved.undo
    assert undo is not None
    assert undo.into("id") == "satu langkah"


class History(RuleBasedStateMachine):
    """A document and a list of what it was."""

    @initialize(name=st.sampled_from(("sqlcipher3.dbapi2", "sqlite3")))
    def begin(self, name: str) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="siap-ekspor-test-")
        self.reopen = opener(Path(self.folder.name) / "s.db", driver_of(name))
        self.store = self.reopen()
        self.document = kept(self.store, titled("0"))
        self.past: list[str] = ["0"]
        self.future: list[str] = []

    @rule(titles=st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3))
    def change(self, titles: list[str]) -> None:
        self.store.opened(self.document).keep([step(title) for title in titles], Summary())
        for title in titles:
            if title != self.past[-1]:
                self.past.append(title)
                self.future = []

    @rule()
    def undo(self) -> None:
        saved = self.store.opened(self.document).undo(summary_of)
        assert (saved is not None) == (len(self.past) > 1)
        if saved:
            self.future.append(self.past.pop())

    @rule()
    def redo(self) -> None:
        saved = self.store.opened(self.document).redo(summary_of)
        assert (saved is not None) == bool(self.future)
        if saved:
            self.past.append(self.future.pop())

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = self.reopen()

    @rule()
    def close_the_document(self) -> None:
        self.store.release(self.document)

    @invariant()
    def is_what_the_list_says(self) -> None:
        opened = self.store.opened(self.document)
        assert file_of(opened.body).shipment.title == self.past[-1]
        assert opened.saved.undo == (called(self.past[-1]) if len(self.past) > 1 else None)
        assert opened.saved.redo == (called(self.future[-1]) if self.future else None)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=15, stateful_step_count=30, deadline=None)
