"""Plans are held against scipy's linprog and against every plan there is."""

from itertools import product

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import linprog

from csi.numerics.allocation import Offer
from csi.numerics.buying_order import in_order

SEEDS = range(8)


def offer(seed: int, *, tight: bool = False, whole: bool = False, m: int = 5) -> Offer:
    """Prices and gains of one kind, one item that gains nothing; tight: other means come to 100 long before the index does."""
    rng = np.random.default_rng(seed)
    gain = rng.uniform(0.02, 0.3, m)
    gain[0] = -0.1
    passed = rng.uniform(0, 0.5, (2, m))
    spare = np.array([2.0, 3.0]) if tight else np.array([900.0, 900.0])
    return Offer(gain, rng.uniform(0.5, 4, m), rng.uniform(1, 30, m), passed, spare, 40.0, whole)


def linear(one: Offer, budget: float) -> float:
    """What linprog gains for the budget."""
    rows = np.vstack([one.cost, one.passed, one.gain])
    found = linprog(-one.gain, A_ub=rows, b_ub=[budget, *one.spare, one.wanted], bounds=[(0, room) for room in one.sold])
    return float(-found.fun)


def hand() -> Offer:
    """A: 0.2 for 2 (0.1 each), 10 points; B: 0.3 for 5 (0.06), 4 points; C: 0.1 for 1 (0.1), 5 points."""
    gain, cost, room = np.array([0.2, 0.3, 0.1]), np.array([2.0, 5.0, 1.0]), np.array([10.0, 4.0, 5.0])
    return Offer(gain, cost, room, np.zeros((1, 3)), np.array([100.0]), 100.0)


def test_money_goes_where_it_gains_most_and_what_is_left_to_the_next():
    assert_allclose(hand().spend(30), [10, 1, 5])
    assert_allclose(hand().spend(12), [6, 0, 0])


def test_of_two_that_gain_alike_the_first_is_bought_first():
    assert_allclose(hand().spend(20), [10, 0, 0])


@pytest.mark.parametrize("tight", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_plan_gains_what_linprog_gains(seed, tight):
    one = offer(seed, tight=tight)
    for budget in np.linspace(0.5, float(one.cost @ one.room), 5):
        points = one.spend(budget)
        assert one.gain @ points == pytest.approx(linear(one, budget), abs=1e-6)
        assert one.cost @ points <= budget + 1e-6
        assert (one.passed @ points <= one.spare + 1e-6).all()


@pytest.mark.parametrize("tight", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_frontier_is_linprogs_gain_for_every_budget(seed, tight):
    one = offer(seed, tight=tight)
    steps = one.frontier()
    for budget in np.linspace(0, 1.2 * float(one.cost @ one.room), 7):
        assert np.interp(budget, steps @ one.cost, steps @ one.gain) == pytest.approx(linear(one, budget), abs=1e-5)


@pytest.mark.parametrize("tight", [False, True])
def test_the_frontier_bends_at_every_step_and_nowhere_else(tight):
    one = offer(2, tight=tight)
    steps = one.frontier()
    slopes = np.diff(steps @ one.gain) / np.diff(steps @ one.cost)
    assert (np.diff(slopes) < 0).all()


def every_plan(one: Offer) -> np.ndarray:
    """All whole points that may be bought."""
    plans = np.array(list(product(*(range(int(room) + 1) for room in one.room))), dtype=float)
    fits = (plans @ one.passed.T <= one.spare + 1e-9).all(axis=1) & (plans @ one.gain <= one.wanted)
    return plans[fits]


def small(seed: int, *, tight: bool) -> Offer:
    rng = np.random.default_rng(100 + seed)
    spare = np.array([1.5]) if tight else np.array([100.0])
    gain, cost = rng.uniform(0.05, 0.3, 3), rng.uniform(1, 4, 3)
    return Offer(gain, cost, rng.uniform(2, 6, 3), rng.uniform(0, 0.4, (1, 3)), spare, 50.0, whole=True)


@pytest.mark.parametrize("tight", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_whole_points_gain_what_the_best_of_all_plans_gains(seed, tight):
    one, budget = small(seed, tight=tight), 9.0
    plans = every_plan(one)
    best = max(plan @ one.gain for plan in plans if plan @ one.cost <= budget)
    points = one.spend(budget)
    assert points.tolist() == np.rint(points).tolist()
    assert points @ one.gain == pytest.approx(best, abs=1e-9)
    assert points @ one.cost <= budget + 1e-9


@pytest.mark.parametrize("seed", SEEDS)
def test_the_cheapest_way_costs_what_the_cheapest_of_all_plans_costs(seed):
    one, goal = small(seed, tight=False), 0.8
    plans = every_plan(one)
    assert one.cost @ one.reach(goal) == pytest.approx(
        min(plan @ one.cost for plan in plans if plan @ one.gain >= goal), abs=1e-9
    )


@pytest.mark.parametrize("tight", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_cheapest_way_costs_what_linprogs_does(seed, tight):
    one = offer(seed, tight=tight)
    goal = 0.6 * float(one.gain @ one.most)
    rows = np.vstack([-one.gain, one.passed])
    theirs = linprog(one.cost, A_ub=rows, b_ub=[-goal, *one.spare], bounds=[(0, room) for room in one.sold])
    assert one.cost @ one.reach(goal) == pytest.approx(theirs.fun, abs=1e-5)


@pytest.mark.parametrize("tight", [False, True])
def test_a_goal_beyond_everything_has_no_way(tight):
    one = offer(1, tight=tight)
    assert one.reach(float(one.gain @ one.most) + 0.01) is None


@pytest.mark.parametrize("seed", SEEDS)
def test_the_frontier_of_whole_points_sells_whole_points_and_rises(seed):
    one = small(seed, tight=True)
    steps = one.frontier()
    assert steps.tolist() == np.rint(steps).tolist()
    assert (np.diff(steps @ one.gain) > 0).all() and (np.diff(steps @ one.cost) > 0).all()
    assert (steps @ one.passed.T <= one.spare + 1e-9).all()


def test_many_equal_prices_of_whole_points_end_in_a_moment():
    # thousands of plans that gain alike, which branch and bound would try one after another
    alike = Offer(
        np.full(24, 0.1), np.full(24, 3.0), np.full(24, 30.0), np.full((7, 24), 0.05), np.full(7, 31.3), 90.0, whole=True
    )
    assert alike.spend(1000.0) @ alike.gain == pytest.approx(33.3)
    found = alike.reach(20.05)
    assert found is not None and found @ alike.gain == pytest.approx(20.1)


def test_the_index_is_never_bought_over_100():
    one = hand()
    assert Offer(one.gain, one.cost, one.room, one.passed, one.spare, wanted=1.5).spend(1000) @ one.gain == pytest.approx(1.5)


def test_money_in_millions_buys_what_money_in_ones_buys():
    one = offer(3, tight=True, whole=True)
    dear = Offer(one.gain, one.cost * 1e6, one.room, one.passed, one.spare, one.wanted, whole=True)
    assert_allclose(dear.spend(20e6), one.spend(20))


def test_a_batch_is_bought_column_by_column():
    gain = np.array([[0.2, 0.1], [0.1, 0.3]])
    points = in_order(gain, np.array([1.0, 1.0]), np.full((2, 2), 4.0), money=5.0)
    assert_allclose(points, [[4, 1], [1, 4]])


def test_what_is_not_known_is_not_bought():
    points = in_order(np.array([[np.nan], [0.1]]), np.ones(2), np.full((2, 1), 4.0), money=5.0, wanted=np.array([0.2]))
    assert_allclose(points, [[0], [2]])
