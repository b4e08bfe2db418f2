"""``python -m app`` and the command ``siap-ekspor``: a command where one is typed, else the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable


def main() -> int:
    """Run what was typed; where that is no more than a data folder, open the window. The exit code."""
    if sys.argv[1:2] == ["--worker"]:
        # The program starts itself so, for work on what others wrote; nobody types it.
        from app.worker.child import serve

        return serve()
    from app.services.data_folder import names_only_a_folder

    if sys.argv[1:] and not names_only_a_folder(sys.argv[1:]):
        from app.cli.main import main as run_command

        return run_command()
    return open_window()


def open_window(after_first_paint: Callable[[], None] | None = None) -> int:
    """Open the window. The exit code."""
    # Nothing is garbage while modules are read. The window switches the collector on when it is shown.
    gc.disable()
    from app.ui.main import main as run_window

    return run_window(after_first_paint)


if __name__ == "__main__":
    sys.exit(main())
