"""``siap-ekspor sample``: the samples that come with the program."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from app.cli.arguments import Unusable
from app.cli.session import Session
from app.services.files import write_new
from app.services.samples import sample_bytes, sample_titles
from app.words import say


def sample_command(typed: Namespace, session: Session) -> int:
    """List the samples, or write one as a shipment file."""
    if typed.out and not typed.id:
        raise Unusable(say("cli.sample_needs_id", session.language))
    if typed.list or not typed.id:
        titles = sample_titles()
        width = max(map(len, titles))
        for sample_id, title in titles.items():
            print(f"{sample_id:{width}}  {title.into(session.language)}")
        return 0
    data = sample_bytes(typed.id)
    if not typed.out:
        raise Unusable(say("cli.sample_needs_out", session.language, id=typed.id))
    write_new(Path(typed.out), data)
    print(typed.out)
    return 0
