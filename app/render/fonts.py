"""Roboto's four faces, their widths, and other fonts of this machine for characters Roboto lacks."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.render import fontcache
from app.render.machine_fonts import MachineFonts, system_folders
from app.render.styles import FaceName
from app.render.wrap import wrap

FILES: Final[dict[FaceName, str]] = {
    "regular": "Roboto-Regular.ttf",
    "medium": "Roboto-Medium.ttf",
    "bold": "Roboto-Bold.ttf",
    "italic": "Roboto-Italic.ttf",
}
_KEPT_WORDS: Final = 20_000
_KEPT_TEXTS: Final = 4_000
# Hebrew to Arabic Extended: reportlab would draw these unshaped and in the wrong direction without a word.
_RIGHT_TO_LEFT: Final = range(0x0590, 0x0900)
# The engine's own signs for the page's number: as wide as a figure, never drawn themselves.
_OWN_SIGNS: Final = range(0xFDD0, 0xFDF0)


class Face:
    """One face with its fallbacks: widths of words at size 1, and which font draws which character."""

    def __init__(self, name: FaceName, fallbacks: Callable[[], Iterator[Any]]) -> None:
        self.name = name
        self.font = load(FILES[name])
        self._glyphs = self.font.face.charToGlyph
        self._fallbacks = fallbacks
        self._advances = _Widths(self._advance)
        # Words and labels repeat from paper to paper, so their widths are kept; a look-up costs no call.
        self.word_width: Callable[[str], float] = _Widths(self.width, _KEPT_WORDS).__getitem__
        # While a person types, all texts of a paper but one are what they were a moment ago.
        self.lines = lru_cache(_KEPT_TEXTS)(self._lines)
        self._fonts: dict[str, Any] = {}

    def width(self, text: str) -> float:
        """Width of `text` at size 1, not kept: for figures and whole cells."""
        return sum(map(self._advances.__getitem__, text))

    def _lines(self, text: str, width: float, *, even: bool = True) -> tuple[str, ...]:
        """The lines of `text` in `width` at size 1."""
        return tuple(wrap(text, width, self.word_width, even=even))

    def font_of(self, character: str) -> Any | None:
        """The reportlab font that can draw `character`; None if there is none."""
        if ord(character) in self._glyphs:
            return self.font
        if character not in self._fonts:
            self._fonts[character] = self._search(ord(character))
        return self._fonts[character]

    def runs(self, text: str) -> list[tuple[Any, str]]:
        """`text` in stretches of one font; a character nobody can draw becomes a question mark."""
        if all(map(self._glyphs.__contains__, map(ord, text))):
            return [(self.font, text)]
        found: list[tuple[Any, str]] = []
        for character in text:
            font = self.font_of(character)
            drawn = character if font is not None else "?"
            font = font or self.font
            if found and found[-1][0] is font:
                found[-1] = (font, found[-1][1] + drawn)
            else:
                found.append((font, drawn))
        return found

    def _search(self, code: int) -> Any | None:
        if code in _RIGHT_TO_LEFT or code in _OWN_SIGNS:
            return None
        return next((font for font in self._fallbacks() if code in font.face.charToGlyph), None)

    def _advance(self, character: str) -> float:
        font = self.font_of(character)
        code = ord(character) if font is not None else ord("0" if ord(character) in _OWN_SIGNS else "?")
        face = (font or self.font).face
        return float(face.charWidths.get(code, face.defaultWidth)) / 1000


class Fonts:
    """The faces of the papers. `fallback` False: only Roboto, whatever the machine has in `folders`."""

    def __init__(self, fallback: bool = True, folders: Sequence[Path] | None = None) -> None:
        fontcache.install()
        self.fallback = fallback
        wanted = (system_folders() if folders is None else folders) if fallback else ()
        search = MachineFonts(wanted).candidates
        self._faces = {name: Face(name, search) for name in FILES}
        self._known: set[str] = set(map(chr, range(32, 127)))

    def face(self, name: FaceName) -> Face:
        """The face called `name`."""
        return self._faces[name]

    def undrawable(self, text: str) -> str:
        """The characters of `text` that no font draws, each once, in order; "" when all can be drawn."""
        if text.isascii():
            return ""
        unknown = set(text) - self._known
        if not unknown:
            return ""
        regular = self._faces["regular"]
        allowed = {"\n", *map(chr, _OWN_SIGNS)}
        bad = {sign for sign in unknown - allowed if regular.font_of(sign) is None}
        self._known |= unknown - bad
        return "".join(dict.fromkeys(sign for sign in text if sign in bad))


class _Widths(dict[str, float]):
    """Widths at size 1, found when first asked for; at most `most` are kept."""

    def __init__(self, find: Callable[[str], float], most: int = 100_000) -> None:
        super().__init__()
        self._find = find
        self._most = most

    def __missing__(self, text: str) -> float:
        if len(self) >= self._most:
            self.clear()
        width = self[text] = self._find(text)
        return width


@cache
def load(file_name: str) -> Any:
    """A font of the package font-roboto as a reportlab font, registered under its file's name."""
    with as_file(files("font_roboto") / "files" / file_name) as path:
        font = TTFont(file_name.removesuffix(".ttf"), str(path))
    pdfmetrics.registerFont(font)
    return font
