"""Fonts with TrueType outlines found on this machine, for scripts that Roboto lacks; loaded when first needed."""

import os
import sys
from collections.abc import Iterator
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


def candidates() -> Iterator[Any]:
    """The machine's fonts in order of preference, each as a reportlab font; what cannot be read is passed over."""
    for name in _NAMES:
        path = _files().get(name.casefold())
        font = _open(path) if path else None
        if font is not None:
            yield font


@cache
def _open(path: str) -> Any | None:
    try:
        font = TTFont(f"Machine-{Path(path).stem}", path)
    except (TTFError, OSError):
        return None
    pdfmetrics.registerFont(font)
    return font


@cache
def _files() -> dict[str, str]:
    wanted = {name.casefold() for name in _NAMES}
    found: dict[str, str] = {}
    for folder in _folders():
        for place, _, names in os.walk(folder):
            for name in sorted(names):
                if name.casefold() in wanted:
                    found.setdefault(name.casefold(), str(Path(place) / name))
    return found


def _folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        return [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", home / "AppData/Local/Microsoft/Windows/Fonts"]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"]
