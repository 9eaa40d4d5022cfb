"""Plans are held against scipy's linprog and against every plan there is."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import linprog

from csi.numerics.allocation import Offer
from csi.numerics.buying_order import in_order
from csi.numerics.passing_on import Passing

SEEDS = range(8)


def direct(gain: np.ndarray, wanted: float = 100.0) -> Passing:
    """Every item moves the index itself."""
    return Passing(gain[None], np.zeros((1, 1)), np.array([100 - wanted]), np.ones(1))


def through(gain: np.ndarray, causes: np.ndarray, spare: np.ndarray, wanted: float) -> Passing:
    """Every item moves the index itself and through means that have so much left to 100, each passing on half."""
    k = len(spare)
    slopes = np.zeros((k + 1, k + 1))
    slopes[:k, k] = 0.5
    return Passing(np.vstack([causes, gain]), slopes, np.array([*(100 - spare), 100 - wanted]), np.eye(k + 1)[k])


def offer(seed: int, *, tight: bool = False, whole: bool = False, m: int = 5) -> Offer:
    """Prices and gains of one kind, one item that gains nothing; tight: other means come to 100 long before the index does."""
    rng = np.random.default_rng(seed)
    causes = rng.uniform(0, 0.5, (2, m))
    own = rng.uniform(0.02, 0.3, m)
    own[0], causes[:, 0] = -0.1, 0
    spare = np.array([2.0, 3.0]) if tight else np.array([90.0, 95.0])
    return Offer(through(own, causes, spare, 40.0), rng.uniform(0.5, 4, m), rng.uniform(1, 30, m), whole)


def linear(one: Offer, budget: float) -> float:
    """What linprog gains for the budget: points, and what each cause of the two passes on at most."""
    m, causes, own = len(one.cost), one.passing.put_in[:2], one.passing.put_in[2]
    gain = np.array([*own, 0.5, 0.5])
    rows = np.vstack([[*one.cost, 0, 0], gain, np.hstack([-causes, np.eye(2)])])
    bounds = [*((0, room) for room in one.sold), *((0, float(100 - level)) for level in one.passing.level[:2])]
    found = linprog(-gain, A_ub=rows, b_ub=[budget, one.passing.wanted, 0, 0], bounds=bounds)
    assert len(found.x) == m + 2
    return float(-found.fun)


def gains(one: Offer, plans: np.ndarray) -> np.ndarray:
    """What the what-if tells of plans, one a row."""
    return one.passing.gained(plans.T)


def hand() -> Offer:
    """A: 0.2 for 2 (0.1 each), 10 points; B: 0.3 for 5 (0.06), 4 points; C: 0.1 for 1 (0.1), 5 points."""
    gain, cost, room = np.array([0.2, 0.3, 0.1]), np.array([2.0, 5.0, 1.0]), np.array([10.0, 4.0, 5.0])
    return Offer(direct(gain), cost, room)


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
        assert one.gained(points) == pytest.approx(linear(one, budget), abs=1e-6)
        assert one.cost @ points <= budget + 1e-9


@pytest.mark.parametrize("tight", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_frontier_is_linprogs_gain_for_every_budget(seed, tight):
    one = offer(seed, tight=tight)
    steps = one.frontier()
    for budget in np.linspace(0, 1.2 * float(one.cost @ one.room), 7):
        assert np.interp(budget, steps @ one.cost, gains(one, steps)) == pytest.approx(linear(one, budget), abs=1e-5)


@pytest.mark.parametrize("tight", [False, True])
def test_the_frontier_bends_at_every_step_and_nowhere_else(tight):
    one = offer(2, tight=tight)
    steps = one.frontier()
    slopes = np.diff(gains(one, steps)) / np.diff(steps @ one.cost)
    assert (np.diff(slopes) < 0).all()


def every_plan(one: Offer) -> np.ndarray:
    """All whole points that may be bought."""
    return np.array(list(product(*(range(int(room) + 1) for room in one.room))), dtype=float)


def small(seed: int, *, tight: bool) -> Offer:
    rng = np.random.default_rng(100 + seed)
    spare = np.array([1.5]) if tight else np.array([90.0])
    gain, cost = rng.uniform(0.05, 0.3, 3), rng.uniform(1, 4, 3)
    return Offer(through(gain, rng.uniform(0, 0.4, (1, 3)), spare, 50.0), cost, rng.uniform(2, 6, 3), whole=True)


@pytest.mark.parametrize("tight", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_whole_points_gain_what_the_best_of_all_plans_gains(seed, tight):
    one, budget = small(seed, tight=tight), 9.0
    plans = every_plan(one)
    best = gains(one, plans)[plans @ one.cost <= budget].max()
    points = one.spend(budget)
    assert points.tolist() == np.rint(points).tolist()
    assert one.gained(points) == pytest.approx(best, abs=1e-9)
    assert points @ one.cost <= budget + 1e-9


@pytest.mark.parametrize("tight", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_cheapest_way_costs_what_the_cheapest_of_all_plans_costs(seed, tight):
    one, goal = small(seed, tight=tight), 0.8
    plans = every_plan(one)
    cheapest = (plans @ one.cost)[gains(one, plans) >= goal].min()
    assert one.cost @ one.reach(goal) == pytest.approx(cheapest, abs=1e-9)


@pytest.mark.parametrize("tight", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_cheapest_way_to_a_gain_costs_the_budget_that_gains_it(seed, tight):
    one = offer(seed, tight=tight)
    goal = 0.6 * one.gained(one.most)
    points = one.reach(goal)
    assert one.gained(points) == pytest.approx(goal, abs=1e-7)
    assert linear(one, float(one.cost @ points)) == pytest.approx(goal, abs=1e-6)


@pytest.mark.parametrize("tight", [False, True])
def test_a_goal_beyond_everything_has_no_way(tight):
    one = offer(1, tight=tight)
    assert one.reach(one.gained(one.most) + 0.01) is None


@pytest.mark.parametrize("seed", SEEDS)
def test_the_frontier_of_whole_points_sells_whole_points_and_rises(seed):
    one = small(seed, tight=True)
    steps = one.frontier()
    assert steps.tolist() == np.rint(steps).tolist()
    assert (np.diff(gains(one, steps)) > 0).all() and (np.diff(steps @ one.cost) > 0).all()


def test_many_equal_prices_of_whole_points_end_in_a_moment():
    # thousands of plans that gain alike, which branch and bound would try one after another
    passing = through(np.full(24, 0.075), np.full((1, 24), 0.05), np.array([31.3]), 90.0)
    alike = Offer(passing, np.full(24, 3.0), np.full(24, 30.0), whole=True)
    assert alike.gained(alike.spend(1000.0)) == pytest.approx(33.3)
    found = alike.reach(20.05)
    assert found is not None and alike.gained(found) == pytest.approx(20.1)


def test_the_index_is_never_bought_over_100():
    one = hand()
    most = replace(one, passing=direct(one.gain, wanted=1.5)).spend(1000)
    assert most @ one.gain == pytest.approx(1.5)


def test_money_in_millions_buys_what_money_in_ones_buys():
    one = offer(3, tight=True, whole=True)
    assert_allclose(replace(one, cost=one.cost * 1e6).spend(20e6), one.spend(20))


def ends(seed: int) -> Offer:
    """Three items that move four means near 0 and near 100, which lift and lower each other and the index."""
    rng = np.random.default_rng(300 + seed)
    slopes = np.triu(rng.uniform(-0.9, 0.9, (5, 5)), 1)
    put_in = np.zeros((5, 3))
    put_in[:3] = np.diag(rng.uniform(0.3, 1, 3))
    level = np.where(rng.random(5) < 0.5, rng.uniform(1, 8, 5), rng.uniform(92, 99, 5))
    return Offer(Passing(put_in, slopes, level, np.eye(5)[4]), rng.uniform(1, 4, 3), rng.uniform(5, 20, 3))


def steep(one: Offer) -> float:
    """No point of an item moves the index by more."""
    return float((np.linalg.inv(np.eye(5) - abs(one.passing.slopes)).T @ one.passing.put_in)[4].max())


@pytest.mark.parametrize("seed", range(30))
def test_where_means_come_to_0_and_100_no_other_plan_gains_more_for_the_money(seed):
    one = ends(seed)
    if not (one.sold > 0).any():
        return
    grid = np.array(list(product(*(np.linspace(0, room, 25) for room in one.sold))))
    money, gained, near = grid @ one.cost, gains(one, grid), steep(one) * float(one.sold.sum()) / 24
    frontier = one.frontier()
    for share in (0.1, 0.3, 0.6, 1.0):
        budget = share * float(money.max())
        points = one.spend(budget)
        best = gained[money <= budget].max()
        assert one.cost @ points <= budget + 1e-6
        assert best - 1e-6 <= one.gained(points) <= best + near
        assert np.interp(budget, frontier @ one.cost, gains(one, frontier)) >= one.gained(points) - 1e-5
        if one.passing.is_concave(one.sold):
            assert np.interp(budget, frontier @ one.cost, gains(one, frontier)) == pytest.approx(one.gained(points), abs=1e-5)
        goal = 0.9 * one.gained(points)
        if goal > 1e-3:
            way = one.reach(goal)
            assert one.gained(way) >= goal - 1e-6
            assert one.cost @ way <= money[gained >= goal].min(initial=np.inf) + 1e-5


def test_a_plan_is_told_without_the_tolerance_of_the_solver():
    one = Offer(
        through(np.array([0.1, 0.1]), np.array([[0.5, 0.2]]), np.array([4.0]), 60.0), np.array([1.0, 2.0]), np.full(2, 20.0)
    )
    assert one.path is None
    assert one.spend(50.0).tolist() == [20.0, 15.0]
    assert one.spend(1000.0).tolist() == [20.0, 20.0]


def test_a_batch_is_bought_column_by_column():
    gain = np.array([[0.2, 0.1], [0.1, 0.3]])
    points = in_order(gain, np.array([1.0, 1.0]), np.full((2, 2), 4.0), money=5.0)
    assert_allclose(points, [[4, 1], [1, 4]])


def test_what_is_not_known_is_not_bought():
    points = in_order(np.array([[np.nan], [0.1]]), np.ones(2), np.full((2, 1), 4.0), money=5.0, wanted=np.array([0.2]))
    assert_allclose(points, [[0], [2]])
