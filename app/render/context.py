"""From shipment to text: the five roots that a template may see (d, code, has, t, w). Draws nothing.

Values are asked of the kinds column by column, so that a column's numbers are printed with equal decimals and five
thousand lines cost little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, Literal, NamedTuple, cast, get_args, get_type_hints

from app.catalog.catalog import Catalog
from app.catalog.form import Form
from app.domain.all_derived import DERIVED, DERIVED_ROWS
from app.domain.derived import Figures
from app.domain.fields import fields, kind_of
from app.domain.paths import value_at
from app.domain.shipment import Shipment
from app.domain.struct import Value
from app.kinds.circumstances import Circumstances
from app.kinds.kind import Kind, Misread
from app.kinds.money import Amount
from app.words import Text

PaperLanguage = Literal["en", "id", "both"]
Roots = dict[str, Any]


class Column(NamedTuple):
    """One value of every row of a list: its key in the row, its kind, how to get it."""

    key: str
    kind: Kind[Any]
    get: Callable[[Any], Any]


def roots(catalog: Catalog, form: Form, shipment: Shipment, at: Circumstances, language: PaperLanguage) -> Roots:
    """What the template of ``form`` may read, in ``language``; ``both`` is English with the Indonesian terms."""
    figures = Figures(shipment, at.in_language("id" if language == "id" else "en"))
    made: Roots = {"d": {}, "code": {}, "has": {}, "t": {}, "w": {}}
    lists: dict[str, list[str]] = {}
    for use in form.uses():
        head, star, _ = use.path.partition(".*.")
        if star and head in DERIVED_ROWS:
            pass  # a column of a derived table: all of them are there, its label is wanted
        elif star:
            lists.setdefault(head, []).append(use.path)
        elif use.path in DERIVED_ROWS:
            _put_table(made, figures, use.path)
        elif use.path in fields() and fields()[use.path].kind is None:
            lists.setdefault(use.path, [])
        else:
            _put_value(made, form, figures, use.path)
        made["w"][use.path] = _worded(_label(catalog, form, use.path), language)
    for head, paths in lists.items():
        rows = value_at(shipment, head) or ()
        _put_told_rows(made, head, head, rows, paths, figures)
    made["t"] = {key: _worded(text, language) for key, text in form.texts.items()}
    return made


def _label(catalog: Catalog, form: Form, path: str) -> Text:
    head, _, name = path.partition(".")
    return form.own[name][1].label.text if head == "own" else catalog.words[path].printed


def _worded(text: Text, language: PaperLanguage) -> dict[str, str]:
    """The words in the paper's language, with the Indonesian term where it is wanted and says something else."""
    term = text.id if language == "both" and text.id != text.en else ""
    return {"main": text.into("id" if language == "id" else "en"), "term": term}


def _put_value(made: Roots, form: Form, figures: Figures, path: str) -> None:
    kind, value = _own(form, figures, path) if path.startswith("own.") else _told(figures, path)
    made["d"][path] = "" if value is None else kind.show(value, _at(figures, kind))
    made["code"][path] = "" if value is None else str(value)
    made["has"][path] = bool(value)


def _told(figures: Figures, path: str) -> tuple[Kind[Any], Any]:
    if path in DERIVED:
        return DERIVED[path].kind, DERIVED[path].work_out(figures)
    return cast(Kind[Any], fields()[path].kind), value_at(figures.shipment, path)


def _own(form: Form, figures: Figures, path: str) -> tuple[Kind[Any], Any]:
    name = path.removeprefix("own.")
    kind = form.own[name][0]
    read = kind.parse(figures.shipment.own.get(form.id, {}).get(name, ""), figures.at)
    return kind, None if read is None or isinstance(read, Misread) else read.value


def _at(figures: Figures, kind: Kind[Any]) -> Circumstances:
    if isinstance(kind, Amount) and kind.currency_path != "currency":
        return figures.at.in_currency(value_at(figures.shipment, kind.currency_path))
    return figures.at


def _columns(figures: Figures, head: str, paths: Iterable[str]) -> list[Column]:
    """The columns straight in the rows of ``head``."""
    found = []
    for path in paths:
        key = path[len(head) + 3 :]
        if path in DERIVED:
            work_out = DERIVED[path].work_out
            found.append(Column(key, DERIVED[path].kind, _bound(work_out, figures)))
        elif ".*." not in key and (kind := fields()[path].kind) is not None:
            found.append(Column(key, kind, attrgetter(key)))
    return found


def _nested(head: str, paths: Sequence[str]) -> dict[str, list[str]]:
    """The lists inside the rows of ``head``, with the paths that lead into them."""
    inner: dict[str, list[str]] = {}
    for path in paths:
        key, star, _ = path[len(head) + 3 :].partition(".*.")
        if star:
            inner.setdefault(key, []).append(path)
    return inner


def _put_told_rows(
    home: Roots, key: str, head: str, rows: Sequence[Any], paths: Sequence[str], figures: Figures
) -> None:
    """Put rows of the shipment, and the lists inside them, under ``key``; ``head`` is their declared path."""
    _put_rows(home, key, rows, _columns(figures, head, paths), figures)
    for inner, inner_paths in _nested(head, paths).items():
        for n, row in enumerate(rows):
            inner_rows = getattr(row, inner) or ()
            _put_told_rows(_in_row(home, key, n), inner, f"{head}.*.{inner}", inner_rows, inner_paths, figures)


def _put_rows(home: Roots, key: str, rows: Sequence[Any], columns: list[Column], figures: Figures) -> None:
    """Put the rows under ``key`` of each root in ``home``, as dicts of texts, of codes and of yes or no."""
    texts, codes, answers = [], [], []
    for column in columns:
        values = [column.get(row) for row in rows]
        show = column.kind.shower(_at(figures, column.kind), [v for v in values if v is not None])
        texts.append(["" if v is None else show(v) for v in values])
        codes.append(["" if v is None else v if type(v) is str else str(v) for v in values])
        answers.append(list(map(bool, values)))
    keys = [column.key for column in columns]
    for root, by_column in (("d", texts), ("code", codes), ("has", answers)):
        cells = zip(*by_column, strict=True) if columns else (() for _ in rows)
        home[root][key] = [dict(zip(keys, row, strict=True)) for row in cells]


def _in_row(home: Roots, key: str, n: int) -> Roots:
    return {root: home[root][key][n] for root in ("d", "code", "has")}


def _put_table(made: Roots, figures: Figures, path: str) -> None:
    table = DERIVED_ROWS[path]
    rows = list(table.work_out(figures))
    _put_derived_rows(made, path, table.row, rows, figures)


def _put_derived_rows(home: Roots, key: str, row_type: type[Value], rows: Sequence[Any], figures: Figures) -> None:
    hints = get_type_hints(row_type, include_extras=True)
    kinds = {name: kind for name, hint in hints.items() if (kind := kind_of(hint)) is not None}
    columns = [Column(name, kind, attrgetter(name)) for name, kind in kinds.items()]
    _put_rows(home, key, rows, columns, figures)
    for name, hint in hints.items():
        if name not in kinds:
            for n, row in enumerate(rows):
                _put_derived_rows(_in_row(home, key, n), name, get_args(hint)[0], getattr(row, name), figures)


def _bound(work_out: Callable[..., Any], figures: Figures) -> Callable[[Any], Any]:
    return lambda row: work_out(figures, row)
