"""``siap-ekspor backup`` and ``restore``: the only commands that touch the store, for which the window is closed."""

from __future__ import annotations

import datetime
import sys
from argparse import Namespace
from pathlib import Path

from app.cli.arguments import Unusable
from app.cli.session import Session
from app.services.backups import back_up_now, backups_of, list_backups, restore
from app.services.second_copies import back_up_to
from app.words import say


def backup_command(typed: Namespace, session: Session) -> int:
    """Make a backup, and print where it is; with ``--to`` a copy of it in that folder, and where that is."""
    if typed.to is None:
        print(back_up_now(session.data, _now).path)
        return 0
    copy = back_up_to(session.data, Path(typed.to), _now)
    print(copy.path)
    if copy.is_same_drive:
        print(say("backups.same_drive", session.language), file=sys.stderr)
    return 0


def restore_command(typed: Namespace, session: Session) -> int:
    """List the backups, or bring one back."""
    if typed.list:
        return _list(session)
    if not typed.file:
        raise Unusable(say("cli.restore_needs_file", session.language))
    restored = restore(session.data, Path(typed.file), _now)
    print(say("cli.restored", session.language, path=str(typed.file)))
    if restored.backup is not None:
        print(say("cli.restored_over", session.language, path=str(restored.backup.path)))
    if restored.set_aside is not None:
        print(say("cli.restored_aside", session.language, path=str(restored.set_aside)))
    return 0


def _list(session: Session) -> int:
    found = False
    for backup in list_backups(session.data, _now().tzinfo):
        found = True
        at, n = f"{backup.at:%Y-%m-%d %H:%M}", str(backup.shipments)
        print(say("cli.backup_row", session.language, name=backup.path.name, at=at, n=n))
    if not found:
        print(say("cli.no_backups", session.language, path=str(backups_of(session.data))))
    return 0


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()
