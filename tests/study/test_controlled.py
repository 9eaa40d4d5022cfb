"""The index without what the firm does not control, and what may stand in a plan."""

import dataclasses

import numpy as np
import pytest

from csi.analyses import load
from csi.model import Indicator, Latent, Model, Scale
from csi.model.plans import barred, uncontrollable
from csi.renderers.sentences import remark_sentence
from csi.study import Study
from csi.study.controlled import controlled

from ..surveys import ecsi_model, ecsi_survey, survey_of

score = load("score")
ANSWERS = np.array([[2, 4, 6], [4, 6, 8], [3, 5, 7], [3, 5, 7]] * 5, dtype=float)


def study_of(*controllable, **options):
    leaves = tuple(Indicator(c, c, controllable=said) for c, said in zip("abc", controllable, strict=True))
    model = Model((Latent("L", indicators=leaves),), scale=Scale(1, 10), **{"target": "L", **options})
    return Study(survey_of(ANSWERS, list("abc")), model, resamples=100)


def test_the_others_keep_their_weights_in_proportion():
    found = controlled(study_of(None, False, None))
    assert found.names == ("b",)
    assert found.index[0].value == pytest.approx(100 * ((3 - 1) + (7 - 1)) / 18)


def test_the_difference_from_the_whole_index_stands_beside_it():
    assert controlled(study_of(False, None, None)).index[1].value == pytest.approx(100 * (5 - 4) / 9)


@pytest.mark.parametrize("said", [(None, True, None), (False, False, False)])
def test_without_such_an_indicator_or_without_another_there_is_no_second_index(said):
    assert controlled(study_of(*said)) is None


def test_a_latent_that_is_not_the_target_does_not_matter():
    model = ecsi_model()
    image = model.latents[0]
    leaves = (dataclasses.replace(image.indicators[0], controllable=False), *image.indicators[1:])
    study = Study(
        ecsi_survey(),
        dataclasses.replace(model, latents=(dataclasses.replace(image, indicators=leaves), *model.latents[1:])),
        resamples=0,
    )
    assert controlled(study) is None
    assert controlled(dataclasses.replace(study, model=dataclasses.replace(study.model, target="overall"))) is not None


def test_the_score_says_it_in_a_sentence_with_its_interval():
    [remark] = [one for one in score(study_of(None, False, None)).remarks if one.key == "uncontrollable"]
    assert "(b) the index is 44.4 (95% interval" in remark_sentence(remark, "en")


def test_what_is_uncontrollable_or_infeasible_may_not_be_in_a_plan():
    said = [{}, {"controllable": True}, {"controllable": False, "feasible": False}, {"feasible": False}]
    assert [barred(Indicator("a", "a", **one)) for one in said] == [None, None, "uncontrollable", "infeasible"]


def test_the_model_names_what_it_does_not_control():
    assert uncontrollable(study_of(False, None, False).model) == ("a", "c")
