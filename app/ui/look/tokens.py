"""The nineteen colours, light and dark, and which of them may stand on which. Knows no Qt."""

from __future__ import annotations

from typing import NamedTuple


class Tokens(NamedTuple):
    """One set of colours, each as #RRGGBB. Nothing on the screen has a colour that is not here, except the paper."""

    surface: str
    """The page, fields, help: where one works."""
    ground: str
    """Menu bar, status bar, problem list, boxes and lists that only inform."""
    side: str
    """The task list."""
    desk: str
    """Behind the paper."""
    line: str
    """Hairlines; decoration only."""
    edge: str
    """Border of fields, buttons and ticks; the rule under a table's head."""
    grip: str
    """Handle of a scroll bar."""
    text: str
    quiet: str
    """Hints, English terms, heads, what is done."""
    disabled: str
    accent: str
    """Primary button, focus, links, the bar of the current task."""
    accent_hover: str
    accent_press: str
    on_accent: str
    soft: str
    """Selected row, chosen answer, current tab; never the only sign of them."""
    hover: str
    press: str
    problem: str
    """The only red."""
    warning: str
    """The triangle of a warning; its sentence stays ``text``."""


LIGHT = Tokens(
    surface="#FFFFFF",
    ground="#F2F5F4",
    side="#E9EEEC",
    desk="#DCE3E1",
    line="#D2DAD7",
    edge="#788682",
    grip="#8A9793",
    text="#17201E",
    quiet="#50605C",
    disabled="#6B7875",
    accent="#0A625C",
    accent_hover="#084F4A",
    accent_press="#053B37",
    on_accent="#FFFFFF",
    soft="#D9EAE7",
    hover="#E6EDEB",
    press="#D5E0DD",
    problem="#AE2318",
    warning="#7A4B00",
)

DARK = Tokens(
    surface="#222927",
    ground="#1B2120",
    side="#161B1A",
    desk="#101413",
    line="#37413F",
    edge="#81908C",
    grip="#66736F",
    text="#E7EDEB",
    quiet="#A9B6B3",
    disabled="#8A9794",
    accent="#62C9BF",
    accent_hover="#7FD8CF",
    accent_press="#97E3DB",
    on_accent="#04211E",
    soft="#1D413D",
    hover="#2B3432",
    press="#35403E",
    problem="#FF9E94",
    warning="#F0BF6B",
)

SETS = {"light": LIGHT, "dark": DARK}


class Pair(NamedTuple):
    """A colour, the ground it stands on somewhere, and the least contrast there."""

    front: str
    ground: str
    least: float


# WCAG 2.2: 4.5 for text (1.4.3), 3 for what must be seen to know that something can be used (1.4.11). What is disabled
# is exempt there; we keep it legible all the same.
_TEXT, _SHAPE = 4.5, 3.0

PAIRS: tuple[Pair, ...] = (
    *(Pair("text", on, _TEXT) for on in ("surface", "ground", "side", "desk", "soft", "hover", "press")),
    *(Pair("quiet", on, _TEXT) for on in ("surface", "ground", "side", "desk", "soft", "hover", "press")),
    *(Pair("accent", on, _TEXT) for on in ("surface", "ground", "side", "desk", "soft", "hover", "press")),
    *(Pair("problem", on, _TEXT) for on in ("surface", "ground", "side", "soft", "hover", "press")),
    *(Pair("on_accent", on, _TEXT) for on in ("accent", "accent_hover", "accent_press")),
    *(Pair("warning", on, _SHAPE) for on in ("surface", "ground", "soft", "hover", "press")),
    *(Pair("disabled", on, _SHAPE) for on in ("surface", "ground", "side")),
    *(Pair("edge", on, _SHAPE) for on in ("surface", "ground", "side", "soft", "hover")),
    *(Pair("grip", on, _SHAPE) for on in ("surface",)),
    Pair("surface", "text", _TEXT),  # tool tips
)


def contrast(front: str, ground: str) -> float:
    """How much two colours (#RRGGBB) differ, 1 to 21, by the formula of WCAG 2."""
    high, low = sorted((_luminance(front), _luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
