"""Steps back and forth, over restarts, against a model that is a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.store import journal
from app.store.body import body_of, encoded, file_of
from app.store.driver import Driver
from app.store.store import Store
from app.store.values import Change, Summary
from app.words import Message
from tests.unit.store.stores import Opener, called, kept, shipment_in, step, summary_of, titled


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
