"""More of the day: cells, pictures, a pasted credit, files for a portal, the books, and what the check report tells."""

from __future__ import annotations

import datetime
import io
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PIL import Image

from app.advice.book import Book
from app.catalog.catalog import Catalog
from app.catalog.form import Form
from app.checks.recheck import Checker
from app.domain.derived import Figures
from app.domain.goods import GoodsLine
from app.domain.paths import with_value
from app.domain.shipment import Shipment
from app.exchange.mt700 import read_credit
from app.kinds.circumstances import Circumstances
from app.services import (
    book_entries,
    books,
    cell_block,
    chosen_papers,
    compared,
    credit_text,
    grid_edits,
    looking_over,
    made_papers,
    packing_summary,
    pictures,
    portal_files,
    proposed,
    register,
    tasks,
    what_changed,
)
from app.services.editing import Editing, new_id
from app.services.papers import papers_asked
from app.services.program import Program
from app.services.teller import ShipmentTeller
from app.words import Message
from tests.unit.services.documents import Desk

_STEP = Message("editing.begun")
_LOGO = "exporter.logo"
_CREDIT = ":20:LC26-MB-004471\n:31C:261130\n:32B:EUR30000,00\n:46A:SIGNED COMMERCIAL INVOICE IN 3 ORIGINALS\n"


def paste_cells(editing: Editing, at: Circumstances) -> None:
    """A block of cells copied and put back, and a row beyond the last."""
    if not editing.value.goods:
        editing.add_rows("goods", [{"description": "A"}])
    rows = [line.id for line in editing.value.goods or (GoodsLine(id="g1"),)]
    block = cell_block.read(cell_block.written([["SHOES", "12"]] * (len(rows) + 1)))
    target = grid_edits.Target("goods", "goods", rows, ["description", "quantity"])
    editing.put_cells(grid_edits.read_block(target, block, new_id, at), _STEP)
    packing_summary.packing_summary(Figures(editing.value, at))


def choose_picture(editing: Editing, folder: Path) -> None:
    """A logo chosen, shown, and taken away."""
    content = io.BytesIO()
    Image.new("RGB", (8, 8), "navy").save(content, "PNG")
    (folder / "logo.png").write_bytes(content.getvalue())
    chosen = pictures.read_picture(folder / "logo.png")
    editing.change_around(_LOGO, partial(pictures.with_picture, path=_LOGO, chosen=chosen, row_id=new_id()))
    assert pictures.picture_at(editing.value, _LOGO) is not None
    assert pictures.thumbnail(chosen.content)
    editing.change_around(_LOGO, partial(pictures.without_picture, path=_LOGO))


def paste_credit(editing: Editing, catalog: Catalog, at: Circumstances) -> None:
    """A letter of credit as the bank prints it."""
    read = read_credit(_CREDIT)
    assert list(credit_text.terms_told(catalog, read, at))
    editing.replace(credit_text.with_credit_text(editing.value, read, new_id), _STEP)


def write_for_portal(editing: Editing, program: Program, at: Circumstances, folder: Path) -> None:
    """The file to look over, which is written whatever is lacking."""
    form = next(form for form in program.catalog.forms.values() if form.also_as)
    confirm(editing, program, form, at)
    name = next(name for name in form.also_as if name.endswith("-review"))
    made = portal_files.portal_file(program, editing.value, form, name, at)
    assert portal_files.write_portal_file(made.made, folder / f"{made.stem}{made.suffix}").is_file()


def confirm(editing: Editing, program: Program, form: Form, at: Circumstances) -> None:
    """What is proposed for a document confirmed, and what it has compared told."""
    chosen = chosen_papers.with_chosen(editing.value, form.id, chosen=True, row_id=new_id())
    told = with_value(chosen, "transport.mode", "sea")
    offered = [proposed.proposed(program.catalog, program.pages, page, told, at) for page in program.pages.pages]
    paths = [row.path for rows in offered for row in rows]
    editing.replace(proposed.with_proposals(told, at, paths), _STEP)
    question = next(name for name, (_, own) in form.own.items() if own.of)
    assert compared.compared(program.catalog, f"own.{form.id}.{question}", editing.value, at)


def tell(editing: Editing, catalog: Catalog, advice: Book, at: Circumstances) -> None:
    """What the check report tells of the shipment."""
    teller = ShipmentTeller(catalog, advice)
    assert teller.lists(at) and teller.papers(editing.value, at)
    teller.problems(editing.value, at), teller.rules_off(at)


def keep_buyer(desk: Desk, editing: Editing, program: Program, again: Callable[[Callable[[], Any]], Any]) -> None:
    """The buyer kept in the address book, found there, and taken back into the shipment."""
    value, target = editing.value, "buyer"
    found = books.book_for(target)
    assert found is not None and books.has_row(value, target)
    book, entry = found[0], books.entry_of(value, target)
    keep = partial(desk.ask, book_entries.keep_entry, book=book.id, entry=entry, shipment=editing.id)
    again(keep)
    kept = again(keep).document
    again(partial(desk.ask, book_entries.begin_entry, book=book.id))
    shown = again(partial(desk.ask, book_entries.list_entries, screen="parties"))
    assert kept in [entry.row.id for entry in shown]
    read = again(partial(desk.ask, book_entries.read_entry, document=kept))
    assert books.entry_name(book, read) == value.buyer.name
    assert books.taken(value, target, read) == value
    assert books.pages_beside(book.id, program.pages).pages[0].id == book.id
    assert books.summary_beside(book.id)(read).title == value.buyer.name


def remember_paper(desk: Desk, editing: Editing, program: Program, at: Circumstances) -> None:
    """A paper remembered, found untrue after a change, and the change told."""
    ask, document, value = desk.ask, editing.id, editing.value
    papers = papers_asked(program, value, ["commercial_invoice"], None, None)
    making = ask(made_papers.remember_papers, document=document, shipment=value, papers=papers)
    assert making in [known.id for known in ask(made_papers.makings, document=document)]
    then = ask(made_papers.made_from, making=making)
    now = with_value(then, "buyer.name", "ANOTHER")
    made = ask(made_papers.last_made, document=document)
    assert [paper.form for paper in made_papers.no_longer_true(program.catalog, made, now, at)] == [papers[0].form.id]
    assert len(what_changed.what_changed(program.catalog, then, now, at)) == 1
    desk.settle()
    assert ask(made_papers.as_of, document=document, moment=datetime.datetime.now(datetime.UTC)) is not None


def keep_register(desk: Desk, editing: Editing, program: Program, at: Circumstances) -> None:
    """The register of all shipments as a workbook."""
    desk.settle()
    made = register.register_workbook(program, desk.ask(register.registered), at)
    with tempfile.TemporaryDirectory() as folder:
        assert register.write_register(made.data, Path(folder) / "register.xlsx").read_bytes() == made.data
    assert made.left_out is None
    assert len(made.remarks(at.language)) == (made.samples is not None)
    assert editing.value is not None


def look_at_tasks(program: Program, shipment: Shipment, at: Circumstances) -> None:
    """The tasks of a shipment, with what they lack."""
    catalog, pages = program.catalog, program.pages
    problems, found = looking_over.looked_over(Checker(catalog, {}), catalog, pages, shipment, at)
    assert looking_over.placed(catalog, pages, shipment, problems).asked == found.asked
    lacking = found.lacking
    assert tasks.homes(catalog, pages, shipment)("buyer.name") is not None
    assert tasks.tasks(catalog, pages, shipment, lacking, frozenset())
    assert all(not tasks.required_in_row(catalog, shipment, "goods", line) for line in shipment.goods or ())
