"""What the program puts on every page last: foot, page x of y, draft mark. No template can stop it."""

import math
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from app.render.geometry import MM, Page
from app.render.pen import Pen
from app.render.styles import BUILT_IN, Style, style
from app.words import Language, say

DRAFT_OPACITY = 0.2
_SIZES: dict[Language, float] = {"en": 34.0, "id": 38.0}
_SPACING = 1.2
_ANGLE = math.radians(50)
_CAP_HEIGHT = 0.711
_NUMBER: Style = style("medium", 6.5, grey=0.15)
_LINE_MARK: Style = style("bold", 8.5)


@dataclass(frozen=True)
class Imprint:
    """What the foot of one paper says; its lines are made once for all pages."""

    name: str
    firm: str
    data_hash: str
    printed: str
    language: Language
    mark: Literal["diagonal", "line"]

    @cached_property
    def first_line(self) -> str:
        """Firm, then the paper's name and number."""
        return _first_line(self.firm, self.name)

    @cached_property
    def second_line(self) -> str:
        """The data's short hash and the day of printing."""
        short = self.data_hash[:12].upper()
        groups = " ".join(short[start : start + 4] for start in range(0, len(short), 4))
        return say("paper.data_printed", self.language, hash=groups, date=self.printed)

    @cached_property
    def draft(self) -> str:
        """The draft mark's words."""
        return say("paper.draft", self.language)


def put_marks(canvas: Any, pen: Pen, page: Page, imprint: Imprint) -> None:
    """Foot and draft mark, as the page's last operators. The only user of `canvas._code` besides the page itself."""
    foot = Pen(page.height, pen.ink, pen.fonts)
    foot.page, foot.pages = pen.page, pen.pages
    _foot(foot, page, imprint)
    if imprint.mark == "line":
        _line_mark(foot, page, imprint.draft)
    canvas._code.extend(foot.operators())
    if imprint.mark == "diagonal":
        _diagonal(canvas, pen, page, imprint.draft, _SIZES[imprint.language])


def _foot(pen: Pen, page: Page, imprint: Imprint) -> None:
    left, right = page.left, page.width - page.right
    y = page.height - page.margin - 5.6 * MM
    pen.rule(left, y, right, y, grey=0.45)
    number = say("paper.page_of", imprint.language, page=str(pen.page), pages=str(pen.pages))
    wide = _width(pen, number, _NUMBER)
    label = BUILT_IN["label"]
    pen.text(left, y + 3.6 * MM, _shortened(pen, imprint, right - left - wide - 3 * MM), label)
    pen.text(right - wide, y + 3.6 * MM, number, _NUMBER)
    pen.text(left, y + 6.8 * MM, imprint.second_line, label)


def _shortened(pen: Pen, imprint: Imprint, room: float) -> str:
    """The first line; where it is too long the firm gives way, and the paper's number only where it must."""
    if _width(pen, imprint.first_line, BUILT_IN["label"]) <= room:
        return imprint.first_line
    name = _cut(pen, imprint.name, room)
    left = room - _width(pen, _first_line("\u2026", name), BUILT_IN["label"])
    firm = _cut(pen, imprint.firm, left) if left > 0 else ""
    return _first_line(firm, name)


def _first_line(firm: str, name: str) -> str:
    return "  \u00b7  ".join(part for part in (firm, name) if part)


def _cut(pen: Pen, text: str, room: float) -> str:
    """As much of a text as ``room`` holds, with an ellipsis where something is left out."""
    label = BUILT_IN["label"]
    if _width(pen, text, label) <= room:
        return text
    kept = bisect_right(range(len(text)), room, key=lambda end: _width(pen, f"{text[:end]}\u2026", label)) - 1
    return f"{text[:kept].rstrip()}\u2026" if kept > 0 else ""


def _line_mark(pen: Pen, page: Page, words: str) -> None:
    wide = _width(pen, words, _LINE_MARK)
    pen.text((page.width - wide) / 2, page.margin - 3.5 * MM, words, _LINE_MARK)
    small = _LINE_MARK._replace(size=6.5)
    wide = _width(pen, words, small)
    pen.text(page.width - page.right - wide, page.height - page.margin + 1.2 * MM, words, small)


def _diagonal(canvas: Any, pen: Pen, page: Page, words: str, size: float) -> None:
    scale = min(page.width / (210 * MM), page.height / (297 * MM))
    size, spacing = size * scale, _SPACING * scale
    mark = _LINE_MARK._replace(size=size)
    face = pen.fonts.face("bold")
    half = (_width(pen, words, mark) + spacing * (len(words) - 1)) / 2
    down = size * _CAP_HEIGHT / 2
    cos, sin = math.cos(_ANGLE), math.sin(_ANGLE)
    x = page.width / 2 - cos * half + sin * down
    y = page.height / 2 - sin * half - cos * down
    canvas.saveState()
    canvas.setFillAlpha(DRAFT_OPACITY)
    canvas._code.append(
        f"0 g BT {pen.ink.font(face, size)} {spacing:g} Tc {cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.2f} {y:.2f} Tm "
        f"{pen.ink.show(face, mark, words)} ET"
    )
    canvas.restoreState()


def _width(pen: Pen, text: str, used: Style) -> float:
    return pen.fonts.face(used.face).word_width(text) * used.size
