"""Words into lines, Latin and Chinese."""

from __future__ import annotations

import pytest

from csi.renderers.terminal_fold import cells, fold, longest_word, narrowest, pad


def test_a_chinese_character_takes_two_cells() -> None:
    assert (cells("abc"), cells("满意度"), cells("App下单")) == (3, 6, 7)


def test_lines_end_between_words() -> None:
    assert fold("how satisfied are you", 13) == ["how satisfied", "are you"]


def test_chinese_breaks_between_characters_but_never_before_a_full_stop() -> None:
    assert fold("整体满意程度。请回答", 12) == ["整体满意程", "度。请回答"]


def test_an_opening_bracket_stays_with_what_it_opens() -> None:
    assert fold("整体满意（非常）", 10) == ["整体满意", "（非常）"]


def test_a_word_longer_than_a_line_is_cut_and_nothing_is_lost() -> None:
    assert fold("Donaudampfschifffahrt", 8) == ["Donaudam", "pfschiff", "fahrt"]


@pytest.mark.parametrize("width", [-3, 0, 1, 2, 3, 7, 40])
def test_no_character_is_lost_in_folding(width: int) -> None:
    words = "您对门店 App 下单 (iOS/Android) 的满意程度如何？"
    assert "".join(fold(words, width)).replace(" ", "") == words.replace(" ", "")


@pytest.mark.parametrize("width", [2, 3, 7, 40])
def test_no_line_is_wider_than_asked(width: int) -> None:
    assert max(map(cells, fold("您对门店 App 下单 (iOS/Android) 的满意程度如何", width))) <= width


def test_the_longest_word_and_the_narrowest_fold_are_found() -> None:
    assert longest_word("Overall weight") == 7
    assert narrowest("Overall weight of it", 2) == 12


def test_padding_counts_cells_not_characters() -> None:
    assert pad("满意", 6) == "满意  "
    assert pad("满意", 6, right=True) == "  满意"


def test_nothing_folds_into_one_empty_line() -> None:
    assert fold("", 10) == [""]
