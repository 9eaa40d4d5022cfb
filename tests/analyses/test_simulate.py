import dataclasses
from itertools import pairwise, product

import numpy as np
import pytest
from numpy.testing import assert_allclose

from benchmarks import population
from benchmarks import simulate as benchmark
from csi.analyses import load
from csi.analyses.simulate.levers import Levers
from csi.analyses.simulate.mechanism import Mechanism
from csi.analyses.simulate.plans import Plan, frontier
from csi.errors import MissingRole, NegativeWeight, NoHonestAnswer, UsageFault
from csi.model import OVERALL, Indicator, InnerModel, Latent, Model, Scale
from csi.renderers.sentences import remark_sentence
from csi.results import Blank, Result
from csi.study import Study
from csi.survey import Survey
from csi.survey.survey import Origin

from ..reference import BLOCKS, ITEMS
from ..surveys import ecsi_model, ecsi_survey, survey_of

simulate, ipma = load("simulate"), load("ipma")


def ecsi(**options: object) -> Study:
    model = options.pop("model", None) or ecsi_model()
    return Study(ecsi_survey(), model, **{"resamples": 0, **options})  # type: ignore[arg-type]


def marked(**changes: dict[str, object]) -> Model:
    """The ECSI model with more said of some indicators: IMAG1=dict(cost=2)."""
    latents = tuple(
        dataclasses.replace(
            latent, indicators=tuple(dataclasses.replace(leaf, **changes.get(leaf.name, {})) for leaf in latent.indicators)
        )
        for latent in ecsi_model().latents
    )
    return dataclasses.replace(ecsi_model(), latents=latents)


def by(result: Result, table: str, key: str = "indicator") -> dict:
    return {row[key]: row for row in result.table(table).records()}


def changes(result: Result) -> dict:
    return {row["latent"]: row["change"] for row in result.table("effects").records()}


def sentence(result: Result, language: str = "en") -> str:
    assert result.answer is not None
    return remark_sentence(result.answer, language)


def said(result: Result) -> dict:
    return {remark.key: remark for remark in result.remarks}


def importance(name: str, target: str = "Satisfaction") -> float:
    """As `csi ipma` tells it."""
    result = ipma(ecsi(), target=target)
    rows = by(result, "constructs", "latent") | by(result, "indicators")
    return rows[name]["importance"]


# A tree by hand: Speed 40 and Staff 60 make Service (weights 3 and 1), Price 80 stands alone; Service counts 2, Value 1.


def tree_model(**changes: object) -> Model:
    leaves = (Indicator("Speed", "Q1", weight=3), Indicator("Staff", "Q2", weight=1))
    service = Latent("Service", indicators=leaves, weight=2)
    value = Latent("Value", indicators=(Indicator("Price", "Q3", weight=1),), weight=1)
    return Model((service, value), **{"scale": Scale(0, 10), "target": OVERALL, **changes})  # type: ignore[arg-type]


def tree(model: Model | None = None, **options: object) -> Study:
    survey = survey_of([[3, 5, 8], [4, 6, 9], [5, 7, 7], [4, 6, 8]], ["Q1", "Q2", "Q3"], Scale(0, 10))
    return Study(survey, model or tree_model(), **{"resamples": 0, **options})  # type: ignore[arg-type]


def test_in_a_tree_the_index_moves_by_the_overall_weight_of_what_is_raised():
    found = by(simulate(tree(), raise_={"Speed": 10}), "effects", "latent")
    assert found[OVERALL]["change"] == pytest.approx(2 / 3 * 3 / 4 * 10)
    assert found["Service"]["change"] == pytest.approx(7.5)
    assert (found["Service"]["before"], found["Service"]["after"]) == (pytest.approx(45), pytest.approx(52.5))
    assert found["Value"]["change"] == 0


