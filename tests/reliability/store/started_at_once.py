"""Processes that open one store at the same moment, and processes that die while they have it.

``python -m tests.reliability.store.started_at_once WHAT FOLDER THERE|DRIVER COUNT`` prints what it found as JSON.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
from pathlib import Path

from app.store.driver import Driver, driver_of
from app.store.store import Store
from app.store.trouble import InUse, StoreTrouble
from app.store.values import Summary
from tests.unit.store.stores import Opener, kept, opener, step, titled

NAME = "siap-ekspor.db"


def start(reopen: Opener, go: int, said: int, hold: int) -> None:
    """Wait for the sign, open the store, keep a document, hold the store until told."""
    os.read(go, 1)
    try:
        store = reopen()
    except InUse:
        os.write(said, b"i")
        os._exit(0)
    kept(store, titled("mine"))
    os.write(said, b"w")
    os.read(hold, 1)
    store.close()
    os._exit(0)


def starts(folder: Path, there: int, count: int) -> dict[str, object]:
    """All at once; the one who has it keeps it until all the others have been answered."""
    reopen = opener(folder / NAME)
    if there:
        begun(reopen).close()
    heard = answers_of(reopen, count)
    store = reopen()
    documents = len(store.listed("shipment"))
    store.close()
    files = [file for file in folder.iterdir() if file.is_file()]
    return {
        "wrote": heard.count(b"w"),
        "told it is in use": heard.count(b"i"),
        "documents": documents,
        "stores": len(files),
    }


def answers_of(reopen: Opener, count: int) -> bytes:
    """A letter from each: whether it has the store, or was told that it is in use."""
    go, said, hold = os.pipe(), os.pipe(), os.pipe()
    children = []
    for _ in range(count):
        child = os.fork()
        if child == 0:
            start(reopen, go[0], said[1], hold[0])
        children.append(child)
    os.write(go[1], b"." * count)
    heard = b""
    while len(heard) < count and select.select([said[0]], [], [], 60)[0]:
        heard += os.read(said[0], 1)
    os.write(hold[1], b"." * count)
    for child in children:
        os.waitpid(child, 0)
    return heard


def locks(folder: Path, there: int, count: int) -> dict[str, object]:
    """One after the other, each killed while it has the store."""
    reopen = opener(folder / NAME)
    begun(reopen).close()
    opened, slowest = 0, 0.0
    for _ in range(count):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            kept(reopen(), titled("mine"))
            os.write(writer, b".")
            signal.pause()
        os.read(reader, 1)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        began = time.monotonic()
        store = reopen()
        slowest = max(slowest, time.monotonic() - began)
        opened += store.read_only is None
        store.close()
    return {"opened": opened, "slowest": round(slowest, 3)}


def turns(folder: Path, driver: Driver, count: int) -> dict[str, object]:
    """Two programs open one store in turns, whoever comes first, and save once each time."""
    reopen = opener(folder / NAME, driver)
    store = reopen()
    document = kept(store, titled("0"))
    store.close()
    reader, writer = os.pipe()
    children = []
    for name in "ab":
        child = os.fork()
        if child == 0:
            os.write(writer, b"".join(_turn(reopen, document, f"{name}{n}") for n in range(count)))
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    os.close(writer)
    said = b""
    while more := os.read(reader, 65536):
        said += more
    store = reopen()
    version, sound = store.opened(document).saved.version, store.health().sound
    store.close()
    return {"saved": said.count(b"s"), "refused": said.count(b"r"), "version": version, "sound": sound}


def _turn(reopen: Opener, document: str, title: str) -> bytes:
    """One save, as soon as the store is free; s where it was kept, r where anything but "in use" was said."""
    while True:
        try:
            store = reopen()
        except InUse:
            # The other one has it: as a person does, try again.
            os.sched_yield()
            continue
        except StoreTrouble:
            return b"r"
        try:
            store.opened(document).keep([step(title)], Summary(title=title))
        except StoreTrouble:
            return b"r"
        finally:
            store.close()
        return b"s"


def begun(reopen: Opener) -> Store:
    """A store with one document."""
    store = reopen()
    kept(store, titled("first"))
    return store


SCENES = {"starts": starts, "locks": locks}

if __name__ == "__main__":
    what, where, how, many = sys.argv[1:]
    if what == "turns":
        print(json.dumps(turns(Path(where), driver_of(how), int(many))))
    else:
        print(json.dumps(SCENES[what](Path(where), int(how), int(many))))
