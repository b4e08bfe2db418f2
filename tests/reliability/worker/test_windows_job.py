"""The Windows Job Object: what can be said of it on any system. The calls themselves are made on Windows only."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest

from app.worker.limits import MEMORY
from app.worker.windows_job import (
    ACTIVE_PROCESS,
    DIE_ON_UNHANDLED_EXCEPTION,
    KILL_ON_JOB_CLOSE,
    PROCESS_MEMORY,
    BasicLimits,
    ExtendedLimits,
    Job,
    job_limits,
)


class Kernel32:
    """Notes the calls, and says yes, or no to one of them. The real one is only there on Windows."""

    def __init__(self, refuses: str = "") -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self._refuses = refuses

    def __getattr__(self, name: str) -> Any:
        def call(*arguments: Any) -> int:
            self.calls.append((name, arguments))
            return 0 if name == self._refuses else 77

        setattr(self, name, call)
        return call


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the sizes of a 64-bit system")
def test_the_structures_have_the_sizes_of_the_documentation() -> None:
    assert (ctypes.sizeof(BasicLimits), ctypes.sizeof(ExtendedLimits)) == (64, 144)
    assert (BasicLimits.LimitFlags.offset, BasicLimits.ActiveProcessLimit.offset) == (16, 40)
    assert ExtendedLimits.ProcessMemoryLimit.offset == 112


def test_memory_and_a_second_process_are_limited_and_the_end_of_the_program_ends_it() -> None:
    limits = job_limits(MEMORY)
    basic = limits.BasicLimitInformation
    assert basic.LimitFlags == ACTIVE_PROCESS | PROCESS_MEMORY | KILL_ON_JOB_CLOSE | DIE_ON_UNHANDLED_EXCEPTION
    assert (basic.ActiveProcessLimit, limits.ProcessMemoryLimit) == (1, MEMORY)


def test_the_job_is_made_limited_given_the_process_and_closed_in_this_order() -> None:
    kernel32 = Kernel32()
    job = Job(kernel32, MEMORY)
    job.take(5)
    job.close()
    assert [name for name, _ in kernel32.calls] == [
        "CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject", "CloseHandle",
    ]  # fmt: skip
    _, (handle, kind, _, size) = kernel32.calls[1]
    assert (handle.value, kind, size) == (77, 9, ctypes.sizeof(ExtendedLimits))
    assert kernel32.calls[2][1][1].value == 5


@pytest.mark.parametrize("call", ["CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject"])
def test_a_system_that_refuses_is_not_passed_over(call: str) -> None:
    with pytest.raises(OSError, match="refuses"):
        Job(Kernel32(refuses=call), MEMORY).take(5)
