from pathlib import Path

import pandas
import pytest

from csi.errors import CsiError, NothingToScore
from csi.model import Respondents, Scale
from csi.reading import look, overview
from csi.renderers.sentences import finding_sentence

from .made_cells import model

SURVEYS = Path(__file__).resolve().parents[3] / "shared" / "reference" / "surveys"
ANSWERS = [5, 4, 3, 2, 1, 5, 4, 3] * 5


def frame(**columns):
    return pandas.DataFrame(columns)


def rows(seen):
    return {row["column"]: row for row in seen.result.table("columns").records()}


def test_every_column_of_the_file_has_a_row():
    seen = look(frame(Q1=ANSWERS, Q2=ANSWERS, Gender=["f", "m"] * 20, Comments=[f"text {n}, {n}" for n in range(40)]))
    assert [(name, row["read_as"]) for name, row in rows(seen).items()] == [
        ("Q1", "indicator"),
        ("Q2", "indicator"),
        ("Gender", "segment"),
        ("Comments", "free_text"),
    ]


def test_answers_are_counted_as_they_were_decoded():
    column = rows(look(frame(Q1=[5, 4, 99, None, "八", "N/A"]), model({"A": ["Q1"]}, Scale(1, 5))))["Q1"]
    assert (column["answered"], column["missing"], column["unread"], column["mean"]) == (2, 2, 2, 4.5)


def test_the_scale_shows_its_ends_and_words():
    column = rows(look(frame(Q1=["很满意", "满意", "一般", "不满意", "很不满意"] * 4)))["Q1"]
    assert column["scale"] == "1–5: 很不满意 … 很满意"


def test_the_model_says_what_a_column_is():
    seen = look(
        frame(Q1=ANSWERS, Q2=ANSWERS, g=[1, 2] * 20), model({"A": ["Q1"]}, Scale(1, 5), respondents=Respondents(wave="g"))
    )
    assert [(row["read_as"], row["latent"], row["note"]) for row in rows(seen).values()] == [
        ("indicator", "A", "model"),
        ("answer", None, "scale_numbers"),
        ("wave", None, "model"),
    ]


def test_a_column_named_by_its_letter_is_found():
    assert rows(look(frame(id=ANSWERS, Q1=ANSWERS), model({"A": ["$B"]}, Scale(1, 5))))["Q1"]["latent"] == "A"


def test_a_model_that_does_not_fit_is_a_finding_and_the_columns_are_still_listed():
    seen = look(frame(Q1=ANSWERS), model({"A": ["Q1", "Q2", "Q3"]}))
    assert [(one.key, one.severity) for one in seen.findings] == [("unknown_column", "severe")] * 2
    assert (seen.survey, len(rows(seen))) == (None, 1)


def test_nothing_to_score_is_a_finding():
    seen = look(frame(Comments=[f"text {n}, {n}" for n in range(40)]))
    assert ([one.key for one in seen.findings], seen.model) == (["nothing_to_score"], None)


def test_header_only_is_nothing_to_look_at(tmp_path):
    path = tmp_path / "survey.csv"
    path.write_text("Q1,Q2\n", encoding="utf-8")
    with pytest.raises(NothingToScore):
        look(path)


def test_an_unknown_scale_leaves_all_its_answers_unread():
    seen = look(frame(Q1=ANSWERS, Q2=["red", "green"] * 20), model({"A": ["Q1", "Q2"]}))
    assert (rows(seen)["Q2"]["answered"], rows(seen)["Q2"]["unread"]) == (0, 40)


def test_the_settings_say_what_was_read(tmp_path):
    path = tmp_path / "survey.csv"
    path.write_text("Q1,Q2\n5,4\n3,2\n", encoding="utf-8")
    settings = overview(path).settings
    assert (settings["kind"], settings["header_row"], settings["respondents"], settings["model"]) == ("csv", 1, 2, "guess")


@pytest.mark.skipif(not SURVEYS.is_dir(), reason="the reference surveys are not here")
@pytest.mark.parametrize("path", sorted(SURVEYS.glob("*")) if SURVEYS.is_dir() else [], ids=lambda path: path.name)
def test_a_real_file_is_shown_or_refused_with_a_remedy(path):
    try:
        assert look(path).result.table("columns").rows
    except CsiError as refusal:
        assert refusal.remedy.zh


def test_case_weights_that_the_model_does_not_name_are_shown_as_not_used():
    seen = look(frame(Q1=ANSWERS, Weight=[0.5, 1.5] * 20), model({"A": ["Q1"]}, Scale(1, 5)))
    assert rows(seen)["Weight"]["note"] == "weight_unused"


def test_a_refusal_among_the_findings_stands_in_its_place_in_either_language():
    refused = next(one for one in look(frame(Q1=ANSWERS), model({"A": ["Q9"]})).findings if one.key == "unknown_column")
    assert finding_sentence(refused, "en").startswith("model: ")
    assert finding_sentence(refused, "zh").startswith("模型：")


def test_an_item_of_a_matrix_is_told_from_its_fellows_however_long_their_question():
    stem = "How strongly do the following sentences describe you as you are today, taken all in all?"
    seen = look(frame(**{f"{stem} [{item}]": ANSWERS for item in ("Kind", "Tense")}, **{f"{stem} - Quick": ANSWERS}))
    titles = [row["title"] for row in seen.result.table("columns").records()]
    assert [title.split("…")[1] for title in titles] == [" [Kind]", " [Tense]", " - Quick"]
    assert max(map(len, titles)) <= 60


def test_the_columns_that_a_guess_leaves_out_stand_among_the_findings():
    seen = look(frame(Q1=ANSWERS, Comments=[f"text {n}, {n}" for n in range(40)], Town=["Bonn", "Ulm"] * 20))
    found = next(one for one in seen.findings if one.key == "columns_left_out")
    assert found.values["kinds"] == "free text B; segment C"
