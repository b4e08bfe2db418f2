"""What the files of papers are called: INV-LJ-INV-2026-041_Voorbeeld_2026-12-02_DRAFT, safe on Windows too."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import Any

from app.catalog.form import Form
from app.domain.all_derived import DERIVED
from app.domain.derived import Figures
from app.domain.paths import value_at
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.kinds.kind import Reading

_PART_LIMIT = 60
"""Letters of one part: five parts and a folder stay under the 240 that Windows opens everywhere."""


def paper_stem(form: Form, shipment: Shipment, at: Circumstances) -> str:
    """The file name of one paper, without suffix: kind and number, buyer, date, and that it is a draft."""
    day = _told(form, shipment, form.date, at)
    head = "-".join(part for part in (_safe(form.file), _safe(paper_number(form, shipment, at))) if part)
    iso = day.isoformat() if isinstance(day, datetime.date) else ""
    return "_".join(part for part in (head, _buyer(shipment), iso, "DRAFT") if part)


def paper_number(form: Form, shipment: Shipment, at: Circumstances) -> str:
    """The paper's own number, "" where it has none yet."""
    return str(_told(form, shipment, form.number, at) or "")


def merged_stem(shipment: Shipment) -> str:
    """The file name of all papers in one file."""
    number = _safe(shipment.references.invoice_no or shipment.title or "")
    day = shipment.references.invoice_date
    head = "-".join(part for part in ("EKSPOR", number) if part)
    return "_".join(part for part in (head, _buyer(shipment), day.isoformat() if day else "", "DRAFT") if part)


def _told(form: Form, shipment: Shipment, path: str, at: Circumstances) -> Any:
    """The value at ``path``, which may be a question that only this document asks (``own.letter_no``)."""
    if path in DERIVED:
        return DERIVED[path].work_out(Figures(shipment, at))
    head, _, name = path.partition(".")
    if head != "own":
        return value_at(shipment, path)
    read = form.own[name][0].parse(shipment.own.get(form.id, {}).get(name, ""), at)
    return read.value if isinstance(read, Reading) else None


def _buyer(shipment: Shipment) -> str:
    """The first word of the buyer's name that is more than an abbreviation."""
    words = [_safe(word) for word in (shipment.buyer.name or "").split()]
    long_words = [word for word in words if len(word) > 2]
    return (long_words or words or [""])[0].capitalize()


def _safe(text: str) -> str:
    """Letters, digits and hyphens only: no reserved sign, no path, nothing that an old file system mangles."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:_PART_LIMIT].strip("-")
