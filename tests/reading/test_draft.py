import random

import numpy as np
import pandas
import pytest

from csi.authoring import model_yaml
from csi.errors import NothingToScore
from csi.reading import draft, open_survey, read_model
from tests.reference import REFERENCE

SURVEYS = sorted(path for path in (REFERENCE / "surveys").glob("*") if path.suffix != ".md") if REFERENCE.exists() else []
DICE = random.Random(11)
FIVE = [5, 4, 3, 2, 1, 5, 4, 3] * 5
OTHER = [4, 4, 3, 2, 2, 5, 5, 3] * 5


def frame(**columns):
    return pandas.DataFrame(columns)


def again(source, folder):
    """The survey as it is read without a model, and by the model drafted from it."""
    path = folder / "drafted.yaml"
    path.write_text(model_yaml(draft(source).model), encoding="utf-8")
    return open_survey(source), open_survey(source, path)


def assert_same(source, folder):
    (guessed, first), (read, second) = again(source, folder)
    np.testing.assert_array_equal(guessed.answers, read.answers)
    assert (guessed.columns, guessed.labels) == (read.columns, read.labels)
    for one, other in zip(guessed.scales, read.scales, strict=True):  # unused steps have more wordings in the draft
        assert (one.lowest, one.highest, one.reversed) == (other.lowest, other.highest, other.reversed)
        assert one.labels.items() <= other.labels.items()
    assert draft(source).model == second
    assert [leaf.name for _, leaf in first.indicators] == [leaf.name for _, leaf in second.indicators]


@pytest.mark.parametrize("path", SURVEYS, ids=lambda path: path.name)
def test_the_drafted_model_reads_a_real_survey_as_it_is_read_without(path, tmp_path):
    try:
        assert_same(path, tmp_path)
    except NothingToScore as refusal:
        assert refusal.remedy.zh


SETS = (
    list(range(1, 6)),
    list(range(11)),
    list(range(1, 8)),
    ["Strongly agree", "Agree", "Neutral", "Disagree", "Strongly disagree", "N/A"],
    ["很满意", "满意", "一般", "不满意", "(跳过)"],
    ["5 - Excellent", "4 - Good", "3 - Fair", "99"],
    ["2 : ganz gut", "1 : prima", "3 : naja"],
    [1, 2, 3, 4, 5, 99, ""],
    ["0 - Not at all likely", *range(1, 10), "10 - Extremely likely"],
    ["Sí", "No", "Quizás"],
    ["Strongly agree", "Agree", "Agreee"],
)
NAMES = (
    "A1",
    "A2",
    "Rate [Price]",
    "Rate [Speed]",
    "Overall satisfaction",
    "E1",
    "E2",
    "E3",
    "P1",
    "P2",
    "P3",
    "7、题干：—甲",
    "7、乙",
    "NPS",
    "Région",
)


@pytest.mark.parametrize("seed", range(25))
def test_the_drafted_model_reads_any_survey_as_it_is_read_without(seed, tmp_path):
    dice = random.Random(seed)
    columns = {name: [dice.choice(chosen) for _ in range(30)] for name in NAMES for chosen in [dice.choice(SETS)]}
    columns["A1"] = [dice.choice(SETS[0]) for _ in range(30)]
    assert_same(frame(**columns), tmp_path)


def test_labels_are_written_in_full_those_that_nobody_used_too():
    scale = draft(frame(Q1=["Agree", "Strongly disagree"] * 20, Q2=["Agree", "Neutral"] * 20)).model.scale
    assert sorted(set(scale.labels.values())) == [1, 2, 3, 4, 5]


def test_words_and_codes_that_are_no_answer_are_written_as_missing():
    model = draft(frame(Q1=[*FIVE, 99, "N/A"], Q2=[*OTHER, 3, 4])).model
    assert set(model.missing) == {"99", "N/A"}


def test_a_code_that_is_an_answer_elsewhere_is_not_missing():
    columns = {"Q1": [*FIVE, 99], "Q2": [*OTHER, 3], "Your rating (0-100)": [*range(59, 99), 99]}
    assert "99" not in draft(frame(**columns)).model.missing


def test_roles_are_written():
    columns = {
        "id": list(range(40)),
        "Q1": FIVE,
        "Q2": OTHER,
        "Gender": ["f", "m"] * 20,
        "weight": [0.5, 1.5] * 20,
        "NPS": [0, 5, 9, 10] * 10,
    }
    who = draft(frame(**columns)).model.respondents
    assert (who.id, who.segments, who.case_weight, who.recommend) == ("id", ("Gender",), "weight", "NPS")


def test_what_no_model_can_say_stands_in_notes():
    kano = [DICE.choice(["I like it", "I expect it", "I can tolerate it", "I dislike it"]) for _ in range(40)]
    columns = {
        "Map (functional)": kano,
        "Map (dysfunctional)": kano[::-1],
        "Q1": FIVE,
        "Q2": OTHER,
        "Comments": [f"text {n}" for n in range(40)],
    }
    notes = [note.en for note in draft(frame(**columns)).notes]
    assert "left out as free text: column E" in notes


def test_the_drafted_file_is_a_model_with_its_notes_as_comments(tmp_path, monkeypatch):
    from csi.commands.app import run

    monkeypatch.chdir(tmp_path)
    rows = "\n".join(f"{a},{b},text {n}" for n, (a, b) in enumerate(zip(FIVE, OTHER, strict=True)))
    (tmp_path / "survey.csv").write_text(f"Q1,Q2,Comments\n{rows}\n", encoding="utf-8")
    assert run(["init", "--from", "survey.csv"]) == 0
    text = (tmp_path / "survey.model.yaml").read_text(encoding="utf-8")
    assert text.startswith("# drafted from survey.csv: ")
    assert read_model(tmp_path / "survey.model.yaml").scale is not None
