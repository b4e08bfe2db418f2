"""Which rules there are: the shared ones of this folder, and those a built-in document brings along."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterable

import app.checks.across_rules
import app.checks.credit_date_rules
import app.checks.credit_money_rules
import app.checks.credit_paper_rules
import app.checks.date_rules
import app.checks.destination_rules
import app.checks.edition_rules
import app.checks.identity_rules
import app.checks.insurance_rules
import app.checks.party_rules
import app.checks.price_rules
import app.checks.term_rules
import app.checks.weight_rules
import app.checks.wording_rules  # noqa: F401 - importing registers
from app.catalog.catalog import Catalog
from app.catalog.declared import DeclarationError
from app.domain.problems import RULES, Rule

SHARED: frozenset[str] = frozenset(RULES)
"""The ids of the rules that look at every shipment."""


def load_rules(catalog: Catalog) -> None:
    """Import the ``rules.py`` of every built-in document, never one from a person's own folder.

    Raises DeclarationError where a document names a rule that does not exist.
    """
    for form in catalog.forms.values():
        module = f"forms.{form.id}.rules"
        if form.built_in and importlib.util.find_spec(f"forms.{form.id}") and importlib.util.find_spec(module):
            importlib.import_module(module)
        for name in form.rules:
            if name not in RULES:
                raise DeclarationError(f"{form.id}/form.toml: rules: there is no rule {name!r}")


def rules_for(catalog: Catalog, form_ids: Iterable[str]) -> tuple[Rule, ...]:
    """The shared rules, and what the chosen documents bring, each once."""
    chosen = [name for form_id in form_ids if form_id in catalog.forms for name in catalog.forms[form_id].rules]
    return tuple(RULES[name] for name in dict.fromkeys([*sorted(SHARED), *chosen]))
