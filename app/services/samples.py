"""The sample shipments that come with the program."""

from __future__ import annotations

from importlib.resources import files

from app.records.shipment_file import SUFFIX
from app.services.obstacle import obstacle
from app.words import Text, catalogue


def sample_titles() -> dict[str, Text]:
    """Every sample's id with its title."""
    names = sorted(file.name for file in (files("resources") / "samples").iterdir())
    ids = [name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX)]
    return {sample_id: catalogue("samples")[sample_id] for sample_id in ids}


def sample_bytes(sample_id: str) -> bytes:
    """A sample as a shipment file. Raises Obstacle where there is none of this name."""
    if sample_id not in sample_titles():
        raise obstacle("no_such_sample", name=sample_id, known=", ".join(sample_titles()))
    return (files("resources") / "samples" / f"{sample_id}{SUFFIX}").read_bytes()
