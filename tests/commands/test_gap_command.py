"""What csi gap says beyond csi score, and what its options reach."""

import json

import pytest

from csi.commands.app import run

from ..pages import ROOT

SERVQUAL = str(ROOT / "examples" / "servqual.xlsx")


def results(words, capfd):
    assert run([*words, "--format", "json", "--resamples", "20"]) == 0
    return json.loads(capfd.readouterr().out)["results"]


def test_score_tells_the_gaps_alone(capfd):
    told = results(["score", SERVQUAL], capfd)
    assert [set(one["tables"]) for one in told if one["analysis"] == "gap"] == [{"gaps", "latents"}]


def test_by_compares_the_groups_once_and_repeats_the_gaps_for_each(capfd):
    whole, *groups = results(["gap", SERVQUAL, "--by", "Ward"], capfd)
    assert {row["segment"] for row in whole["tables"]["segments"]} == {"Medicine"}
    assert [set(one["tables"]) for one in groups] == [{"gaps", "latents"}] * 2


def test_between_compares_without_repeating(capfd):
    (whole,) = results(["gap", SERVQUAL, "--between", "Ward"], capfd)
    assert len(whole["tables"]["segments"]) == 6


@pytest.mark.parametrize(("sign", "gap"), [("expectation-experience", -1.0), ("experience-expectation", 1.0)])
def test_the_sign_of_ready_made_gaps_is_declared_on_the_command_line(sign, gap, tmp_path, capfd):
    (tmp_path / "ama.csv").write_text("speed,miss\n" + "3,1\n4,1\n3,1\n2,1\n" * 5, encoding="utf-8")
    model = tmp_path / "ama.model.yaml"
    model.write_text("scale: 1-5\nlatents: {A: [{name: speed, expectation: miss}]}", encoding="utf-8")
    (told,) = results(["gap", str(tmp_path / "ama.csv"), "--sign", sign], capfd)
    assert told["tables"]["gaps"][0]["gap"] == pytest.approx(gap)


def test_a_sign_that_is_none_is_refused(capfd):
    assert run(["gap", SERVQUAL, "--sign", "minus"]) == 2
    assert "experience-expectation" in capfd.readouterr().err
