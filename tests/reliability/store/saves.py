"""Saves that can be told apart: two steps, the columns and the half-typed text of each carry its number."""

from __future__ import annotations

from typing import NamedTuple

from app.store.store import Store
from app.store.trouble import StoreTrouble
from app.store.values import SHIPMENT, Saved, Scratch, Summary
from tests.unit.store.stores import Opener, kept, shipment_in, step, titled


class Found(NamedTuple):
    """What stands in a store."""

    number: int
    """Of the save that is there."""
    whole: bool
    """Whether all parts are of that save."""
    sound: bool
    """Whether the store itself found nothing wrong."""


def first_save(store: Store) -> str:
    """The document that the saves are about; its number is 0."""
    return kept(store, titled("0"))


def save(store: Store, document: str, n: int) -> Saved:
    """Save number ``n``, in one transaction."""
    title = str(2 * n)
    steps = [step(str(2 * n - 1)), step(title)]
    return store.opened(document).keep(steps, Summary(title=title), Scratch("title", title))


def found_in(store: Store, document: str) -> Found:
    """What of them is there. Raises StoreTrouble."""
    title = shipment_in(store, document).title or ""
    opened = store.opened(document)
    listed = next(row for row in store.listed(SHIPMENT) if row.id == document)
    undo = opened.saved.undo
    parts = {title, listed.title}
    if title != "0":
        parts |= {opened.scratch and opened.scratch.text, undo and undo.params["label"].id}
    return Found(int(title) // 2, parts == {title} and int(title) % 2 == 0, store.health().sound)


def found(reopen: Opener, document: str) -> Found | StoreTrouble:
    """The same after opening; what a person is told where that is not possible."""
    try:
        store = reopen()
    except StoreTrouble as trouble:
        return trouble
    try:
        return found_in(store, document)
    except StoreTrouble as trouble:
        return trouble
    finally:
        store.close()
