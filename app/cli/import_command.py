"""``siap-ekspor import``: goods and packing from a workbook or a CSV file into a shipment file."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from app.cli.arguments import Unusable
from app.cli.session import Session
from app.exchange.heads import known_columns, plain
from app.exchange.proposal import Proposal
from app.records.shipment_file import write_shipment
from app.services.files import open_shipment, replace_file, write_numbered
from app.services.table_columns import remember_columns, remembered_columns
from app.services.table_import import (
    Manner,
    heads_to_remember,
    packed_of_nothing,
    proposal_for,
    read_tables,
    taken_over,
)
from app.words import say


def import_command(typed: Namespace, session: Session) -> int:
    """Take the tables over, or only show what they hold; 1 where a text was kept as typed. Raises TableRefused."""
    program, path = session.program(), Path(typed.into)
    file, at = open_shipment(path), session.circumstances(program)
    buyer = file.shipment.buyer.name
    remembered = remembered_columns(session.data, buyer) | _mapped(typed.map, session)
    understood, proposal = proposal_for(file.shipment, read_tables(Path(typed.file)), program.catalog, at, remembered)
    _tell(proposal, session)
    manner: Manner = "add" if typed.add else "replace"
    shipment = taken_over(file.shipment, proposal, manner)
    if lost := packed_of_nothing(shipment) - packed_of_nothing(file.shipment):
        print(say("cli.import_packed", session.language, n=str(lost)), file=sys.stderr)
    if typed.preview:
        print(say("cli.import_preview", session.language))
        return 0
    data = write_shipment(file._replace(shipment=shipment))
    if file.shipment.goods or file.shipment.packing.ranges:
        before = write_numbered(path.parent, f"{path.stem}-sebelum", path.suffix, path.read_bytes())
        print(say("cli.import_before", session.language, path=str(before)))
    replace_file(path, data)
    remember_columns(session.data, buyer, heads_to_remember(understood, program.catalog))
    print(path)
    return 1 if proposal.part.typed else 0


def _tell(proposal: Proposal, session: Session) -> None:
    counts = {
        "goods": str(len(proposal.part.goods or ())),
        "ranges": str(len(proposal.part.packing.ranges or ())),
    }
    print(say("exchange.summary", session.language, **counts))
    for found in proposal.doubts:
        print(found.message.into(session.language), file=sys.stderr)


def _mapped(given: list[str], session: Session) -> dict[str, str | None]:
    """What ``--map HEAD=PATH`` says; an empty path leaves the column out. Raises Unusable."""
    mapped: dict[str, str | None] = {}
    for pair in given:
        head, _, path = pair.rpartition("=")
        if not head or path not in ("", *known_columns()):
            known = ", ".join(known_columns())
            raise Unusable(say("cli.import_bad_map", session.language, text=pair, known=known))
        mapped[plain(head)] = path or None
    return mapped