def test_raising_a_latent_raises_all_that_it_holds():
    assert changes(simulate(tree(), raise_={"Service": 6})) == pytest.approx({OVERALL: 4, "Service": 6, "Value": 0})


def test_a_part_moves_its_latent_by_its_weight():
    parts = (
        Latent("Core", indicators=(Indicator("A", "Q1"), Indicator("B", "Q2")), weight=1),
        Latent("Rest", (), (Indicator("C", "Q3"),), weight=3),
    )
    model = Model((Latent("Service", parts=parts),), target="Service", scale=Scale(0, 10), weights="given")
    assert changes(simulate(tree(model), raise_={"Core": 8}))["Service"] == pytest.approx(2)


def test_several_raises_add_up():
    assert changes(simulate(tree(), raise_={"Speed": 10, "Price": 6}))[OVERALL] == pytest.approx(5 + 2)


def test_pairs_mean_what_a_mapping_means():
    assert simulate(tree(), raise_=(("Speed", 10.0),)) == simulate(tree(), raise_={"Speed": 10})


def test_a_negative_raise_lowers_and_is_told_so():
    result = simulate(tree(), raise_={"Speed": -10})
    assert changes(result)[OVERALL] == pytest.approx(-5)
    assert sentence(result) == "lowering Speed by 10 would lower the index from 56.7 to 51.7 (−5.0)"


@pytest.mark.parametrize(("asked", "points"), [(90, 60), (-90, -40), (60, 60)])
def test_no_mean_is_raised_beyond_its_scale_and_that_is_said(asked, points):
    result = simulate(tree(), raise_={"Speed": asked})
    row = by(result, "raises", "raised")["Speed"]
    assert (row["asked"], row["points"], row["to"]) == (asked, pytest.approx(points), pytest.approx(40 + points))
    assert changes(result)[OVERALL] == pytest.approx(points / 2)
    assert ("capped" in said(result)) is (asked != points)


def test_an_indicator_within_a_raised_latent_has_less_room_left():
    row = by(simulate(tree(), raise_={"Speed": 50, "Service": 20}), "raises", "raised")["Speed"]
    assert row["points"] == pytest.approx(40)


def test_a_name_may_be_the_label_of_the_analyst():
    model = tree_model()
    speed = dataclasses.replace(model.latents[0].indicators[0], label={"zh": "速度"})
    latents = (dataclasses.replace(model.latents[0], indicators=(speed, model.latents[0].indicators[1])), model.latents[1])
    result = simulate(tree(dataclasses.replace(model, latents=latents)), raise_={"速度": 10})
    assert result.settings["raise"] == ("Speed=10",)


@pytest.mark.parametrize("option", ["raise_", "cost", "ceiling"])
def test_an_unknown_name_is_refused_with_the_nearest(option):
    with pytest.raises(UsageFault, match="nearest is Speed") as refusal:
        simulate(tree(), **{option: {"Spede": 5}})
    assert "Speed, Staff, Price" in refusal.value.remedy.en
    assert "最接近的是 Speed" in refusal.value.reason.zh


