"""Rules that a person switched off, in ``rules_off.toml`` of the data folder; every report prints the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable

import msgspec

from app.catalog.declared import DeclarationError, read_toml, shaped

FILE = "rules_off.toml"


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written: ``[off]``, then ``rule_id = "the reason"``."""

    off: dict[str, str] = {}


def read_switched_off(folder: Traversable) -> Mapping[str, str]:
    """Rule ids with the reasons; none without the file. Raises DeclarationError where a reason is missing.

    An id that no rule has (any more) is kept: a newer program must not refuse an older file.
    """
    file = folder / FILE
    if not file.is_file():
        return {}
    table = shaped(read_toml(file, FILE), _Table, FILE)
    for rule, reason in table.off.items():
        if not reason.strip():
            raise DeclarationError(f"{FILE}: off.{rule}: a reason is needed")
    return table.off
