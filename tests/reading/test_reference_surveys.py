"""Real exports read by csi and, independently, by pandas with a map of words written here by hand: n and mean of every column agree."""

from __future__ import annotations

import string
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pytest

from csi.reading.data_check import look
from csi.reading.grid import open_source, read_cells

from ..reference import reference

AGREEMENT_ES = {"totalmente en desacuerdo": 1, "en desacuerdo": 2, "neutral": 3, "de acuerdo": 4, "totalmente de acuerdo": 5}
AGREEMENT_EN = {"strongly disagree": 1, "disagree": 2, "neutral": 3, "agree": 4, "strongly agree": 5}
IMPORTANCE_DE = {"nicht wichtig": 1, "kaum wichtig": 2, "mäßig wichtig": 3, "wichtig": 4, "sehr wichtig": 5}
INTEREST_DE = {f"{words.removesuffix('wichtig')}interessant": score for words, score in IMPORTANCE_DE.items()}
KNOWLEDGE_FR = {"aucune expérience": 1, "novice": 2, "limité": 3, "habitué": 4, "avancé": 5, "expert": 6}
# the first option was the best one: codes 1, 2, 3 count down
MOODLE = {
    "1 : muy satisfecho/a}": 5,
    "2 : satisfecho/a": 4,
    "1 : totalmente": 3,
    "2 : parcialmente": 2,
    "1 : muy claro": 5,
    "2 : claro": 4,
    "1 : muy útil": 5,
    "2 : útil": 4,
    "1 : mucho mayor": 5,
    "2 : algo mayor": 4,
    "3 : igual que antes": 3,
    "1 : mucho": 4,
    "2 : algo": 3,
    "1 : sí, totalmente": 5,
    "2 : probablemente sí": 4,
    "1 : sí": 3,
    "2 : tal vez": 2,
    # the words of Q07 are of no scale; its codes count down like those of the other columns, from 1 to 5
    "1 : sí, directamente en mi trabajo": 5,
    "2 : sí, a mediano plazo": 4,
    "3 : solo como conocimiento general": 3,
}


class Export(NamedTuple):
    """A file: its rows above the answers, how many answer columns it has at least, and what its words are worth."""

    name: str
    columns: int
    words: Mapping[str, int] = MappingProxyType({})
    headers: int = 1
    encoding: str = "utf-8-sig"


EXPORTS = [
    Export("ecsi-mobile.csv", 24),
    Export("remote-learning-satisfaction.csv", 20),
    Export("greenspace-wjx-zh.xlsx", 18),
    Export("social-media-gforms-id.xlsx", 46),
    Export("happiness-0-10-es.xlsx", 49),
    Export("course-moodle-es.csv", 9, MOODLE),
    Export("design-logic-msforms-quiz-fr.xlsx", 38, KNOWLEDGE_FR),
    Export("ai-adoption-msforms-es.xlsx", 5, AGREEMENT_ES),
    Export("science-video-limesurvey-de.csv", 36, IMPORTANCE_DE | INTEREST_DE),
    Export("sus-gforms-fr.csv", 10),
    Export("food-delivery-gforms-en.xlsx", 25, AGREEMENT_EN),
    Export("personality-surveymonkey-xls.xls", 31, headers=2),
    Export("entrepreneurship-cp1252-en.csv", 10, encoding="cp1252"),
    Export("privacy-qualtrics-1hdr-en.csv", 17),
]


@pytest.mark.parametrize("export", EXPORTS, ids=[export.name for export in EXPORTS])
def test_every_column_has_the_n_and_the_mean_that_pandas_finds(export):
    path = reference(f"surveys/{export.name}")
    survey, cells, frame = look(path).survey, read_cells(open_source(path)), raw(path, export)
    letters = dict(zip(cells.header, cells.letters, strict=True))
    expected = {name: worth(frame[place(letters[name])], export.words) for name in survey.columns if not by_three_steps(name)}
    read = {name: survey.answered(name) for name in expected}
    assert len(expected) >= export.columns
    assert {name: int(np.isfinite(answers).sum()) for name, answers in read.items()} == {
        name: int(answers.notna().sum()) for name, answers in expected.items()
    }
    assert {name: float(np.nanmean(answers)) for name, answers in read.items()} == pytest.approx(
        {name: float(answers.mean()) for name, answers in expected.items()}
    )


def test_a_column_of_average_and_satisfied_alone_is_said_to_leave_a_doubt():
    overview = look(reference("surveys/food-delivery-gforms-en.xlsx"))
    doubtful = [one for one in overview.findings if one.key == "scale_doubtful"]
    assert [by_three_steps(one.place) for one in doubtful] == [True]


def test_the_slip_of_one_column_is_proposed_and_not_applied():
    found = [one for one in look(reference("surveys/food-delivery-gforms-en.xlsx")).findings if one.key == "unknown_label"]
    assert [(one.count, one.values["answers"]) for one in found] == [(23, ('"Strongly Agreee" ×23 → Strongly Agree?',))]


def test_position_codes_with_the_best_first_are_read_by_their_words_and_said():
    found = [one for one in look(reference("surveys/course-moodle-es.csv")).findings if one.key == "code_disagrees"]
    assert {name for one in found for name in one.values["columns"]} == {"Q02", "Q03", "Q04", "Q05", "Q06", "Q08", "Q09", "Q10"}


def test_labelled_codes_of_an_spss_file_in_a_language_without_vocabulary_are_its_answers():
    pyreadstat = pytest.importorskip("pyreadstat")
    path = reference("surveys/cocreation-sav-pl.sav")
    frame, _ = pyreadstat.read_sav(str(path))
    survey = look(path).survey
    names = [name for name in survey.columns if name.startswith("IN_CULTURE")]
    assert len(names) == 18
    assert [float(np.nanmean(survey.answered(name))) for name in names] == pytest.approx([frame[name].mean() for name in names])


def by_three_steps(name: str) -> bool:
    """The one column whose two words, Average and Satisfied, tell no scale."""
    return name.startswith("How satisfied were you with the overall experience")


def raw(path: Path, export: Export) -> pd.DataFrame:
    """The file as pandas reads it, without names, blank rows and repeated rows of names."""
    options: dict[str, Any] = {"header": None, "dtype": object, "keep_default_na": False}
    if path.suffix == ".csv":
        frame = pd.read_csv(path, encoding=export.encoding, **options)
    else:
        frame = pd.read_excel(path, engine="calamine", **options)
    names, rows = frame.iloc[0], frame.iloc[export.headers :]
    filled = rows.apply(lambda row: any(str(cell).strip() for cell in row), axis=1)
    return rows[filled & ~rows.eq(names).all(axis=1)]


def place(letter: str) -> int:
    """Column A is 0."""
    number = 0
    for sign in letter:
        number = 26 * number + string.ascii_uppercase.index(sign) + 1
    return number - 1


def worth(answers: pd.Series, words: Mapping[str, int]) -> pd.Series:
    """Numbers as they are, words by the map, all else missing."""
    numbers = pd.to_numeric(answers, errors="coerce")
    named = answers.map(lambda cell: words.get(str(cell).strip().lower()))
    return numbers.fillna(pd.to_numeric(named))
