"""Which message ids the program's own code names, found in its source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import app
import forms
from app.words import subjects

Function = ast.FunctionDef | ast.AsyncFunctionDef
WORDED = frozenset(subjects()) - {"choices", "samples", "qt"}
"""Subjects whose ids stand in code; choices and samples have their ids from kinds and from files, Qt's words are found
by the texts Qt asks for (``test_qt_words``)."""


class Maker(NamedTuple):
    """A function that puts a subject before one of its arguments, as ``f"services.{message_id}"`` does."""

    name: str
    argument: int
    subject: str
    prefix: str


def sources() -> tuple[ast.Module, ...]:
    """The syntax trees of all modules of the program."""
    paths = sorted([*Path(app.__path__[0]).rglob("*.py"), *Path(forms.__path__[0]).rglob("*.py")])
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in paths)


def texts(trees: tuple[ast.Module, ...]) -> set[str]:
    """All string literals."""
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def prefixes(trees: tuple[ast.Module, ...]) -> set[str]:
    """The beginnings of ids that are completed at run time: ``cli.`` of ``f"cli.{severity}"``."""
    joined = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    return {head for node in joined if (head := _head(node)).partition(".")[0] in WORDED and "." in head}


def makers(trees: tuple[ast.Module, ...]) -> Iterator[Maker]:
    """The functions and classes that complete an id from one of their arguments."""
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield from _makers_in(node, node.name, 0)
            elif isinstance(node, ast.ClassDef):
                for method in node.body:
                    if isinstance(method, Function) and method.name == "__init__":
                        yield from _makers_in(method, node.name, 1)


def made(trees: tuple[ast.Module, ...]) -> Iterator[str]:
    """The ids that calls of the makers complete."""
    known = {maker.name: maker for maker in makers(trees)}
    for tree in trees:
        for node in ast.walk(tree):
            maker = known.get(_called(node))
            if maker is not None and isinstance(node, ast.Call) and len(node.args) > maker.argument:
                argument = node.args[maker.argument]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield f"{maker.subject}.{maker.prefix}{argument.value}"


def _makers_in(function: Function, name: str, skipped: int) -> Iterator[Maker]:
    arguments = [argument.arg for argument in function.args.args][skipped:]
    for node in ast.walk(function):
        if (
            isinstance(node, ast.JoinedStr)
            and (head := _head(node)).partition(".")[0] in WORDED
            and len(node.values) > 1
        ):
            part = node.values[1]
            if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name) and part.value.id in arguments:
                subject, _, prefix = head.partition(".")
                yield Maker(name, arguments.index(part.value.id), subject, prefix)


def _head(node: ast.JoinedStr) -> str:
    first = node.values[0] if node.values else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""


def _called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
