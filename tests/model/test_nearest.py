"""The word that was probably meant."""

from __future__ import annotations

from csi.model.nearest import nearest, nearest_few


def test_a_slip_of_the_finger_is_recognised():
    assert nearest("Satisfacton", ["Image", "Satisfaction"]) == "Satisfaction"


def test_a_column_without_its_zero_is_recognised():
    assert nearest("Q8", ["Q08", "Q19"]) == "Q08"


def test_case_and_full_width_letters_do_not_count():
    assert nearest("ｑ１", ["Q1", "Q2x"]) == "Q1"


def test_nothing_alike_is_no_answer():
    assert nearest("满意度", ["Image", "Loyalty"]) is None


def test_several_come_best_first():
    assert nearest_few("Q8", ["Q8ab", "Q8a", "Z"]) == ("Q8a", "Q8ab")
