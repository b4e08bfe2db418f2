"""Fonts with TrueType outlines found on this machine, for scripts that Roboto lacks; loaded when first needed."""

import os
import struct
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

# Broad faces first. reportlab reads TrueType outlines only, so Noto Sans CJK (CFF) is of no use.
_NAMES: Final = (
    "DejaVuSans.ttf",
    "NotoSans-Regular.ttf",
    "segoeui.ttf",
    "Arial Unicode.ttf",
    "arialuni.ttf",
    "DroidSansFallbackFull.ttf",
    "DroidSansFallback.ttf",
    "wqy-microhei.ttc",
    "wqy-zenhei.ttc",
    "msyh.ttc",
    "simsun.ttc",
    "malgun.ttf",
    "YuGothR.ttc",
    "msgothic.ttc",
    "NotoSansThai-Regular.ttf",
    "tahoma.ttf",
    "leelawui.ttf",
)
# reportlab says TTFError for what it does not support; a damaged file stops it anywhere.
_UNREADABLE: Final = (TTFError, OSError, struct.error, LookupError, ValueError, ArithmeticError, AttributeError)
# Values of fsType (OpenType specification, OS/2 table; general knowledge, 2026-11-24).
_RESTRICTED: Final = 0x0002
_WHOLE_ONLY: Final = 0x0100
_BITMAPS_ONLY: Final = 0x0200
_NEEDED: Final = frozenset({"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"})


class MachineFonts:
    """The fonts in some folders; nothing is looked for before the first is wanted."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._found: dict[str, Path] | None = None

    def candidates(self) -> Iterator[Any]:
        """In order of preference, each as a reportlab font; what cannot be read or embedded is passed over."""
        if self._found is None:
            self._found = _files(self._folders)
        for name in _NAMES:
            path = self._found.get(name.casefold())
            font = _open(path) if path else None
            if font is not None:
                yield font


def system_folders() -> list[Path]:
    """Where this system keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        return [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", home / "AppData/Local/Microsoft/Windows/Fonts"]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"]


@cache
def _open(path: Path) -> Any | None:
    try:
        font = TTFont(f"Machine-{path.stem}", str(path))
        usable = _complete(font.face, path.stat().st_size) and _may_be_embedded(font.face)
    except _UNREADABLE:
        return None
    if not usable:
        return None
    pdfmetrics.registerFont(font)
    return font


def _complete(face: Any, size: int) -> bool:
    # What is not there would only be missed when the characters are embedded, in the middle of a paper.
    tables = face.table
    return not _NEEDED - set(tables) and all(table["offset"] + table["length"] <= size for table in tables.values())


def _may_be_embedded(face: Any) -> bool:
    """Whether the font's maker allows parts of it in a PDF (OpenType "OS/2" fsType); reportlab does not heed it."""
    if "OS/2" not in face.table:
        return True
    [allowed] = struct.unpack(">H", face.get_table("OS/2")[8:10])
    return allowed & 0x000F != _RESTRICTED and not allowed & (_WHOLE_ONLY | _BITMAPS_ONLY)


def _files(folders: Sequence[Path]) -> dict[str, Path]:
    wanted = {name.casefold() for name in _NAMES}
    found: dict[str, Path] = {}
    for folder in folders:
        for place, _, names in os.walk(folder):
            for name in sorted(names):
                if name.casefold() in wanted:
                    found.setdefault(name.casefold(), Path(place) / name)
    return found
