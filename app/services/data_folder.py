"""The folder of what a person added or changed: own forms and templates, later settings, lists and backups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

VARIABLE = "SIAP_EKSPOR_DATA"
OPTION = "--data"


def asked_folder(arguments: Sequence[str]) -> str | None:
    """What ``--data`` names, read before all other arguments: the settings in there say in which language to speak."""
    for at, argument in enumerate(arguments):
        if argument == OPTION and at + 1 < len(arguments):
            return arguments[at + 1]
        if argument.startswith(f"{OPTION}="):
            return argument.partition("=")[2]
    return None


def data_folder(asked: str | None, environment: Mapping[str, str]) -> Path:
    """The folder asked for, else the one of ``SIAP_EKSPOR_DATA``, else the system's per-user one. Not created."""
    named = asked or environment.get(VARIABLE)
    if named:
        return Path(named)
    import platformdirs  # a folder that is named does not wait for it

    return Path(platformdirs.user_data_dir("siap-ekspor", appauthor=False))
