import dataclasses
import re

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.analyses import load
from csi.analyses.drivers.figures import Drivers
from csi.assembler import assemble, report
from csi.model import OVERALL, Indicator, InnerModel, Latent, Model, Respondents
from csi.numerics import random_driver
from csi.numerics.pieces import Pieces
from csi.renderers import render
from csi.renderers.chart_rows import bars, chart_note
from csi.renderers.page_axes import index_axis
from csi.renderers.sentences import remark_sentence
from csi.results import Blank, Result
from csi.study import Study
from csi.study.importance import importance
from csi.survey import Survey

from ..reference import ITEMS, reference
from ..surveys import TEN, ecsi_model, ecsi_survey, survey_of

drivers = load("drivers")


def of_quality(resamples: int = 0, **options: object) -> Result:
    study = Study(ecsi_survey(), ecsi_model(), resamples=resamples)
    return drivers(study, **{"outcome": "CUSA1", "drivers": "Quality", **options})


def small(answers: np.ndarray, **options: object) -> Study:
    """Drivers A, B, … in one latent, what they should explain in another."""
    names = [*"ABCDEFGH"[: answers.shape[1] - 1], "Y"]
    service = Latent("Service", indicators=tuple(Indicator(name, name) for name in names[:-1]))
    model = Model((service, Latent("Satisfaction", indicators=(Indicator("Y", "Y"),))), target="Satisfaction", scale=TEN)
    return Study(survey_of(answers, names), model, weights="equal", **{"resamples": 300, **options})  # type: ignore[arg-type]


