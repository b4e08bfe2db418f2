"""Draws one picture in a process of its own and says how long it took, what came of it, and the memory it had."""

from __future__ import annotations

import resource
import sys
import time

from app.render.images import opened

began = time.process_time()
try:
    result = "x".join(map(str, opened(sys.stdin.buffer.read()).size))
except Exception as error:  # noqa: BLE001 - the class is what is asked for
    result = type(error).__name__
print(result, time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
