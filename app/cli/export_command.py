"""``siap-ekspor export``: goods and packing list as a workbook, or an empty one to be filled in."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from app.cli.session import Session
from app.domain.derived import Figures
from app.exchange.workbook_out import shipment_workbook, template_workbook
from app.services.files import open_shipment, write_new


def export_command(typed: Namespace, session: Session) -> int:
    """Write the workbook. Raises Obstacle where the file is there already, TableRefused."""
    program, out = session.program(), Path(typed.out)
    at, file = session.circumstances(program), open_shipment(Path(typed.file))
    if typed.format == "xlsx-template":
        data = template_workbook(program.catalog, at)
    else:
        data = shipment_workbook(Figures(file.shipment, at), program.catalog)
    write_new(out, data)
    print(out)
    return 0
