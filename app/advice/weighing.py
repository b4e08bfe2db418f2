"""Whether a rule holds for a shipment: yes, no, or open with the answers that would decide it."""

from __future__ import annotations

import re
from typing import Any, Literal, NamedTuple

from app.advice.book import Book, Condition, Day, Rule, Scheme
from app.advice.facts import CERTIFICATES, FACTS, Bound, Fact
from app.advice.questions import answer, begins
from app.domain.derived import Figures

Truth = Literal["yes", "no", "open"]


class Verdict(NamedTuple):
    """How far something holds, and the paths whose answers would decide it."""

    truth: Truth
    asks: tuple[str, ...] = ()


class Weighing:
    """One shipment against the book. Every fact is worked out once."""

    def __init__(self, book: Book, figures: Figures) -> None:
        self.book, self.figures = book, figures
        self._facts: dict[str, Fact] = {}

    def fact(self, name: str) -> Fact:
        """What is known of a fact."""
        if name not in self._facts:
            self._facts[name] = self._worked_out(name)
        return self._facts[name]

    def holds(self, rule: Rule) -> Verdict:
        """Whether all of a rule's conditions hold in its time; silent where one of the first questions is open."""
        facts = [(self.fact(condition.fact), self._compared(condition)) for condition in rule.when]
        timed = self._in_time(rule.day, rule.since, rule.until)
        facts.append((self._day(rule.day), timed))
        truths = [truth for _, truth in facts]
        if "no" in truths or any(fact.basic for fact, truth in facts if truth == "open"):
            return Verdict("no")
        asks = tuple(dict.fromkeys(fact.asks for fact, truth in facts if truth == "open"))
        return Verdict("open" if asks else "yes", asks)

    def takes(self, scheme: Scheme) -> bool:
        """Whether the destination may take a proof of origin for these goods on that day."""
        if not scheme.in_force or self._in_time(scheme.day, scheme.since, scheme.until) == "no":
            return False
        codes = self.fact("hs").codes or frozenset()
        return not scheme.hs or any(begins(code, scheme.hs) for code in codes)

    def goes_to(self, scheme: Scheme) -> bool:
        """Whether the goods go where the scheme is."""
        return bool((self.fact("dest").codes or frozenset()) & self.book.countries(scheme.dest))

    def _worked_out(self, name: str) -> Fact:
        if name == CERTIFICATES:
            return self._certificates()
        if name in self.book.questions:
            return answer(self.book.questions[name], self.figures)
        return FACTS[name](self.figures, self.book)

    def _certificates(self) -> Fact:
        """Whether some certificate, and not only an old scheme, lowers the duty at destination."""
        dest = self.fact("dest")
        if dest.codes is None:
            return dest
        good = (s for s in self.book.schemes if s.counts and s.paper == "certificate_of_origin")
        found = any(self.goes_to(scheme) and self.takes(scheme) for scheme in good)
        return Fact(dest.asks, frozenset({"yes" if found else "no"}))

    def _day(self, day: Day) -> Fact:
        return self.fact("import_day" if day == "import" else "departure")

    def _in_time(self, day: Day, since: Bound | None, until: Bound | None) -> Truth:
        fact = self._day(day)
        bounds = (_at_least(fact, since), _at_most(fact, until))
        return "no" if "no" in bounds else "open" if "open" in bounds else "yes"

    def _compared(self, condition: Condition) -> Truth:
        fact = self.fact(condition.fact)
        if condition.at_most is not None:
            return _at_most(fact, condition.at_most)
        if condition.above is not None:
            return _other(_at_most(fact, condition.above))
        if condition.at_least is not None:
            return _at_least(fact, condition.at_least)
        if fact.codes is None:
            return "open"
        if condition.says:
            return _truth(any(re.search(condition.says, code) for code in fact.codes))
        wanted = self.book.countries(condition.one_of or condition.is_not)
        return _truth(bool(fact.codes & wanted) != bool(condition.is_not))


def _truth(value: bool) -> Truth:
    return "yes" if value else "no"


def _other(truth: Truth) -> Truth:
    others: dict[Truth, Truth] = {"yes": "no", "no": "yes", "open": "open"}
    return others[truth]


def _at_most(fact: Fact, bound: Any) -> Truth:
    if bound is None or (fact.high is not None and fact.high <= bound):
        return "yes"
    return "no" if fact.low is not None and fact.low > bound else "open"


def _at_least(fact: Fact, bound: Any) -> Truth:
    if bound is None or (fact.low is not None and fact.low >= bound):
        return "yes"
    return "no" if fact.high is not None and fact.high < bound else "open"
