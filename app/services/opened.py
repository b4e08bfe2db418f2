"""Jobs for the storage thread about one document: open it, step back and forth, let it go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.records.shipment_file import ShipmentFile
from app.services.storage_thread import Summarise
from app.store.body import Body, file_of
from app.store.trouble import StoreTrouble
from app.store.values import Saved, Scratch, Summary

if TYPE_CHECKING:
    from app.store.store import Store


class Opened(NamedTuple):
    """A document as it was found."""

    id: str
    file: ShipmentFile
    saved: Saved
    scratch: Scratch | None = None
    read_only: StoreTrouble | None = None


class Stepped(NamedTuple):
    """A document after a step back or forth."""

    file: ShipmentFile
    saved: Saved


def open_document(store: Store, document: str) -> Opened:
    """A shipment or a profile, to be edited. Raises StoreTrouble: gone, damaged, or from a newer program."""
    opened = store.opened(document)
    # Where something of it still waited for room on the disk, that comes first, or it would be left out.
    saved = opened.keep()
    return Opened(document, file_of(opened.body), saved, opened.scratch, store.read_only)


def step_back(store: Store, document: str, summarise: Summarise) -> Stepped | None:
    """Take the last step back; None where there is none. Raises StoreTrouble."""
    opened = store.opened(document)
    saved = opened.undo(lambda body: _summary(body, summarise))
    return Stepped(file_of(opened.body), saved) if saved else None


def step_forth(store: Store, document: str, summarise: Summarise) -> Stepped | None:
    """Do the step again that was taken back last; None where there is none. Raises StoreTrouble."""
    opened = store.opened(document)
    saved = opened.redo(lambda body: _summary(body, summarise))
    return Stepped(file_of(opened.body), saved) if saved else None


def release_document(store: Store, document: str) -> None:
    """Nobody works on it any more. Raises StoreTrouble where something of it still cannot be saved."""
    store.release(document)


def _summary(body: Body, summarise: Summarise) -> Summary:
    return summarise(file_of(body).shipment)
