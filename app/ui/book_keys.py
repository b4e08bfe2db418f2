"""The commands of the books and their keys, apart from the screens: the menus show them before there is one."""

from __future__ import annotations

from collections.abc import Mapping

KEYS: Mapping[str, str] = {
    "products": "Ctrl+Shift+G",
    "parties": "Ctrl+Shift+A",
    "take_entry": "Ctrl+B",
    "keep_entry": "Ctrl+M",
}
