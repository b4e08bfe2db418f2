"""A process whose files may not grow any more, which is what a full disk is to it, and then may again.

``python -m tests.reliability.store.full_disk FOLDER DRIVER BYTES`` prints what it found as JSON.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
from pathlib import Path

from app.store.driver import driver_of
from app.store.open_document import OpenDocument
from app.store.trouble import DiskFull, IoTrouble
from app.store.values import Change, Summary
from tests.unit.store.stores import kept, opener, shipment_in, step, titled


def write_until_refused(opened: OpenDocument, steps: list[Change]) -> tuple[int, int]:
    """The number of the last step that was saved, -1 where none was, and how many were refused in a row."""
    saved, failed = -1, 0
    for n, change in enumerate(steps):
        try:
            opened.keep([change], Summary(title=str(n)))
            saved = n
        except (DiskFull, IoTrouble):
            failed += 1
            if failed == 3:
                break
    return saved, failed


def limit_files(size: int) -> None:
    """No file may have more bytes than ``size``; growing further is an error and no signal."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def main(folder: str, driver: str, limit: int) -> None:
    """Fill the disk, make room, and look what became of the steps."""
    path = Path(folder) / "s.db"
    reopen = opener(path, driver_of(driver))
    store = reopen()
    document = kept(store, titled("0"))
    steps = [step(f"{n} " + "long " * 90) for n in range(400)]
    limit_files(path.stat().st_size + limit)
    opened = store.opened(document)
    saved, failed = write_until_refused(opened, steps)
    before = opened.saved.version
    limit_files(resource.RLIM_INFINITY)
    after = opened.keep()
    undone = [opened.undo(lambda _: None) is not None for _ in range(failed)]
    wanted = steps[saved].body.tree["shipment"]["title"] if saved >= 0 else "0"
    report = {
        "failed": failed,
        "one version more": after.version == before + 1,
        "last step": after.undo == steps[saved + failed].step,
        "each step undone": undone,
        "as before": shipment_in(store, document).title == wanted,
        "sound": store.health(),
    }
    store.close()
    print(json.dumps({**report, "after a restart": shipment_in(reopen(), document).title == wanted}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
