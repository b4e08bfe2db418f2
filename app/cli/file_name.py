"""What to say of a name that a person gave to a file: the system goes by its ending when it opens one."""

from __future__ import annotations

import sys
from pathlib import Path

from app.cli.session import Session
from app.words import say


def tell_ending(path: Path, ending: str, session: Session) -> None:
    """Say where a name does not end as its file should."""
    if path.suffix.lower() != ending:
        print(say("cli.other_ending", session.language, path=str(path), ending=ending), file=sys.stderr)
