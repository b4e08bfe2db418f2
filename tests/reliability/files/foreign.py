"""Files that people and attackers attach to a shipment: programs, documents with macros, hostile PDFs."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from typing import Final


def _zip(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


PROGRAMS: Final = {
    "setup.exe": b"MZ\x90\x00" + bytes(60) + b"PE\x00\x00",
    "izin.pdf.exe": b"MZ\x90\x00" + bytes(60),
    "izin\u202efdp.exe": b"MZ" + bytes(60),
    "a.dll": b"MZ" + bytes(120),
    "a.so": b"\x7fELF" + bytes(60),
    "a.app": b"\xcf\xfa\xed\xfe" + bytes(60),
    "a.bat": b"@echo off\r\ndel /s /q C:\\*\r\n",
    "a.cmd": b"start calc\r\n",
    "a.ps1": b"Remove-Item -Recurse C:\\\n",
    "a.vbs": b'CreateObject("WScript.Shell").Run "calc"\r\n',
    "a.js": b"new ActiveXObject('WScript.Shell')\n",
    "a.hta": b"<script>new ActiveXObject('x')</script>",
    "a.lnk": b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(60),
    "a.url": b"[InternetShortcut]\r\nURL=file:///C:/x\r\n",
    "a.desktop": b"[Desktop Entry]\nExec=sh -c x\n",
    "a.sh": b"#!/bin/sh\nrm -rf ~\n",
    "a.py": b"import os; os.system('x')\n",
    "a.jar": _zip(META__INF__MANIFEST=b"Main-Class: x"),
    "a.xlsm": _zip(xl__vbaProject=b"\xd0\xcf\x11\xe0"),
    "a.docm": _zip(word__vbaProject=b"\xd0\xcf\x11\xe0"),
    "a.iso": bytes(32769) + b"CD001",
    "a.html": b"<script>fetch('http://x/')</script>",
    "a.svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
    "../../a.txt": b"x",
}


def _pdf(catalog: bytes, trailer: bytes = b"") -> bytes:
    """A page with nothing on it, and something more in its catalogue and its trailer."""
    objects = (
        b"<</Type /Catalog /Pages 2 0 R %b>>" % catalog,
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>",
    )
    body = b"%PDF-1.7\n" + b"".join(b"%d 0 obj %b endobj\n" % (n, text) for n, text in enumerate(objects, start=1))
    return body + b"trailer <</Size 4 /Root 1 0 R %b>>\nstartxref\n0\n%%%%EOF\n" % trailer


_SCRIPT = b"/OpenAction <</S /JavaScript /JS (app.alert(1))>> /AA <</WC <</S /Launch /F (calc.exe)>>>>"
_LOCK = b"/Encrypt <</Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (%b) /U (%b)>>" % (b"o" * 32, b"u" * 32)


def _bomb(layers: int) -> bytes:
    data = bytes(2_000_000)
    for _ in range(layers):
        data = zlib.compress(data, 9)
    filters = b"/FlateDecode " * layers
    head = b"1 0 obj <</Length %d /Filter [%b]>> stream\n" % (len(data), filters)
    return b"%PDF-1.7\n" + head + data + b"\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"


def _loop() -> bytes:
    kids = b"1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj 2 0 obj <</Type /Pages /Kids [2 0 R] /Count 9>> endobj"
    return b"%PDF-1.7\n" + kids + b"\ntrailer <</Root 1 0 R /Prev 0>>\nstartxref\n0\n%%EOF\n"


def hostile_pdfs(count: int, seed: int) -> dict[str, bytes]:
    """Bombs, encrypted ones, ones with scripts, loops, and ``count`` broken ones, the same for each ``seed``."""
    source = random.Random(seed)
    good = _pdf(_SCRIPT)
    broken = {}
    for n in range(count):
        data = bytearray(good)
        for _ in range(source.randint(1, 30)):
            data[source.randrange(len(data))] = source.randrange(256)
        broken[f"broken {n}.pdf"] = bytes(data[: source.randrange(1, len(data))] if n % 3 == 0 else data)
    return {
        "script.pdf": good,
        "encrypted.pdf": _pdf(_SCRIPT, _LOCK),
        "bomb.pdf": _bomb(1),
        "nested bomb.pdf": _bomb(8),
        "loop.pdf": _loop(),
        **broken,
    }
