"""The whole order of batik to Tokyo, typed into the window; the buyer's contact has a Japanese name."""

from __future__ import annotations

from pathlib import Path

from app.render.fonts import Fonts
from app.ui.documents_page import DocumentsPage
from app.ui.widgets.line_edit import LineEdit
from tests.conftest import sample_named
from tests.ui.window.orders import BATIK
from tests.ui.window.person import Person
from tests.ui.window.whole_order import answers_of, money, saved_papers, type_order, weights

JAPANESE = "見本"
BOTH = (
    "CV CONTOH BATIK MAJA", "Jl. Contoh Empunala No. 45", "Kota Mojokerto 61314", "Jawa Timur, INDONESIA",
    "REIWA SAMPLE TRADING K.K.", "1-2-3 Mihon-cho, Chuo-ku", "Tokyo 103-0000, JAPAN", "(Mihon)", "INV-BM-112",
    "1 December 2026", "CT 885", "5 December 2026", "Airport of departure Juanda, Surabaya",
    "Airport of destination Narita", "126-12345675", "Country of origin INDONESIA", "Country of destination JAPAN",
    "MEN'S SHIRTS OF COTTON, TRADITIONAL BATIK, HAND STAMPED",
    "BATIK CLOTH OF COTTON, HAND DRAWN, 2.5 M X 1.15 M PER SHEET", "6205.20.10", "5208.52.10", "300", "120",
    "RST TOKYO C/NO. 1-14", "14 cartons",
)  # fmt: skip
INVOICE = (
    "COMMERCIAL INVOICE", "NPWP 0027654326602000", "PI-BM-098", "CIP Narita Airport (Incoterms® 2020)",
    "T/T in advance", "17.40", "5,220.00", "32.00", "3,840.00", "Freight to Narita Airport 780.00", "Insurance 45.00",
    "Value FOB Juanda, Surabaya 8,235.00", "USD NINE THOUSAND AND SIXTY ONLY", "1420001112223 (USD)",
)  # fmt: skip
PACKING_LIST = (
    "PACKING LIST", "PL-BM-112", "1 – 10 10", "11 – 14 4", "300 7.5 75.0 8.6 86.0 50 × 40 × 35 0.700",
    "120 9.0 36.0 10.1 40.4 50 × 40 × 30 0.240",
)  # fmt: skip


def test_what_was_typed_is_what_is_stored_and_what_the_papers_say(person: Person, tmp_path: Path) -> None:
    type_order(person, BATIK)
    papers = saved_papers(person, tmp_path / "out")
    page = person.screen.view()
    assert isinstance(page, DocumentsPage)
    assert_drawn_or_named(papers, page.said.text())
    invoice = (*INVOICE, *money("batik_tokyo"))
    for paper, own in (("INV", invoice), ("PL", PACKING_LIST)):
        wanted = (*BOTH, *weights("batik_tokyo"), *own)
        assert [said for said in wanted if said not in papers[paper]] == []
    document = person.editing.id
    person.restart()
    person.open(document)
    assert answers_of(person.shipment, person) == answers_of(sample_named("batik_tokyo"), person)
    assert person.shipment.typed == person.shipment.answers == {}
    person.turn_to("buyer")
    contact = person.question("buyer.contact").editor
    assert isinstance(contact, LineEdit)
    assert contact.text() == "見本 (Mihon)"


def assert_drawn_or_named(papers: dict[str, str], said: str) -> None:
    """With a font of the machine the name is on the papers; without one a problem names its characters."""
    if Fonts(fallback=True).undrawable(JAPANESE):
        assert all(JAPANESE not in text for text in papers.values())
        assert said.count(JAPANESE) == len(papers)
    else:
        assert all(JAPANESE in text for text in papers.values())
        assert JAPANESE not in said
