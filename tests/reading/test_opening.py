import dataclasses
import importlib
import pkgutil
from pathlib import Path

import openpyxl
import pandas
import pytest
from numpy.testing import assert_array_equal

import csi.reading
from csi.errors import ModelFault, UnreadableFile, UsageFault
from csi.model import Scale
from csi.reading import open_survey, read_model, read_survey
from csi.renderers.sentences import finding_sentence

from .made_cells import model

CSV = "SAT1,SAT2,QUAL1,QUAL2,Region\n" + "5,4,3,2,North\n1,2,3,4,South\n2,5,1,3,North\n" * 5
YAML = "latents: {Quality: [QUAL1, QUAL2]}\nscale: 1-5\n"


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    path = tmp_path / "survey.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_a_model_in_hand_goes_before_everything(survey):
    survey.with_suffix(".model.yaml").write_text(YAML)
    _, found = open_survey(survey, model({"S": ["SAT1"]}, Scale(1, 5)))
    assert [latent.name for latent in found.latents] == ["S"]


def test_a_model_file_is_read_by_its_path(survey, tmp_path):
    (tmp_path / "mine.yaml").write_text(YAML)
    answers, found = open_survey(survey, tmp_path / "mine.yaml")
    assert (answers.columns, found.source) == (("QUAL1", "QUAL2"), str(tmp_path / "mine.yaml"))


@pytest.mark.parametrize("name", ["survey.model.yaml", "survey.csv.model.yaml"])
def test_a_model_beside_the_survey_is_found(survey, name):
    (survey.parent / name).write_text(YAML)
    assert read_survey(survey).columns == ("QUAL1", "QUAL2")


@pytest.mark.parametrize("name", ["model", "Model", "模型"])
def test_a_model_on_a_sheet_goes_before_the_one_beside(tmp_path, name):
    answers = [line.split(",") for line in CSV.splitlines()]
    table = [["latent", "indicator", "column", "scale"], ["Sat", "s1", "SAT1", "1-5"], ["Sat", "s2", "SAT2", "1-5"]]
    path = workbook(tmp_path / "survey.xlsx", **{"Responses": answers, name: table})
    path.with_suffix(".model.yaml").write_text(YAML)
    assert read_survey(path).columns == ("SAT1", "SAT2")


def test_without_a_model_one_is_guessed_with_the_scales_that_were_found(survey):
    answers, found = open_survey(survey)
    assert (found.source, found.target, found.scale) == ("guess", "SAT", Scale(1, 5))
    assert answers.findings[0].key == "model_guessed"


def test_a_guessed_model_reads_the_same_answers_when_it_is_given_back(survey):
    first, found = open_survey(survey)
    again, _ = open_survey(survey, found)
    assert_array_equal(again.answers, first.answers)


def test_the_model_is_adjusted_before_the_answers_are_read(survey):
    answers, _ = open_survey(survey, model({"S": ["SAT1"]}), adjust=lambda found: found.with_respondents(segments=("Region",)))
    assert answers.labels["Region"][:2] == ("North", "South")


def test_a_data_frame_is_a_survey(survey):
    frame = pandas.DataFrame({"Q1": [5, 4, None, 2], "Q2": ["很满意", "一般", "不满意", ""]})
    answers = read_survey(frame, model({"A": ["Q1"], "B": ["Q2"]}))
    assert_array_equal(answers.answered("Q1"), [5, 4, float("nan"), 2])


def test_a_preset_is_a_model():
    assert "Satisfaction" in [latent.name for latent in read_model("ecsi-mobi").latents]


def test_a_name_of_nothing_lists_the_presets():
    with pytest.raises(UsageFault, match="ecsi"):
        read_model("ecsy")


def test_a_workbook_without_a_model_sheet_is_no_model(tmp_path):
    with pytest.raises(UnreadableFile, match="no sheet"):
        read_model(workbook(tmp_path / "plain.xlsx", Responses=[["Q1"], [5]]))


def test_a_file_of_another_kind_is_no_model(survey):
    with pytest.raises(UnreadableFile, match="no kind of model"):
        read_model(survey)


def test_a_missing_model_file_is_said(tmp_path):
    with pytest.raises(UnreadableFile):
        read_model(tmp_path / "none.yaml")


def test_a_model_file_with_a_fault_stops(survey, tmp_path):
    (tmp_path / "bad.yaml").write_text("latents: {A: []}\n")
    with pytest.raises(ModelFault):
        open_survey(survey, tmp_path / "bad.yaml")


def test_public_names_stay_functions_whatever_was_imported_first():
    for module in pkgutil.iter_modules(csi.reading.__path__):
        importlib.import_module(f"csi.reading.{module.name}")
    assert [name for name in csi.reading.__all__ if type(getattr(csi.reading, name)).__name__ == "module"] == []


def test_an_empty_model_file_is_a_fault_of_the_model(tmp_path):
    (tmp_path / "m.yaml").write_text("")
    with pytest.raises(ModelFault, match="empty"):
        read_model(tmp_path / "m.yaml")


def keys(findings):
    return [one.key for one in findings]


