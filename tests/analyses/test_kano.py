import dataclasses

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.analyses import load
from csi.assembler import assemble, report, run
from csi.errors import MissingRole, NothingToScore
from csi.findings import Finding
from csi.model import Feature, Indicator, Latent, Model, Respondents, Scale
from csi.numerics.proportion import wilson
from csi.renderers.sentences import remark_sentence
from csi.results import Blank, Result
from csi.study import Study
from csi.survey import Survey
from csi.terms import Text

kano = load("kano")
FIVE = Scale(1, 5)
ANSWERS = {"A": (1, 3), "O": (1, 5), "M": (3, 5), "I": (3, 3), "R": (5, 1), "Q": (1, 1)}  # one pair of answers a category
PUBLISHED = {
    "app": {"A": 216, "O": 56, "M": 13, "I": 275, "R": 23, "Q": 24},
    "mirror": {"A": 229, "O": 42, "M": 5, "I": 276, "R": 33, "Q": 22},
    "wifi": {"A": 187, "O": 71, "M": 46, "I": 258, "R": 19, "Q": 26},
}


def columns_of(counts: dict[str, int]) -> np.ndarray:
    return np.array([ANSWERS[letter] for letter, count in counts.items() for _ in range(count)], dtype=float)


def study_of(features: dict[str, dict[str, int]], ratings: dict[str, list[float]] | None = None, **options: object) -> Study:
    """A study of respondents whose answers put each feature into these categories. ratings: importance by feature."""
    blocks = [columns_of(counts) for counts in features.values()]
    names = [f"{name} {side}" for name in features for side in ("with", "without")]
    rated = ratings or {}
    answers = np.column_stack([*blocks, *(np.resize(values, len(blocks[0])) for values in rated.values())])
    listed = tuple(
        Feature(name, f"{name} with", f"{name} without", f"{name} rated" if name in rated else None) for name in features
    )
    return bound(answers, [*names, *(f"{name} rated" for name in rated)], listed, **options)


def bound(answers: np.ndarray, names: list[str], features: tuple[Feature, ...], **options: object) -> Study:
    scales = tuple(Scale(1, 9) if name.endswith("rated") else FIVE for name in names)
    extra = {key: options.pop(key) for key in ("labels", "numbers") if key in options}
    respondents = options.pop("respondents", Respondents())
    survey = Survey(answers, tuple(names), scales, **extra)  # type: ignore[arg-type]
    model = Model((), features=features, respondents=respondents)  # type: ignore[arg-type]
    return Study(survey, model, **{"resamples": 0, **options})  # type: ignore[arg-type]


def by_feature(result: Result, table: str = "features") -> dict:
    return {row["feature"]: row for row in result.table(table).records()}


def said(result: Result) -> dict:
    return {remark.key: remark for remark in (*result.remarks, *([result.answer] if result.answer else []))}


def test_the_published_counts_give_the_published_figures():
    rows = by_feature(kano(study_of(PUBLISHED)))
    assert {name: {letter: row[letter] for letter in "AOMIRQ"} for name, row in rows.items()} == PUBLISHED
    assert [round(rows[name]["better"], 3) for name in PUBLISHED] == [0.486, 0.491, 0.459]
    assert [round(rows[name]["worse"], 3) for name in PUBLISHED] == [-0.123, -0.085, -0.208]
    assert [rows[name]["category"] for name in PUBLISHED] == ["I", "I", "I"]
    assert [rows[name]["category_by_sum"] for name in PUBLISHED] == ["I", "I", "A"]


def test_the_published_categories_are_told_apart_by_both_tests():
    rows = by_feature(kano(study_of(PUBLISHED)), "strength")
    assert [rows[name]["lead"] for name in PUBLISHED] == [59, 47, 71]
    assert_allclose([rows[name]["fong_limit"] for name in PUBLISHED], [28.215, 28.336, 27.702], atol=5e-4)
    assert {row[key] for row in rows.values() for key in ("fong", "level")} == {"distinct"}


def test_worse_stands_on_those_who_miss_it_and_not_on_a_misprint():
    # Muchtiar et al. (2018) print A + M on top, which would be 0.409 here
    assert by_feature(kano(study_of(PUBLISHED)))["app"]["worse"] == pytest.approx(-(56 + 13) / 560)


