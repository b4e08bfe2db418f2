"""What customs' schema demands of its file (BC 3.0 v0.5.28, April 2025), and a validator that looks at every row.

The schema itself describes lists by position and so checks their first rows only; where the real one is at hand, the
variable ``SIAP_EKSPOR_BC30_SCHEMA`` names it and the tests read it as well.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema

VARIABLE = "SIAP_EKSPOR_BC30_SCHEMA"
TEXT: dict[str, Any] = {"type": "string"}
WHOLE: dict[str, Any] = {"type": "integer"}
MONEY: dict[str, Any] = {"type": "number", "multipleOf": Decimal("0.01")}
FINE: dict[str, Any] = {"type": "number", "multipleOf": Decimal("0.0001")}
DAY: dict[str, Any] = {"type": "string", "format": "date"}
COUNTRY: dict[str, Any] = {"type": "string", "pattern": "^[A-Z]{2}$"}


def one_of(*codes: str) -> dict[str, Any]:
    return {"type": "string", "enum": list(codes)}


def fields(required: str, **properties: dict[str, Any]) -> dict[str, Any]:
    """An object; what is required and described nowhere else is a text."""
    texts = dict.fromkeys(required.split(), TEXT)
    return {"type": "object", "properties": texts | properties, "required": required.split()}


def _party(role: str, required: str, **properties: dict[str, Any]) -> dict[str, Any]:
    common = "alamatEntitas kodeEntitas namaEntitas seriEntitas "
    return fields(common + required, kodeEntitas={"const": role}, seriEntitas=WHOLE, **properties)


def _document(code: str | None = None) -> dict[str, Any]:
    kind = {"const": code} if code else TEXT
    names = "kodeDokumen nomorDokumen seriDokumen tanggalDokumen"
    return fields(names, kodeDokumen=kind, seriDokumen=WHOLE, tanggalDokumen=DAY)


IDENTITY = {"kodeJenisIdentitas": one_of("2", "3", "4", "5", "6")}
LISTS: dict[str, list[dict[str, Any]]] = {
    "entitas": [
        _party("2", "kodeJenisIdentitas nomorIdentitas", **IDENTITY),
        _party("7", "kodeJenisIdentitas nomorIdentitas", **IDENTITY),
        _party("8", "kodeNegara", kodeNegara=COUNTRY),
        _party("6", "kodeNegara", kodeNegara=COUNTRY),
        _party("4", "kodeJenisIdentitas nomorIdentitas", **IDENTITY),
    ],
    "dokumen": [_document("380"), _document("217"), _document()],
    "pengangkut": [
        fields("kodeBendera namaPengangkut nomorPengangkut kodeCaraAngkut seriPengangkut", seriPengangkut=WHOLE)
    ],
    "kemasan": [
        fields("jumlahKemasan kodeJenisKemasan merkKemasan seriKemasan", jumlahKemasan=WHOLE, seriKemasan=WHOLE)
    ],
    "kontainer": [
        fields(
            "kodeTipeKontainer kodeUkuranKontainer nomorKontainer",
            kodeUkuranKontainer=one_of("20", "40", "45", "60"),
            seriKontainer=WHOLE,
        )
    ],
    "bankDevisa": [fields("kodeBank", seriBank=WHOLE)],
    "kesiapanBarang": [
        fields(
            "kodeJenisGudang namaPic alamat nomorTelpPic lokasiSiapPeriksa tanggalPkb waktuSiapPeriksa",
            kodeJenisGudang=one_of("1", "2", "3", "4"),
            kodeCaraStuffing=one_of("4", "7", "8"),
            tanggalPkb=DAY,
            waktuSiapPeriksa={"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+]0[789]:00$"},
            jumlahContainer20=WHOLE,
            jumlahContainer40=WHOLE,
        )
    ],
    "barang": [
        fields(
            "fob hargaPatokan hargaSatuan jumlahKemasan kodeJenisKemasan merk posTarif spesifikasiLain tipe uraian "
            "kodeJenisEkspor",
            fob=MONEY,
            hargaPatokan=FINE,
            hargaEkspor=FINE,
            hargaSatuan=MONEY,
            jumlahKemasan=MONEY,
            jumlahSatuan=FINE,
            netto=FINE,
            seriBarang=WHOLE,
            kodeNegaraAsal=COUNTRY,
            kodeDokumen={"const": "30"},
        )
    ],
}
HEADER = fields(
    "asuransi bruto flagBarkir flagMigas fob freight jabatanTtd jumlahKontainer kodeAsuransi kodeCaraBayar "
    "kodeJenisEkspor kodeJenisPengangkutan kodeKantor kodeKantorEkspor kodeKantorMuat kodeKategoriEkspor kodeLokasi "
    "kodePelEkspor kodePelMuat kodePelTujuan kodeValuta kotaTtd namaTtd ndpbm netto nomorAju tanggalPeriksa tanggalTtd "
    "flagCurah barang entitas kemasan dokumen pengangkut bankDevisa kesiapanBarang",
    asalData={"const": "S"},
    kodeDokumen={"const": "30"},
    nomorAju={"type": "string", "pattern": "^[A-Za-z0-9]{26}$"},
    jumlahKontainer=WHOLE,
    kodeLokasi=one_of(*"12345678"),
    kodeAsuransi=one_of("LN", "DN"),
    flagMigas=one_of("1", "2"),
    flagCurah=one_of("1", "2"),
    flagBarkir=one_of("Y", "T"),
    kodeNegaraTujuan=COUNTRY,
    **dict.fromkeys(("asuransi", "fob", "freight", "cif", "nilaiMaklon", "totalDanaSawit"), MONEY),
    **dict.fromkeys(("bruto", "netto", "ndpbm"), FINE),
    **dict.fromkeys(("tanggalPeriksa", "tanggalTtd", "tanggalEkspor"), DAY),
    **{name: {"type": "array", "minItems": 0 if name == "kontainer" else 1} for name in LISTS},
)


def read_exactly(data: bytes) -> Any:
    """JSON with its numbers as they are written: 0.07 is no multiple of 0.01 as a float."""
    return json.loads(data, parse_float=Decimal)


def complaints(made: dict[str, Any]) -> list[str]:
    """What the typed facts find wrong with a file, row by row."""
    return list(_complaints(made, HEADER, LISTS))


def real_schema() -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]] | None:
    """The real schema's root and lists, where the variable names it."""
    path = os.environ.get(VARIABLE)
    if not path:
        return None
    root = read_exactly(Path(path).read_bytes())
    lists = {name: shape["items"] for name, shape in root["properties"].items() if shape.get("type") == "array"}
    return root, lists


def real_complaints(made: dict[str, Any], schema: tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]) -> list[str]:
    """What the real schema finds wrong, applied to every row."""
    return list(_complaints(made, *schema))


def _complaints(made: dict[str, Any], root: dict[str, Any], lists: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    yield from _found(made, root, "header")
    for name, shapes in lists.items():
        for n, row in enumerate(made.get(name, [])):
            yield from _found(row, shapes[min(n, len(shapes) - 1)], f"{name}[{n}]")


def _found(value: Any, schema: dict[str, Any], where: str) -> Iterator[str]:
    checker = jsonschema.Draft7Validator.FORMAT_CHECKER
    for error in jsonschema.Draft7Validator(schema, format_checker=checker).iter_errors(value):
        yield f"{where}.{'.'.join(map(str, error.path))}: {error.message}"
