"""The other commands from the words to what they leave behind: check, report, init, expand, explain, demo."""

import json
from pathlib import Path

import pytest

from csi.analyses import ANALYSES, load
from csi.commands.app import run
from csi.commands.demo import workbook
from csi.model.presets import PRESETS

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TELECOM = str(EXAMPLES / "telecom.csv")
SERVQUAL = str(EXAMPLES / "servqual.xlsx")
FAST = ("--resamples", "50")


@pytest.fixture
def csi(capfd, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")

    def call(*words):
        code = run([str(word) for word in words])
        told = capfd.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def odd_survey(csi):
    Path("odd.csv").write_text("Q1,Q2\n" + "5,4\n3,9\n4,4\n2,1\n" * 10)
    Path("odd.model.yaml").write_text("scale: 1-5\nlatents: {Quality: [Q1, Q2]}\n")
    return "odd.csv"


# check


def test_check_shows_every_column_and_does_not_fail_on_what_it_finds(csi, odd_survey):
    code, out, err = csi("check", odd_survey)
    assert (code, err) == (0, "") and "Q1" in out and "outside" in out


def test_check_fails_on_what_it_finds_when_it_is_to_be_strict(csi, odd_survey):
    code, out, err = csi("check", odd_survey, "--strict", "-q")
    assert (code, out) == (1, "") and "outside" in err


def test_check_carries_the_findings_of_the_survey_as_json(csi, odd_survey):
    told = json.loads(csi("check", odd_survey, "-f", "json")[1])
    assert "out_of_range" in {finding["key"] for finding in told["findings"]}


def test_check_looks_at_a_survey_that_its_model_does_not_fit(csi, odd_survey):
    Path("wrong.yaml").write_text("scale: 1-5\nlatents: {Quality: [Q1, Q7]}\n")
    code, out, _ = csi("check", odd_survey, "-m", "wrong.yaml")
    assert code == 0 and "Q7" in out


# report


@pytest.mark.parametrize("name", ["client.html", "client.xlsx", "client.md", "client.json"])
def test_report_writes_every_form_by_its_suffix(csi, name):
    code, out, err = csi("report", SERVQUAL, *FAST, "--out", name)
    assert (code, out, err) == (0, "", f"wrote {name}\n") and Path(name).stat().st_size > 2000


def test_report_wants_to_know_where_it_goes(csi):
    code, _, err = csi("report", SERVQUAL)
    assert code == 2 and "--out client.html" in err


def test_report_names_what_it_left_out_and_why(csi):
    _, out, _ = csi("report", TELECOM, *FAST, "-f", "table")
    assert "the model names no expectation columns" in out


def test_report_holds_every_group_too(csi):
    told = json.loads(csi("report", TELECOM, *FAST, "-f", "json", "--by", "Tier")[1])
    indices = [one for one in told["results"] if one["analysis"] == "score"]
    assert [(one.get("segment") or {}).get("value") for one in indices] == [None, "Contract", "Prepaid"]


def test_groups_are_compared_once_and_not_once_a_group(csi):
    told = json.loads(csi("report", TELECOM, *FAST, "-f", "json", "--by", "Tier")[1])
    assert [one.get("segment") for one in told["results"] if one["analysis"] == "multigroup"] == [None]


def test_pls_by_groups_says_whether_the_groups_may_be_compared(csi):
    told = json.loads(csi("pls", TELECOM, "--resamples", "20", "--folds", "0", "-f", "json", "--by", "Tier")[1])
    assert [one["analysis"] for one in told["results"]] == ["pls", "multigroup", "pls", "pls"]
    assert told["results"][1]["settings"]["between"] == "Tier"


def test_the_groups_of_a_comparison_are_those_that_by_names(csi):
    told = json.loads(csi("multigroup", TELECOM, "--resamples", "0", "--permutations", "50", "-f", "json", "--by", "Tier")[1])
    assert [(one["analysis"], one["settings"]["between"]) for one in told["results"]] == [("multigroup", "Tier")]


def test_report_can_miss_a_threshold_and_is_written_all_the_same(csi):
    code, _, err = csi("report", TELECOM, *FAST, "-o", "r.md", "--fail-under", "95")
    assert code == 1 and Path("r.md").exists() and "is under 95" in err


def test_report_is_the_same_bytes_when_its_moment_is_fixed(csi, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    csi("report", TELECOM, *FAST, "-o", "a.html")
    csi("report", TELECOM, *FAST, "-o", "b.html")
    assert Path("a.html").read_bytes() == Path("b.html").read_bytes()


# init


def test_init_without_a_name_lists_the_presets(csi):
    code, out, _ = csi("init")
    assert code == 0 and all(name in out for name in PRESETS)


def test_init_writes_a_questionnaire_and_says_how_to_go_on(csi):
    code, out, err = csi("init", "servqual")
    assert (code, out) == (0, "") and Path("servqual.xlsx").exists() and "csi score servqual.xlsx" in err


def test_init_keeps_an_existing_file_unless_it_is_forced(csi):
    Path("servqual.xlsx").write_bytes(b"mine")
    code, _, err = csi("init", "servqual")
    assert code == 2 and "--force" in err and Path("servqual.xlsx").read_bytes() == b"mine"
    assert csi("init", "servqual", "--force")[0] == 0 and Path("servqual.xlsx").read_bytes() != b"mine"


def test_init_takes_a_preset_or_a_survey_but_not_both(csi):
    assert csi("init", "ecsi", "--from", TELECOM)[0] == 2


@pytest.mark.parametrize("words", [("init", "ecsi"), ("demo",), ("init", "--from", TELECOM)])
def test_a_suffix_that_promises_something_else_is_refused(csi, words, tmp_path):
    code, _, err = csi(*words, "--out", "x.html")
    assert code == 2 and "x.html" in err and list(tmp_path.iterdir()) == []


def test_init_refuses_a_preset_that_does_not_exist_and_writes_nothing(csi, tmp_path):
    code, _, err = csi("init", "sevrqual")
    assert code == 2 and "servqual" in err and list(tmp_path.iterdir()) == []


def test_init_drafts_a_model_that_scores_the_survey_alike(csi):
    Path("s.csv").write_bytes(Path(TELECOM).read_bytes())
    guessed = csi("score", "s.csv", *FAST, "-f", "csv")[1]
    code, _, err = csi("init", "--from", "s.csv")
    assert code == 0 and "wrote s.model.yaml" in err
    assert csi("score", "s.csv", *FAST, "-f", "csv")[1] == guessed


def test_init_writes_a_model_file_where_the_suffix_says_so(csi):
    csi("init", "ecsi", "--out", "mine.yaml")
    assert csi("expand", "mine.yaml")[0] == 0


# expand


def test_expand_shows_the_tree_down_to_the_columns(csi):
    code, out, _ = csi("expand", "basic5")
    assert code == 0 and all(word in out for word in ("Experience", "P1", "E1", "W1"))


def test_expand_speaks_json_too(csi):
    told = json.loads(csi("expand", "servqual", "-f", "json")[1])
    assert {row["column"] for row in told["results"][0]["tables"]["tree"]} >= {"P1", "P22"}


def test_expand_refuses_a_model_that_is_not_there(csi):
    code, _, err = csi("expand", "servqaul")
    assert code == 2 and "servqual" in err


# explain


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ANALYSES)
def test_explain_prints_the_manual_page(csi, name, language):
    code, out, _ = csi("explain", name, "--lang", language)
    assert code == 0 and load(name).help[language == "zh"].splitlines()[0] in out


def test_explain_without_a_name_lists_the_analyses(csi):
    code, out, _ = csi("explain")
    assert code == 0 and all(name in out for name in ANALYSES)


def test_explain_refuses_an_analysis_that_does_not_exist(csi):
    code, _, err = csi("explain", "gpa")
    assert code == 2 and "gap" in err


# demo


def test_demo_makes_a_survey_scores_it_and_says_what_to_try_next(csi):
    code, out, err = csi("demo")
    assert code == 0 and "Satisfaction" in out and "Service" in out
    assert "wrote csi-demo.xlsx" in err and "csi report csi-demo.xlsx" in err


def test_demo_speaks_chinese_throughout(csi):
    _, out, err = csi("demo", "--lang", "zh")
    assert "满意" in out and "接下来" in err and "Satisfaction" not in out


def test_demo_keeps_an_existing_file_unless_it_is_forced(csi):
    Path("csi-demo.xlsx").write_bytes(b"mine")
    code, _, err = csi("demo")
    assert code == 2 and "--force" in err and Path("csi-demo.xlsx").read_bytes() == b"mine"


def test_demo_draws_the_same_answers_every_time():
    from csi.commands.demo import _columns

    assert _columns("en") == _columns("en")


def test_the_workbook_of_the_demo_is_read_without_a_warning(csi):
    Path("d.xlsx").write_bytes(workbook("en"))
    assert csi("check", "d.xlsx", "--strict", "-q") == (0, "", "")
