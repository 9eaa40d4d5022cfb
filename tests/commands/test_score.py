"""`csi score` and `csi gap` from the words to the bytes and the exit code."""

import json
from pathlib import Path

import pytest

from csi.commands.app import run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TELECOM = str(EXAMPLES / "telecom.csv")
SERVQUAL = str(EXAMPLES / "servqual.xlsx")
FAST = ("--resamples", "50")


@pytest.fixture
def csi(capfd, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def call(*words):
        code = run([str(word) for word in words])
        told = capfd.readouterr()
        return code, told.out, told.err

    return call


def document(csi, *words):
    code, out, err = csi(*words, *FAST, "-f", "json")
    assert code == 0, err
    return json.loads(out)


def analyses(told):
    return [result["analysis"] for result in told["results"]]


def test_results_go_to_standard_output_and_nothing_else_does(csi):
    code, out, err = csi("score", TELECOM, *FAST)
    assert (code, err) == (0, "") and "Satisfaction" in out


def test_gaps_come_along_where_the_model_has_expectations(csi):
    assert analyses(document(csi, "score", SERVQUAL)) == ["score", "gap"]


def test_there_are_no_gaps_where_the_model_has_none(csi):
    assert analyses(document(csi, "score", TELECOM)) == ["score"]


def test_an_analysis_without_what_it_needs_says_so_with_its_own_exit_code(csi):
    code, out, err = csi("gap", TELECOM)
    assert (code, out) == (6, "") and "no expectation columns" in err


def test_an_option_of_the_analysis_reaches_it(csi):
    assert document(csi, "gap", SERVQUAL, "--at-least", "10")["results"][0]["settings"]["at_least"] == 10


def test_shared_options_reach_the_study(csi):
    words = ("--weights", "equal", "--missing", "listwise", "--seed", "7", "--confidence", "0.9", "--case-weights", "Weight")
    settings = document(csi, "score", TELECOM, *words)["results"][0]["settings"]
    asked = {"weights": "equal", "missing": "listwise", "seed": 7, "confidence": 0.9, "case_weights": "Weight"}
    assert {key: settings[key] for key in asked} == asked


def test_standard_input_is_read_as_csv(csi, monkeypatch):
    with Path(TELECOM).open("rb") as file:
        monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": file}))
        assert document(csi, "score", "-", "-m", EXAMPLES / "telecom.model.yaml")["study"]["respondents"] == 600


def test_only_keeps_the_respondents_that_are_named_and_says_so(csi):
    told = document(csi, "score", TELECOM, "--only", "Region=South", "--only", "Region=East")
    kept = next(finding for finding in told["findings"] if finding["key"] == "respondents_chosen")
    assert (told["study"]["respondents"], kept["values"]["kept"], kept["values"]["everybody"]) == (304, 304, 600)
    assert told["results"][0]["settings"]["only"] == ["Region=South", "Region=East"]


def test_a_value_that_nobody_has_is_refused_with_the_values_there_are(csi):
    code, _, err = csi("score", TELECOM, "--only", "Region=Sout")
    assert code == 2 and "--only Region=Sout" in err and "South (" in err


def test_a_column_that_an_option_names_and_nobody_has_is_the_options_fault(csi):
    code, _, err = csi("score", TELECOM, "--by", "Regoin")
    assert code == 2 and "--by Regoin" in err


@pytest.mark.parametrize("option", ["--by", "--case-weights", "--cluster", "--strata"])
def test_a_column_that_is_not_there_is_wrong_usage_whichever_option_names_it(csi, option):
    code, _, err = csi("score", TELECOM, option, "nothing")
    assert code == 2 and f"{option} nothing" in err and 'no column "nothing"' in err


def test_a_column_to_choose_respondents_by_that_is_not_there_is_wrong_usage(csi):
    assert csi("score", TELECOM, "--only", "nothing=1")[0] == 2


def test_groups_to_compare_between_that_are_not_there_are_wrong_usage(csi):
    code, _, err = csi("multigroup", TELECOM, "--between", "nothing")
    assert code == 2 and "--between nothing" in err


def test_a_fault_of_the_model_beside_one_of_an_option_is_the_model_s_fault(csi):
    Path("m.yaml").write_text("latents: {A: [IMA1, IMB2]}")
    assert csi("score", TELECOM, "--model", "m.yaml", "--by", "nothing")[0] == 4


def test_case_weights_that_are_words_are_told_by_their_number_alone(csi):
    _, _, err = csi("score", TELECOM, "--case-weights", "Tier")
    assert "holds words, not numbers (600 of 600 cells)" in err and "Contract" not in err


def test_too_few_clusters_are_told_as_such_and_no_interval_is_promised(csi):
    _, out, _ = csi("score", TELECOM, "--cluster", "Tier", "--resamples", "20", "--verbose")
    assert "too few clusters" in out and "too few respondents" not in out
    assert "point estimates without intervals" in out.splitlines()[0]


def test_a_single_resample_gives_no_interval_and_promises_none(csi):
    _, out, _ = csi("score", TELECOM, "--resamples", "1")
    assert "a single resample has no spread" in out and "point estimates without intervals" in out.splitlines()[0]


def test_by_adds_a_result_for_every_group_after_that_of_everybody(csi):
    told = document(csi, "score", TELECOM, "--by", "Tier")
    assert [result.get("segment") for result in told["results"]] == [
        None,
        {"column": "Tier", "value": "Contract"},
        {"column": "Tier", "value": "Prepaid"},
    ]


def test_groups_under_the_smallest_base_are_hidden_and_named(csi):
    told = document(csi, "score", TELECOM, "--by", "Region", "--min-base", "150")
    shown = {result["segment"]["value"] for result in told["results"] if result.get("segment")}
    hidden = next(finding for finding in told["findings"] if finding["key"] == "hidden_small_base")
    assert shown.isdisjoint(hidden["values"]["groups"]) and hidden["count"] == len(hidden["values"]["groups"]) > 0


def test_several_surveys_give_an_array(csi):
    told = document(csi, "score", TELECOM, SERVQUAL)
    assert [one["study"]["survey"] for one in told] == [TELECOM, SERVQUAL]


def test_in_a_batch_a_survey_that_fails_is_named_and_the_others_go_on(csi):
    code, out, err = csi("score", "nowhere.csv", TELECOM, *FAST, "-f", "json")
    assert code == 2 and len(json.loads(out)) == 1 and json.loads(err)["errors"][0]["place"] == "nowhere.csv"


def test_in_a_batch_every_error_says_which_survey_it_is_about(csi):
    _, _, err = csi("gap", TELECOM, SERVQUAL, *FAST)
    assert err.startswith(f"error  {TELECOM}, ")


def test_in_a_batch_no_file_is_written_when_one_survey_fails(csi):
    code, *_ = csi("score", "nowhere.csv", TELECOM, *FAST, "-o", "all.json")
    assert (code, list(Path().iterdir())) == (2, [])


def test_the_suffix_of_the_file_decides_the_format(csi):
    code, out, err = csi("score", TELECOM, *FAST, "--out", "scores.json")
    assert (code, out, err) == (0, "", "wrote scores.json\n") and json.loads(Path("scores.json").read_text())["schema"] == 1


def test_a_dash_for_a_file_is_standard_output(csi):
    assert csi("score", TELECOM, *FAST, "-f", "csv", "--out", "-")[1].startswith("latent,")


def test_a_suffix_that_means_nothing_is_refused_before_the_work(csi):
    code, _, err = csi("score", "nowhere.csv", "--out", "scores.foo")
    assert code == 2 and ".foo" in err


def test_a_folder_takes_every_table_with_a_mark_for_excel(csi):
    csi("score", SERVQUAL, *FAST, "--out", "tables/")
    names = {path.name for path in Path("tables").iterdir()}
    assert {"score-latents.csv", "score-indicators.csv", "gap-gaps.csv"} <= names
    assert Path("tables/score-latents.csv").read_bytes().startswith(b"\xef\xbb\xbflatent,")


def test_a_folder_takes_several_surveys_side_by_side(csi):
    csi("score", TELECOM, SERVQUAL, *FAST, "--out", "all/", "-f", "html")
    assert {path.name for path in Path("all").iterdir()} == {"telecom.html", "servqual.html"}


def test_csv_on_standard_output_has_no_mark_and_begins_with_its_headings(csi):
    _, out, _ = csi("score", TELECOM, *FAST, "-f", "csv")
    assert out.startswith("latent,index,standard_error,lower,upper,n\n")


def test_the_survey_is_never_overwritten(csi):
    code, _, err = csi("score", TELECOM, "--out", TELECOM)
    assert code == 2 and "input itself" in err


def test_a_missed_threshold_is_one_line_and_exit_code_one(csi):
    code, out, err = csi("score", TELECOM, "-q", "--fail-under", "95", "--seed", "1")
    assert (code, out) == (1, "") and err.startswith("index 60.") and err.endswith("is under 95\n") and err.count("\n") == 1


def test_a_missed_threshold_is_told_in_chinese(csi):
    _, _, err = csi("score", TELECOM, "-q", "--fail-under", "95", *FAST, "--lang", "zh")
    assert err.startswith("指数 60.") and "低于 95" in err


def test_a_threshold_that_is_met_is_quiet(csi):
    assert csi("score", TELECOM, "-q", "--fail-under", "10", *FAST) == (0, "", "")


def test_strict_fails_on_a_warning_and_says_which(csi):
    Path("small.csv").write_text("Q1,Q2\n" + "5,4\n3,9\n4,4\n2,1\n" * 10)
    Path("m.yaml").write_text("scale: 1-5\nlatents: {Quality: [Q1, Q2]}\n")
    code, _, err = csi("score", "small.csv", "-m", "m.yaml", "--strict", "-q", *FAST)
    assert code == 1 and err.startswith("warning: ") and "outside" in err


def test_without_strict_a_warning_does_not_fail(csi):
    Path("small.csv").write_text("Q1,Q2\n" + "5,4\n3,9\n4,4\n2,1\n" * 10)
    Path("m.yaml").write_text("scale: 1-5\nlatents: {Quality: [Q1, Q2]}\n")
    assert csi("score", "small.csv", "-m", "m.yaml", "-q", *FAST)[0] == 0


def test_the_language_is_the_models_when_nobody_asks_for_another(csi, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    _, out, _ = csi("score", EXAMPLES / "retail-zh.xlsx", *FAST)
    assert "名受访者" in out


def test_the_language_that_is_asked_for_overrules_the_model(csi):
    _, out, _ = csi("score", EXAMPLES / "retail-zh.xlsx", *FAST, "--lang", "en")
    assert "respondents" in out and "受访者" not in out


def test_the_width_of_the_terminal_is_obeyed(csi, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    _, out, _ = csi("score", TELECOM, *FAST)
    assert max(map(len, out.splitlines())) <= 80


def test_piped_output_has_no_colour(csi):
    assert "\x1b" not in csi("score", TELECOM, *FAST)[1]


def test_the_same_call_gives_the_same_bytes(csi):
    words = ("score", TELECOM, *FAST, "-f", "json")
    assert csi(*words) == csi(*words)


def test_a_wrong_source_date_is_refused_before_the_work(csi, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    code, _, err = csi("score", "nowhere.csv")
    assert code == 2 and "SOURCE_DATE_EPOCH" in err


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.csv", b"", 3),
        ("header.csv", b"Q1,Q2\n", 3),
        ("fake.xlsx", b"PK\x03\x04 torn", 2),
        ("words.csv", b"Q1,Q2\nfoo,bar\nbaz,qux\n", 3),
    ],
)
def test_bad_input_ends_in_a_sentence_and_an_exit_code(csi, name, content, code):
    Path(name).write_bytes(content)
    ended, out, err = csi("score", name)
    assert (ended, out) == (code, "") and "Traceback" not in err and name in err


def test_a_sheet_of_a_text_file_is_refused(csi):
    code, out, err = csi("score", TELECOM, "--sheet", "X")
    assert (code, out) == (2, "") and "a text file has no sheets" in err


def test_an_encoding_of_a_workbook_is_refused(csi):
    code, out, err = csi("score", SERVQUAL, "--encoding", "gbk")
    assert (code, out) == (2, "") and "a workbook states its own encoding" in err


def test_a_format_that_contradicts_the_suffix_is_refused(csi):
    code, _, err = csi("score", TELECOM, "--out", "x.json", "-f", "csv")
    assert code == 2 and "the suffix of the file means json" in err and not Path("x.json").exists()


def test_several_surveys_are_one_csv_with_the_survey_in_front(csi):
    _, out, _ = csi("score", TELECOM, SERVQUAL, "--resamples", "0", "-f", "csv")
    rows = out.splitlines()
    assert rows[0].startswith("survey,latent,") and sum(row.startswith("survey,") for row in rows) == 1
    assert {row.split(",")[0] for row in rows[1:]} == {TELECOM, SERVQUAL}
