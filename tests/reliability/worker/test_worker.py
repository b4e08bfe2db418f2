"""The kept process: answers, is ended when it must be, starts again, and can do nothing to the world."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.worker import command
from app.worker.child import serve
from app.worker.command import SWITCH, worker_command, worker_environment
from app.worker.frames import LARGEST
from app.worker.kept_process import KeptProcess, Stopped
from app.worker.limits import MEMORY
from tests.reliability.worker import named

HERE = named.HERE


@pytest.fixture(scope="module")
def kept() -> KeptProcess:
    """One worker for the tests that do not harm it."""
    return KeptProcess()


@pytest.fixture
def short() -> KeptProcess:
    """One that is given half a second."""
    return KeptProcess(seconds=0.5)


def stopped(worker: KeptProcess, function: str, request: bytes = b"") -> Stopped:
    """Why there was no answer."""
    with pytest.raises(Stopped) as caught:
        worker.call(f"{HERE}:{function}", request)
    return caught.value


@pytest.mark.parametrize("size", [0, 1, 65_536, 5_000_000])
def test_bytes_come_back_as_they_went(kept: KeptProcess, size: int) -> None:
    sent = os.urandom(size)
    assert kept.call(f"{HERE}:echo", sent) == sent


def test_the_same_process_answers_again(kept: KeptProcess) -> None:
    assert kept.call(f"{HERE}:number", b"") == kept.call(f"{HERE}:number", b"") == str(kept.process_id).encode()
    assert kept.process_id != os.getpid()


def test_what_is_printed_does_not_come_between(kept: KeptProcess) -> None:
    assert kept.call(f"{HERE}:talk", b"x") == b"x"
    assert kept.call(f"{HERE}:talk", b"y") == b"y"


def test_threads_take_turns(kept: KeptProcess) -> None:
    answers: dict[int, bytes] = {}

    def ask(n: int) -> None:
        answers[n] = kept.call(f"{HERE}:echo", str(n).encode() * 10_000)

    threads = [threading.Thread(target=ask, args=[n]) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {n: str(n).encode() * 10_000 for n in range(8)}


def test_nothing_is_started_before_it_is_needed() -> None:
    assert KeptProcess().process_id is None


@pytest.mark.bar("P12")
@pytest.mark.parametrize("function", ["sleep", "spin"])
def test_what_takes_too_long_is_ended_and_the_next_request_answered(short: KeptProcess, function: str) -> None:
    short.call(f"{HERE}:echo", b"")
    before, began = short.process_id, time.monotonic()
    assert stopped(short, function).reason == "slow"
    assert time.monotonic() - began < 2
    assert short.call(f"{HERE}:echo", b"again") == b"again"
    assert short.process_id != before


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """Python's own answer to Ctrl+C, also where whoever started the tests ignores it; a new process inherits that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.bar("P12")
@pytest.mark.usefixtures("ctrl_c")
@pytest.mark.parametrize("signal_name", ["KILL", "SEGV", "ABRT", "TERM", "INT"])
def test_a_worker_that_dies_is_replaced(short: KeptProcess, signal_name: str) -> None:
    assert stopped(short, "kill", signal_name.encode()).reason in ("died", "failed")
    assert short.call(f"{HERE}:echo", b"again") == b"again"


@pytest.mark.bar("P12")
@pytest.mark.parametrize("kills", [10, pytest.param(50, marks=pytest.mark.soak)])
def test_however_often_a_worker_dies_the_next_request_is_answered(kept: KeptProcess, kills: int) -> None:
    deaths = [("kill", b"KILL"), ("kill", b"SEGV"), ("kill", b"ABRT"), ("eat", str(MEMORY).encode())]
    numbers = set()
    for n in range(kills):
        assert stopped(kept, *deaths[n % len(deaths)]).reason == ("memory" if n % len(deaths) == 3 else "died")
        numbers.add(kept.call(f"{HERE}:number", b""))
    print(f"P12: {kills} deaths, {len(numbers)} processes that answered after them")
    assert len(numbers) == kills


