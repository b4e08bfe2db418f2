"""Each paper that was made is remembered: when, for whom, and what the shipment said then.

One document of the store a making; it belongs to its shipment and goes with it. Attachments are left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from app.catalog.catalog import Catalog
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import ShipmentFile, content_hash
from app.render.context import PaperLanguage, roots
from app.services.papers import Paper
from app.store.body import Body, body_of, file_of
from app.store.values import MADE, Summary

if TYPE_CHECKING:
    from app.store.store import Store

_KEY = "made"
"""Beside the shipment stands which papers it became."""


class MadePaper(NamedTuple):
    """One paper as it was last made."""

    form: str
    language: PaperLanguage
    at: datetime.datetime
    buyer: str | None
    sha256: str
    """Of the shipment it was made from; its beginning is printed on the paper."""
    shipment: Shipment


class Making(NamedTuple):
    """One time that papers were made."""

    id: str
    at: datetime.datetime
    buyer: str | None
    forms: tuple[str, ...]


def remember_papers(store: Store, document: str, shipment: Shipment, papers: Sequence[Paper]) -> str:
    """Keep that papers were made of a shipment; the id of what is kept. Raises StoreTrouble."""
    told = [{"form": paper.form.id, "language": paper.language} for paper in papers]
    beside = {_KEY: {"papers": told, "sha256": content_hash(shipment)}}
    file = ShipmentFile(replace(shipment, attachments=None), beside=beside)
    summary = Summary(
        title=" ".join(paper.form.id for paper in papers),
        number=shipment.references.invoice_no,
        buyer=shipment.buyer.name,
    )
    return store.add(MADE, body_of(file), summary, document)


def makings(store: Store, document: str) -> tuple[Making, ...]:
    """When papers were made of a shipment, the newest first. Raises StoreTrouble."""
    rows = store.listed(MADE, document)
    return tuple(Making(row.id, row.changed, row.buyer, tuple((row.title or "").split())) for row in rows)


def last_made(store: Store, document: str) -> tuple[MadePaper, ...]:
    """Of each paper of a shipment that was made the last time it was. Raises StoreTrouble."""
    found: dict[str, MadePaper] = {}
    for making in makings(store, document):
        if not found.keys() >= {*making.forms}:
            for paper in _papers(store, making):
                found.setdefault(paper.form, paper)
    return tuple(found.values())


def made_from(store: Store, making: str) -> Shipment:
    """What the shipment said when papers were made. Raises StoreTrouble."""
    return file_of(store.body(making)).shipment


def as_of(store: Store, document: str, moment: datetime.datetime) -> Shipment | None:
    """What a shipment said at a moment; None where its history does not reach so far. Raises StoreTrouble."""
    opened = store.opened(document)
    opened.keep()
    body = opened.as_of(moment)
    if body is None:
        return None
    said = {name: value for name, value in body.tree["shipment"].items() if name != "attachments"}
    return file_of(Body({**body.tree, "shipment": said})).shipment


def no_longer_true(
    catalog: Catalog, made: Sequence[MadePaper], shipment: Shipment, at: Circumstances
) -> tuple[MadePaper, ...]:
    """Those that would say something else today. What a paper does not print does not count."""
    now = replace(shipment, attachments=None)
    return tuple(paper for paper in made if _is_other(catalog, paper, now, at))


def _is_other(catalog: Catalog, paper: MadePaper, now: Shipment, at: Circumstances) -> bool:
    form = catalog.forms.get(paper.form)
    if form is None or paper.shipment == now:
        return False
    # Both as of today: a paper is not untrue because a day has passed.
    then, today = (roots(catalog, form, said, at, paper.language) for said in (paper.shipment, now))
    return then != today


def _papers(store: Store, making: Making) -> list[MadePaper]:
    file = file_of(store.body(making.id))
    told = file.beside.get(_KEY, {})
    languages = {paper["form"]: paper["language"] for paper in told.get("papers", ())}
    return [
        MadePaper(form, languages.get(form, "en"), making.at, making.buyer, told.get("sha256", ""), file.shipment)
        for form in making.forms
    ]
