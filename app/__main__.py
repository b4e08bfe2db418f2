"""``python -m app`` and the command ``siap-ekspor``: a command where one is typed, else the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable


def main() -> int:
    """Run what was typed; without a command open the window. The exit code."""
    if sys.argv[1:2] == ["--worker"]:
        # The program starts itself so, for work on what others wrote; nobody types it.
        from app.worker.child import serve

        return serve()
    if not _only_folder(sys.argv[1:]):
        from app.cli.main import main as run_command

        return run_command()
    return open_window()


def _only_folder(arguments: list[str]) -> bool:
    """Whether nothing was typed but where the data lie, which the window takes too."""
    return (
        not arguments
        or (arguments[0] == "--data" and len(arguments) == 2)
        or (arguments[0].startswith("--data=") and len(arguments) == 1)
    )


def open_window(after_first_paint: Callable[[], None] | None = None) -> int:
    """Open the window. The exit code."""
    # Nothing is garbage while modules are read. The window switches the collector on when it is shown.
    gc.disable()
    from app.ui.main import main as run_window

    return run_window(after_first_paint)


if __name__ == "__main__":
    sys.exit(main())
