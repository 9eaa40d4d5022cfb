from itertools import combinations
from math import factorial

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics.moments import point_sums
from csi.numerics.reach import Reach, rising, shapley_shares
from csi.numerics.replicates import multiplicities

RNG = np.random.default_rng(11)


def survey(n: int = 80, p: int = 6) -> Reach:
    marks = RNG.random((n, p)) < np.linspace(0.5, 0.1, p)
    marked = RNG.random(n) < 0.15 + 0.5 * marks[:, 0] + 0.3 * marks[:, 3]
    return Reach(marks, marked, ~marked)


def worth(reach: Reach, items: tuple[int, ...], v: np.ndarray | None = None) -> float:
    v = np.ones(len(reach.marks)) if v is None else v
    hit = reach.marks[:, items].any(axis=1)
    return float(
        (v * hit * reach.marked).sum() / (v * reach.marked).sum() - (v * hit * reach.others).sum() / (v * reach.others).sum()
    )


def by_subsets(reach: Reach, v: np.ndarray | None = None) -> np.ndarray:
    p = reach.marks.shape[1]
    values = np.zeros(p)
    for j in range(p):
        rest = [k for k in range(p) if k != j]
        for size in range(p):
            share = factorial(size) * factorial(p - 1 - size) / factorial(p)
            values[j] += share * sum(worth(reach, (*s, j), v) - worth(reach, s, v) for s in combinations(rest, size))
    return values


def chosen_by_hand(reach: Reach, v: np.ndarray | None = None) -> set[int]:
    taken: tuple[int, ...] = ()
    for item in np.argsort(-by_subsets(reach, v), kind="stable"):
        if worth(reach, (*taken, int(item)), v) - worth(reach, taken, v) <= 1e-12:
            break
        taken = (*taken, int(item))
    return set(taken)


def figures(reach: Reach, case_weights: np.ndarray | None = None):
    return reach.figures(point_sums(reach.columns(), case_weights, 0))


def test_the_shapley_values_are_those_over_all_subsets():
    reach = survey()
    found = np.empty(6)
    found[reach.order] = figures(reach)["shapley"][:, 0]
    assert_allclose(found, by_subsets(reach), atol=1e-12)


def test_case_weights_count_in_the_shapley_values():
    plain, v = survey(), RNG.random(80)
    reach = Reach(plain.marks, plain.marked, plain.others, v)
    found = np.empty(6)
    found[reach.order] = figures(reach, v)["shapley"][:, 0]
    assert_allclose(found, by_subsets(reach, v), atol=1e-12)


def test_the_shapley_values_add_up_to_reach_less_noise_of_all_items():
    made = figures(survey())
    assert made["shapley"].sum() == pytest.approx(made["reach"][-1, 0] - made["noise"][-1, 0])


def test_one_respondents_failures_share_the_blame():
    assert_allclose(shapley_shares(np.array([[1, 0, 1], [0, 0, 0]], bool)), [[0.5, 0, 0.5], [0, 0, 0]])


def test_reach_and_noise_of_the_first_items_are_shares_of_the_two_groups():
    reach = survey()
    made = figures(reach)
    for size in range(1, 7):
        difference = made["reach"][size - 1, 0] - made["noise"][size - 1, 0]
        assert difference == pytest.approx(worth(reach, tuple(reach.order[:size])))
    assert made["item_reach"][0, 0] == pytest.approx(reach.marks[reach.marked, reach.order[0]].mean())
    assert made["item_noise"][2, 0] == pytest.approx(reach.marks[reach.others, reach.order[2]].mean())


def test_items_are_chosen_while_the_difference_rises():
    assert_allclose(rising(np.array([[0.4, 0.1, -0.1], [0.1, 0.1, 0.3], [-0.1, 0.1, 0.2]])), [2, 3, 0])


def test_every_resample_chooses_in_an_order_of_its_own():
    reach = survey()
    counts = multiplicities(np.random.default_rng(2), 30, 80, None)
    columns = reach.columns()
    sums = point_sums(columns, None, 0)
    drawn = type(sums)(np.full((columns.shape[1], 30), 80.0), (counts @ columns).T, np.zeros(columns.shape[1]))
    chosen = reach.figures(drawn)["chosen"]
    for at in range(30):
        assert {int(reach.order[j]) for j in np.flatnonzero(chosen[:, at])} == chosen_by_hand(reach, counts[at])


def test_with_too_many_patterns_the_order_is_held(monkeypatch):
    monkeypatch.setattr("csi.numerics.reach.PATTERNS", 10)
    reach = survey()
    made = figures(reach)
    assert reach.patterns is None
    assert {int(reach.order[j]) for j in np.flatnonzero(made["chosen"][:, 0])} == chosen_by_hand(reach)


def test_a_resample_without_the_group_to_be_reached_has_no_figures():
    reach = survey()
    with np.errstate(all="ignore"):
        made = reach.figures(point_sums(reach.columns() * (~reach.marked)[:, None], None, 0))
    assert all(np.isnan(figure).all() for key, figure in made.items() if key in {"shapley", "reach", "chosen"})
