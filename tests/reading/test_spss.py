"""Files of statistics packages: what their labels mean, what they declare missing, and what is said of broken ones."""

import datetime
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from csi.errors import CsiError, MissingExtra, NothingToScore, UnreadableFile, UsageFault
from csi.findings import Finding
from csi.reading import Overview, look, open_survey, read_cells
from csi.reading.files.user_missing import told_apart
from csi.survey import Survey

from ..nasty import make
from ..reference import reference

pytest.importorskip("pyreadstat")
from ..nasty import statistics as made

AGREE = {1: "Strongly disagree", 2: "Disagree", 3: "Neutral", 4: "Agree", 5: "Strongly agree"}
FIVE = [5.0, 4, 4, 3, 5, 2, 4, 5]
CHINESE = {1: "很不满意", 2: "不满意", 3: "一般", 4: "满意", 5: "很满意"}


def scored(data: bytes) -> Survey:
    return open_survey(data)[0]


def answers(survey: Survey, column: str) -> list[float]:
    return [None if np.isnan(answer) else float(answer) for answer in survey.answered(column)]


def finding(survey: Survey, key: str) -> Finding:
    return next(one for one in survey.findings if one.key == key)


def kinds(overview: Overview) -> list[object]:
    """What each column was taken for."""
    table = next(table for table in overview.result.tables if table.key == "columns")
    at = [term.key for term in table.columns].index("read_as")
    return [row[at] for row in table.rows]


def scale(survey: Survey, column: str) -> tuple[float, float]:
    found = survey.scales[survey.columns.index(column)]
    return found.lowest, found.highest


@pytest.mark.parametrize("write", [made.sav, made.zsav, made.por])
def test_every_spss_format_gives_names_and_values(write):
    cells = read_cells(write({"Q1": FIVE, "Q2": FIVE[::-1]}))
    assert cells.header == ("Q1", "Q2")
    assert list(cells.columns[1]) == FIVE[::-1]
    assert list(cells.rows) == list(range(1, 9))


def test_a_stata_file_gives_names_values_and_labels():
    cells = read_cells(made.dta({"q1": [1, 2, 2]}, variable_value_labels={"q1": {1: "low", 2: "high"}}))
    assert cells.header == ("q1",)
    assert cells.labels == {0: {1.0: "low", 2.0: "high"}}


def test_the_variable_name_stays_the_name_and_its_label_is_the_question():
    cells = read_cells(made.sav({"Q1": FIVE, "Q2": FIVE}, column_labels=["How satisfied are you?", "Q2"]))
    assert cells.header == ("Q1", "Q2")
    assert cells.questions == {0: "How satisfied are you?"}


def test_answers_are_ordered_by_their_words_whatever_their_codes():
    backwards = {6 - code: word for code, word in AGREE.items()}
    survey = scored(made.sav({"Q1": FIVE, "Q2": FIVE}, variable_value_labels={"Q1": AGREE, "Q2": backwards}))
    assert answers(survey, "Q1") == FIVE
    assert answers(survey, "Q2") == [6 - answer for answer in FIVE]


def test_labels_that_nobody_chose_still_tell_the_ends_of_the_scale():
    seven = {
        1: "Strongly disagree",
        2: "Disagree",
        3: "Slightly disagree",
        4: "Neutral",
        5: "Slightly agree",
        6: "Agree",
        7: "Strongly agree",
    }
    survey = scored(made.sav({"Q1": [4.0, 5, 6, 5], "Q2": [4.0, 5, 6, 6]}, variable_value_labels={"Q1": seven, "Q2": seven}))
    assert scale(survey, "Q1") == (1, 7)
    assert answers(survey, "Q1") == [4, 5, 6, 5]


def test_labels_in_an_unknown_language_leave_the_order_to_their_codes_and_a_warning():
    words = {1: "dim lles", 2: "ychydig", 3: "cymedrol", 4: "llawer", 5: "yn llwyr"}
    survey = scored(
        made.sav({f"Q{at}": FIVE for at in range(1, 4)}, variable_value_labels={f"Q{at}": words for at in range(1, 4)})
    )
    assert answers(survey, "Q2") == FIVE
    assert finding(survey, "codes_read").severity == "warning"


def test_labelled_codes_of_a_single_column_are_groups_and_no_scale():
    labels = {"Q1": AGREE, "Sector": {1: "Trade", 2: "Crafts", 3: "Farming"}}
    overview = look(made.sav({"Q1": FIVE, "Sector": [1.0, 2, 3, 1, 2, 3, 1, 2]}, variable_value_labels=labels))
    assert kinds(overview) == ["indicator", "segment"]


