"""Options that take a number for each of several names, from the words to the analysis."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from csi.analyses.contract import Option
from csi.commands.app import run
from csi.commands.flags import of_option
from csi.errors import UsageFault
from csi.terms import Text

TELECOM = str(Path(__file__).resolve().parents[2] / "examples" / "telecom.csv")
PAIRS = Mapping[str, float] | tuple[tuple[str, float], ...]


@pytest.fixture
def csi(capfd, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def call(*words):
        code = run([str(word) for word in words])
        told = capfd.readouterr()
        return code, told.out, told.err

    return call


def read(*words: str) -> object:
    return of_option(Option("raise_", PAIRS, (), Text("any", "任意"))).value(list(words) or None)


@pytest.mark.parametrize("kind", [PAIRS, Mapping[str, float], Mapping[str, float] | None])
def test_a_mapping_to_numbers_becomes_a_repeatable_option(kind):
    flag = of_option(Option("raise_", kind, (), Text("any", "任意")))
    assert (flag.spelling, flag.metavar, flag.many) == ("--raise", "NAME=NUMBER", True)


def test_each_word_is_a_name_and_its_number():
    assert read("Speed=5", "Staff=-2.5") == (("Speed", 5.0), ("Staff", -2.5))
    assert read() == ()


def test_a_name_may_hold_spaces_and_equals_signs():
    assert read(" a = b =3", "3. How polite?=1e1") == (("a = b", 3.0), ("3. How polite?", 10.0))


@pytest.mark.parametrize("word", ["Speed", "=5", " =5", "Speed=", "Speed=five", "Speed=nan", "Speed=inf"])
def test_anything_else_is_refused_with_an_example(word):
    with pytest.raises(UsageFault, match=r"--raise.*NAME=NUMBER, such as Speed=5") as refusal:
        read(word)
    assert "名称=数" in refusal.value.remedy.zh


def test_raises_are_repeated_on_the_command_line(csi):
    code, out, err = csi("simulate", TELECOM, "--raise", "QUA1=5", "--raise", "Image=-2", "--resamples", "0", "-f", "json")
    assert (code, err) == (0, "")
    assert json.loads(out)["results"][0]["settings"]["raise"] == ["QUA1=5", "Image=-2"]


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("--budget", "0"), 2, "Give a number above 0."),
        (("--budget", "nan"), 2, "Give a number above 0."),
        (("--reach", "nan"), 2, "Give a number from 0 to 100."),
        (("--reach", "101"), 2, "Give a number from 0 to 100."),
        (("--raise", "QUA=5"), 2, "nearest is QUA"),
        (("--raise", "QUA1"), 2, "NAME=NUMBER"),
        (("--budget", "5"), 6, "--cost"),
    ],
)
def test_a_question_without_an_answer_ends_with_its_own_exit_code(csi, words, code, why):
    told = csi("simulate", TELECOM, *words, "--resamples", "0")
    assert (told[0], told[1]) == (code, "") and why in told[2]


def test_every_group_is_simulated_by_itself(csi):
    code, out, _ = csi("simulate", TELECOM, "--raise", "QUA1=5", "--by", "Region", "--resamples", "0", "-f", "json")
    groups = {result.get("segment") and result["segment"]["value"] for result in json.loads(out)["results"]}
    assert code == 0 and len(groups) > 2


def test_the_help_page_shows_what_to_write(csi):
    assert "--raise NAME=NUMBER" in csi("simulate", "--help")[1]
