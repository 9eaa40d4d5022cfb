"""The help pages, in both languages and any width."""

import pytest

from csi.analyses import ANALYSES
from csi.commands.app import COMMANDS, run
from csi.commands.layout import page, pairs
from csi.renderers.terminal_fold import cells


def told(capsys, *words):
    code = run(words)
    return code, capsys.readouterr()


def test_help_lists_every_analysis_with_its_sentence(capsys):
    code, out = told(capsys, "--help")
    assert code == 0 and all(name in out.out and sentence.en in out.out for name, sentence in (ANALYSES | COMMANDS).items())


def test_help_speaks_chinese_when_asked(capsys):
    _, out = told(capsys, "--lang", "zh", "--help")
    assert all(sentence.zh in out.out for sentence in (ANALYSES | COMMANDS).values())


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", [*ANALYSES, *COMMANDS])
def test_every_command_explains_itself(name, language, capsys):
    code, out = told(capsys, name, "--help", "--lang", language)
    assert code == 0 and (ANALYSES | COMMANDS)[name][language == "zh"].split("，")[0][:12] in out.out


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ANALYSES)
def test_a_manual_page_says_defaults_in_words_and_gives_its_sources_a_paragraph(name, language, capsys):
    _, out = told(capsys, "explain", name, "--lang", language)
    assert "None" not in out.out and "False" not in out.out
    assert ("\n\nSource: " if language == "en" else "\n\n来源：") in out.out


def test_a_manual_page_says_what_holds_without_an_option(capsys):
    assert "--every (off)" in told(capsys, "explain", "reliability")[1].out
    assert "--between TEXT (模型中的设定)" in told(capsys, "explain", "multigroup", "--lang", "zh")[1].out


@pytest.mark.parametrize(
    ("room", "told_so"),
    [
        ("simulate", "--raise NAME=NUMBER (none)"),
        ("simulate", "--cost NAME=NUMBER (the model's)"),
        ("simulate", "--reach X (none)"),
        ("simulate", "--target TEXT (the model's)"),
        ("expectations", "--less TEXT (none)"),
        ("expectations", "--top X (0.333)"),
        ("gap", "--between TEXT (none)"),
        ("gap", "--outcome TEXT (the model's)"),
        ("multigroup", "--between TEXT (the model's)"),
    ],
)
def test_a_manual_page_spells_options_as_they_are_typed_and_knows_which_the_model_holds(room, told_so, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "140")
    assert told_so in told(capsys, "explain", room)[1].out


@pytest.mark.parametrize("columns", ["60", "80", "140"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_keeps_within_the_terminal(columns, language, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", columns)
    _, out = told(capsys, "score", "--help", "--lang", language)
    assert max(cells(line) for line in out.out.splitlines()) <= int(columns)


def test_help_has_a_short_form_everywhere(capsys):
    assert told(capsys, "-h") == told(capsys, "--help") and told(capsys, "gap", "-h") == told(capsys, "gap", "--help")


def test_no_word_at_all_is_wrong_usage_and_shows_the_help(capsys):
    code, out = told(capsys)
    assert (code, out.out) == (2, "") and "csi score survey.xlsx" in out.err


def test_a_command_that_does_not_exist_names_the_nearest(capsys):
    code, out = told(capsys, "scroe", "survey.xlsx")
    assert code == 2 and "the nearest is score" in out.err


def test_an_option_that_does_not_exist_names_the_nearest(capsys):
    code, out = told(capsys, "score", "survey.xlsx", "--modle", "m.yaml")
    assert code == 2 and "the nearest is --model" in out.err


def test_an_option_without_its_value_is_refused_in_our_words(capsys):
    code, out = told(capsys, "score", "survey.xlsx", "--seed")
    assert code == 2 and "--seed wants a value" in out.err and "Usage" not in out.err


def test_a_switch_with_a_value_is_refused(capsys):
    code, out = told(capsys, "score", "survey.xlsx", "--quiet=yes")
    assert code == 2 and "--quiet takes no value" in out.err


def test_a_command_without_its_survey_is_refused(capsys):
    code, out = told(capsys, "score")
    assert code == 2 and "SURVEY... is missing" in out.err


def test_a_language_that_does_not_exist_is_refused(capsys):
    code, out = told(capsys, "--lang", "fr", "score", "survey.xlsx")
    assert code == 2 and "en, zh" in out.err


def test_names_and_meanings_stand_in_two_columns_also_with_chinese():
    assert pairs([("a", "one"), ("中文", "two")], 40) == ["  a     one", "  中文  two"]


def test_a_manual_page_is_folded_anew_and_keeps_its_lists():
    assert page("one\ntwo\n\n- a\n- b\n\n中文\n接着", 40) == "one two\n\n- a\n- b\n\n中文接着"
