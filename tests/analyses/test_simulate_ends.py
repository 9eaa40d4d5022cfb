"""Where means come to 0 or 100 on the way: plan, frontier and reach tell what the what-if of the same raises tells."""

from itertools import product

import numpy as np
import pytest

from csi.analyses import load
from csi.model import Indicator, InnerModel, Latent, Model, Scale
from csi.results import Result
from csi.study import Study

from ..surveys import survey_of

simulate = load("simulate")


def between(middle: float, sign: int, *, start: float = 35, n: int = 300) -> Study:
    """A and C move B, and with it T; B stands near an end of its scale. sign: of B's part in T, and of A's in B."""
    rng = np.random.default_rng(8)
    a, c, *noise = rng.standard_normal((5, n))
    b = sign * 0.9 * a + sign * 0.2 * c + 0.3 * noise[0]
    t = 0.4 * a + sign * 0.6 * b + 0.4 * noise[1]
    answers = np.column_stack([start + 6 * a, 50 + 6 * c, middle + 1.5 * b, 40 + 6 * t])
    latents = tuple(Latent(name, indicators=(Indicator(name.lower(), name.lower()),)) for name in "ACBT")
    model = Model(latents, InnerModel((("A", "B"), ("C", "B"), ("A", "T"), ("B", "T"))), "T", scale=Scale(0, 100))
    return Study(survey_of(np.clip(answers, 0, 100), list("acbt"), Scale(0, 100)), model, resamples=0)


def index(result: Result) -> tuple[float, float]:
    row = next(row for row in result.table("effects").records() if row["latent"] == "T")
    return row["before"], row["after"]


def said(result: Result) -> set[str]:
    return {remark.key for remark in result.remarks}


NEAR_AN_END = [between(92, 1), between(8, -1)]
COST = {"a": 1.0, "c": 0.3}


def every_what_if(study: Study) -> list[tuple[float, float]]:
    """Cost and gain of raises of both indicators, by steps."""
    return [
        (a + 0.3 * c, simulate(study, raise_={"a": float(a), "c": float(c)}).headline.value)
        for a, c in product(np.linspace(0, 60, 16), np.linspace(0, 45, 10))
    ]


@pytest.mark.parametrize("study", NEAR_AN_END)
def test_no_what_if_brings_more_than_the_plan_for_the_same_money(study):
    tried = every_what_if(study)
    for budget in (8, 25, 60):
        result = simulate(study, budget=budget, cost=COST)
        plan = {row["indicator"]: row["points"] for row in result.table("plan").records()}
        again = simulate(study, raise_=plan)
        assert result.headline.value == pytest.approx(again.headline.value)
        assert sum(row["gain"] for row in result.table("plan").records()) == pytest.approx(result.headline.value)
        assert ("held" in said(result)) == ("held" in said(again))
        assert result.headline.value >= max(gain for money, gain in tried if money <= budget) - 1e-6
        frontier = result.table("frontier")
        here = np.interp(budget, frontier.column("budget"), frontier.column("index"))
        assert here == pytest.approx(result.answer.values["after"], abs=1e-6)


@pytest.mark.parametrize("study", NEAR_AN_END)
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_no_what_if_reaches_the_goal_for_less(study, share):
    tried = every_what_if(study)
    before, _ = index(simulate(study, raise_={"a": 1}))
    gain = share * max(gain for _, gain in tried)
    result = simulate(study, reach=before + gain, cost=COST)
    assert index(result)[1] == pytest.approx(before + gain, abs=1e-6)
    assert result.answer.values["cost"] <= min(money for money, told in tried if told >= gain) + 1e-6


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("study", NEAR_AN_END)
def test_one_alone_rises_until_the_what_if_tells_the_goal(study, whole):
    before, _ = index(simulate(study, raise_={"a": 1}))
    _, top = index(simulate(study, raise_={"a": 60}))
    goal = before + 0.8 * (top - before)
    row = next(row for row in simulate(study, reach=goal, whole=whole).table("reach").records() if row["indicator"] == "a")
    assert index(simulate(study, raise_={"a": row["points"]}))[1] == pytest.approx(row["after"])
    assert row["after"] >= goal - 1e-6
    assert index(simulate(study, raise_={"a": row["points"] - (1 if whole else 0.001)}))[1] < goal


def test_one_that_cannot_stands_at_its_ceiling():
    study = NEAR_AN_END[0]
    row = simulate(study, reach=99, ceiling={"a": 80}).table("reach").records()
    found = next(one for one in row if one["indicator"] == "a")
    assert found["after"] == pytest.approx(index(simulate(study, raise_={"a": 80 - found["from"]}))[1])


def pair(**changes: object) -> Study:
    """One latent of two indicators as good as each other, at 95 and 40."""
    survey = survey_of([[95, 30], [100, 40], [90, 50]], ["Q1", "Q2"], Scale(0, 100))
    leaves = (Indicator("Near", "Q1"), Indicator("Far", "Q2", **changes))  # type: ignore[arg-type]
    model = Model((Latent("L", indicators=leaves),), weights="equal", target="L", scale=Scale(0, 100))
    return Study(survey, model, resamples=0)


@pytest.mark.parametrize(("asked", "points"), [(30, 17.5), (4, 4), (-60, -50)])
def test_a_raised_latent_takes_each_indicator_as_far_as_its_own_scale_goes(asked, points):
    result = simulate(pair(), raise_={"L": asked})
    row = result.table("raises").records()[0]
    assert (row["asked"], row["points"], row["change"]) == (asked, pytest.approx(points), pytest.approx(points))
    assert result.headline.value == pytest.approx(points)
    assert ("capped" in said(result)) is (asked != points)


def test_raising_a_latent_is_raising_its_indicators():
    apart = simulate(pair(), raise_={"Near": 30, "Far": 30})
    assert simulate(pair(), raise_={"L": 30}).headline.value == pytest.approx(apart.headline.value)


def test_the_ranking_raises_nothing_over_its_ceiling():
    result = simulate(pair(ceiling=42.0))
    rows = {row["indicator"]: row for row in result.table("ranking").records()}
    assert (rows["Far"]["points"], rows["Far"]["to"], rows["Far"]["change"]) == tuple(map(pytest.approx, (2, 42, 1)))
    assert rows["Near"]["points"] == pytest.approx(5)
    assert "by up to {step} points" in result.answer.text.en and "至多 {step} 点" in result.answer.text.zh
    assert "by {step} points" in simulate(pair()).answer.text.en


def test_resamples_that_need_nothing_do_not_count_against_the_only_lever():
    rng = np.random.default_rng(8)
    a, noise = rng.standard_normal((2, 120))
    answers = np.column_stack([50 + 10 * a, 50 + 5 * a + 8 * noise])
    latents = tuple(Latent(name, indicators=(Indicator(name.lower(), name.lower()),)) for name in "AT")
    model = Model(latents, InnerModel((("A", "T"),)), "T", scale=Scale(0, 100))
    study = Study(survey_of(answers, ["a", "t"], Scale(0, 100)), model, resamples=300)
    before, _ = index(simulate(study, raise_={"A": 1}))
    result = simulate(study, reach=before + 0.1, cost={"a": 1})
    assert result.table("plan").records()[0]["certainty"] == 1
    assert "unsettled" not in said(result)
