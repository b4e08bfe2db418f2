"""A document type, as ``forms/<id>/form.toml`` declares it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from app.catalog.declared import Worded
from app.kinds.kind import Kind
from app.words import Text

Need = Literal["required", "optional", "when", "derived"]
Group = Literal["commercial", "transport", "origin", "customs", "letter", "insurance", "inspection"]


class When(msgspec.Struct, frozen=True, rename={"value": "is"}, forbid_unknown_fields=True):
    """One plain comparison: the value at ``path`` is one of ``values``. Nothing cleverer."""

    path: str
    value: str | list[str]

    @property
    def values(self) -> tuple[str, ...]:
        """What the value may be."""
        return (self.value,) if isinstance(self.value, str) else tuple(self.value)


class FieldUse(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A field as one document wants it."""

    path: str
    need: Need = "optional"
    when: When | None = None
    box: str = ""
    """The official number of the box it goes into."""
    fixed: bool = False
    """Whether the office takes no correction of it once the document is filed."""


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Fields that belong together, in order."""

    title: Worded
    fields: tuple[FieldUse, ...]


class OwnField(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question that only this document asks; kept with the shipment under the document's id."""

    kind: str
    label: Worded
    hint: Worded | None = None
    choices: dict[str, Any] = {}
    """Of a choice: each answer's code and :class:`Worded`."""
    of: tuple[str, ...] = ()
    """The answers that were compared: when one of them changes, this one is open again."""


class FormTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file as it is written."""

    title: Worded
    group: Group
    asked_by: Worded
    as_of: datetime.date
    source: str
    number: str
    date: str
    file: str
    section: tuple[Section, ...]
    texts: dict[str, Any]
    """Each a :class:`Worded`; read one by one, so that a mistake is named by its key."""
    example: str
    about: Literal["shipment"] = "shipment"
    language: Literal["id", "en"] = "en"
    on_choice: bool = False
    rank: int = 50
    typed_into: Worded | None = None
    also_as: tuple[str, ...] = ()
    asks_with: str = ""
    rules: tuple[str, ...] = ()
    own_title: Worded | None = None
    own: dict[str, Any] = {}
    """Each an :class:`OwnField`, read one by one too."""


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One document type, checked."""

    id: str
    title: Text
    group: Group
    asked_by: Text
    as_of: datetime.date
    """The day on which the law and practice it describes were looked at."""
    source: str
    language: Literal["id", "en"]
    """The paper's own language: English for buyers, Indonesian for Indonesian offices."""
    number: str
    date: str
    """The paths of the paper's own number and date."""
    file: str
    """The short head of its file names: INV."""
    sections: tuple[Section, ...]
    rules: tuple[str, ...]
    own: Mapping[str, tuple[Kind[Any], OwnField]]
    own_title: Text | None
    """What the page of its own questions is called, where the document's title would say too little."""
    texts: Mapping[str, Text]
    example: str
    """The sample that shows it best."""
    rank: int
    """Its place among the papers: the lower the earlier; those of one rank stand by their ids."""
    on_choice: bool
    """Whether no new shipment begins with it, and nothing is asked for its sake before a person chose it."""
    asks_with: str
    """The document whose questions are asked for its sake, too: it shows what is worked out from their answers."""
    typed_into: Text | None
    """The portal that its values are typed into by hand, section by section; the window helps with it."""
    also_as: tuple[str, ...]
    """The files for an office's program that it can be written as, by the names of ``siap-ekspor export``."""
    built_in: bool
    """Whether it came with the program; only then may it bring rules of its own."""

    def uses(self) -> tuple[FieldUse, ...]:
        """All its fields, section by section."""
        return tuple(use for section in self.sections for use in section.fields)
