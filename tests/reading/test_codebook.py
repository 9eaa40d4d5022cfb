"""Another sheet of the file explains the answers: abbreviations, codes, questions."""

from csi.reading.cells import Cells
from csi.reading.grid import read_cells
from csi.reading.opening import bind

from ..nasty import make
from .made_cells import model

SHORT = ["STS", "TS", "KS", "S", "SS"]
ANSWERS = [["Nama", "X1", "X2"], *[[f"r{row}", SHORT[row % 5], SHORT[(row * 2 + 1) % 5]] for row in range(20)]]
LEGEND = [
    ["SS", "Sangat setuju"],
    ["S", "Setuju"],
    ["KS", "Kurang setuju"],
    ["TS", "Tidak setuju"],
    ["STS", "Sangat tidak setuju"],
]
NUMBERS = [["ID", "Q1", "Q2", "Q3"], *[[row, row % 5 + 1, (row * 2) % 5 + 1, (row * 3) % 5 + 1] for row in range(20)]]


def read(answers: list[list[object]], explanation: list[list[object]], hidden: tuple[str, ...] = ()) -> Cells:
    return read_cells(make.workbook({"Data": answers, "Key": explanation}, hidden))


def found(cells: Cells, key: str):
    return next((one for one in cells.findings if one.key == key), None)


def test_abbreviations_are_spelled_out_and_that_is_said():
    cells = read(ANSWERS, LEGEND)
    assert cells.spelled[1]["STS"] == "Sangat tidak setuju"
    assert (found(cells, "abbreviations_read").place, found(cells, "abbreviations_read").values["columns"]) == ("Key", "B, C")


def test_the_cells_themselves_stay_as_they_were_written():
    assert read(ANSWERS, LEGEND).columns[1][0] == "STS"


def test_spelled_out_abbreviations_are_scored_in_the_order_of_their_words():
    survey, _ = bind(read(ANSWERS, LEGEND), model({"A": ["X1"]}))
    assert survey.answered("X1").tolist()[:5] == [1, 2, 3, 4, 5]


def test_a_legend_written_in_one_cell_or_on_a_hidden_sheet_counts_too():
    one = [["Legend"], ["SS = Sangat setuju; S = Setuju; KS = Kurang setuju; TS = Tidak setuju; STS = Sangat tidak setuju"]]
    assert set(read(ANSWERS, one, hidden=("Key",)).spelled) == {1, 2}


def test_words_in_brackets_are_abbreviations_too():
    legend = [
        [5, "Sangat setuju (SS)"],
        [4, "Setuju (S)"],
        [3, "Kurang setuju (KS)"],
        [2, "Tidak setuju (TS)"],
        [1, "Sangat tidak setuju (STS)"],
    ]
    assert read(ANSWERS, legend).spelled[2]["KS"] == "Kurang setuju"


def test_an_abbreviation_that_the_legend_does_not_know_leaves_its_column_alone():
    assert read(ANSWERS, LEGEND[:-1]).spelled == {}


def test_codes_are_labelled_by_the_name_of_their_column():
    book = [
        ["Variable", "Question", "Code", "Meaning"],
        ["Q1", "How was the staff of the shop?", 1, "Very satisfied"],
        ["", "", 2, "Satisfied"],
    ]
    cells = read(NUMBERS, book)
    assert cells.labels == {1: {1.0: "Very satisfied", 2.0: "Satisfied"}}
    assert cells.questions == {1: "How was the staff of the shop?"}


def test_a_legend_of_all_codes_that_runs_downwards_turns_the_answers():
    legend = [[1, "Very satisfied"], [2, "Satisfied"], [3, "Neutral"], [4, "Dissatisfied"], [5, "Very dissatisfied"]]
    survey, _ = bind(read(NUMBERS, legend), model({"A": ["Q1"]}))
    assert survey.answered("Q1").tolist()[:5] == [5, 4, 3, 2, 1]


def test_a_numbered_list_of_anything_else_labels_no_answers():
    assert read(NUMBERS, [["No", "Shop"], [1, "Anna"], [2, "Bella"], [3, "Carla"], [4, "Dora"], [5, "Emma"]]).labels == {}


def test_a_second_sheet_of_answers_explains_nothing():
    cells = read(NUMBERS, NUMBERS[:6])
    assert (cells.labels, cells.questions, cells.spelled) == ({}, {}, {})
