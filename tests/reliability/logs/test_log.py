"""The log: events as words and numbers, in five files of a megabyte, from any thread, whatever the disk says."""

from __future__ import annotations

import datetime
import json
import sys
import threading
from pathlib import Path
from types import TracebackType

import pytest

from app.services.log import FILES, LARGEST_FILE, Log, event_number, events_path, frames_of

NOW = datetime.datetime(2026, 11, 24, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))


def at_half_past_nine() -> datetime.datetime:
    """The clock of these tests."""
    return NOW


@pytest.fixture
def log(tmp_path: Path) -> Log:
    """An empty log."""
    return Log(tmp_path, at_half_past_nine)


def entries(folder: Path) -> list[dict[str, object]]:
    """What the newest file says."""
    return [json.loads(line) for line in events_path(folder).read_text(encoding="ascii").splitlines()]


def trace_of(text: str) -> TracebackType | None:
    """Where an exception with this text came from."""
    try:
        {"known": 1}[text]
    except KeyError:
        return sys.exc_info()[2]
    return None


def test_an_event_is_one_line_with_time_and_number(log: Log, tmp_path: Path) -> None:
    log.event("worker.slow", detail="MemoryError", ms=4012)
    assert entries(tmp_path) == [{
        "at": "2026-11-24T02:30:00.000+00:00", "event": "worker.slow", "number": event_number("worker.slow"),
        "detail": "MemoryError", "ms": 4012,
    }]  # fmt: skip


@pytest.mark.bar("H4")
@pytest.mark.parametrize(
    "fact",
    ["CV CONTOH JAYA", "3171234567890001", "/home/siti/a.pdf", "C:\\Users\\Siti", "a\nb", "x" * 41, "", "siti@x.id"],
)
def test_a_fact_that_is_no_word_of_the_program_is_not_kept(log: Log, tmp_path: Path, fact: str) -> None:
    log.event("opened", document=fact)
    log.event(fact)
    assert [entry.get("document", entry["event"]) for entry in entries(tmp_path)] == ["?", "?"]


@pytest.mark.bar("H4")
def test_a_mistake_is_its_class_and_places_and_never_its_text(log: Log, tmp_path: Path) -> None:
    trace = trace_of("3171234567890001")
    number = log.mistake("bug", KeyError, trace)
    [entry] = entries(tmp_path)
    assert (entry["error"], entry["number"], entry["frames"]) == ("KeyError", number, frames_of(trace))
    assert "3171234567890001" not in json.dumps(entry)
    assert str(Path(__file__).parent) not in json.dumps(entry)
    assert number == log.mistake("bug", KeyError, trace_of("another"))


def test_the_log_keeps_five_files_of_a_megabyte(log: Log, tmp_path: Path) -> None:
    events_path(tmp_path).parent.mkdir()
    for n in range(FILES + 2):
        events_path(tmp_path).write_bytes(f"{n}\n".encode() + b" " * (LARGEST_FILE - 10))
        log.event("begun")
    files = sorted(events_path(tmp_path).parent.iterdir())
    assert len(files) == FILES
    assert all(file.stat().st_size <= LARGEST_FILE for file in files)
    assert [file.read_bytes()[:1] for file in files[:-1]] == [b"6", b"5", b"4", b"3"]
    assert [entry["event"] for entry in entries(tmp_path)] == ["begun"]


def test_threads_write_whole_lines(log: Log, tmp_path: Path) -> None:
    def many() -> None:
        for _ in range(200):
            log.event("saved")

    threads = [threading.Thread(target=many) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(entries(tmp_path)) == 800
    assert log.lost == 0


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_bytes(b"in the way")
    log = Log(tmp_path, at_half_past_nine)
    log.event("saved")
    assert log.lost == 1
