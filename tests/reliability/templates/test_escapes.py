"""T1: no template leaves the sandbox, in this process or in the worker; and the corpus does harm an old Jinja."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.render.template import SUFFIX, TemplateError, Templates
from app.services.obstacle import Obstacle
from app.services.program import Program
from app.worker.kept_process import KeptProcess
from tests.reliability.templates.escapes import CVES, ESCAPES, SESAME, Escape, has_escaped
from tests.reliability.templates.own import Own, document

pytestmark = pytest.mark.bar("T1")
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module", autouse=True)
def secret() -> Iterator[None]:
    """What an escape would find."""
    os.environ["SIAP_TEST_SESAME"] = SESAME
    yield
    del os.environ["SIAP_TEST_SESAME"]


@pytest.fixture(scope="module")
def own(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Own:
    """A person's own template, drawn in a worker."""
    return Own(program, tmp_path_factory.mktemp("own"), KeptProcess())


def rendered(folder: Path, escape: Escape, data: dict[str, object]) -> str:
    """The block XML, or what was said instead."""
    for name, body in {escape.name: document(escape.body), **escape.others}.items():
        (folder / (name if name in escape.others else name + SUFFIX)).write_text(body, encoding="utf-8")
    try:
        return Templates([folder]).xml(escape.name, {"d": data, "code": data, "has": {}, "t": {}, "w": {}})
    except TemplateError as error:
        return f"refused: {error.where}"


def test_the_corpus_has_its_size_and_the_five_known_holes() -> None:
    print(f"T1: {len(ESCAPES)} escapes, {len(CVES)} CVEs")
    assert len(ESCAPES) >= 60
    assert len(CVES) == 5


@pytest.mark.parametrize("name", ESCAPES)
def test_an_escape_fails_in_this_process(tmp_path: Path, name: str) -> None:
    data: dict[str, object] = {"a": "x", "rows": [{"b": "y"}]}
    said = rendered(tmp_path, ESCAPES[name], data)
    assert not has_escaped(said), said
    assert data == {"a": "x", "rows": [{"b": "y"}]}


def test_escapes_fail_in_the_worker_and_the_paper_after_them_is_drawn(own: Own) -> None:
    for name, escape in ESCAPES.items():
        own.write(document(escape.body), escape.others)
        try:
            said = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(own.draw().pdf)).pages)
        except (TemplateError, Obstacle) as error:
            said = str(error).partition(":")[0]
        assert not has_escaped(said), name
    own.write(document("fine"))
    assert own.draw().troubles == ((),)


def test_a_file_that_is_only_a_link_to_somewhere_else_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "outside").write_text(document("outside"), encoding="utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / f"p{SUFFIX}").symlink_to(tmp_path / "outside")
    with pytest.raises(TemplateError):
        Templates([inside]).xml("p", {"d": {}})


@pytest.mark.soak
@pytest.mark.parametrize(("version", "least"), [("3.1.4", 2), ("3.1.5", 1)])
def test_the_corpus_harms_an_old_jinja(tmp_path: Path, version: str, least: int) -> None:
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            "--no-warn-conflicts",
            "--target",
            tmp_path,
            f"jinja2=={version}",
        ],
        check=True,
    )
    code = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(ROOT)!r}]; import tests.reliability.templates.old_jinja"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    print(f"T1: Jinja {version}: {run.stdout}")
    found = run.stdout.splitlines()
    assert found[0] == version
    assert len(found) > least
