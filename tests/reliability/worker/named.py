"""Functions that tests have the worker run: obedient ones, and ones that no program would write."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from app.worker.guard import is_refused

HERE = __name__


def echo(request: bytes) -> bytes:
    """Gives back what it is given."""
    return request


def number(request: bytes) -> bytes:
    """The number of the process."""
    return str(os.getpid()).encode()


def talk(request: bytes) -> bytes:
    """Prints on every stream, as a careless library may."""
    print("not a frame")
    print("nor this", file=sys.stderr)
    os.write(1, b"nor this")
    return request


def sleep(request: bytes) -> bytes:
    """Takes longer than anybody waits."""
    time.sleep(60)
    return b""


def spin(request: bytes) -> bytes:
    """Works without end."""
    while True:
        pass


def eat(request: bytes) -> bytes:
    """Takes as many bytes as it is told."""
    return str(len(bytearray(int(request)))).encode()


def flood(request: bytes) -> bytes:
    """Answers with more than a frame holds."""
    return bytes(129 * 1024 * 1024)


def kill(request: bytes) -> bytes:
    """Dies by the signal it is told."""
    os.abort() if request == b"ABRT" else signal.raise_signal(getattr(signal, f"SIG{request.decode()}"))
    return b""


def leave(request: bytes) -> bytes:
    """Ends the process as if nothing were."""
    sys.exit(0)


def refuse(request: bytes) -> bytes:
    """Raises with a text that quotes what it was given."""
    raise LookupError(request.decode())


def forbidden(request: bytes) -> bytes:
    """Tries everything a worker may not do in the folder it is told; what could be done, by name."""
    folder = Path(request.decode())
    tried: dict[str, Callable[[], object]] = {
        "write": lambda: (folder / "new").write_bytes(b"x"),
        "append": lambda: (folder / "old").open("a"),
        "low open": lambda: os.open(folder / "new", os.O_CREAT | os.O_WRONLY),
        "remove": (folder / "old").unlink,
        "rename": lambda: (folder / "old").rename(folder / "new"),
        "mkdir": (folder / "sub").mkdir,
        "link": lambda: (folder / "new").symlink_to(folder / "old"),
        "chmod": lambda: (folder / "old").chmod(0o777),
        "program": lambda: subprocess.run([sys.executable, "-c", ""], check=False),
        "shell": lambda: os.system("true"),  # noqa: S605 - that is the question
        "fork": os.fork,
        "socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
        "name": lambda: socket.getaddrinfo("localhost", 80),
        "library": _load_a_library,
    }
    done = []
    for name, attempt in tried.items():
        with contextlib.suppress(OSError):
            attempt()
            done.append(name)
    return " ".join(done).encode()


def reads(request: bytes) -> bytes:
    """Draws like the program's own function; answers with every audit event that touches the world, one on a line."""
    from app.render.apart import answer  # heavy, and no other function here needs it

    seen: list[str] = []
    watching = True

    def watch(event: str, args: tuple[object, ...]) -> None:
        if watching and (event == "open" or is_refused(event, args)):
            seen.append(f"{event} {args[0]}")

    sys.addaudithook(watch)
    answer(request)
    watching = False
    return "\n".join(seen).encode()


def _load_a_library() -> None:
    import ctypes

    ctypes.CDLL(None)
