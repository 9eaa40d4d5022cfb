import dataclasses

import numpy as np
import pytest
from numpy.testing import assert_allclose

from benchmarks import type_one
from csi.analyses import load
from csi.assembler import assemble
from csi.commands.app import run as command
from csi.errors import ConstantIndicator, MissingRole, TooFewRespondents, UnknownColumn, UsageFault
from csi.findings import Remark
from csi.model import Indicator, InnerModel, Latent, Model, Respondents, Scale
from csi.numerics.tests import holm
from csi.renderers.sentences import card_line, remark_sentence
from csi.renderers.terminal import render_terminal
from csi.results import Blank, Result
from csi.study import Study
from csi.survey import Survey

from ..surveys import survey_of

multigroup = load("multigroup")


def model(**respondents: object) -> Model:
    latents = tuple(
        Latent(name, indicators=tuple(Indicator(f"{name}{j}", f"{name}{j}") for j in range(count)))
        for name, count in (("Cause", 3), ("Result", 3), ("Alone", 1))
    )
    roles = Respondents(**{"segments": ("Group",), **respondents})  # type: ignore[arg-type]
    paths = InnerModel((("Cause", "Result"), ("Result", "Alone")))
    return Model(latents, inner=paths, target="Result", scale=Scale(1, 10), respondents=roles)


COLUMNS = [leaf.column for _, leaf in model().indicators]


def answers(
    n: int, *, effect: float = 0.6, loadings: tuple[float, ...] = (0.8, 0.8, 0.8), raised: float = 0, seed: int = 1
) -> np.ndarray:
    rng = np.random.default_rng(seed)
    cause = rng.standard_normal(n)
    result = effect * cause + np.sqrt(1 - effect**2) * rng.standard_normal(n)
    last = 0.5 * result + rng.standard_normal(n)
    columns = [a * cause + np.sqrt(1 - a**2) * rng.standard_normal(n) for a in loadings]
    columns += [0.8 * result + 0.6 * rng.standard_normal(n) + raised for _ in range(3)]
    return np.clip(np.rint(5.5 + 1.4 * np.column_stack([*columns, last])), 1, 10)


def survey(*groups: np.ndarray, names: str = "ABCDEFGH", **changes: object) -> Survey:
    labels = tuple(name for name, group in zip(names, groups, strict=False) for _ in group)
    return survey_of(np.vstack(groups), COLUMNS, **{"labels": {"Group": labels}, **changes})  # type: ignore[arg-type]


def flat_but_for_one(seed: int, *items: int) -> np.ndarray:
    """A group in which everybody but one respondent an item gives the same answer."""
    group = answers(60, seed=seed)
    group[:, list(items)] = 8
    group[range(len(items)), list(items)] = 9
    return group


def compare(found: Survey, permutations: int = 199, used: Model | None = None, **options: object) -> Result:
    study = Study(found, used or model(), **{"resamples": 0, **options})  # type: ignore[arg-type]
    return multigroup(study, permutations=permutations)


def keys(result: Result) -> list[str]:
    return [remark.key for remark in result.remarks]


def test_two_groups_of_one_population_are_alike_in_every_respect():
    result = compare(survey(answers(150, seed=1), answers(150, seed=2)))
    assert set(result.table("invariance").column("verdict")) == {"full"}
    assert set(result.table("paths").column("verdict")) == {"same"}
    assert set(result.table("indices").column("verdict")) == {"same"}


def test_another_effect_is_found_in_its_path_only():
    result = compare(survey(answers(300, effect=0.8), answers(300, effect=0.2, seed=2)))
    assert result.table("paths").column("verdict") == ("different", "same")
    row = result.table("paths").records()[0]
    assert row["difference"] == pytest.approx(row["coefficient_a"] - row["coefficient_b"])
    assert 0 < row["lower"] < row["difference"] < row["upper"]


def test_another_composition_forbids_comparing_the_latent():
    result = compare(survey(answers(400, loadings=(0.9, 0.7, 0.05)), answers(400, loadings=(0.05, 0.7, 0.9), seed=3)))
    rows = {row["latent"]: row for row in result.table("invariance").records()}
    assert rows["Cause"]["verdict"] == "none"
    assert rows["Cause"]["c"] < rows["Cause"]["c_lower"] < 1
    assert rows["Result"]["verdict"] != "none"


