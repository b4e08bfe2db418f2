"""The register of all shipments, saved from the menu."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from tests.ui.window.person import Person


def test_the_register_is_saved_from_the_menu_and_never_over_another_file(person: Person, tmp_path: Path) -> None:
    person.sample("batik_tokyo")
    assert person.window.shipments is not None
    register = person.window.shipments.register
    for name in ("register.xlsx", "register-2.xlsx"):
        person.window.menus.actions["register"].trigger()
        person.wait(lambda: register.dialog is not None)
        assert register.dialog is not None
        register.dialog.fileSelected.emit(str(tmp_path / "register.xlsx"))
        register.dialog.close()
        person.wait((tmp_path / name).exists)
        person.wait(lambda: register.dialog is None)
    (head, *rows) = openpyxl.load_workbook(tmp_path / "register.xlsx").worksheets[0].values
    assert len(rows) == 1
    assert (
        person.shipment.references.invoice_no == dict(zip(head, rows[0], strict=True))["Nomor faktur\nInvoice number"]
    )
    person.wait(lambda: "register-2.xlsx" in person.window.status.left.text())
    assert "contoh, bukan ekspor Anda" in person.window.status.left.text()
