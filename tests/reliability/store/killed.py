"""A process that forks writers, kills them at any moment, and looks at what they left.

``python -m tests.reliability.store.killed WHAT FOLDER DRIVER KILLS`` prints what it found as JSON. Forking spares the
imports, so that a hundred kills take seconds.
"""

from __future__ import annotations

import datetime
import itertools
import json
import os
import random
import select
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.domain.attachments import attach
from app.records.shipment_file import ShipmentFile, write_shipment
from app.services.files import open_shipment
from app.services.shipment_list import add_shipment
from app.store import opening
from app.store.backup import backup_folder, verified_backups
from app.store.backup_names import read_name
from app.store.body import file_of
from app.store.driver import Driver, driver_of
from app.store.store import Store, open_store
from app.store.values import SHIPMENT, Listed, Summary
from tests.reliability.store.later_schema import SCHEMA, STEPS, state_of
from tests.reliability.store.lines import long_shipment
from tests.reliability.store.saves import Found, first_save, found, save
from tests.unit.store.stores import NOON, Ticking, kept, opener, titled

Work = Callable[[int], None]
"""What the child does; it writes into the pipe what it has reached."""
NAME = "siap-ekspor.db"


def killed(work: Work, hear: int, seconds: float) -> bytes:
    """What a child said before it was killed, ``seconds`` after it was heard ``hear`` times."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        work(writer)
        os._exit(0)
    os.close(writer)
    heard = b"".join(os.read(reader, 64) for _ in range(hear))
    select.select([], [], [], seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reader, 4096):
        heard += more
    os.close(reader)
    return heard


def saves(folder: Path, driver: Driver, kills: int) -> dict[str, object]:
    """Killed while saving: what was acknowledged is there, and nothing of half a save."""
    reopen, dice = opener(folder / NAME, driver), random.Random(kills)
    store = reopen()
    document = first_save(store)
    # Here, so that no child has to work the statements out anew.
    save(store, document, last := 1)
    store.close()
    lost = torn = commits = 0
    slowest = 0.0

    def work(pipe: int) -> None:
        store = reopen()
        for n in itertools.count(last + 1):
            save(store, document, n)
            os.write(pipe, b"%d\n" % n)

    for _ in range(kills):
        said = int(killed(work, dice.randrange(1, 6), dice.uniform(0, 0.004)).split()[-1])
        began = time.monotonic()
        state = found(reopen, document)
        slowest = max(slowest, time.monotonic() - began)
        commits += said - last
        last = state.number if isinstance(state, Found) else said
        lost += last < said
        torn += not (isinstance(state, Found) and state.whole and state.sound) or last > said + 1
    return {"lost": lost, "torn": torn, "slowest": round(slowest, 3), "commits": commits}


def backups(folder: Path, driver: Driver, kills: int) -> dict[str, object]:
    """Killed while backing up and clearing old backups away: every file with a backup's name is a whole backup."""
    path, dice = folder / NAME, random.Random(kills)
    store = opener(path, driver)()
    document = first_save(store)
    save(store, document, 1)
    last = store.back_up().number
    store.close()
    broken = lost = most = 0

    def work(pipe: int) -> None:
        # Seven hours between two backups, so that old ones are cleared away again and again.
        clock = Ticking(NOON + last * datetime.timedelta(hours=7))
        store = open_store(path, clock, driver=driver)
        for n in itertools.count(last + 1):
            clock.now += datetime.timedelta(hours=7)
            save(store, document, n)
            os.write(pipe, b"%d\n" % store.back_up().number)

    for _ in range(kills):
        said = int(killed(work, dice.randrange(1, 5), dice.uniform(0, 0.01)).split()[-1])
        named = [name for file in backup_folder(path).iterdir() if (name := read_name(file.name))]
        whole = list(verified_backups(backup_folder(path), driver, None))
        broken += len(named) - len(whole)
        lost += whole[0].number < said
        last, most = whole[0].number, max(most, len(whole))
    return {"broken": broken, "lost": lost, "made": last, "kept": len(whole), "most": most}


def migrations(folder: Path, driver: Driver, kills: int) -> dict[str, object]:
    """Killed while the tables are brought up to a later shape: all of it or nothing, with a backup of before."""
    dice, before, path = random.Random(kills), folder / "before", folder / "now" / NAME
    store = opener(before / NAME, driver)()
    for n in range(30):
        kept(store, titled(str(n)))
    store.close()
    vars(opening).update(SCHEMA=SCHEMA, STEPS=STEPS)

    def work(pipe: int) -> None:
        os.write(pipe, b"begun")
        open_store(path, Ticking(), driver=driver)
        os.write(pipe, b"done.")

    states, unsaved, seconds = Counter[str](), 0, 0.0
    for n in range(-1, kills):
        shutil.rmtree(path.parent, ignore_errors=True)
        shutil.copytree(before, path.parent)
        began = time.monotonic()
        # The first is not killed before it is done, so that one knows how long it takes.
        killed(work, 2 if n < 0 else 1, dice.uniform(0, 1.2 * seconds))
        seconds = seconds or time.monotonic() - began
        states[state_of(path)] += 1
        unsaved += state_of(path) == "new" and not list(verified_backups(backup_folder(path), driver, None))
    return {**{name: states[name] for name in ("old", "new", "mixed")}, "without a backup": unsaved}


def imports(folder: Path, driver: Driver, kills: int) -> dict[str, object]:
    """Killed while a shipment file with attachments is taken in: all of it, or nothing, and never twice."""
    path, dice = folder / NAME, random.Random(kills)
    reopen, file = opener(path, driver), folder / "sent.ekspor"
    file.write_bytes(write_shipment(sent()))
    reopen().close()

    def work(pipe: int) -> None:
        store = reopen()
        while True:
            add_shipment(store, open_shipment(file), None, lambda shipment: Summary(title=shipment.title))
            os.write(pipe, b".")

    told, torn, lost, more = 0, 0, 0, 0
    seen: set[str] = set()
    for _ in range(kills):
        told = len(seen) + len(killed(work, dice.randrange(4), dice.uniform(0, 0.03)))
        store = reopen()
        new = [row for row in store.listed(SHIPMENT) if row.id not in seen]
        torn += sum(not _is_as_sent(store, row) for row in new) + (not store.health().sound)
        seen |= {row.id for row in new}
        lost, more = lost + max(told - len(seen), 0), more + (len(seen) > told)
        store.close()
    return {"taken in": len(seen), "torn": torn, "lost": lost, "done but not told": more}


def sent() -> ShipmentFile:
    """A shipment with two hundred lines and an attachment of a quarter of a megabyte, so that taking it in is long."""
    attachment = attach("a1", "foto.pdf", "application/pdf", random.Random(9).randbytes(250_000))
    return ShipmentFile(msgspec.structs.replace(long_shipment(200), title="sent", attachments=(attachment,)))


def _is_as_sent(store: Store, row: Listed) -> bool:
    """Whether a document is what the file holds, with one beginning and no step before it."""
    opened = store.opened(row.id)
    is_whole = file_of(opened.body) == sent() and opened.saved.undo is None and (row.title, row.version) == ("sent", 1)
    store.release(row.id)
    return is_whole


SCENES = {"saves": saves, "backups": backups, "migrations": migrations, "imports": imports}


def main(what: str, folder: str, driver: str, kills: int) -> None:
    """Kill, look, and go on from what was found."""
    print(json.dumps(SCENES[what](Path(folder), driver_of(driver), kills)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