def test_higher_answers_are_found_in_mean_and_index():
    result = compare(survey(answers(200, raised=1), answers(200, seed=2)))
    rows = {row["latent"]: row for row in result.table("invariance").records()}
    assert rows["Result"]["verdict"] == "partial"
    assert rows["Result"]["mean_difference"] > rows["Result"]["mean_upper"]
    assert result.table("indices").records()[1]["verdict"] == "different"


@pytest.mark.parametrize(("name", "side"), [("A", "a"), ("B", "b")])
def test_coefficients_and_indices_are_those_of_each_group_alone(name, side):
    found = survey(answers(120), answers(150, seed=2))
    result = compare(found)
    alone = Study(found.groups("Group")[name], model(), resamples=0)
    paths = alone.point["path_coefficients"]
    assert_allclose(result.table("paths").column(f"coefficient_{side}"), [paths[0, 1, 0], paths[1, 2, 0]], atol=1e-10)
    assert_allclose(result.table("indices").column(f"index_{side}"), alone.point["index"][:, 0], atol=1e-8)


def test_p_and_the_interval_tell_the_same_story():
    rows = compare(survey(answers(150, effect=0.8), answers(150, effect=0.55, seed=3)), 999).table("paths").records()
    assert all((row["p"] < 0.05) == (row["lower"] > 0 or row["upper"] < 0) for row in rows)
    assert all(row["chance_lower"] == pytest.approx(row["difference"] - row["upper"]) for row in rows)


def test_holm_corrects_over_the_paths_of_a_pair():
    rows = compare(survey(answers(150), answers(150, effect=0.3, seed=2))).table("paths").records()
    small, large = sorted(rows, key=lambda row: row["p"])
    assert small["p_adjusted"] == pytest.approx(min(1, 2 * small["p"]))
    assert large["p_adjusted"] == pytest.approx(min(1, max(large["p"], 2 * small["p"])))


def test_a_latent_of_one_question_has_no_composition_to_test():
    row = compare(survey(answers(100), answers(100, seed=2))).table("invariance").records()[2]
    assert (row["c"], row["c_lower"], row["p"]) == (Blank("single_item"),) * 3
    assert row["verdict"] in ("partial", "full")


def test_the_order_of_the_respondents_changes_nothing():
    found = survey(answers(90), answers(110, seed=2))
    mixed = np.random.default_rng(1).permutation(200)
    shuffled = survey_of(found.answers[mixed], COLUMNS, labels={"Group": tuple(found.labels["Group"][i] for i in mixed)})
    one, other = compare(found).table("paths"), compare(shuffled).table("paths")
    assert_allclose(one.column("difference"), other.column("difference"), atol=1e-10)


def test_all_pairs_of_three_groups_are_compared():
    result = compare(survey(*(answers(60, seed=seed) for seed in range(3))), 99)
    pairs = [(row["group_a"], row["group_b"]) for row in result.table("paths").records()]
    assert list(dict.fromkeys(pairs)) == [("A", "B"), ("A", "C"), ("B", "C")]


def test_a_group_under_fifty_is_left_out_and_named_with_its_size():
    result = compare(survey(answers(60), answers(60, seed=2), answers(49, seed=3)), 99)
    assert {row["group_b"] for row in result.table("paths").records()} == {"B"}
    said = next(remark for remark in result.remarks if remark.key == "small_groups")
    assert said.values["groups"] == ("C (n = 49)",)


def test_one_group_of_fifty_is_not_enough():
    with pytest.raises(TooFewRespondents, match=r"B \(49\)"):
        compare(survey(answers(200), answers(49, seed=2)))


def test_only_respondents_who_count_make_a_group_large():
    holey = answers(60, seed=2)
    holey[:15, 0] = np.nan
    with pytest.raises(TooFewRespondents, match=r"B \(45\)"):
        compare(survey(answers(60), holey), missing="listwise")
    assert compare(survey(answers(60), holey), 99).table("invariance").column("n_b")[0] == 60


def test_of_many_groups_the_six_largest_are_compared():
    result = compare(survey(*(answers(50 + (seed != 2), seed=seed) for seed in range(7))), 40)
    assert len(result.table("paths").rows) == 15 * 2
    assert next(remark for remark in result.remarks if remark.key == "largest_groups").values["groups"] == ("C",)


def test_an_item_without_spread_in_a_group_is_named_with_the_group():
    flat = answers(60, seed=2)
    flat[:, 1] = 8
    with pytest.raises(ConstantIndicator, match=r'"Cause1", Group = B.*answered 8'):
        compare(survey(answers(60), flat))


