"""How a new shipment begins: with the exporter's profile, the five answers, and all papers there are chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.goods import GoodsLine
from app.domain.party import Consignee
from app.domain.references import ChosenDocument
from app.domain.shipment import Shipment
from app.domain.terms import Delivery, Payment
from app.domain.transport import Transport
from app.records.shipment_file import ShipmentFile
from app.services.editing import new_id
from app.services.exporters import add_exporter, choose_exporter, current_exporter, new_shipment
from app.services.opened import open_document, release_document
from app.services.shipment_list import list_shipments
from app.services.storage_thread import Summarise
from app.store.body import body_of
from app.store.values import Change
from app.words import Message

if TYPE_CHECKING:
    from app.store.store import Store


def begun(shipment: Shipment, answers: Mapping[str, str | None], paper: str, forms: Sequence[str]) -> Shipment:
    """``shipment`` with the five answers in their places; what was not answered stays open."""
    goods = (answers.get("goods") or "").strip()
    documents = tuple(ChosenDocument(id=new_id(), form=form, paper=paper) for form in forms)
    country = answers.get("country")
    return replace(
        shipment,
        title=goods or None,
        goods=(GoodsLine(id=new_id(), own_description=goods),) if goods else None,
        buyer=replace(shipment.buyer, country=country),
        consignee=Consignee(),
        transport=Transport(mode=answers.get("mode"), load=answers.get("load"), country_of_destination=country),
        payment=Payment(method=answers.get("payment")),
        delivery=Delivery(incoterm=answers.get("incoterm")),
        documents=documents,
    )


def start_shipment(store: Store, edit: Callable[[Shipment], Shipment], summarise: Summarise) -> str:
    """A new shipment; its id. Without a profile yet, the exporter of the newest shipment becomes one."""
    exporter = current_exporter(store) or _profile_from_newest(store)
    document = new_shipment(store, exporter, summarise)
    opened = store.opened(document)
    file = open_document(store, document).file
    shipment = edit(file.shipment)
    change = Change(body_of(file._replace(shipment=shipment)), Message("editing.begun"))
    opened.keep([change], summarise(shipment))
    release_document(store, document)
    return document


def _profile_from_newest(store: Store) -> str | None:
    """Keep what the newest shipment says of its exporter as the profile, so that nobody types it twice."""
    for row in list_shipments(store):
        shipment = open_document(store, row.id).file.shipment
        release_document(store, row.id)
        if shipment.exporter.name:
            profile = Shipment(exporter=shipment.exporter, owner=shipment.owner, bank=shipment.bank)
            exporter = add_exporter(store, ShipmentFile(profile))
            choose_exporter(store, exporter)
            return exporter
    return None
