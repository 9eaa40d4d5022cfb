import pytest

from csi.reading.answers.slips import distance, likely_meant

FIVE = ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("satisifed", "Satisfied"),
        ("satisfed", "Satisfied"),
        ("satisfiedd", "Satisfied"),
        ("verry satisfied", "Very satisfied"),
        ("dissatisifed", "Dissatisfied"),
        ("nuetral", "Neutral"),
        ("very satsfed", "Very satisfied"),
    ],
)
def test_a_slip_of_the_finger_proposes_the_label(written, meant):
    assert likely_meant(written, FIVE) == meant


@pytest.mark.parametrize("written", ["unsatisfied", "good", "sad", "satisfaction", "v. satisfied", "neutral or satisfied"])
def test_another_word_proposes_nothing(written):
    assert likely_meant(written, FIVE) is None


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ("不满意", ("满意", "很满意")),
        ("没意见", ("有意见",)),
        ("uncomfortable", ("comfortable",)),
        ("improbable", ("probable",)),
        ("atypical", ("typical",)),
    ],
)
def test_the_contrary_is_never_taken_for_a_slip(written, labels):
    assert likely_meant(written, labels) is None


def test_where_two_labels_are_as_near_neither_is_proposed():
    assert likely_meant("fare", ("fire", "fart")) is None


def test_a_short_word_is_too_near_to_others():
    assert likely_meant("oj", ("ok",)) is None


@pytest.mark.parametrize(
    ("one", "other", "edits"), [("", "", 0), ("ab", "ba", 1), ("ab", "abc", 1), ("ab", "xb", 1), ("kitten", "sitting", 3)]
)
def test_letters_added_left_out_changed_and_swapped_count_one_each(one, other, edits):
    assert distance(one, other, 5) == edits


def test_a_distance_beyond_what_matters_is_not_measured():
    assert distance("a" * 10_000, "b", 2) == 3
