"""A Windows Job Object around the worker: memory, no second process, and an end when the program ends.

https://learn.microsoft.com/en-us/windows/win32/api/winnt/ns-winnt-jobobject_basic_limit_information (2026-11-24)
"""

from __future__ import annotations

import ctypes
from typing import Any, Final

ACTIVE_PROCESS: Final = 0x00000008
PROCESS_MEMORY: Final = 0x00000100
DIE_ON_UNHANDLED_EXCEPTION: Final = 0x00000400
KILL_ON_JOB_CLOSE: Final = 0x00002000
_EXTENDED_LIMITS: Final = 9


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; the six numbers in it are IO_COUNTERS."""

    _fields_ = (
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


class Job:
    """Keeps a process within its limits for as long as the job is open."""

    def __init__(self, kernel32: Any, memory: int) -> None:
        """``kernel32`` is the system's library. Raises OSError where the system refuses."""
        self._kernel32 = kernel32
        kernel32.CreateJobObjectW.restype = ctypes.c_void_p
        self._handle = ctypes.c_void_p(_done(kernel32.CreateJobObjectW(None, None)))
        limits = job_limits(memory)
        size = ctypes.sizeof(limits)
        _done(kernel32.SetInformationJobObject(self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), size))

    def take(self, process: int) -> None:
        """Put the process with this handle into the job. Raises OSError."""
        _done(self._kernel32.AssignProcessToJobObject(self._handle, ctypes.c_void_p(process)))

    def close(self) -> None:
        """Let go of the job; what is still in it is ended."""
        self._kernel32.CloseHandle(self._handle)


def job_limits(memory: int) -> ExtendedLimits:
    """At most ``memory`` bytes for the process, no second process, no window with a question after a crash."""
    limits = ExtendedLimits()
    limits.BasicLimitInformation.LimitFlags = (
        ACTIVE_PROCESS | PROCESS_MEMORY | DIE_ON_UNHANDLED_EXCEPTION | KILL_ON_JOB_CLOSE
    )
    limits.BasicLimitInformation.ActiveProcessLimit = 1
    limits.ProcessMemoryLimit = memory
    return limits


def _done(result: int | None) -> int:
    if not result:
        raise OSError("the system refuses limits for a process")
    return result
