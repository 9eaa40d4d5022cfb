"""Gaps 1 to 4 between customers, managers and staff; gaps by segment."""

import dataclasses

import numpy as np
import pytest
from scipy.stats import t as student
from scipy.stats import ttest_ind, ttest_rel

from csi.analyses import load
from csi.errors import UnknownColumn
from csi.model import Indicator, Latent, Model, Scale
from csi.study import Study

from ..surveys import paired_model, survey_of

gap = load("gap")
FIVE = Scale(1, 5)
CUSTOMERS = np.array([[4, 5], [3, 5], [4, 4], [2, 5], [5, 4], [3, 3]], dtype=float)
MANAGERS = np.array([[3, 3], [4, 3], [3, 2], [4, 4]], dtype=float)  # belief, standard
STAFF = np.array([[3, 5], [2, 4], [4, 5]], dtype=float)  # delivery, promise


def company(managers=MANAGERS, staff=STAFF, **sides):
    survey = survey_of(CUSTOMERS, ["p", "e"], FIVE)
    companions = {"managers": survey_of(managers, ["b", "s"], FIVE), "staff": survey_of(staff, ["d", "o"], FIVE)}
    named = {"belief": "b", "service_standard": "s", "delivery": "d", "promise": "o", **sides}
    leaf = Indicator("q", "p", "e", **named)
    return dataclasses.replace(survey, companions=companions), Model((Latent("A", indicators=(leaf,)),))


def rows(survey_and_model, **options):
    result = gap(Study(*survey_and_model, resamples=0), **options)
    return {row["gap_number"]: row for row in result.table("company").records()}


def test_each_gap_is_second_less_first_so_that_negative_falls_short():
    found = rows(company())
    mean = [100 * (side.mean() - 1) / 4 for side in (CUSTOMERS[:, 1], MANAGERS[:, 0], MANAGERS[:, 1], STAFF[:, 0], STAFF[:, 1])]
    wanted = {"1": mean[1] - mean[0], "2": mean[2] - mean[1], "3": mean[3] - mean[2], "4": mean[3] - mean[4]}
    assert {key: row["difference"] for key, row in found.items()} == pytest.approx(wanted)


def test_different_people_are_compared_by_welch():
    found = rows(company())
    for key, first, second in (("1", CUSTOMERS[:, 1], MANAGERS[:, 0]), ("3", MANAGERS[:, 1], STAFF[:, 0])):
        theirs = ttest_ind(second, first, equal_var=False)
        assert (found[key]["t"], found[key]["p"]) == (pytest.approx(theirs.statistic), pytest.approx(theirs.pvalue))
        assert found[key]["test"] == "welch"


def test_the_same_people_are_compared_with_themselves():
    found = rows(company())
    assert found["2"]["test"] == "paired"
    assert found["2"]["p"] == pytest.approx(ttest_rel(MANAGERS[:, 1], MANAGERS[:, 0]).pvalue)


def test_a_side_is_looked_for_on_the_other_sheet_too():
    found = rows(company(delivery="s"))
    assert found["4"]["n_second"] == 4


def test_a_gap_without_one_of_its_sides_is_left_out():
    assert set(rows(company(promise=None))) == {"1", "2", "3"}


def test_one_manager_makes_a_gap_without_a_test():
    found = rows(company(managers=MANAGERS[:1]))["1"]
    assert found["difference"] == pytest.approx(100 * (3 - CUSTOMERS[:, 1].mean()) / 4)
    assert found["p"].reason == "too_few_respondents"


def test_the_company_is_silent_where_nobody_was_asked():
    survey = survey_of(CUSTOMERS, ["p", "e"], FIVE)
    assert "company" not in [table.key for table in gap(Study(survey, paired_model([("p", "e")]), resamples=0)).tables]


def test_managers_stay_with_the_respondents_that_are_chosen():
    survey, _ = company()
    assert set(survey.only(np.arange(6) < 3).companions) == {"managers", "staff"}


# --- by segment


