"""Which rows hold names, which hold answers, and what is said of the rest."""

import pytest

from csi.reading.cells import Cells
from csi.reading.grid import read_cells

from ..nasty import make

LABELS = ["很不满意", "不满意", "一般", "满意", "很满意"]


def read(rows: list[list[object]]) -> Cells:
    return read_cells(make.workbook({"S": rows}))


def keys(cells: Cells) -> list[str]:
    return [finding.key for finding in cells.findings]


def test_names_in_the_first_row_need_no_word():
    cells = read(make.answers())
    assert cells.origin.header_row == 1
    assert cells.findings == ()


def test_titles_and_blank_rows_above_the_names_are_passed_over():
    cells = read([["Customer survey"], ["Period", "May 2026"], [], *make.answers(10, 6)])
    assert cells.origin.header_row == 4
    assert cells.rows[0] == 5
    assert [(finding.key, finding.count) for finding in cells.findings] == [("rows_above_header", 3)]


def test_blank_rows_alone_above_the_names_are_said_too():
    assert keys(read([[], [], *make.answers()])) == ["rows_above_header"]


def test_a_name_keeps_its_inner_spaces_and_newlines_and_loses_the_outer_ones():
    assert read_cells('"  How\n satisfied  ?\n","\u3000服务 态度\u200b"\n5,4\n'.encode()).header == (
        "How\n satisfied  ?",
        "服务 态度",
    )


def test_a_number_as_a_name_is_written_without_a_decimal_point():
    assert read([["ID", 1, 2, 3, 4], *[[f"r{row}", 5, 4, 3, 2] for row in range(5)]]).header == ("ID", "1", "2", "3", "4")


def test_repeated_names_are_numbered_in_sight():
    cells = read([["Q1", "Q2", "Q1", "Q1"], [5, 4, 3, 2], [1, 2, 3, 4]])
    assert cells.header == ("Q1", "Q2", "Q1 (2)", "Q1 (3)")
    assert cells.findings[0].values["names"] == "Q1 (2), Q1 (3)"


def test_a_number_that_a_name_already_carries_is_not_given_twice():
    assert read([["Q1", "Q1 (2)", "Q1"], [5, 4, 3], [1, 2, 3]]).header == ("Q1", "Q1 (2)", "Q1 (3)")


def test_a_column_without_a_name_is_called_after_its_letter():
    cells = read([["Q1", "", "Q3"], [5, 4, 3], [1, 2, 3]])
    assert cells.header == ("Q1", "column B", "Q3")
    assert keys(cells) == ["unnamed_columns"]


def test_a_letter_name_that_another_column_bears_is_numbered():
    assert read([["Q1", "", "column B"], [5, 4, 3], [1, 2, 3]]).header == ("Q1", "column B (2)", "column B")


def test_a_column_with_neither_name_nor_value_is_dropped_and_counted():
    cells = read([["Q1", "", "Q3"], [5, "", 3], [1, " ", 3]])
    assert cells.letters == ("A", "C")
    assert [(finding.key, finding.count) for finding in cells.findings] == [("blank_columns", 1)]


def test_a_column_with_a_name_and_no_value_stays():
    assert read([["Q1", "Q2"], [5, ""], [4, ""]]).header == ("Q1", "Q2")


def test_blank_rows_are_dropped_and_counted_and_addresses_hold():
    cells = read([["Q1", "Q2"], [5, 4], ["", " "], [], [1, 2]])
    assert cells.address(1, 1) == "S!B5"
    assert [(finding.key, finding.count, finding.severity) for finding in cells.findings] == [("blank_rows", 2, "info")]


def test_a_row_of_zeros_is_a_respondent():
    assert len(read([["Q1", "Q2"], [0, 0], [0, 0], [False, 0]]).rows) == 3


def test_a_header_pasted_again_among_the_answers_is_dropped():
    cells = read([["Name ", "Q1"], ["Ann", 5], ["Bob", 4], ["Name ", "Q1"], ["Cid", 3]])
    assert list(cells.columns[1]) == [5, 4, 3]
    assert [(finding.key, finding.place) for finding in cells.findings] == [("repeated_header", "S!A4")]


def test_numbers_as_names_are_known_though_they_are_pasted_again():
    assert read([[10, 20, 30], [5, 4, 3], [10, 20, 30], [1, 2, 3]]).header == ("10", "20", "30")


ELSEWHERE = ["Rata-rata", "Moyenne", "Durchschnitt", "Promedio", "Média", "合計", "평균", "Écart-type", "n ="]


@pytest.mark.parametrize("word", ["Total", "合计", "平均值：", "n = 20", "Average", "Mean:", "标准差", "count", *ELSEWHERE])
def test_a_row_that_sums_up_the_answers_is_left_out(word: str):
    rows = make.answers(20, 3)
    cells = read([["Name", *rows[0]], *[[f"r{at}", *row] for at, row in enumerate(rows[1:])], [word, 2.95, 3.05, 61]])
    assert len(cells.rows) == 20
    assert [(finding.key, finding.severity, finding.values["rows"]) for finding in cells.findings] == [
        ("summary_rows", "warning", "22")
    ]


