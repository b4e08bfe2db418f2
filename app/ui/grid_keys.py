"""The commands of a grid and their keys, apart from the grid: the menus show them before there is one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

KEYS: Mapping[str, QKeySequence.StandardKey | str] = {
    "copy": QKeySequence.StandardKey.Copy,
    "cut": QKeySequence.StandardKey.Cut,
    "paste": QKeySequence.StandardKey.Paste,
    "clear": "Del",
    "fill_down": "Ctrl+E",
    "insert": "Ctrl+I",
    "duplicate": "Alt+Shift+Down",
    "remove": "Ctrl+Del",
    "move_up": "Alt+Up",
    "move_down": "Alt+Down",
}
"""The commands and their keys, which count only while the grid has the keyboard. Not Ctrl+D: that is *Dokumen*."""