def test_a_segment_is_called_by_its_labels():
    labels = {"Q1": AGREE, "gender": {1: "Male", 2: "Female"}}
    survey = scored(made.sav({"Q1": FIVE, "gender": [1.0, 2] * 4}, variable_value_labels=labels))
    assert survey.labels["gender"][:2] == ("Male", "Female")


def test_codes_declared_missing_are_no_answers_and_their_labels_are_said():
    labels = {"Q1": AGREE | {99: "Refused"}, "Q2": AGREE}
    survey = scored(
        made.sav(
            {"Q1": [*FIVE, 99.0, 4.0], "Q2": [*FIVE, 1.0, 97.0]},
            variable_value_labels=labels,
            missing_ranges={"Q1": [99], "Q2": [{"lo": 90, "hi": 99}]},
        )
    )
    assert answers(survey, "Q1")[-2:] == [None, 4]
    assert answers(survey, "Q2")[-2:] == [1, None]
    said = finding(survey, "user_missing")
    assert said.count == 2
    assert said.values["codes"] == ("99 = Refused", "97")


def test_a_text_declared_missing_is_blank():
    cells = read_cells(made.sav({"Q1": FIVE, "t": list("abxabxab")}, missing_ranges={"t": ["x"]}))
    assert list(cells.columns[1])[:3] == ["a", "b", None]


def test_statas_letters_for_missing_are_no_answers():
    data = made.dta(
        {"q": [1, 2, "a", 3], "z": [1.0] * 4},
        variable_value_labels={"q": {1: "low", "a": "refused"}},
        missing_user_values={"q": ["a"]},
    )
    cells = read_cells(data)
    assert list(cells.columns[0]) == [1, 2, None, 3]
    assert next(one for one in cells.findings if one.key == "user_missing").values["codes"] == ("a = refused",)


@pytest.mark.parametrize("word", ["Refused", "Don't know", "不适用"])
def test_a_label_that_says_no_answer_is_none_though_the_file_does_not_declare_it(word: str):
    survey = scored(
        made.sav({"Q1": [*FIVE, 9.0], "Q2": [*FIVE, 1.0]}, variable_value_labels={"Q1": AGREE | {9: word}, "Q2": AGREE})
    )
    assert answers(survey, "Q1")[-1] is None
    assert scale(survey, "Q1") == (1, 5)


def test_a_recommendation_kept_as_1_to_11_means_0_to_10():
    ends = {1: "very unlikely", **{code: str(code - 1) for code in range(2, 11)}, 11: "very likely"}
    survey = scored(
        made.sav({"Q1": FIVE, "NPS": [11.0, 1, 8, 10, 9, 7, 11, 10]}, variable_value_labels={"Q1": AGREE, "NPS": ends})
    )
    assert list(survey.numbers["NPS"]) == [10, 0, 7, 9, 8, 6, 10, 9]
    assert finding(survey, "codes_moved").values["codes"] == ("1 = 0", "11 = 10")


def test_labels_at_the_ends_alone_leave_the_codes_as_the_scale():
    ends = {1: "Not at all", 7: "Very"}
    survey = scored(made.sav({"Q1": [2.0, 3, 5, 4], "Q2": [2.0, 6, 7, 1]}, variable_value_labels={"Q1": ends, "Q2": ends}))
    assert scale(survey, "Q1") == (1, 7)
    assert answers(survey, "Q2") == [2, 6, 7, 1]


def test_ends_with_a_middle_leave_the_codes_as_the_scale_too():
    words = {1: "Very dissatisfied", 4: "Neutral", 7: "Very satisfied"}
    survey = scored(made.sav({"Q1": [2.0, 3, 5, 4], "Q2": [2.0, 6, 7, 1]}, variable_value_labels={"Q1": words, "Q2": words}))
    assert answers(survey, "Q1") == [2, 3, 5, 4]
    assert scale(survey, "Q2") == (1, 7)


def test_a_slider_whose_ends_are_labelled_is_a_scale():
    survey = scored(made.sav({"e1": [90.0, 80, 99, 35]}, variable_value_labels={"e1": {1: "Very low", 100: "Very high"}}))
    assert scale(survey, "e1") == (1, 100)


def test_where_the_lowest_code_is_labelled_best_the_numbers_between_are_turned_round():
    ends = {1: "Very satisfied", 7: "Very dissatisfied"}
    survey = scored(made.sav({"Q1": [1.0, 2, 4, 7], "Q2": [1.0, 2, 3, 6]}, variable_value_labels={"Q1": ends, "Q2": ends}))
    assert answers(survey, "Q1") == [7, 6, 4, 1]
    assert finding(survey, "codes_moved").values["codes"] == ("1 = 7", "7 = 1")


