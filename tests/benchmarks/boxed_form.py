"""The export declaration's page of numbered boxes, beside the same page written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportlab import rl_config

from tests.benchmarks import drawstring_form, platypus_form
from tests.benchmarks.form_text import FormText, form_roots, form_sheet, form_text
from tests.benchmarks.papers import TEMPLATES, Work, paper
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.timing import medians


def boxed_form(lines: int, runs: int, goals: tuple[float, float]) -> Iterator[Ratio]:
    """Ready text to PDF bytes, beside a drawString canvas and platypus: same fonts, switches and font cache."""
    rl_config.useA85 = 0
    works = [_ours(lines), _baseline(drawstring_form.draw, lines), _baseline(platypus_form.draw, lines)]
    ours, canvas, platypus = medians(works, runs)
    yield Ratio("peb.drawstring", ours / canvas, goals[0])
    yield Ratio("peb.platypus", ours / platypus, goals[1])


def _ours(lines: int) -> Work:
    def ready(run: int) -> Callable[[], object]:
        sheet = form_sheet(form_roots(lines, run + lines))
        return lambda: paper(sheet)

    return ready


def _baseline(draw_text: Callable[[FormText], bytes], lines: int) -> Work:
    def ready(run: int) -> Callable[[], object]:
        text = form_text(form_roots(lines, run + lines), TEMPLATES)
        return lambda: draw_text(text)

    return ready