@pytest.mark.bar("P12")
@pytest.mark.parametrize("between", ["killed from outside", "left by itself", "closed"])
def test_a_worker_that_is_gone_is_replaced(short: KeptProcess, between: str) -> None:
    short.call(f"{HERE}:echo", b"")
    before = short.process_id
    assert before is not None
    if between == "killed from outside":
        os.kill(before, 9)
    elif between == "left by itself":
        assert stopped(short, "leave").detail == "SystemExit"
    else:
        short.close()
    assert short.call(f"{HERE}:echo", b"again") == b"again"
    assert short.process_id != before


@pytest.mark.bar("T2")
def test_more_memory_than_allowed_is_not_given(short: KeptProcess) -> None:
    assert short.call(f"{HERE}:eat", b"50000000") == b"50000000"
    assert stopped(short, "eat", str(MEMORY).encode()).reason == "memory"
    assert short.call(f"{HERE}:echo", b"again") == b"again"


def test_an_answer_or_a_request_larger_than_a_frame_is_refused(short: KeptProcess) -> None:
    assert stopped(short, "flood").reason in ("large", "memory")
    assert stopped(short, "echo", bytes(LARGEST + 1)).reason == "large"
    assert short.call(f"{HERE}:echo", b"again") == b"again"


def test_an_exception_comes_back_as_its_class_and_never_its_text(kept: KeptProcess) -> None:
    before = kept.process_id
    error = stopped(kept, "refuse", b"3171234567890001")
    assert (error.reason, error.detail) == ("failed", "LookupError")
    assert "3171" not in repr(error)
    assert stopped(kept, "no_such_function").detail == "AttributeError"
    assert kept.call(f"{HERE}:echo", b"again") == b"again"
    assert kept.process_id == before


@pytest.mark.bar("T6")
def test_the_worker_writes_nothing_starts_nothing_and_connects_to_nothing(kept: KeptProcess, tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    assert kept.call(f"{HERE}:forbidden", str(tmp_path).encode()) == b""
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert (tmp_path / "old").read_bytes() == b"old"


def test_the_worker_ends_with_its_owner() -> None:
    worker = KeptProcess()
    worker.call(f"{HERE}:echo", b"")
    number = worker.process_id
    assert number is not None
    del worker
    assert not _is_there(number)


@pytest.mark.skipif(sys.platform == "win32", reason="there the job object ends it")
def test_the_worker_ends_when_the_program_is_killed(tmp_path: Path) -> None:
    code = (
        "import os, sys; from app.worker.kept_process import KeptProcess; kept = KeptProcess();"
        f"kept.call('{HERE}:echo', b''); print(kept.process_id, flush=True); os.kill(os.getpid(), 9)"
    )
    root = Path(__file__).parents[3]
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == -9
    deadline = time.monotonic() + 5
    while _is_there(int(run.stdout)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _is_there(int(run.stdout))


def test_a_person_in_a_folder_with_modules_of_the_same_names_gets_the_programs_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json.py", "app.py", "jinja2.py", "sitecustomize.py"):
        (tmp_path / name).write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert KeptProcess().call(f"{HERE}:echo", b"x") == b"x"


def test_a_frozen_program_starts_itself_with_the_switch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == [sys.executable, SWITCH]


def test_python_m_app_with_the_switch_is_a_worker() -> None:
    root = Path(__file__).parents[3]
    run = subprocess.run([sys.executable, "-m", "app", SWITCH], cwd=root, input=b"", capture_output=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert serve.__module__ == "app.worker.child"


def test_the_worker_sees_little_of_the_environment() -> None:
    given = {
        "PATH": "/bin",
        "HOME": "/h",
        "PYTHONPATH": "/evil",
        "LD_PRELOAD": "x.so",
        "https_proxy": "p",
        "TOKEN": "t",
    }
    assert worker_environment(given) == {"PATH": "/bin", "HOME": "/h"}
    assert "PYTHONPATH" not in command.worker_environment()


def _is_there(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{number}/stat")
    # A process that ended and was not asked for yet is called Z.
    return not (status.exists() and status.read_text(encoding="ascii").rpartition(")")[2].split()[0] == "Z")
