"""All names and all text strings of a PDF, wherever they stand: what makes it act, and what it tells about itself."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

ACTIVE: Final = frozenset({
    "/JS", "/JavaScript", "/Launch", "/OpenAction", "/EmbeddedFile", "/EmbeddedFiles", "/URI", "/GoToR",
    "/GoToE", "/AA",
    "/SubmitForm", "/ImportData", "/RichMedia", "/Rendition", "/Movie", "/Sound", "/XFA", "/AcroForm",
    "/Filespec", "/F",
})  # fmt: skip
"""Keys and names that make a viewer run, fetch, open or send something."""


def names(pdf: bytes) -> set[str]:
    """Every dictionary key, and every value that is a name, in all objects of the file."""
    reader = PdfReader(io.BytesIO(pdf))
    seen: set[int] = set()
    return set(_names(reader.trailer, seen, reader))


def metadata(pdf: bytes) -> dict[str, str]:
    """What the file says about itself: its information, its outline, its language."""
    reader = PdfReader(io.BytesIO(pdf))
    told = {key: str(value) for key, value in (reader.metadata or {}).items()}
    titles = [str(entry.title) for entry in reader.outline if not isinstance(entry, list)]
    return told | {"outline": "; ".join(titles), "language": str(reader.root_object.get("/Lang", ""))}


def _names(found: Any, seen: set[int], reader: PdfReader) -> Iterator[str]:
    if isinstance(found, IndirectObject):
        if found.idnum in seen:
            return
        seen.add(found.idnum)
        found = found.get_object()
    if isinstance(found, (DictionaryObject, StreamObject)):
        for key, value in found.items():
            yield str(key)
            yield from _names(value if not isinstance(value, IndirectObject) else found.raw_get(key), seen, reader)
    elif isinstance(found, ArrayObject):
        for value in list.__iter__(found):
            yield from _names(value, seen, reader)
    elif isinstance(found, str) and found.startswith("/"):
        yield str(found)
