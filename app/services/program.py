"""What the program works with, put together once and handed down: declarations, code lists, folders."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from app import __version__
from app.advice.book import Book
from app.advice.reading import built_in_advice, read_book
from app.catalog.catalog import Catalog, built_in_forms, read_catalog
from app.catalog.declared import DeclarationError
from app.catalog.pages import Pages, read_pages
from app.catalog.toml_cache import TomlCache
from app.checks.rule_books import load_rules
from app.checks.switched_off import read_switched_off
from app.kinds.circumstances import Circumstances
from app.reference.lists import Lists
from app.services.teller import ShipmentTeller
from app.words import Language, say

CACHE = "declarations.json"
"""Of the data folder; it may be deleted at any time."""


class LeftOut(Exception):
    """The person's own forms, templates and switched off rules are not used, since there is a mistake in a file."""

    stands = True
    """Said until the program is opened again."""

    def into(self, language: Language) -> str:
        """What happened, and what to do. The file and the key; what a reader of files says of them is in English."""
        where = takewhile(lambda part: " " not in part, str(self).split(": "))
        return say("services.left_out", language, reason=": ".join(where))


class Program(NamedTuple):
    """The declarations and lists in force, and where templates are looked for."""

    catalog: Catalog
    lists: Lists
    pages: Pages
    """The pages of the window."""
    advice: Book
    """The rules about which papers a shipment needs."""
    rules_off: Mapping[str, str]
    """Rules that are switched off, with the reasons."""
    templates: Sequence[Traversable]
    """Folders with templates; a person's own before the built-in one."""
    left_out: LeftOut | None = None
    """Why it works without what the person wrote."""

    def circumstances(self, today: datetime.date, language: Language) -> Circumstances:
        """What kinds and rules are handed."""
        teller = ShipmentTeller(self.catalog, self.advice, self.rules_off)
        return Circumstances(today, language, self.lists, teller=teller)


def start_anyway(data: Path) -> Program:
    """The same for a window, whose shipments matter more: with a mistake in a person's own files, without those."""
    try:
        return start(data)
    except DeclarationError as mistake:
        return start(data, with_own=False)._replace(left_out=LeftOut(str(mistake)))


def start(data: Path, *, with_own: bool = True) -> Program:
    """The program with the forms and templates of the data folder besides its own. Raises DeclarationError."""
    own = [folder for folder in (data / "forms",) if with_own and folder.is_dir()]
    cache = TomlCache(data / CACHE, __version__)
    catalog = read_catalog([built_in_forms(), *own], cache.read)
    pages = read_pages(built_in_forms(), cache.read)
    advice = read_book(built_in_advice(), cache.read)
    cache.keep()
    load_rules(catalog)
    own_templates = [folder for folder in (data / "templates",) if with_own and folder.is_dir()]
    off = read_switched_off(data) if with_own else {}
    return Program(catalog, Lists(data / "lists"), pages, advice, off, [*own_templates, files("templates")])
