"""Large text files, which are cut into blocks of records on arrays of bytes: they read to the letter as record by record."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csi.errors import CsiError
from csi.reading import open_survey
from csi.reading.coded import Coded
from csi.reading.files import blocks, delimited
from csi.reading.grid import read_cells
from csi.reading.layout.repeated_header import again

HEAD = "".join(f"{row},{row % 5},a{row % 3},{row % 7}\n" for row in range(1, 450))
VALUES = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "5",
            "007",
            "1_000",
            "NA",
            "None",
            "很满意",
            "a\u0301",
            "\u200b",
            "\ufeff",
            "Q1",
            "Q2",
            "Total",
            "\x1f",
            "\u2028",
            "=1+1",
        ]
    ),
    st.sampled_from(
        ['"', '""', '"x,y"', '"a\nb"', '"a\r\nb"', '"say ""why"""', 'x"y', '"x"y', ' "x"', '"""', "a\rb", "\0", '","', "'"]
    ),
    st.text(alphabet='ab1,"\n\r ;é满😀', max_size=40),
    st.sampled_from(["b" * 8, "b" * 9, "满" * 5 + "意", "c" * 300, '"' + "d" * 257 + '"']),
)
RECORDS = st.lists(st.one_of(st.lists(VALUES, min_size=4, max_size=4), st.lists(VALUES, max_size=6)), max_size=30)
ODD_LINES = st.lists(
    st.sampled_from(["", ",,,", "Q1,Q2,Q3,Q4", "Total,3,,2", "1,2,3,4", "1,2", "1,2,3,4,5", '7,"q",8,9']), max_size=6
)


def plain(columns: Sequence[Any]) -> list[list[Any]]:
    return [list(column) for column in columns]


def read(data: bytes, **more: Any) -> tuple[Any, ...]:
    """All that a text says, or why it cannot be read."""
    try:
        cells = read_cells(data, **more)
    except CsiError as error:
        return type(error), error.place, error.reason
    return cells.header, plain(cells.columns), list(cells.rows), cells.letters, cells.origin, cells.findings, cells.questions


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """The text read record by record, and in small blocks."""

    def ways(data: bytes, size: int = 200, **more: Any) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        monkeypatch.setattr(delimited, "_LARGE", 1 << 40)
        record_by_record = read(data, **more)
        monkeypatch.setattr(delimited, "_LARGE", 0)
        monkeypatch.setattr(blocks, "BYTES", size)
        monkeypatch.setattr(blocks, "_LEAST", size)
        return record_by_record, read(data, **more)

    return ways


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    records=RECORDS,
    lines=ODD_LINES,
    end=st.sampled_from(["\n", "\r\n"]),
    last=st.booleans(),
    size=st.sampled_from([40, 150, 600, 5000]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
)
def test_any_text_reads_in_blocks_as_it_reads_record_by_record(both, records, lines, end, last, size, encoding):
    written = [",".join(record) for record in records] + lines
    text = "Q1,Q2,Q3,Q4\n" + HEAD + "\n".join(written + ["8,9,a,1"] * 5) + ("\n" if last else "")
    one, other = both(text.replace("\n", end).encode(encoding), size, encoding=encoding)
    assert one == other


@pytest.mark.parametrize(
    "below", ["\n\n5,1,a,2\n", '5,"a\n', "5,1,a\n", "Q1,Q2,Q3,Q4\n4,4,a,4\n", "Total,900,,1400\n", "1,2,3,4,5\n", "7,\x00,a,1\n"]
)
@pytest.mark.parametrize("above", ["", "My survey\n\n"])
def test_rows_that_are_no_respondents_are_found_in_blocks_too(both, above: str, below: str):
    text = above + "Q1,Q2,Q3,Q4\n" + HEAD + "6,1,b,2\n" * 90 + below
    one, other = both(text.encode())
    assert one == other


