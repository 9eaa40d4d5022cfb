"""Which platform wrote a file, by small exports of each, and whom that platform marks."""

import pytest

from csi.reading.cells import Cells
from csi.reading.grid import read_cells
from csi.reading.layout.platforms import recognise

from ..nasty import make

EXPORTS = {
    "qualtrics": (
        """StartDate,EndDate,Status,Progress,Finished,ResponseId,DistributionChannel,Q1_1,Q1_2
Start Date,End Date,Response Type,Progress,Finished,Response ID,Distribution Channel,"Rate us - Staff","Rate us - Waiting
time"
"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}",{},{},{},{},"{""ImportId"":""Q1""}",{}
2025-03-01 10:00:00,2025-03-01 10:02:00,IP Address,100,True,R_a,anonymous,Satisfied,Neutral
2025-03-01 11:00:00,2025-03-01 11:02:00,Survey Preview,100,True,R_b,preview,Neutral,Neutral
2025-03-01 12:00:00,2025-03-01 12:02:00,IP Address,40,False,R_c,anonymous,Dissatisfied,
""",
        3,
        "Q1_1",
    ),
    "surveymonkey": (
        """Respondent ID,Collector ID,Start Date,End Date,Custom Data 1,Rate our shop,,Comments
,\0, ,,,Speed,Staff,Open-Ended Response
11,1,01/02/2025 10:00:00,01/02/2025 10:03:00,,Satisfied,Neutral,good
12,1,01/02/2025 11:00:00,01/02/2025 11:03:00,,Neutral,N/A,
13,1,01/02/2025 12:00:00,01/02/2025 12:03:00,,Dissatisfied,Satisfied,
""",
        3,
        "Rate our shop - Speed",
    ),
    "google_forms": (
        "Horodateur,Notez chaque point [Accueil],Notez chaque point [Prix],Remarques\n"
        "01/02/2025 10:00:00,5,4,\n01/02/2025 10:05:00,3,2,ok\n",
        2,
        "Notez chaque point [Accueil]",
    ),
    "microsoft_forms": (
        "ID,Startzeit,Fertigstellungszeit,E-Mail,Name,Die Bedienung war freundlich,Welche Wege nutzen Sie?\n"
        "1,1.2.25 10:00,1.2.25 10:03,anonymous,,Stimme zu,Telefon;Chat;\n2,1.2.25 11:00,1.2.25 11:03,anonymous,,Neutral,Chat;\n",
        2,
        "Die Bedienung war freundlich",
    ),
    "wjx": (
        "序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、请评价：—态度,1、速度,总分\n"
        "1,2025/3/1 9:00:00,83秒,微信,N/A,192.0.2.1(广东-深圳),满意,一般,7\n2,2025/3/1 9:10:00,60秒,链接,直接访问,192.0.2.2,一般,(跳过),3\n",
        2,
        "1、速度",
    ),
    "tencent": (
        "编号,开始答题时间,结束答题时间,答题时长,地理位置省,用户类型,1.总体评价,2.请评价:速度\n"
        "1,2025-03-01 09:00:00,2025-03-01 09:01:00,60秒,广东,匿名用户,满意,一般\n"
        "2,2025-03-01 09:05:00,2025-03-01 09:06:00,60秒,北京,匿名用户,一般,满意\n",
        2,
        "2.请评价:速度",
    ),
    "limesurvey": (
        '"id","submitdate","lastpage","startlanguage","seed","SAT[SQ001]","SAT[SQ002]"\n'
        '"1","2025-03-01 10:00:00","4","en","77","A5","A4"\n"2","","2","de","78","A3",""\n"3","2025-03-01 12:00:00","4","en","79","A1","A2"\n',
        3,
        "SAT[SQ001]",
    ),
    "kobo": (
        "start;end;service/staff;service/queue;_id;_uuid;_submission_time;_validation_status;_index\n"
        "2025-03-01T10:00:00.000+01:00;2025-03-01T10:02:00.000+01:00;4;5;8;u-1;2025-03-01T09:02:00;;1\n"
        "2025-03-01T11:00:00.000+01:00;2025-03-01T11:02:00.000+01:00;2;3;9;u-2;2025-03-01T10:02:00;validation_status_not_approved;2\n",
        2,
        "service/staff",
    ),
    "typeform": (
        "#,How was it?,Shop,App,Start Date (UTC),Submit Date (UTC),Network ID,Tags\n"
        "a1,4,Shop,,2025-03-01 10:00:00,2025-03-01 10:02:00,n1,\na2,5,,App,2025-03-01 11:00:00,2025-03-01 11:02:00,n2,\n",
        2,
        "How was it?",
    ),
    "moodle": (
        'Response,"Submitted on:",Course,"Full name",Q01,Q02\n1,01/02/2025 10:00,Demo,Ann,"1 : Very good","2 : Good"\n'
        '2,01/02/2025 11:00,Demo,Bob,"2 : Good","2 : Good"\n',
        2,
        "Q01",
    ),
}


