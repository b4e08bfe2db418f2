"""The settings that the first paint needs, in a small INI file of the data folder that a person can read.

Knows nothing else of the program: it is read before anything heavy is imported. Further settings lie in the store.
"""

from __future__ import annotations

import configparser
import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple, cast

from app.services.obstacle import Obstacle
from app.words import Language, Message, same

Role = Literal["exporter", "advisor"]
Look = Literal["light", "dark", "system"]
PaperChoice = Literal["A4", "F4", "LETTER"]

SMALLEST_TEXT, LARGEST_TEXT = 80, 200
"""Bounds of the text size, in per cent."""


class Settings(NamedTuple):
    """What was set, or what holds at a first start."""

    language: Language = "id"
    paper: PaperChoice = "A4"
    role: Role = "exporter"
    look: Look = "system"
    english_terms: bool = True
    """Whether the English terms stand beside the Indonesian labels."""
    text_size: int = 100
    """Per cent of the system's."""
    window: str = ""
    """Size and place of the window, one line of text as the window wrote it."""


class SettingsRead(NamedTuple):
    """The settings, and what was wrong with their file."""

    settings: Settings
    problem: Message | None = None


def settings_path(folder: Path) -> Path:
    """Where the settings lie in the data folder."""
    return folder / "settings.ini"


def read_settings(folder: Path) -> SettingsRead:
    """What the file says; a value it does not say, or that is none, is that of a first start. Never raises."""
    path = settings_path(folder)
    try:
        told = _read(path)
    except FileNotFoundError:
        return SettingsRead(Settings())
    except (OSError, ValueError, configparser.Error):
        return SettingsRead(Settings(), Message("setup.unreadable", {"path": same(str(path))}))
    return SettingsRead(_understood(dict(told.items(_SECTION)) if told.has_section(_SECTION) else {}))


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings, and what a newer program wrote among them; whole or not at all. Raises Obstacle.

    A file that could not be read is kept under another name.
    """
    path = settings_path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        told = _to_be_kept(path)
        if _SECTION not in told:
            told[_SECTION] = {}
        told[_SECTION].update({name: _written(value) for name, value in settings._asdict().items()})
        _replace(path, told)
    except OSError:
        raise Obstacle(Message("setup.not_kept", {"path": same(str(path))})) from None


def _to_be_kept(path: Path) -> configparser.RawConfigParser:
    try:
        return _read(path)
    except FileNotFoundError:
        return _parser()
    except (ValueError, configparser.Error):
        path.replace(path.with_name(f"{path.name}.broken"))
        return _parser()


def _read(path: Path) -> configparser.RawConfigParser:
    parser = _parser()
    with path.open(encoding="utf-8-sig") as file:
        parser.read_string(file.read(_LARGEST_FILE))
    return parser


def _parser() -> configparser.RawConfigParser:
    return configparser.RawConfigParser(strict=False)


def _replace(path: Path, told: configparser.RawConfigParser) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            told.write(file)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
        raise


def _understood(told: Mapping[str, str]) -> Settings:
    first = Settings()
    size = told.get("text_size", "")
    known = size.isascii() and size.isdigit() and len(size) < 4
    terms = {"yes": True, "no": False}.get(told.get("english_terms", ""), first.english_terms)
    return Settings(
        language=cast(Language, _one_of(told, "language", ("id", "en"), first.language)),
        paper=cast(PaperChoice, _one_of(told, "paper", ("A4", "F4", "LETTER"), first.paper)),
        role=cast(Role, _one_of(told, "role", ("exporter", "advisor"), first.role)),
        look=cast(Look, _one_of(told, "look", ("light", "dark", "system"), first.look)),
        english_terms=terms,
        text_size=min(max(int(size), SMALLEST_TEXT), LARGEST_TEXT) if known else first.text_size,
        window=told.get("window", first.window),
    )


def _one_of(told: Mapping[str, str], name: str, known: tuple[str, ...], otherwise: str) -> str:
    value = told.get(name, otherwise)
    return value if value in known else otherwise


def _written(value: str | int | bool) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else " ".join(str(value).splitlines())


_SECTION = "window"
_LARGEST_FILE = 65536
