"""Shipment files opened lately, the latest first. Jobs for the storage thread."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.store.store import Store

_SETTING = "files.recent"
_MOST = 5


def recent_files(store: Store) -> tuple[str, ...]:
    """Their paths."""
    return tuple(json.loads(store.setting(_SETTING) or "[]"))


def remember_file(store: Store, path: str) -> None:
    """Put a path in front. Raises StoreTrouble."""
    paths = [path, *(other for other in recent_files(store) if other != path)]
    store.keep_setting(_SETTING, json.dumps(paths[:_MOST]))
