"""Which codes a person takes: the last ones of every list, and HS codes marked as favourites. Jobs for the storage
thread read and keep them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.store.store import Store

_SETTING = "codes.taken"
_MOST = 12
"""Taken codes that are remembered for each list."""
_LONGEST = 200

Taken = Mapping[str, tuple[str, ...]]
"""Codes by the list's id, the last taken first."""


class CodeHabits:
    """What was taken so far. Belongs to the screen's thread; a newer program's entries are kept."""

    def __init__(self, taken: Taken | None = None) -> None:
        self._taken: dict[str, tuple[str, ...]] = dict(taken or {})

    def taken(self, list_id: str) -> tuple[str, ...]:
        """The codes of a list, the last taken first."""
        return self._taken.get(list_id, ())

    def note(self, list_id: str, code: str) -> bool:
        """Put a code in front; whether that changed anything."""
        before = self.taken(list_id)
        self._taken[list_id] = (code, *(other for other in before if other != code))[:_MOST]
        return self._taken[list_id] != before

    def mark(self, list_id: str, code: str, *, wanted: bool) -> None:
        """Have a code in the list, in front, or not at all."""
        others = tuple(other for other in self.taken(list_id) if other != code)
        self._taken[list_id] = (code, *others)[:_LONGEST] if wanted else others

    def add_older(self, taken: Taken) -> None:
        """What was kept before, behind what was taken since the start."""
        for list_id, codes in taken.items():
            since = self.taken(list_id)
            self._taken[list_id] = (*since, *(code for code in codes if code not in since))[:_LONGEST]

    def as_setting(self) -> str:
        """As it is kept."""
        return json.dumps(self._taken)


def read_habits(store: Store) -> Taken:
    """What was kept; nothing where it cannot be understood, because nobody's work hangs on it."""
    try:
        told = json.loads(store.setting(_SETTING) or "{}")
    except ValueError:
        return {}
    if not isinstance(told, dict):
        return {}
    codes = {name: found for name, found in told.items() if isinstance(found, list)}
    return {name: tuple(code for code in found if isinstance(code, str)) for name, found in codes.items()}


def keep_habits(store: Store, setting: str) -> None:
    """Keep them. Raises StoreTrouble."""
    store.keep_setting(_SETTING, setting)
