"""Ways in which a disk spoils a store."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def spoil_document(path: Path, document: str, column: str) -> None:
    """Content that is another than was saved, in a file whose structure is sound."""
    raw = sqlite3.connect(path)
    raw.execute(f"UPDATE documents SET {column} = replace({column}, '6', '5') WHERE id = ?", (document,))  # noqa: S608
    raw.commit()
    raw.close()


def written_over(path: Path) -> None:
    """The first pages are somebody else's."""
    data = path.read_bytes()
    path.write_bytes(b"\x5a" * 8192 + data[8192:])


def flip(path: Path, bit: int) -> None:
    """Turn one bit of a file over."""
    data = bytearray(path.read_bytes())
    data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)
