"""What `import csi` offers, and that the command line says the same."""

from __future__ import annotations

import dataclasses
import importlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

import csi
from csi.analyses import load
from csi.assembler import merged, moment
from csi.commands.app import run
from csi.errors import MissingRole, NoHonestAnswer, UsageFault
from csi.model import Indicator, InnerModel, Latent, Model, Scale
from csi.study import card_of

from .surveys import ecsi_model, ecsi_survey, survey_of

assembling = importlib.import_module("csi.assembler")

ROOT = Path(__file__).resolve().parents[1]
TELECOM = str(ROOT / "examples" / "telecom.csv")


def telecom(**options):
    survey, model = csi.open_survey(TELECOM)
    return csi.Study(survey, model, **{"resamples": 50, **options})


@pytest.mark.parametrize("name", csi.__all__)
def test_every_public_name_is_there(name):
    assert getattr(csi, name) is not None


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="socre"):
        _ = csi.socre


def test_importing_csi_imports_no_library():
    code = "import sys, csi; print([name for name in ('numpy', 'pandas', 'pydantic', 'typer', 'rich') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_version_is_that_of_the_package():
    assert csi.__version__ == tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]


def test_the_command_says_what_the_python_call_says(capfd):
    run(["score", TELECOM, "--resamples", "50", "-f", "json"])
    told = json.loads(capfd.readouterr().out)["results"][0]["tables"]["latents"]
    assert told == csi.run("score", telecom()).table("latents").records()


def test_a_data_frame_takes_the_place_of_the_path():
    import pandas

    model = csi.read_model(ROOT / "examples" / "telecom.model.yaml")
    survey = csi.read_survey(pandas.read_csv(TELECOM), model)
    study = csi.Study(survey, model, resamples=0)
    assert csi.run("score", study).table("latents") == csi.run("score", telecom(resamples=0)).table("latents")


def test_a_result_turns_into_a_data_frame_and_shows_itself_in_a_notebook():
    result = csi.run("score", telecom(resamples=0))
    assert result.to_frame()["latent"][0] == "Image" and "<table" in result._repr_html_()


def test_an_analysis_that_does_not_exist_names_the_nearest():
    with pytest.raises(UsageFault, match="nearest is score"):
        csi.run("scores", telecom())


def test_a_public_name_is_not_hidden_by_a_room_of_the_same_name():
    importlib.import_module("csi.commands.report")  # imports every room on the way
    assert [name for name in csi.__all__ if isinstance(getattr(csi, name), ModuleType)] == []


def test_an_analysis_without_what_it_needs_is_refused_alone_and_skipped_in_a_report():
    study = csi.Study(ecsi_survey(), ecsi_model(), resamples=0)
    with pytest.raises(MissingRole):
        csi.run("gap", study)
    whole = csi.report(study)
    assert "gap" not in [result.analysis for result in whole.results]
    assert ("gap", "the model names no expectation columns.") in [(one.analysis, one.reason.en) for one in whole.skipped]


def test_an_analysis_without_an_honest_answer_is_skipped_with_its_reason(monkeypatch):
    def refuse(study):
        raise NoHonestAnswer(place="gap", reason="nobody answered both sides.", remedy="")

    refusing = dataclasses.replace(load("gap"), needs=(), run=refuse)
    monkeypatch.setattr(assembling, "load", lambda name: refusing if name == "gap" else load(name))
    skipped = csi.report(csi.Study(ecsi_survey(), ecsi_model(), resamples=0)).skipped
    assert "nobody answered both sides." in [one.reason.en for one in skipped]


def test_a_report_without_an_honest_index_is_refused():
    rising = np.arange(60) % 10 + 1
    answers = np.column_stack([rising, np.roll(rising, 1), rising, 11 - rising])
    blocks = {"Cause": ("Q1", "Q2"), "Effect": ("Q3", "Q4")}
    latents = tuple(Latent(name, indicators=tuple(Indicator(c, c) for c in items)) for name, items in blocks.items())
    model = Model(latents, InnerModel((("Cause", "Effect"),)), target="Effect", scale=Scale(1, 10))
    with pytest.raises(NoHonestAnswer):
        csi.report(csi.Study(survey_of(answers), model, resamples=0))


def test_a_report_carries_the_card_the_findings_and_the_analysts_own_names():
    study = telecom(resamples=0)
    whole = csi.report(study)
    assert (whole.card, whole.version) == (card_of(study), csi.__version__)
    assert whole.findings == merged(study.findings) and whole.names == study.model.names()


def test_a_finding_that_is_told_twice_is_kept_once():
    findings = telecom(resamples=0).findings
    assert findings and merged(findings, findings) == merged(findings)


def test_the_moment_is_now_unless_it_is_fixed(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert moment() > "2026"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert moment() == "1970-01-01T00:00:00+00:00"


def test_dir_lists_the_public_names_and_nothing_else():
    assert dir(csi) == sorted(csi.__all__)


def test_a_survey_a_result_and_a_table_show_themselves_in_one_line():
    study = telecom(resamples=0)
    result = csi.run("score", study)
    shown = [repr(study.survey), repr(result), repr(result.tables[0])]
    assert shown[0].startswith("Survey of 600 respondents, ") and shown[0].endswith("telecom.csv")
    assert shown[1].startswith("Result score: ") and shown[2].startswith("Table latents: 7 rows, columns latent, ")
    assert not any("\n" in line or len(line) > 250 for line in shown)


def test_a_table_that_is_not_there_is_refused_with_those_that_are():
    result = csi.run("score", telecom(resamples=0))
    with pytest.raises(csi.CsiError, match="Its tables are latents, "):
        result.to_frame("nope")


def test_a_language_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(UsageFault, match="en, zh"):
        csi.render(csi.run("score", telecom(resamples=0)), language="fr")


def test_an_option_that_an_analysis_has_not_is_refused_in_both_languages():
    with pytest.raises(UsageFault) as refused:
        csi.run("score", telecom(resamples=0), foo=1)
    assert refused.value.reason.zh == "该分析没有选项 foo。"


def test_a_model_without_expectations_is_told_how_to_name_them():
    with pytest.raises(MissingRole, match="expectation: COLUMN"):
        csi.run("gap", telecom(resamples=0))
