"""Draws one picture in a process of its own and says how long it took, what came of it, and the memory it had."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from app.render.images import opened

began = time.process_time()
try:
    result = "x".join(map(str, opened(sys.stdin.buffer.read()).size))
except Exception as error:  # noqa: BLE001 - the class is what is asked for
    result = type(error).__name__
spent = time.process_time() - began
# The system's own note of the most that this process had; that of the module resource counts its parent, too.
most = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
print(result, spent, int(most[1]) // 1024 if most else "unknown")