def test_shares_are_of_all_who_answered_and_add_up():
    row = by_feature(kano(study_of(PUBLISHED)))["app"]
    assert row["A_share"] == pytest.approx(216 / 607)
    assert sum(row[f"{letter}_share"] for letter in "AOMIRQ") == pytest.approx(1)


def test_must_be_comes_first_and_importance_orders_what_is_alike():
    features = {"leave": {"I": 4}, "a": {"M": 4}, "b": {"M": 4}, "joy": {"A": 4}, "more": {"O": 4}}
    ratings = {"a": [3.0], "b": [8.0]}
    result = kano(study_of(features, ratings))
    assert [row["feature"] for row in result.table("features").records()] == ["b", "a", "more", "joy", "leave"]
    assert by_feature(result)["b"]["priority"] == 1
    assert by_feature(result)["leave"]["importance"] == Blank("not_applicable")


def test_the_answer_names_what_must_be_there_what_delights_and_what_to_leave():
    result = kano(study_of({"lock": {"M": 9}, "speed": {"O": 9}, "map": {"A": 9}, "bells": {"I": 9}}))
    assert remark_sentence(result.answer, "en").startswith("must be there: lock; the more the better: speed; delights: map")
    assert "可不做：bells" in remark_sentence(result.answer, "zh")


def test_what_the_resamples_disagree_on_is_not_put_into_the_answer():
    result = kano(study_of({"lock": {"M": 60}, "chat": {"M": 30, "I": 30}}, resamples=200))
    assert said(result)["kano_answer"].values == {"must": ("lock",), "unsettled": ("chat",)}
    assert said(result)["unsettled"].values["features"] == ("chat",)


def test_two_equal_categories_swap_about_half_the_time():
    rows = by_feature(kano(study_of({"chat": {"M": 150, "I": 150}, "lock": {"M": 290, "I": 10}}, resamples=600)))
    assert 0.42 < rows["chat"]["probability"] < 0.60
    assert rows["lock"]["probability"] == 1


def test_intervals_of_better_and_worse_are_wilson_s():
    row = by_feature(kano(study_of(PUBLISHED)))["app"]
    assert_allclose([row["better_lower"], row["better_upper"]], wilson(272 / 560, 560, 0.95))
    assert_allclose([-row["worse_upper"], -row["worse_lower"]], wilson(69 / 560, 560, 0.95))
    assert (row["harm_lower"], row["harm_upper"]) == (-row["worse_upper"], -row["worse_lower"])