def keys(cells: Cells) -> list[str]:
    return [finding.key for finding in cells.findings]


@pytest.mark.parametrize("platform", EXPORTS)
def test_an_export_is_recognised_and_its_names_and_respondents_are_found(platform: str):
    text, respondents, column = EXPORTS[platform]
    cells = read_cells(text.encode())
    assert (cells.origin.platform, len(cells.rows)) == (platform, respondents)
    assert column in cells.header


@pytest.mark.parametrize("platform", EXPORTS)
def test_the_platform_is_said_with_the_columns_that_tell(platform: str):
    found = next(one for one in read_cells(EXPORTS[platform][0].encode()).findings if one.key == "platform")
    assert found.severity == "info"
    assert found.values["signs"]


@pytest.mark.parametrize(
    "first",
    [
        "Timestamp",
        "Marca temporal",
        "Carimbo de data/hora",
        "Zeitstempel",
        "时间戳记",
        "時間戳記",
        "タイムスタンプ",
        "타임스탬프",
    ],
)
def test_google_forms_is_known_by_its_first_column_in_every_language(first: str):
    found = recognise([first, "How was it?"])
    assert found is not None
    assert found.platform.key == "google_forms"


def test_a_time_that_is_not_the_first_column_is_no_sign_of_google_forms():
    assert recognise(["Shop", "Timestamp", "How was it?"]) is None


def test_a_sheet_keeps_the_name_that_the_platform_gave_it_when_its_columns_are_gone():
    rows = make.answers(10, 4)
    assert read_cells(make.workbook({"Form Responses 1": rows})).origin.platform == "google_forms"
    assert read_cells(make.workbook({"Responses": rows})).origin.platform is None


def test_a_table_of_ones_own_comes_from_no_platform():
    assert recognise(["ID", "Region", "Q1", "Q2", "Date", "Status"]) is None


def test_test_runs_of_the_questionnaire_are_flagged_once_and_kept():
    cells = read_cells(EXPORTS["qualtrics"][0].encode())
    found = [one for one in cells.findings if one.key == "preview_rows"]
    assert [(one.place, one.count, one.values["rows"], one.severity) for one in found] == [("C5", 1, "5", "warning")]


@pytest.mark.parametrize(("platform", "place"), [("qualtrics", "E6"), ("limesurvey", "B3")])
def test_unfinished_questionnaires_are_flagged(platform: str, place: str):
    found = next(one for one in read_cells(EXPORTS[platform][0].encode()).findings if one.key == "unfinished_rows")
    assert (found.place, found.count) == (place, 1)


def test_rejected_questionnaires_are_flagged():
    assert "rejected_rows" in keys(read_cells(EXPORTS["kobo"][0].encode()))


def test_a_column_that_says_the_same_of_everybody_flags_nobody():
    text = "StartDate,EndDate,Finished,ResponseId,UserLanguage,Q1\na,b,False,R1,EN,5\na,b,False,R2,EN,4\n"
    assert "unfinished_rows" not in keys(read_cells(text.encode()))
