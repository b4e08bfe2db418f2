"""What is drawn on one page: tints first, then rules (the heavier last), then text, then what lies over it."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, NamedTuple

from app.render.fonts import Face, Fonts
from app.render.ink import Ink
from app.render.spots import Shown, Spot
from app.render.styles import Style

Over = Callable[[Any], None]


Stroke = tuple[float, float, tuple[float, float] | None, bool]
"""How a rule is drawn: weight, grey, dash, round ends."""


class Rule(NamedTuple):
    """A straight rule; `dash` in points, on and off."""

    weight: float
    grey: float
    x0: float
    y0: float
    x1: float
    y1: float
    dash: tuple[float, float] | None = None
    round: bool = False


class Pen:
    """One page under way. All places are points from the left and from the top."""

    def __init__(self, height: float, ink: Ink, fonts: Fonts) -> None:
        self.height = height
        self.ink = ink
        self.fonts = fonts
        self.page = 1
        self.pages = 1
        self.over: list[Over] = []
        self.spots: list[Spot] = []
        self.words: list[str] = []
        self._tints: list[str] = []
        self._rules: defaultdict[Stroke, list[str]] = defaultdict(list)
        self._style: Style | None = None
        self._font = ""
        self._grey = 0.0

    def text(self, x: float, y: float, text: str, style: Style) -> None:
        """`text` with its baseline at `y`, starting at `x`."""
        face = self.fonts.face(style.face)
        if style is not self._style:
            self.choose(face, style)
        self.words.append(f"1 0 0 1 {x:.2f} {self.height - y:.2f} Tm {self.ink.show(face, style, text)}")

    def choose(self, face: Face, style: Style) -> None:
        """Set font and grey for what follows."""
        self._style = style
        font = self.ink.font(face, style.size)
        if font != self._font:
            self.words.append(font)
            self._font = font
        if style.grey != self._grey:
            self.words.append(f"{style.grey:g} g")
            self._grey = style.grey

    def rule(self, x0: float, y0: float, x1: float, y1: float, *, weight: float = 0.4, grey: float = 0.0) -> None:
        """A rule; where two lie on each other the heavier, then the darker one is seen."""
        line = f"{x0:.2f} {self.height - y0:.2f} m {x1:.2f} {self.height - y1:.2f} l S"
        self._rules[weight, grey, None, False].append(line)

    def dashed(self, rule: Rule) -> None:
        """A rule with dashes or dots."""
        line = f"{rule.x0:.2f} {self.height - rule.y0:.2f} m {rule.x1:.2f} {self.height - rule.y1:.2f} l S"
        self._rules[rule.weight, rule.grey, rule.dash, rule.round].append(line)

    def box(self, x: float, y: float, width: float, height: float, *, weight: float = 0.4, grey: float = 0.0) -> None:
        """Four rules round a rectangle whose top left corner is at x, y."""
        half = weight / 2
        for top in (y, y + height):
            self.rule(x - half, top, x + width + half, top, weight=weight, grey=grey)
        for left in (x, x + width):
            self.rule(left, y, left, y + height, weight=weight, grey=grey)

    def tint(self, x: float, y: float, width: float, height: float, grey: float = 0.94) -> None:
        """A filled rectangle under everything."""
        self._tints.append(f"{grey:g} g {x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re f")

    def show(self, shown: Shown | None, top: float, height: float) -> None:
        """Note where the values of `shown` stand, if there are any."""
        if shown is not None and height > 0:
            self.spots += shown.at(self.page - 1, top, height)

    def operators(self) -> list[str]:
        """The page as content-stream operators."""
        rules: list[str] = []
        for stroke in sorted(self._rules, key=_strength):
            rules.append(_chosen(stroke))
            rules += self._rules[stroke]
        # Text is left as it found the colour: the next page starts black.
        return ["q", *self._tints, "0 g", *rules, "BT 0 g", *self.words, "ET", "Q"]


def _chosen(stroke: Stroke) -> str:
    weight, grey, dash, is_round = stroke
    dashes = f"[{dash[0]:g} {dash[1]:g}] 0 d" if dash else "[] 0 d"
    return f"{weight:g} w {grey:g} G {int(is_round)} J {dashes}"


def _strength(stroke: Stroke) -> tuple[float, float]:
    return (stroke[0], -stroke[1])
