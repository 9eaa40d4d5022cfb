"""Which expectations are essential, which can be given up, and where experience falls short of them."""

import dataclasses

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from csi.analyses import load
from csi.analyses.expectations.classes import CLASSES, Cuts, among_the_top, classes
from csi.errors import MissingRole, UsageFault
from csi.model import Feature, Indicator, Latent, Model, Respondents, Scale
from csi.renderers.sentences import remark_sentence
from csi.results import Blank
from csi.study import Study
from csi.survey import Survey

from ..surveys import survey_of

expectations = load("expectations")
N = 120
NAMES = ("A", "B", "C", "D", "E", "F")
#              A    B    C    D    E    F
IMPORTANCE = (9.0, 8.0, 7.0, 6.0, 3.0, 2.0)
GIVE_UP = (0.1, 0.05, 0.3, 0.1, 0.6, 0.0)
EXPECTED = (8.0, 9.0, 7.0, 8.0, 3.0, 8.0)
EXPERIENCED = (6.0, 9.0, 8.0, 8.0, 8.0, 7.0)


def around(mean, seed, n=N):
    """Answers of 1-10 with exactly this mean: as many above as below."""
    away = np.tile([-1.0, 1.0], n // 2)
    return mean + np.random.default_rng(seed).permutation(away)


def leaf(name, **said):
    return Indicator(name, f"P{name}", f"E{name}", f"W{name}", **{"give_up": f"G{name}", **said})


def made(leaves=None, *, respondents=None, numbers=None, labels=None, answers=None, features=(), **options):
    """A study of six expectations whose means are those above."""
    columns = {}
    for at, name in enumerate(NAMES):
        columns |= {f"P{name}": around(EXPERIENCED[at], at), f"E{name}": around(EXPECTED[at], 10 + at)}
        columns |= {f"W{name}": around(IMPORTANCE[at], 20 + at)}
    columns |= answers or {}
    kept = {f"G{name}": (np.arange(N) < share * N).astype(float) for name, share in zip(NAMES, GIVE_UP, strict=True)}
    scales = [Scale(0, 12)] * len(columns)
    survey = Survey(
        np.column_stack(list(columns.values())), tuple(columns), tuple(scales), labels or {}, {**kept, **(numbers or {})}
    )
    latent = Latent("Service", indicators=tuple(leaves or map(leaf, NAMES)))
    model = Model((latent,), scale=Scale(0, 12), respondents=respondents or Respondents(), features=tuple(features))
    return Study(survey, model, **{"resamples": 200, **options})


def rows(result, table="expectations"):
    return {row["indicator"]: row for row in result.table(table).records()}


def said(result):
    return {remark.key: remark for remark in (*result.remarks, result.answer)}


def keys(result):
    return [table.key for table in result.tables]


def column(*values):
    return np.array([values], dtype=float).T


def test_the_most_important_third_that_few_would_give_up_is_essential():
    found = rows(expectations(made()))
    assert [found[name]["class"] for name in NAMES] == [
        "essential",
        "essential",
        "negotiable",
        "ordinary",
        "given_up",
        "ordinary",
    ]


def test_expectations_stand_from_the_essential_to_what_can_be_given_up():
    assert expectations(made()).table("expectations").column("indicator") == ("A", "B", "D", "F", "C", "E")


@pytest.mark.parametrize(("give_up", "told"), [(0.19, 0), (0.2, 2), (0.49, 2), (0.5, 3), (np.nan, 0)])
def test_what_is_important_moves_through_the_classes_as_more_would_give_it_up(give_up, told):
    assert classes(column(90, 10, 5), column(give_up, 0, 0), Cuts())[0, 0] == told


def test_what_nobody_was_asked_about_has_no_class():
    assert classes(column(np.nan, 50), column(np.nan, 0.1), Cuts())[0, 0] == -1


def test_a_must_be_of_kano_is_essential_however_unimportant():
    assert classes(column(1, 90), column(0.9, 0.1), Cuts(), np.array([[True], [False]]))[0, 0] == CLASSES.index("essential")


@pytest.mark.parametrize(("p", "count"), [(1, 1), (2, 1), (3, 1), (4, 1), (5, 2), (6, 2), (8, 3), (9, 3)])
def test_a_third_is_the_number_nearest_to_it_and_one_at_least(p, count):
    assert among_the_top(np.arange(p, dtype=float)[:, None], 0.333).sum() == count


def test_those_who_tie_with_the_last_of_the_top_belong_to_it():
    assert among_the_top(column(5, 5, 5, 1), 0.333)[:, 0].tolist() == [True, True, True, False]


def test_options_move_the_cut_points():
    found = rows(expectations(made(), top=0.5, firm=0.4, loose=0.65))
    assert [found[name]["class"] for name in "ACE"] == ["essential", "essential", "negotiable"]


@pytest.mark.parametrize("wrong", [{"top": 0.0}, {"loose": 1.5}, {"firm": 0.6, "loose": 0.5}, {"less": "X"}])
def test_cut_points_and_names_without_meaning_are_refused(wrong):
    with pytest.raises(UsageFault):
        expectations(made(), **wrong)


def test_shares_importance_and_gaps_are_the_means_of_the_answers():
    row = rows(expectations(made()))["A"]
    assert row["give_up"] == pytest.approx(0.1)
    assert row["importance"] == pytest.approx(75)
    assert (row["expectation_index"], row["experience_index"], row["gap_index"]) == pytest.approx((66.667, 50, -16.667), abs=1e-3)


def test_a_share_has_the_spread_of_a_share():
    row = rows(expectations(made(resamples=4000)))["C"]
    reach = stats.norm.ppf(0.975) * np.sqrt(0.3 * 0.7 / N)
    assert (row["give_up_lower"], row["give_up_upper"]) == pytest.approx((0.3 - reach, 0.3 + reach), abs=0.012)


def test_a_share_of_nobody_has_the_interval_of_wilson():
    row = rows(expectations(made()))["F"]
    z2 = stats.norm.ppf(0.975) ** 2
    assert (row["give_up"], row["give_up_upper"]) == pytest.approx((0, z2 / (N + z2)))


def test_the_answer_names_the_essential_and_where_experience_falls_short_of_it():
    sentence = remark_sentence(expectations(made()).answer, "en")
    assert "Essential: A, B" in sentence[:1].upper() + sentence[1:]
    assert "falls short of A;" in sentence
    assert "can be given up: E" in sentence


def test_certainty_is_the_share_of_resamples_of_the_same_class():
    close = made(numbers={"GA": (np.arange(N) < 0.2 * N - 1).astype(float)}, resamples=2000)
    row = rows(expectations(close))["A"]
    assert row["class"] == "essential"
    assert 0.4 < row["certainty"] < 0.75
    assert "undecided" in said(expectations(close))


def test_where_nobody_was_asked_for_importance_how_much_is_expected_stands_in():
    leaves = [dataclasses.replace(leaf(name), importance=None) for name in NAMES]
    result = expectations(made(leaves))
    found = rows(result)
    assert [name for name in NAMES if found[name]["class"] == "essential"] == ["A", "B", "D", "F"]  # three tie behind B
    assert "importance_not_asked" in said(result)


def test_a_feature_of_the_same_name_that_must_be_is_essential():
    asked = {"K1": np.full(N, 2.0), "K0": np.full(N, 5.0)}
    found = rows(expectations(made(answers=asked, features=[Feature("F", "K1", "K0")])))
    assert (found["F"]["kano"], found["F"]["class"], found["A"]["kano"]) == ("M", "essential", None)


def test_a_level_asked_for_beyond_the_standard_is_unreasonable_with_its_share():
    minutes = np.where(np.arange(N) < 90, 30.0, 10.0)
    leaves = [leaf("A", asked="Q", standard=20.0), *map(leaf, NAMES[1:])]
    row = rows(expectations(made(leaves, numbers={"Q": minutes})))["A"]
    assert (row["unreasonable"], row["unreasonable_share"], row["excess"]) == ("yes", 0.75, 5.0)


def test_less_can_be_the_more_demanding():
    minutes = np.where(np.arange(N) < 90, 30.0, 10.0)
    leaves = [leaf("A", asked="Q", standard=20.0), *map(leaf, NAMES[1:])]
    row = rows(expectations(made(leaves, numbers={"Q": minutes}), less="A"))["A"]
    assert (row["unreasonable"], row["unreasonable_share"], row["excess"]) == ("no", 0.25, -5.0)


def test_the_model_can_say_that_less_is_the_more_demanding():
    minutes = np.where(np.arange(N) < 90, 30.0, 10.0)
    leaves = [leaf("A", asked="Q", asked_less=True, standard=20.0), *map(leaf, NAMES[1:])]
    row = rows(expectations(made(leaves, numbers={"Q": minutes})))["A"]
    assert (row["unreasonable"], row["unreasonable_share"], row["excess"]) == ("no", 0.25, -5.0)


def test_a_standard_without_a_level_asked_for_is_in_units_of_the_expectation():
    row = rows(expectations(made([leaf("A", standard=7.9), *map(leaf, NAMES[1:])])))["A"]
    assert (row["excess"], row["unreasonable"]) == (pytest.approx(0.1), "perhaps")


@pytest.mark.parametrize(("standard", "cause"), [(9.0, "experience"), (5.0, "expectation"), (7.0, "both")])
def test_what_falls_short_is_laid_to_the_expectation_or_to_the_experience(standard, cause):
    found = rows(expectations(made([leaf("A", standard=standard), *map(leaf, NAMES[1:])])))
    assert found["A"]["cause"] == cause
    assert found["B"]["cause"] is None


@pytest.mark.parametrize("standard", [7.95, 8.0, 8.05])
def test_a_mean_as_good_as_at_the_standard_settles_no_cause(standard):
    result = expectations(made([leaf("A", standard=standard), *map(leaf, NAMES[1:])]))
    assert rows(result)["A"]["cause"] == "open"


def test_verdicts_and_causes_say_by_what_they_go():
    result = expectations(made([leaf("A", standard=9.0), *map(leaf, NAMES[1:])]))
    assert {"verdicts", "by_standard"} <= said(result).keys()
    assert "by_standard" not in said(expectations(made()))


def test_satisfied_because_nothing_is_expected_raises_the_alarm():
    result = expectations(made())
    assert [name for name, row in rows(result, "low_expectations").items() if row["alarm"] == "yes"] == ["E"]
    assert said(result)["low_expectation"].values["names"] == ("E",)


def test_a_low_expectation_of_something_important_raises_none():
    result = expectations(made(answers={"WE": around(9.0, 3), "WC": around(9.0, 4)}))
    assert {row["alarm"] for row in rows(result, "low_expectations").values()} == {"no"}
    assert result.table("low_expectations").detail


def test_what_disappoints_most_raises_no_alarm():
    result = expectations(made(answers={"EE": around(7.5, 14), "PE": around(6.5, 4), "EF": around(7.8, 15)}))
    assert rows(result, "low_expectations")["E"]["experience_index"] > 50
    assert rows(result, "low_expectations")["E"]["alarm"] == "no"


def test_where_nobody_was_asked_for_importance_the_alarm_is_a_question():
    result = expectations(made([dataclasses.replace(leaf(name), importance=None) for name in NAMES]))
    assert rows(result, "low_expectations")["E"]["alarm"] == "possible"
    assert "perhaps" in remark_sentence(said(result)["low_expectation_possible"], "en")
    assert "low_expectation" not in said(result)


def test_a_quarter_of_three_expectations_is_nothing():
    assert "low_expectations" not in keys(expectations(made([leaf(name) for name in "ABC"])))


def test_what_is_not_feasible_is_to_be_declined():
    result = expectations(made([leaf("A", feasible=False), *map(leaf, NAMES[1:])]))
    assert result.table("declined").column("indicator") == ("A",)
    assert "declined" in said(result)


def test_the_company_that_believes_less_is_expected_underestimates():
    leaves = [leaf("A", company=7.0), leaf("B", company=9.5), leaf("C", company=7.05), *map(leaf, NAMES[3:])]
    found = rows(expectations(made(leaves)), "company")
    assert [found[name]["verdict"] for name in "ABC"] == ["underestimates", "overestimates", "right"]
    assert found["A"]["difference"] == pytest.approx(-1.0)
    assert found["A"]["difference_index"] == pytest.approx(-100 / 12)


def test_the_companys_number_is_turned_round_with_the_answers():
    study = made([leaf("A", company=3.0, reversed=True), *map(leaf, NAMES[1:])])
    turned = tuple(
        dataclasses.replace(scale, reversed=name in ("EA", "PA"))
        for name, scale in zip(study.survey.columns, study.survey.scales, strict=True)
    )
    again = dataclasses.replace(study, survey=dataclasses.replace(study.survey, scales=turned))
    assert rows(expectations(again), "company")["A"]["company"] == 9.0


def test_promises_kept_are_counted_over_the_cases_that_have_some():
    promised, kept = np.zeros(N), np.zeros(N)
    promised[:4], kept[:4] = (2, 4, 2, 1), (2, 1, 2, 3)
    result = expectations(made(respondents=Respondents(promises="M", kept="K"), numbers={"M": promised, "K": kept}))
    [row] = result.table("promises").records()
    assert (row["cases"], row["kept"], row["all_kept"], row["odd"]) == (3, pytest.approx(5 / 8), pytest.approx(2 / 3), 1)
    assert said(result)["more_kept_than_made"].values["odd"] == 1


def test_those_who_were_promised_something_are_compared_with_the_rest():
    group = (np.arange(N) % 3 == 0).astype(float)
    experience = around(6.0, 0) - 2 * group
    study = made([leaf("A", promised="T"), *map(leaf, NAMES[1:])], numbers={"T": group}, answers={"PA": experience})
    row = rows(expectations(study), "promised")["A"]
    gaps = 100 * (experience - around(8.0, 10)) / 12
    peer = stats.ttest_ind(gaps[group == 1], gaps[group == 0], equal_var=False)
    assert (row["promised"], row["rest"], row["verdict"]) == (40, 80, "worse")
    assert (row["difference"], row["t"], row["p"]) == pytest.approx((gaps[group == 1].mean() - gaps[group == 0].mean(), *peer))


def tiers(usual="ordinary", vip="VIP", **options):
    heard = (np.arange(N) % 2 == 0).astype(float)
    names = tuple(vip if at < 40 else usual for at in range(N))
    low = np.array([name == usual for name in names]) & (heard == 1)
    answers = {"EA": around(6.0, 10) + 3 * low, "PA": around(6.0, 0) - low}
    leaves = [leaf("A", vip_only=True, heard="H"), *map(leaf, NAMES[1:])]
    study = made(leaves, respondents=Respondents(tier="T"), numbers={"H": heard}, labels={"T": names}, answers=answers)
    return expectations(study, **options)


@pytest.mark.parametrize(("ordinary", "vip"), [("ordinary", "VIP"), ("普通客户", "贵宾"), ("silver", "VIP")])
def test_ordinary_customers_who_heard_of_a_vip_service_expect_it(ordinary, vip):
    result = tiers(ordinary, vip)
    row = rows(result, "spill_over")["A"]
    assert (row["heard"], row["not_heard"], row["verdict"]) == (40, 40, "clear")
    assert row["expectation_difference"] == pytest.approx(25, abs=6)
    assert {"spill_over", "as_much_as_vip"} <= said(result).keys()


def test_a_tier_that_no_name_tells_is_asked_for():
    result = tiers("red", "blue")
    assert "spill_over" not in keys(result)
    assert "tier_unknown" in said(result)
    assert "spill_over" in keys(tiers("red", "blue", ordinary="red"))


def test_a_tier_that_there_is_not_is_refused():
    with pytest.raises(UsageFault, match="VIP, ordinary"):
        expectations_with_tier("gold")


def expectations_with_tier(name):
    names = ("VIP", "ordinary") * (N // 2)
    return expectations(made(respondents=Respondents(tier="T"), labels={"T": names}), ordinary=name)


def test_motivation_is_the_mean_product_of_value_and_expectation():
    result = expectations(made())
    row = rows(result, "motives")["B"]
    value, expected = around(8.0, 21) / 12, around(9.0, 11) / 12
    assert row["motivation"] == pytest.approx(100 * (value * expected).mean())
    assert (row["rank"], result.table("motives").column("rank")) == (1, (1, 2, 3, 4, 5, 6))


def test_two_equal_motives_share_their_ranks():
    result = expectations(made(answers={"WA": around(8.0, 21), "EA": np.roll(around(9.0, 11), 1)}, resamples=1000))
    found = rows(result, "motives")
    assert {(found[name]["rank_lower"], found[name]["rank_upper"]) for name in "AB"} == {(1, 2)}


def dimensions(*names, kind="expectation_dimension"):
    leaves = [leaf(name, **{kind: dimension}) for name, dimension in zip(NAMES, names, strict=False)]
    return expectations(made([*leaves, *map(leaf, NAMES[len(names) :])]))


def test_a_dimension_is_the_mean_of_its_indicators_and_of_its_parts():
    table = dimensions("quality/time", "quality/room", "price").table("expectation_dimensions")
    assert table.column("dimension") == ("quality", "quality/time", "quality/room", "price")
    assert_allclose(table.column("gap_index"), np.array([-1.0, -2.0, 0.0, 1.0]) * 100 / 12, atol=1e-9)
    assert table.strong == frozenset({0})


def test_a_part_of_a_known_dimension_is_translated_before_its_slash():
    table = dimensions("quality/time", "ours/room").table("expectation_dimensions")
    term = table.columns[table.position("dimension")]
    assert (term.values["quality/time"].en, term.values["quality/time"].zh) == ("quality/time", "质量/time")
    assert "ours/room" not in term.values


def test_dimensions_of_experience_have_a_table_of_their_own():
    result = dimensions("sense", "feel", kind="experience_dimension")
    assert result.table("experience_dimensions").column("verdict") == ("below", "meets")
    assert "expectation_dimensions" not in keys(result)


def test_a_dimension_without_expectations_tells_the_experience_alone():
    leaves = [dataclasses.replace(leaf("A", experience_dimension="act"), expectation=None), *map(leaf, NAMES[1:])]
    [row] = expectations(made(leaves)).table("experience_dimensions").records()
    assert (row["experience_index"], row["gap_index"]) == (50.0, Blank("no_pairs"))


def test_further_tables_stand_only_where_the_model_has_their_columns():
    assert keys(expectations(made())) == ["expectations", "low_expectations", "motives"]


def test_case_weights_count_in_shares_and_classes():
    weights = np.where(np.arange(N) < 0.3 * N, 4.0, 1.0)
    found = rows(expectations(made(respondents=Respondents(case_weight="w"), numbers={"w": weights})))
    assert found["C"]["give_up"] == pytest.approx(1.2 / 1.9)
    assert found["C"]["class"] == "given_up"


@pytest.mark.parametrize("options", [{"resamples": 0}, {"interval": "bca"}, {"missing": "em"}, {"missing": "listwise"}])
def test_every_way_of_studying_ends_in_a_ranking(options):
    found = rows(expectations(made(**options)))
    assert found["A"]["class"] == "essential"
    assert isinstance(found["A"]["give_up_lower"], Blank) == (options.get("resamples") == 0)


def test_of_few_respondents_nothing_is_certain():
    survey = made().survey
    short = dataclasses.replace(
        survey, answers=survey.answers[:20], numbers={key: values[:20] for key, values in survey.numbers.items()}
    )
    result = expectations(Study(short, made().model, resamples=200))
    assert rows(result)["A"]["certainty"] == Blank("too_few_respondents")
    assert said(result)["few_respondents"].values["used"] == 20
    assert "few_respondents" not in said(expectations(made()))


def test_without_expectations_the_analysis_is_refused():
    survey = survey_of([[1], [2]], ["Q"])
    with pytest.raises(MissingRole, match="expectation"):
        expectations(Study(survey, Model((Latent("L", indicators=(Indicator("Q", "Q"),)),), scale=Scale(1, 10)), resamples=0))
