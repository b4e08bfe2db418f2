"""Shipments for the cases of rules, told by paths."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from app.domain.paths import declared_path
from app.domain.shipment import Shipment


class Case(NamedTuple):
    """A rule's two shipments: one that breaks it, at a path, and one that does not."""

    breaks: Shipment
    path: str
    keeps: Shipment


def told(**answers: Any) -> Shipment:
    """A shipment in the words of its file; two underscores stand for the point in a path."""
    tree: dict[str, Any] = {}
    for name, value in answers.items():
        *steps, last = name.split("__")
        home = tree
        for step in steps:
            home = home.setdefault(step, {})
        home[last] = value
    return msgspec.convert(tree, Shipment)


def one_of(path: str, breaks: str, keeps: str, **both: Any) -> Case:
    """A case in which one answer makes the difference."""
    name = path.replace(".", "__")
    return Case(told(**both, **{name: breaks}), path, told(**both, **{name: keeps}))


def line(**answers: Any) -> list[dict[str, Any]]:
    """One goods line."""
    return [{"id": "a", **answers}]


def line_of(name: str, breaks: str, keeps: str, **both: Any) -> Case:
    """The same for an answer about a goods line."""
    return Case(
        told(goods=line(**both, **{name: breaks})), f"goods.a.{name}", told(goods=line(**both, **{name: keeps}))
    )


def only(shipment: Shipment, paths: tuple[str, ...]) -> Shipment:
    """The shipment with nothing told but these declared paths, the rows they stand in, and their open answers."""
    kept: dict[str, Any] = {}
    _keep(msgspec.to_builtins(shipment), kept, [path.split(".") for path in paths])
    answers = {path: answer for path, answer in shipment.answers.items() if declared_path(shipment, path) in paths}
    return msgspec.convert({**kept, "answers": answers}, Shipment)


def _keep(told_now: dict[str, Any], kept: dict[str, Any], paths: list[list[str]]) -> None:
    for name, value in told_now.items():
        inner = [path[1:] for path in paths if path[0] == name]
        if not inner or value is None:
            continue
        if [] in inner:
            kept[name] = value
        elif isinstance(value, tuple):
            kept[name] = [_row(row, [path[1:] for path in inner if path]) for row in value]
        else:
            home: dict[str, Any] = {}
            _keep(value, home, inner)
            kept[name] = home


def _row(row: dict[str, Any], paths: list[list[str]]) -> dict[str, Any]:
    _keep(row, home := {"id": row["id"]}, [path for path in paths if path])
    return home
