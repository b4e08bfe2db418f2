"""HS codes and what is known of them in words, for the screen and for the command line alike."""

from __future__ import annotations

from app.reference.hs_hints import Hint
from app.words import Message, Text, same


def dotted(code: str) -> str:
    """6403.99.90, as the tariff prints it.

    >>> dotted("640399")
    '6403.99'
    """
    return ".".join(part for part in (code[:4], code[4:6], code[6:]) if part)


def hint_sentence(hint: Hint) -> Text:
    """A hint with who decides, how sure it is, on what it stands and when it was looked at."""
    said = {"kind": Message(f"hs.hint_{hint.kind}").text, "text": hint.text, "authority": same(hint.authority)}
    told = {"certainty": Message(f"hs.hint_{hint.certainty}").text, "basis": same(hint.basis), "date": same(hint.date)}
    return Message("hs.hint" if hint.authority else "hs.hint_alone", said | told).text
