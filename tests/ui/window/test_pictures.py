"""Logo, signature and a product's picture: chosen in the window, shown, kept, taken away again."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QFileDialog

from app.ui.widgets.picture_edit import PictureEdit
from tests.ui.hands import click
from tests.ui.window.person import Person, settle


def test_a_logo_is_chosen_kept_and_taken_away(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("exporter")
    before = person.shipment
    choose(person, "exporter.logo", drawn(tmp_path / "logo toko.png"))
    person.wait(lambda: person.shipment.exporter.logo)
    person.saved()
    (row,) = person.shipment.attachments or ()
    assert (row.id, row.name, row.media_type) == (person.shipment.exporter.logo, "logo toko.png", "image/png")
    assert edit(person, "exporter.logo").file.text() == "logo toko.png"
    document = person.editing.id
    person.restart()
    person.open(document)
    assert [kept.content for kept in person.shipment.attachments or ()] == [row.content]
    person.turn_to("exporter")
    click(edit(person, "exporter.logo").remove)
    settle()
    assert (person.shipment.exporter, person.shipment.attachments) == (before.exporter, before.attachments)
    person.window.menus.actions["undo"].trigger()
    person.wait(lambda: person.shipment.attachments)


def test_a_chosen_picture_is_shown_small_until_it_is_taken_away(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("exporter")
    place = edit(person, "exporter.logo")
    assert place.seen.isHidden()
    choose(person, "exporter.logo", drawn(tmp_path / "logo.png"))
    person.wait(lambda: not place.seen.isHidden())
    shown = place.seen.pixmap()
    assert shown.width() == 2 * shown.height()
    click(place.remove)
    person.wait(place.seen.isHidden)


def test_a_product_has_a_picture_in_its_book(person: Person, tmp_path: Path) -> None:
    person.window.menus.actions["products"].trigger()
    books = person.window.menus.books()
    assert books is not None
    assert books.dialog is not None
    with person.qtbot.waitSignal(person.desk.opened):
        click(books.dialog.add["product"])
    person.come_back()
    choose(person, "goods.entry.picture", drawn(tmp_path / "sandal.png"))
    person.wait(lambda: person.shipment.attachments)
    person.saved()
    document = person.editing.id
    person.restart()
    with person.qtbot.waitSignal(person.desk.opened):
        person.desk.open(document, book="product")
    settle()
    assert [row.name for row in person.shipment.attachments or ()] == ["sandal.png"]
    person.wait(lambda: not edit(person, "goods.entry.picture").seen.isHidden())


def test_another_picture_takes_the_place_of_the_first(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("exporter")
    for name in ("satu.png", "dua.png"):
        choose(person, "exporter.signature", drawn(tmp_path / name))
        person.wait(partial(names_are, person, name))


def test_a_file_that_is_no_picture_is_said_to_be_none(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("exporter")
    (tmp_path / "logo.png").write_bytes(b"catatan belanja")
    choose(person, "exporter.logo", tmp_path / "logo.png")
    person.wait(lambda: "bukan gambar yang dapat dicetak" in person.window.status.left.text())
    assert person.shipment.attachments is None


def choose(person: Person, path: str, file: Path) -> None:
    """Press the button, and take a file in the dialog."""
    click(edit(person, path).choose)
    dialog = person.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(file))
    dialog.close()
    person.come_back()


def names_are(person: Person, *names: str) -> bool:
    """Whether these are all attachments."""
    return tuple(row.name for row in person.shipment.attachments or ()) == names


def edit(person: Person, path: str) -> PictureEdit:
    """The place of a picture on the page."""
    editor = person.question(path).editor
    assert isinstance(editor, PictureEdit)
    return editor


def drawn(file: Path) -> Path:
    """A small picture in a file."""
    made = io.BytesIO()
    Image.new("RGB", (40, 20), "teal").save(made, "PNG")
    file.write_bytes(made.getvalue())
    return file
