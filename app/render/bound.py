"""The rows bound to a table written out under it, so that a golden file shows them. Drawing does not need this."""

import re
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import quoteattr

_TABLE = re.compile(r'<table\b[^>]*\beach="([^"]*)"[^>]*>.*?</table>', re.DOTALL)


def with_rows(xml: str, roots: Mapping[str, Any]) -> str:
    """`xml` with the data's rows after each table, as <row> elements; the result is for reading only."""

    def put(match: re.Match[str]) -> str:
        rows = roots["d"].get(match.group(1), [])
        return match.group() + "".join("\n" + line for row in rows for line in _row(row, "  "))

    return _TABLE.sub(put, xml)


def _row(row: Mapping[str, Any], indent: str) -> list[str]:
    texts = " ".join(f"{key}={quoteattr(value)}" for key, value in row.items() if isinstance(value, str) and value)
    lists = [inner for value in row.values() if isinstance(value, list) for inner in value]
    if not lists:
        return [f"{indent}<row {texts}/>"]
    inside = [line for inner in lists for line in _row(inner, indent + "  ")]
    return [f"{indent}<row {texts}>", *inside, f"{indent}</row>"]
