"""P13: a mistake in any public function of services or store is heard of once; nothing is lost, the day goes on."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from app.kinds.circumstances import Circumstances
from app.render.template import SUFFIX
from app.services.program import Program
from tests.reliability.files.day import Day
from tests.reliability.files.injected import Injected, injected, store_targets, targets

pytestmark = pytest.mark.bar("P13")
NOT_THAT_DAY = frozenset({
    # Before there is a store, or while it is closed: the command line and the start.
    "backups.back_up_now", "backups.copy_to_this_computer", "backups.named_backup", "backups.restore",
    "backups.opened_for_backup", "register.register_now", "second_copies.back_up_to",
    "data_folder.asked_folder", "data_folder.data_folder", "program.start", "program.start_anyway",
    "storage_thread.StorageThread.restore",
    "list_import.as_csv", "list_import.differences", "list_import.preview", "list_import.take", "list_import.undo",
    "list_words.changes",
    # Only where something has gone wrong already, or the clock has.
    "backups.clock_trouble", "log.Log.event", "log.Log.mistake", "log.event_number", "log.events_path", "log.frames_of",
    "log.mistake_number", "obstacle.Obstacle.into", "obstacle.obstacle", "program.LeftOut.into", "storage_jobs.report",
    # The last thing a program does with a store; what it leaves then is what a kill leaves (P1).
    "store.Store.close", "storage_thread.StorageThread.tell_nobody",
    # Without a branch and without data: what the queue of the storage thread is made of, and a single look-up.
    "storage_jobs.belongs", "storage_thread.at_once", "shipment_changes.own_text",
})  # fmt: skip
"""What the day does not call, with the reason; everything else that is public has to be called."""
STEPS_OF = {
    "backups": ["list"], "beginnings": ["list"], "exporters": ["list"], "recent_files": ["list"],
    "second_copies": ["list"], "carrying_over": ["list"], "books": ["keep_books"], "book_entries": ["keep_books"],
    "register": ["keep_books"], "made_papers": ["keep_books"], "what_changed": ["keep_books"],
    "shipment_list": ["list"], "store": ["list", "edit", "keep_books"],
    "editing": ["edit_rows", "edit", "take_more"], "open_value": ["edit"],
    "shipment_changes": ["edit_rows", "edit", "take_more"],
    "files": ["draw", "keep_files"], "samples": ["keep_files"], "settings": ["keep_files"], "papers": ["draw"],
    "paper_names": ["draw"], "paper_spots": ["draw"], "paper_files": ["draw"], "review": ["draw"],
    "grid_totals": ["draw"], "shipment_schema": ["draw"], "typing_sheet": ["draw"], "needed_papers": ["advise"],
    "code_habits": ["look_up"], "hs_lookup": ["look_up"], "hs_words": ["look_up"], "list_words": ["look_up"],
    "cell_block": ["take_more"], "grid_edits": ["take_more"], "packing_summary": ["take_more"],
    "pictures": ["take_more"], "credit_text": ["take_more"], "portal_files": ["take_more"], "teller": ["take_more"],
    "proposed": ["take_more"], "compared": ["take_more"],
    "table_import": ["take_table"], "table_columns": ["take_table"],
}  # fmt: skip
"""Where a module's functions are called in one part of the day only; the others take a whole one."""
ALL = targets() | store_targets()
TARGETS = {name: target for name, target in ALL.items() if name not in NOT_THAT_DAY}


@pytest.fixture(autouse=True)
def reported(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the storage thread reports to the program's hook, instead of on the error stream."""
    found: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: found.append(args.exc_type.__name__))
    return found


@pytest.fixture(scope="module")
def quick(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program with a short template instead of its own, since every paper is drawn a hundred times."""
    folder = tmp_path_factory.mktemp("templates")
    body = '<document><p path="buyer.name">{{ d["buyer.name"] }}</p></document>'
    for form in program.catalog.forms:
        (folder / f"{form}{SUFFIX}").write_text(body, encoding="utf-8")
    return program._replace(templates=[folder])


@pytest.mark.parametrize("name", TARGETS)
def test_after_a_mistake_nothing_is_lost_and_the_day_goes_on(
    tmp_path: Path, quick: Program, at: Circumstances, reported: list[str], name: str
) -> None:
    with injected(TARGETS[name]) as fault:
        day = Day(tmp_path, quick, at)
        day.work(STEPS_OF.get(name.partition(".")[0], ()))
        assert day.editing.status.state == "saved"
        assert not day.edited or day.editing.value.title == "an order"
        assert day.opened_again() == day.editing.value
        assert day.editing.value.general_description == "after all"
    assert fault.calls, f"nothing of {day.__class__.__module__} calls {name}: let it, or say why not in NOT_THAT_DAY"
    assert set(reported) <= {Injected.__name__}


def test_what_the_day_leaves_out_is_there() -> None:
    print(f"P13: {len(TARGETS)} of {len(ALL)} public functions and methods fail once each")
    assert set(ALL) >= NOT_THAT_DAY
