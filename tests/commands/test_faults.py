"""What goes wrong is told in three lines, with an exit code of its own."""

import json

import pytest

from csi.commands.faults import as_json, as_lines, clauses, guarded
from csi.commands.session import Session
from csi.errors import MissingExtra, ModelFault, NoHonestAnswer, NothingToScore, Several, UnknownColumn, UnreadableFile
from csi.terms import Text

ERROR = UnknownColumn(
    place="model.yaml:9",
    reason=Text('the survey has no column "Q8"; the nearest are "Q08" and "Q8a".', "调查中没有列“Q8”；最接近的是“Q08”和“Q8a”。"),
    remedy=Text("Correct the name.", "请更正名称。"),
)


def failing(error):
    def action():
        raise error

    return action


def test_an_error_is_three_lines_where_why_what_to_do():
    assert as_lines(ERROR, "en").splitlines() == [
        'error  model.yaml:9 — the survey has no column "Q8"',
        'why    the nearest are "Q08" and "Q8a".',
        "do     Correct the name.",
    ]


def test_an_error_is_told_in_chinese():
    assert as_lines(ERROR, "zh").splitlines() == [
        "错误  model.yaml:9 — 调查中没有列“Q8”",
        "原因  最接近的是“Q08”和“Q8a”。",
        "建议  请更正名称。",
    ]


def test_a_place_in_words_is_told_in_the_reader_s_language_and_to_scripts_in_english():
    error = NothingToScore(place=Text("latent B", "潜变量“B”"), reason="b.", remedy="c.")
    assert as_lines(error, "zh").splitlines()[0] == "错误  潜变量“B”"
    assert (as_lines(error, "en").splitlines()[0], error.place) == ("error  latent B", "latent B")
    assert json.loads(as_json(error))["errors"][0]["place"] == "latent B"


def test_a_reason_of_one_clause_is_the_why():
    error = UnreadableFile(place="a.csv", reason="there is no such file.", remedy="Check the path.")
    assert as_lines(error, "en").splitlines() == ["error  a.csv", "why    there is no such file.", "do     Check the path."]


def test_colour_changes_the_first_word_only():
    assert as_lines(ERROR, "en", color=True) == as_lines(ERROR, "en").replace("error", "\x1b[31m\x1b[1merror\x1b[0m", 1)


def test_quoted_words_are_not_cut():
    assert clauses('there is no sheet "A; B". It has 2.') == ('there is no sheet "A; B"', "It has 2.")


def test_a_point_within_a_name_ends_no_clause():
    assert clauses("file v1.2 final.xlsx is empty.") == ("file v1.2 final.xlsx is empty.", "")


def test_bytes_that_steer_a_terminal_do_not_reach_it():
    error = UnreadableFile(place="a\x1b[31m\u202e.csv", reason="line\nbreak", remedy="\x07")
    assert not set("\x1b\u202e\x07") & set(as_lines(error, "en")) and as_lines(error, "en").count("\n") == 2


def test_of_many_errors_ten_are_told_and_the_rest_counted():
    many = Several(tuple(ModelFault(place=f"model.yaml:{n}", reason="wrong.", remedy="Mend it.") for n in range(41)))
    lines = as_lines(many, "en").splitlines()
    assert (len(lines), lines[-1]) == (31, "and 31 more")


def test_json_errors_carry_keys_and_the_english_sentences():
    told = json.loads(as_json(ERROR))
    assert told["errors"] == [
        {"key": "unknown_column", "place": "model.yaml:9", "reason": ERROR.reason.en, "remedy": "Correct the name."}
    ]
    assert (told["schema"], told["exit_code"]) == (1, 4)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UnreadableFile(place="a", reason="b.", remedy="c."), 2),
        (NothingToScore(place="a", reason="b.", remedy="c."), 3),
        (ERROR, 4),
        (NoHonestAnswer(place="a", reason="b.", remedy="c."), 5),
        (MissingExtra(place="a", reason="b.", remedy="c."), 7),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 141),
        (ValueError("a bug"), 70),
    ],
)
def test_every_kind_of_failure_has_its_exit_code(error, code, capfd):
    assert guarded(failing(error), Session()) == code


def test_errors_are_json_where_results_would_be(capsys):
    guarded(failing(ERROR), Session(machine=True))
    assert json.loads(capsys.readouterr().err)["errors"][0]["key"] == "unknown_column"


def test_a_bug_shows_where_it_happened_but_not_what_it_quotes(capsys):
    guarded(failing(ValueError("could not convert 'anna@example.org'")), Session())
    told = capsys.readouterr().err
    assert "test_faults.py" in told and "ValueError" in told and "report" in told and "anna" not in told
