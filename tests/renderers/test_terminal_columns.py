"""Which columns fit, and how wide they are."""

from __future__ import annotations

from csi.renderers.terminal_columns import Column, arrange
from csi.renderers.terminal_fold import narrowest

NAMES = Column("latent", "Latent", "words", ("Perceived quality of all services", "Image"))
INDEX = Column("index", "Index", "number", ("73.5", "100.0"))
BAR = Column("bar", "", "bar", rank=1)
N = Column("n", "n", "number", ("1,204", "96"), rank=4)
ERROR = Column("standard_error", "Std. error", "number", ("0.84", "1.42"), rank=102)
ALL = (NAMES, INDEX, BAR, ERROR, N)


def keys(room: int) -> list[str]:
    return [column.key for column in arrange(ALL, room).columns]


def test_the_bar_takes_what_is_left_up_to_a_cell_a_point() -> None:
    assert sum(arrange(ALL, 90).widths) + 4 * 2 == 90
    assert arrange(ALL, 300).bar_width == 100


def test_columns_leave_by_rank_and_the_bar_last() -> None:
    assert keys(80) == ["latent", "index", "bar", "standard_error", "n"]
    assert keys(44) == ["latent", "index", "bar", "n"]
    assert keys(36) == ["latent", "index", "bar"]
    assert keys(24) == ["latent", "index"]


def test_what_left_is_named() -> None:
    assert arrange(ALL, 36).left_out == ("Std. error", "n")


def test_an_interval_that_left_says_whose_it_was() -> None:
    ends = Column(
        "give_up_lower", "95% interval", "number", ("+0.94 to +1.31",), rank=9, about="95% interval of Would give it up"
    )
    assert arrange([*ALL, ends], 36).left_out == ("Std. error", "n", "95% interval of Would give it up")


def test_a_number_keeps_its_width_however_narrow_the_room() -> None:
    assert arrange(ALL, 10).widths[1] == 5


def test_words_do_not_starve_each_other() -> None:
    long, short = Column("a", "A", "words", ("x" * 200,)), Column("b", "B", "words", ("y" * 20,))
    assert arrange((long, short), 80).widths == (58, 20)


def test_a_short_chinese_heading_is_not_broken_into_single_characters() -> None:
    assert narrowest("未识别", 3) == 6