def test_a_stray_code_among_labelled_ones_is_out_of_range():
    survey = scored(made.sav({"Q1": [*FIVE, 8.0], "Q2": [*FIVE, 1.0]}, variable_value_labels={"Q1": AGREE, "Q2": AGREE}))
    assert answers(survey, "Q1")[-1] is None
    assert finding(survey, "out_of_range").values["cells"] == ("Q1[9]",)


def test_a_recommendation_is_known_by_its_question():
    ends = {1: "0 - Not at all likely", 11: "10 - Extremely likely"}
    data = made.sav(
        {"v1": FIVE, "v2": FIVE[::-1], "v3": [11.0, 1, 8, 10, 9, 7, 11, 10]},
        variable_value_labels={"v1": AGREE, "v2": AGREE, "v3": ends},
        column_labels=["It works", "It lasts", "How likely are you to recommend us?"],
    )
    assert kinds(look(data)) == ["indicator", "indicator", "recommend"]
    assert list(scored(data).numbers["v3"])[:2] == [10, 0]


def test_dates_are_no_answers():
    days = [datetime.date(2026, 5, day) for day in range(1, 9)]
    assert kinds(look(made.sav({"Q1": FIVE, "day": days}))) == ["indicator", "metadata"]


def test_chinese_texts_of_an_old_file_are_recognised_though_it_names_another_encoding():
    whole = made.sav({"Q1": FIVE}, variable_value_labels={"Q1": CHINESE}, column_labels=["您对服务满意吗"])
    cells = read_cells(made.without_encoding(made.in_bytes_of(whole, "gb18030")))
    assert cells.questions[0].startswith("您对服务满意吗")
    assert cells.labels[0][5.0] == "很满意"
    assert "encoding_guessed" in [one.key for one in cells.findings]


def test_texts_that_are_not_in_the_encoding_that_the_file_names_are_guessed_at():
    whole = made.sav({"Q1": FIVE}, variable_value_labels={"Q1": CHINESE})
    assert read_cells(made.in_bytes_of(whole, "gb18030")).labels[0][5.0] == "很满意"


def test_a_named_encoding_is_obeyed():
    whole = made.sav({"Q1": FIVE}, variable_value_labels={"Q1": CHINESE})
    cells = read_cells(made.in_bytes_of(whole, "gb18030"), encoding="gb18030")
    assert cells.labels[0][5.0] == "很满意"
    assert cells.origin.encoding == "gb18030"
    assert cells.findings == ()


def test_a_named_encoding_that_does_not_fit_is_refused():
    whole = made.sav({"Q1": FIVE}, variable_value_labels={"Q1": CHINESE})
    assert "not ascii" in make.refusal(read_cells, whole, encoding="ascii").reason.en
    assert isinstance(make.refusal(read_cells, whole, encoding="klingon"), UsageFault)


@pytest.mark.parametrize("write", [made.sav, made.zsav, made.dta, made.por])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_statistics_file_cut_short_is_damaged(write, share: float):
    whole = write({"Q1": FIVE * 30, "Q2": FIVE * 30})
    error = make.refusal(read_cells, whole[: int(share * len(whole))])
    assert isinstance(error, UnreadableFile)
    assert "damaged" in error.reason.en


@pytest.mark.parametrize("claim", [10_000_000, 2_000_000_000])
def test_the_number_of_cases_that_a_file_claims_costs_nothing(claim: int):
    whole = made.sav({f"Q{at}": FIVE for at in range(1, 60)})
    claims = whole[:80] + claim.to_bytes(4, "little") + whole[84:]
    try:
        assert len(read_cells(claims).rows) == len(FIVE)
    except CsiError as refusal:
        assert f"{claim:,}" in refusal.reason.en


def test_a_packed_file_of_very_many_cases_is_refused():
    whole = made.zsav({"Q1": np.ones(5_000_000)})
    assert len(whole) < 100_000
    assert "5,000,000 rows" in make.refusal(read_cells, whole).reason.en


def test_a_file_without_cases_has_nothing_to_score():
    assert isinstance(make.refusal(read_cells, made.sav({"Q1": np.array([], dtype=float)})), NothingToScore)


def test_a_file_of_blank_cases_says_so():
    assert "blank" in make.refusal(read_cells, made.sav({"Q1": [np.nan] * 3})).reason.en


def test_without_the_library_the_install_line_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pyreadstat", None)
    error = make.refusal(read_cells, b"$FL2@(#) SPSS DATA FILE" + bytes(200))
    assert isinstance(error, MissingExtra)
    assert error.exit_code == 7
    assert 'pip install "csi[spss]"' in error.remedy.en


def test_a_real_polish_file_is_understood_without_flags():
    survey, model = open_survey(reference("surveys/cocreation-sav-pl.sav"))
    block = [name for name in survey.columns if name.startswith("IN_CULTURE")]
    assert len(block) == 18
    assert {scale(survey, name) for name in block} == {(1, 5)}
    assert np.nanmean(survey.answered("IN_CULTURE_1")) == pytest.approx(4.31, abs=0.005)
    assert model.latents[0].name.startswith("IN_CULTURE")


