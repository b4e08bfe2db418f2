"""Pictures as people and attackers attach them: bombs, broken ones, other files under a picture's name."""

from __future__ import annotations

import io
import random
import struct
import zlib
from typing import Final

from PIL import Image

SIDE: Final = 5_000
"""The side of the largest picture that is taken: 25 million pixels."""
_CHANNELS = {0: 1, 2: 3, 3: 1, 6: 4}


def png(width: int, height: int, *, bits: int = 8, colours: int = 2) -> bytes:
    """A PNG of zeros, small as a file whatever its size, written without being held in memory."""
    row = b"\0" + bytes((width * bits * _CHANNELS[colours] + 7) // 8)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, 0)
    palette = _chunk(b"PLTE", bytes(6)) if colours == 3 else b""
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + palette + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def photo(kind: str = "JPEG", *, place: bool = False) -> bytes:
    """A small photo; with ``place`` it says where and with what it was taken."""
    image = Image.frombytes("RGB", (120, 80), random.Random(7).randbytes(120 * 80 * 3))
    about = Image.Exif()
    if place:
        about[0x010F] = "CAMERA-OF-SITI"
        about[0x8825] = {1: "S", 2: (7.0, 15.0, 30.0), 3: "E", 4: (112.0, 45.0, 8.0), 29: "2026:11:24"}
    file = io.BytesIO()
    image.save(file, kind, exif=about, comment=b"COMMENT-OF-SITI" if place else b"")
    return file.getvalue()


def lying(width: int, height: int) -> bytes:
    """A PNG whose head says another size than its data have."""
    small = png(10, 10)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return small[:8] + _chunk(b"IHDR", head) + small[33:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


BOMBS: Final = {
    "400 million pixels in 48 KB": png(20_000, 20_000, bits=1, colours=0),
    "one pixel row of 100 million": png(100_000_000, 1, bits=1, colours=0),
    "just one row too many": png(SIDE, SIDE + 1, bits=1, colours=0),
    "a head that says 60,000 x 60,000": lying(60_000, 60_000),
    "a head that says 4,000 x 4,000 over ten rows": lying(4_000, 4_000),
}
WRONG: Final = {
    "nothing": b"",
    "a PDF": b"%PDF-1.7\n%%EOF",
    "SVG": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n(/etc/passwd) run\n",
    "a program": b"MZ" + bytes(200),
    "a ZIP": b"PK\x03\x04" + bytes(200),
    "TIFF": b"II*\x00" + bytes(200),
    "an icon": b"\x00\x00\x01\x00\x01\x00" + bytes(200),
    "half a PNG": png(50, 50)[:60],
    "half a JPEG": photo()[:300],
    "a PNG without data": png(50, 50)[:33],
    "a PNG with a wrong checksum": png(50, 50)[:29] + b"\0\0\0\0" + png(50, 50)[33:],
    "text": b"not a picture",
}


def fuzzed(count: int, seed: int) -> list[bytes]:
    """Good pictures of five kinds with some bytes exchanged or cut off, the same for each ``seed``."""
    source = random.Random(seed)
    good = [photo(kind) for kind in ("PNG", "JPEG", "GIF", "BMP", "WEBP")]
    return [_spoiled(source, good[n % len(good)]) for n in range(count)]


def _spoiled(source: random.Random, picture: bytes) -> bytes:
    data = bytearray(picture)
    for _ in range(source.randint(1, 20)):
        place = source.randrange(len(data) if source.random() < 0.5 else min(60, len(data)))
        data[place] = source.randrange(256)
    return bytes(data[: source.randrange(len(data))] if source.random() < 0.3 else data)
