"""Ratios of drawing papers: against handwritten reportlab code, against itself at another length, and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

from reportlab import rl_config

from app.render.sheet import Fonts, Sheet, Templates, draw
from tests.benchmarks import drawstring_invoice, platypus_invoice, raw_invoice
from tests.benchmarks.invoice_text import InvoiceText, invoice_sheet, invoice_text
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.timing import medians

FONTS = Fonts(fallback=False)
TEMPLATES = Templates([files("templates")])

Work = Callable[[int], Callable[[], object]]


def against_handwritten(lines: int, runs: int, goals: tuple[float, float]) -> Iterator[Ratio]:
    """Ready text to PDF bytes, beside a drawString canvas and platypus: same fonts, switches and font cache."""
    rl_config.useA85 = 0
    works = [_ours(lines), _baseline(drawstring_invoice.draw, lines), _baseline(platypus_invoice.draw, lines)]
    ours, canvas, platypus = medians(works, runs)
    yield Ratio(f"invoice.{lines}.drawstring", ours / canvas, goals[0])
    yield Ratio(f"invoice.{lines}.platypus", ours / platypus, goals[1])


def against_floor(lines: int, runs: int, goal: float) -> Iterator[Ratio]:
    """Ready text to PDF bytes, beside the bare operators of the same invoice: fonts, deflating and the operators."""
    rl_config.useA85 = 0
    ours, floor = medians([_ours(lines), _baseline(raw_invoice.draw, lines)], runs)
    yield Ratio(f"invoice.{lines}.floor", ours / floor, goal)


def growth(longer: int, shorter: int, runs: tuple[int, int], goal: float) -> Iterator[Ratio]:
    """How the time grows with the number of lines."""
    [small] = medians([_ours(shorter)], runs[1])
    [large] = medians([_ours(longer)], runs[0])
    yield Ratio(f"invoice.{longer}.over.{shorter}", large / small, goal)


def memory(longer: int, shorter: int, goal: float) -> Iterator[Ratio]:
    """Peak memory of a process that draws one long paper, beside one that draws a short one."""
    yield Ratio(f"memory.{longer}.over.{shorter}", _peak(longer) / _peak(shorter), goal)


def paper(sheet: Sheet) -> bytes:
    """One sheet as PDF."""
    return draw([sheet], size="A4", templates=TEMPLATES, fonts=FONTS).pdf


def _ours(lines: int) -> Work:
    def ready(run: int) -> Callable[[], object]:
        sheet = invoice_sheet(invoice_text(lines, run + lines))
        return lambda: paper(sheet)

    return ready


def _baseline(draw_text: Callable[[InvoiceText], bytes], lines: int) -> Work:
    def ready(run: int) -> Callable[[], object]:
        text = invoice_text(lines, run + lines)
        return lambda: draw_text(text)

    return ready


def _peak(lines: int) -> float:
    code = "import sys; from tests.benchmarks.peak import main; main(int(sys.argv[1]))"
    done = subprocess.run([sys.executable, "-c", code, str(lines)], check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return float(found["peak"])