def test_costs_are_those_of_indicators_only():
    with pytest.raises(UsageFault, match='no indicator "Service"'):
        simulate(tree(), cost={"Service": 5}, budget=3)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"raise_": (("Speed", 1.0), ("Speed", 2.0))}, "named twice"),
        ({"raise_": {"Speed": float("nan")}}, "no number"),
        ({"raise_": {"Speed": "5"}}, "no number"),
        ({"raise_": {"Speed": 1}, "budget": 3}, "two questions"),
        ({"reach": 60, "budget": 3}, "two questions"),
        ({"raise_": {"Speed": 1}, "cost": {"Speed": 3}}, "for plans"),
        ({"whole": True}, "for plans"),
        ({"budget": 0}, "nothing can be bought"),
        ({"budget": -5}, "nothing can be bought"),
        ({"budget": float("inf")}, "no number"),
        ({"reach": 101}, "runs from 0 to 100"),
        ({"cost": {"Speed": 0}, "budget": 3}, "above 0"),
        ({"ceiling": {"Speed": 101}, "budget": 3}, "between 0 and 100"),
        ({"target": "Servce"}, "nearest is Service"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused_in_both_languages(options, why):
    with pytest.raises(UsageFault, match=why) as refusal:
        simulate(tree(), **options)
    assert refusal.value.reason.zh and refusal.value.remedy.zh


# Along the paths


def test_raising_a_latent_moves_the_index_by_its_importance():
    moved = changes(simulate(ecsi(), raise_={"Image": 3}))
    assert moved["Satisfaction"] == pytest.approx(3 * importance("Image"))
    assert moved["Image"] == pytest.approx(3)


def test_raising_an_indicator_moves_the_index_by_its_share_of_that():
    assert changes(simulate(ecsi(), raise_={"PERQ1": 5}))["Satisfaction"] == pytest.approx(5 * importance("PERQ1"))


@pytest.mark.parametrize("downstream", ["Loyalty", "Complaints", "Value"])
def test_every_latent_that_is_reached_moves_by_its_own_total_effect(downstream):
    moved = changes(simulate(ecsi(), raise_={"Quality": 4}))
    assert moved[downstream] == pytest.approx(4 * importance("Quality", downstream))


def test_what_is_put_into_a_cause_and_into_its_effect_counts_once_each():
    moved = changes(simulate(ecsi(), raise_={"Image": 3, "Quality": 2}))
    assert moved["Satisfaction"] == pytest.approx(3 * importance("Image") + 2 * importance("Quality"))
    assert moved["Quality"] == pytest.approx(2 + 3 * importance("Image", "Quality"))


def test_causes_of_what_is_raised_stay_where_they_are():
    moved = changes(simulate(ecsi(), raise_={"Quality": 2}))
    assert moved["Image"] == moved["Expectation"] == 0


def test_a_latent_that_comes_to_100_is_held_there_and_passes_on_no_more():
    result = simulate(ecsi(), raise_={"Image": 26, "Expectation": 27, "Quality": 24})
    assert by(result, "effects", "latent")["Quality"]["after"] == pytest.approx(100)
    assert set(said(result)["held"].values["names"]) >= {"Quality", "Expectation"}
    assert max(row["after"] for row in result.table("effects").records()) <= 100


def test_the_interval_of_a_change_is_that_of_the_importance_behind_it():
    study = ecsi(resamples=300)
    ours = by(simulate(study, raise_={"Image": 3}), "effects", "latent")["Satisfaction"]
    theirs = by(ipma(study), "constructs", "latent")["Image"]
    assert_allclose([ours["lower"], ours["upper"]], [3 * theirs["importance_lower"], 3 * theirs["importance_upper"]], rtol=1e-5)
    assert ours["standard_error"] == pytest.approx(3 * theirs["importance_standard_error"], rel=1e-5)


def test_the_answer_tells_from_where_to_where_and_how_sure_that_is():
    result = simulate(ecsi(resamples=200), raise_={"PERQ1": 5, "Image": 3})
    assert sentence(result).startswith("raising PERQ1 by 5 and Image by 3 would lift the index from 72.5 to 74.3 (+1.8, ")
    assert sentence(result, "zh").startswith("若把“PERQ1”提高 5 点、把“Image”提高 3 点，指数将从 72.5 升至 74.3（+1.8，")


def test_it_is_called_association_and_never_an_effect():
    for options in ({"raise_": {"Image": 3}}, {}, {"reach": 75}, {"budget": 5, "cost": {"PERQ1": 1}}):
        assert "no proof of effect" in said(simulate(ecsi(), **options))["association"].text.en


def test_another_latent_can_be_the_index():
    result = simulate(ecsi(), raise_={"Quality": 4}, target="Loyalty")
    assert result.headline.value == pytest.approx(4 * importance("Quality", "Loyalty"))
    assert sentence(result).startswith('raising Quality by 4 would lift "Loyalty" from 70.9')


def test_the_whole_tree_can_be_the_index_of_a_path_model():
    moved = changes(simulate(ecsi(), raise_={"Quality": 4}, target=OVERALL))
    assert moved[OVERALL] == pytest.approx(np.mean([moved[name] for name in BLOCKS]))


def test_paths_are_followed_with_pls_weights_whatever_weights_the_index_has():
    result = simulate(ecsi(weights="equal"), raise_={"Image": 3})
    assert result.settings["weights"] == "pls"
    assert "pls_weights" in said(result)
    assert changes(result) == changes(simulate(ecsi(), raise_={"Image": 3}))


def test_without_paths_it_is_said_that_nothing_passes_on():
    remarks = said(simulate(tree(), raise_={"Speed": 1}))
    assert "no_paths" in remarks and "fixed_weights" in remarks


def test_counts_of_answers_suffice_for_a_tree_and_leave_paths_unused():
    paths = InnerModel((("Service", "Value"),))
    counted = dataclasses.replace(tree().survey, origin=Origin(holds="counts"))
    study = Study(counted, tree_model(inner=paths, weights="equal", target="Value"), resamples=0)
    result = simulate(study, raise_={"Speed": 5, "Price": 5})
    assert changes(result) == pytest.approx({"Service": 2.5, "Value": 5})
    assert "paths_unused" in said(result)


def test_interactions_are_said_to_hold_at_the_mean():
    paths = (*ecsi_model().inner.paths, ("Image * Expectation", "Satisfaction"))
    result = simulate(ecsi(model=ecsi_model(inner=InnerModel(paths))), raise_={"Image": 1})
    assert said(result)["moderated"].values == {"interactions": ("Image * Expectation",)}


def turned(item: str) -> Survey:
    answers = np.array(ecsi_survey().answers)
    answers[:, ITEMS.index(item)] = 11 - answers[:, ITEMS.index(item)]
    return survey_of(answers, ITEMS)


def test_a_negative_weight_on_the_way_to_the_index_stops_with_the_item():
    with pytest.raises(NegativeWeight, match="IMAG1"):
        simulate(Study(turned("IMAG1"), ecsi_model(), resamples=0))


def test_a_negative_weight_elsewhere_blanks_that_latent_only():
    found = by(simulate(Study(turned("CUSL1"), ecsi_model(), resamples=0), raise_={"Image": 1}), "effects", "latent")
    assert found["Loyalty"]["change"] == Blank("negative_weight")
    assert isinstance(found["Satisfaction"]["change"], float)


def test_what_carries_no_weight_cannot_be_raised():
    answers = np.array(ecsi_survey().answers)
    answers[:, 0] = 7
    with pytest.raises(NoHonestAnswer, match="carries no weight"):
        simulate(Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0), raise_={"IMAG1": 5})


