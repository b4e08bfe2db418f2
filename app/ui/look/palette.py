"""Tokens as Qt colours: the application's palette, and any token by name. Knows no widget.

The set now shown is taken from the air, as Qt's own palette is: every painted widget needs it at every paint, and the
palette has no role for half of the tokens. Only ``Theme`` sets it.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from app.ui.look.tokens import LIGHT, Tokens

_Role, _Group = QPalette.ColorRole, QPalette.ColorGroup

_ROLES = {
    _Role.Window: "surface",
    _Role.Base: "surface",
    _Role.Button: "surface",
    _Role.Light: "surface",
    _Role.AlternateBase: "ground",
    _Role.Midlight: "ground",
    _Role.WindowText: "text",
    _Role.Text: "text",
    _Role.ButtonText: "text",
    _Role.PlaceholderText: "quiet",
    _Role.Highlight: "accent",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Mid: "line",
    _Role.Dark: "edge",
    _Role.Shadow: "edge",
    _Role.BrightText: "problem",
    _Role.ToolTipBase: "text",
    _Role.ToolTipText: "surface",
}

_DISABLED = {
    _Role.WindowText: "disabled",
    _Role.Text: "disabled",
    _Role.ButtonText: "disabled",
    _Role.PlaceholderText: "disabled",
    _Role.Base: "ground",
}


class _Shown:
    def __init__(self) -> None:
        self.tokens = LIGHT
        self.colours: dict[str, QColor] = {}


_now = _Shown()


def shown() -> Tokens:
    """The tokens now on the screen."""
    return _now.tokens


def set_shown(tokens: Tokens) -> None:
    """Change the colours; for ``Theme`` only, which then paints everything again."""
    _now.tokens = tokens
    _now.colours = {}


def colour(token: str) -> QColor:
    """The colour a token has now. Raises AttributeError for a name that is no token."""
    found = _now.colours.get(token)
    if found is None:
        found = _now.colours[token] = QColor(getattr(_now.tokens, token))
    return found


def palette(tokens: Tokens) -> QPalette:
    """The palette that makes Qt's own painting use ``tokens``."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(getattr(tokens, token)))
    for role, token in _DISABLED.items():
        made.setColor(_Group.Disabled, role, QColor(getattr(tokens, token)))
    # A selection keeps its colour when another window is in front.
    for role in (_Role.Highlight, _Role.HighlightedText):
        made.setColor(_Group.Inactive, role, QColor(getattr(tokens, _ROLES[role])))
    return made
