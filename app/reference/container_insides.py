"""How large containers are inside, by the usual measures: for an estimate, never for a paper."""

from __future__ import annotations

import csv
import datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from app.words import Text


class Inside(NamedTuple):
    """A type of container; its inside in centimetres."""

    code: str
    name: Text
    length: Decimal
    width: Decimal
    height: Decimal


@cache
def container_insides() -> tuple[Inside, ...]:
    """The three types for dry goods, the smallest first."""
    rows = csv.DictReader(line for line in _lines() if not line.startswith("#"))
    sides = ("length", "width", "height")
    return tuple(Inside(r["code"], Text(r["id"], r["en"]), *(Decimal(r[side]) for side in sides)) for r in rows)


@cache
def insides_source() -> tuple[Text, datetime.date]:
    """Where the measures are from, and the day they were looked up."""
    said = dict(line[1:].strip().split(": ", 1) for line in _lines() if line.startswith("#"))
    return Text(said["sumber"], said["source"]), datetime.date.fromisoformat(said["date"])


def _lines() -> list[str]:
    return (files("resources") / "reference" / "container_insides.csv").read_text(encoding="utf-8").splitlines()