def test_several_summaries_below_a_blank_row_are_all_left_out():
    rows = make.answers(20, 3)
    body = [[f"r{at}", *row] for at, row in enumerate(rows[1:])]
    cells = read([["Name", *rows[0]], *body, [], ["Mean", 2.9, 3.1, 3.2], ["SD", 1.4, 1.3, 0.2], ["Total", 58, 62, 64]])
    assert len(cells.rows) == 20


def test_averages_without_a_word_are_known_by_being_the_average():
    rows = [["Name", "Q1", "Q2"], ["Ann", 5, 4], ["Bob", 4, 4], ["Cid", 2, 5], ["", 11 / 3, 13 / 3]]
    assert len(read(rows).rows) == 3


def test_the_answer_average_in_the_last_row_is_an_answer():
    rows = [["Quality", "Speed"], *[["Average", "Good"], ["Good", "Poor"]] * 10, ["Average", "Poor"]]
    assert len(read(rows).rows) == 21


def test_a_word_of_sums_that_others_answered_too_is_an_answer():
    rows = [["Station", "Q1"], *[["Total", 5], ["Shell", 4]] * 10, ["Total", 1]]
    assert len(read(rows).rows) == 21


def test_a_last_respondent_called_max_is_a_respondent():
    assert len(read([["Name", "Q1", "Q2"], ["Ann", 5, 4], ["Bob", 1, 2], ["Max", 3, 3]]).rows) == 3


def test_a_last_respondent_whose_answers_equal_the_means_is_a_respondent():
    assert len(read([["Name", "Q1", "Q2"], ["Ann", 5, 1], ["Bob", 1, 5], ["", 3, 3]]).rows) == 3


def test_answers_in_place_of_names_are_answers_and_the_columns_get_letters():
    cells = read([[5, 4, 3], [4, 4, 1], [3, 2, 5], [5, 1, 3]])
    assert cells.header == ("column A", "column B", "column C")
    assert len(cells.rows) == 4
    assert [(finding.key, finding.severity) for finding in cells.findings] == [("no_header", "warning")]


def test_labels_in_place_of_names_are_answers():
    rows = [[LABELS[(row * row + column * (row % 3)) % 5] for column in range(8)] for row in range(20)]
    assert len(read(rows).rows) == 20


def test_choices_that_stand_in_the_header_and_in_the_cells_are_still_names():
    names = ["Shop", "App", "Phone", "Mail", "Would you come again?"]
    assert read(
        [names, ["Shop", "", "Phone", "", "Yes"], ["", "App", "", "", "No"], ["Shop", "App", "", "Mail", "Yes"]]
    ).header == tuple(names)


QUALTRICS = """StartDate,Q1_1,Q1_2,Q2
Start Date,How satisfied - Staff,"How satisfied - Waiting
time",Recommend?
"{""ImportId"":""startDate""}","{""ImportId"":""QID1_1""}","{""ImportId"":""QID1_2""}","{""ImportId"":""QID2""}"
2024-05-01 10:00:00,Very satisfied,Neutral,10
2024-05-01 11:00:00,Dissatisfied,,3
"""


def test_the_second_and_third_row_of_qualtrics_are_no_respondents():
    cells = read_cells(QUALTRICS.encode())
    assert cells.header == ("StartDate", "Q1_1", "Q1_2", "Q2")
    assert list(cells.rows) == [4, 5]
    assert [(finding.key, finding.count) for finding in cells.findings] == [("import_id_rows", 2)]
    assert cells.questions[1] == "How satisfied - Staff"


def test_the_question_texts_below_the_tags_are_no_respondent():
    cells = read([["Q1", "Q2", "Q3"], ["How was the staff?", "How was the price?", "How was the queue?"], [5, 4, 3], [1, 2, 3]])
    assert list(cells.columns[0]) == [5, 1]
    assert [(finding.key, finding.severity) for finding in cells.findings] == [("second_header_row", "warning")]
    assert cells.questions == {0: "How was the staff?", 1: "How was the price?", 2: "How was the queue?"}


def test_question_texts_above_labels_are_no_respondent():
    texts = [f"How was number {column}?" for column in range(6)]
    rows = [[LABELS[(row * 3 + column) % 5] for column in range(6)] for row in range(20)]
    assert len(read([[f"Q{column}" for column in range(6)], texts, *rows]).rows) == 20


def test_a_first_respondent_unlike_the_others_is_a_respondent():
    rows = [[LABELS[(row + column) % 3] for column in range(5)] for row in range(9)]
    assert len(read([["Q1", "Q2", "Q3", "Q4", "Q5"], ["很满意"] * 5, *rows]).rows) == 10


