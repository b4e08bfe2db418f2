"""The entry of ``siap-ekspor``: finds out language and day, runs one command, turns trouble into an exit code.

Exit codes: 0 fine, 1 problems, 2 unusable input (one line on stderr says why), 3 a mistake of the program itself.
"""

from __future__ import annotations

import datetime
import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.catalog.declared import DeclarationError
from app.cli.arguments import Unusable, command_parser, parsed
from app.cli.backup_command import backup_command, restore_command
from app.cli.check_command import check_command, documents_command
from app.cli.export_command import export_command
from app.cli.hs_command import hs_command
from app.cli.import_command import import_command
from app.cli.lists_command import lists_command
from app.cli.pdf_command import pdf_command
from app.cli.register_command import register_command
from app.cli.sample_command import sample_command
from app.cli.schema_command import schema_command
from app.cli.session import Session
from app.exchange.table import TableRefused
from app.kinds.circumstances import Circumstances
from app.kinds.date import Date
from app.kinds.kind import Reading
from app.records.unreadable import Unreadable
from app.reference.lists import Lists
from app.services.data_folder import asked_folder, data_folder
from app.services.log import frames_of, mistake_number
from app.services.obstacle import Obstacle
from app.services.settings import read_settings
from app.store.trouble import StoreTrouble
from app.words import LANGUAGES, Language, say

LANGUAGE_VARIABLE = "SIAP_EKSPOR_LANG"
EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"
COMMANDS = {
    "sample": sample_command,
    "schema": schema_command,
    "check": check_command,
    "documents": documents_command,
    "pdf": pdf_command,
    "backup": backup_command,
    "restore": restore_command,
    "register": register_command,
    "lists": lists_command,
    "hs": hs_command,
    "import": import_command,
    "export": export_command,
}


def main() -> int:
    """Run what was typed; the exit code."""
    _speak_utf8()
    try:
        code = run(sys.argv[1:], os.environ)
        sys.stdout.flush()
    except BrokenPipeError:
        # The other end of a pipe has seen enough (``| head``); Python would complain once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 - whatever it is, its text may quote a person's data, so nobody prints it
        return _mistaken(error)
    return code


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run one command with its arguments."""
    language = language_of(environment, data_folder(asked_folder(arguments), environment))
    try:
        typed = parsed(arguments, language)
        if typed.command is None:
            command_parser(language).print_help()
            return 0
        session = Session(today_of(typed, environment, language), language, data_folder(typed.data, environment))
        return COMMANDS[typed.command](typed, session)
    except Unusable as trouble:
        return _unusable(str(trouble))
    except (Unreadable, Obstacle, StoreTrouble, TableRefused) as trouble:
        return _unusable(trouble.into(language))
    except DeclarationError as trouble:
        return _unusable(say("cli.bad_declaration", language, reason=str(trouble)))


def language_of(environment: Mapping[str, str], data: Path) -> Language:
    """The language of messages: ``SIAP_EKSPOR_LANG``, else what is set in the window, else Indonesian."""
    asked = environment.get(LANGUAGE_VARIABLE, "").lower()
    named: Language | None = next((language for language in LANGUAGES if asked.startswith(language)), None)
    return named or read_settings(data).settings.language


def today_of(typed: Namespace, environment: Mapping[str, str], language: Language) -> datetime.date:
    """The day that counts as today: ``--date``, else ``SOURCE_DATE_EPOCH`` in UTC, else the clock. Raises Unusable."""
    clock = datetime.datetime.now().astimezone().date()
    if typed.date is not None:
        asked: str = typed.date
        read = Date().parse(asked, Circumstances(clock, language, Lists()))
        if not isinstance(read, Reading):
            raise Unusable(say("cli.bad_date", language, text=asked))
        day: datetime.date = read.value
        return day
    if epoch := environment.get(EPOCH_VARIABLE):
        if not (epoch.isascii() and epoch.isdigit() and len(epoch) < 12):
            raise Unusable(say("cli.bad_epoch", language, text=epoch))
        return datetime.date(1970, 1, 1) + datetime.timedelta(days=int(epoch) // 86_400)
    return clock


def _speak_utf8() -> None:
    """A Windows console may default to a code page that lacks the letters of a buyer's name."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _mistaken(error: Exception) -> int:
    """Say that the program itself went wrong, and where; without the text of the exception."""
    kind, trace = type(error), error.__traceback__
    language = language_of(os.environ, data_folder(asked_folder(sys.argv[1:]), os.environ))
    print(say("cli.mistaken", language, number=mistake_number(kind, trace)), file=sys.stderr)
    print("\n".join([kind.__name__, *frames_of(trace)]), file=sys.stderr)
    return 3


def _unusable(reason: str) -> int:
    print(" ".join(reason.split()), file=sys.stderr)
    return 2
