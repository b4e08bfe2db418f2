"""The writer is killed at any moment; the disk has no more room."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.driver import Driver
from tests.unit.store.stores import DRIVERS

KILLED = """
import json, os, random, select, signal, sys, time
from pathlib import Path
from app.store.driver import driver_of
from app.store.values import Scratch, Summary
from tests.unit.store.stores import kept, opener, shipment_in, step, titled

reopen = opener(Path(sys.argv[1]) / "s.db", driver_of(sys.argv[2]))
kills, dice = int(sys.argv[3]), random.Random(sys.argv[2])
store = reopen()
document = kept(store, titled("0"))
store.close()
steps = [step(str(n)) for n in range(2000)]


def write_until_killed(pipe, n):
    store = reopen()
    opened = store.opened(document)
    while True:
        n += 1
        # Several steps and the half-typed text in one transaction, so that half of one would show.
        opened.keep([steps[2 * n - 1], steps[2 * n]], Summary(title=str(2 * n)), Scratch("title", str(2 * n)))
        os.write(pipe, b"%d\\n" % n)


acknowledged, lost, torn, slowest, commits = 0, 0, 0, 0.0, 0
for _ in range(kills):
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        write_until_killed(writer, acknowledged)
    os.close(writer)
    heard = b""
    for _ in range(dice.randrange(1, 12)):
        heard += os.read(reader, 64)
    select.select([], [], [], dice.uniform(0, 0.004))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reader, 4096):
        heard += more
    os.close(reader)
    said = int(heard.split()[-1])
    commits += said - acknowledged
    began = time.monotonic()
    store = reopen()
    opened = store.opened(document)
    title = int(shipment_in(store, document).title)
    slowest = max(slowest, time.monotonic() - began)
    lost += title < 2 * said
    columns = store.listed("shipment")[0].title
    whole = opened.scratch.text == str(title) and columns == str(title) and opened.saved.undo.params["label"].id == str(title)
    torn += not (whole and title % 2 == 0 and title <= 2 * said + 2 and store.health() == (True, ()))
    acknowledged = title // 2
    store.close()
print(json.dumps({"lost": lost, "torn": torn, "slowest": slowest, "commits": commits}))
"""


@pytest.mark.parametrize("driver_name", DRIVERS)
def test_a_killed_writer_loses_nothing_that_was_acknowledged(tmp_path: Path, driver_name: str) -> None:
    command = [sys.executable, "-c", KILLED, str(tmp_path), driver_name, "20"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert (found["lost"], found["torn"]) == (0, 0)
    assert found["commits"] >= 20
    assert found["slowest"] < 2


NO_ROOM = """
import resource, signal, sys
from pathlib import Path
from app.store.driver import driver_of
from app.store.trouble import DiskFull, IoTrouble
from app.store.values import Summary
from tests.unit.store.stores import kept, opener, shipment_in, step, titled

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path, limit = Path(sys.argv[1]) / "s.db", int(sys.argv[3])
reopen = opener(path, driver_of(sys.argv[2]))
store = reopen()
document = kept(store, titled("0"))
steps = [step(f"{n} " + "long " * 90) for n in range(400)]
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + limit, resource.RLIM_INFINITY))
opened, saved, failed = store.opened(document), 0, 0
for n in range(400):
    try:
        opened.keep([steps[n]], Summary(title=str(n)))
        saved = n
    except (DiskFull, IoTrouble):
        failed += 1
        if failed == 3:
            break
at_failure = opened.saved.version
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
after = opened.keep()
print(failed, saved == n - 3, after.version == at_failure + 1, opened.saved.undo == steps[n].step)
undone = [opened.undo(lambda body: None) is not None for _ in range(3)]
print(undone, shipment_in(store, document).title == steps[saved].body.tree["shipment"]["title"])
print(store.health() == (True, ()))
store.close()
again = reopen()
print(shipment_in(again, document).title == steps[saved].body.tree["shipment"]["title"])
again.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on file size is POSIX")
@pytest.mark.parametrize("limit", [0, 40_000, 300_000])
def test_a_full_disk_loses_nothing_and_saving_goes_on_when_there_is_room(
    tmp_path: Path, driver: Driver, limit: int
) -> None:
    command = [sys.executable, "-c", NO_ROOM, str(tmp_path), driver.module.__name__, str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.stderr == ""
    assert done.stdout.split("\n") == ["3 True True True", "[True, True, True] True", "True", "True", ""]