def test_without_resamples_the_reason_stands_in_place_of_the_interval():
    assert by(simulate(ecsi(), raise_={"Image": 3}), "effects", "latent")["Value"]["lower"] == Blank("no_resamples")


@pytest.mark.parametrize("interval", ["bca", "normal"])
def test_other_forms_of_the_interval_hold_the_change_too(interval):
    row = by(simulate(ecsi(resamples=60, interval=interval), raise_={"Image": 3}), "effects", "latent")["Loyalty"]
    assert row["lower"] < row["change"] < row["upper"]


# One at a time


def test_with_no_question_every_lever_is_raised_by_5_and_ranked():
    rows = simulate(ecsi()).table("ranking").records()
    assert {row["indicator"] for row in rows} == {i for x in ("Image", "Expectation", "Quality", "Value") for i in BLOCKS[x]}
    assert {round(row["points"], 9) for row in rows} == {5}
    assert [row["change"] for row in rows] == sorted((row["change"] for row in rows), reverse=True)
    assert rows[0]["change"] == pytest.approx(5 * importance(rows[0]["indicator"]))


def test_what_the_index_is_measured_by_is_a_result_and_said_to_be():
    assert said(simulate(ecsi()))["left_out_is_result"].values["names"] == ("CUSA1", "CUSA2", "CUSA3")


