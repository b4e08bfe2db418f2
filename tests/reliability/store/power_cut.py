"""What is on a disk when the power goes: everything that was synced, and any part of the rest.

Of what was not synced each write may be there, missing, torn with garbage in a sector, or cut short; a directory's
changes come in their order. A disk that lies drops some of the syncs.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.reliability.store.file_layer import Op

SECTOR = 512


class Cut(NamedTuple):
    """A disk after a cut."""

    files: Mapping[str, bytes]
    at: int
    """How many operations there had been."""


def cut_disk(before: Mapping[str, bytes], log: Sequence[Op], dice: random.Random, lying: float = 0) -> Cut:
    """Cut the power at any moment; ``lying`` is the share of syncs that the disk only says it has done."""
    at = dice.randrange(len(log) + 1)
    disk = _Disk(before, dice)
    for op in log[:at]:
        if op.kind == "sync":
            if dice.random() >= lying:
                disk.sync(op.name)
        elif op.kind == "delete" and op.offset and not lying:
            disk.delete(op.name)
        else:
            disk.waiting.setdefault(op.name, []).append(op)
    disk.lose_the_rest()
    return Cut({name: bytes(data) for name, data in disk.files.items()}, at)


def lay_out(cut: Cut, folder: Path) -> None:
    """Put the files of a cut, and no others, into a folder."""
    for file in folder.iterdir():
        if file.is_file():
            file.unlink()
    for name, data in cut.files.items():
        (folder / name).write_bytes(data)


class _Disk:
    def __init__(self, files: Mapping[str, bytes], dice: random.Random) -> None:
        self.files = {name: bytearray(data) for name, data in files.items()}
        self.waiting: dict[str, list[Op]] = {}
        self._dice = dice

    def sync(self, name: str) -> None:
        for op in self.waiting.pop(name, []):
            if op.kind == "delete":
                self.files.pop(name, None)
            else:
                self._apply(op)

    def delete(self, name: str) -> None:
        self.files.pop(name, None)
        self.waiting.pop(name, None)

    def lose_the_rest(self) -> None:
        for name, ops in self.waiting.items():
            for op in ops:
                if op.kind == "delete":
                    if self._dice.random() < 0.5:
                        # What comes after belongs to a new file of the same name, which is not there yet either.
                        break
                    self.files.pop(name, None)
                elif op.kind == "write":
                    self._apply(op._replace(data=self._survived(op.data)))
                elif op.kind == "create" or self._dice.random() < 0.5:
                    self._apply(op)

    def _survived(self, data: bytes) -> bytes:
        fate = self._dice.random()
        if fate < 0.5:
            return data
        if fate < 0.6:
            torn = bytearray(data)
            at = self._dice.randrange(len(torn)) // SECTOR * SECTOR
            torn[at : at + SECTOR] = self._dice.randbytes(len(torn[at : at + SECTOR]))
            return bytes(torn)
        return data[: len(data) // 2 // SECTOR * SECTOR] if fate < 0.65 else b""

    def _apply(self, op: Op) -> None:
        data = self.files.setdefault(op.name, bytearray())
        if op.kind == "create":
            data.clear()
        elif op.kind == "write" and op.data:
            data.extend(bytes(max(0, op.offset - len(data))))
            data[op.offset : op.offset + len(op.data)] = op.data
        elif op.kind == "truncate":
            data.extend(bytes(max(0, op.offset - len(data))))
            del data[op.offset :]
