"""Where a store may not lie: on a stick, on a network drive, in a folder that a service keeps in step with others.

The first lose what they said was written, the second cannot lock, the third replace half of the files.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import Literal, NamedTuple

from app.store.trouble import FileTrouble, InSyncedFolder, OnNetwork, OnStick

Drive = Literal["internal", "removable", "network"]
DriveOf = Callable[[Path], Drive]


class Mount(NamedTuple):
    """A place of the tree of folders where another file system begins."""

    place: str
    kind: str


def trouble_with(path: PurePath, drive: Drive) -> type[FileTrouble] | None:
    """Why a store may not be changed at ``path``, on a drive of this kind; None where it may."""
    if drive == "network" or str(path).startswith(("\\\\", "//")):
        return OnNetwork
    if drive == "removable":
        return OnStick
    names = [part.lower() for part in path.parts]
    return InSyncedFolder if any(name.startswith(_SYNCED) for name in names) else None


def drive_of(path: Path) -> Drive:
    """What the system says about the drive of a path, or of the nearest folder there is."""
    if sys.platform == "win32":
        return _drive_of_windows(path)
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        # Neither Windows nor Linux: nothing is known, and nobody is kept out.
        return "internal"
    fields = [line.split(" ") for line in lines]
    return drive_among([Mount(_unescaped(f[1]), f[2]) for f in fields if len(f) > 2], os.path.realpath(path))


def drive_among(mounts: Sequence[Mount], path: str) -> Drive:
    """The kind of drive under an absolute path, by the file system's."""
    above = [mount for mount in mounts if f"{path}/".startswith(f"{mount.place.rstrip('/')}/")]
    kind = max(above, key=lambda mount: len(mount.place), default=Mount("/", "")).kind
    if kind.startswith(_NETWORK):
        return "network"
    return "removable" if kind in _STICKS else "internal"


def _unescaped(place: str) -> str:
    """As the kernel writes them: spaces and backslashes as octal numbers."""
    return place.encode("latin-1", "replace").decode("unicode_escape") if "\\" in place else place


if sys.platform == "win32":

    def _drive_of_windows(path: Path) -> Drive:
        import ctypes

        # https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew, looked at 2026-11-24:
        # 2 removable, 4 remote, 5 CD-ROM.
        kind = ctypes.windll.kernel32.GetDriveTypeW(path.absolute().anchor)
        return "network" if kind == 4 else "removable" if kind in (2, 5) else "internal"


_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud", "nextcloud", "box sync")
_NETWORK = ("nfs", "cifs", "smb", "afs", "ncpfs", "fuse.sshfs", "fuse.davfs", "davfs", "fuse.rclone")
_STICKS = frozenset({"vfat", "exfat", "msdos", "fuseblk.exfat", "iso9660", "udf"})
