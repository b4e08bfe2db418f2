"""What nobody writes on a paper, and what still decides which papers a shipment needs."""

from __future__ import annotations

from typing import Annotated

from app.domain.struct import Value
from app.kinds.choice import Choice, YesNo

IMPORTER_SIZE = Choice(of="importer_size", codes=("small", "large"))


class Questions(Value, frozen=True, kw_only=True):
    """Answers about the goods and the buyer's wishes; what the HS code tells need not be answered."""

    food: Annotated[str | None, YesNo()] = None
    plant: Annotated[str | None, YesNo()] = None
    animal: Annotated[str | None, YesNo()] = None
    protected_species: Annotated[str | None, YesNo()] = None
    antique: Annotated[str | None, YesNo()] = None
    dangerous: Annotated[str | None, YesNo()] = None
    temporary: Annotated[str | None, YesNo()] = None
    """Whether the goods come back: a fair, a repair, equipment."""
    sample: Annotated[str | None, YesNo()] = None
    """Whether nobody pays for the goods."""
    fumigation_wanted: Annotated[str | None, YesNo()] = None
    plant_certificate_wanted: Annotated[str | None, YesNo()] = None
    food_certificate_wanted: Annotated[str | None, YesNo()] = None
    halal_wanted: Annotated[str | None, YesNo()] = None
    legalisation_wanted: Annotated[str | None, YesNo()] = None
    may_declare_origin: Annotated[str | None, YesNo()] = None
    """Whether e-SKA has registered the exporter for declaring origin himself (DAB)."""
    importer_size: Annotated[str | None, IMPORTER_SIZE] = None
    """Of the importer in the European Union: the deforestation rule begins later for the small."""
