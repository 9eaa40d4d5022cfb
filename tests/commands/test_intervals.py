"""`--interval` from the words to the figures, and what is said of it."""

import json
from pathlib import Path

import pytest

from csi.commands.app import run

TELECOM = str(Path(__file__).resolve().parents[2] / "examples" / "telecom.csv")


@pytest.fixture
def csi(capfd, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def call(*words):
        code = run(["score", TELECOM, "--resamples", "200", *words])
        told = capfd.readouterr()
        return code, told.out, told.err

    return call


def result(csi, *words):
    return json.loads(csi(*words, "-f", "json")[1])["results"][0]


@pytest.mark.parametrize("form", ["bca", "normal"])
def test_another_form_has_other_ends_and_says_so(csi, form):
    usual, other = result(csi), result(csi, "--interval", form)
    assert (usual["settings"]["interval"], other["settings"]["interval"]) == ("percentile", form)
    assert usual["headline"]["standard_error"] == other["headline"]["standard_error"]
    assert usual["headline"]["lower"] != other["headline"]["lower"]
    assert usual["headline"]["upper"] != other["headline"]["upper"]


@pytest.mark.parametrize(("language", "said"), [("en", "95% BCa intervals"), ("zh", "95% BCa 区间")])
def test_the_terminal_names_the_form_above_the_figures(csi, language, said):
    assert said in csi("--interval", "bca", "--lang", language)[1]


@pytest.mark.parametrize(
    ("language", "remedy"),
    [("en", "Choose one of percentile, bca, normal."), ("zh", "请从以下选项中选择：percentile、bca、normal。")],
)
def test_a_form_that_does_not_exist_is_refused_with_those_that_do(csi, language, remedy):
    code, out, err = csi("--interval", "jackknife", "--lang", language)
    assert (code, out) == (2, "")
    assert remedy in err
