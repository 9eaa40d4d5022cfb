import json

import pandas
import pytest

from csi.model import Scale
from csi.reading import look
from csi.renderers import RENDERERS, render
from csi.results import Card, Report

from .made_cells import model

FIVE = [5, 4, 3, 2, 1, 5, 4, 3] * 5
OTHER = [4, 4, 3, 2, 2, 5, 5, 3] * 5
WORDS = ["很满意", "满意", "一般", "不满意"] * 10
AT = {"strict": True}


def frame(**columns):
    return pandas.DataFrame(columns)


def table(seen, key):
    return seen.result.table(key).records()


def verdicts(columns, **model_words):
    names = list(columns)
    given = model({"A": names}, Scale(1, 5), **model_words)
    return {row["column"]: row for row in table(look(frame(**columns), given), "principles")}


def test_every_label_is_listed_with_its_score_and_how_often_it_was_given():
    rows = table(look(frame(Q1=WORDS, Q2=WORDS)), "labels")
    assert [(row["answer"], row["code"], row["count"]) for row in rows] == [
        ("非常不满意", 1, 0),
        ("不满意", 2, 20),
        ("一般", 3, 20),
        ("满意", 4, 20),
        ("很满意", 5, 20),
    ]


def test_columns_with_the_same_labels_share_a_map():
    seen = look(frame(Q1=WORDS, Q2=WORDS, Q3=["Strongly agree", "Agree", "Disagree", "Strongly disagree"] * 10))
    assert [row["labels"] for row in table(seen, "columns")] == [1, 1, 2]
    assert {row["columns"] for row in table(seen, "labels")} == {"A, B", "C"}


def test_without_words_there_are_no_labels_to_list():
    assert "labels" not in [one.key for one in look(frame(Q1=FIVE, Q2=OTHER)).result.tables]


def test_the_model_is_told_in_a_line_a_latent():
    seen = look(frame(SAT1=FIVE, SAT2=OTHER, Q1=FIVE, Q2=OTHER, Q3=FIVE))
    rows = table(seen, "latents")
    assert [(row["latent"], row["indicators"], row["columns"], row["scale"]) for row in rows] == [
        ("SAT", 2, "A, B", "1–5"),
        ("Q1–Q3", 3, "C–E", "1–5"),
    ]
    assert seen.result.table("latents").strong == {0}


def test_odd_cells_are_listed_with_all_their_addresses():
    seen = look(frame(Q1=[9, 8, 7, *FIVE]), model({"A": ["Q1"]}, Scale(1, 5)))
    (row,) = [row for row in table(seen, "cells") if row["finding"] == "out_of_range"]
    assert (row["column"], row["count"], row["cells"]) == ("Q1", 3, "A1–A3")


def test_flagged_respondents_are_listed_by_row():
    answers = {f"Q{number}": [3, *FIVE[number:], *FIVE[:number]] for number in range(6)}
    (row,) = [row for row in table(look(frame(**answers)), "cells") if row["finding"] == "straight_lines"]
    assert row["cells"] == "1"


def test_a_guessed_model_is_shown_as_a_suggestion():
    assert "suggest" in look(frame(Q1=FIVE, Q2=OTHER)).result.table("latents").title.en


def test_the_title_says_what_was_read(tmp_path):
    path = tmp_path / "survey.csv"
    path.write_text("Q1;Q2\n" + "5;4\n3;2\n" * 6, encoding="utf-8-sig")
    said = look(path).result.table("columns").title
    assert all(word in said.en for word in ("names in row 1", "semicolons", "12 rows", "2 columns"))
    assert all(word in said.zh for word in ("列名在第 1 行", "分号分隔", "12 行", "2 列"))


def test_an_indicator_with_spread_that_goes_with_its_fellows_is_measurable():
    assert verdicts({"Q1": FIVE, "Q2": OTHER, "Q3": FIVE})["Q1"]["measurable"] == "passes"


@pytest.mark.parametrize(
    ("answers", "because"),
    [
        ([3] * 40, "constant"),
        ([5] * 38 + [4, 3], "ceiling"),
        ([1] * 38 + [2, 3], "floor"),
        ([5, 4, 3] + [None] * 37, "mostly_missing"),
        ([6 - answer for answer in FIVE], "against_others"),
        ([1, 2, 3, 4, 5, 5, 4, 1, 3, 2] * 4, "weak_with_others"),
    ],
)
def test_what_keeps_an_indicator_from_measuring_is_told(answers, because):
    row = verdicts({"Q1": answers, "Q2": FIVE, "Q3": OTHER, "Q4": FIVE})["Q1"]
    assert (row["measurable"], row["measurable_because"]) == ("fails", because)


def test_few_answers_leave_every_verdict_open():
    row = verdicts({"Q1": FIVE[:12], "Q2": OTHER[:12]})["Q1"]
    assert (row["important"], row["measurable"]) == ("unknown", "unknown")


def test_an_indicator_that_goes_with_the_target_is_important():
    given = model({"A": ["Q1", "Q2"], "S": ["S1"]}, Scale(1, 5), target="S")
    rows = {row["column"]: row for row in table(look(frame(Q1=FIVE, Q2=[1, 2, 3, 4, 5] * 8, S1=FIVE), given), "principles")}
    assert [rows[name]["important_because"] for name in ("Q1", "Q2", "S1")] == ["related", "unrelated", "is_target"]


