"""A process that forks writers, kills them at any moment, and looks for what they said was saved.

``python -m tests.unit.store.killed_writer FOLDER DRIVER KILLS`` prints what it found as JSON. Forking spares the
imports, so that twenty kills take seconds.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path

from app.store.driver import driver_of
from app.store.values import Change, Scratch, Summary
from tests.unit.store.stores import Opener, kept, opener, shipment_in, step, titled


def write_until_killed(reopen: Opener, document: str, steps: list[Change], pipe: int, n: int) -> None:
    """Several steps and the half-typed text in each transaction, so that half of one would show."""
    opened = reopen().opened(document)
    while True:
        n += 1
        title = str(2 * n)
        opened.keep([steps[2 * n - 1], steps[2 * n]], Summary(title=title), Scratch("title", title))
        os.write(pipe, b"%d\n" % n)


def killed(reopen: Opener, document: str, steps: list[Change], n: int, dice: random.Random) -> int:
    """The last save that a writer acknowledged before it was killed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        write_until_killed(reopen, document, steps, writer, n)
    os.close(writer)
    heard = b"".join(os.read(reader, 64) for _ in range(dice.randrange(1, 12)))
    select.select([], [], [], dice.uniform(0, 0.004))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reader, 4096):
        heard += more
    os.close(reader)
    return int(heard.split()[-1])


def found(reopen: Opener, document: str) -> tuple[int, bool, float]:
    """What stands in the store: the title's number, whether all of it is of one transaction, seconds to open it."""
    began = time.monotonic()
    store = reopen()
    title = shipment_in(store, document).title or ""
    seconds = time.monotonic() - began
    opened, listed = store.opened(document), store.listed("shipment")[0]
    undo = opened.saved.undo
    parts = (opened.scratch and opened.scratch.text, listed.title, undo and undo.params["label"].id)
    sound = store.health().sound
    store.close()
    return int(title), sound and set(parts) == {title} and int(title) % 2 == 0, seconds


def main(folder: str, driver: str, kills: int) -> None:
    """Kill, look, and go on from what was found."""
    reopen, dice = opener(Path(folder) / "s.db", driver_of(driver)), random.Random(driver)
    store = reopen()
    document = kept(store, titled("0"))
    store.close()
    steps = [step(str(n)) for n in range(1000)]
    lost = torn = commits = acknowledged = 0
    slowest = 0.0
    for _ in range(kills):
        said = killed(reopen, document, steps, acknowledged, dice)
        commits += said - acknowledged
        title, whole, seconds = found(reopen, document)
        slowest = max(slowest, seconds)
        lost += title < 2 * said
        torn += not whole or title > 2 * said + 2
        acknowledged = title // 2
    print(json.dumps({"lost": lost, "torn": torn, "slowest": slowest, "commits": commits}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
