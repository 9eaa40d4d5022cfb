"""The words after a command become the surveys they mean."""

import pytest

from csi.commands.sources import surveys
from csi.errors import UnreadableFile, UsageFault


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("b.csv", "a.csv", "~$a.csv", "c[1].csv"):
        (tmp_path / name).write_text("Q1\n5\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_paths_keep_the_order_in_which_they_are_written(folder):
    assert surveys(["b.csv", "a.csv"]) == ["b.csv", "a.csv"]


def test_a_pattern_is_spelled_out_without_the_lock_files_of_excel(folder):
    assert surveys(["*.csv"]) == ["a.csv", "b.csv", "c[1].csv"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder):
    assert surveys(["c[1].csv"]) == ["c[1].csv"]


def test_a_survey_that_two_words_mean_is_done_once(folder):
    assert surveys(["a.csv", "a*.csv"]) == ["a.csv"]


def test_a_pattern_that_fits_nothing_is_refused(folder):
    with pytest.raises(UnreadableFile, match="no file fits"):
        surveys(["*.xlsx"])


def test_lock_files_alone_are_refused(folder):
    with pytest.raises(UnreadableFile, match="lock files"):
        surveys(["~$a.csv"])


def test_a_path_that_does_not_exist_is_left_to_the_reader(folder):
    assert surveys(["nowhere.csv"]) == ["nowhere.csv"]


def test_standard_input_can_be_named_once(folder):
    with pytest.raises(UsageFault, match="once only"):
        surveys(["-", "a.csv", "-"])


def test_an_empty_name_is_refused(folder):
    with pytest.raises(UsageFault, match="empty"):
        surveys([""])
