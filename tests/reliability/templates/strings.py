"""Texts that are markup, code or trouble somewhere, and random ones made of their pieces."""

from __future__ import annotations

import random
from typing import Final

PAYLOADS: Final = (
    "<b>bold</b>", "<img src='/etc/passwd'/>", "<img src='http://127.0.0.1/x'/>", "<a href='javascript:alert(1)'>x</a>",
    "<link href='file:///x'>y</link>", "<onDraw name='x' label='y'/>", "<font color='red'>x</font>", "<para>x</para>",
    "<document><p>x</p></document>", "<pagebreak/>", "</p><p>", "</document>", "<!-- x -->", "<![CDATA[x]]>",
    "<?xml x?>",
    "<!DOCTYPE x>", "&amp;", "&lt;b&gt;", "&#60;b&#62;", "&x;", "{{ 7*7 }}", "{% raw %}", "{# x #}", "{{ d }}",
    "{% include 'x' %}", "${7*7}", "#{7*7}", "%(x)s", "%n%n%s", "\\x3cb\\x3e", "'; DROP TABLE x;--", '" onload="x',
    "' onload='x", "]]>", "(a) Tj (b", ") Tj ET Q", "(x) /URI /S", "/JS (x)", "<</OpenAction 1 0 R>>", "=1+1",
)  # fmt: skip
_PIECES: Final = (
    "<", ">", "&", '"', "'", "{{", "}}", "{%", "%}", "{#", "#}", "/", "\\", "(", ")", "]]>", "<!--", "-->",
    "<p>", "</p>",
    "&amp;", "&#x3c;", "\n", "\r\n", "\t", " ", "\u00a0", "\u200b", "\u202e", "\ufeff", "\ufdd0", "\ufdd2",
    "\x00", "\x1b",
    "\ud800", "\U0001f600", "é", "ß", "商", "ا", "%s", "x", "word", "1.234,56", "=", "@",
)  # fmt: skip


def random_strings(count: int, seed: int) -> list[str]:
    """``count`` strings of up to forty pieces, none of them empty, the same for each ``seed``."""
    source = random.Random(seed)
    return ["".join(source.choices(_PIECES, k=source.randint(1, 40))) + "x" for _ in range(count)]
