"""Pictures given by the program (logo, signature): opened with limits, re-encoded, or reported."""

import io
import warnings
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from PIL import Image
from reportlab.lib.utils import ImageReader

from app.render.blocks import Block, Solid
from app.render.geometry import MM
from app.render.markup import Node
from app.render.measure import Measure
from app.render.pen import Pen
from app.render.spots import Shown

MOST_PIXELS = 25_000_000
_LARGEST_SIDE = 1600
_ORIENTATION = 0x0112
_TURN = Image.Transpose
_TURNS = {
    2: _TURN.FLIP_LEFT_RIGHT, 3: _TURN.ROTATE_180, 4: _TURN.FLIP_TOP_BOTTOM, 5: _TURN.TRANSPOSE,
    6: _TURN.ROTATE_270, 7: _TURN.TRANSVERSE, 8: _TURN.ROTATE_90,
}  # fmt: skip
"""How a telephone held its camera (EXIF 2.32, tag 274), and what turns the picture upright."""
_BAND = 200
"""Rows of the smaller picture that are made at a time, so that the large one is in the memory only once."""


class Picture(Solid):
    """A picture in its place."""

    def __init__(self, place: tuple[float, float, float], image: Image.Image, shown: Shown | None) -> None:
        self._x, self._width, self.height = place
        self._image = image
        self._shown = shown

    def paint(self, pen: Pen, top: float) -> None:
        """Drawn over the page's tints and rules, under the draft mark."""
        pen.show(self._shown, top, self.height)
        x, y, width, height = self._x, pen.height - top - self.height, self._width, self.height

        def draw(canvas: Any) -> None:
            canvas.drawImage(ImageReader(self._image), x, y, width, height, mask="auto")

        pen.over.append(draw)


def picture(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    """The picture called `name` within `w` and `h`, its proportions kept; nothing and a trouble if it is broken."""
    data = measure.images.get(node.string("name"))
    if data is None:
        return ()
    try:
        image = opened(data)
    except Exception:  # noqa: BLE001 - a broken file stops a decoder in any way; its words would help nobody
        measure.trouble("image", node.where, "", node.string("name"))
        return ()
    most_width, most_height = min(width, node.length("w", width)), node.length("h", 20 * MM)
    scale = min(most_width / image.width, most_height / image.height)
    wide, high = image.width * scale, image.height * scale
    room = width - wide
    x += room if node.string("align") == "right" else room / 2 if node.string("align") == "center" else 0.0
    return (Picture((x, wide, high), image, measure.shown(node, x, wide)),)


@lru_cache(maxsize=4)
def opened(data: bytes) -> Image.Image:
    """The picture as plain pixels, so that nothing else of the file can reach the paper. Raises if it is broken."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "BMP", "WEBP")) as found:
            if found.width * found.height > MOST_PIXELS:
                raise ValueError(f"{found.width} x {found.height} pixels are too many")
            turn = _TURNS.get(found.getexif().get(_ORIENTATION, 1))
            found.draft("RGB", (_LARGEST_SIDE, _LARGEST_SIDE))
            image = _reduced(found, "RGBA" if _transparent(found) else "RGB")
    image.thumbnail((_LARGEST_SIDE, _LARGEST_SIDE))
    if turn is not None:
        image = image.transpose(turn)
    # The pixels only: whatever else the file said (a place, a camera, a profile) ends here.
    return Image.frombytes(image.mode, image.size, image.tobytes())


def _reduced(found: Image.Image, mode: str) -> Image.Image:
    """The picture in another mode, and so much smaller that it is not much larger than needed."""
    factor = max(found.size) // _LARGEST_SIDE
    if factor < 2:
        return found.convert(mode)
    wide, high = (-(-side // factor) for side in found.size)
    made = Image.new(mode, (wide, high))
    for top in range(0, high, _BAND):
        bottom = min((top + _BAND) * factor, found.height)
        made.paste(found.crop((0, top * factor, found.width, bottom)).convert(mode).reduce(factor), (0, top))
    return made


def _transparent(image: Image.Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
