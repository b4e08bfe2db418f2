"""Fitting text into an official box: shrink a little for one line, wrap, then shrink to 6.5 pt, then say so."""

from collections.abc import Callable

from app.render.blocks import Lines
from app.render.inline import Run, lay
from app.render.markup import Node
from app.render.measure import Measure
from app.render.styles import SMALLEST, Style

_STEP = 0.25


def fit(
    measure: Measure, runs: list[Run], place: tuple[float, float], style: Style, node: Node, *, most: float
) -> Lines:
    """`runs` in the width of `place` (x, width) and the height `most` (points), as MEASURES 3 "Fitting" says."""
    x, width = place
    least = max(SMALLEST, node.length("least", SMALLEST))

    def at(size: float, *, lead_too: bool = True) -> Lines:
        sized = [run._replace(style=run.style._replace(size=run.style.size * size / style.size)) for run in runs]
        return lay(measure, sized, x, width, style.at_size(size) if lead_too else style._replace(size=size))

    # As it is: most values fit at once, and a style of its own would be chosen anew for each.
    lines = lay(measure, runs, x, width, style)
    fits = lines.height <= most + 0.01
    if len(lines.lines) <= 1 and fits:
        return lines
    if len(lines.lines) == 2 and _nearly_one(measure, runs, width, style):
        for shrunk in (style.size - _STEP, style.size - 2 * _STEP):
            if shrunk >= least and len((one := at(shrunk, lead_too=False)).lines) == 1:
                return one
    if fits:
        return lines
    found = _shrunk(at, style.size, least, most)
    if found is not None:
        return found
    return _given_up(measure, node, runs, at(least), style, place)


def _nearly_one(measure: Measure, runs: list[Run], width: float, style: Style) -> bool:
    """Whether two steps smaller could bring the text on one line."""
    wide = sum(measure.face(run.style).word_width(run.text) * run.style.size for run in runs)
    return wide * (style.size - 2 * _STEP) / style.size <= width


def _shrunk(at: Callable[[float], Lines], size: float, least: float, most: float) -> Lines | None:
    while True:
        lines = at(size)
        if lines.height <= most + 0.01:
            return lines
        if size <= least:
            return None
        # Far too much text goes down in great steps, so that a size of 40 does not take a hundred layouts.
        size = max(least, size - max(_STEP, size * 0.04))


def _given_up(
    measure: Measure, node: Node, runs: list[Run], lines: Lines, style: Style, place: tuple[float, float]
) -> Lines:
    text = "\n".join("".join(run.text for run in runs).split("\n"))
    name = box_name(node)
    if node.string("instead"):
        measure.leftovers.append((" ".join((node.string("no"), node.string("label"))).strip(), text))
        return lay(measure, [Run(node.string("instead"), style)], *place, style)
    measure.trouble("overflow", node.where, name, text)
    return lines


def box_name(node: Node) -> str:
    """The official number of a box, else its label."""
    return node.string("no").rstrip(". ") or node.string("label")
