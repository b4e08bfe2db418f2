"""The export declaration as the file that CEISA 4.0 takes: all it needs, or a list of what is missing."""

from __future__ import annotations

from typing import Any

import msgspec

from app.domain.declaration_rows import OWNER
from app.domain.derived import Figures
from app.domain.shipment import Shipment
from app.exchange import ceisa_rows as rows
from app.exchange.ceisa_gaps import Gaps, filled
from app.exchange.ceisa_header import HEADER, PLACEHOLDER
from app.exchange.formats import Exported
from app.kinds.circumstances import Circumstances
from app.words import Message, same

_ENCODER = msgspec.json.Encoder(decimal_format="number")
"""Decimals as numbers with every digit they have; no float ever comes near them."""


def ceisa_json(shipment: Shipment, at: Circumstances) -> Exported:
    """The file's bytes; without one answer that it needs there is no file, but the paths of all that is missing."""
    figures, gaps = Figures(shipment, at.in_language("id")), Gaps()
    made = declaration(figures, gaps)
    made["kesiapanBarang"] = rows.readiness(figures, gaps)
    if gaps.paths:
        return Exported(None, gaps.paths)
    data = msgspec.json.format(_ENCODER.encode(made), indent=2) + b"\n"
    return Exported(data, remarks=number_remarks(made))


def declaration(figures: Figures, gaps: Gaps) -> dict[str, Any]:
    """All that file and workbook say alike: everything but the notice of readiness, which has no sheet."""
    made = filled(HEADER, figures, gaps)
    made["entitas"] = parties = rows.parties(figures, gaps)
    made["dokumen"] = rows.documents(figures, gaps)
    made["pengangkut"] = rows.carriage(figures, gaps)
    made["kemasan"] = rows.packages(figures, gaps)
    made["kontainer"] = rows.containers(figures, gaps)
    made["bankDevisa"] = rows.banks(figures, gaps)
    owner = next((party["seriEntitas"] for party in parties if party["kodeEntitas"] == OWNER), 0)
    made["barang"] = rows.goods(figures, gaps, rows.numbered(figures), owner)
    return made


def number_remarks(made: dict[str, Any]) -> tuple[Message, ...]:
    """That the submission number is not a real one yet, where it is not."""
    is_open = made["nomorAju"] == PLACEHOLDER
    return (Message("exchange.placeholder", {"text": same(PLACEHOLDER)}),) if is_open else ()