def test_a_flat_group_beside_two_sound_ones_is_left_out_with_the_reason():
    flat = answers(60, seed=2)
    flat[:, 1] = 8
    result = compare(survey(answers(60), flat, answers(60, seed=3)), 99)
    assert {(row["group_a"], row["group_b"]) for row in result.table("paths").records()} == {("A", "C")}
    assert "group_refused" in keys(result)


def test_an_item_almost_without_spread_is_dealt_again_and_named():
    result = compare(survey(flat_but_for_one(1, 1), flat_but_for_one(2, 1)), 99)
    assert next(remark for remark in result.remarks if remark.key == "permutations_redrawn").values["items"] == ("Cause1",)


def test_where_most_permutations_cannot_be_used_there_is_no_verdict():
    result = compare(survey(flat_but_for_one(1, 1, 2), flat_but_for_one(2, 1, 2)), 99)
    assert set(result.table("paths").column("verdict")) == {Blank("resamples_unusable")}
    assert set(result.table("invariance").column("verdict")) == {Blank("resamples_unusable")}
    assert result.answer.key == "groups_unknown"


def test_clusters_change_sides_whole():
    found = survey(answers(100), answers(100, seed=2))
    stores = tuple(f"{i // 10}" for i in range(200))
    clustered = dataclasses.replace(found, labels={**found.labels, "Store": stores})
    result = compare(clustered, used=model(cluster="Store"))
    assert "clusters_whole" in keys(result)
    assert result.table("paths").column("difference") == compare(found).table("paths").column("difference")
    assert result.table("paths").column("p") != compare(found).table("paths").column("p")


def test_strata_that_are_the_groups_themselves_do_not_forbid_changing_sides():
    found = survey(answers(200, effect=0.8), answers(200, effect=0.2, seed=2))
    result = compare(found, used=model(strata="Group"))
    assert result.table("paths").column("verdict")[0] == "different"


def test_case_weights_of_whole_numbers_move_the_coefficients_like_repeated_respondents():
    one, two = answers(60), answers(60, seed=2)
    weights = np.tile([1.0, 2.0], 60)
    weighted = compare(survey(one, two, numbers={"w": weights}), used=model(case_weight="w"))
    repeated = compare(survey(np.repeat(one, weights[:60].astype(int), axis=0), np.repeat(two, weights[60:].astype(int), axis=0)))
    sides = ["coefficient_a", "coefficient_b"]
    assert_allclose(weighted.to_frame("paths")[sides], repeated.to_frame("paths")[sides], atol=1e-10)


def test_missing_answers_are_used_pair_by_pair():
    one, two = answers(100), answers(100, seed=2)
    one[np.random.default_rng(1).random(one.shape) < 0.1] = np.nan
    result = compare(survey(one, two))
    alone = Study(survey(one, two).groups("Group")["A"], model(), resamples=0)
    assert result.table("paths").column("coefficient_a")[0] == pytest.approx(alone.point["path_coefficients"][0, 1, 0])


def test_an_index_with_a_negative_weight_is_blank_and_the_others_are_corrected_without_it():
    turned = answers(150, raised=0.3, seed=1), answers(150, raised=0.6, seed=2)
    found = survey(*(np.column_stack([11 - group[:, 0], group[:, 1:]]) for group in turned))
    rows = compare(found).table("indices").records()
    assert rows[0]["difference"] == Blank("negative_weight")
    small, large = sorted(rows[1:], key=lambda row: row["p"])
    assert small["p_adjusted"] == pytest.approx(min(1, 2 * small["p"]))
    assert large["p_adjusted"] == pytest.approx(min(1, max(large["p"], 2 * small["p"])))


def test_the_same_seed_gives_the_same_p_values():
    found = survey(answers(80), answers(80, seed=2))
    assert compare(found) == compare(found)
    assert compare(found, seed=2).table("paths").column("p") != compare(found).table("paths").column("p")


def test_another_column_can_be_chosen_and_an_unknown_one_is_refused():
    found = survey(answers(80), answers(80, seed=2))
    found = dataclasses.replace(found, labels={**found.labels, "Tier": tuple("XY"[i % 2] for i in range(160))})
    study = Study(found, model(segments=("Group", "Tier")), resamples=0)
    assert multigroup(study, between="Tier", permutations=99).table("paths").records()[0]["group_a"] == "X"
    with pytest.raises(UnknownColumn):
        multigroup(study, between="Colour")