SURVEYMONKEY = """Respondent ID,Collector ID,Please rate our service,,What did you use?,,Comments
, ,Speed,Friendliness,Shop,App,Open-Ended Response
10001,900,Very satisfied,Satisfied,Shop,,Fast
10002,900,Dissatisfied,N/A,,App,
10003,901,,Neutral,Shop,App,
"""


def test_the_two_rows_of_names_of_surveymonkey_become_one():
    cells = read_cells(SURVEYMONKEY.encode())
    assert cells.header[2:] == (
        "Please rate our service - Speed",
        "Please rate our service - Friendliness",
        "What did you use? - Shop",
        "What did you use? - App",
        "Comments",
    )
    assert len(cells.rows) == 3
    assert "two_header_rows" in keys(cells)


def test_merged_group_names_above_the_names_are_joined_to_them():
    rows = [["ID", "Service", "", "", "Price", "", ""], ["", "Speed", "Staff", "Queue", "Level", "Clarity", "Speed"]]
    cells = read([*rows, *[[f"r{row}", 5, 4, 3, 2, 1, 2] for row in range(5)]])
    assert cells.header[0] == "ID"
    assert cells.header[-1] == "Price - Speed"
    assert len(cells.rows) == 5


def test_group_names_tell_repeated_names_apart():
    rows = [["Service", "", "", "Price", ""], ["Speed", "Staff", "Queue", "Speed", "Level"]]
    cells = read([*rows, *[[5, 4, 3, 2, 1], [1, 2, 3, 4, 5], [2, 2, 4, 1, 3]]])
    assert cells.header == ("Service - Speed", "Service - Staff", "Service - Queue", "Price - Speed", "Price - Level")


def test_a_title_above_a_table_whose_first_column_has_no_name_stays_a_title():
    cells = read([["Customer survey"], ["", "Speed", "Staff", "Price"], *[[f"r{row}", 5, 4, 3] for row in range(5)]])
    assert cells.header == ("column A", "Speed", "Staff", "Price")


def test_a_single_column_of_answers_is_a_survey():
    assert read([["Overall"], [5], [4], [3]]).header == ("Overall",)


def test_three_rows_of_names_become_one():
    rows = [
        ["ID", "Shop", "", "", "", "Online", ""],
        ["", "Service", "", "Price", "", "Site", ""],
        ["", "Speed", "Staff", "Level", "Clarity", "Speed", "Order"],
    ]
    cells = read([*rows, *[[f"r{row}", 5, 4, 3, 2, 1, row % 5 + 1] for row in range(6)]])
    assert cells.header[1:4] == ("Shop - Service - Speed", "Shop - Service - Staff", "Shop - Price - Level")
    assert [(finding.key, finding.count) for finding in cells.findings] == [("three_header_rows", 3)]


def test_a_question_can_be_named_by_its_wording_below_the_tags():
    cells = read_cells(QUALTRICS.encode())
    assert cells.position("How satisfied - Staff") == 1


def test_a_header_pasted_again_is_known_though_a_name_was_corrected():
    names = ["Name", "Speed", "Staff", "Price", "Range", "Site"]
    body = [[f"r{row}", 5, 4, 3, 2, 1] for row in range(4)]
    cells = read([names, *body, ["Name", "Speed", "Staff", "Prices", "Range", "Site"], *body])
    assert [(finding.key, finding.values["rows"]) for finding in cells.findings] == [("repeated_header", "6")]


def test_the_second_row_of_names_pasted_again_is_no_respondent():
    cells = read_cells((SURVEYMONKEY + SURVEYMONKEY).encode())
    assert list(cells.rows) == [3, 4, 5, 8, 9, 10]


def test_a_respondent_who_answers_with_the_name_of_a_column_is_a_respondent():
    cells = read([["Shop", "Q1", "Q2", "Q3"], ["Mall", 5, 4, 3], ["Shop", 1, 2, 3], ["Mall", 2, 2, 2]])
    assert len(cells.rows) == 3


def test_runs_of_rows_are_told_as_ranges():
    cells = read([["Q1", "Q2"], [5, 4], [], [], [], [1, 2], [], [2, 3]])
    assert cells.findings[0].values["rows"] == "3–5, 7"


WJX = "1、性别：,2、请评价以下服务：—态度,2、等候,2、环境,3、建议\n男,很满意,一般,满意,无\n女,不满意,满意,满意,多开窗口\n"


def test_the_stem_of_a_matrix_is_carried_to_the_columns_that_lack_it():
    cells = read_cells(WJX.encode())
    assert cells.header[2] == "2、等候"
    assert cells.questions == {2: "2、请评价以下服务：—等候", 3: "2、请评价以下服务：—环境"}
    assert [(finding.key, finding.place, finding.values["columns"]) for finding in cells.findings] == [
        ("stem_carried", "B", "C, D")
    ]


def test_questions_with_numbers_of_their_own_take_over_no_stem():
    assert read_cells("1、您对Wi-Fi的评价,2、您的建议\n5,a\n4,b\n".encode()).questions == {}
