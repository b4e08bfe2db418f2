"""How a path is called to people: "Barang 3, Kode HS"."""

from __future__ import annotations

from app.catalog.catalog import Catalog
from app.domain.fields import declared_name
from app.domain.paths import declared_path, row_number
from app.domain.shipment import Shipment
from app.words import Message, Text, same


def label_of(catalog: Catalog, declared: str) -> Text:
    """The label of a path in declarations, also of a question that one document asks (``own.<form>.<name>``)."""
    head, _, rest = declared.partition(".")
    if head == "own":
        form_id, _, name = rest.partition(".")
        return catalog.forms[form_id].own[name][1].label.text
    return catalog.words[declared].label


def place_of(catalog: Catalog, shipment: Shipment, path: str) -> Text:
    """The rows a path goes through, with their numbers, and its label; of a row that has gone, the label alone."""
    if path.startswith("own."):
        return label_of(catalog, path)
    try:
        declared, numbers = declared_path(shipment, path), row_number(shipment, path)
    except KeyError:
        # A check tells of the shipment as it was when it began; the row may have been deleted since.
        return label_of(catalog, declared_name(path).removesuffix(".*"))
    parts = []
    for name, number in numbers:
        head = declared[: declared.index(f"{name}.*") + len(name)]
        parts.append(Message("checks.row", {"list": catalog.words[head].label, "n": same(str(number))}).text)
    if not declared.endswith("*"):
        parts.append(catalog.words[declared].label)
    return Text(", ".join(part.id for part in parts), ", ".join(part.en for part in parts))


def asked_for(catalog: Catalog, shipment: Shipment, path: str) -> Text:
    """A missing answer as people know it; a declared path, which stands for all rows, by its label alone."""
    return lowered(catalog.words[path].label) if path in catalog.words else place_of(catalog, shipment, path)


def lowered(label: Text) -> Text:
    """A label inside a sentence: its first letter small, unless the word is an abbreviation."""
    return Text(_lowered(label.id), _lowered(label.en))


def _lowered(label: str) -> str:
    first_word = label.split(" ", 1)[0]
    is_abbreviation = len(first_word) == 1 or any(c.isupper() or c.isdigit() for c in first_word[1:])
    return label if is_abbreviation else label[0].lower() + label[1:]
