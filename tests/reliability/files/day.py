"""A day at the desk: what the services offer, done once, and done again where it went wrong the first time."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from app.domain.derived import Figures
from app.domain.goods import GoodsLine
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import ShipmentFile, write_shipment
from app.services import (
    backups,
    beginnings,
    carrying_over,
    chosen_papers,
    code_habits,
    exporters,
    hs_words,
    list_words,
    needed_papers,
    opened,
    recent_files,
    samples,
    second_copies,
    settings,
    shipment_list,
    table_columns,
    table_import,
    tasks,
    typing_sheet,
)
from app.services import files as person_files
from app.services.editing import Editing, new_id
from app.services.grid_totals import grid_totals
from app.services.hs_lookup import HsLookup
from app.services.list_import import can_undo
from app.services.paper_files import write_beside, write_papers
from app.services.papers import PaperMaker, papers_asked
from app.services.program import Program
from app.services.review import all_answers
from app.services.shipment_schema import shipment_schema
from app.store.values import Listed
from app.words import Message
from tests.conftest import TODAY
from tests.reliability.files import newer_steps
from tests.reliability.files.injected import Injected
from tests.reliability.templates.own import FONTS
from tests.unit.services.documents import Desk

STEP = Message("editing.begun")
STEPS = (
    "edit_rows",
    "edit",
    "take_table",
    "take_more",
    "list",
    "keep_books",
    "look_up",
    "advise",
    "draw",
    "keep_files",
)


class Day:
    """One person, one store, one shipment; what went wrong is counted and done once more."""

    def __init__(self, folder: Path, program: Program, at: Circumstances) -> None:
        self.folder, self.program, self.at = folder, program, at
        self.mistakes = 0
        self.edited = False
        self.desk: Desk = self.again(lambda: Desk(folder / "data" / "siap-ekspor.db", program, at))
        self.document: str = self.again(self.desk.added)
        self.editing: Editing = self.again(lambda: self.desk.edited(self.document))

    def again(self, step: Callable[[], Any]) -> Any:
        """Do a step; where the mistake comes out, do it once more, as a person does."""
        try:
            return step()
        except Injected:
            self.mistakes += 1
            return step()

    def work(self, steps: Sequence[str]) -> None:
        """Some of the day's steps, or all where none is named; then the end of the day."""
        for name in steps or STEPS:
            self.again(getattr(self, name))
            self.again(self.desk.settle)
        self.again(self.finish)

    def edit(self) -> None:
        """Every way of changing a shipment."""
        self.edited, editing = True, self.editing
        for change in (
            lambda: editing.change_text("title", "an order"),
            lambda: editing.change_text("references.invoice_date", "some day"),
            lambda: editing.change_many({"buyer.city": "Breda", "buyer.postcode": "4811"}, STEP),
            lambda: editing.change_value("delivery.incoterm", "FOB"),
            lambda: editing.answer("buyer.contact", "none"),
            lambda: editing.replace(
                chosen_papers.with_chosen(editing.value, self.form, chosen=True, row_id=new_id()), STEP
            ),
            lambda: editing.replace(chosen_papers.with_setting(editing.value, self.form, "language", "id"), STEP),
            lambda: editing.note("buyer.name", "half a na"),
            editing.forget_note,
            editing.undo,
            self.desk.settle,
            editing.redo,
            self.desk.settle,
            editing.save_again,
        ):
            self.again(change)

    def edit_rows(self) -> None:
        """Every way of changing the rows of a list."""
        editing, goods = self.editing, "goods"
        first = (editing.value.goods or (GoodsLine(id="g1"),))[0].id
        for change in (
            lambda: editing.add_row(goods),
            lambda: editing.add_rows(goods, [{"description": "A"}, {"description": "B"}]),
            lambda: editing.insert_rows(goods, [GoodsLine(id=new_id())], first, STEP),
            lambda: editing.duplicate_rows(goods, [first]),
            lambda: editing.move_rows(goods, [first], 2),
            lambda: editing.remove_rows(goods, [(editing.value.goods or ())[-1].id]),
        ):
            self.again(change)

    def take_table(self) -> None:
        """Goods from a table, after a look at its columns."""
        path, value, catalog = self.folder / "goods.csv", self.editing.value, self.program.catalog
        path.write_text("Description,Quantity\nSHOES,12\nSANDALS,24\n", encoding="utf-8")
        tables = table_import.read_tables(path)
        remembered = table_columns.remembered_columns(self.folder, "buyer")
        understood, _ = table_import.proposal_for(value, tables, catalog, self.at, remembered)
        proposal = table_import.proposed(value, understood, catalog, self.at)
        self.editing.replace(table_import.taken_over(value, proposal, "add"), STEP)
        assert table_import.packed_of_nothing(self.editing.value) == 0
        table_columns.remember_columns(self.folder, "buyer", table_import.heads_to_remember(understood, catalog))
        assert table_columns.columns_path(self.folder).is_file()

    def take_more(self) -> None:
        """What comes into the shipment from elsewhere, and what goes out of it for a portal or a report."""
        editing, program, at = self.editing, self.program, self.at
        for step in (
            partial(newer_steps.paste_cells, editing, at),
            partial(newer_steps.choose_picture, editing, self.folder),
            partial(newer_steps.paste_credit, editing, program.catalog, at),
            partial(newer_steps.write_for_portal, editing, program, at, self.folder),
            partial(newer_steps.tell, editing, program.catalog, program.advice, at),
        ):
            self.again(step)

    def look_up(self) -> None:
        """Codes taken again, HS codes by a product's name, and what a list says of itself."""
        ask, lists, habits = self.desk.ask, self.at.lists, code_habits.CodeHabits()
        habits.note("units", "PR")
        habits.mark("hs_favourites", "640399", wanted=True)
        ask(code_habits.keep_habits, setting=habits.as_setting())
        habits.add_older(ask(code_habits.read_habits))
        assert habits.taken("units") == ("PR",)
        lookup = HsLookup(lists)
        for found in (*lookup.find("teak table", 3), *lookup.known(["44079910"])):
            hs_words.dotted(found.hit.code), hs_words.in_a_row(found.hit, "id"), list(hs_words.told(found, "id"))
            assert all(hs_words.hint_sentence(hint).id for hint in found.hints)
        assert list(list_words.passport(lists.hs_hints, "id")) and list_words.day_named("2026-11-24", "id")
        assert not can_undo(lists, "ports")

    def advise(self) -> None:
        """Which papers the shipment needs, and why."""
        catalog = self.program.catalog
        advice = needed_papers.needed_papers(self.program, self.editing.value, self.at)
        for step, papers in needed_papers.by_step(advice):
            needed_papers.step_title(step, papers)
            for paper in papers:
                needed_papers.need_word(paper), needed_papers.why(paper), needed_papers.decides(catalog, paper)
                needed_papers.choices(paper), needed_papers.source(paper), needed_papers.wanted(paper)
                needed_papers.why_and_what_decides(catalog, paper)
        needed_papers.still_open(catalog, advice)

    def list(self) -> None:
        """Every job of the store."""
        ask, summarise = self.desk.ask, self.desk.summarise
        file = ShipmentFile(Shipment(title="another"))
        other = self.again(partial(ask, shipment_list.add_shipment, file=file, exporter=None, summarise=summarise))
        for job in (
            lambda: [carrying_over.answered(group, file.shipment) for group in carrying_over.groups()],
            partial(ask, carrying_over.continue_from, document=other, kept=frozenset({"goods"}), summarise=summarise),
            partial(ask, shipment_list.duplicate_shipment, document=other, language="id", summarise=summarise),
            partial(ask, shipment_list.rename_shipment, document=other, title="renamed", summarise=summarise),
            partial(ask, shipment_list.bin_document, document=other),
            partial(ask, shipment_list.restore_document, document=other),
            partial(ask, shipment_list.bin_document, document=other),
            partial(ask, shipment_list.empty_bin),
            partial(ask, shipment_list.look_over),
            partial(ask, exporters.add_exporter),
            partial(ask, exporters.list_exporters),
            partial(ask, beginnings.start_shipment, edit=self._begun, summarise=summarise),
            partial(ask, recent_files.remember_file, path="a.ekspor"),
            partial(ask, recent_files.recent_files),
            partial(ask, backups.back_up),
            self._copy_elsewhere,
            self._choose_exporter,
        ):
            self.again(job)
        assert self.document in self._listed()
        assert self.again(lambda: list(backups.list_backups(self.folder / "data", None)))

    def keep_books(self) -> None:
        """The buyer kept in the address book, found there, and taken back into the shipment."""
        newer_steps.keep_buyer(self.desk, self.editing, self.program, self.again)
        for step in (newer_steps.remember_paper, newer_steps.keep_register):
            self.again(partial(step, self.desk, self.editing, self.program, self.at))

    def draw(self) -> None:
        """Papers, on the screen and as files, and what the pages say."""
        program, shipment, at = self.program, self.editing.value, self.at
        asked = papers_asked(program, shipment, [self.form], None, None)
        PaperMaker(program, FONTS).make(shipment, asked, TODAY, spots=True)
        written = write_papers(program, shipment, asked, self.folder / "papers", at, FONTS, merge=False)
        write_papers(program, shipment, asked, self.folder / "papers", at, FONTS, merge=True)
        assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in written.paths)
        beside = write_beside(self.editing.file, self.folder / "papers")
        assert person_files.open_shipment(beside).shipment == shipment
        all_answers(program.catalog, program.pages, shipment, at)
        grid_totals("goods", Figures(shipment, at))
        tasks.required_paths(program.catalog, shipment), tasks.documents_now(program.catalog, shipment)
        tasks.fixed_paths(program.catalog, shipment), tasks.first_documents(program.catalog)
        self._type_into_portal(shipment)
        assert chosen_papers.row_of(shipment, self.form) is not None
        tasks.profile_pages(program.pages)
        newer_steps.look_at_tasks(program, shipment, at)
        tasks.title_of(shipment, "id"), tasks.subtitle_of(shipment, at), self.editing.status.said("id")
        shipment_schema(program.catalog)

    def _type_into_portal(self, shipment: Shipment) -> None:
        """The first value of a sheet to type from."""
        form = next(form for form in self.program.catalog.forms.values() if form.typed_into)
        shown = typing_sheet.screens(self.program.catalog, form, shipment, self.at)
        kept = typing_sheet.with_done(shown, typing_sheet.done(form, shipment), [shown[0].facts[0].mark], typed=True)
        assert kept and typing_sheet.done_path(form).startswith("own.")

    def keep_files(self) -> None:
        """A person's own files, a sample, the settings."""
        path = self.folder / f"{new_id()}.ekspor"
        self.again(partial(person_files.write_new, path, write_shipment(self.editing.file)))
        assert self.again(partial(person_files.open_shipment, path)).shipment == self.editing.value
        self.again(partial(person_files.replace_file, self.folder / "own", b"new"))
        self.again(samples.sample_titles)
        kept = settings.Settings(language="en")
        self.again(partial(settings.write_settings, self.folder, kept))
        assert self.again(partial(settings.read_settings, self.folder)).settings == kept

    def finish(self) -> None:
        """One more change, which is saved; then the program is closed."""
        self.again(partial(self.editing.change_text, "general_description", "after all"))
        self.again(self.desk.settle)
        if self.editing.status.state != "saved":
            self.again(self.editing.save_again)
            self.again(self.desk.settle)

    def opened_again(self) -> Shipment:
        """What the next start shows."""
        self.again(self.editing.close)
        assert self.again(partial(self.desk.thread.close, 20.0))
        later: Desk = self.again(lambda: Desk(self.desk.path, self.program, self.at))
        found: opened.Opened = self.again(partial(later.ask, opened.open_document, document=self.document))
        assert self.again(partial(later.thread.close, 20.0))
        return found.file.shipment

    @property
    def form(self) -> str:
        """The first document that there is."""
        return next(iter(self.program.catalog.forms))

    def _begun(self, shipment: Shipment) -> Shipment:
        return beginnings.begun(shipment, {"goods": "shoes", "country": "NL"}, "A4", [self.form])

    def _with_paper(self) -> Shipment:
        return chosen_papers.with_chosen(self.editing.value, self.form, chosen=True, row_id=new_id())

    def _choose_exporter(self) -> None:
        [first, *_] = self.desk.ask(exporters.list_exporters)
        self.desk.ask(exporters.choose_exporter, exporter=first.id)
        assert self.desk.ask(exporters.current_exporter) == first.id

    def _copy_elsewhere(self) -> None:
        now = datetime.datetime.now().astimezone()
        assert self.desk.ask(second_copies.second_place, now=now).folder in {None, self.folder}
        copy = second_copies.copy_to(self.desk.ask(backups.back_up).path, self.folder, now)
        self.desk.ask(second_copies.remember_copy, copy=copy)
        assert self.desk.ask(second_copies.second_place, now=now).folder == self.folder

    def _listed(self) -> set[str]:
        rows: tuple[Listed, ...] = self.again(partial(self.desk.ask, shipment_list.list_shipments))
        return {row.id for row in rows}
