from datetime import datetime, timedelta

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.reading.conduct import conduct_of

from .made_cells import cells, model

ANSWERS = [1, 2, 3, 4, 5, 4, 3, 2, 1, 5]
START = datetime(2024, 5, 1, 10)


def conduct(columns, used="Q1"):
    return conduct_of(cells({"Q1": ANSWERS, **columns}), model({"A": [used]}))


@pytest.mark.parametrize(
    ("header", "cell", "seconds"),
    [
        ("所用时间", "183秒", 183),
        ("答题时长", "3分5秒", 185),
        ("Duration (in seconds)", 240, 240),
        ("Durée (en secondes)", "240", 240),
        ("Duration (in minutes)", 4, 240),
        ("Time taken", "3:20", 200),
        ("Interview time", "00:03:20", 200),
        ("Total time", "2 min 5 s", 125),
    ],
)
def test_a_duration_is_read_as_platforms_write_it(header, cell, seconds):
    seen = conduct({header: [cell] * 10})
    assert (seen.times.tolist(), seen.in_seconds, seen.clock) == ([seconds] * 10, True, header)


def test_a_duration_without_a_unit_is_not_taken_for_seconds():
    assert not conduct({"duration": [240] * 10}).in_seconds


@pytest.mark.parametrize(
    "written",
    [
        str,
        lambda moment: moment.strftime("%m/%d/%Y %H:%M:%S"),
        lambda moment: moment.strftime("%Y/%m/%d %H:%M:%S"),
        lambda moment: moment,
    ],
)
def test_the_time_between_start_and_end_is_a_duration_too(written):
    ends = [START + timedelta(seconds=60 + row) for row in range(10)]
    seen = conduct({"Start time": [written(START)] * 10, "Completion time": [written(end) for end in ends]})
    assert_allclose(seen.times, [60 + row for row in range(10)])


def test_an_end_before_the_start_tells_no_time():
    ends = [START + timedelta(seconds=60)] * 9 + [START - timedelta(seconds=60)]
    seen = conduct({"Start time": [START] * 10, "Completion time": ends})
    assert np.isnan(seen.times[9])


def test_moments_without_seconds_are_too_coarse_for_a_duration():
    assert conduct({"StartDate": ["11/17/2019 17:01"] * 10, "EndDate": ["11/17/2019 17:05"] * 10}).times is None


def test_attention_checks_are_found_besides_the_model():
    (check,) = conduct({"Please select 4": [4] * 8 + [1, 2]}).checks
    assert (check.wanted, np.flatnonzero(check.failed).tolist()) == ("4", [8, 9])


def test_a_column_of_the_model_is_no_attention_check():
    assert conduct({"Please select 4": [4] * 8 + [1, 2]}, used="Please select 4").checks == ()


def test_addresses_are_compared_and_the_anonymous_left_alone():
    seen = conduct({"E-mail": ["A@example.org", "a@example.org ", *["anonymous"] * 8]})
    assert seen.people["E-mail"] == ("a@example.org", "a@example.org", *[None] * 8)
