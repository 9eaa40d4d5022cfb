"""Bars of one line, against lengths worked out by hand."""

from __future__ import annotations

import pytest

from csi.renderers.page_axes import Axis
from csi.renderers.terminal_bars import gap_bar, index_bar, shaded_index_bar, ticks
from csi.renderers.terminal_look import ASCII, STYLES, UNICODE, Piece

INDEX = Axis(0.0, 100.0, 0.0, ((0.0, "0"), (25.0, "25"), (50.0, "50"), (75.0, "75"), (100.0, "100")), diverging=False)
GAPS = Axis(-20.0, 10.0, 0.0, ((-20.0, "−20"), (-10.0, "−10"), (0.0, "0"), (10.0, "+10")), diverging=True)


def drawn(pieces: list[Piece]) -> str:
    return "".join(characters for characters, _ in pieces)


def test_a_bar_is_as_long_as_its_index_to_an_eighth_of_a_cell() -> None:
    assert drawn(index_bar((52.5, 52.5, 52.5), INDEX, 10, UNICODE)) == "█████▎"


def test_a_bar_of_100_fills_its_room_and_one_of_0_leaves_it_empty() -> None:
    assert drawn(index_bar((100.0, 100.0, 100.0), INDEX, 10, UNICODE)) == "█" * 10
    assert drawn(index_bar((0.0, 0.0, 0.0), INDEX, 10, UNICODE)) == ""


def test_the_line_after_a_bar_ends_where_the_interval_ends_to_half_a_cell() -> None:
    assert drawn(index_bar((40.0, 50.0, 75.0), INDEX, 10, UNICODE)) == "█████──╴"


def test_a_bar_never_leaves_its_room() -> None:
    assert len(drawn(index_bar((90.0, 99.0, 130.0), INDEX, 10, UNICODE))) <= 10


def test_the_shade_begins_at_the_lower_end_and_changes_no_length() -> None:
    pieces = shaded_index_bar((42.5, 80.0, 80.0), INDEX, 10, UNICODE)
    assert [piece for piece in pieces if piece[0]] == [("████", "bar"), ("▎", "bar_edge"), ("███", "bar_unsure")]


def test_without_unicode_a_bar_is_of_hashes_and_dashes() -> None:
    assert drawn(index_bar((40.0, 50.0, 70.0), INDEX, 10, ASCII)) == "#####--"


def test_a_gap_lies_on_its_side_of_zero() -> None:
    assert drawn(gap_bar((-10.0, -5.0, -3.0), GAPS, 30, UNICODE, "below")) == "          ├────●─┤  │         "


def test_an_interval_over_zero_crosses_it() -> None:
    assert drawn(gap_bar((-4.0, 2.0, 6.0), GAPS, 30, UNICODE, "meets")) == "                ├───┼─●───┤   "


def test_a_gap_without_an_interval_is_a_point() -> None:
    assert drawn(gap_bar((-5.0, -5.0, -5.0), GAPS, 30, ASCII, "meets")) == "               o    :         "


@pytest.mark.parametrize(
    ("width", "labels"),
    [
        (25, "0    25    50    75   100"),
        (12, "0    50  100"),
        (6, "0  100"),
        (3, " " * 3),
    ],
)
def test_an_axis_has_as_many_labels_as_fit_evenly(width: int, labels: str) -> None:
    assert ticks(INDEX, width) == labels


def test_an_axis_of_gaps_keeps_zero_and_the_longer_side_longest() -> None:
    assert ticks(GAPS, 30).split() == ["−20", "−10", "0", "+10"]
    assert ticks(GAPS, 8).split() == ["−20", "0"]


@pytest.mark.parametrize("style", ["bar", "bar_strong"])
def test_every_style_of_a_bar_is_known(style: str) -> None:
    assert {style for _, style in shaded_index_bar((42.5, 80.0, 99.0), INDEX, 30, UNICODE, style)} <= STYLES.keys()
