"""Jobs for the storage thread about exporters: their profiles, which one is at work, what a shipment begins with.

A profile has the shape of a shipment in which only what stays the same is answered (name, bank, logo, signature …),
so that it is edited, checked and undone like one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.references import ChosenDocument
from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.services.storage_thread import Summarise
from app.store.body import body_of, file_of
from app.store.trouble import DocumentGone
from app.store.values import EXPORTER, SHIPMENT, Listed, Summary

if TYPE_CHECKING:
    from app.store.store import Store

_CURRENT = "exporters.current"


def list_exporters(store: Store) -> tuple[Listed, ...]:
    """All profiles; ``title`` is the exporter's name."""
    return store.listed(EXPORTER)


def current_exporter(store: Store) -> str | None:
    """The id of the exporter at work; None before the first profile. Raises StoreTrouble."""
    ids = [row.id for row in list_exporters(store)]
    chosen = store.setting(_CURRENT)
    return chosen if chosen in ids else next(iter(ids), None)


def choose_exporter(store: Store, exporter: str) -> None:
    """Work for another exporter from now on. Raises StoreTrouble."""
    if exporter not in {row.id for row in list_exporters(store)}:
        raise DocumentGone
    store.keep_setting(_CURRENT, exporter)


def add_exporter(store: Store, profile: ShipmentFile | None = None) -> str:
    """A new profile, empty or with what is known already; its id. Raises StoreTrouble."""
    file = profile or ShipmentFile(Shipment())
    return store.add(EXPORTER, body_of(file), summarise_profile(file.shipment))


def summarise_profile(profile: Shipment) -> Summary:
    """What the list of exporters shows; to be used where a profile is edited."""
    return Summary(title=profile.exporter.name)


def new_shipment(
    store: Store, exporter: str | None, summarise: Summarise, documents: tuple[ChosenDocument, ...] | None = None
) -> str:
    """A shipment that begins with the answers of the exporter's profile and with papers chosen; its id.

    Raises StoreTrouble.
    """
    file = file_of(store.body(exporter)) if exporter else ShipmentFile(Shipment())
    shipment = msgspec.structs.replace(file.shipment, title=None, documents=documents)
    return store.add(SHIPMENT, body_of(file._replace(shipment=shipment)), summarise(shipment), exporter)
