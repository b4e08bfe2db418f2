"""The two figures of a contradiction beside each other, each with what it is, for those who read no sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.domain.problems import Problem
from app.words import Message, Text

_Gap = tuple[str, str]
"""A gap of the message, and the wording of what stands in it."""

_SHIPPED: _Gap = ("shipped", "figures.shipped")
_TOTAL: _Gap = ("total", "figures.invoice_total")
_OURS: _Gap = ("ours", "figures.on_invoice")
_CREDIT: _Gap = ("credit", "figures.in_credit")

COMPARED: Mapping[str, tuple[_Gap, _Gap]] = {
    "rules.net_above_gross": (("net", "figures.net_weight"), ("gross", "figures.gross_weight")),
    "rules.packed_differs": (("invoiced", "figures.on_invoice"), ("packed", "figures.in_packages")),
    "rules.line_weights_differ": (("lines", "figures.by_goods_line"), ("packages", "figures.in_packages")),
    "rules.date_before": (("first", "figures.earlier"), ("second", "figures.later")),
    "rules.credit_term": (_CREDIT, ("term", "figures.in_shipment")),
    "rules.insured_for_less": (("insured", "figures.insured"), ("least", "figures.at_least")),
    "rules.insured_in_other_currency": (_OURS, ("insured", "figures.in_policy")),
    "rules.nik_and_npwp_differ": (("nik", "figures.nik"), ("npwp", "figures.npwp")),
    "rules.account_name_differs": (("account", "figures.on_account"), ("name", "figures.on_invoice")),
    "rules.account_in_other_currency": (_OURS, ("account", "figures.on_account")),
    "rules.spelled_two_ways": (("name", "figures.here"), ("buyer", "figures.as_buyer")),
    "rules.hs_differ": (("ours", "figures.here"), ("theirs", "figures.at_destination")),
    "rules.marks_count_other": (("marks", "figures.in_marks"), ("count", "figures.packages")),
    "rules.shipped_too_late": (_SHIPPED, ("latest", "figures.latest_shipment")),
    "rules.credit_expired": (_SHIPPED, ("expiry", "figures.credit_ends")),
    "rules.little_time": (_SHIPPED, ("last", "figures.last_presentation")),
    "rules.dated_after_presentation": (("dated", "figures.paper"), ("last", "figures.last_presentation")),
    "rules.insured_after_shipment": (("dated", "figures.policy_dated"), _SHIPPED),
    "rules.insured_for_less_than_credit": (("insured", "figures.insured"), ("least", "figures.at_least")),
    "rules.credit_in_other_currency": (_OURS, _CREDIT),
    "rules.above_credit": (_TOTAL, ("most", "figures.at_most")),
    "rules.below_credit": (_TOTAL, ("least", "figures.at_least")),
    "rules.credit_other_name": (_CREDIT, ("name", "figures.party")),
    "rules.credit_other_port": (_CREDIT, ("port", "figures.here")),
    "rules.too_few_originals": (("asked", "figures.in_credit"), ("ours", "figures.here")),
    "rules.peb_office": (("office", "figures.office_told"), ("due", "figures.office_of_port")),
    "rules.peb_rate_old": (("rate", "figures.rate_of"), ("signed", "figures.signed")),
    "rules.peb_document_late": (("day", "figures.document"), ("signed", "figures.signed")),
    "rules.peb_filing_window": (("first", "figures.filed_from"), ("last", "figures.export_expected")),
    "rules.peb_packages_by_line": (("lines", "figures.by_goods_line"), ("packages", "figures.packages")),
}
"""Message -> the two gaps that it compares. Messages that compare nothing are not here."""


class Figure(NamedTuple):
    """One side."""

    label: Text
    value: Text


def figures_of(problem: Problem) -> tuple[Figure, ...]:
    """Both sides; nothing where the problem is no comparison."""
    message = problem.message
    gaps = COMPARED.get(message.id, ())
    return tuple(Figure(Message(label, message.params).text, message.params[gap]) for gap, label in gaps)
