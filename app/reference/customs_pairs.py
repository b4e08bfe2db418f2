"""Which code customs has for what buyers' papers name by another: ports, units, Incoterms, container sizes."""

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


def customs_unit_of(lists: Lists, unit: str) -> str | None:
    """Customs' code for a unit of Rec 20: PR is NPR, H87 is PCE. None where no pair is known."""
    entry = lists.units.find(unit)
    return entry.facts["ceisa"] if entry else None


def customs_incoterm_of(lists: Lists, incoterm: str) -> str | None:
    """Customs' code for an Incoterm: its own, but DAT for DPU, which its list lacks. None for an unknown one."""
    entry = lists.incoterms.find(incoterm)
    return entry.facts["ceisa"] if entry else None


def container_kind_of(container_type: str) -> str | None:
    """Customs' kind of container by ISO 6346, whose third letter says it: R is refrigerated. None where too short."""
    kinds = {"G": "1", "U": "3", "P": "4", "R": "5", "B": "7", "T": "8"}
    return kinds.get(container_type[2], "99") if len(container_type) > 2 else None


def container_size_of(container_type: str) -> str | None:
    """Feet by ISO 6346: the first letter or digit says it, so 45G1 is 40 feet. None for lengths customs has not."""
    return {"2": "20", "4": "40", "L": "45"}.get(container_type[:1])
