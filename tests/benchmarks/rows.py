"""All rows of the benchmark, in order. A row is measured when it is asked for."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.benchmarks.boxed_form import boxed_form
from tests.benchmarks.papers import against_floor, against_handwritten, growth, memory
from tests.benchmarks.preview import letter_to_paper, page_to_frame
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.saving import saving
from tests.benchmarks.shipment_text import text_against_drawing
from tests.benchmarks.start import starts


class Group(NamedTuple):
    """Ratios that come out of one measurement: their ids, and how to measure them."""

    ids: tuple[str, ...]
    measure: Callable[[], Iterator[Ratio]]
    is_time: bool = False
    """Whether it is a time beside a fixed time, which depends on the machine: shown, never a reason to fail."""


# Goals: the ratios of the engine's design study (50 and 500 lines, text, growth, memory), then those of the window.
GROUPS: tuple[Group, ...] = (
    Group(("invoice.50.drawstring", "invoice.50.platypus"), lambda: against_handwritten(50, 21, (0.5, 0.22))),
    Group(("invoice.500.drawstring", "invoice.500.platypus"), lambda: against_handwritten(500, 7, (0.35, 0.15))),
    # What a paper costs however short it is: template, checks of it, places.
    Group(("invoice.50.floor",), lambda: against_floor(50, 21, 1.7)),
    Group(("invoice.500.floor",), lambda: against_floor(500, 7, 2.0)),
    Group(("peb.drawstring", "peb.platypus"), lambda: boxed_form(3, 21, (0.7, 0.2))),
    Group(("text.50",), lambda: text_against_drawing(50, 21, 0.5)),
    Group(("text.500",), lambda: text_against_drawing(500, 7, 0.5)),
    Group(("invoice.5000.over.500",), lambda: growth(5000, 500, (3, 9), 10.5)),
    Group(("invoice.10000.over.5000",), lambda: growth(10_000, 5000, (3, 3), 2.1)),
    Group(("memory.5000.over.5",), lambda: memory(5000, 5, 2.0)),
    Group(("save.200.sqlite3",), lambda: saving(200, 151, 3.0)),
    Group(("start", "start.filled"), lambda: starts(9)),
    Group(("preview",), lambda: letter_to_paper(50, 15, 2.0)),
    Group(("preview.frame",), lambda: page_to_frame(50, 15), is_time=True),
)


def ratios(word: str = "") -> Iterator[Ratio]:
    """The rows whose id holds `word`; groups without such a row are not measured."""
    for group in GROUPS:
        if any(word in name for name in group.ids):
            yield from (ratio for ratio in group.measure() if word in ratio.id)