def test_too_few_permutations_to_tell_anything_are_refused():
    with pytest.raises(UsageFault, match="permutations"):
        compare(survey(answers(60), answers(60, seed=2)), permutations=20)


def test_a_model_without_segments_is_told_what_it_lacks():
    plain = dataclasses.replace(model(), respondents=Respondents())
    with pytest.raises(MissingRole) as raised:
        compare(survey(answers(60), answers(60, seed=2)), used=plain)
    assert all(way in str(raised.value) for way in ("--between", "--by", "respondents: {segments: [COLUMN]}"))


def test_weights_other_than_pls_are_set_aside_for_the_comparison():
    found = survey(answers(80), answers(80, seed=2))
    assert compare(found, weights="equal").tables == compare(found).tables


def test_equal_groups_differ_about_as_often_as_the_level_says():
    # the full run of benchmarks/type_one.py finds 4.7 to 5.1 % over all figures of each test
    rates = type_one.rates(40, (60, 60), 39)
    assert all(every < 0.11 for _, every in rates.values())
    assert np.mean([every for _, every in rates.values()]) == pytest.approx(0.05, abs=0.03)


def sentence(remark: Remark | None, language: str = "en") -> str:
    assert remark is not None
    return remark_sentence(remark, language)


def said(result: Result, key: str) -> list[str]:
    return [sentence(remark) for remark in result.remarks if remark.key == key]


def test_the_answer_says_that_groups_may_be_compared_and_are_alike():
    result = compare(survey(answers(150, seed=1), answers(150, seed=2)))
    assert sentence(result.answer) == "A and B may be compared; no index and no path differs beyond chance"
    assert sentence(result.answer, "zh") == "A 与 B 可以比较；没有指数或路径的差异超出随机"


def test_the_answer_puts_the_difference_of_the_target_into_words():
    result = compare(survey(answers(200, raised=1), answers(200, seed=2), names=("East", "West")))  # type: ignore[arg-type]
    points = round(result.table("indices").column("difference")[1], 1)
    assert f"; beyond chance, Result is {points:g} points higher in East than in West" in sentence(result.answer)
    assert f"East 的 Result 比 West 高 {points:g} 点" in sentence(result.answer, "zh")


def test_the_answer_names_the_path_that_differs_with_its_size_in_both_groups():
    result = compare(survey(answers(300, effect=0.8), answers(300, effect=0.2, seed=2)))
    row = result.table("paths").records()[0]
    a, b = round(row["coefficient_a"], 2), round(row["coefficient_b"], 2)
    assert f"the path Cause → Result is {a} in A and {b} in B" in sentence(result.answer)


def test_the_answer_counts_the_pairs_of_several_groups():
    result = compare(survey(*(answers(60, seed=seed) for seed in range(3))), 99)
    assert sentence(result.answer).startswith("all 3 pairs of groups may be compared")


def composed_differently() -> Result:
    return compare(survey(answers(400, loadings=(0.9, 0.6, 0.3)), answers(400, loadings=(0.3, 0.6, 0.9), seed=3)))


def test_what_is_measured_differently_gets_no_ordinary_verdict():
    result = composed_differently()
    assert result.table("indices").column("verdict") == ("not_comparable", "same", "same")
    assert result.table("paths").column("verdict") == ("not_comparable", "same")
    assert "not_comparable" in keys(result)
    rest = "of the rest, no index and no path differs beyond chance"
    assert sentence(result.answer) == f"A and B may be compared except in Cause; {rest}"


def test_differences_of_indices_stand_in_words_with_their_p():
    result = compare(survey(answers(200, raised=1), answers(200, seed=2)))
    (told,) = said(result, "indices_differ")
    assert told.startswith("indices beyond chance, 1 of 3: Result is ") and "(p = .0" in told


def test_pairs_of_which_the_same_is_to_be_said_share_a_sentence():
    result = compare(survey(*(answers(60, seed=1) for _ in range(3))), 99)
    (told,) = said(result, "comparable")
    assert told.startswith("A (n = 60) – B (n = 60), A (n = 60) – C (n = 60), B (n = 60) – C (n = 60): compare")


