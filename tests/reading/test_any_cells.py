"""Whatever a sheet holds."""

import datetime
import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from csi.errors import CsiError
from csi.reading.guessing.guess import guess
from csi.reading.opening import bind

from .made_cells import cells

ODD = [
    None,
    "",
    "八",
    True,
    math.nan,
    math.inf,
    10**400,
    "1e309",
    "\x00",
    "[red]",
    "=1+1",
    datetime.date(2024, 1, 1),
    "½",
    "٣",
    b"x",
]
COMMON = ["N/A", "很满意", "不满意", "Very satisfied", "5 - Good", "a;b", "5", "５", 99, -99]
HEADERS = [
    "Q1",
    "Q2",
    "E1",
    "P1",
    "weight",
    "NPS",
    "7、题：—甲",
    "7、乙",
    "[",
    "]",
    "Rate [x]",
    "$A",
    "满意度",
    "1.",
    "—",
    "wave",
]
numbers = [st.integers(1, 5)] * 8
answers = st.one_of(*numbers, st.sampled_from(COMMON), st.sampled_from(ODD), st.floats(), st.text(max_size=8))
sheets = st.integers(1, 12).flatmap(
    lambda rows: st.dictionaries(
        st.sampled_from(HEADERS), st.lists(answers, min_size=rows, max_size=rows), min_size=1, max_size=6
    )
)


def numbers_outside(columns):
    try:
        survey, _ = bind(cells(columns), *guess(cells(columns)))
    except CsiError as refusal:
        return [] if refusal.remedy.en and refusal.remedy.zh else [refusal]
    ends = [(scale.lowest, scale.highest) for scale in survey.scales]
    return [
        number
        for column, (lowest, highest) in zip(survey.answers.T, ends, strict=True)
        for number in column[~np.isnan(column)]
        if not lowest <= number <= highest
    ]


@settings(max_examples=80, deadline=None)
@given(sheets)
def test_every_number_lies_on_its_scale_or_the_file_is_refused_with_a_remedy(columns):
    assert numbers_outside(columns) == []
