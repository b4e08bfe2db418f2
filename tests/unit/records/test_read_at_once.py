"""Two threads may read their first shipment at the same moment."""

from __future__ import annotations

import subprocess
import sys

_BOTH = """
import sys, threading
from app.records.shipment_file import read_shipment
from app.services.samples import sample_bytes

data = sample_bytes("footwear_rotterdam")
sys.setswitchinterval(1e-6)
together = threading.Barrier(2)
read = []

def first():
    together.wait()
    read.append(read_shipment(data))

threads = [threading.Thread(target=first) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len(read) == 2 and read[0] == read[1]
"""


def test_the_first_two_shipments_may_be_read_at_once() -> None:
    # What msgspec prepares at first use is half made while it is prepared: the other thread would crash the process.
    for _ in range(3):
        ended = subprocess.run([sys.executable, "-c", _BOTH], capture_output=True, check=False, timeout=60)
        assert ended.returncode == 0, ended.stderr.decode()