def test_case_weights_that_the_model_does_not_name_are_said_not_used():
    frame = pandas.DataFrame({"Q1": [1, 2, 5], "Weight": [0.5, 1.5, 1.0]})
    found = next(one for one in read_survey(frame, model({"A": ["Q1"]}, Scale(1, 5))).findings if one.key == "weights_not_used")
    assert (found.severity, found.place) == ("info", "Weight")


def test_case_weights_that_the_model_names_need_no_word():
    frame = pandas.DataFrame({"Q1": [1, 2, 5], "Weight": [0.5, 1.5, 1.0]})
    weighted = model({"A": ["Q1"]}, Scale(1, 5)).with_respondents(case_weight="Weight")
    assert "weights_not_used" not in keys(read_survey(frame, weighted).findings)


def test_a_latent_of_satisfaction_is_proposed_as_the_target_not_taken():
    frame = pandas.DataFrame({"Q1": [1, 2, 5], "Q2": [1, 3, 5]})
    silent = dataclasses.replace(model({"Quality": ["Q1"], "Satisfaction": ["Q2"]}, Scale(1, 5)), target_chosen=False)
    survey, found = open_survey(frame, silent)
    said = next(one for one in survey.findings if one.key == "target_overall")
    assert (said.values["latent"], said.severity, found.target) == ("Satisfaction", "info", "overall")


def test_what_lavaan_text_leaves_unsaid_is_advised_in_lavaan_s_own_words(tmp_path):
    (tmp_path / "m.lav").write_text("Quality =~ Q1\nSatisfaction =~ Q2\n")
    frame = pandas.DataFrame({"Q1": [1, 2, 5], "Q2": [1, 3, 5]})
    said = {one.key: one for one in read_survey(frame, tmp_path / "m.lav").findings}
    assert finding_sentence(said["target_overall"], "en").endswith("# index: Satisfaction in the model would make it the target")
    assert "; # scale: in the model settles it" in said["scale_guessed"].text.en
    assert "在模型中用 # scale: 声明" in said["scale_guessed"].text.zh


def test_an_index_of_the_whole_that_was_written_down_needs_no_word(tmp_path):
    (tmp_path / "m.yaml").write_text("index: overall\nscale: 1-5\nlatents: {Quality: [Q1], Satisfaction: [Q2]}\n")
    frame = pandas.DataFrame({"Q1": [1, 2, 5], "Q2": [1, 3, 5]})
    assert "target_overall" not in keys(read_survey(frame, tmp_path / "m.yaml").findings)


def test_an_index_that_a_file_leaves_out_is_proposed(tmp_path):
    (tmp_path / "m.yaml").write_text("scale: 1-5\nlatents: {Quality: [Q1], Satisfaction: [Q2]}\n")
    frame = pandas.DataFrame({"Q1": [1, 2, 5], "Q2": [1, 3, 5]})
    assert "target_overall" in keys(read_survey(frame, tmp_path / "m.yaml").findings)


def test_where_every_latent_speaks_of_satisfaction_none_is_proposed():
    frame = pandas.DataFrame({"Q1": [1, 2, 5], "Q2": [1, 3, 5]})
    both = dataclasses.replace(
        model({"Satisfaction, shop": ["Q1"], "Satisfaction, web": ["Q2"]}, Scale(1, 5)), target_chosen=False
    )
    survey = read_survey(frame, both)
    assert "target_overall" not in keys(survey.findings)


def answered_with(slip):
    answers = [str(number) for number in (3, 4, 5, 6, 7, 8, 9, 10, 2, 1)] * 12
    return pandas.DataFrame({"SAT1": answers, "SAT2": [slip, *answers[1:]], "SAT3": answers[::-1]})


def test_one_answer_beyond_the_scale_neither_stretches_it_nor_loses_its_column():
    survey, found = open_survey(answered_with("11"))
    assert [leaf.column for _, leaf in found.indicators] == ["SAT1", "SAT2", "SAT3"]
    assert {(scale.lowest, scale.highest) for scale in survey.scales} == {(1, 10)}
    assert next(one.values["cells"] for one in survey.findings if one.key == "out_of_range") == ("B1",)


def test_one_answer_with_a_fraction_loses_nothing_of_its_column():
    survey, found = open_survey(answered_with("7,5"))
    assert [leaf.column for _, leaf in found.indicators] == ["SAT1", "SAT2", "SAT3"]
    assert survey.answered("SAT2")[0] == 7.5


def test_formulas_that_openpyxl_wrote_without_values_are_told(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["SAT1", "SAT2"])
    for number in (3, 4, 5, 3):
        book.active.append([f"=1+{number}", number])
    book.save(tmp_path / "hollow.xlsx")
    survey, _ = open_survey(tmp_path / "hollow.xlsx")
    assert [one.count for one in survey.findings if one.key == "formulas_without_values"] == [4]


def test_files_beside_one_that_is_not_there_are_listed_as_the_language_does(tmp_path):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("Q1\n1\n")
    with pytest.raises(UnreadableFile) as caught:
        read_survey(tmp_path / "zzzzzzzz.xlsx")
    assert ("a.csv, b.csv" in caught.value.remedy.en, "a.csv、b.csv" in caught.value.remedy.zh) == (True, True)
