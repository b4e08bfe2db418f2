"""Mistakes put into services and store one at a time: every public function and method, failing once."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, NamedTuple

import app.services
from app.store.open_document import OpenDocument
from app.store.store import Store


class Injected(Exception):
    """A mistake that was put there."""


class Target(NamedTuple):
    """A public function of a module, or a public method of a class."""

    name: str
    owner: Any
    attribute: str
    function: Callable[..., Any]


class Fault:
    """Fails at the first call; counts all of them."""

    def __init__(self) -> None:
        self.calls = 0

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function with the mistake in it."""

        @wraps(function)
        def failing(*arguments: Any, **named: Any) -> Any:
            self.calls += 1
            if self.calls == 1:
                raise Injected(function.__qualname__)
            return function(*arguments, **named)

        return failing


def targets() -> dict[str, Target]:
    """Everything public in ``app.services``, by name."""
    found: dict[str, Target] = {}
    for info in pkgutil.iter_modules(app.services.__path__):
        module = importlib.import_module(f"app.services.{info.name}")
        for name, value in vars(module).items():
            if name.startswith("_") or getattr(value, "__module__", "") != module.__name__:
                continue
            if inspect.isfunction(value):
                found[f"{info.name}.{name}"] = Target(f"{info.name}.{name}", module, name, value)
            elif inspect.isclass(value):
                found |= {t.name: t for t in _methods(f"{info.name}.{name}", value)}
    return found


def store_targets() -> dict[str, Target]:
    """The public methods of the store and of a document that is open in it, by name."""
    found = (*_methods("store.Store", Store), *_methods("store.OpenDocument", OpenDocument))
    return {target.name: target for target in found}


def _methods(name: str, kind: type) -> Iterator[Target]:
    for attribute, value in vars(kind).items():
        if inspect.isfunction(value) and not attribute.startswith("_"):
            yield Target(f"{name}.{attribute}", kind, attribute, value)


@contextmanager
def injected(target: Target) -> Iterator[Fault]:
    """The program with one mistake in it, wherever the function was imported to."""
    fault = Fault()
    failing = fault.around(target.function)
    places = [(target.owner, target.attribute)]
    if inspect.ismodule(target.owner):
        modules = [module for name, module in sys.modules.items() if name.startswith(("app.", "tests."))]
        places = [(m, name) for m in modules for name, value in list(vars(m).items()) if value is target.function]
    for owner, name in places:
        setattr(owner, name, failing)
    try:
        yield fault
    finally:
        for owner, name in places:
            setattr(owner, name, target.function)
