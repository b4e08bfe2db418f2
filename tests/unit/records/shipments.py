"""Random shipments over the structs themselves, and random foreign values, for hypothesis."""

from __future__ import annotations

import datetime
import types
import typing
import unicodedata
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from app.domain.attachments import Attachment, attach
from app.domain.fields import rows_of
from app.domain.shipment import Shipment
from app.domain.struct import Row, Value

texts = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text)
)
"""Texts that can be stored."""
numbers = st.integers(-(10**21) + 1, 10**21 - 1).map(lambda n: Decimal(n).scaleb(-6)) | st.integers(0, 999).map(Decimal)
"""Numbers that can be stored: 15 digits before the point, 6 after it, many with zeros at the end."""
row_ids = st.text("abcXYZ019-_", min_size=1, max_size=3)
foreign_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.integers(-9999, 9999).map(lambda n: n / 8) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)
"""Any JSON value that a newer program may write."""


@st.composite
def values(draw: st.DrawFn, struct: type[Value]) -> Any:
    """A value of ``struct`` with a few fields answered."""
    hints = {name: hint for name, hint in _hints(struct).items() if name != "id"}
    names = draw(st.lists(st.sampled_from(sorted(hints)), max_size=5, unique=True))
    answers = {name: draw(_answers(hints[name])) for name in names}
    if issubclass(struct, Row):
        answers["id"] = draw(row_ids)
    return struct(**answers)


shipments: st.SearchStrategy[Shipment] = values(Shipment)


def _answers(hint: object) -> st.SearchStrategy[Any]:
    row = rows_of(hint)
    if row is Attachment:
        return _rows(st.builds(attach, row_ids, texts, texts, st.binary(max_size=20)))
    if row is not None:
        return _rows(values(row))
    if isinstance(hint, type) and issubclass(hint, Value):
        return values(hint)
    nothing = st.nothing() if get_origin(hint) is dict else st.none()
    return nothing | st.one_of(*map(_plain, _options(hint)))


def _rows(rows: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | st.lists(rows, max_size=3, unique_by=lambda row: row.id).map(tuple)


def _plain(option: object) -> st.SearchStrategy[Any]:
    by_type: dict[object, st.SearchStrategy[Any]] = {
        str: texts,
        Decimal: numbers,
        datetime.date: st.dates(),
        dict[str, dict[str, str]]: st.dictionaries(texts, st.dictionaries(texts, texts, max_size=3), max_size=3),
        dict[str, str]: st.dictionaries(texts, texts, max_size=3),
    }
    if option in by_type:
        return by_type[option]
    # What is left is dict[str, Literal[...]].
    return st.dictionaries(texts, st.sampled_from(get_args(get_args(option)[1])), max_size=3)


def _options(hint: object) -> list[object]:
    """The types of ``Annotated[X | None, kind]`` but None."""
    bare = get_args(hint)[0] if get_origin(hint) is typing.Annotated else hint
    options = get_args(bare) if get_origin(bare) in (typing.Union, types.UnionType) else (bare,)
    return [option for option in options if option is not type(None)]


@cache
def _hints(struct: type[Value]) -> dict[str, Any]:
    return get_type_hints(struct, include_extras=True)
