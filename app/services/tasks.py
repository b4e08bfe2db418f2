"""The tasks of a shipment: its pages, what each asks now, how far each is. Knows answers and problems, no screen.

A page asks what some document wants; what no page declares but a document wants comes on a page of that document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from msgspec.structs import replace

from app.catalog.catalog import Catalog
from app.catalog.declared import Worded
from app.catalog.form import FieldUse, Form, When
from app.catalog.pages import Asked, Block, Page, Pages
from app.checks.check import chosen_forms
from app.checks.required import is_answered
from app.domain.fields import declared_name, fields
from app.domain.paths import value_at
from app.domain.shipment import Shipment
from app.domain.transport import LOAD, MODE
from app.kinds.choice import RowId
from app.kinds.circumstances import Circumstances
from app.services.typing_sheet import ALL, DONE
from app.words import Language, Text, say

State = Literal["empty", "partial", "done", "problem"]
OWN_PAGE = "own."
"""Pages that only one document brings are called ``own.<document>``."""
SHEET = "sheet."
"""Pages that help to type a document into a portal are called ``sheet.<document>``; they ask nothing."""


class Task(NamedTuple):
    """One row of the task list."""

    page: Page
    group: Text
    title: Text
    state: State


def pages_now(catalog: Catalog, pages: Pages, shipment: Shipment) -> tuple[Page, ...]:
    """The pages that this shipment has: those that ask something and whose condition holds, then those of its
    documents alone.
    """
    wanted = wanted_paths(catalog, pages, shipment)
    shown = [page for page in pages.pages if holds(page.when, shipment) and not wanted.isdisjoint(page.paths())]
    if not pages.whole:
        return tuple(shown)
    return (*shown, *_own_pages(catalog, pages, shipment), *_sheets(catalog, pages, shipment))


def profile_pages(pages: Pages) -> Pages:
    """The pages of an exporter's profile: what stays the same from shipment to shipment."""
    kept = []
    for page in pages.pages:
        blocks = tuple(block for block in page.blocks if block.profile)
        if blocks:
            kept.append(replace(page, blocks=blocks))
    return Pages(pages.groups, tuple(kept), whole=False)


def wanted_paths(catalog: Catalog, pages: Pages, shipment: Shipment) -> frozenset[str]:
    """Every declared path that some document asks to be told, the lists they stand in, and what decides on a page or
    on the papers needed.
    """
    asking = _asking(catalog, shipment)
    told = {_path(form, use) for form in asking for use in form.uses() if use.need != "derived"}
    told |= {page.when.path for page in pages.pages if page.when is not None}
    told |= {path for page in pages.pages for path in page.always()}
    return frozenset(told | {path.rpartition(".*.")[0] for path in told if ".*." in path})


def required_paths(catalog: Catalog, shipment: Shipment) -> frozenset[str]:
    """Declared paths that a chosen document needs, as far as that does not hang on a single row."""
    chosen = [catalog.forms[name] for name in chosen_forms(shipment) if name in catalog.forms]
    uses = [(form, use) for form in chosen for use in form.uses()]
    return frozenset(_path(form, use) for form, use in uses if use.need == "required" or _due(use.when, shipment))


def required_in_row(catalog: Catalog, shipment: Shipment, list_name: str, row: Any) -> frozenset[str]:
    """Declared paths that a chosen document needs because of what a row of a list says itself."""
    chosen = [catalog.forms[name] for name in chosen_forms(shipment) if name in catalog.forms]
    uses = [(form, use) for form in chosen for use in form.uses() if use.when is not None]
    return frozenset(
        _path(form, use)
        for form, use in uses
        if use.when is not None and use.when.path.startswith(f"{list_name}.*.") and holds_in_row(use.when, row)
    )


def fixed_paths(catalog: Catalog, shipment: Shipment) -> frozenset[str]:
    """Declared paths that cannot be corrected once a chosen document is filed."""
    chosen = [catalog.forms[name] for name in chosen_forms(shipment) if name in catalog.forms]
    return frozenset(_path(form, use) for form in chosen for use in form.uses() if use.fixed)


def holds(when: When | None, shipment: Shipment) -> bool:
    """Whether a condition holds; one on a row's own value is looked at for each row (:func:`holds_in_row`)."""
    return when is None or "*" in when.path or value_at(shipment, when.path) in when.values


def holds_in_row(when: When | None, row: Any) -> bool:
    """Whether a condition on a row's own value holds for ``row``."""
    return when is None or "*" not in when.path or getattr(row, when.path.rpartition(".")[2]) in when.values


def asked_now(block: Block, shipment: Shipment, wanted: frozenset[str]) -> tuple[tuple[Asked, ...], ...]:
    """A block's questions that are wanted and whose condition holds, row by row; empty rows fall away."""
    if not holds(block.when, shipment):
        return ()
    chosen = {*chosen_forms(shipment)}
    rows = (
        tuple(a for a in row if a.path in wanted and (holds(a.when, shipment) or not chosen.isdisjoint(a.also_for)))
        for row in block.asked
    )
    return tuple(row for row in rows if row)


def tasks(
    catalog: Catalog, pages: Pages, shipment: Shipment, lacking: frozenset[str], checked: frozenset[str]
) -> tuple[Task, ...]:
    """All tasks with their states. ``lacking``: those with something wrong; ``checked``: the pages that the person has
    looked over. Only those turn red.
    """
    wanted, red = wanted_paths(catalog, pages, shipment), lacking & checked
    return tuple(
        Task(page, pages.groups.get(page.group, page.title.text), page.title.text,
             "problem" if page.id in red else _state(page, shipment, wanted, lacking=page.id in lacking))
        for page in pages_now(catalog, pages, shipment)
    )  # fmt: skip


