"""H9: the watch over the suite hears what it must, and the program, used from end to end, gives it nothing to hear.

The suite in a network namespace without any network (Linux): ``unshare --user --map-root-user --net pytest``.
"""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.no_network import WATCH, NetworkTouched
from tests.unit.cli.conftest import Command, FileMaker, command, sample_file

pytestmark = pytest.mark.bar("H9")
__all__ = ["command", "sample_file"]


def _connect() -> None:
    with contextlib.closing(socket.socketpair()[0]) as one:
        one.connect(b"\0nowhere")


def _bind(folder: Path = Path("/nowhere")) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(folder / "x"))


REACHES: dict[str, Callable[[], object]] = {
    "socket.__new__": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
    "socket.getaddrinfo": lambda: socket.getaddrinfo("localhost", 80),
    "socket.bind": _bind,
}


@pytest.mark.parametrize("event", REACHES)
def test_whatever_reaches_for_the_network_is_refused_and_noted(event: str) -> None:
    with WATCH.expected() as refused, pytest.raises(NetworkTouched, match=event):
        REACHES[event]()
    assert refused == [event]


def test_a_second_version_of_the_protocol_is_refused_too() -> None:
    with WATCH.expected(), pytest.raises(NetworkTouched):
        socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)


def test_a_refusal_that_the_program_swallows_fails_the_test_all_the_same(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import socket
        def test_quiet():
            try:
                socket.getaddrinfo("localhost", 80)
            except Exception:
                print("swallowed")
        def test_good():
            assert True
        """
    )
    with WATCH.expected():
        result = pytester.runpytest_inprocess("-p", "tests.no_network", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*H9: test_quiet touched the network: socket.getaddrinfo*"])


def test_the_command_line_from_end_to_end_touches_no_network(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    file, before = sample_file("furniture_hamburg_lc"), WATCH.count
    for asked in (["check", file], ["documents", file], ["schema"], ["sample"], ["pdf", file, "--out", tmp_path / "o"]):
        assert command(*asked).code in (0, 1)
    assert WATCH.count == before


def test_a_process_of_the_program_makes_no_socket(tmp_path: Path, sample_file: FileMaker) -> None:
    code = (
        "import sys\n"
        "heard = []\n"
        "sys.addaudithook(lambda event, args: heard.append(event) if event.startswith('socket.') else None)\n"
        "from app.__main__ import main\n"
        "code = main()\n"
        "print('SOCKETS', [event for event in heard if event != 'socket.gethostname'])\n"
    )
    asked = ["pdf", str(sample_file("batik_tokyo")), "--out", str(tmp_path / "o"), "--data", str(tmp_path / "d")]
    root = Path(__file__).parents[3]
    run = subprocess.run([sys.executable, "-c", code, *asked], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "SOCKETS []"
    print(f"H9: no socket in {len(asked)} arguments' work; {WATCH.count} refused so far, all by tests of the watch")
