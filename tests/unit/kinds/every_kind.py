"""Every kind there is, with values it may store and texts that people and pasted books may type."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from app.domain.fields import fields
from app.kinds.choice import AttachmentId, Choice, RowId
from app.kinds.circumstances import Circumstances
from app.kinds.clock_time import ClockTime
from app.kinds.coded import Coded
from app.kinds.date import EARLIEST, LATEST, Date
from app.kinds.digits import Digits
from app.kinds.identifiers import Email, Phone, Shaped
from app.kinds.kind import Kind, tidied
from app.kinds.measures import Number
from app.kinds.npwp import Npwp
from app.kinds.number import WHOLE_DIGITS
from app.kinds.registry import KINDS
from app.kinds.text import Lines, PlainText
from app.kinds.transport_numbers import AirWaybillNumber, ContainerNumber, ImoNumber
from app.reference.lists import Lists

AT = Circumstances(today=datetime.date(2026, 11, 24), language="id", lists=Lists())
BOTH = (AT, AT.in_language("en"))


def every_kind() -> dict[str, Kind[Any]]:
    """Each different kind once, by where it stands: the registry's, then those of the shipment's fields."""
    found: dict[Kind[Any], str] = {kind(): name for name, kind in KINDS.items()}
    for field in fields().values():
        if field.kind is not None:
            found.setdefault(field.kind, field.path)
    return {name: kind for kind, name in found.items()}


def values_of(kind: Kind[Any]) -> st.SearchStrategy[Any]:
    """Values that the kind may store. Raises KeyError for a kind that nobody has described here."""
    described = next(cls for cls in type(kind).__mro__ if cls in _VALUES)
    return _VALUES[described](kind)


def stored_of(kind: Kind[Any]) -> st.SearchStrategy[Any]:
    """Whatever of the right Python type may stand in a file made by hand."""
    if kind.stored is Decimal:
        return st.decimals() | st.sampled_from([*map(Decimal, _HARSH_NUMBERS)])
    if kind.stored is datetime.date:
        return st.dates()
    return TEXTS | values_of(kind)


TEXTS: st.SearchStrategy[str] = st.one_of(
    st.text(st.characters(), max_size=40),
    st.text("0123456789.,- /+", max_size=24),
    st.text("0123456789٠٣²½①,.-−eE_ \t\n\0\u00a0\u200b\u202d\ud800\U0001f45eRp$€JanDes", max_size=24),
    st.sampled_from(
        [
            "NaN",
            "sNaN",
            "Infinity",
            "-0",
            "1e300000",
            "1_000",
            "9" * 5000,
            "-" * 5000,
            "٣",
            "m³",
            "²",
            "½",
            "ß",
            "👞",
            "\0",
        ]
    ),
    st.sampled_from(
        ["{", "{text}", "{0}", "%s", "e\0\u0301", "\u202d0812\u202c", "\ufeff5", "31-02-2026", "Rp", "kg", "%"]
    ),
)
"""Typed text of all sorts; lone surrogates and NUL too, which the clipboard may hold."""

LONG_TEXTS = {
    "digits": "9" * 20_000,
    "letters": "a" * 20_000,
    "minus signs": "-" * 20_000,
    "groups": "1" + ".250" * 5_000 + "x",
    "commas": "," * 20_000,
    "blanks": f"2{' ' * 10_000}x{' ' * 10_000}y",
    "digits and blanks": "1 " * 10_000 + "x",
    "addresses": "a@" + "b." * 10_000 + " ",
    "accents": "e" + "\u0301\u0316" * 5_000,
    "lines": "a\n" * 10_000 + "!",
}
"""Texts that make a careless pattern try again and again."""

_HARSH_NUMBERS = ("sNaN", "NaN", "Infinity", "-Infinity", "1E+999999", "1E-999999", "0E+40", "-0.0", "1E+15", "1.50E+3")
_ASCII = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def _numbers(kind: Kind[Any]) -> st.SearchStrategy[Decimal]:
    assert isinstance(kind, Number)
    most = Decimal(10) ** WHOLE_DIGITS - 1
    fine = [st.decimals(0, most, places=n) for n in range(kind.most_decimals + 1)]
    return st.one_of(st.decimals(0, 2000, places=min(3, kind.most_decimals)), *fine)


def _codes(kind: Kind[Any]) -> st.SearchStrategy[str]:
    assert isinstance(kind, Coded)
    return st.sampled_from(sorted(kind.codes(AT).entries))


def _choices(kind: Kind[Any]) -> st.SearchStrategy[str]:
    assert isinstance(kind, Choice)
    return st.sampled_from(kind.codes)


def _shaped(kind: Kind[Any]) -> st.SearchStrategy[str]:
    assert isinstance(kind, Shaped)
    return st.from_regex(kind.shape, fullmatch=True)


def _is_phone(text: str) -> bool:
    """Taking blanks together may leave too few signs between the digits."""
    return re.fullmatch(Phone.shape, text) is not None


def _digits(kind: Kind[Any]) -> st.SearchStrategy[str]:
    assert isinstance(kind, Digits)
    return st.one_of(*(st.text("0123456789", min_size=n, max_size=n) for n in kind.lengths))


def _texts(kind: Kind[Any]) -> st.SearchStrategy[str]:
    assert isinstance(kind, PlainText | Lines)
    letters = st.characters(exclude_characters="\n\r" if isinstance(kind, PlainText) else "\r")
    return st.text(letters, min_size=1, max_size=40).map(tidied).filter(bool)


_VALUES: dict[type, Callable[[Kind[Any]], st.SearchStrategy[Any]]] = {
    Number: _numbers,
    Choice: _choices,
    Coded: _codes,
    Digits: _digits,
    Npwp: lambda _: st.from_regex(r"[0-9]{16}", fullmatch=True, alphabet="0123456789"),
    Shaped: _shaped,
    Phone: lambda _: _shaped(Phone()).map(lambda text: " ".join(text.split())).filter(_is_phone),
    Email: lambda _: st.tuples(*[st.text(_ASCII, min_size=1)] * 3).map(lambda parts: "{}@{}.{}".format(*parts)),
    PlainText: _texts,
    Lines: _texts,
    AttachmentId: lambda _: st.text(f"{_ASCII}_-", min_size=1, max_size=40),
    RowId: lambda _: st.text(f"{_ASCII}_-", min_size=1, max_size=40),
    ContainerNumber: lambda _: st.from_regex(r"[A-Z]{4}[0-9]{7}", fullmatch=True),
    AirWaybillNumber: lambda _: st.from_regex(r"[0-9]{11}", fullmatch=True),
    ImoNumber: lambda _: st.from_regex(r"[0-9]{7}", fullmatch=True),
    ClockTime: lambda _: st.from_regex(r"([01][0-9]|2[0-3]):[0-5][0-9]", fullmatch=True, alphabet="0123456789:"),
    Date: lambda _: st.dates(datetime.date(EARLIEST, 1, 1), datetime.date(LATEST, 12, 31)),
}
