"""What goes through the pipes between the program and its worker: a kind, a length, so many bytes."""

from __future__ import annotations

import struct
from typing import IO, Final, NamedTuple

LARGEST: Final = 128 * 1024 * 1024
"""Bytes of one frame; attachments of 32 MB as base64 in a paper of five thousand lines stay far under it."""

NAME, REQUEST = b"n", b"q"
"""To the worker: which function, and what it is given."""
READY, ANSWER, FAILED, LAST = b"r", b"a", b"e", b"x"
"""From the worker: the function is there; its answer; the class of an exception it survived, and of one it does not."""

_HEAD = struct.Struct(">cI")


class Frame(NamedTuple):
    """One message."""

    kind: bytes
    body: bytes


class TooLarge(Exception):
    """A frame says that it is larger than ``LARGEST``."""


def write_frame(pipe: IO[bytes], kind: bytes, body: bytes) -> None:
    """Send one frame. Raises TooLarge, and OSError where nobody reads any more."""
    if len(body) > LARGEST:
        raise TooLarge
    pipe.write(_HEAD.pack(kind, len(body)))
    pipe.write(body)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> Frame | None:
    """The next frame; None where the other end has closed, also in the middle of one. Raises TooLarge."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    if length > LARGEST:
        raise TooLarge
    body = pipe.read(length)
    return Frame(kind, body) if len(body) == length else None
