"""The folder of what a person added or changed: own forms and templates, later settings, lists and backups."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

VARIABLE = "SIAP_EKSPOR_DATA"


def data_folder(asked: str | None, environment: Mapping[str, str]) -> Path:
    """The folder asked for, else the one of ``SIAP_EKSPOR_DATA``, else the system's per-user one. Not created."""
    named = asked or environment.get(VARIABLE)
    if named:
        return Path(named)
    import platformdirs  # a folder that is named does not wait for it

    return Path(platformdirs.user_data_dir("siap-ekspor", appauthor=False))
