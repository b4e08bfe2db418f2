"""Looking again at a shipment that was looked at before: only what changed is looked at, rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from app.catalog.catalog import Catalog
from app.catalog.form import Form
from app.checks.check import Look, check, rule_problems
from app.checks.required import missing_for
from app.checks.values import Seen, doubtful_values
from app.domain.derived import Figures
from app.domain.paths import declared_path
from app.domain.problems import Problem, Rule
from app.domain.shipment import Shipment
from app.domain.struct import Row, Value
from app.kinds.circumstances import Circumstances


class Checker(Look):
    """Checks one shipment after another; alike ones (the same before and after one answer) cost little.

    It gives what :func:`check` gives, and is used by one thread at a time.
    """

    def __init__(self, catalog: Catalog, off: Mapping[str, str]) -> None:
        """``off``: the rules that are switched off, with the reasons."""
        self._catalog, self._off = catalog, off
        self._last: tuple[Shipment, Circumstances] | None = None
        self._changed: frozenset[str] = frozenset()
        self._found: dict[str, Sequence[Problem]] = {}
        self._seen = Seen({}, {})
        self.ran: list[str] = []
        """The rules that the last check ran."""

    def check(self, shipment: Shipment, at: Circumstances) -> tuple[Problem, ...]:
        """All problems of the shipment, worst first."""
        if self._last is not None and self._last[1] == at:
            self._changed = frozenset(changed_paths(self._last[0], shipment))
        else:
            self._found, self._seen = {}, Seen({}, {})
        self._last, self.ran = (shipment, at), []
        return check(self._catalog, shipment, at, off=self._off, look=self)

    def at_values(self, catalog: Catalog, shipment: Shipment, at: Circumstances) -> Iterable[Problem]:
        """What is wrong with single values; rows that are the same are not looked at."""
        return doubtful_values(catalog, shipment, at, self._seen)

    def by_rules(self, catalog: Catalog, rules: Sequence[Rule], figures: Figures) -> Iterable[Problem]:
        """What the rules find; those run that read what changed."""
        for rule in rules:
            yield from self._known(rule.id, rule.reads, partial(self._run, rule, figures))

    def for_answers(self, catalog: Catalog, form: Form, figures: Figures) -> Iterable[Problem]:
        """What a document lacks; only what changed is looked for."""
        for use in form.uses():
            reads = (use.path, use.when.path) if use.when else (use.path,)
            yield from self._known(f"{form.id} {use.path}", reads, partial(missing_for, catalog, form, use, figures))

    def _known(self, name: str, reads: Sequence[str], look: Callable[[], Iterable[Problem]]) -> Sequence[Problem]:
        if name not in self._found or _touches(self._changed, reads):
            self._found[name] = tuple(look())
        return self._found[name]

    def _run(self, rule: Rule, figures: Figures) -> Iterable[Problem]:
        self.ran.append(rule.id)
        return rule_problems(self._catalog, [rule], figures)


def changed_paths(before: Shipment, after: Shipment) -> set[str]:
    """The declared paths whose values differ, a list's own path where its rows differ, and those answered otherwise."""
    found: set[str] = set()
    _compare(before, after, "", found)
    old, new = before.answers, after.answers
    differing = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    return found | {_declared(path, after, before) for path in differing}


def _compare(before: Value, after: Value, prefix: str, found: set[str]) -> None:
    for name in after.__struct_fields__:
        old, new = getattr(before, name), getattr(after, name)
        if old is new:
            continue
        if isinstance(new, Value) and isinstance(old, Value):
            _compare(old, new, f"{prefix}{name}.", found)
        elif isinstance(new, tuple) and isinstance(old, tuple) and _same_rows(old, new):
            for row, other in zip(old, new, strict=True):
                if row is not other:
                    _compare(row, other, f"{prefix}{name}.*.", found)
        elif old != new:
            found.add(prefix + name)


def _same_rows(old: Sequence[Row], new: Sequence[Row]) -> bool:
    return len(old) == len(new) and all(row.id == other.id for row, other in zip(old, new, strict=True))


def _declared(path: str, *shipments: Shipment) -> str:
    """A path of an open answer as it is declared; the row it stands in may have gone since."""
    for shipment in shipments:
        try:
            return declared_path(shipment, path)
        except KeyError:
            continue
    return path


def _touches(changed: frozenset[str], reads: Sequence[str]) -> bool:
    """Whether a change lies at, above or below what is read."""
    return any(f"{path}.".startswith(f"{read}.") or read.startswith(f"{path}.") for path in changed for read in reads)
