import math
from datetime import datetime
from decimal import Decimal

import numpy as np
import pytest

from csi.model import Scale
from csi.reading.answers.column_answers import by_words, judge
from csi.reading.answers.columns import column_of, shown
from csi.reading.answers.said import Missing, understand

from .made_cells import cells

FIVE = Scale(1, 5)
WORDS = Scale(1, 5, {"很不满意": 1, "不满意": 2, "一般": 3, "满意": 4, "很满意": 5})


def read(raw, scale=FIVE, missing=(), codes=False):
    value, fault = judge(understand(raw), scale, by_words(scale.labels), Missing(missing), codes=codes)
    return fault or value


@pytest.mark.parametrize("raw", [4, 4.0, "4", " 4 ", "４", "4.0", "4,0", "4分", "(4)", np.float64(4), np.int64(4), Decimal(4)])
def test_one_answer_has_many_spellings(raw):
    assert read(raw) == 4


def test_a_decimal_comma_is_read():
    assert read("3,5") == 3.5


@pytest.mark.parametrize("raw", ["", "  ", None, math.nan, "\u00a0", "\x00"])
def test_nothing_is_blank(raw):
    assert read(raw) == "blank"


@pytest.mark.parametrize("raw", [math.inf, "inf", "nan", "1e309", "1_000", "1,000", "0x5", "八", "4 or 5", 10**400, True, "true"])
def test_what_only_looks_like_a_number_is_no_answer(raw):
    assert read(raw, Scale(0, 1000)) in ("not_an_answer", "no_answer")


def test_a_date_is_told_from_an_answer():
    assert read(datetime(2024, 5, 1)) == "date"


@pytest.mark.parametrize("raw", [0, 6, 99, -1, 5.5])
def test_an_answer_outside_its_scale_is_no_answer(raw):
    assert read(raw) == "out_of_range"


@pytest.mark.parametrize("raw", [98, 98.0, "98", "98.0", " ９８ ", "98分"])
def test_a_missing_code_is_one_code_however_it_is_written(raw):
    assert read(raw, Scale(0, 100), ["98"]) == "missing_code"


def test_a_missing_word_is_compared_without_case_and_width():
    assert read("ＮＯＴ ASKED", WORDS, ["not asked"]) == "missing_code"


@pytest.mark.parametrize("raw", ["很满意", "很满意（5分）", "5 - 很满意", " 很满意 ", "😀很满意", 5, "5"])
def test_words_and_their_code_score_alike(raw):
    assert read(raw, WORDS) == 5


def test_the_words_are_followed_where_their_code_says_otherwise():
    assert read("1 - 很满意", WORDS) == 5


def test_a_word_that_the_scale_does_not_know_is_no_answer():
    assert read("很很满意", WORDS) == "unknown_label"


def test_a_typing_slip_is_not_mended_silently():
    assert read("Strongly Agreee", Scale(1, 2, {"Strongly agree": 2, "Agree": 1})) == "unknown_label"


def test_do_not_know_is_counted_apart():
    assert [read("不清楚", WORDS), read("N/A")] == ["no_answer", "no_answer"]


def test_declared_labels_may_call_any_word_an_answer():
    assert read("N/A", Scale(0, 1, {"N/A": 0, "Used": 1})) == 0


def test_unknown_words_with_a_code_are_read_by_the_code_where_no_words_are_known():
    assert (read("2 : Satisfecho/a", codes=True), read("2 : Satisfecho/a")) == (2, "not_an_answer")


def test_true_and_one_are_different_answers():
    column = column_of(cells({"Q1": [True, 1, 1.0, 0]}), 0)
    assert [said.kind for said in column.said] == ["words", "number", "number"]


def test_each_distinct_value_is_counted_once():
    column = column_of(cells({"Q1": [5.0, "", 5.0, 4.0, ""]}), 0)
    assert (column.numbers(Missing()), column.answered()) == ({5.0: 2, 4.0: 1}, 3)


def test_an_array_column_is_read_like_a_list():
    column = column_of(cells({"Q1": np.array([1.0, np.nan, 2.0])}), 0)
    assert column.numbers(Missing()) == {1.0: 1, 2.0: 1}


def test_a_long_header_is_shortened_in_sentences():
    assert shown("How satisfied are you\nwith " + "x" * 80) == "How satisfied are you with " + "x" * 32 + "…"
