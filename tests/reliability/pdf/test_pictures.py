"""D5: pictures from anywhere are refused at once or become plain pixels; nothing else of them reaches a paper."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from app.domain.attachments import attach
from app.domain.shipment import Shipment
from app.render.images import MOST_PIXELS
from app.services.papers import Made, PaperMaker, papers_asked
from app.services.program import Program
from tests.conftest import TODAY, sample_named
from tests.reliability.pdf.pictures import BOMBS, SIDE, WRONG, fuzzed, photo, png
from tests.reliability.templates.own import FONTS
from tests.unit.render.bench import Bench

pytestmark = pytest.mark.bar("D5")
ROOT = Path(__file__).parents[3]
MOST_MEMORY = 250
PLAIN = '<document><image name="logo" w="40" h="20"/></document>'


def with_logo(picture: bytes) -> Shipment:
    """A shipment of an exporter with this logo."""
    shipment = sample_named("batik_tokyo")
    exporter = replace(shipment.exporter, logo="l")
    return replace(shipment, exporter=exporter, attachments=(attach("l", "logo.png", "image/png", picture),))


def drawn(program: Program, picture: bytes) -> Made:
    """The invoice with this logo."""
    shipment = with_logo(picture)
    form = next(iter(program.catalog.forms))
    return PaperMaker(program, FONTS).make(shipment, papers_asked(program, shipment, [form], None, None), TODAY)


def is_refused(made: Made) -> bool:
    """Whether the paper was made without the picture, and a person is told its name and nothing else."""
    troubles = [trouble for trouble in made.troubles[0] if trouble.kind == "image"]
    assert all(trouble.text == "logo" for trouble in troubles)
    return bool(troubles)


def is_broken(bench: Bench, picture: bytes) -> bool:
    """The same for the smallest paper that has a picture."""
    made = bench.draw(images={"logo": picture})
    return any(trouble.kind == "image" for trouble in made.troubles[0])


@pytest.mark.parametrize("name", [*BOMBS, *WRONG])
def test_what_is_no_picture_or_too_large_a_one_is_refused_within_a_second(program: Program, name: str) -> None:
    began = time.process_time()
    assert is_refused(drawn(program, (BOMBS | WRONG)[name]))
    assert time.process_time() - began < 1


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the memory is read from /proc")
@pytest.mark.parametrize("name", ["400 million pixels in 48 KB", "25 million pixels", "25 million transparent ones"])
def test_a_picture_takes_little_memory(name: str) -> None:
    large = {"25 million pixels": png(SIDE, SIDE), "25 million transparent ones": png(SIDE, SIDE, colours=6)}
    picture = (BOMBS | large)[name]
    command = [sys.executable, "-m", "tests.reliability.pdf.measured"]
    said = subprocess.run(command, cwd=ROOT, input=picture, capture_output=True, check=True).stdout.split()
    print(f"D5: {name}: {said[0].decode()} in {float(said[1]):.2f} s of work, {said[2].decode()} MB")
    assert int(said[2]) <= MOST_MEMORY
    assert said[0] == (b"1600x1600" if name in large else b"DecompressionBombError")


def test_the_most_pixels_are_25_million() -> None:
    assert SIDE * SIDE == MOST_PIXELS


def test_a_hundred_spoiled_pictures_are_drawn_or_refused(tmp_path: Path) -> None:
    bench = Bench(tmp_path, PLAIN)
    refused = sum(is_broken(bench, picture) for picture in fuzzed(100, seed=5))
    print(f"D5: 100 fuzzed, {refused} refused, none raised")
    assert 40 <= refused <= 100


@pytest.mark.soak
def test_ten_thousand_spoiled_pictures_are_drawn_or_refused(tmp_path: Path) -> None:
    bench = Bench(tmp_path, PLAIN)
    refused = sum(is_broken(bench, picture) for picture in fuzzed(10_000, seed=50))
    print(f"D5: 10,000 fuzzed, {refused} refused, none raised")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_camera_and_comment_of_a_photo_do_not_reach_the_paper(program: Program, kind: str) -> None:
    picture = photo(kind, place=True)
    assert b"SITI" in picture
    made = drawn(program, picture)
    assert not is_refused(made)
    reader = PdfReader(io.BytesIO(made.pdf))
    [image] = reader.pages[0].images
    everything = made.pdf + b"".join(_streams(reader))
    assert b"SITI" not in everything
    assert b"Exif" not in everything
    assert picture not in everything
    assert image.image is not None
    assert not image.image.getexif()


def test_a_picture_is_drawn_the_same_each_time(program: Program) -> None:
    first = drawn(program, photo("PNG")).pdf
    drawn(program, photo("JPEG"))
    assert drawn(program, bytes(bytearray(photo("PNG")))).pdf == first


def _streams(reader: PdfReader) -> list[bytes]:
    found = (reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1))
    return [stream.get_data() for stream in found if stream is not None and hasattr(stream, "get_data")]