def generated(n: int, slopes: list[float], seed: int = 1, noise: float = 1.0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((n, len(slopes))) + 0.7 * rng.standard_normal((n, 1))
    return np.column_stack([x, x @ slopes + noise * rng.standard_normal(n)])


def by_driver(result: Result) -> dict:
    return {row.get("indicator", row["latent"]): row for row in result.table("drivers").records()}


def said(result: Result) -> dict:
    return {remark.key: remark for remark in (*result.remarks, *([result.answer] if result.answer else []))}


def sentence(result: Result, key: str, language: str = "en") -> str:
    return remark_sentence(said(result)[key], language)


def mobile() -> Survey:
    answers = np.genfromtxt(reference("surveys/ecsi-mobile.csv"), delimiter=",", names=True)
    return survey_of(np.column_stack([answers[item] for item in ITEMS]), ITEMS)


def test_quality_and_overall_satisfaction_of_the_mobile_survey():
    rows = by_driver(drivers(Study(mobile(), ecsi_model(), resamples=0), outcome="CUSA1", drivers="Quality"))
    names = [f"PERQ{j}" for j in range(1, 8)]
    weights = [0.129505, 0.055248, 0.045587, 0.075747, 0.035170, 0.042756, 0.062737]
    shares = [0.134763, 0.050854, 0.045326, 0.075340, 0.035288, 0.043937, 0.061241]
    assert_allclose([rows[name]["relative_weight"] for name in names], weights, atol=1e-6)
    assert_allclose([rows[name]["shapley"] for name in names], shares, atol=1e-6)
    assert rows["PERQ1"]["performance"] == pytest.approx(77.156, abs=1e-3)


def test_the_table_holds_what_scripts_rely_on():
    table = of_quality(resamples=50).table("drivers")
    promised = {"indicator", "relative_weight", "shapley", "beta", "correlation", "lower", "upper", "rank"}
    assert promised <= {term.key for term in table.columns}
    latents = drivers(Study(ecsi_survey(), ecsi_model(), resamples=0), level="latents").table("drivers")
    assert {"latent", "shapley", "rank"} <= {term.key for term in latents.columns}
    assert "indicator" not in {term.key for term in latents.columns}


def test_a_latent_with_one_indicator_of_its_own_name_is_still_an_indicator():
    single = tuple(Latent(name, indicators=(Indicator(name, name),)) for name in "ABY")
    model = Model(single, target="Y", scale=TEN)
    result = drivers(Study(survey_of(generated(60, [0.6, 0.3]), [*"ABY"]), model, weights="equal", resamples=0))
    assert result.table("drivers").column("indicator") == ("A", "B")


def test_the_most_important_stands_first_and_shares_sum_to_one():
    table = of_quality().table("drivers")
    assert table.column("rank") == (1, 2, 3, 4, 5, 6, 7)
    assert table.column("indicator")[0] == "PERQ1"
    for key in ("shapley_share", "relative_weight_share"):
        assert sum(table.column(key)) == pytest.approx(1)


def test_every_measure_has_an_interval_that_holds_it():
    for row in of_quality(resamples=200).table("drivers").records():
        assert row["lower"] < row["shapley"] < row["upper"]
        for key in ("shapley_share", "relative_weight", "relative_weight_share", "correlation", "beta", "performance"):
            assert row[f"{key}_lower"] < row[key] < row[f"{key}_upper"], key
        assert row["rank_lower"] <= row["rank"] <= row["rank_upper"]


def test_without_resamples_there_are_shares_and_no_intervals():
    row = by_driver(of_quality())["PERQ1"]
    assert isinstance(row["shapley_share"], float)
    for key in ("standard_error", "lower", "shapley_share_upper", "rank_lower", "rank_probability", "first_probability"):
        assert row[key] == Blank("no_resamples")
    assert "first in" not in sentence(of_quality(), "strongest")


def test_the_answer_names_the_strongest_driver_its_share_and_how_sure_its_place_is():
    answer = remark_sentence(of_quality(resamples=300).answer, "en")
    assert re.search(
        r'"PERQ1" matters most for "CUSA1": 30% of what the drivers explain \(95% interval \d+% to \d+%\); '
        r"it stands first in 9\d% of the resamples",
        answer,
    )
    assert "Its own index is 77." in answer


def twin_study(resamples: int = 400) -> Study:
    """Two drivers that the answers cannot tell apart: whatever one person says of A, another says of B."""
    one = generated(150, [0.5, 0.5, 0.1])
    return small(np.concatenate([one, one[:, [1, 0, 2, 3]]]), resamples=resamples)


def test_two_equal_drivers_swap_about_half_the_time():
    result = drivers(twin_study())
    first = [by_driver(result)[name]["first_probability"] for name in "AB"]
    assert sum(first) == pytest.approx(1)
    assert_allclose(first, 0.5, atol=0.08)
    assert "not settled" in remark_sentence(result.answer, "en")
    assert said(result)["rivals"].values["rivals"] == (by_driver(result)["B"]["indicator"],)


def test_a_clear_order_is_told_as_settled():
    result = drivers(small(generated(300, [1.0, 0.4, 0.0])))
    assert [row["rank_upper"] for row in result.table("drivers").records()] == [1, 2, 3]
    assert "not settled" not in remark_sentence(result.answer, "en")
    assert "rivals" not in said(result)


def test_a_driver_without_any_connection_is_told_and_its_interval_holds_nothing():
    rng = np.random.default_rng(8)
    answers = generated(200, [0.8, 0.5])
    result = drivers(small(np.column_stack([answers[:, :2], rng.standard_normal(200), answers[:, 2]])))
    row = by_driver(result)["C"]
    assert row["p"] > 0.05
    assert row["lower"] == row["shapley_share_lower"] == row["relative_weight_lower"] == 0
    assert said(result)["by_chance"].values["drivers"] == ("C",)
    assert by_driver(result)["A"]["p"] < 0.001


def test_one_unconnected_question_in_twenty_looks_connected():
    # the exact test would be right in 19 of 20 surveys; 200 surveys tell that to about 3 in 100
    rng = np.random.default_rng(9)
    found = 0
    for _ in range(200):
        answers = np.column_stack([generated(80, [0.5, 0.5], seed=int(rng.integers(10**9))), rng.standard_normal(80)])
        whole = np.corrcoef(answers[:, [0, 1, 3, 2]].T)
        chances = random_driver.weights_by_chance(whole[:3, :3], whole[:3, 3], 80, 400, rng)
        weight = random_driver.relative_weights(whole[:3, :3, None], whole[:3, 3:])[2]
        found += bool(random_driver.p_of_weights(weight, chances)[0] < 0.05)
    assert 1 <= found <= 20


def test_intervals_hold_the_truth_about_as_often_as_they_say():
    # four drivers with correlations 0.7 ** 2 / 1.49, slopes .6 .4 .3 .2; the small form of benchmarks/drivers.py
    truth = true_shares([0.6, 0.4, 0.3, 0.2])
    held = []
    for seed in range(60):
        study = small(generated(150, [0.6, 0.4, 0.3, 0.2], seed=seed), resamples=200)
        found = importance(study)
        ends = [found.spread("shapley", at)[1:] for at in range(4)]
        held += [lower <= share <= upper for (lower, upper), share in zip(ends, truth, strict=True)]
    assert 0.89 <= np.mean(held) <= 0.99


def true_shares(slopes: list[float]) -> np.ndarray:
    from csi.numerics.shapley import shapley

    slope = np.array(slopes)
    covariance = np.eye(len(slopes)) + 0.49
    toward = covariance @ slope / np.sqrt(1.49 * (slope @ covariance @ slope + 1))
    return shapley((covariance / 1.49)[:, :, None], toward[:, None])[:, 0]


def test_what_is_explained_is_adjusted_and_not_told_too_high():
    headline = drivers(small(generated(60, [0.0] * 6, seed=3))).headline
    assert headline.value < 0.05
    assert headline.lower == 0


def test_the_interval_of_what_is_explained_lies_about_it_and_not_above():
    headline = drivers(small(generated(60, [0.2] * 6, seed=3))).headline
    assert headline.lower < headline.value < headline.upper
    assert (headline.lower + headline.upper) / 2 == pytest.approx(headline.value, abs=0.03)


def test_overlap_and_near_twins_are_told():
    rng = np.random.default_rng(4)
    answers = generated(200, [0.6, 0.4])
    result = drivers(small(np.column_stack([answers[:, 0], answers[:, 0] + 0.2 * rng.standard_normal(200), answers[:, 1:]])))
    assert said(result)["inflated"].values["drivers"] == tuple(
        row["indicator"] for row in result.table("drivers").records() if row["vif"] > 5
    )
    assert (said(result)["twins"].values["first"], said(result)["twins"].values["second"]) == ("A", "B")
    assert "more pair" not in sentence(result, "twins")


def test_a_sign_that_turns_beside_the_others_is_told():
    rng = np.random.default_rng(2)
    common = rng.standard_normal(300)
    a, b = common + 0.5 * rng.standard_normal(300), common + 0.5 * rng.standard_normal(300)
    result = drivers(small(np.column_stack([a, b, a - 0.3 * b + 0.3 * rng.standard_normal(300)])))
    assert by_driver(result)["B"]["sign"] == "negative"
    assert said(result)["sign_turned"].values["drivers"] == ("B",)
    assert "negative_driver" not in said(result)


def test_a_driver_that_is_coded_the_other_way_round_is_told():
    answers = generated(200, [0.8, 0.5])
    answers[:, 0] *= -1
    result = drivers(small(answers))
    assert said(result)["negative_driver"].values["drivers"] == ("A",)
    assert "sign_turned" not in said(result)


def test_another_first_by_relative_weights_is_told():
    from ..numerics import cars

    answers = cars.answers()
    study = small((answers - answers.mean(axis=0)) / answers.std(axis=0), resamples=0)
    result = drivers(study)
    assert said(result)["strongest"].values["driver"] == "A"  # cylinders
    assert said(result)["other_measure"].values["driver"] == "C"  # horsepower


def test_what_repeats_the_outcome_is_told():
    answers = generated(150, [0.6, 0.4])
    result = drivers(small(np.column_stack([answers[:, :2], answers[:, 2] + 0.1 * answers[:, 0], answers[:, 2]])))
    assert said(result)["same_as_outcome"].values["drivers"] == ("C",)


def test_few_respondents_for_so_many_drivers_are_told():
    assert said(drivers(small(generated(59, [0.3] * 6))))["few_for_drivers"].values["n"] == 59
    assert "few_for_drivers" not in said(drivers(small(generated(60, [0.3] * 6))))


def test_correlations_that_were_made_consistent_are_told():
    answers = np.clip(np.rint(ecsi_survey().answers), 1, 10)
    holes = np.where(np.random.default_rng(0).random(answers.shape) < 0.6, np.nan, answers)
    assert "repaired" in said(drivers(Study(survey_of(holes, ITEMS), ecsi_model(), resamples=0)))
    assert "repaired" not in said(of_quality())


def test_a_report_on_the_whole_tells_why_it_has_no_drivers():
    study = Study(ecsi_survey(), ecsi_model(target=OVERALL, inner=InnerModel(())), resamples=30)
    skipped = {one.analysis: one.reason.en for one in report(study).skipped}
    assert "the whole of all latents" in skipped["drivers"]


def test_a_lone_driver_has_no_rivals():
    result = drivers(small(generated(100, [0.8])))
    assert result.answer is not None
    assert result.answer.key == "only_driver"


def test_every_outcome_may_be_asked_for_at_once():
    study = Study(ecsi_survey(), ecsi_model(), resamples=0)
    result = drivers(study, outcome="all", level="latents")
    assert list(dict.fromkeys(result.table("drivers").column("outcome"))) == [
        "Expectation",
        "Quality",
        "Value",
        "Satisfaction",
        "Complaints",
        "Loyalty",
    ]
    assert result.headline.about == "Satisfaction"
    assert result.answer.values["outcome"] == "Satisfaction"


def test_more_than_twenty_drivers_are_sampled_and_the_error_is_told():
    study = Study(ecsi_survey(), ecsi_model(inner=InnerModel(())), resamples=40)
    result = drivers(study)
    rows = result.table("drivers").records()
    assert len(rows) == 21
    assert 0 < max(row["sampling_error"] for row in rows) < 0.001
    assert said(result)["sampled_orders"].values["orders"] >= 2000
    assert result.settings["orders"] >= 2000
    assert 0 < said(result)["sampled_resamples"].values["wider"] < 0.1
    assert "--exact" not in sentence(result, "sampled_resamples")


def test_up_to_twenty_drivers_nothing_is_sampled():
    result = drivers(Study(ecsi_survey(), ecsi_model(), resamples=40))
    assert set(result.table("drivers").column("sampling_error")) == {0.0}
    assert (result.settings["orders"], result.settings["orders_in_resamples"]) == ("all", "all")


def test_shares_of_nothing_are_blank():
    answers = np.array([[a, b, a * b] for a in (-1, 1) for b in (-1, 1)] * 5, dtype=float)
    row = by_driver(drivers(small(answers)))["A"]
    assert row["shapley_share"] == Blank("undefined")
    assert row["shapley"] == pytest.approx(0)


def test_the_chart_shows_shares_as_far_as_they_reach():
    result = of_quality(resamples=100)
    (chart,) = result.charts
    table = result.table("drivers")
    rows = bars(chart, table, "en", {})
    axis = index_axis(rows, table.columns[table.position(chart.y)], "en")
    assert axis.low == 0
    assert max(bar.upper for bar in rows) <= axis.high < 1
    assert axis.ticks[1][1].endswith("%")
    assert chart_note(chart, table, result.settings, "en").startswith("Bars are shares of the whole.")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_sentence_can_be_written(language):
    study = Study(ecsi_survey(), ecsi_model(inner=InnerModel(())), resamples=30)
    results = [drivers(twin_study(30)), drivers(study), of_quality(30)]
    assert all("{" not in remark_sentence(remark, language) for result in results for remark in said(result).values())
    assert all(len(render(result, "json")) > 100 for result in results)


def test_ranks_do_not_count_resamples_without_an_answer():
    one = Drivers(importance(twin_study(60)))
    draws = dict(one.found.drawn.figures)
    draws["r_squared"] = np.where(np.arange(60) < 10, np.nan, draws["r_squared"])
    spoilt = dataclasses.replace(one.found, drawn=dataclasses.replace(one.found.drawn, figures=Pieces([draws])))
    assert Drivers(spoilt).drawn_ranks.shape == (3, 50)


def in_stores(answers: np.ndarray, stores: int) -> Study:
    """The same answers, each respondent in a store drawn by lot."""
    alone = small(answers)
    store = np.random.default_rng(9).integers(0, stores, len(answers))
    survey = dataclasses.replace(alone.survey, labels={"Store": tuple(str(at) for at in store)})
    return dataclasses.replace(
        alone, survey=survey, model=dataclasses.replace(alone.model, respondents=Respondents(cluster="Store"))
    )


def holey(share: float, slopes: list[float], seed: int = 1, n: int = 400) -> np.ndarray:
    answers = generated(n, slopes, seed)
    answers[np.random.default_rng(seed + 50).random(answers.shape) < share] = np.nan
    return answers


def test_stores_that_have_nothing_in_common_count_as_their_respondents():
    answers = generated(1000, [0.25, 0.2, 0.15])
    apart, together = (by_driver(drivers(study)) for study in (small(answers), in_stores(answers, 20)))
    assert max(row["p_adjusted"] for row in apart.values()) < 0.01
    assert max(row["p_adjusted"] for row in together.values()) < 0.01
    assert min(row["lower"] for row in together.values()) > 0


def test_stores_whose_customers_answer_alike_count_for_less():
    rng = np.random.default_rng(3)
    store = rng.integers(0, 20, 400)
    answers = rng.standard_normal((400, 4)) + rng.standard_normal((20, 4))[store]
    survey = survey_of(answers, [*"ABC", "Y"], labels={"Store": tuple(str(at) for at in store)})
    model = dataclasses.replace(small(answers).model, respondents=Respondents(cluster="Store"))
    found = Drivers(importance(Study(survey, model, weights="equal", resamples=300)))
    assert 20 < found.chance.independent < 200


def test_without_resamples_clusters_have_no_p():
    row = by_driver(drivers(dataclasses.replace(in_stores(generated(300, [0.5, 0.2]), 20), resamples=0)))["A"]
    assert row["p"] == Blank("no_resamples")


def test_unconnected_questions_with_holes_look_connected_one_time_in_twenty():
    p = [row["p"] for seed in range(40) for row in by_driver(drivers(small(holey(0.6, [0, 0, 0], seed)))).values()]
    assert np.mean(np.array(p) < 0.05) < 0.12


def test_what_is_explained_of_pairs_is_adjusted_by_the_pairs():
    explained = [drivers(small(holey(0.6, [0, 0, 0], seed), resamples=0)).headline.value for seed in range(30)]
    assert np.mean(explained) < 0.03


def test_few_answers_behind_a_correlation_are_told():
    told = said(drivers(small(holey(0.6, [0.5, 0.3, 0]))))["thin_pairs"].values
    assert told["fewest"] < told["n"] / 5
    assert "thin_pairs" not in said(drivers(small(holey(0.1, [0.5, 0.3, 0]))))


@pytest.mark.parametrize("seed", range(3))
def test_no_resample_of_pairs_explains_more_than_there_is(seed):
    x = np.random.default_rng(seed).standard_normal((150, 1))
    y = x + 0.5 * np.random.default_rng(seed + 7).standard_normal((150, 1))
    answers = np.column_stack([x + 0.5 * np.random.default_rng(seed + 1).standard_normal((150, 6)), y])
    answers[np.random.default_rng(seed + 2).random(answers.shape) < 0.45] = np.nan
    found = importance(small(answers))
    assert not found.repaired  # the estimate itself is sound
    parts = found.draws["relative_weight"] / found.draws["r_squared"]
    assert np.nanmin(parts) > -1e-9
    assert np.nanmax(parts) < 1 + 1e-9
    assert np.nanmax(found.draws["relative_weight"].sum(axis=0)) < 1 + 1e-9


@pytest.mark.parametrize("interval", ["normal", "bca"])
def test_no_end_lies_where_a_part_cannot(interval):
    result = drivers(small(generated(40, [0.3, 0.05, 0, 0], noise=3), interval=interval))
    shares = [row["shapley_share_lower"] for row in by_driver(result).values()]
    ends = [*shares, result.headline.lower, *(row["lower"] for row in by_driver(result).values())]
    assert min(end for end in ends if isinstance(end, float)) >= 0
    assert (
        max(row["shapley_share_upper"] for row in by_driver(result).values() if isinstance(row["shapley_share_upper"], float))
        <= 1
    )


def test_chance_is_that_of_the_confidence_asked_for():
    result = drivers(small(generated(400, [0.0, 0.0, 0.0]), confidence=0.8))
    beyond = tuple(name for name, row in by_driver(result).items() if row["p_adjusted"] >= 0.2)
    assert said(result)["by_chance"].values["drivers"] == beyond
    assert said(result)["by_chance"].values["limit"] == 0.2


def test_the_headline_says_what_it_is():
    study = Study(ecsi_survey(), ecsi_model(), resamples=0)
    done = assemble(study, [drivers(study, level="latents")])
    for form in ("table", "md"):
        assert "Satisfaction · Explained together (adjusted R²)" in render(done, form).decode()