def test_a_file_under_a_wrong_name_is_still_read_as_what_it_is(tmp_path: Path):
    assert read_cells(make.saved(tmp_path, "survey.csv", made.sav({"Q1": FIVE}))).origin.kind == "sav"


# what the byte fuzzer found: the reader below would end the whole process on each of these
@pytest.mark.parametrize(
    ("at", "said"),
    [
        (180, (1 << 30).to_bytes(4, "little")),  # a text of a billion bytes
        (180, (1).to_bytes(4, "little")),  # a text that is shown as a number
        (180, (-1).to_bytes(4, "little", signed=True)),  # the rest of a text that never began
        (192, (1 << 16 | 8 << 8).to_bytes(4, "little")),  # a number that is shown as a text
        (196, (1 << 16 | 8 << 8).to_bytes(4, "little")),  # or written as one
        (188, (77).to_bytes(4, "little")),  # 77 missing values
    ],
)
def test_a_variable_that_contradicts_itself_is_damage_and_no_crash(at: int, said: bytes):
    whole = made.sav({"Q1": FIVE, "Q2": FIVE}, variable_value_labels={"Q1": AGREE})
    assert "damaged" in make.refusal(read_cells, whole[:at] + said + whole[at + len(said) :]).reason.en


def test_labels_of_numbers_on_a_text_are_damage_and_no_crash():
    whole = made.sav({"Q1": FIVE, "t": list("abcdabcd")}, variable_value_labels={"Q1": AGREE})
    one, other = (b"\x04\0\0\0\x01\0\0\0" + bytes([number]) + b"\0\0\0" for number in (1, 2))
    assert whole.count(one) == 1
    assert "damaged" in make.refusal(read_cells, whole.replace(one, other)).reason.en


def test_a_variable_without_a_name_is_called_by_its_letter():
    whole = made.dta({"q1": [1, 2, 3], "q2": [3, 2, 1]})
    at = whole.index(b"q1\0")
    cells = read_cells(whole[:at] + b"\0\0" + whole[at + 2 :])
    assert cells.header[1] == "q2"
    assert "unnamed_columns" in [one.key for one in cells.findings]


def test_labels_follow_the_answers_when_each_row_is_one_answer():
    people = [float(who) for who in range(1, 31) for _ in range(4)]
    items = ["Speed", "Staff", "Price", "Place"] * 30
    given = [float(1 + (at * 7) % 5) for at in range(120)]
    data = made.sav({"respondent": people, "item": items, "value": given}, variable_value_labels={"value": AGREE})
    cells = read_cells(data)
    assert cells.header[-4:] == ("Speed", "Staff", "Price", "Place")
    assert cells.labels[len(cells.header) - 1][5.0] == "Strongly agree"


def test_an_encoding_named_for_a_portable_file_is_said_to_be_unused():
    cells = read_cells(made.por({"Q1": FIVE}), encoding="cp1252")
    assert [(one.key, one.values["encoding"]) for one in cells.findings] == [("encoding_unused", "cp1252")]


def test_letters_that_a_portable_file_lost_are_said():
    whole = made.por({"Q1": FIVE, "Town": ["aaaa"] * len(FIVE)}).replace(b"aaaa", b"a\xe4\xfca")
    assert "letters_lost" in [one.key for one in read_cells(whole).findings]


@pytest.mark.parametrize(("ends", "first"), [(("very unlikely", "very likely"), 0.0), (("very likely", "very unlikely"), 10.0)])
def test_eleven_codes_of_which_only_the_ends_are_labelled_run_from_0_to_10(ends, first):
    labels = {1: ends[0], 11: ends[1]}
    named = made.sav(
        {"Q1": FIVE, "NPS": [1.0, 11, 8, 10, 9, 7, 11, 10]},
        variable_value_labels={"Q1": AGREE, "NPS": labels},
    )
    table = look(named, None).result.table("columns").records()
    survey = open_survey(named)[0]
    assert (table[1]["read_as"], survey.numbers["NPS"][0]) == ("recommend", first)


def test_a_missing_range_of_a_damaged_file_whose_ends_are_times_has_nothing_in_it():
    about = SimpleNamespace(
        variable_value_labels={"Q1": {1.0: "low", 5.0: "high"}},
        missing_ranges={"Q1": [{"lo": datetime.time(1), "hi": datetime.time(2)}]},
        missing_user_values={},
    )
    columns, labels, _ = told_apart({"Q1": [1.0, 5.0, None]}, about)
    assert list(columns[0]) == [1.0, 5.0, None]
    assert labels == {0: {1.0: "low", 5.0: "high"}}
