"""Where lines break."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.render.wrap import break_points, wrap


def by_letter(text: str) -> float:
    return float(len(text))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three four", 100, ["one two three four"]),
        ("aaaa bbbb cccc dddd", 14, ["aaaa bbbb", "cccc dddd"]),
        ("DINING TABLE 180 X 90 CM, KNOCK-DOWN", 24, ["DINING TABLE", "180 X 90 CM, KNOCK-DOWN"]),
        ("WOMEN LEATHER SANDALS, UPPER OF COW LEATHER", 30, ["WOMEN LEATHER SANDALS,", "UPPER OF COW LEATHER"]),
        ("first\nsecond", 50, ["first", "second"]),
        ("", 10, [""]),
    ],
)
def test_text_breaks_into_the_least_number_of_even_lines(text: str, width: float, lines: list[str]) -> None:
    assert wrap(text, width, by_letter) == lines


@pytest.mark.parametrize(
    "pair", ["No. 12", "Kec. Trowulan", "Kel. Balongsari", "Jl. Contoh", "ART. LJ-201", "180 X 90 CM", "100 G"]
)
def test_what_belongs_together_is_never_torn(pair: str) -> None:
    words = f"alpha beta {pair} gamma delta epsilon"
    for width in range(len(pair), 40):
        lines = wrap(words, width, by_letter)
        assert any(pair in line for line in lines), lines


def test_no_single_word_is_left_over_where_another_break_is_possible() -> None:
    lines = wrap("We declare that all of it is correct indeed", 36, by_letter)
    assert len(lines) == 2
    assert len(lines[-1].split()) > 1


def test_a_word_wider_than_its_column_is_cut_and_nothing_is_lost() -> None:
    lines = wrap("x" * 300, 20, by_letter)
    assert "".join(lines) == "x" * 300
    assert max(map(len, lines)) <= 20


@pytest.mark.parametrize("width", [0.0, -8.7])
def test_marks_that_are_not_seen_are_kept_where_there_is_no_room_at_all(width: float) -> None:
    assert "".join(wrap("\ufeff\u200b", width, lambda _: 0.0)) == "\ufeff\u200b"


def test_chinese_text_breaks_between_characters() -> None:
    assert [len(line) for line in wrap("商业发票商业发票", 4, by_letter)] == [4, 4]


@given(st.text(alphabet="ab ,.\n1X", max_size=80), st.integers(min_value=1, max_value=30))
def test_every_letter_is_kept_and_every_line_fits(text: str, width: int) -> None:
    lines = wrap(text, width, by_letter)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= width for line in lines)


@given(st.lists(st.integers(min_value=1, max_value=9), min_size=1, max_size=25), st.integers(min_value=9, max_value=30))
def test_no_other_way_of_breaking_needs_fewer_lines(lengths: list[int], width: int) -> None:
    greedy, room = 1, float(width)
    for length in lengths:
        if room < width and room - 1 < length:
            greedy, room = greedy + 1, float(width)
        room -= length + (1 if room < width else 0)
    assert len(wrap(" ".join("w" * length for length in lengths), width, by_letter)) == greedy


def test_a_cell_of_two_thousand_words_costs_in_proportion() -> None:
    def cost(words: int) -> float:
        text = " ".join(f"word{number}" for number in range(words))
        start = time.process_time()
        wrap(text, 60, by_letter)
        return time.process_time() - start

    assert min(cost(4000) for _ in range(3)) < 8 * min(cost(1000) for _ in range(3))


def test_pieces_that_reach_a_hair_over_the_line_are_still_set() -> None:
    # Found by random strings: filling the line allowed the hair, choosing the best lines did not.
    widths = [3.0712890625, 0.47265625, 3.37255859375, 3.0205078125]
    assert break_points(["a", "b", "c", "d"], widths, [0.0] * 4, 3.543307086614173) == [2, 3, 4]


def test_a_letter_wider_than_the_line_stands_on_a_line_of_its_own() -> None:
    assert wrap("WWW i", 0.5, by_letter) == ["W", "W", "W", "i"]