def test_raises_that_bring_the_same_are_named_together():
    assert "any single indicator by 5 points would lift" in sentence(
        simulate(tree(tree_model(weights="equal", target="Service")), target="Service")
    )


def test_where_costs_are_known_every_budget_is_told_without_a_question():
    result = simulate(ecsi(model=marked(PERQ1={"cost": 2.0})))
    assert [row["next"] for row in result.table("frontier").records()] == ["PERQ1", None]
    assert said(result)["next_money"].values["name"] == "PERQ1"


def test_a_model_in_which_nothing_can_be_moved_has_no_honest_answer():
    fixed = marked(**{item: {"controllable": False} for item in ITEMS})
    with pytest.raises(NoHonestAnswer, match="uncontrollable"):
        simulate(ecsi(model=fixed))


# To reach an index


def test_the_smallest_raise_reaches_the_index_when_it_is_made():
    row = simulate(ecsi(), reach=75).table("reach").records()[0]
    reached = simulate(ecsi(), raise_={row["indicator"]: row["points"]})
    assert by(reached, "effects", "latent")["Satisfaction"]["after"] == pytest.approx(75)
    assert row["after"] == pytest.approx(75)


def test_what_its_ceiling_forbids_is_not_reachable_and_shows_how_near_it_comes():
    free = by(simulate(ecsi(), reach=75), "reach")["CUEX1"]
    held = by(simulate(ecsi(), reach=75, ceiling={"CUEX1": free["to"] - 1}), "reach")["CUEX1"]
    assert held["points"] == held["to"] == Blank("not_reachable")
    assert 74 < held["after"] < 75


def test_an_index_that_nothing_reaches_alone_tells_what_all_bring_together():
    result = simulate(ecsi(), reach=95)
    assert sentence(result) == "no single indicator brings the index from 72.5 to 95"
    assert 80 < said(result)["together"].values["after"] <= 100


def test_an_index_that_is_reached_already_asks_for_nothing():
    result = simulate(ecsi(), reach=70)
    assert sentence(result) == "the index stands at 72.5 already, not under 70"
    assert result.headline.value == 0


def test_the_cheapest_way_buys_by_gain_for_money_until_the_index_is_reached():
    # Speed gains 0.5 a point for 1, Price 1/3 for 2: to gain 35 all 60 points of Speed, then 15 of Price
    result = simulate(tree(), reach=56.0 + 2 / 3 + 35, cost={"Speed": 1, "Price": 2})
    assert {name: row["points"] for name, row in by(result, "plan").items()} == pytest.approx({"Speed": 60, "Price": 15})
    assert result.answer.values["cost"] == pytest.approx(90)
    assert (
        sentence(result) == "the cheapest way to bring the index from 56.7 to 91.7 costs 90: raising Speed by 60 and Price by 15"
    )


def test_a_way_of_whole_points_is_rounded_up():
    row = by(simulate(tree(), reach=60, whole=True), "reach")["Speed"]
    assert row["points"] == 7  # 6.67 would do
    assert row["after"] == pytest.approx(56 + 2 / 3 + 3.5)


# A budget


def costly(**options: object) -> Result:
    return simulate(tree(), **{"budget": 50, "cost": {"Speed": 1, "Staff": 4, "Price": 2}, "ceiling": {"Speed": 70}, **options})


