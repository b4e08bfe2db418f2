"""Every derived value by path: importing this module registers them all."""

from __future__ import annotations

import app.domain.costs
import app.domain.declaration
import app.domain.declaration_goods
import app.domain.declaration_rows
import app.domain.goods_totals
import app.domain.package_labels
import app.domain.packing_rows
import app.domain.packing_totals
import app.domain.price
import app.domain.printed_parties
import app.domain.report  # noqa: F401 - importing registers
from app.domain.derived import DERIVED, DERIVED_ROWS, Derived, DerivedRows

__all__ = ["DERIVED", "DERIVED_ROWS", "Derived", "DerivedRows"]
