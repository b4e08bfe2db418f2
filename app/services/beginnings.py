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
from app.services.editing import new_id
from app.services.exporters import add_exporter, current_exporter, new_shipment, summarise_profile
from app.services.opened import open_document, release_document
from app.services.shipment_list import list_shipments
from app.services.storage_thread import Summarise
from app.store.body import body_of, file_of
from app.store.values import Change
from app.words import Message

if TYPE_CHECKING:
    from app.store.store import Store


def begun(shipment: Shipment, answers: Mapping[str, str | None], paper: str, forms: Sequence[str]) -> Shipment:
    """``shipment`` with the five answers in their places; what was not answered stays open."""
    goods = (answers.get("goods") or "").strip()
    documents = tuple(ChosenDocument(id=new_id(), form=form, paper=paper) for form in forms)
    country, typed = answers.get("country"), answers.get("country_typed")
    unread = dict.fromkeys(("buyer.country", "transport.country_of_destination"), typed) if typed else {}
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
        typed={**shipment.typed, **unread},
    )


def start_shipment(store: Store, edit: Callable[[Shipment], Shipment], summarise: Summarise) -> str:
    """A new shipment; its id. A profile that says nothing yet takes the exporter of the newest shipment begun here."""
    exporter = current_exporter(store) or add_exporter(store)
    _fill_from_newest(store, exporter)
    # Chosen before the first step, not by it: whoever takes his answers back has papers to choose from all the same.
    chosen = edit(Shipment()).documents
    document = new_shipment(store, exporter, summarise, chosen)
    opened = store.opened(document)
    file = open_document(store, document).file
    shipment = replace(edit(file.shipment), documents=chosen)
    change = Change(body_of(file._replace(shipment=shipment)), Message("editing.begun"))
    opened.keep([change], summarise(shipment))
    release_document(store, document)
    return document


def _fill_from_newest(store: Store, exporter: str) -> None:
    """Keep in an empty profile what its newest shipment says, so that nobody types it twice.

    Copies of samples and of other people's files belong to no exporter: their company, tax number and bank account
    must never get into a shipment of one's own.
    """
    profile = file_of(store.body(exporter))
    if profile.shipment.exporter.name:
        return
    for row in list_shipments(store, exporter):
        said = file_of(store.body(row.id)).shipment
        if said.exporter.name:
            pictures = tuple(a for a in said.attachments or () if a.id in (said.exporter.logo, said.exporter.signature))
            filled = replace(
                profile.shipment, exporter=said.exporter, owner=said.owner, bank=said.bank, attachments=pictures or None
            )
            change = Change(body_of(profile._replace(shipment=filled)), Message("editing.profile_from_shipment"))
            store.opened(exporter).keep([change], summarise_profile(filled))
            store.release(exporter)
            return
