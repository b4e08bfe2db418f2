"""What can be typed behind ``siap-ekspor``, with help in the person's language."""

from __future__ import annotations

import argparse
import functools
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from app.exchange.formats import writers
from app.words import Language, say


class Unusable(Exception):
    """The command cannot be understood; the text is one line that says why."""


class Parser(argparse.ArgumentParser):
    """A parser whose own words are ours: argparse speaks English only and prints several lines."""

    language: Language = "id"

    def error(self, message: str) -> NoReturn:
        raise Unusable(say("cli.misunderstood", self.language, usage=self.usage_line()))

    def usage_line(self) -> str:
        """How the command is typed, in one line."""
        return " ".join(self.format_usage().split()).removeprefix(say("cli.usage", self.language)).strip()

    def one_of(self, *known: str) -> Callable[[str], str]:
        """Takes one of ``known``, and says which there are where something else was typed."""

        def read(text: str) -> str:
            if text not in known:
                parts = {"text": text, "known": ", ".join(known), "usage": self.usage_line()}
                raise Unusable(say("cli.not_one_of", self.language, **parts))
            return text

        return read


class Formatter(argparse.HelpFormatter):
    """Help whose word for "usage" is ours."""

    def __init__(self, prog: str, language: Language = "id") -> None:
        super().__init__(prog)
        self._language = language

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        own = say("cli.usage", self._language) + " "
        super().add_usage(usage, actions, groups, own if prefix is None else prefix)


def command_parser(language: Language) -> Parser:
    """The whole grammar of the command line."""
    parser = _parser(language, prog="siap-ekspor", description=say("cli.about", language))
    title = say("cli.commands", language)
    commands = parser.add_subparsers(dest="command", title=title, parser_class=Parser)
    _sample(commands, language)
    _command(commands, "schema", language, takes_file=False)
    for name in ("check", "documents"):
        _command(commands, name, language).add_argument("--json", action="store_true", help=say("cli.json", language))
    _pdf(commands, language)
    backup = _command(commands, "backup", language, takes_file=False)
    backup.add_argument("--to", metavar="DIR", help=say("cli.backup_to", language))
    _restore(commands, language)
    register = _command(commands, "register", language, takes_file=False)
    register.add_argument("--out", metavar="PATH", required=True, help=say("cli.export_out", language))
    _lists(commands, language)
    _hs(commands, language)
    _import(commands, language)
    _export(commands, language)
    return parser


def _sample(commands: Any, language: Language) -> None:
    sample = _command(commands, "sample", language, takes_file=False)
    sample.add_argument("id", nargs="?", metavar="ID", help=say("cli.sample_id", language))
    sample.add_argument("--list", action="store_true", help=say("cli.sample_list", language))
    sample.add_argument("--out", metavar="FILE", help=say("cli.sample_out", language))


def _pdf(commands: Any, language: Language) -> None:
    pdf = _command(commands, "pdf", language)
    pdf.add_argument("--out", metavar="DIR", required=True, help=say("cli.pdf_out", language))
    pdf.add_argument("--doc", metavar="ID", action="append", default=[], help=say("cli.pdf_doc", language))
    _one_of(pdf, "--lang", ("id", "en", "both"), say("cli.pdf_lang", language))
    _one_of(pdf, "--paper", ("A4", "F4", "LETTER"), say("cli.pdf_paper", language))
    pdf.add_argument("--merge", action="store_true", help=say("cli.pdf_merge", language))


def _export(commands: Any, language: Language) -> None:
    given = _command(commands, "export", language)
    _one_of(given, "--format", tuple(writers()), say("cli.export_format", language), required=True)
    given.add_argument("--out", metavar="PATH", required=True, help=say("cli.export_out", language))


def _restore(commands: Any, language: Language) -> None:
    restore = _command(commands, "restore", language, takes_file=False)
    restore.add_argument("file", nargs="?", metavar="FILE", help=say("cli.restore_file", language))
    restore.add_argument("--list", action="store_true", help=say("cli.restore_list", language))


def _lists(commands: Any, language: Language) -> None:
    lists = _command(commands, "lists", language, takes_file=False)
    lists.add_argument("action", nargs="?", type=lists.one_of("import", "undo"), help=say("cli.lists_action", language))
    lists.add_argument("kind", nargs="?", metavar="KIND", help=say("cli.lists_id", language))
    lists.add_argument("files", nargs="*", metavar="FILE", help=say("cli.lists_files", language))
    lists.add_argument("--preview", action="store_true", help=say("cli.lists_preview", language))
    lists.add_argument("--json", action="store_true", help=say("cli.json", language))


def _hs(commands: Any, language: Language) -> None:
    hs = _command(commands, "hs", language, takes_file=False)
    hs.add_argument("query", nargs="+", metavar="QUERY", help=say("cli.hs_query", language))
    hs.add_argument("--limit", metavar="N", help=say("cli.hs_limit", language))
    hs.add_argument("--json", action="store_true", help=say("cli.json", language))


def _import(commands: Any, language: Language) -> None:
    taken = _command(commands, "import", language, takes_file=False)
    taken.add_argument("file", metavar="TABLE", help=say("cli.import_file", language))
    taken.add_argument("--into", metavar="SHIPMENT", required=True, help=say("cli.file", language))
    taken.add_argument("--add", action="store_true", help=say("cli.import_add", language))
    taken.add_argument("--preview", action="store_true", help=say("cli.import_no_write", language))
    taken.add_argument("--map", metavar="HEAD=FIELD", action="append", default=[], help=say("cli.import_map", language))


def _one_of(command: Parser, option: str, known: Sequence[str], text: str, *, required: bool = False) -> None:
    metavar = "{" + ",".join(known) + "}"
    command.add_argument(option, type=command.one_of(*known), metavar=metavar, help=text, required=required)


def _command(commands: Any, name: str, language: Language, takes_file: bool = True) -> Parser:
    text = say(f"cli.{name}", language)
    formatter = functools.partial(Formatter, language=language)
    added = commands.add_parser(
        name, help=text, description=text, add_help=False, allow_abbrev=False, formatter_class=formatter
    )
    command: Parser = _dressed(added, language)
    if takes_file:
        command.add_argument("file", metavar="FILE", help=say("cli.file", language))
    command.add_argument("--date", metavar="YYYY-MM-DD", help=say("cli.date", language))
    command.add_argument("--data", metavar="DIR", help=say("cli.data", language))
    return command


def _parser(language: Language, **settings: Any) -> Parser:
    formatter = functools.partial(Formatter, language=language)
    return _dressed(Parser(add_help=False, allow_abbrev=False, formatter_class=formatter, **settings), language)


def _dressed(parser: Parser, language: Language) -> Parser:
    parser.language = language
    parser._positionals.title = say("cli.arguments", language)
    parser._optionals.title = say("cli.options", language)
    parser.add_argument("-h", "--help", action="help", help=say("cli.help", language))
    return parser


def parsed(arguments: Sequence[str], language: Language) -> argparse.Namespace:
    """What was typed. Raises Unusable."""
    parser = command_parser(language)
    typed, unknown = parser.parse_known_args(arguments)
    if unknown:
        raise Unusable(say("cli.unknown_words", language, words=" ".join(unknown), usage=parser.usage_line()))
    return typed