def test_a_budget_goes_where_it_gains_most_up_to_the_ceilings():
    # for one unit of money Speed gains .5 (30 points of room), Price .167, Staff .042
    plan = by(costly(), "plan")
    assert {name: (row["points"], row["cost"]) for name, row in plan.items()} == {
        "Speed": (pytest.approx(30), pytest.approx(30)),
        "Price": (pytest.approx(10), pytest.approx(20)),
    }
    assert plan["Speed"]["gain"] == pytest.approx(15)
    assert plan["Speed"]["gain_per_cost"] == pytest.approx(0.5)
    assert (plan["Speed"]["from"], plan["Speed"]["to"]) == (pytest.approx(40), pytest.approx(70))


def test_the_plan_is_one_sentence():
    assert sentence(costly()) == "for 50, raising Speed by 30 and Price by 10 would lift the index from 56.7 to 75.0 (+18.3)"


def test_the_frontier_bends_where_something_else_is_bought_and_marks_the_budget():
    table = costly().table("frontier")
    assert_allclose(table.column("budget"), [0, 30, 50, 70, 230], atol=1e-9)
    assert_allclose(
        np.array(table.column("index")) - 56 - 2 / 3, [0, 15, 15 + 10 / 3, 15 + 20 / 3, 15 + 20 / 3 + 20 / 3], atol=1e-9
    )
    assert table.column("next") == ("Speed", "Price", "Price", "Staff", None)
    assert table.strong == {2}


def test_the_frontier_rises_even_beside_a_plan_that_is_not_the_best():
    levers = Levers(Mechanism(tree(), OVERALL, structural=False), {"Speed": 1, "Staff": 4, "Price": 2}, {})
    poor = Plan(levers, np.array([0.0, 20.0, 0.0]), (0.0, 0.0, 0.0))
    corners = frontier(levers, whole=True, plan=poor)
    assert [corner.asked for corner in corners].count(True) == 1
    assert all(after.gain > before.gain for before, after in pairwise(corners))


def test_the_next_unit_of_money_goes_into_what_the_frontier_buys_next():
    values = said(costly())["next_money"].values
    assert (values["name"], values["rate"]) == ("Price", pytest.approx(1 / 6))


def test_money_that_nothing_can_be_bought_for_is_said_to_be_left():
    assert said(costly(budget=300))["not_spent"].values["left"] == pytest.approx(70)
    assert "not_spent" not in said(costly())


@pytest.mark.parametrize("costs", [(1.0, 1.6, 0.9), (2.0, 0.7, 1.1)])
def test_a_plan_of_whole_points_is_the_best_of_all_what_ifs(costs):
    study, cost = ecsi(), dict(zip(("PERQ1", "IMAG3", "PERV1"), costs, strict=True))
    ceilings = {
        row["raised"]: row["from"] + 4.5 for row in simulate(study, raise_=dict.fromkeys(cost, 1)).table("raises").records()
    }
    result = simulate(study, budget=6, cost=cost, ceiling=ceilings, whole=True)
    paid = [p for p in product(range(5), repeat=3) if np.dot(p, costs) <= 6]
    best = max(simulate(study, raise_=dict(zip(cost, p, strict=True))).headline.value for p in paid)
    assert result.headline.value == pytest.approx(best)
    assert all(row["points"] == round(row["points"]) for row in result.table("plan").records())


def test_a_plan_gains_what_the_same_raises_would_bring():
    result = simulate(ecsi(), budget=60, cost={"PERQ1": 2, "PERQ7": 1.5, "PERV1": 2})
    again = simulate(ecsi(), raise_={row["indicator"]: row["points"] for row in result.table("plan").records()})
    assert result.headline.value == pytest.approx(again.headline.value)
    assert sum(row["gain"] for row in result.table("plan").records()) == pytest.approx(again.headline.value)


def test_no_plan_lifts_a_mean_over_100():
    result = simulate(ecsi(), budget=1e6, cost=dict.fromkeys(ITEMS[:17], 1.0))
    assert max(row["after"] for row in result.table("effects").records()) <= 100 + 1e-6
    # nothing is bought only to be held at 100: the gains of the parts are the gain of the whole
    assert sum(row["gain"] for row in result.table("plan").records()) == pytest.approx(result.headline.value)
    assert result.table("frontier").column("gain")[-1] == pytest.approx(result.headline.value)


