"""What each code list is called, by its id; the id is also the name of its file and of its property in ``Lists``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.words import Text

TITLES: Final[Mapping[str, Text]] = {
    "countries": Text("negara", "countries"),
    "currencies": Text("valuta", "currencies"),
    "units": Text("satuan barang", "units of quantity"),
    "packages": Text("jenis kemasan", "kinds of package"),
    "incoterms": Text("syarat penyerahan Incoterms 2020", "Incoterms 2020"),
    "container_types": Text("jenis peti kemas", "container types"),
    "ports": Text("pelabuhan dan bandara", "ports and airports"),
    "customs_ports": Text("pelabuhan bea cukai", "customs ports"),
    "port_pairs": Text("pasangan kode pelabuhan", "pairs of port codes"),
    "customs_offices": Text("kantor pabean", "customs offices"),
    "provinces": Text("provinsi", "provinces"),
    "areas": Text("daerah asal barang", "areas of origin"),
    "export_types": Text("jenis ekspor", "kinds of export"),
    "export_categories": Text("kategori ekspor", "export categories"),
    "trade_methods": Text("cara perdagangan", "manners of trade"),
    "payment_methods": Text("cara pembayaran", "payment methods"),
    "transport_modes": Text("cara pengangkutan bea cukai", "customs' modes of transport"),
    "carriage_types": Text("jenis pengangkutan", "kinds of carriage"),
    "customs_documents": Text("jenis dokumen bea cukai", "customs' document types"),
    "inspection_places": Text("lokasi pemeriksaan", "places of inspection"),
    "container_sizes": Text("ukuran peti kemas bea cukai", "customs' container sizes"),
    "container_kinds": Text("tipe peti kemas bea cukai", "customs' container kinds"),
    "container_statuses": Text("isi peti kemas bea cukai", "customs' container loads"),
    "identity_types": Text("jenis identitas", "kinds of identity"),
    "party_roles": Text("peran pihak", "roles of parties"),
    "consolidator_categories": Text("kategori konsolidator", "kinds of consolidator"),
    "exporter_statuses": Text("status eksportir", "exporter's statuses"),
    "export_banks": Text("bank devisa hasil ekspor", "banks for export proceeds"),
    "hs_hints": Text("petunjuk larangan dan bea keluar", "hints on export bans and duties"),
    "tariff": Text("kode HS Indonesia", "Indonesian HS codes"),
    "hs6": Text("kode HS 6 angka", "6-digit HS codes"),
}
