"""A note, beside the store, that a backup was begun and did not come to its end: the next start says so.

An empty file, made before the backup is: on a full disk no word could be written any more, and a cut asks nobody.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

_NAME = "backup-missing"


class MissingBackup:
    """The note of one store."""

    def __init__(self, store: Path) -> None:
        self._path = store.with_name(_NAME)

    def is_noted(self) -> bool:
        """Whether the last backup that was begun is missing."""
        return self._path.exists()

    def note(self) -> None:
        """A backup is begun."""
        # Where not even this can be kept, the log still has why.
        with contextlib.suppress(OSError):
            self._path.touch(mode=0o600)

    def strike_out(self) -> None:
        """It was made."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
