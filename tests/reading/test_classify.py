import pytest

from csi.reading.guessing.classify import classify

from .made_cells import cells

LIKERT = [1, 2, 3, 4, 5, 4, 3, 4] * 5
ROWS = range(len(LIKERT))


def kind(header, values):
    return classify(cells({header: list(values)}))[0].kind


@pytest.mark.parametrize(
    ("header", "values", "expected"),
    [
        ("Q1", LIKERT, "indicator"),
        ("Q1", [float(value) for value in LIKERT], "indicator"),
        ("Q1", [str(value) for value in LIKERT], "indicator"),
        ("门店环境满意度", ["很满意", "满意", "一般", "不满意"] * 10, "indicator"),
        ("Store cleanliness", ["Very good", "Good", "Poor", "Average"] * 10, "indicator"),
        ("Q02", ["1 : Muy satisfecho", "2 : Satisfecho", "3 : Insatisfecho"] * 10, "indicator"),
        ("How likely are you to recommend us?", [0, 5, 9, 10] * 10, "recommend"),
        ("您有多大可能推荐我们", ["9", "10", "3", "8"] * 10, "recommend"),
        ("Gender", ["f", "m"] * 20, "segment"),
        ("Performance_index", [0, 3, 6, 9, 10] * 8, "derived"),
        ("Used", ["Shop", "App,Web", "Shop,App", "Web"] * 10, "multi_select"),
        ("Bought", ["Shoes", "Shoes;Bags"] * 20, "multi_select"),
        ("Town", ["Paris", "Paris, France", "Rome, Italy"] * 10, "segment"),
        ("Comments", ["ok", "", "", "", ""] * 8, "free_text"),
        ("性别", [1, 2] * 20, "segment"),
        ("Region", [1, 2, 3, 4] * 10, "segment"),
        ("Customer tier", ["High", "Low", "Medium"] * 10, "segment"),
        ("Did it arrive in time?", ["Yes", "No"] * 20, "segment"),
        ("Timestamp", ["2024/02/22 2:09:52 PM GMT+1"] * 20, "metadata"),
        ("提交答卷时间", ["2024/5/1 9:03:22"] * 20, "metadata"),
        ("when", ["2024-05-01 10:00:00"] * 20, "metadata"),
        ("Duration (in seconds)", [240, 150, 40] * 10, "duration"),
        ("Email Address", ["a@example.org", "b@example.org"] * 10, "personal"),
        ("contact", ["a@example.org", "b@example.org"] * 10, "personal"),
        ("来自IP", ["192.0.2.1(广东-广州)"] * 10, "personal"),
        ("姓名", ["张三", "李四"] * 10, "personal"),
        ("respondent_id", [f"R_{row}" for row in ROWS], "id"),
        ("编号", list(ROWS), "id"),
        ("row", [row + 1 for row in ROWS], "id"),
        ("w", [row + 1 for row in ROWS], "id"),
        ("weight", [0.5, 1.2, 1.3, 0.9] * 10, "weight"),
        ("权重", [0.5, 1.2, 1.3, 0.9] * 10, "weight"),
        ("Weight", [60.5, 71.2, 83.0, 90.1] * 10, "number"),
        ("wave", ["2023", "2024"] * 20, "wave"),
        ("Age", [19, 25, 40, 61] * 10, "number"),
        ("您的月收入", [1, 2, 3, 4, 5] * 8, "segment"),
        ("会员等级", ["高", "低"] * 20, "segment"),
        ("What did you buy?", ["Shoes;Bags", "Shoes", "Bags;Hats", "Hats;Shoes;Bags"] * 5, "multi_select"),
        ("渠道", ["门店┋小程序", "电话", "门店┋电话", "小程序┋电话"] * 5, "multi_select"),
        ("Email updates", ["Email updates", "", "", "Email updates"] * 5, "multi_select"),
        ("Comments", [f"I liked it, mostly, on day {row}" for row in ROWS], "free_text"),
        ("Q2_NPS_GROUP", ["Promoter", "Detractor"] * 20, "derived"),
        ("Score", [0] * 20, "derived"),
        ("Points - Question 3", [1, 0] * 20, "derived"),
        ("Q9", [""] * 20, "empty"),
        ("Spend", [120.5, 99.0, 310.2, 18.4] * 10, "number"),
    ],
)
def test_a_column_is_told_by_its_name_and_cells(header, values, expected):
    assert kind(header, values) == expected


def test_answers_of_do_not_know_do_not_hide_a_question():
    assert kind("Q1", [5, 4, 3, "N/A", "N/A", "N/A"] * 6) == "indicator"


def test_a_stray_word_does_not_hide_a_question():
    assert kind("Q1", [5, "八", 3]) == "indicator"


def test_a_question_called_name_with_answers_is_a_question():
    assert kind("Name", LIKERT) == "indicator"


def test_a_statement_that_mentions_income_is_still_a_question():
    assert kind("13.我认为绿地空间的数量和分布对不同收入群体是公平的。", LIKERT) == "indicator"


def test_a_slider_is_a_question_when_it_says_that_it_rates():
    assert kind("Overall satisfaction", [0, 35, 70, 100, 64, 55, 41, 88]) == "indicator"


def test_every_kind_has_its_reason():
    assert all(one.reason for one in classify(cells({"Q1": LIKERT, "Age": LIKERT, "x": [""] * len(LIKERT)})))
