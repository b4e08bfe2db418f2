"""The printed export declaration: every box, many rows, continuation sheets, money in customs' way."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from app.checks.check import check
from app.domain.customs import CustomsPaper
from app.domain.packing import Container, PackageRange
from app.domain.paths import with_value
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.render.fonts import Fonts
from app.render.geometry import PaperSize
from app.services.papers import Made, Paper, PaperMaker
from app.services.program import Program
from tests.conftest import TODAY, sample_named
from tests.unit.forms.made_papers import repeated


@pytest.fixture(scope="module")
def maker(program: Program) -> PaperMaker:
    return PaperMaker(program, Fonts(fallback=False))


def drawn(maker: PaperMaker, program: Program, shipment: Shipment, size: PaperSize = "A4") -> Made:
    return maker.make(shipment, [Paper(program.catalog.forms["peb"], "id", size)], TODAY)


def pages_of(made: Made) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(made.pdf)).pages]


@pytest.mark.parametrize("shipment", [Shipment(), sample_named("footwear_rotterdam")], ids=["empty", "footwear"])
def test_every_band_and_box_has_its_official_number_and_label(
    shipment: Shipment, maker: PaperMaker, program: Program
) -> None:
    text = " ".join(pages_of(drawn(maker, program, shipment)))
    for label in BOXES if shipment.goods else (box for box in BOXES if not re.match(r"4[4-9]\.|5[01]\.", box)):
        assert label in text, label
    assert not re.search(r"\b4\. Status", text)


BOXES = (
    *("BC 3.0", "PEMBERITAHUAN EKSPOR BARANG", "HEADER", "Nomor Pengajuan", "Halaman ke-1 dari", "A. KANTOR PABEAN"),
    *("1. Kantor Pabean Pemuatan", "2. Kantor Pabean Ekspor", "B. JENIS EKSPOR", "C. KATEGORI EKSPOR"),
    *("D. CARA PERDAGANGAN", "E. CARA PEMBAYARAN", "H. KOLOM KHUSUS BEA DAN CUKAI", "1. Nomor Pendaftaran"),
    *("2. Nomor BC. 1.1", "F. DATA PERDAGANGAN", "EKSPORTIR", "PEMILIK BARANG", "PENERIMA BARANG", "PPJK", "PEMBELI"),
    *("1. Identitas", "2. Nama", "3. Alamat", "Status", "5. Identitas", "6. Nama", "7. Alamat", "8. NPWP", "9. Nama"),
    *("10. Alamat", "11. Nama", "12. Alamat", "13. Negara", "14. Nama", "15. Alamat", "16. Negara"),
    *("DATA PENGANGKUTAN", "17. Cara Pengangkutan", "18. Nama & Bendera Sarana", "19. No. Pengangkut"),
    *("20. Tanggal Perkiraan Ekspor", "DATA PELABUHAN/TEMPAT MUAT EKSPOR", "21. Pelabuhan Muat Asal"),
    *("22. Pelabuhan Muat Ekspor", "23. Tempat Penimbunan", "24. Pelabuhan Bongkar", "25. Pelabuhan Tujuan"),
    *("26. Negara Tujuan Ekspor", "DOKUMEN PELENGKAP PABEAN", "27. No. & Tgl Invoice", "28. No. & Tgl Packing List"),
    *("29. Jenis, No & Tgl Dok. Lainnya", "Kantor Bea Cukai Pendaftaran", "DATA TEMPAT PEMERIKSAAN"),
    *("30. Lokasi Pemeriksaan", "31. Kantor Pabean Pemeriksaan", "DATA PENYERAHAN", "32. Cara Penyerahan Barang"),
    *("DATA TRANSAKSI EKSPOR", "33. Bank Devisa Hasil Ekspor", "34. Jenis Valuta", "35. Nilai Ekspor", "36. Freight"),
    *("37. Asuransi (LN/DN)", "38. Nilai Maklon (Jika Ada)", "DATA PETI KEMAS", "39. Jumlah Peti Kemas"),
    *("40. No, Ukuran & Status Peti Kemas", "DATA KEMASAN", "41. Jenis, Jumlah dan Merek Kemasan"),
    *("DATA BARANG EKSPOR", "42. Berat Kotor (kg)", "43. Berat Bersih (kg)", "44. No", "45. Pos Tarif/HS, uraian"),
    *("46. Perizinan Ekspor", "47. HE barang", "48. Jumlah & jenis satuan", "49. Negara Asal", "50. Daerah Asal"),
    *("51. Jumlah Nilai FOB", "52. Nilai Tukar Mata Uang", "53. Nilai Bea Keluar (Rp)", "54. PPh Pasal 22 Ekspor (Rp)"),
    *("55. Pungutan Sawit (Rp)", "G. Dengan ini saya menyatakan", "Eksportir/PPJK"),
)


def test_values_stand_as_customs_prints_them(maker: PaperMaker, program: Program) -> None:
    text = " ".join(pages_of(drawn(maker, program, sample_named("footwear_rotterdam"))))
    for shown in (
        *("30.360,00", "2169.0000", "1890.0000", "1200.0000 PAIR (NPR)", "9.1200", "10-12-2026", "02-12-2026"),
        *("NETHERLANDS (NL)", "CSQU3054383, 20 FEET, FCL", "190 CT (CARTON)", "KOTA MOJOKERTO", "16.500,0000"),
        *("KPPBC TANJUNG PERAK (070100)", "CONTOH EXPRESS - PANAMA (PA)", "DN 0,00", "- 64039990"),
        # Customs' own words, the plain ones after them.
        *("ADVANCE PAYMENT (PEMBAYARAN DI MUKA)", "USAHA MIKRO, KECIL, MENENGAH"),
    ):
        assert shown in text, shown


@pytest.mark.parametrize(("category", "asked"), [("10", False), ("21", True), ("23", True), ("41", False)])
def test_only_a_firm_with_the_facility_kite_is_asked_for_its_number(
    category: str, asked: bool, program: Program, at: Circumstances
) -> None:
    told = with_value(sample_named("footwear_rotterdam"), "customs.export_category", category)
    assert ("exporter.niper" in {problem.path for problem in check(program.catalog, told, at)}) == asked


@pytest.mark.parametrize("size", ["A4", "F4"])
@pytest.mark.parametrize("count", [1, 20, 200, 2000])
def test_goods_run_on_over_pages_with_number_and_head_repeated(
    count: int, size: PaperSize, maker: PaperMaker, program: Program
) -> None:
    made = drawn(maker, program, repeated(sample_named("footwear_rotterdam"), count), size)
    assert made.troubles == ((),)
    pages = pages_of(made)
    for number in {1, len(pages) // 2 + 1, len(pages)}:
        assert f"Halaman ke-{number} dari {len(pages)}" in pages[number - 1]
        assert "45. Pos Tarif/HS" in pages[number - 1]
        assert "000030CONTOH20261203000041" in pages[number - 1]
    assert "Nilai Tukar" in pages[-1]
    assert len(re.findall(r"- 640[34]", " ".join(pages))) == count


def many_papers(count: int) -> tuple[CustomsPaper, ...]:
    day = datetime.date(2026, 12, 1)
    return tuple(CustomsPaper(id=f"u{n}", code="999", number=f"DOK-{n:03d}", date=day) for n in range(count))


def many_containers(count: int) -> tuple[Container, ...]:
    return tuple(Container(id=f"k{n}", number=f"CSQU{n:07d}", type="22G1", status="FCL") for n in range(count))


def many_kinds(kinds: Sequence[str]) -> tuple[PackageRange, ...]:
    return tuple(
        PackageRange(id=f"r{n}", first=Decimal(n + 1), last=Decimal(n + 1), kind=kind) for n, kind in enumerate(kinds)
    )


def test_many_documents_continue_on_a_sheet(maker: PaperMaker, program: Program) -> None:
    sample = sample_named("footwear_rotterdam")
    told = replace(sample, customs=replace(sample.customs, documents=many_papers(40)))
    made = drawn(maker, program, told)
    first, *rest = pages_of(made)
    assert made.troubles == ((),)
    assert "LIHAT LEMBAR LANJUTAN" in first
    assert "DOK-" not in first
    sheets = " ".join(rest)
    assert "LEMBAR LANJUTAN DOKUMEN" in sheets
    assert len(re.findall(r"DOK-\d{3}", sheets)) == 40
    assert "LAINNYA" in sheets


def test_each_continuation_sheet_has_its_own_title_on_every_page(maker: PaperMaker, program: Program) -> None:
    sample = sample_named("footwear_rotterdam")
    packing = replace(sample.packing, ranges=many_kinds(["CT", "BX", "PX", "BG"]), marks="MARK-\n" * 40)
    customs = replace(sample.customs, documents=many_papers(90))
    told = replace(sample, customs=customs, containers=many_containers(90), packing=packing)
    signs = {"DOK-": "DOKUMEN PELENGKAP PABEAN", "CSQU": "PETI KEMAS", "MARK-": "KEMASAN"}
    for page in pages_of(drawn(maker, program, told))[1:]:
        titles = re.findall(r"LEMBAR LANJUTAN (.+?) \(KOLOM \d\d\)", page)
        assert titles == [title for sign, title in signs.items() if sign in page]


def test_a_final_port_beyond_the_port_of_discharge_stands_in_its_own_box(maker: PaperMaker, program: Program) -> None:
    sample = sample_named("footwear_rotterdam")
    told = replace(sample, transport=replace(sample.transport, final_port_code="NLAMS"))
    text = pages_of(drawn(maker, program, told))[0]
    assert re.search(r"24\. Pelabuhan Bongkar :? ?ROTTERDAM \(NLRTM\)", text)
    assert re.search(r"25\. Pelabuhan Tujuan :? ?AMSTERDAM \(NLAMS\)", text)


def test_page_numbers_of_three_digits_stay_inside_the_frame(maker: PaperMaker, program: Program) -> None:
    made = drawn(maker, program, repeated(sample_named("footwear_rotterdam"), 2000))
    reader = PdfReader(BytesIO(made.pdf))
    assert len(reader.pages) >= 100
    face, ends = Fonts(fallback=False).face("regular"), []

    def visit(text: str, _: list[float], matrix: list[float], __: object, size: float) -> None:
        if "Halaman ke-" in text:
            ends.append(matrix[4] + face.width(text.strip()) * size)

    reader.pages[99].extract_text(visitor_text=visit)
    assert ends
    assert max(ends) < (210 - 15) * 72 / 25.4


@pytest.mark.parametrize("count", [0, 1, 3, 4, 60, 120])
def test_containers_stand_in_their_box_or_continue_on_a_sheet(count: int, maker: PaperMaker, program: Program) -> None:
    made = drawn(maker, program, replace(sample_named("footwear_rotterdam"), containers=many_containers(count)))
    first, *rest = pages_of(made)
    assert made.troubles == ((),)
    assert ("LIHAT LEMBAR LANJUTAN" in first) == (count > 3)
    found = re.findall(r"CSQU\d{7}", " ".join(rest) if count > 3 else first)
    assert len(found) == count
    for page in rest:
        assert ("LEMBAR LANJUTAN PETI KEMAS" in page) == ("CSQU" in page)


def test_many_kinds_of_package_continue_on_a_sheet(maker: PaperMaker, program: Program) -> None:
    sample = sample_named("footwear_rotterdam")
    packing = replace(sample.packing, ranges=many_kinds(["CT", "BX", "PX", "BG", "CR"]))
    made = drawn(maker, program, replace(sample, packing=packing))
    assert made.troubles == ((),)
    assert "LEMBAR LANJUTAN KEMASAN" in pages_of(made)[-1]


def test_long_marks_continue_on_a_sheet(maker: PaperMaker, program: Program) -> None:
    sample = sample_named("footwear_rotterdam")
    told = replace(sample, packing=replace(sample.packing, marks="\n".join(f"TANDA {n}" for n in range(60))))
    made = drawn(maker, program, told)
    assert made.troubles == ((),)
    assert "TANDA 59" in pages_of(made)[-1]
