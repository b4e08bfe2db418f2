"""A process that forks typists, kills them while they type, and looks how much of the typing is there afterwards.

``python -m tests.unit.services.killed_typist FOLDER KILLS`` prints as JSON how many seconds of typing each kill cost.
"""

from __future__ import annotations

import json
import os
import queue
import random
import select
import signal
import sys
import time
from functools import partial
from pathlib import Path

from app.kinds.circumstances import Circumstances
from app.services.editing import Editing
from app.services.opened import Opened, open_document
from app.services.program import Program, start
from app.services.storage_thread import Answer, StorageThread
from app.store.values import Summary
from tests.conftest import TODAY
from tests.unit.services.documents import PATIENCE, ignored, nothing, unwanted
from tests.unit.store.stores import Ticking, kept, opener, shipment_in, titled

PACE = 0.03
"""Seconds between two letters: nobody types as fast, so that the thread is kept busier than it will be."""


def type_until_killed(path: Path, document: str, program: Program, pipe: int, n: int) -> None:
    """Count upwards in one field; every seventh number is accepted, the others are half-typed text."""
    at = program.circumstances(TODAY, "id")
    editing, answers = _on_screen(path, document, program, at)
    while True:
        n += 1
        editing.note("title", str(n))
        if n % 7 == 0:
            editing.change_text("title", str(n))
        os.write(pipe, b"%d %.4f\n" % (n, time.monotonic()))
        select.select([], [], [], PACE)
        while not answers.empty():
            answers.get()()


def _on_screen(path: Path, document: str, program: Program, at: Circumstances) -> tuple[Editing, queue.Queue[Answer]]:
    answers: queue.Queue[Answer] = queue.Queue()
    thread = StorageThread(path, Ticking(), answers.put)
    thread.start()
    found: list[Opened] = []
    thread.ask(partial(open_document, document=document), found.append, unwanted)
    answers.get(timeout=PATIENCE)()
    catalog = program.catalog
    return Editing(found[0], thread, catalog, at, lambda _: Summary(), ignored, nothing), answers


def typed_until_killed(path: Path, document: str, program: Program, n: int, seconds: float) -> list[tuple[int, float]]:
    """Each number that was typed, and how long before the end."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        type_until_killed(path, document, program, writer, n)
    os.close(writer)
    heard = os.read(reader, 4096)
    select.select([], [], [], seconds)
    os.kill(child, signal.SIGKILL)
    killed = time.monotonic()
    os.waitpid(child, 0)
    while more := os.read(reader, 65536):
        heard += more
    os.close(reader)
    return [(int(number), killed - float(at)) for number, at in map(bytes.split, heard.splitlines())]


def main(folder: str, kills: int) -> None:
    """Type, kill, look, and go on from what was found."""
    path, dice = Path(folder) / "s.db", random.Random(5)
    program = start(Path(folder))
    reopen = opener(path)
    store = reopen()
    document = kept(store, titled("0"))
    store.close()
    found, lost = 0, []
    for _ in range(kills):
        typed = typed_until_killed(path, document, program, found, dice.uniform(0.5, 1.5))
        store = reopen()
        scratch = store.opened(document).scratch
        found = max(int(shipment_in(store, document).title or 0), int(scratch.text) if scratch else 0)
        store.close()
        lost.append(max((ago for number, ago in typed if number > found), default=0.0))
    print(json.dumps(lost))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
