"""HS codes and what is known of them in words, for the screen and for the command line alike."""

from __future__ import annotations

from collections.abc import Iterator

from app.reference.hs_hints import Hint
from app.reference.hs_search import HsHit
from app.services.hs_lookup import Suggestion
from app.services.list_words import day_named
from app.words import Language, Message, Text, same, say


def dotted(code: str) -> str:
    """6403.99.90, as the tariff prints it.

    >>> dotted("640399")
    '6403.99'
    """
    return ".".join(part for part in (code[:4], code[4:6], code[6:]) if part)


def in_a_row(hit: HsHit, language: Language) -> str:
    """What a code says, where there is room for one line. The eight digits' own text first, because the rows beside it
    may differ in nothing else, and never alone: three thousand of them say only "Lain-lain".
    """
    leaf, six = hit.leaf.into(language), hit.six.into(language)
    if not (leaf and six):
        return six or hit.text.into(language)
    return f"{leaf} - {six}"


def told(suggestion: Suggestion, language: Language) -> Iterator[tuple[str, str]]:
    """All that is said of a code, sentence by sentence, each with its tone: text, quiet or problem."""
    hit = suggestion.hit
    certainty = say(f"hs.{hit.certainty}", language)
    yield f"{certainty}. {hit.why.into(language)}", "text"
    if hit.certainty == "text":
        yield say("hs.ask_broker", language), "text"
    if hit.decides.into(language):
        yield say("hs.decides", language, what=hit.decides.into(language)), "text"
    if hit.alternatives:
        yield say("hs.others", language, codes=", ".join(map(dotted, hit.alternatives))), "text"
    for name, text, digits in (("heading", hit.heading, 4), ("six", hit.six, 6), ("leaf", hit.leaf, 8)):
        if text.into(language):
            yield say(f"hs.{name}", language, code=dotted(hit.code[:digits]), text=text.into(language)), "text"
    yield say("hs.wording", language), "quiet"
    if not suggestion.is_whole:
        yield say("hs.not_whole", language, n=str(len(hit.code))), "quiet"
    elif not hit.leaf.into(language):
        yield say("hs.eight_unseen", language), "quiet"
    for hint in suggestion.hints:
        yield hint_sentence(hint).into(language), "problem" if hint.kind == "ban" else "text"
    if not suggestion.hints:
        yield say("hs.no_hints", language), "quiet"
    yield say("hs.insw", language), "text"
    yield say("hs.ask", language), "text"


def hint_sentence(hint: Hint) -> Text:
    """A hint with who decides, how sure it is, on what it stands and when it was looked at."""
    said = {"kind": Message(f"hs.hint_{hint.kind}").text, "text": hint.text, "authority": same(hint.authority)}
    sure = Message(f"hs.hint_{hint.certainty}").text
    if hint.basis.en:
        sure = Text(f"{sure.id}, {hint.basis.id}", f"{sure.en}, {hint.basis.en}")
    told = {"certainty": sure, "date": Text(day_named(hint.date, "id"), day_named(hint.date, "en"))}
    return Message("hs.hint" if hint.authority else "hs.hint_alone", said | told).text
