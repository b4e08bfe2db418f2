"""A shipment in which every answer can be told again wherever it turns up, and the search for such answers.

For the window's own run: put :func:`canaried` on the screen, then give titles, lists and logs to :func:`found_in`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from app.domain.attachments import attach
from app.domain.shipment import Shipment
from tests.conftest import sample_named
from tests.reliability.everywhere import everywhere

NIK: Final = "3171234567890001"
NPWP: Final = "0917253648112000"
NITKU: Final = "0917253648112000000007"
ACCOUNT: Final = "7700889911223"
PHONE: Final = "+628123456700077"
MAIL: Final = "kenariqz@kenariqz.example"
NAME: Final = "Kenariqz"
"""Stands in every text; a person's folder is called so, too."""
_KNOWN: Final = re.compile("|".join([NIK, NPWP, NITKU, ACCOUNT, re.escape(PHONE), NAME]), re.IGNORECASE)


def canaried(sample: str = "furniture_hamburg_lc") -> Shipment:
    """A sample with a canary in every free text, every identity number and every attachment."""
    shipment = everywhere(sample_named(sample), lambda path: f"{NAME} {path.rpartition('.')[2]}")
    identity = {"nik": NIK, "npwp": NPWP, "nitku": NITKU, "phone": PHONE, "email": MAIL}
    exporter = replace(shipment.exporter, **identity, name=f"CV {NAME}")
    return replace(
        shipment,
        exporter=exporter,
        bank=replace(shipment.bank, account=ACCOUNT),
        attachments=(attach("k", f"{NAME}.pdf", "application/pdf", NAME.encode() * 50),),
        typed={"references.invoice_date": f"{NAME} {NIK}"},
    )


def found_in(text: str) -> list[str]:
    """The canaries in a text."""
    return _KNOWN.findall(text)


def found_under(folder: Path) -> dict[str, list[str]]:
    """The canaries in the files of a folder and in their names, by file."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    told = {path: f"{path.name}\n{path.read_bytes().decode('utf-8', 'replace')}" for path in files}
    return {path.name: hits for path, text in told.items() if (hits := found_in(text))}
