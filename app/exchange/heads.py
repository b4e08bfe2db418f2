"""Which column of a table is which field: by the words of its head, in Indonesian and English."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from rapidfuzz import fuzz, process

from app.catalog.catalog import Catalog
from app.domain.all_derived import DERIVED, DERIVED_ROWS
from app.domain.fields import fields
from app.exchange.table import Line, Span, Table
from app.reference.code_list import folded

GOODS, RANGES, WORKED = "goods.*.", "packing.ranges.*.", "packing.rows.*."
EACH, CONTENT_LINE = f"{RANGES}contents.*.each", f"{RANGES}contents.*.line"
NUMBER, AMOUNT = "goods.*.number", "goods.*.amount"
"""Columns that are understood without being kept: they say which line is meant, and whether a table adds up."""
DISCOUNT, SURCHARGE = "goods.*.discount", "goods.*.surcharge"
_LOOKED_AT = 40
"""Rows among which the heads are looked for; above them stand titles and addresses."""
_LONGEST = 120
"""Letters of a head; what is longer is a text."""
_KEPT = 4_000
"""Heads whose plain form is kept: all known words, and what was pasted of late."""
_NEARLY = 88
"""How like a known word a mistyped one must be, of 100."""


class Column(NamedTuple):
    """One column of a table, and what it is taken for."""

    at: int
    head: str
    path: str | None
    unit: str = ""
    """What the head says behind the word: "(kg)", "(USD)"."""
    is_sure: bool = True
    """Whether the head says so itself; else it was guessed from a word that is nearly known."""


class Heads(NamedTuple):
    """The head of a table: the number of its last row, and its columns."""

    row: int
    columns: tuple[Column, ...]


class Vocabulary:
    """All words for all columns that are understood."""

    def __init__(self, catalog: Catalog) -> None:
        self._paths: dict[str, list[str]] = {}
        for path, words in _collected().items():
            named = catalog.words[path]
            # The short words of figures ("Each", "In all") say something only under the head of the paper they are on.
            printed = () if path.startswith(WORKED) else named.printed
            for word in (*words, *named.label, *printed):
                known = self._paths.setdefault(plain(word), [])
                if path not in known:
                    known.append(path)
        self._order = {path: n for n, path in enumerate(_collected())}

    def meanings(self, head: str) -> tuple[list[str], bool]:
        """The fields that a head may mean, and whether its words are known as they stand."""
        if len(head) > _LONGEST:
            return [], False
        for spelling in _spellings(head):
            if spelling in self._paths:
                return self._sorted(self._paths[spelling]), True
        if both := self._in_both_languages(head):
            return both, True
        longest = max(_spellings(head), key=len, default="")
        if len(longest) > 4 and (
            found := process.extractOne(longest, self._words, scorer=fuzz.ratio, score_cutoff=_NEARLY)
        ):
            return self._sorted(self._paths[found[0]]), False
        return [], False

    def _in_both_languages(self, head: str) -> list[str]:
        """What "Unit price Harga satuan" means: two known words for one thing with nothing between them."""
        words = plain(re.sub(r"[(\[].*?[)\]]", " ", head)).split()
        for n in range(1, len(words)):
            parts = (self._paths.get(" ".join(part), []) for part in (words[:n], words[n:]))
            if shared := set.intersection(*map(set, parts)):
                return self._sorted(shared)
        return []

    @property
    def _words(self) -> list[str]:
        return [word for word in self._paths if len(word) > 4]

    def _sorted(self, paths: Iterable[str]) -> list[str]:
        return sorted(paths, key=lambda path: self._order[path])


def known_columns() -> tuple[str, ...]:
    """Every path that a column may be taken for, in the order in which they are offered."""
    return tuple(_collected())


def find_heads(table: Table, vocabulary: Vocabulary, remembered: Mapping[str, str | None]) -> Heads | None:
    """The row whose heads are known best, alone or with the row above it; None where no row is one.

    ``remembered`` are heads that a person took for a field before, as :func:`plain` writes them.
    """
    best: tuple[int, Heads] | None = None
    for n, line in enumerate(table.lines[:_LOOKED_AT]):
        for heads in _readings(table, n, line):
            matched = _matched(heads, vocabulary, remembered)
            taken = sum(column.path is not None for column in matched)
            # A head that somebody left out is a head all the same.
            count = sum(column.path is not None or plain(column.head) in remembered for column in matched)
            if taken and count >= min(2, table.width) and (best is None or count > best[0]):
                best = (count, Heads(line.number, matched))
    return best[1] if best else None


@lru_cache(_KEPT)
def plain(text: str) -> str:
    """A head as heads are compared: without capitals, accents, points and what stands in brackets around it.

    >>> plain("N.W. /  Ctn"), plain("Q'ty")
    ('nw/ctn', "q'ty")
    """
    plainer = re.sub(r"(?<=[a-z])\.(?=[a-z]\b)", "", folded(text)).replace(".", " ")
    return re.sub(r"\s*([/&])\s*", r"\1", plainer).strip(" :*_-").replace("  ", " ")


@cache
def _collected() -> Mapping[str, tuple[str, ...]]:
    """The words we collected. Raises ValueError for a path that is no field and no figure."""
    text = (files("resources") / "reference" / "table_heads.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    collected = {row["path"]: tuple(row["words"].split("|")) for row in rows}
    tables = {path for path in collected if path.startswith(WORKED) and "packing.rows" in DERIVED_ROWS}
    if lost := set(collected) - set(fields()) - set(DERIVED) - tables:
        raise ValueError(f"table_heads.csv names what is no field: {sorted(lost)}")
    return collected


def _readings(table: Table, n: int, line: Line) -> list[dict[int, str]]:
    """The heads as this row has them, and as it has them together with the row above: "Weight" over "Net"."""
    alone = {column: cell.text for column, cell in line.cells.items()}
    above = table.lines[n - 1].cells if n else {}
    if not above or set(alone) <= set(above) or any(letter.isdigit() for text in alone.values() for letter in text):
        # The lower of two rows of heads divides what the upper one says, and no head is a number.
        return [alone]
    spread = _spread(table.lines[n - 1], table.spans, range(table.width))
    both = {c: "\n".join(part for part in (alone.get(c, ""), spread.get(c, "")) if part) for c in {*spread, *alone}}
    return [alone, both]


def _spread(line: Line, spans: Sequence[Span], columns: range) -> dict[int, str]:
    """The texts of a row of heads, a merged one over all its columns."""
    texts = {column: cell.text for column, cell in line.cells.items()}
    for span in spans:
        if span.top <= line.number <= span.bottom and span.left in texts:
            texts |= {column: texts[span.left] for column in range(span.left, span.right + 1) if column in columns}
    return texts


def _matched(
    heads: Mapping[int, str], vocabulary: Vocabulary, remembered: Mapping[str, str | None]
) -> tuple[Column, ...]:
    """Each head with the field it means, each field once: heads that can mean one thing only come first."""
    meant = {at: vocabulary.meanings(head) for at, head in heads.items()}
    meant |= {
        at: ([path], True) for at, head in heads.items() if (path := remembered.get(plain(head), "")) not in ("", None)
    }
    meant |= {
        at: ([], True) for at, head in heads.items() if plain(head) in remembered and remembered[plain(head)] is None
    }
    meant |= {at: ([path], True) for at, path in _sides(heads).items()}
    packed = any(paths and all(not path.startswith(GOODS) for path in paths) for paths, _ in meant.values())
    chosen: dict[int, str] = {}
    for at in sorted(meant, key=lambda at: (len(meant[at][0]), not meant[at][1], at)):
        free = [path for path in meant[at][0] if path not in chosen.values()]
        if free:
            inside = [path for path in free if not path.startswith(GOODS)]
            chosen[at] = inside[0] if packed and inside else free[0]
    return tuple(
        Column(at, head, chosen.get(at), _unit(head), meant[at][1] or at not in chosen)
        for at, head in sorted(heads.items())
    )


def _sides(heads: Mapping[int, str]) -> dict[int, str]:
    """Length, width and height by their letters: L is "lebar" beside P and T, and "length" beside W and H."""
    letters = {plain(re.sub(r"\(.*?\)", "", head.split("\n")[0])): at for at, head in heads.items()}
    for three in ("plt", "lwh"):
        if set(three) <= set(letters):
            return {letters[side]: f"{RANGES}{name}" for side, name in zip(three, _SIDES, strict=True)}
    return {}


def _spellings(head: str) -> list[str]:
    """The whole head, then without what stands in brackets, then each line and each part, then what is in brackets."""
    bare = re.sub(r"[(\[].*?[)\]]", " ", head)
    parts = [part for text in (bare, *bare.split("\n")) for part in re.split(r"\s[-–]\s|/|\||,", text)]
    inside = re.findall(r"[(\[](.*?)[)\]]", head)
    tried = [plain(text) for text in (head, bare, *head.split("\n"), *bare.split("\n"), *parts, *inside)]
    return [text for text in dict.fromkeys(tried) if text]


def _unit(head: str) -> str:
    found = re.findall(r"[(\[](.*?)[)\]]", head)
    return found[-1].strip() if found else ""


_SIDES = ("length", "width", "height")