def test_respondents_who_come_four_times_are_worth_one():
    answers = np.repeat(columns_of({"A": 40, "O": 20, "M": 15, "I": 25}), 4, axis=0)
    labels = {"Shop": tuple(str(number // 4) for number in range(400))}
    one = (Feature("map", "map with", "map without"),)
    names = ["map with", "map without"]
    study = bound(answers, names, one, labels=labels, respondents=Respondents(cluster="Shop"), resamples=800)
    row = by_feature(kano(study))["map"]
    assert_allclose([row["better_lower"], row["better_upper"]], wilson(0.6, 100, 0.95), atol=0.012)


def test_equal_case_weights_change_no_share_and_hardly_an_interval():
    features = {"map": {"A": 60, "O": 30, "M": 50, "I": 60}}
    plain = by_feature(kano(study_of(features)))["map"]
    weights = {"w": np.full(200, 3.0)}
    weighted = by_feature(kano(study_of(features, numbers=weights, respondents=Respondents(case_weight="w"), resamples=800)))[
        "map"
    ]
    assert weighted["A"] == plain["A"]
    assert_allclose(weighted["better_lower"], plain["better_lower"], atol=0.015)


def test_case_weights_count():
    counts = {"A": 10, "I": 20}
    weights = {"w": np.array([4.0] * 10 + [1.0] * 20)}
    row = by_feature(kano(study_of({"map": counts}, numbers=weights, respondents=Respondents(case_weight="w"))))["map"]
    assert row["category"] == "A"
    assert row["A"] == pytest.approx(20)  # weights are brought to a mean of 1
    assert row["better"] == pytest.approx(2 / 3)


def test_fong_s_rule_says_nothing_of_weighted_samples():
    weights = {"w": np.array([2.0] * 15 + [1.0] * 15)}
    study = study_of({"map": {"A": 10, "I": 20}}, numbers=weights, respondents=Respondents(case_weight="w"), resamples=200)
    row = by_feature(kano(study), "strength")["map"]
    assert row["fong"] == row["fong_limit"] == Blank("needs_simple_sample")
    assert isinstance(row["level_limit"], float)


def test_without_resamples_only_what_needs_them_is_blank():
    row = by_feature(kano(study_of(PUBLISHED)))["app"]
    assert row["probability"] == Blank("no_resamples")
    assert isinstance(row["better_lower"], float)


def test_few_answers_are_judged_by_the_exact_law():
    rows = by_feature(kano(study_of({"a": {"M": 5, "I": 0}, "b": {"M": 4, "I": 1}})), "strength")
    assert (rows["a"]["p"], rows["a"]["level"]) == (pytest.approx(1 / 16), "distinct")
    assert rows["b"]["level"] == "not_distinct"


def test_means_in_place_of_modes_by_hand():
    # like with, dislike without: 4 and 4; like and neutral: 4 and 0; expect and live with: 2 and 2
    answers = np.array([[1, 5], [1, 3], [2, 4]], dtype=float)
    row = by_feature(kano(bound(answers, ["f", "d"], (Feature("map", "f", "d"),))), "continuous")["map"]
    assert (row["functional_mean"], row["dysfunctional_mean"]) == (pytest.approx(10 / 3), pytest.approx(2))
    assert row["category"] == "O"


def test_means_leave_out_who_contradicts_himself_or_wants_the_opposite():
    row = by_feature(kano(study_of({"map": {"O": 3, "R": 5, "Q": 4}})), "continuous")["map"]
    assert (row["functional_mean"], row["dysfunctional_mean"], row["n"]) == (4, 4, 3)


def test_a_mean_below_zero_is_remarked():
    answers = np.array([[4, 2]] * 5, dtype=float)  # live with it, expect its absence: -1 and -1
    assert "below_zero" in said(kano(bound(answers, ["f", "d"], (Feature("map", "f", "d"),))))


def test_an_answer_to_one_question_alone_is_left_out_and_told():
    answers = np.array([[1, 5], [1, np.nan], [np.nan, 5], [np.nan, np.nan]])
    result = kano(bound(answers, ["f", "d"], (Feature("map", "f", "d"),)))
    assert by_feature(result)["map"]["n"] == 1
    assert said(result)["one_side"].values["count"] == 2


def test_replacing_missing_answers_by_means_invents_no_category():
    survey = Survey(np.array([[1, 5, 4], [3, 3, 2], [1, np.nan, np.nan]]), ("f", "d", "q"), (FIVE,) * 3)
    model = Model((Latent("Quality", indicators=(Indicator("q", "q"),)),), features=(Feature("map", "f", "d"),))
    row = by_feature(kano(Study(survey, model, missing="mean", resamples=0)))["map"]
    assert (row["O"], row["I"], row["n"]) == (1, 1, 2)


def test_questions_that_were_misread_are_pointed_out():
    result = kano(study_of({"clear": {"M": 98, "Q": 2}, "odd": {"M": 97, "Q": 3}}))
    assert said(result)["misread"].values["features"] == ("odd",)


def test_opposite_wishes_ask_for_segments():
    result = kano(study_of({"one": {"A": 80, "R": 20}, "split": {"A": 79, "R": 21}}))
    assert said(result)["opposed"].values["features"] == ("split",)
    assert "--by" in said(result)["opposed"].text.en


def test_answers_that_seem_to_be_coded_backwards_are_pointed_out():
    assert "turned_round" in said(kano(study_of({"a": {"R": 70, "I": 30}, "b": {"R": 60, "I": 40}})))
    assert "turned_round" not in said(kano(study_of({"a": {"R": 70, "I": 30}, "b": {"M": 80, "I": 20}})))


def test_a_feature_that_nobody_answered_is_blank_and_comes_last():
    answers = np.array([[1, 5, np.nan, 1], [1, 5, np.nan, 1]])
    features = (Feature("silent", "s", "t"), Feature("map", "f", "d"))
    result = kano(bound(answers, ["f", "d", "s", "t"], features))
    rows = by_feature(result)
    assert rows["silent"]["category"] == rows["silent"]["better"] == Blank("no_pairs")
    assert rows["silent"]["priority"] == 2


def test_without_anybody_in_the_four_categories_there_is_no_better():
    row = by_feature(kano(study_of({"map": {"R": 3, "Q": 2}})))["map"]
    assert row["better"] == row["worse"] == row["corner"] == Blank("no_such_answers")
    assert row["category"] == "R"


def test_without_a_single_pair_of_answers_there_is_nothing_to_score():
    answers = np.array([[1, np.nan], [np.nan, 2]])
    with pytest.raises(NothingToScore, match="nobody answered both questions") as refusal:
        kano(bound(answers, ["f", "d"], (Feature("map", "f", "d"),)))
    assert refusal.value.exit_code == 3


def test_a_report_goes_on_without_features_that_nobody_answered_if_there_are_ratings():
    study = beside_latents(features=np.full((4, 2), np.nan))
    assert "kano" in [one.analysis for one in report(study).skipped]


def beside_latents(features: np.ndarray | None = None, **options: object) -> Study:
    """Four respondents with a feature and a rating that one did not give."""
    pairs = np.array([[1, 5], [3, 3], [1, np.nan], [1, 5]]) if features is None else features
    survey = Survey(np.column_stack([pairs, [4, 2, 5, np.nan]]), ("f", "d", "q"), (FIVE,) * 3)
    model = Model((Latent("Quality", indicators=(Indicator("q", "q"),)),), features=(Feature("map", "f", "d"),))
    return Study(survey, model, **{"resamples": 0, **options})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("missing", "done"), [("available", "pairs"), ("mean", "pairs"), ("em", "pairs"), ("listwise", "pairs_of_whole")]
)
def test_the_settings_say_what_was_done_about_missing_answers(missing, done):
    assert kano(beside_latents(missing=missing)).settings["missing"] == done


def test_listwise_looks_at_no_feature_and_does_not_claim_to():
    result = kano(study_of({"map": {"A": 9}}, missing="listwise"))
    assert assemble(study_of({"map": {"A": 9}}, missing="listwise"), [result]).card.settings["missing"] == "pairs"


def test_level_and_p_never_contradict_each_other():
    # 34 against 20: 1.65 root of 54 is 12.1 and the lead 14, while the exact p is 0.076; 32 against 20: 11.9, 12, 0.126
    rows = by_feature(kano(study_of({"a": {"M": 34, "I": 20}, "b": {"M": 32, "I": 20, "A": 2}})), "strength")
    assert [(row["p"] <= 0.10, row["level"]) for row in (rows["a"], rows["b"])] == [(True, "distinct"), (False, "not_distinct")]


def unread(count: int, **changes: object) -> Study:
    """A feature of which 90 said what is a must and these many what nobody could read."""
    rows = tuple(range(2, 92 + count))
    cells = tuple(f"B{row}" for row in rows[90:])
    lost = Finding("unknown_label", "warning", Text("", ""), "B92", count, {"column": "d", "cells": cells})
    answers = np.vstack([np.tile([3.0, 5.0], (90, 1)), np.tile([3.0, np.nan], (count, 1))])
    labels = {"Age": ("old",) * 90 + ("young",) * count}
    survey = Survey(answers, ("f", "d"), (FIVE,) * 2, findings=(lost,), rows=rows, labels=labels)
    who = Respondents(segments=("Age",))
    return Study(survey, Model((), features=(Feature("map", "f", "d"),), respondents=who), resamples=0, **changes)  # type: ignore[arg-type]


def test_where_many_words_could_not_be_read_nothing_is_decided():
    result = kano(unread(10))
    assert said(result)["kano_answer"].values == {"unsettled": ("map",)}
    assert said(result)["unread"].values == {"features": ("map",), "share": pytest.approx(0.1)}


def test_a_few_words_that_could_not_be_read_change_no_answer():
    result = kano(unread(4))
    assert said(result)["kano_answer"].values == {"must": ("map",)}
    assert "unread" not in said(result)


def test_words_that_another_group_used_leave_a_group_its_answer():
    assert "unread" not in said(kano(unread(10).split("Age")["old"]))


def test_the_map_has_worse_to_the_right_and_better_upwards():
    result = kano(study_of({"lock": {"M": 9}, "map": {"A": 9}, "speed": {"O": 9}, "bells": {"I": 9}}))
    chart = result.charts[0]
    assert (chart.kind, chart.x, chart.y, chart.corners) == ("map", "harm", "better", ("I", "M", "A", "O"))
    assert chart.cross == (0.5, 0.5)
    assert {name: row["corner"] for name, row in by_feature(result).items()} == {
        "lock": "M",
        "map": "A",
        "speed": "O",
        "bells": "I",
    }


def test_the_lines_of_the_map_can_stand_at_the_means():
    result = kano(study_of({"lock": {"M": 9, "I": 1}, "map": {"A": 5, "I": 5}}), crosshair="means")
    assert result.charts[0].cross == pytest.approx((0.45, 0.25))
    assert "crosshair" in said(result)


def test_another_evaluation_table_is_said_in_the_settings():
    answers = np.array([[2, 2]] * 4, dtype=float)
    study = bound(answers, ["f", "d"], (Feature("map", "f", "d"),))
    assert by_feature(kano(study))["map"]["category"] == "I"
    other = kano(study, evaluation="pouliot")
    assert (by_feature(other)["map"]["category"], other.settings["evaluation"]) == ("Q", "pouliot")


def test_every_share_of_the_distribution_has_an_interval():
    rows = kano(study_of(PUBLISHED)).table("distribution").records()
    assert len(rows) == 18
    assert all(0 <= row["lower"] <= row["share"] <= row["upper"] <= 1 for row in rows)


def test_satisfaction_with_a_feature_is_an_index():
    answers = np.array([[1, 5, 1], [1, 5, 5], [1, 5, 5], [1, 5, 5]], dtype=float)
    feature = Feature("map", "f", "d", satisfaction="s")
    row = by_feature(kano(bound(answers, ["f", "d", "s"], (feature,), resamples=100)))["map"]
    assert row["satisfaction"] == pytest.approx(75)
    assert row["satisfaction_lower"] < 75 < row["satisfaction_upper"]


def test_segments_can_want_opposites():
    answers = np.vstack([columns_of({"A": 30}), columns_of({"R": 30})])
    labels = {"Age": ("young",) * 30 + ("old",) * 30}
    study = bound(answers, ["f", "d"], (Feature("map", "f", "d"),), labels=labels, respondents=Respondents(segments=("Age",)))
    found = {name: by_feature(kano(part))["map"]["category"] for name, part in study.split("Age").items()}
    assert found == {"young": "A", "old": "R"}


@pytest.mark.parametrize("name", ["score", "gap", "reliability", "pls", "ipma"])
def test_other_analyses_refuse_a_survey_of_features_alone_with_a_plain_reason(name):
    with pytest.raises(MissingRole, match="features of a Kano survey only") as refusal:
        run(name, study_of(PUBLISHED))
    assert refusal.value.exit_code == 6
    assert "latents:" in refusal.value.remedy.en


def test_a_report_on_features_alone_holds_what_they_support():
    assert [result.analysis for result in report(study_of(PUBLISHED)).results] == ["kano"]


@pytest.mark.parametrize("options", [{"weights": "component"}, {"missing": "em"}, {"missing": "listwise"}, {"interval": "bca"}])
def test_settings_that_concern_ratings_do_no_harm(options):
    assert by_feature(kano(study_of(PUBLISHED, resamples=50, **options)))["app"]["category"] == "I"


@pytest.mark.parametrize(
    ("source", "line"), [("m.yaml", "functional: WITH"), ("m.lav", "as YAML"), ('a.xlsx, sheet "model"', "headings feature")]
)
def test_without_features_the_remedy_shows_how_to_name_them(source, line):
    model = Model((Latent("Quality", indicators=(Indicator("q", "q"),)),), source=source)
    study = Study(Survey(np.array([[1.0], [2.0]]), ("q",), (FIVE,)), model, resamples=0)
    with pytest.raises(MissingRole, match="no features") as refusal:
        kano(study)
    assert line in refusal.value.remedy.en


@pytest.mark.parametrize("n", [1, 2, 3])
def test_very_few_respondents_end_in_a_result(n):
    study = study_of({"map": {"A": n}}, resamples=50)
    assert by_feature(kano(study))["map"]["category"] == "A"


def test_features_stand_beside_latents_without_changing_their_index():
    answers = np.column_stack([columns_of({"A": 20, "I": 20}), np.tile([1.0, 2, 4, 5], 10)])
    survey = Survey(answers, ("f", "d", "q"), (FIVE,) * 3)
    latents = (Latent("Quality", indicators=(Indicator("q", "q"),)),)
    alone = run("score", Study(survey, Model(latents), resamples=100))
    both = run("score", Study(survey, Model(latents, features=(Feature("map", "f", "d"),)), resamples=100))
    assert dataclasses.replace(both, settings={}) == dataclasses.replace(alone, settings={})
