"""Keeps subset, mapped and deflated fonts, and names, between papers: the same subset always gives the same bytes.

reportlab makes them anew for every document, about 4 ms of a 10 ms paper. This touches five of its internals, and only
here; a test compares the bytes with and without.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, Final

from reportlab.pdfbase import pdfdoc, ttfonts

_KEPT: Final = 64
_NAMES: Final = 1024
# Longer arrays of numbers are the widths of a font's characters.
_WIDTHS: Final = 60
# How a TrueType file and the map from its characters to text start.
_FONTS: Final = (b"\x00\x01\x00\x00", "/CID")
_plain_encode = pdfdoc.PDFStreamFilterZCompress.encode
_plain_subset = ttfonts.TTFontFile.makeSubset
_plain_map = ttfonts.makeToUnicodeCMap
_plain_array = pdfdoc.PDFArray.format
_plain_name = pdfdoc.PDFName


def install() -> None:
    """Put the cache in; a second call changes nothing."""
    if ttfonts.TTFontFile.makeSubset is not _plain_subset:
        return
    # The font itself is part of the key: that keeps it alive, so no other can get its identity.
    ttfonts.TTFontFile.makeSubset = _kept(_plain_subset, lambda font, subset: (font, tuple(subset)))
    ttfonts.makeToUnicodeCMap = _kept(_plain_map, lambda name, subset: (name, tuple(subset)))
    deflate = _kept(lambda text: _plain_encode(None, text), lambda text: text)

    def encode(self: Any, text: Any) -> Any:
        return deflate(text) if text[:4] in _FONTS else _plain_encode(self, text)

    numbers = _kept(lambda values: _plain_array(pdfdoc.PDFArray(values), None), lambda values: values)

    def array(self: Any, document: Any, *indent: bytes) -> Any:
        plain = self.multiline and len(self.sequence) > _WIDTHS and not indent
        if plain and {*map(type, self.sequence)} <= {int, float}:
            return numbers(tuple(self.sequence))
        return _plain_array(self, document, *indent)

    pdfdoc.PDFStreamFilterZCompress.encode = encode
    pdfdoc.PDFArray.format = array
    pdfdoc.PDFName = lru_cache(_NAMES)(_plain_name)


def remove() -> None:
    """Take the cache out again, for the test that compares bytes."""
    ttfonts.TTFontFile.makeSubset = _plain_subset
    ttfonts.makeToUnicodeCMap = _plain_map
    pdfdoc.PDFStreamFilterZCompress.encode = _plain_encode
    pdfdoc.PDFArray.format = _plain_array
    pdfdoc.PDFName = _plain_name


def _kept(make: Callable[..., Any], key: Callable[..., Hashable]) -> Callable[..., Any]:
    made: dict[Hashable, Any] = {}

    def once(*arguments: Any) -> Any:
        name = key(*arguments)
        if name not in made:
            if len(made) >= _KEPT:
                made.clear()
            made[name] = make(*arguments)
        return made[name]

    return once
