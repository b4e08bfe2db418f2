"""``siap-ekspor schema``: the JSON Schema of the shipment file."""

from __future__ import annotations

import json
from argparse import Namespace

from app.cli.session import Session
from app.services.shipment_schema import shipment_schema


def schema_command(typed: Namespace, session: Session) -> int:
    """Print the schema."""
    print(json.dumps(shipment_schema(session.program().catalog), ensure_ascii=False, indent=2))
    return 0