@pytest.mark.parametrize(("key", "standing"), [("controllable", "uncontrollable"), ("feasible", "infeasible")])
def test_what_cannot_be_moved_is_barred_and_the_reason_is_told(key, standing):
    result = simulate(ecsi(model=marked(PERQ1={key: False, "cost": 0.01}, PERQ7={"cost": 2.0})), budget=10)
    assert list(by(result, "plan")) == ["PERQ7"]
    assert said(result)[f"left_out_{standing}"].values["names"] == ("PERQ1",)
    assert by(result, "levers")["PERQ1"]["standing"] == standing


def test_a_raise_of_what_is_uncontrollable_is_answered_and_pointed_out():
    result = simulate(ecsi(model=marked(PERQ1={"controllable": False})), raise_={"Quality": 2})
    assert said(result)["uncontrollable"].values["names"] == ("PERQ1",)
    assert changes(result)["Quality"] == pytest.approx(2)


def test_indicators_without_a_cost_are_left_out_and_said_to_be():
    names = said(simulate(ecsi(), budget=5, cost={"PERQ1": 1}))["left_out_no_cost"].values["names"]
    assert "PERQ2" in names and "PERQ1" not in names


def test_a_price_makes_a_lever_of_what_measures_the_index():
    assert list(by(simulate(ecsi(), budget=5, cost={"CUSA1": 1}), "plan")) == ["CUSA1"]


def test_costs_and_ceilings_of_the_model_hold_unless_an_option_says_otherwise():
    study = ecsi(model=marked(PERQ1={"cost": 2.0, "ceiling": 79.0}))
    assert by(simulate(study, budget=100), "plan")["PERQ1"]["to"] == pytest.approx(79)
    assert by(simulate(study, budget=10, cost={"PERQ1": 5}, ceiling={"PERQ1": 99}), "plan")["PERQ1"]["points"] == pytest.approx(2)


def test_without_any_cost_it_is_told_how_to_say_one():
    with pytest.raises(MissingRole, match="--cost IMAG1=2") as refusal:
        simulate(ecsi(), budget=5)
    assert refusal.value.exit_code == 6


def test_where_what_has_a_cost_cannot_be_bought_each_is_told_with_its_standing():
    model = marked(PERQ1={"cost": 3, "controllable": False}, CUSA1={"ceiling": 20})
    with pytest.raises(MissingRole) as refusal:
        simulate(ecsi(model=model), budget=5, cost={"IMAG1": 1, "CUSA1": 1}, ceiling={"IMAG1": 40})
    told = refusal.value.reason
    assert "IMAG1: at its ceiling of 40 (now " in told.en and "PERQ1: uncontrollable" in told.en
    assert "CUSA1: at its ceiling of 20 (now " in told.en and "no indicator" not in told.en
    assert "IMAG1：已达上限 40（目前 " in told.zh and "PERQ1：不可控" in told.zh


def test_where_nothing_can_be_moved_each_is_told_with_its_standing():
    with pytest.raises(NoHonestAnswer) as refusal:
        simulate(tree(), reach=90, ceiling={"Speed": 20, "Staff": 20, "Price": 20})
    assert "Staff: at its ceiling of 20 (now 60.0)" in refusal.value.reason.en


@pytest.mark.parametrize("options", [{"reach": 75}, {"raise_": {"Expectation": 5}}, {"raise_": {"CUEX1": 5}}, {}])
def test_to_raise_an_expectation_is_said_to_be_no_better_service(options):
    remark = said(simulate(ecsi(), **options))["raises_expectations"]
    assert set(remark.values["names"]) <= {"CUEX1", "CUEX2", "CUEX3", "Expectation"}
    assert "no improvement of the service" in remark_sentence(remark, "en") and "承诺" in remark_sentence(remark, "zh")


