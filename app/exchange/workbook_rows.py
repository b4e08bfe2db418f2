"""Rows of an Excel workbook's first sheet as text, for lists of codes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from app.reference.refused import Refused
from app.reference.table_rows import Row, refuse_more_than

MOST_UNPACKED = 256 * 1024 * 1024
"""A tariff has 12,000 rows in 10 MB; a small file that unpacks to much more is no list."""


def workbook_rows(data: bytes) -> Iterator[Row]:
    """The rows of the first sheet that hold anything. Raises Refused for what is no workbook or too large a one."""
    import openpyxl  # 150 ms, paid only where somebody brings a workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise Refused("too_large")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise Refused("not_a_workbook") from error
    try:
        for number, values in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
            cells = [_as_text(value) for value in values]
            refuse_more_than(number - 1)
            if any(cells):
                yield Row(number, cells)
    finally:
        book.close()


def _as_text(value: object) -> str:
    """A cell as it was meant: a number that Excel made of a code has no decimals."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