def segmented(sizes=(60, 50, 40), **changes):
    rng = np.random.default_rng(21)
    n = sum(sizes)
    labels = tuple(name for name, size in zip("abc", sizes, strict=False) for _ in range(size))
    short = np.array([{"a": 0.0, "b": -1.5, "c": 0.2}[name] for name in labels])
    expected = rng.normal(7, 0.8, (n, 2))
    had = expected + short[:, None] + rng.normal(0, 1, (n, 2))
    values = np.column_stack([had[:, 0], expected[:, 0], had[:, 1], expected[:, 1]])
    survey = survey_of(values, ["p1", "e1", "p2", "e2"], Scale(0, 11), labels={"g": labels}, **changes)
    return survey, paired_model([("p1", "e1"), ("p2", "e2")]).with_respondents(segments=("g",))


def segments(survey_and_model, table="segments", **options):
    return gap(Study(*survey_and_model, **{"resamples": 200, **options}), between="g").table(table).records()


def gaps_of(survey, name):
    chosen = np.array(survey.labels["g"]) == name
    return (survey.answers[:, [0, 2]] - survey.answers[:, [1, 3]]).mean(axis=1)[chosen] * 100 / 11


def test_each_group_is_compared_with_all_others_by_welch_and_holm():
    survey, model = segmented()
    found = {row["segment"]: row for row in segments((survey, model))}
    own, others = gaps_of(survey, "b"), np.concatenate([gaps_of(survey, "a"), gaps_of(survey, "c")])
    theirs = ttest_ind(own, others, equal_var=False)
    assert found["b"]["difference"] == pytest.approx(own.mean() - others.mean())
    assert found["b"]["p"] == pytest.approx(theirs.pvalue, rel=1e-6)
    assert found["b"]["p_adjusted"] == pytest.approx(3 * theirs.pvalue, rel=1e-6)
    assert (found["b"]["verdict"], found["b"]["against"]) == ("below", "others")


def test_two_groups_make_one_comparison():
    found = segments(segmented((60, 50)))
    assert [(row["segment"], row["against"]) for row in found] == [("a", "b")]
    assert found[0]["p_adjusted"] == found[0]["p"]


def test_the_interval_of_a_difference_is_that_of_independent_groups():
    survey, model = segmented((60, 50))
    row = segments((survey, model), resamples=2000)[0]
    own, others = gaps_of(survey, "a"), gaps_of(survey, "b")
    error = np.sqrt(own.var() / 60 + others.var() / 50)
    assert (row["difference_upper"] - row["difference_lower"]) / 3.92 == pytest.approx(error, rel=0.08)


def test_every_indicator_has_its_rows_for_those_who_look_closer():
    found = segments(segmented(), "segment_indicators")
    assert len(found) == 6
    assert found[0]["indicator"] == "p1"


def test_small_groups_are_named_and_not_compared():
    result = gap(Study(*segmented((60, 50, 10)), resamples=0), between="g")
    assert {row["segment"] for row in result.table("segments").records()} == {"a"}
    left = next(one for one in result.remarks if one.key == "segments_left_out")
    assert left.values["groups"] == ("c (10)",)


def test_with_a_single_group_there_is_no_table_but_a_reason():
    result = gap(Study(*segmented((60, 10)), resamples=0), between="g")
    assert "segments" not in [table.key for table in result.tables]
    assert "segments_too_small" in [one.key for one in result.remarks]


def test_clusters_are_the_units_of_the_test():
    # 11 clusters, 6 of them in group a: the residuals of each cluster added up, t with 10 degrees of freedom
    survey, model = segmented((60, 50))
    a, b = gaps_of(survey, "a"), gaps_of(survey, "b")
    totals = [(a - a.mean()).reshape(6, 10).sum(axis=1) / 60, (b - b.mean()).reshape(5, 10).sum(axis=1) / 50]
    error = np.sqrt(11 / 10 * (np.concatenate(totals) ** 2).sum())
    labels = {**survey.labels, "c": tuple(str(i // 10) for i in range(110))}
    drawn_together = dataclasses.replace(survey, labels=labels), model.with_respondents(cluster="c")
    wanted = 2 * student.sf(abs(a.mean() - b.mean()) / error, 10)
    assert segments(drawn_together)[0]["p"] == pytest.approx(wanted)


def test_a_column_that_is_no_segment_is_refused():
    with pytest.raises(UnknownColumn):
        gap(Study(*segmented(), resamples=0), between="no")