def test_a_plan_that_buys_service_says_nothing_of_expectations():
    assert "raises_expectations" not in said(simulate(ecsi(), budget=5, cost={"PERQ1": 1}))
    assert "raises_expectations" in said(simulate(ecsi(), budget=5, cost={"CUEX1": 1}))


@pytest.mark.parametrize(
    ("name", "label", "is_one"),
    [
        ("Expectations", {}, True),
        ("Before", {"zh": "顾客期望"}, True),
        ("预期质量", {}, True),
        ("Expectations met", {}, False),
        ("达到期望", {}, False),
        ("Quality", {}, False),
    ],
)
def test_a_latent_measures_expectations_by_its_name_or_label(name, label, is_one):
    model = tree_model()
    model = dataclasses.replace(model, latents=(dataclasses.replace(model.latents[0], name=name, label=label), model.latents[1]))
    assert ("raises_expectations" in said(simulate(tree(model), raise_={"Speed": 5}))) is is_one


def test_three_questions_are_three():
    with pytest.raises(UsageFault, match="--raise, --reach and --budget are three questions"):
        simulate(tree(), raise_={"Speed": 1}, reach=60, budget=3)


def twins() -> Study:
    """Two causes that are as good as each other, and one that is not."""
    rng = np.random.default_rng(5)
    a, b, c = rng.standard_normal((3, 400))
    y = 0.5 * a + 0.5 * b + 0.1 * c + 0.5 * rng.standard_normal(400)
    answers = np.column_stack([a, b, c, y]) * 10 + 50
    latents = tuple(Latent(name, indicators=(Indicator(name.lower(), name.lower()),)) for name in "ABCY")
    model = Model(latents, InnerModel((("A", "Y"), ("B", "Y"), ("C", "Y"))), "Y", scale=Scale(0, 100))
    return Study(survey_of(answers, ["a", "b", "c", "y"], Scale(0, 100)), model, resamples=400)


def test_of_two_that_are_as_good_each_is_chosen_about_half_the_time_and_the_worse_one_never():
    levers = by(simulate(twins(), budget=10, cost={"a": 1, "b": 1, "c": 1}), "levers")
    assert levers["a"]["certainty"] + levers["b"]["certainty"] == pytest.approx(1)
    assert 0.05 < levers["a"]["certainty"] < 0.95
    assert levers["c"]["certainty"] == 0


def test_a_choice_that_other_resamples_would_not_make_is_not_settled():
    result = simulate(twins(), budget=10, cost={"a": 1, "b": 1, "c": 1})
    assert "unsettled" in said(result)
    assert "unsettled" not in said(simulate(twins(), budget=10, cost={"a": 1, "c": 1}))


def test_what_only_some_resamples_need_to_reach_the_index_is_less_than_certain():
    plan = by(simulate(ecsi(resamples=200), reach=75, cost={"PERQ7": 1.5, "PERQ1": 2}), "plan")
    assert all(0.5 < row["certainty"] < 1 for row in plan.values())


def test_gains_of_a_plan_have_the_intervals_of_their_effects():
    study = ecsi(resamples=200)
    row = by(simulate(study, budget=10, cost={"PERQ1": 2}), "plan")["PERQ1"]
    raised = by(simulate(study, raise_={"PERQ1": 5}), "effects", "latent")["Satisfaction"]
    assert [row[key] for key in ("gain", "lower", "upper")] == pytest.approx(
        [raised[key] for key in ("change", "lower", "upper")]
    )


def test_intervals_hold_the_truth_about_as_often_as_they_say():
    # the full run of benchmarks/simulate.py: 400 surveys of each size
    shares = benchmark.coverage(250, 25, 200, population.truth("pls", 250_000, 1))
    assert all(0.85 < share <= 1 for share in shares.values())
