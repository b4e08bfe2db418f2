"""What holds for every kind, whatever it is a kind of."""

from __future__ import annotations

import re
import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kinds.kind import Doubt, Kind, Misread, Reading
from app.words import LANGUAGES, Message
from tests.unit.kinds.every_kind import AT, BOTH, LONG_TEXTS, TEXTS, every_kind, stored_of, values_of

KINDS = every_kind()
each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@each_kind
@given(data=st.data())
@settings(max_examples=15)
def test_a_value_is_read_back_from_its_own_writing(kind: Kind[Any], data: st.DataObject) -> None:
    value = data.draw(values_of(kind))
    for at in BOTH:
        read = kind.parse(kind.write(value, at), at)
        assert isinstance(read, Reading)
        assert read.value == value
        assert kind.show(value, at).strip()
    assert not isinstance(kind.check(value, AT), Misread)


@each_kind
@given(data=st.data())
@settings(max_examples=15)
def test_a_value_fits_the_pattern_of_its_schema(kind: Kind[Any], data: st.DataObject) -> None:
    schema = kind.schema()
    value = data.draw(values_of(kind))
    stored = f"{value:f}" if isinstance(value, Decimal) else str(value)
    assert schema["x-kind"] == kind.name
    if "pattern" in schema:
        assert re.search(schema["pattern"], stored)
        assert not re.search(schema["pattern"], f" {stored} ")
    assert len(stored) <= schema.get("maxLength", len(stored))


@each_kind
@given(text=TEXTS)
@settings(max_examples=40)
def test_any_text_is_read_or_told_what_it_lacks(kind: Kind[Any], text: str) -> None:
    read = kind.parse(text, AT)
    if isinstance(read, Misread):
        _said(read.message)
    elif read is not None:
        _said(read.note)
        again = kind.parse(kind.write(read.value, AT), AT)
        assert isinstance(again, Reading)
        assert again.value == read.value
        assert not isinstance(kind.check(read.value, AT), Misread)


@each_kind
@given(data=st.data())
@settings(max_examples=25)
def test_check_and_show_bear_any_stored_value(kind: Kind[Any], data: st.DataObject) -> None:
    value = data.draw(stored_of(kind))
    found = kind.check(value, AT)
    assert found is None or isinstance(found, Misread | Doubt)
    _said(found.message if found else None)
    if isinstance(value, str) or found is None:
        assert isinstance(kind.show(value, AT), str)


@each_kind
def test_long_texts_are_answered_at_once(kind: Kind[Any]) -> None:
    kind.parse("1", AT)  # lists and patterns are made on first use
    began = time.process_time()
    for text in LONG_TEXTS.values():
        read = kind.parse(text, AT)
        if isinstance(read, Misread):
            _said(read.message)
    assert time.process_time() - began < 3


@each_kind
@pytest.mark.parametrize("nothing", ["", "  ", "\n\t", "\u00a0", "\0", "\u200b\ufeff", "\ud800"])
def test_a_text_without_anything_visible_is_no_answer(kind: Kind[Any], nothing: str) -> None:
    assert kind.parse(nothing, AT) is None


@each_kind
def test_a_misread_quotes_only_the_beginning_of_a_long_text(kind: Kind[Any]) -> None:
    read = kind.parse("?!" * 20_000, AT)
    assert isinstance(read, Misread)
    for language in LANGUAGES:
        assert len(read.message.into(language)) < 600


def test_two_different_kinds_never_share_a_name() -> None:
    classes = {type(kind) for kind in KINDS.values()}
    assert len({cls.name for cls in classes}) == len(classes)


def _said(message: Message | None) -> None:
    if message is not None:
        assert all(message.into(language).strip() for language in LANGUAGES)
