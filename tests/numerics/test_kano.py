import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics import kano
from csi.numerics.effective_size import effective_size

LETTERS = kano.CATEGORIES
# Brand & Rese (2026), table 1, as counts of A, O, M, I, R, Q among 607 respondents
PUBLISHED = {
    "app": (216, 56, 13, 275, 23, 24),
    "mirror": (229, 42, 5, 276, 33, 22),
    "wifi": (187, 71, 46, 258, 19, 26),
}


def counts(name: str) -> np.ndarray:
    by_letter = dict(zip("AOMIRQ", PUBLISHED[name], strict=True))
    return np.array([by_letter[letter] for letter in LETTERS], dtype=float)


def category(functional: int, dysfunctional: int, table: str = "kano") -> str:
    found = kano.categories(np.array([[functional]], dtype=float), np.array([[dysfunctional]], dtype=float), table)
    return LETTERS[int(found[0, 0])]


@pytest.mark.parametrize(("functional", "row"), list(enumerate(("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"), 1)))
def test_all_cells_of_the_evaluation_table(functional, row):
    assert "".join(category(functional, dysfunctional) for dysfunctional in range(1, 6)) == row


def test_pouliot_doubts_must_be_twice_and_live_with_twice():
    cells = {(a, b) for a in range(1, 6) for b in range(1, 6) if category(a, b) != category(a, b, "pouliot")}
    assert cells == {(2, 2), (4, 4)}
    assert category(2, 2, "pouliot") == category(4, 4, "pouliot") == "Q"


@pytest.mark.parametrize("odd", [0.0, 6.0, 2.5, np.nan])
def test_what_is_none_of_the_five_answers_has_no_category(odd):
    assert np.isnan(kano.categories(np.array([[odd]]), np.array([[1.0]]))).all()


def test_ties_go_to_the_category_that_hurts_most_when_it_is_missed():
    assert [
        LETTERS[int(kano.by_mode(np.array(tie, dtype=float)))] for tie in ([1] * 6, [0, 1, 1, 1, 1, 1], [0, 0, 1, 1, 0, 0])
    ] == [
        "M",
        "O",
        "A",
    ]


def test_weights_that_are_equal_but_for_rounding_are_a_tie():
    assert LETTERS[int(kano.by_mode(np.array([0.1 + 0.2, 0, 0.3 + 1e-16, 0, 0, 0])))] == "M"


@pytest.mark.parametrize(("name", "letter"), [("app", "I"), ("mirror", "I"), ("wifi", "A")])
def test_the_sum_rule_moves_what_most_people_want_in_some_way(name, letter):
    # only of the free WiFi are A, O and M together (304) more than I, R and Q together (303)
    assert LETTERS[int(kano.by_mode(counts(name)))] == "I"
    assert LETTERS[int(kano.by_sum(counts(name)))] == letter


@pytest.mark.parametrize(
    ("name", "better", "worse"), [("app", 0.486, -0.123), ("mirror", 0.491, -0.085), ("wifi", 0.459, -0.208)]
)
def test_better_and_worse_equal_the_published_ones(name, better, worse):
    assert kano.better(counts(name)) == pytest.approx(better, abs=5e-4)
    assert kano.worse(counts(name)) == pytest.approx(worse, abs=5e-4)


def test_better_and_worse_have_no_value_without_a_base():
    assert np.isnan(kano.better(np.array([0.0, 0, 0, 0, 3, 2])))


@pytest.mark.parametrize(("name", "strength", "total"), [("app", 9.72, 46.95), ("mirror", 7.74, 45.47), ("wifi", 11.70, 50.08)])
def test_strengths_in_per_cent(name, strength, total):
    shares = counts(name) / 607
    assert_allclose([100 * kano.category_strength(shares), 100 * kano.total_strength(shares)], [strength, total], atol=5e-3)


@pytest.mark.parametrize(("name", "lead", "limit"), [("app", 59, 28.215), ("mirror", 47, 28.336), ("wifi", 71, 27.702)])
def test_the_limit_by_fong(name, lead, limit):
    first, second = sorted(counts(name))[::-1][:2]
    assert first - second == lead
    assert kano.fong_limit(first, second, 607) == pytest.approx(limit, abs=5e-4)


def test_only_the_test_beside_fong_s_holds_its_level():
    # two equally frequent categories are told apart in one sample of ten, by Fong's rule far more often
    drawn = np.random.default_rng(3).multinomial(300, [0.35, 0.35, 0.1, 0.1, 0.05, 0.05], 4000)[:, :2]
    ahead = np.abs(drawn[:, 0] - drawn[:, 1])
    fong = np.mean([lead >= kano.fong_limit(a, b, 300) for lead, (a, b) in zip(ahead, drawn, strict=True)])
    held = np.mean([lead >= kano.level_limit(a, b) for lead, (a, b) in zip(ahead, drawn, strict=True)])
    assert fong > 0.15
    assert 0.08 < held < 0.12


def test_the_exact_probability_of_a_lead_by_hand():
    assert kano.equal_p(5, 0) == kano.equal_p(0, 5) == pytest.approx(2 / 32)
    assert kano.equal_p(4, 1) == pytest.approx(2 * 6 / 32)
    assert kano.equal_p(3, 3) == 1


def test_means_from_two_on_are_strong():
    points = {"O": (2, 2), "A": (1.99, 2), "M": (2, 1.99), "I": (1.99, -3)}
    found = {name: LETTERS[int(kano.continuous_category(np.array(x), np.array(y)))] for name, (x, y) in points.items()}
    assert found == {name: name for name in points}


def test_a_share_is_worth_no_more_respondents_than_gave_it():
    assert effective_size(0.5, 0.25 / 40, 100, 1e9, 0.95) == pytest.approx(40)
    assert effective_size(0.5, 0.25 / 400, 100, 1e9, 0.95) == 100


def test_a_share_of_none_is_worth_the_units_that_were_drawn():
    assert effective_size(0.0, 0.0, 100, 30, 0.95) == 30


def test_few_clusters_make_an_interval_wider_by_student_s_law():
    # t with 9 degrees of freedom is 2.2622 where the normal law has 1.9600
    assert effective_size(0.5, 0.25 / 40, 100, 10, 0.95) == pytest.approx(40 * (1.95996 / 2.26216) ** 2, rel=1e-4)