@pytest.mark.parametrize(("p", "adjusted"), [("p_mean", "p_mean_adjusted"), ("p_variance", "p_variance_adjusted")])
def test_invariance_is_corrected_over_the_latents_of_a_pair(p, adjusted):
    table = compare(survey(answers(100), answers(100, seed=2))).table("invariance")
    assert_allclose(table.column(adjusted), holm(np.array(table.column(p))))


def test_a_composition_that_is_refused_only_before_the_correction_is_not_ruled_none():
    rows = compare(survey(answers(100, seed=82), answers(100, seed=83))).table("invariance").records()
    assert rows[1]["p"] < 0.05 < rows[1]["p_adjusted"]
    assert rows[1]["verdict"] == "full"


def test_the_title_names_both_groups_of_a_single_pair():
    title = compare(survey(answers(60), answers(60, seed=2), names=("East", "West")), 99).table("paths").title  # type: ignore[arg-type]
    assert title == ("Paths by group: A = East, B = West", "各组路径：甲组 = East，乙组 = West")


def test_the_head_tells_the_permutations_and_no_resamples():
    study = Study(survey(answers(60), answers(60, seed=2)), model(), weights="equal", resamples=0)
    card = assemble(study, [multigroup(study, permutations=1000)]).card
    assert card_line(card, "en") == "120 respondents · PLS weights · 95% intervals from 1,000 permutations (seed 1)"
    assert card_line(card, "zh") == "120 名受访者 · PLS 权重 · 95% 区间，1,000 次置换（种子 1）"


def test_the_head_of_several_results_is_that_of_the_study():
    study = Study(survey(answers(60), answers(60, seed=2)), model(), resamples=50)
    card = assemble(study, [multigroup(study, permutations=50), load("score")(study)]).card
    assert "50 resamples" in card_line(card, "en")


def test_strata_that_cannot_hold_the_permutations_are_said_to_be_ignored():
    found = survey(answers(60), answers(60, seed=2))
    assert "strata_ignored" in keys(compare(found, 99, model(strata="Group")))
    mixed = dataclasses.replace(found, labels={**found.labels, "Layer": ("x", "y") * 60})
    assert "strata_ignored" not in keys(compare(mixed, 99, model(strata="Layer")))


def test_under_em_it_is_said_that_groups_use_the_answers_there_are():
    one, two = answers(100), answers(100, seed=2)
    one[np.random.default_rng(1).random(one.shape) < 0.1] = np.nan
    result = compare(survey(one, two), 99, missing="em")
    assert "em_not_permuted" in keys(result)
    assert result.settings["missing"] == "available"


def test_permutations_too_few_for_the_correction_are_named_with_the_number_needed():
    found = survey(answers(60), answers(60, seed=2))
    (told,) = said(compare(found, 99), "too_few_permutations")
    assert told.endswith("--permutations 120")
    assert said(compare(found, 120), "too_few_permutations") == []


def test_every_column_that_the_manual_page_quotes_is_there():
    tables = compare(survey(answers(60), answers(60, seed=2)), 99).tables
    headings = [term.en for table in tables for term in table.columns]
    assert {"c, chance from", "Mean difference, chance to", "A less B, chance from"} <= set(headings)


def test_the_command_reads_the_column_that_between_names_for_a_model_without_segments(tmp_path, capfd):
    found = np.vstack([answers(60), answers(60, seed=2)]).astype(int)
    lines = [",".join([*map(str, row), "AB"[at // 60]]) for at, row in enumerate(found)]
    (tmp_path / "phone.csv").write_text("\n".join([",".join([*COLUMNS, "Group"]), *lines]), encoding="utf-8")
    paths = "latents: {Cause: [Cause0..Cause2], Result: [Result0..Result2]}\npaths: {Cause: [Result]}\nscale: 1-10\n"
    (tmp_path / "phone.model.yaml").write_text(paths, encoding="utf-8")
    assert command(["multigroup", str(tmp_path / "phone.csv"), "--between", "Group", "--permutations", "99"]) == 0
    assert "A = A, B = B" in capfd.readouterr().out


@pytest.mark.parametrize("width", [80, 100])
def test_a_narrow_terminal_keeps_the_corrected_p_beside_the_verdict(width):
    study = Study(survey(answers(60), answers(60, seed=2)), model(), resamples=0)
    page = render_terminal(assemble(study, [multigroup(study, permutations=99)]), width=width)
    notes = [line for line in page.splitlines() if "no room at this width" in line]
    assert "within chance" in page
    assert "Holm" not in " ".join(notes)
