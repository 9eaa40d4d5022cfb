import numpy as np
from numpy.testing import assert_array_equal

from csi.numerics.pieces import Pieces

ONE, TWO = np.arange(6.0).reshape(2, 3), np.arange(4.0).reshape(2, 2)


def test_a_figure_is_joined_over_its_blocks():
    assert_array_equal(Pieces([{"a": ONE}, {"a": TWO}])["a"], [[0, 1, 2, 0, 1], [3, 4, 5, 2, 3]])


def test_a_row_is_the_same_before_and_after_joining():
    pieces = Pieces([{"a": ONE}, {"a": TWO}])
    before = pieces.row("a", (1,))
    assert_array_equal(before, pieces["a"][1])
    assert_array_equal(pieces.row("a", 1), before)


def test_one_array_under_two_names_has_one_first_name_and_is_joined_once():
    pieces = Pieces([{"a": ONE, "b": ONE, "c": ONE.copy()}, {"a": TWO, "b": TWO, "c": TWO}])
    assert [pieces.first(name) for name in pieces] == ["a", "a", "c"]
    assert pieces["a"] is pieces["b"]


def test_the_columns_are_those_of_all_blocks():
    assert (Pieces([{"a": ONE}, {"a": TWO}]).columns, Pieces([]).columns, len(Pieces([]))) == (5, 0, 0)
