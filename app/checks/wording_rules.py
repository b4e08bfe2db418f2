"""Rules about how goods are called: what offices at destination refuse to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.declaration_goods import NOT_OF_WOOD
from app.domain.derived import Figures
from app.domain.problems import Finding, rule
from app.words import same

VAGUE = frozenset(
    (
        "sample",
        "samples",
        "gift",
        "gifts",
        "part",
        "parts",
        "accessories",
        "handicraft",
        "handicrafts",
        "goods",
        "craft",
        *("product", "products", "souvenir", "souvenirs"),
        *("kerajinan", "tangan", "barang", "produk", "sampel", "contoh", "hadiah", "suvenir", "aksesori", "aksesoris"),
    )
)
_WORD = re.compile(r"[a-z]+")
WOOD = (
    "44",
    "940131",
    "940141",
    "940161",
    "940169",
    "940191",
    "940330",
    "940340",
    "940350",
    "940360",
    "940391",
    "940610",
)
"""HS 2022 prefixes of wooden goods."""


@rule(
    "description_is_no_bare_word",
    severity="warning",
    message="rules.vague_description",
    reads=("goods.*.description", "goods.*.own_description"),
    source="EU ICS2 and export declaration practice: plain, precise description (X-14), also the one for customs",
    looked_at="2026-11-24",
)
def description_is_no_bare_word(figures: Figures) -> Iterator[Finding]:
    """A description of vague words only, or one that points to another paper, says nothing."""
    for line in figures.goods:
        for name, told in (("description", line.description), ("own_description", line.own_description)):
            text = (told or "").casefold()
            words = _WORD.findall(text)
            if words and (VAGUE.issuperset(words) or "as per invoice" in text):
                yield Finding(f"goods.{line.id}.{name}", {"text": same(told or "")})


@rule(
    "wood_names_its_species",
    severity="hint",
    message="rules.wood_species",
    reads=("goods.*.hs_code", "goods.*.species"),
    source="V-Legal, EUDR and plant health practice: Latin names of species (X-12)",
    looked_at="2026-11-24",
)
def wood_names_its_species(figures: Figures) -> Iterator[Finding]:
    """Offices ask for the Latin name of wood."""
    for line in figures.goods:
        is_open = not line.species and figures.shipment.answers.get(f"goods.{line.id}.species") is None
        if is_open and (line.hs_code or "").startswith(WOOD) and not (line.hs_code or "").startswith(NOT_OF_WOOD):
            yield Finding(f"goods.{line.id}.hs_code", labels={"label": "goods.*.species"})
