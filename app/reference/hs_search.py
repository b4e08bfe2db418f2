"""Finding HS codes from what goods are called: our own products first, then the words of the tariff.

A hit is a suggestion with its certainty, never a ruling; customs decides, and the person asks a broker where it is low.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from app.reference.code_list import Entry, folded, read_list
from app.reference.lists import Lists
from app.reference.search import Vocabulary
from app.reference.text_index import Found, TextIndex, words_of
from app.words import Message, Text, same

Certainty = Literal["high", "medium", "low", "text", "own"]
"""How sure our own table is of a product; ``text`` where only words of the tariff fit; ``own`` for what the person
chose before.
"""


class HsHit(NamedTuple):
    """One code that may be meant."""

    code: str
    """Eight digits where the tariff's line is known, else six."""
    text: Text
    heading: Text
    """What the four digits above say."""
    certainty: Certainty
    why: Message
    alternatives: tuple[str, ...] = ()
    """Six digits that fit where the goods differ."""
    decides: Text = Text("", "")
    """What decides between them."""
    six: Text = Text("", "")
    """What the six digits say, in the wording of UN Comtrade, which is not the law's."""
    leaf: Text = Text("", "")
    """What the eight digits say in the imported tariff; empty without one."""


class HsFinder:
    """The tariff made ready for searching: slow to make (0.2 s, 1 s with an imported tariff), quick to ask."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists

    def find(self, query: str, limit: int = 10) -> tuple[HsHit, ...]:
        """The best ``limit`` codes for a name of goods in Indonesian or English, or for the first digits of a code."""
        digits = re.sub(r"[\s.]", "", query)
        if digits.isascii() and digits.isdigit():
            return tuple(self._beginning(digits))[:limit]
        meant = self._corrected(_without_numbers(query))
        asked = [word for word in words_of(meant) if word not in _STOP_WORDS]
        if not asked:
            return ()
        found = self._products_for(asked), self._lines_for(asked)
        best: dict[str, HsHit] = {}
        for _, hit in sorted((pair for hits in found for pair in hits), key=lambda pair: -pair[0]):
            best.setdefault(hit.code[:6], hit)
        return tuple(best.values())[:limit]

    def line(self, code: str) -> HsHit | None:
        """What the tariff says of a code of six or eight digits; None where neither list has it."""
        line = self._line_of(code)
        if not line.name.id or line.name.id == code:
            return None
        return self._line_hit(line, Message("hs.by_person"))._replace(code=code, certainty="own")

    def _products_for(self, asked: Sequence[str]) -> Iterator[tuple[float, HsHit]]:
        found = self._product_index.search([[word, *self._begun(word, asked)] for word in asked], _MOST_PRODUCTS)
        top = found[0].score if found else 0.0
        for at, hit in enumerate(found):
            product = self._products[hit.document]
            called = max((_called(words_of(name), asked) for name in _names(product)), default=0.0)
            if called or (at < _MOST_LOOSE and hit.coverage >= _LEAST_OF_PRODUCT):
                yield _standing(hit, top, _PRODUCT + called), self._product_hit(product)

    def _lines_for(self, asked: Sequence[str]) -> Iterator[tuple[float, HsHit]]:
        groups = [[word, *self._glossary.get(word, self._begun(word, asked))] for word in asked]
        found = self._line_index.search(groups, 12)
        top = found[0].score if found else 0.0
        for hit in found:
            held = filter(None, (self._line_index.held(hit.document, group) for group in groups))
            line = self._lines[hit.document]
            words = " ".join(dict.fromkeys(_as_written(word, self._texts(line)) for word in held))
            why = Message("hs.by_words", {"words": same(words)})
            yield _standing(hit, top, 0.0), self._line_hit(line, why)

    def _texts(self, line: Entry) -> Iterable[str]:
        return _weighed(line, self._lists.hs6.find(line.code[:6]))

    def _begun(self, word: str, asked: Sequence[str]) -> tuple[str, ...]:
        """The last word may be half typed."""
        return (f"{word}*",) if word == asked[-1] and len(word) >= _LEAST_BEGUN else ()

    def _product_hit(self, product: Entry) -> HsHit:
        facts = product.facts
        tariff = self._lists.tariff
        # A tariff newer than our table may have other lines below the six digits.
        code = facts["hs8"] if facts["hs8"] and (tariff is None or tariff.find(facts["hs8"])) else facts["hs6"]
        line = self._line_hit(self._line_of(code), Message("hs.by_product", {"name": product.name}))
        certainty: Certainty = _CERTAINTIES[facts["certainty"]]
        others = tuple(filter(None, facts["alternatives"].split("|")))
        decides = Text(facts["decides_id"], facts["decides_en"])
        return line._replace(code=code, certainty=certainty, alternatives=others, decides=decides)

    def _line_hit(self, line: Entry, why: Message) -> HsHit:
        six = self._lists.hs6.find(line.code[:6])
        english = six.name.en if six else line.name.en
        if "heading_id" not in line.facts:
            heading = same(line.facts["heading"])
            return HsHit(line.code, line.name, heading, "text", why, six=line.name)
        own = _joined(line.facts["under_id"], line.name.id)
        # A line without anything above it says "Lain-lain" and no more.
        text = Text(_joined(english, own) if own == line.name.id else own, _joined(english, line.name.en))
        heading = Text(line.facts["heading_id"], line.facts["heading_en"])
        return HsHit(line.code, text, heading, "text", why, six=six.name if six else Text("", ""), leaf=line.name)

    def _line_of(self, code: str) -> Entry:
        tariff = self._lists.tariff
        found = (tariff.find(code) if tariff else None) or self._lists.hs6.find(code[:6])
        return found or Entry(code, same(code), {"heading": ""})

    def _beginning(self, digits: str) -> Iterator[HsHit]:
        why = Message("hs.by_digits", {"digits": same(digits)})
        lines = (line for line in self._lines if line.code.startswith(digits) or digits.startswith(line.code))
        return (self._line_hit(line, why) for line in lines)

    def _corrected(self, query: str) -> str:
        return self._vocabulary.corrected(" ".join(words_of(query)))

    @cached_property
    def _products(self) -> list[Entry]:
        return list(read_list("products", Text("produk industri kecil", "products of small industry")).entries.values())

    @cached_property
    def _product_index(self) -> TextIndex:
        index = TextIndex()
        for product in self._products:
            index.add(dict.fromkeys(_names(product), 1.0) | {product.name.en: 0.7})
        return index

    @cached_property
    def _lines(self) -> list[Entry]:
        return list((self._lists.tariff or self._lists.hs6).entries.values())

    @cached_property
    def _line_index(self) -> TextIndex:
        index = TextIndex()
        for line in self._lines:
            index.add(_weighed(line, self._lists.hs6.find(line.code[:6])))
        return index

    @cached_property
    def _glossary(self) -> dict[str, tuple[str, ...]]:
        """English words for an Indonesian one, as they are looked up."""
        glossary = read_list("glossary", Text("kamus barang", "glossary of goods"))
        return {words_of(entry.name.id)[0]: tuple(words_of(entry.name.en)) for entry in glossary.entries.values()}

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary([*self._product_index.words(), *self._glossary, *self._line_index.words()], strict=4)


_STOP_WORDS = frozenset(
    {
        *("dan", "dari", "untuk", "yang", "dengan", "di", "ke", "atau", "buatan", "jenis", "barang", "produk"),
        *("of", "for", "and", "the", "with", "or", "in", "to", "an", "made", "from"),
    }
)
_CERTAINTIES: dict[str, Certainty] = {"high": "high", "medium": "medium", "low": "low"}
# A product of ours goes before lines of the tariff with as many of the words; one that is called exactly so, first.
_PRODUCT, _EXACT = 0.6, 3.0
# One whose name of several words stands inside a long query goes before what has as many words here and there.
_INSIDE = 1.0
_LEAST_OF_PRODUCT = 0.5
_MOST_PRODUCTS, _MOST_LOOSE = 40, 8
_LEAST_BEGUN = 3


def _standing(hit: Found, top: float, before: float) -> float:
    """Where a hit stands among those of the other source: by the share of the words it holds, then by its score."""
    return 2 * hit.coverage + before + hit.score / (top or 1.0)


def _without_numbers(query: str) -> str:
    """A name of goods without what its maker numbers it by (art. LJ-201): in a tariff such a number finds anything."""
    return _NUMBERED.sub(" ", query) if any(map(str.isalpha, _NUMBERED.sub("", query))) else query


_NUMBERED = re.compile(
    r"\b(?:(?:art|artikel|article|no|nomor|kode|code|model|tipe|type|sku|ref|seri|style)\b[\s.:#]*)*"
    r"\b(?:[a-z]{1,5}[-/_]?[0-9]{2,}[a-z0-9/_-]*|(?<=[.:#\s])#?[0-9]{3,}(?:[-/][0-9]+)*)\b",
    re.IGNORECASE,
)


def _called(name: Sequence[str], asked: Sequence[str]) -> float:
    """What it is worth that a product is called as was asked, or that a name of several words stands in a longer
    query as one piece.
    """
    if list(name) == list(asked):
        return _EXACT
    pieces = (list(asked[at : at + len(name)]) for at in range(len(asked) - len(name) + 1))
    return _INSIDE + len(name) / len(asked) if len(name) > 1 and list(name) in pieces else 0.0


def _as_written(word: str, texts: Iterable[str]) -> str:
    """A word as it stands in the text, which may have more of it than is looked up."""
    written = (found for text in texts for found in re.findall(r"[a-z0-9]+", folded(text)))
    return next((found for found in written if words_of(found) == [word]), word)


def _names(product: Entry) -> tuple[str, ...]:
    return (product.name.id, *filter(None, product.facts["synonyms"].split("|")))


def _weighed(line: Entry, six: Entry | None) -> dict[str, float]:
    facts = line.facts
    if "heading_id" not in facts:
        return {facts["heading"]: 0.4, line.name.en: 1.0}
    texts = {facts["heading_id"]: 0.5, facts["heading_en"]: 0.4, facts["under_id"]: 0.7, facts["under_en"]: 0.6}
    return texts | ({six.name.en: 0.8} if six else {}) | {line.name.id: 1.0, line.name.en: 1.0}


def _joined(above: str, leaf: str) -> str:
    return " > ".join(dict.fromkeys(part for part in (above, leaf) if part))
