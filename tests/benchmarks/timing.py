"""Timing in turn in one process: medians of processor time, other data each run."""

import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import TypeVar

T = TypeVar("T")


def seconds(work: Callable[[T], object], on: T) -> float:
    """Processor time of one call."""
    start = time.process_time()
    work(on)
    return time.process_time() - start


def medians(works: Sequence[Callable[[int], Callable[[], object]]], runs: int) -> list[float]:
    """The median of each work. A work makes, from the run's number, what is then timed; all take turns."""
    times: list[list[float]] = [[] for _ in works]
    for run in range(-1, runs):
        for index, work in enumerate(works):
            spent = seconds(lambda ready: ready(), work(run))
            # The first run warms fonts, templates and caches up and is not counted.
            if run >= 0:
                times[index].append(spent)
    return [median(found) for found in times]
