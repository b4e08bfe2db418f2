"""One measured ratio and its bound."""

from typing import NamedTuple

SLACK = 1.4
"""Machines are shared and noisy: a bound is the goal with this much slack."""


class Ratio(NamedTuple):
    """What was compared, what came out, what is hoped for."""

    id: str
    measured: float
    goal: float
    slack: float = SLACK
    note: str = ""
    """What was measured in milliseconds, for a person to read."""

    @property
    def bound(self) -> float:
        """The most that is accepted."""
        return self.goal * self.slack

    @property
    def holds(self) -> bool:
        """Whether the measured ratio is within its bound."""
        return self.measured <= self.bound