def homes(catalog: Catalog, pages: Pages, shipment: Shipment) -> Callable[[str], Page | None]:
    """Says on which page a path of the shipment is asked; a whole list is asked where its rows are."""
    found: dict[str, Page | None] = {}
    for page in pages_now(catalog, pages, shipment):
        for path in page.paths():
            found.setdefault(path, page)

    def home(path: str) -> Page | None:
        declared = path if path.startswith("own.") else declared_name(path)
        if declared not in found:
            found[declared] = next((page for p, page in found.items() if p.startswith(f"{declared}.")), None)
        return found[declared]

    return home


def _state(page: Page, shipment: Shipment, wanted: frozenset[str], *, lacking: bool) -> State:
    if page.id.startswith(SHEET):
        typed = shipment.own.get(page.id.removeprefix(SHEET), {}).get(DONE, "")
        return "done" if typed.startswith(ALL) else "partial" if typed else "empty"
    if not any(_answers(page, shipment, wanted)):
        return "empty"
    return "partial" if lacking else "done"


def _answers(page: Page, shipment: Shipment, wanted: frozenset[str]) -> Iterator[bool]:
    """For each question of the page outside of rows, and each list, whether it is answered."""
    for path in page.paths():
        if path in wanted and "*" not in path:
            yield is_answered(shipment, path, _value(shipment, path))


def _value(shipment: Shipment, path: str) -> Any:
    if path.startswith("own."):
        _, form, name = path.split(".", 2)
        return shipment.own.get(form, {}).get(name)
    return value_at(shipment, path)


def _due(when: When | None, shipment: Shipment) -> bool:
    return when is not None and "*" not in when.path and value_at(shipment, when.path) in when.values


def _asking(catalog: Catalog, shipment: Shipment) -> list[Form]:
    """The documents that may ask: those that wait to be chosen only where they are, or one that asks with them is."""
    chosen = {*chosen_forms(shipment)}
    chosen |= {form.asks_with for form in catalog.forms.values() if form.id in chosen}
    return [form for form in catalog.forms.values() if not form.on_choice or form.id in chosen]


def _own_pages(catalog: Catalog, pages: Pages, shipment: Shipment) -> Iterator[Page]:
    """A page for each document that wants what no declared page asks."""
    asked = {path for page in pages.pages for path in page.paths()}
    for form in _asking(catalog, shipment):
        left = tuple(_left(form, asked))
        if left:
            asked |= {path for block in left for row in block.asked for path in (a.path for a in row)}
            yield Page(
                id=OWN_PAGE + form.id,
                group=_group(form, pages),
                title=_worded(form.own_title or form.title),
                intro=_asked_by(form),
                blocks=left,
            )


def _sheets(catalog: Catalog, pages: Pages, shipment: Shipment) -> Iterator[Page]:
    """A page for each chosen document that is typed into a portal by hand."""
    for form in (catalog.forms[name] for name in chosen_forms(shipment) if name in catalog.forms):
        if form.typed_into is not None:
            yield Page(
                id=SHEET + form.id,
                group=_group(form, pages),
                title=_worded(form.title),
                intro=_asked_by(form),
            )


def _asked_by(form: Form) -> Worded:
    """Who asks for a document, as a line of its own."""
    return _worded(Text(*(text[:1].upper() + text[1:] for text in form.asked_by)))


def _group(form: Form, pages: Pages) -> str:
    return form.group if form.group in pages.groups else "documents"


def _left(form: Form, asked: set[str]) -> Iterator[Block]:
    for section in form.sections:
        rows = []
        for use in section.fields:
            path = _path(form, use)
            field = fields().get(path)
            typed = use.need != "derived" and path not in asked and "*" not in path
            if typed and (field is None or (field.kind is not None and not isinstance(field.kind, RowId))):
                rows.append((Asked(path=path, when=use.when),))
        if rows:
            yield Block(title=section.title, asked=tuple(rows))


def _path(form: Form, use: FieldUse) -> str:
    """Where the answer to what a document uses stands; its own questions stand under its name."""
    return f"own.{form.id}.{use.path.removeprefix('own.')}" if use.path.startswith("own.") else use.path


def _worded(text: Text) -> Worded:
    return Worded(text.id, text.en)


def documents_now(catalog: Catalog, shipment: Shipment) -> tuple[str, ...]:
    """The documents a shipment is drafted for: those chosen, else all that a new one begins with."""
    chosen = tuple(form for form in chosen_forms(shipment) if form in catalog.forms)
    return chosen or first_documents(catalog)


def first_documents(catalog: Catalog) -> tuple[str, ...]:
    """The documents that a new shipment is begun with."""
    return tuple(form.id for form in catalog.forms.values() if not form.on_choice)


def title_of(shipment: Shipment, language: Language) -> str:
    """What a shipment is called on the screen: its number, its own title, or that it has none yet."""
    return shipment.references.invoice_no or shipment.title or say("tasks.unnumbered", language)


def subtitle_of(shipment: Shipment, at: Circumstances) -> str:
    """Where it goes and how: "Rotterdam, laut, peti kemas penuh"."""
    transport = shipment.transport
    country = transport.country_of_destination or shipment.buyer.country
    place = transport.port_of_discharge or (at.lists.countries.named(country).into(at.language) if country else "")
    mode = MODE.named(transport.mode).into(at.language) if transport.mode else ""
    # Without the trade's abbreviation in brackets, for which there is no room.
    load = LOAD.named(transport.load).into(at.language).partition(" (")[0] if transport.load else ""
    return ", ".join(part for part in (place, mode, load) if part)
