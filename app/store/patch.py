"""The difference between two JSON trees, as small as a journal needs it, and how it is applied.

A patch is a list of operations, each one a list itself, as it stands in the journal:

- ``[steps]``: what stands there is taken away
- ``[steps, value]``: ``value`` stands there now
- ``[steps, ids, rows]``: the list's rows are those with ``ids``, in this order; ``rows`` are the ones not there before

Steps are keys, and row ids inside lists of rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from app.store.body import Tree

Patch = list[list[Any]]


class Difference(NamedTuple):
    """The way from one tree to another and back."""

    forward: Patch
    inverse: Patch


def difference(old: Tree, new: Tree) -> Difference:
    """What changed.

    Tried before it is given away: both ways lead where they should, or the whole tree is the patch.
    """
    forward: Patch = []
    inverse: Patch = []
    _walk(old, new, [], forward, inverse)
    found = Difference(forward, inverse)
    return found if _leads_both_ways(found, old, new) else Difference([[[], new]], [[[], old]])


def applied(tree: Tree, patch: Patch) -> Tree:
    """``tree`` after ``patch``; ``tree`` itself stays as it was. Raises KeyError where they do not fit."""
    for steps, *operation in patch:
        tree = cast(Tree, _changed(tree, steps, operation))
    return tree


def _leads_both_ways(found: Difference, old: Tree, new: Tree) -> bool:
    try:
        there = applied(old, found.forward)
        # Strictly, because to Python 1 is True and 1.0; with that sure, comparing values does for the way back.
        return _is_same(there, new) and applied(there, found.inverse) == old
    except (KeyError, TypeError):
        return False


def _is_same(one: Any, other: Any) -> bool:
    """Whether two trees have equal bytes; what they share is not looked at."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_is_same(item, other[key]) for key, item in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(_is_same(*pair) for pair in _apart(one, other))
    return str(one) == str(other)


def _walk(old: Tree, new: Tree, at: list[str], forward: Patch, inverse: Patch) -> None:
    for key in dict.fromkeys((*old, *new)):
        here = [*at, key]
        before, after = old.get(key, _ABSENT), new.get(key, _ABSENT)
        if before is after or before == after:
            continue
        if isinstance(before, dict) and isinstance(after, dict):
            _walk(before, after, here, forward, inverse)
        elif isinstance(before, list) and isinstance(after, list) and _stand_as_before(before, after):
            for old_row, new_row in _apart(before, after):
                _walk(old_row, new_row, [*here, old_row["id"]], forward, inverse)
        elif (old_rows := _rows(before)) is not None and (new_rows := _rows(after)) is not None:
            _walk_rows(old_rows, new_rows, here, forward, inverse)
        else:
            forward.append([here] if after is _ABSENT else [here, after])
            inverse.append([here] if before is _ABSENT else [here, before])


def _apart(one: list[Any], other: list[Any]) -> list[tuple[Any, Any]]:
    """The pairs that are not the same object."""
    return [(a, b) for a, b in zip(one, other, strict=True) if a is not b]


def _stand_as_before(old: list[Any], new: list[Any]) -> bool:
    """Whether rows were changed and none came, went or moved; a short cut for what is done all day."""
    if len(old) != len(new):
        return False
    pairs = _apart(old, new)
    return all(isinstance(a, dict) and isinstance(b, dict) and "id" in a and a["id"] == b.get("id") for a, b in pairs)


def _walk_rows(old: dict[Any, Tree], new: dict[Any, Tree], at: list[str], forward: Patch, inverse: Patch) -> None:
    if list(old) != list(new):
        forward.append([at, list(new), [row for row_id, row in new.items() if row_id not in old]])
        inverse.append([at, list(old), [row for row_id, row in old.items() if row_id not in new]])
    for row_id, row in old.items():
        after = new.get(row_id, row)
        if row is not after and row != after:
            _walk(row, after, [*at, row_id], forward, inverse)


def _rows(value: Any) -> dict[Any, Tree] | None:
    """The rows of a list by id; None where it is no list of rows."""
    if not isinstance(value, list):
        return None
    try:
        rows = {row["id"]: row for row in value}
    except (KeyError, TypeError):
        return None
    return rows if len(rows) == len(value) else None


def _changed(home: Any, steps: Sequence[str], operation: list[Any]) -> Any:
    if not steps:
        return _done(home, operation)
    step, rest = steps[0], steps[1:]
    if isinstance(home, list):
        n = _place(home, step)
        return [*home[:n], _changed(home[n], rest, operation), *home[n + 1 :]]
    if rest or len(operation) == 2:
        return {**home, step: _changed(home[step], rest, operation)}
    if operation:
        return {**home, step: operation[0]}
    if step not in home:
        raise KeyError(step)
    return {key: item for key, item in home.items() if key != step}


def _done(home: Any, operation: list[Any]) -> Any:
    if len(operation) == 1:
        return operation[0]
    ids, rows = operation
    known = {row["id"]: row for row in (*home, *rows)}
    return [known[row_id] for row_id in ids]


def _place(rows: list[Any], row_id: str) -> int:
    for n, row in enumerate(rows):
        if row["id"] == row_id:
            return n
    raise KeyError(row_id)


class _Absent:
    """Nothing stands there, not even null."""


_ABSENT = _Absent()
