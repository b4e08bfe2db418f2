"""Run in a process of its own: draws one invoice and prints the process' peak memory as JSON."""

import json
import sys
from pathlib import Path

from tests.benchmarks.invoice_text import invoice_sheet, invoice_text
from tests.benchmarks.papers import paper


def main(lines: int) -> None:
    """Draw `lines` lines and print the peak."""
    paper(invoice_sheet(invoice_text(lines, lines)))
    sys.stdout.write(json.dumps({"peak": peak_memory()}))


def peak_memory() -> int:
    """Most memory this process ever held, in the system's own unit."""
    status = Path("/proc/self/status")
    if status.exists():
        # Linux' ru_maxrss starts with what the parent held; this starts with the program itself.
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return _peak_of_the_system()


if sys.platform == "win32":

    def _peak_of_the_system() -> int:
        import ctypes
        from ctypes import wintypes

        class Counters(ctypes.Structure):
            _fields_ = [
                ("size", wintypes.DWORD), ("faults", wintypes.DWORD), ("peak", ctypes.c_size_t),
                *((f"other{number}", ctypes.c_size_t) for number in range(7)),
            ]  # fmt: skip

        counters = Counters(size=ctypes.sizeof(Counters))
        process = wintypes.HANDLE(-1)
        ctypes.WinDLL("psapi").GetProcessMemoryInfo(process, ctypes.byref(counters), counters.size)
        return int(counters.peak)

else:

    def _peak_of_the_system() -> int:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