def test_what_respondents_rate_as_important_is_important():
    from csi.model import Indicator, Latent, Model

    given = Model((Latent("A", indicators=(Indicator("Q1", "Q1", importance="W1"), Indicator("Q2", "Q2"))),), scale=Scale(1, 5))
    rows = table(look(frame(Q1=FIVE, Q2=OTHER, W1=[5, 4] * 20), given), "principles")
    assert (rows[0]["important"], rows[0]["important_because"]) == ("passes", "asked_important")


def test_only_the_model_knows_what_can_be_controlled():
    from csi.model import Indicator, Latent, Model

    leaves = (Indicator("Q1", "Q1", controllable=True), Indicator("Q2", "Q2", controllable=False), Indicator("Q3", "Q3"))
    given = Model((Latent("A", indicators=leaves),), scale=Scale(1, 5))
    rows = table(look(frame(Q1=FIVE, Q2=OTHER, Q3=FIVE), given), "principles")
    assert [row["controllable"] for row in rows] == ["passes", "fails", "unknown"]


def test_another_scale_than_its_fellows_is_not_comparable():
    from csi.model import Indicator, Latent, Model

    leaves = (Indicator("Q1", "Q1", scale=Scale(1, 10)), Indicator("Q2", "Q2"), Indicator("Q3", "Q3"))
    given = Model((Latent("A", indicators=leaves),), scale=Scale(1, 5))
    rows = table(look(frame(Q1=FIVE, Q2=OTHER, Q3=FIVE), given), "principles")
    assert [row["one_scale_because"] for row in rows] == ["other_scale", "same_scale", "same_scale"]
    assert {(row["comparable"], row["comparable_because"]) for row in rows} == {("unknown", "no_benchmark")}


def test_only_a_benchmark_makes_an_indicator_comparable():
    from csi.model import Indicator, Latent, Model

    leaves = (Indicator("Q1", "Q1", benchmark=4.1), Indicator("Q2", "Q2", benchmark="B2"), Indicator("Q3", "Q3"))
    given = Model((Latent("A", indicators=leaves),), scale=Scale(1, 5))
    rows = table(look(frame(Q1=FIVE, Q2=OTHER, Q3=FIVE, B2=OTHER), given), "principles")
    assert [row["comparable"] for row in rows] == ["passes", "passes", "unknown"]


def test_what_the_model_does_not_say_is_shown_as_not_said_and_told_once():
    seen = look(frame(Q1=FIVE, Q2=OTHER))
    assert {"controllable", "comparable"} <= set(seen.result.table("principles").shown)
    assert {row["controllable"] for row in table(seen, "principles")} == {"unknown"}
    report = Report(Card("survey", "survey.csv", None, 40, 40, "guess", "overall", ""), (seen.result,), ())
    text = render(report, "table", language="en")
    assert "not said" in str(text)
    remark = next(one for one in seen.result.remarks if one.key == "not_said")
    assert "controllable: yes" in remark.text.en and "benchmark:" in remark.text.en and "controllable" in remark.text.zh


def test_what_is_said_is_not_asked_for_again():
    from csi.model import Indicator, Latent, Model

    leaves = tuple(Indicator(name, name, benchmark=4, controllable=True) for name in ("Q1", "Q2"))
    seen = look(frame(Q1=FIVE, Q2=OTHER), Model((Latent("A", indicators=leaves),), scale=Scale(1, 5)))
    assert not seen.result.remarks


def test_what_is_unimportant_has_its_reason_beside_another_flaw():
    flawed = verdicts({"Q1": FIVE, "Q2": [1, 2, 3, 4, 5] * 8, "Q3": FIVE}, target="overall")
    assert (flawed["Q2"]["important"], flawed["Q2"]["measurable"]) == ("fails", "fails")
    shown = look(frame(Q1=FIVE, Q2=[1, 2, 3, 4, 5] * 8, Q3=FIVE), model({"A": ["Q1", "Q2", "Q3"]}, Scale(1, 5)))
    assert "important_because" in shown.result.table("principles").shown
    assert "important_because" not in look(frame(Q1=FIVE, Q2=OTHER)).result.table("principles").shown


def test_guessed_ends_that_nobody_used_leave_comparing_open():
    rows = table(look(frame(Q1=[2, 3, 4] * 14, Q2=[3, 4, 2] * 14)), "principles")
    assert {row["one_scale_because"] for row in rows} == {"ends_guessed"}


@pytest.mark.parametrize("form", RENDERERS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_check_goes_through_every_renderer(form, language):
    seen = look(frame(Q1=WORDS, Q2=WORDS, Comments=[f"text {n}, {n}" for n in range(40)]))
    report = Report(Card("survey", "survey.csv", None, 40, 40, "guess", "overall", ""), (seen.result,), seen.findings)
    assert render(report, form, language=language)


def test_personal_data_are_in_no_output():
    people = [f"someone{number}@example.org" for number in (*range(32), *range(8))]
    columns = {"E-mail": people, "Name": [f"Zaphod{number}" for number in range(40)], "Q1": FIVE, "Q2": OTHER}
    seen = look(frame(**columns))
    report = Report(Card("survey", "survey.csv", None, 40, 40, "guess", "overall", ""), (seen.result,), seen.findings)
    said = render(report, "json").decode() + render(report, "table", verbose=True).decode()
    assert ("someone" in said, "Zaphod" in said, "duplicate_people" in said) == (False, False, True)


def test_figures_in_json_have_full_precision():
    seen = look(frame(Q1=[5, 4, 4] * 13, Q2=OTHER[:39]))
    rows = json.loads(render(seen.result, "json"))["results"][0]["tables"]["columns"]
    assert rows[0]["mean"] == 13 / 3
