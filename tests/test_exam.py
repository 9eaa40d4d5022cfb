"""The exam that every analysis sits: it comes free with a name in the register."""

from __future__ import annotations

import dataclasses
import json
import re

import numpy as np
import pytest

from csi.analyses import ANALYSES, load
from csi.assembler import report, run
from csi.errors import CsiError
from csi.model import Feature, Indicator, Latent, Model, Respondents
from csi.renderers import RENDERERS, render
from csi.study import Study
from csi.survey import Survey

from .reference import ITEMS
from .surveys import ecsi_model, ecsi_survey, survey_of

NAMES = list(ANALYSES)
KANO = ["F1", "D1", "F2", "D2"]  # with and without two features
COLUMNS = [*ITEMS, *KANO]


def rich_model() -> Model:
    """The ECSI model with everything an analysis may ask for: expectations, importance, parts, segments."""
    model = ecsi_model(respondents=Respondents(segments=("Region",)))
    quality = model.latents[2]
    leaves = [
        dataclasses.replace(leaf, expectation=f"CUEX{j % 3 + 1}", importance=ITEMS[j])
        for j, leaf in enumerate(quality.indicators)
    ]
    parts = (Latent("Core", indicators=tuple(leaves[:3])), Latent("Service", indicators=tuple(leaves[3:])))
    features = (Feature("Map", *KANO[:2], importance=ITEMS[0]), Feature("Chat", *KANO[2:], satisfaction=ITEMS[1]))
    latents = (*model.latents[:2], Latent("Quality", parts=parts), *model.latents[3:])
    return dataclasses.replace(model, latents=latents, features=features)


def rich_survey() -> Survey:
    answers = np.clip(np.rint(ecsi_survey().answers), 1, 10)
    return survey_of(
        np.column_stack([answers, np.ceil(answers[:, : len(KANO)] / 2)]), COLUMNS, labels={"Region": ("N", "S") * 125}
    )


def rich_study(**options: object) -> Study:
    return Study(rich_survey(), rich_model(), **{"resamples": 200, **options})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
def test_every_analysis_gives_the_same_numbers_twice(name):
    assert run(name, rich_study()) == run(name, rich_study())


@pytest.mark.parametrize("name", NAMES)
def test_every_analysis_survives_json_with_all_its_digits(name):
    result = run(name, rich_study())
    document = json.loads(render(result, "json"))["results"][0]
    table = result.tables[0]
    numbers = {term.key: cell for term, cell in zip(table.columns, table.rows[0], strict=True) if isinstance(cell, float)}
    assert {key: document["tables"][table.key][0][key] for key in numbers} == numbers


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", list(RENDERERS))
def test_every_form_holds_every_analysis_in_both_languages(form, language):
    assert len(render(report(rich_study()), form, language=language)) > 500


@pytest.mark.parametrize("form", list(RENDERERS))
def test_every_form_is_the_same_bytes_twice(form):
    assert render(report(rich_study()), form) == render(report(rich_study()), form)


@pytest.mark.parametrize("name", NAMES)
def test_every_manual_page_names_its_source_in_both_languages(name):
    page = load(name).help
    assert re.search(r"Source: .*\d{4}", page.en, re.DOTALL)
    assert "来源" in page.zh


@pytest.mark.parametrize("name", NAMES)
def test_the_register_says_what_the_manual_pages_say_first(name):
    page = load(name).help
    assert page.en.splitlines()[0] == ANALYSES[name].en
    assert page.zh.strip().splitlines()[0] == ANALYSES[name].zh


def degenerate() -> dict[str, Survey]:
    rng = np.random.default_rng(0)
    answers = np.array(rich_survey().answers)
    holes = np.where(rng.random(answers.shape) < 0.7, np.nan, answers)
    constant = np.full_like(answers, 7)
    twins = np.repeat(answers[:, :1], len(COLUMNS), axis=1)
    noise = rng.integers(1, 11, answers.shape).astype(float)
    cases = {
        "one": answers[:1],
        "two": answers[:2],
        "twelve": answers[:12],
        "holes": holes,
        "constant": constant,
        "twins": twins,
        "noise": noise,
    }
    return {name: survey_of(rows, COLUMNS, labels={"Region": ("N",) * len(rows)}) for name, rows in cases.items()}


@pytest.mark.parametrize("weights", ["pls", "equal", "stated", "given"])
@pytest.mark.parametrize("case", list(degenerate()))
@pytest.mark.parametrize("name", NAMES)
def test_degenerate_surveys_end_in_reasoned_blanks_or_an_error_with_a_remedy(name, case, weights):
    model = rich_model()
    if weights == "stated":
        latents = tuple(
            Latent(x.name, indicators=tuple(dataclasses.replace(i, importance=i.column) for i in x.leaves()))
            for x in model.latents
        )
        model = dataclasses.replace(model, latents=latents)
        latents_with_pairs = dataclasses.replace(
            latents[2], indicators=tuple(Indicator(i.name, i.column, "CUEX1", i.column) for i in latents[2].leaves())
        )
        model = dataclasses.replace(model, latents=(*latents[:2], latents_with_pairs, *latents[3:]))
    try:
        result = run(name, Study(degenerate()[case], model, weights=weights, resamples=100))
    except CsiError as refusal:
        assert refusal.remedy.en
        assert refusal.remedy.zh
    else:
        assert "NaN" not in render(result, "json").decode()
