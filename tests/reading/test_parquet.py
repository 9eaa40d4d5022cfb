"""Parquet files: every type of column becomes what a survey holds, and bombs are refused by their own directory."""

import datetime
import decimal
import sys

import pytest

from csi.errors import MissingExtra, NothingToScore, UnreadableFile
from csi.reading import open_survey, read_cells
from csi.reading.grid import open_source

from ..nasty import make

pyarrow = pytest.importorskip("pyarrow")
from ..nasty import statistics as made  # noqa: E402, RUF100


def values(column: object) -> list[object]:
    return list(open_source(made.parquet({"Q1": column})).columns[0])


def test_names_and_values_come_through():
    cells = read_cells(made.parquet({"Q1": [5, 4, None], "满意": ["高", None, "低"]}))
    assert cells.header == ("Q1", "满意")
    assert [list(column) for column in cells.columns] == [[5, 4, None], ["高", None, "低"]]
    assert cells.origin.kind == "parquet"


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (["Agree", "Disagree", "Agree"], ["Agree", "Disagree", "Agree"]),
        ([5, None, 4], [5, None, 4]),
        ([1.5, None, 2.0], [1.5, None, 2.0]),
        ([True, False, None], [True, False, None]),
        ([decimal.Decimal("4.50"), None], [4.5, None]),
        ([b"Agree", None, b"\xff"], ["Agree", None, "\ufffd"]),
        ([["Shop", "App"], [], None], ["Shop; App", "", None]),
        ([datetime.date(2026, 5, 1)], [datetime.date(2026, 5, 1)]),
        ([datetime.datetime(2026, 5, 1, 9, 30)], [datetime.datetime(2026, 5, 1, 9, 30)]),
    ],
)
def test_every_type_becomes_what_a_survey_holds(column: list[object], expected: list[object]):
    assert values(column) == expected


def test_categories_are_their_words():
    assert values(pyarrow.array(["Agree", None, "Agree"]).dictionary_encode()) == ["Agree", None, "Agree"]


def test_times_with_a_zone_or_in_nanoseconds_are_dates():
    zoned = pyarrow.array([1_777_000_000_000_000_001, 1_777_000_000_000_000_002], pyarrow.timestamp("ns", "Asia/Shanghai"))
    assert all(isinstance(value, datetime.datetime) for value in values(zoned))


def test_times_that_no_calendar_holds_are_texts():
    assert all(isinstance(value, str) for value in values(pyarrow.array([2**62, 2**62], pyarrow.timestamp("us"))))


def test_a_frame_with_categories_is_scored_like_its_words():
    pandas = pytest.importorskip("pandas")
    words = ["Agree", "Strongly agree", "Disagree", "Neutral"] * 3
    frame = pandas.DataFrame({"Q1": pandas.Categorical(words), "Q2": pandas.array([5, None, 3, 4] * 3, dtype="Int8")})
    survey, _ = open_survey(made.parquet({name: pyarrow.Array.from_pandas(frame[name]) for name in frame}))
    assert list(survey.answered("Q1"))[:4] == [4, 5, 2, 3]


@pytest.mark.parametrize("share", [0.3, 0.7, 0.99])
def test_a_parquet_file_cut_short_is_damaged(share: float):
    whole = made.parquet({"Q1": list(range(500)), "Q2": ["x"] * 500})
    error = make.refusal(read_cells, whole[: int(share * len(whole))])
    assert isinstance(error, UnreadableFile)
    assert "damaged" in error.reason.en


def test_very_many_rows_in_a_small_file_are_refused_by_its_directory():
    whole = made.parquet({"Q1": pyarrow.repeat(pyarrow.scalar(5, pyarrow.int8()), 60_000_000)})
    assert len(whole) < 1_000_000
    assert "60,000,000 rows" in make.refusal(read_cells, whole).reason.en


def test_a_file_without_rows_has_nothing_to_score():
    assert isinstance(make.refusal(read_cells, made.parquet({"Q1": pyarrow.array([], pyarrow.int8())})), NothingToScore)


def test_without_the_library_the_install_line_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    error = make.refusal(read_cells, b"PAR1" + bytes(40))
    assert isinstance(error, MissingExtra)
    assert 'pip install "csi[parquet]"' in error.remedy.en


def test_an_encoding_named_for_a_file_that_leaves_none_to_choose_is_said_to_be_unused():
    for data in (made.parquet({"Q1": [1, 2, 3]}), make.workbook({"Responses": make.answers()})):
        assert "encoding_unused" in [one.key for one in read_cells(data, encoding="gb18030").findings]
