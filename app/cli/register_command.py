"""``siap-ekspor register``: all shipments of the store as one workbook; the window must be closed."""

from __future__ import annotations

import datetime
from argparse import Namespace
from pathlib import Path

from app.cli.session import Session
from app.services.files import write_new
from app.services.register import register_now


def register_command(typed: Namespace, session: Session) -> int:
    """Write the workbook, and print where it is."""
    program = session.program()
    write_new(Path(typed.out), register_now(session.data, _now, program, session.circumstances(program)))
    print(typed.out)
    return 0


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()