@pytest.mark.parametrize("value", ["c" * 300 + "{}", "满" * 99 + "{}", "x\0{}", "\0" * 3 + "{}", '"say ""{}"""', "{}\u2028"])
def test_values_that_differ_at_their_end_only_are_told_apart(both, value: str):
    text = "Q1,Q2,Q3,Q4\n" + HEAD + "".join(f"5,{value.format(at % 2)},a,{value.format(1)}\n" for at in range(9))
    for encoding in ("utf-8", "utf-16"):
        one, other = both(text.encode(encoding), 4000)
        assert one == other


def test_a_question_in_three_header_rows_reads_alike(both):
    head = 'Q1,Q2,Q3,Q4\n"How, truly?",b,c,d\n' + ",".join('"{""ImportId"":""QID' + str(at) + '""}"' for at in range(4)) + "\n"
    one, other = both((head + HEAD).encode())
    assert one == other
    assert other[0] == ("Q1", "Q2", "Q3", "Q4")


def test_plain_records_are_taken_in_blocks(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(delimited, "_LARGE", 0)
    id_column, codes, *_ = read_cells(("Q1,Q2,Q3,Q4\n" + HEAD + HEAD.replace("\n", "0\n")).encode()).columns
    assert isinstance(codes, Coded)
    assert codes.kinds == ["1", "2", "3", "4", "0"]
    assert codes[:3] == ["1", "2", "3"]
    assert codes[-1] == "4"
    assert isinstance(id_column, Coded | list)


def test_rows_between_two_exports_are_left_out(both):
    one, other = both(("Q1,Q2,Q3,Q4\n" + HEAD + "1,1,a1,1\nQ1,Q2,Q3,Q4\n1,1,a1,1\n").encode())
    assert one == other


@pytest.mark.parametrize(("below", "keys"), [("", {"repeated_header"}), ("Total,9,,9\n", {"repeated_header", "summary_rows"})])
def test_a_column_knows_no_value_that_only_stood_in_rows_left_out(monkeypatch: pytest.MonkeyPatch, below: str, keys: set[str]):
    monkeypatch.setattr(delimited, "_LARGE", 0)
    cells = read_cells(("Q1,Q2,Q3,Q4\n" + HEAD + HEAD + "Q1,Q2,Q3,Q4\n" + HEAD + below).encode())
    codes = cells.columns[1]
    assert isinstance(codes, Coded)
    assert codes.kinds == ["1", "2", "3", "4", "0"]
    assert {finding.key for finding in cells.findings} == keys


def test_a_survey_decodes_alike_either_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    rng = np.random.default_rng(4)
    rows = [f"{at},{','.join(map(str, rng.integers(1, 6, 4)))},{'NS'[at % 2]}orth" for at in range(1, 900)]
    file, model = tmp_path / "survey.csv", tmp_path / "model.yaml"
    file.write_text("id,Q1,Q2,Q3,Q4,where\n" + "\n".join(rows).replace(",5,", ",,"), encoding="utf-8")
    model.write_text("latents: {A: [Q1, Q2], B: [Q3, Q4]}\nrespondents: {id: id, segments: [where]}\n", encoding="utf-8")
    one, _ = open_survey(file, model)
    monkeypatch.setattr(delimited, "_LARGE", 0)
    other, _ = open_survey(file, model)
    np.testing.assert_array_equal(one.answers, other.answers)
    assert (one.labels, one.rows, one.scales, one.findings) == (other.labels, other.rows, other.scales, other.findings)


def test_names_are_suspected_where_either_of_the_first_two_stands_again():
    repeats = again([["Q1", "Q2", "Q3"]])
    block = blocks.Block(
        (Coded(["1", "Q1"], np.array([0, 1, 0])), Coded(["Q2", "2"], np.array([1, 1, 0])), Coded(["3"], np.zeros(3, int)))
    )
    assert repeats.suspects(block) == [1, 2]
