"""Refuses, inside the worker, what drawing never does: writing files, starting programs, opening connections.

A second wall behind the sandbox of the templates and the limits of the system. It sees what Python does (audit events),
not what machine code does; Python code cannot take it away again.
"""

from __future__ import annotations

import os
import sys
from typing import Any, Final


class Refused(PermissionError):
    """The worker tried what it may not do; the text is the name of the audit event."""


_NEVER: Final = frozenset({
    "os.chflags", "os.chmod", "os.chown", "os.exec", "os.fork", "os.forkpty", "os.kill", "os.killpg", "os.link",
    "os.lockf", "os.mkdir", "os.posix_spawn", "os.putenv", "os.remove", "os.removexattr", "os.rename", "os.rmdir",
    "os.setxattr", "os.spawn", "os.startfile", "os.startfile/2", "os.symlink", "os.system", "os.truncate",
    "os.unsetenv", "os.utime", "pty.spawn", "signal.pthread_kill", "subprocess.Popen", "sqlite3.connect",
    "tempfile.mkdtemp", "tempfile.mkstemp", "webbrowser.open",
})  # fmt: skip
_NEVER_OF: Final = ("socket.", "ctypes.", "ftplib.", "http.", "imaplib.", "nntplib.", "poplib.", "shutil.", "smtplib.",
                    "telnetlib.", "urllib.", "winreg.")  # fmt: skip
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def refuse_the_world() -> None:
    """From now on, for the rest of this process."""
    sys.addaudithook(_audit)


def is_refused(event: str, args: tuple[Any, ...]) -> bool:
    """Whether a worker may not do this."""
    if event == "open":
        _, mode, flags = args
        return bool(flags & _WRITING) if isinstance(flags, int) else any(sign in (mode or "r") for sign in "wax+")
    return event in _NEVER or event.startswith(_NEVER_OF)


def _audit(event: str, args: tuple[Any, ...]) -> None:
    if is_refused(event, args):
        raise Refused(event)
