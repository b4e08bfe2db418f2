"""What the heads of a partner's tables were taken for, so that nobody says it twice. A file of the data folder.

Knows heads and paths, no table.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.reference.code_list import folded
from app.services.files import replace_file

_MOST_PARTNERS = 200
_LARGEST_FILE = 4 * 1024 * 1024
ANYBODY = ""
"""The partner of a shipment that names no buyer yet."""


def columns_path(data: Path) -> Path:
    """Where they are kept."""
    return data / "table-columns.json"


def remembered_columns(data: Path, partner: str | None) -> dict[str, str | None]:
    """Heads of this partner's tables with their paths; None for a column that is left out. Never raises."""
    heads = _read(data).get(_key(partner), {})
    return {head: path for head, path in heads.items() if isinstance(path, str | None)}


def remember_columns(data: Path, partner: str | None, heads: Mapping[str, str | None]) -> None:
    """Keep what these heads were taken for; the partners used longest ago are forgotten. Raises Obstacle."""
    if not heads:
        return
    told = _read(data)
    key = _key(partner)
    kept = {name: known for name, known in told.items() if name != key}
    newest = {key: {**told.get(key, {}), **heads}, **dict(list(kept.items())[: _MOST_PARTNERS - 1])}
    content = json.dumps({"schema": 1, "partners": newest}, ensure_ascii=False, indent=1)
    replace_file(columns_path(data), content.encode())


def _key(partner: str | None) -> str:
    return folded(partner or ANYBODY)


def _read(data: Path) -> dict[str, dict[str, Any]]:
    try:
        with columns_path(data).open("rb") as file:
            told = json.loads(file.read(_LARGEST_FILE))
    except (OSError, ValueError, RecursionError):
        return {}
    partners = told.get("partners") if isinstance(told, dict) else None
    return {n: h for n, h in partners.items() if isinstance(h, dict)} if isinstance(partners, dict) else {}
