"""All declarations together: found in folders, checked against the shipment's shape. Knows no document by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from app.catalog.declared import DeclarationError, Reader, Worded, read_toml, shaped
from app.catalog.field_words import FieldWords, read_field_words
from app.catalog.form import FieldUse, Form, FormTable, OwnField, When
from app.catalog.worded_choice import WordedChoice
from app.domain.all_derived import DERIVED, DERIVED_ROWS
from app.domain.fields import fields
from app.kinds.choice import Choice
from app.kinds.kind import Kind
from app.kinds.registry import kind_named
from app.words import Text

_ID = re.compile(r"[a-z][a-z0-9_]{0,59}")


class Catalog(msgspec.Struct, frozen=True):
    """The words of all fields, and all document types by id."""

    words: Mapping[str, FieldWords]
    forms: Mapping[str, Form]


def built_in_forms() -> Traversable:
    """The program's own ``forms`` folder."""
    return files("forms")


def read_catalog(roots: Sequence[Traversable], read: Reader = read_toml) -> Catalog:
    """Everything declared in ``roots``, the program's own folder first. Raises DeclarationError."""
    words: dict[str, FieldWords] = {}
    forms: dict[str, Form] = {}
    for root in roots:
        if (fields_folder := root / "_fields").is_dir():
            words |= read_field_words(fields_folder, read)
        for form in _forms_in(root, read, built_in=root is roots[0]):
            if form.id in forms:
                raise DeclarationError(f"{form.id}/form.toml: a document {form.id} is declared already")
            forms[form.id] = form
    return Catalog(words, dict(sorted(forms.items(), key=lambda item: (item[1].rank, item[0]))))


def _forms_in(root: Traversable, read: Reader, built_in: bool) -> Iterator[Form]:
    for folder in sorted(root.iterdir(), key=lambda f: f.name):
        file = folder / "form.toml"
        if folder.is_dir() and file.is_file():
            if not _ID.fullmatch(folder.name):
                raise DeclarationError(f"{folder.name}/form.toml: the folder's name is no id (a-z, 0-9, _)")
            yield read_form(folder.name, file, built_in, read)


def read_form(form_id: str, file: Traversable, built_in: bool = False, read: Reader = read_toml) -> Form:
    """One document type. Raises DeclarationError, naming file and key, where it says what cannot be."""
    name = f"{form_id}/form.toml"
    table = shaped(read(file, name), FormTable, name)
    own = {key: shaped(raw, OwnField, name, f"own.{key}") for key, raw in table.own.items()}
    form = Form(
        id=form_id,
        title=table.title.text,
        group=table.group,
        asked_by=table.asked_by.text,
        as_of=table.as_of,
        source=table.source,
        language=table.language,
        number=table.number,
        date=table.date,
        file=table.file,
        sections=table.section,
        rules=table.rules,
        own={key: (_own_kind(field, name, f"own.{key}"), field) for key, field in own.items()},
        own_title=table.own_title.text if table.own_title else None,
        texts=_texts(table.texts, name, "texts"),
        example=table.example,
        rank=table.rank,
        on_choice=table.on_choice,
        also_as=table.also_as,
        asks_with=table.asks_with,
        typed_into=table.typed_into.text if table.typed_into else None,
        built_in=built_in,
    )
    _check(form, name)
    return form


def _own_kind(own: OwnField, name: str, key: str) -> Kind[Any]:
    if not _ID.fullmatch(key.removeprefix("own.")):
        raise DeclarationError(f"{name}: {key}: the name of a question is no id (a-z, 0-9, _)")
    if bool(own.choices) != (own.kind == Choice.name):
        raise DeclarationError(f"{name}: {key}.choices: a choice has answers to choose from, and nothing else does")
    if own.kind == Choice.name:
        choices = _texts(own.choices, name, f"{key}.choices")
        return WordedChoice(codes=tuple(choices), words=tuple(choices.values()))
    try:
        return kind_named(own.kind)
    except KeyError:
        raise DeclarationError(f"{name}: {key}.kind: there is no kind {own.kind!r}") from None


def _texts(raw: Mapping[str, object], name: str, key: str) -> dict[str, Text]:
    return {word: shaped(wording, Worded, name, f"{key}.{word}").text for word, wording in raw.items()}


def _check(form: Form, name: str) -> None:
    for key, (_, own) in form.own.items():
        unknown = [path for path in own.of if path not in fields() or "*" in path]
        if unknown:
            raise DeclarationError(f"{name}: own.{key}.of: {unknown[0]} is no single answer")
    seen: set[str] = set()
    for n, section in enumerate(form.sections):
        for m, use in enumerate(section.fields):
            where = f"{name}: section[{n}].fields[{m}]"
            _check_use(form, use, where)
            if use.path in seen:
                raise DeclarationError(f"{where}.path: {use.path} stands twice")
            seen.add(use.path)
    for key, path in (("number", form.number), ("date", form.date)):
        if path not in seen:
            raise DeclarationError(f"{name}: {key}: {path} stands in no section")
        known = (key == "date" and path in DERIVED) or (path in fields() and fields()[path].kind)
        if not (path.startswith("own.") or (known and "*" not in path)):
            raise DeclarationError(f"{name}: {key}: {path} is no single answer")


def _check_use(form: Form, use: FieldUse, where: str) -> None:
    is_derived = use.path in DERIVED or use.path in DERIVED_ROWS or _is_derived_column(use.path)
    if not is_derived and not _is_field(form, use.path):
        raise DeclarationError(f"{where}.path: there is no field {use.path!r}")
    if is_derived != (use.need == "derived"):
        raise DeclarationError(f"{where}.need: 'derived' is for derived values, and they have no other")
    if (use.need == "when") != (use.when is not None):
        raise DeclarationError(f"{where}.when: need = 'when' takes a comparison, and nothing else does")
    if use.when is not None:
        _check_when(use, use.when, f"{where}.when")


def _is_derived_column(path: str) -> bool:
    """Whether the path names a column of a table that is worked out, for its label or its place in an order."""
    table, star, column = path.partition(".*.")
    return bool(star) and table in DERIVED_ROWS and column in DERIVED_ROWS[table].row.__struct_fields__


def _check_when(use: FieldUse, when: When, where: str) -> None:
    kind = fields()[when.path].kind if when.path in fields() else None
    if kind is None:
        raise DeclarationError(f"{where}.path: there is no field {when.path!r} with an answer to compare")
    rows = when.path.rpartition(".*.")[0]
    if rows and rows != use.path.rpartition(".*.")[0]:
        raise DeclarationError(f"{where}.path: {when.path} stands in other rows than {use.path}")
    unknown = [value for value in when.values if isinstance(kind, Choice) and value not in kind.codes]
    if unknown:
        raise DeclarationError(f"{where}.is: {when.path} has no answer {unknown[0]!r}")


def _is_field(form: Form, path: str) -> bool:
    head, _, own = path.partition(".")
    return own in form.own if head == "own" else path in fields()
