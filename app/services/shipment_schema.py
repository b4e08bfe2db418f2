"""The JSON Schema of the shipment file: shapes from structs, words from declarations, patterns from kinds."""

from __future__ import annotations

from typing import Any, get_type_hints

import msgspec

from app.catalog.catalog import Catalog
from app.domain.fields import kind_of, rows_of
from app.domain.shipment import Shipment
from app.domain.struct import Value
from app.kinds.choice import RowId
from app.records.shipment_file import FORMAT, SCHEMA


def shipment_schema(catalog: Catalog) -> dict[str, Any]:
    """The schema of a whole ``.ekspor`` file (JSON Schema 2020-12)."""
    (shipment,), components = msgspec.json.schema_components((Shipment,), ref_template="#/$defs/{name}")
    _describe(components, Shipment, "", catalog)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Siap Ekspor shipment file",
        "type": "object",
        "required": ["format", "shipment"],
        "properties": {
            "format": {"const": FORMAT},
            "schema": {"type": "integer", "minimum": 1, "default": SCHEMA},
            "min_reader": {"type": "integer", "minimum": 1},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "shipment": shipment,
        },
        "$defs": components,
    }


def _describe(components: dict[str, Any], struct: type[Value], prefix: str, catalog: Catalog) -> None:
    properties = components[struct.__name__]["properties"]
    for name, hint in get_type_hints(struct, include_extras=True).items():
        path = prefix + name
        if path in catalog.words:
            words = catalog.words[path]
            properties[name]["title"] = words.label.en
            properties[name]["description"] = (words.hint or words.label).en
        kind = RowId() if name == "id" else kind_of(hint)
        if kind is not None:
            properties[name] |= kind.schema()
        elif rows := rows_of(hint):
            _describe(components, rows, f"{path}.*.", catalog)
        elif isinstance(hint, type) and issubclass(hint, Value):
            _describe(components, hint, f"{path}.", catalog)
