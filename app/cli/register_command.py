"""``siap-ekspor register``: all shipments of the store as one workbook; the window must be closed."""

from __future__ import annotations

import datetime
import sys
from argparse import Namespace
from pathlib import Path

from app.cli.file_name import tell_ending
from app.cli.session import Session
from app.services.files import write_new
from app.services.register import register_now


def register_command(typed: Namespace, session: Session) -> int:
    """Write the workbook, and print where it is; 1 where a shipment could not be read and is not in it."""
    program, path = session.program(), Path(typed.out)
    made = register_now(session.data, _now, program, session.circumstances(program))
    write_new(path, made.data)
    print(typed.out)
    tell_ending(path, ".xlsx", session)
    for remark in made.remarks(session.language):
        print(remark, file=sys.stderr)
    return 1 if made.left_out else 0


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()
