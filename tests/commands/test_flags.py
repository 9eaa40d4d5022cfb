"""How the words after options are read."""

import math
from typing import Literal

import pytest

from csi.analyses import load
from csi.analyses.contract import Option
from csi.commands.flags import Flag, between, of_option, one_of, whole, within
from csi.commands.shared import FAIL_UNDER, SHARED
from csi.commands.wishes import Wishes
from csi.errors import UsageFault
from csi.terms import Text

DEFAULTS = {flag.name: flag.default for flag in (*SHARED, FAIL_UNDER)}
ANY = Text("any", "任意")


def flag(name):
    return next(one for one in SHARED if one.name == name)


def test_the_defaults_are_those_that_scripts_rely_on():
    assert DEFAULTS == {
        "model": None,
        "sheet": None,
        "encoding": None,
        "weights": None,
        "scheme": "path",
        "missing": "available",
        "resamples": 2000,
        "seed": 1,
        "confidence": 0.95,
        "interval": "percentile",
        "case_weights": None,
        "cluster": None,
        "strata": None,
        "by": None,
        "only": (),
        "min_base": 30,
        "format": None,
        "out": None,
        "lang": None,
        "strict": False,
        "quiet": False,
        "verbose": False,
        "fail_under": None,
    }


def test_what_is_not_asked_for_is_what_the_options_promise():
    assert Wishes.of(DEFAULTS) == Wishes()


@pytest.mark.parametrize("word", ["0", "1", "2000", "1000000"])
def test_resamples_are_a_whole_number_up_to_a_million(word):
    assert flag("resamples").value(word) == int(word)


@pytest.mark.parametrize("word", ["-1", "1000001", "1.5", "many", "nan", ""])
def test_other_resamples_are_refused(word):
    with pytest.raises(UsageFault, match=r"--resamples.*whole number from 0 to 1,000,000"):
        flag("resamples").value(word)


@pytest.mark.parametrize("word", ["0.5", "1", "95", "nan", "inf", "high"])
def test_a_confidence_lies_between_a_half_and_one(word):
    with pytest.raises(UsageFault, match=r"between 0\.5 and 1"):
        flag("confidence").value(word)


def test_a_choice_that_does_not_exist_names_the_nearest_and_all():
    with pytest.raises(UsageFault) as refusal:
        flag("scheme").value("factoral")
    assert "the nearest is factorial" in refusal.value.reason.en
    assert "path, factorial, centroid" in refusal.value.remedy.en


def test_a_refusal_speaks_chinese_too():
    with pytest.raises(UsageFault) as refusal:
        flag("scheme").value("中心")
    assert refusal.value.reason.zh == "无法识别“中心”。"


def test_only_takes_column_and_value_apart_at_the_first_equals_sign():
    assert flag("only").value(["Region = North=East", "年龄=18-25"]) == (("Region", "North=East"), ("年龄", "18-25"))


@pytest.mark.parametrize("word", ["Region", "=North", " =North"])
def test_only_without_a_column_or_a_value_is_refused(word):
    with pytest.raises(UsageFault, match="COLUMN=VALUE"):
        flag("only").value([word])


def test_a_name_may_not_be_empty():
    with pytest.raises(UsageFault, match="may not be empty"):
        flag("sheet").value("  ")


def test_a_flag_is_spelled_after_its_keyword():
    assert Flag("case_weights", ANY, "COLUMN").spelling == "--case-weights"


@pytest.mark.parametrize(
    ("kind", "word", "value"),
    [(int, "3", 3), (float, "-2.5", -2.5), (str, "Q1", "Q1"), (Literal["a", "b"], "b", "b"), (float | None, "7", 7.0)],
)
def test_an_analysis_option_is_read_by_its_type(kind, word, value):
    assert of_option(Option("x", kind, None, ANY)).value(word) == value


def test_a_switch_of_an_analysis_keeps_its_default_when_it_is_not_named():
    assert of_option(Option("x", bool, True, ANY)).value(None) is True


@pytest.mark.parametrize("read", [whole(0, 9), between(0, 9), within(0, 9)])
def test_numbers_outside_are_refused(read):
    with pytest.raises(UsageFault, match="outside what is possible"):
        read("--x", "10")


@pytest.mark.parametrize(
    ("room", "name", "wanted"),
    [
        ("expectations", "top", "a number above 0, 1 at most"),
        ("expectations", "firm", "a number above 0, 1 at most"),
        ("gap", "at_least", "a number"),
        ("ipa", "performance_line", "a number from 0 to 100"),
        ("ipa", "importance_line", "a number"),
    ],
)
def test_a_number_is_refused_with_the_range_of_its_own_option(room, name, wanted):
    flag = of_option(next(option for option in load(room).options if option.name == name))
    with pytest.raises(UsageFault) as refusal:
        flag.value("nan")
    assert refusal.value.remedy.en == f"Give {wanted}."


def test_the_ends_belong_to_within_and_not_to_between():
    assert math.isclose(within(0, 9)("--x", "9"), 9)
    with pytest.raises(UsageFault):
        between(0, 9)("--x", "9")


def test_choices_are_written_exactly():
    with pytest.raises(UsageFault):
        one_of("pls", "equal")("--weights", "PLS ")
