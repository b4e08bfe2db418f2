"""Which code customs has for a port that buyers' papers name by UN/LOCODE: two systems, paired by mode of transport."""

from __future__ import annotations

from app.reference.lists import Lists


def customs_port_of(lists: Lists, unlocode: str, mode: str | None) -> str | None:
    """Customs' code for goods that leave ``unlocode`` by ``mode`` ("sea", "air" ...): IDSUB is IDTPE by sea.

    None where the mode decides and is not known, and where customs' list has no such port.
    """
    pair = lists.port_pairs.find(unlocode)
    if pair is not None:
        if mode is None:
            return None
        return pair.facts["customs"] if pair.facts["mode"] == mode else unlocode
    return unlocode if lists.customs_ports.find(unlocode) else None


def unlocode_of(lists: Lists, customs_port: str) -> str | None:
    """The UN/LOCODE of a port that customs calls ``customs_port``: IDTPE is IDSUB. None where no list knows it."""
    pairs = lists.port_pairs.entries.values()
    paired = next((pair.code for pair in pairs if pair.facts["customs"] == customs_port), None)
    return paired or (customs_port if lists.ports.find(customs_port) else None)
