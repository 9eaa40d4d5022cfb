"""The short forms of a model in words."""

from __future__ import annotations

import pytest

from csi.errors import ModelFault
from csi.model.short_forms import columns_between, ends_text, is_one_column, number_text, path_names, range_text, scale_ends


def test_a_range_counts_from_its_first_to_its_last_column():
    assert columns_between("IMAG1..IMAG3") == ("IMAG1", "IMAG2", "IMAG3")


def test_a_range_keeps_leading_zeros():
    assert columns_between("Q08..Q11") == ("Q08", "Q09", "Q10", "Q11")


def test_a_range_may_pass_from_one_digit_to_two_without_zeros():
    assert columns_between("Q9..Q11") == ("Q9", "Q10", "Q11")


def test_a_prefix_may_itself_hold_digits():
    assert columns_between("Q1_1..Q1_3") == ("Q1_1", "Q1_2", "Q1_3")


def test_a_column_name_stays_as_it_is():
    assert columns_between("3. How polite was our staff...") == ("3. How polite was our staff...",)


@pytest.mark.parametrize("text", ["Q1..X5", "Q5..Q1", "Q1..Q05", "Q10..Q5", "Q1..Q2000"])
def test_a_range_that_makes_no_sense_is_refused(text):
    with pytest.raises(ModelFault, match="no range of columns"):
        columns_between(text)


def test_columns_that_follow_one_another_are_written_as_a_range():
    assert range_text(["Q08", "Q09", "Q10"]) == "Q08..Q10"


def test_columns_with_a_hole_are_not_written_as_a_range():
    assert range_text(["Q1", "Q2", "Q4"]) is None


def test_a_header_that_reads_like_a_range_is_known_as_such():
    assert not is_one_column("Q1..Q5")


@pytest.mark.parametrize("text", ["1-10", "1–10", "1~10", "1..10", "1 to 10", "1至10", "1到10", " 1 - 10 "])
def test_a_scale_may_be_written_in_many_ways(text):
    assert scale_ends(text) == (1, 10)


@pytest.mark.parametrize(("text", "ends"), [("-3-3", (-3, 3)), ("-3..3", (-3, 3)), ("-5--1", (-5, -1)), ("0-0.5", (0, 0.5))])
def test_a_scale_may_have_negative_and_broken_ends(text, ends):
    assert scale_ends(text) == ends


@pytest.mark.parametrize("text", ["10", "a-b", "1-", "2026-01-10"])
def test_what_is_no_scale_is_not_taken_for_one(text):
    assert scale_ends(text) is None


def test_ends_that_the_short_form_cannot_say_are_left_to_the_long_form():
    assert ends_text(1e-7, 1.0) is None


def test_numbers_are_written_as_people_write_them():
    assert [number_text(2.0), number_text(0.6), number_text(-25.0)] == ["2", "0.6", "-25"]


def test_an_arrow_may_be_ascii_or_not_and_may_run_on():
    assert path_names("Image -> 满意 → Loyalty") == ("Image", "满意", "Loyalty")
