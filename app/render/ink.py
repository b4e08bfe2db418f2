"""Text as PDF operators of one document: internal font names, codes and escapes. The only user of `font.state`."""

import re
from typing import Any

from app.render.fonts import Face
from app.render.styles import Style

_PRINTABLE = {code: code for code in range(32, 127)}
_SPECIAL = re.compile(r"[()\\]")


class Ink:
    """Writes text for one PDF document; `document` is the canvas' PDFDocument."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._names: dict[str, str] = {}
        self._kept: dict[tuple[str, float, str], str] = {}
        self._plain: dict[str, bool] = {}

    def font(self, face: Face, size: float) -> str:
        """The operator that chooses the face's first subset."""
        name = self._names.get(face.name)
        if name is None:
            name = self._names[face.name] = face.font.getSubsetInternalName(0, self._document)
            self._plain[face.name] = self._readable(face)
        return f"{name} {size:g} Tf"

    def show(self, face: Face, style: Style, text: str) -> str:
        """The operators that show `text`; the face's first subset is chosen before and after."""
        if text.isascii() and text.isprintable() and self._plain.get(face.name):
            if "(" in text or ")" in text or "\\" in text:
                return f"({_SPECIAL.sub(_escaped, text)}) Tj"
            return f"({text}) Tj"
        key = (face.name, style.size, text)
        if key not in self._kept:
            self._kept[key] = self._mixed(face, style.size, text)
        return self._kept[key]

    def _mixed(self, face: Face, size: float, text: str) -> str:
        chosen = first = self.font(face, size)
        operators: list[str] = []
        for font, stretch in face.runs(text):
            for subset, codes in font.splitString(stretch, self._document):
                wanted = f"{font.getSubsetInternalName(subset, self._document)} {size:g} Tf"
                if wanted != chosen:
                    operators.append(wanted)
                    chosen = wanted
                operators.append(f"({_bytes(codes)}) Tj")
        if chosen != first:
            operators.append(first)
        return " ".join(operators)

    def _readable(self, face: Face) -> bool:
        # reportlab lays printable ASCII at its own codes in the first subset; if it ever stops, we go the slow way.
        face.font.splitString(" ", self._document)
        assigned = face.font.state[self._document].assignments
        return bool(_PRINTABLE.items() <= assigned.items())


def _escaped(match: re.Match[str]) -> str:
    return "\\" + match.group()


def _bytes(codes: bytes) -> str:
    return "".join(
        f"\\{code:03o}" if code < 32 or code > 126 else "\\" + chr(code) if code in b"()\\" else chr(code)
        for code in codes
    )
