"""A guessed model with everything said that reading the answers found out, so that it reads the next wave in the same way."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterator, Mapping

from ..findings import Finding, Value
from ..model import Indicator, Model, Scale
from ..survey import Survey
from .answers.columns import column_of, shown
from .answers.decode import decode
from .answers.no_answers import is_no_answer
from .answers.said import Missing, Said
from .cells import Cells

# 88, 99, 998, -1, -99: numbers that stand for no answer where they lie outside the scale
_CODE = re.compile(r"-\d{1,4}|([6-9])\1{1,4}|9{1,3}[78]")
MOST_CODES = 30


def settled(cells: Cells, model: Model, survey: Survey) -> tuple[Survey, Model]:
    """The survey and the model with everything said.

    Where something stays open, or missing codes are said, the model is read by once more: what is said changes what is found for the
    rest, and the model alone has to give this survey again.
    """
    said = explicit(cells, model, survey)
    if said.missing == model.missing and all(leaf.scale or said.scale for _, leaf in said.indicators):
        return survey, said
    again = decode(cells, said)
    changed = _changed(survey, again)
    if not changed:
        return survey, said
    kept = tuple(finding for one in survey.findings for finding in _without(one, changed))
    added = tuple(one for one in again.findings if changed.intersection(_columns(one)))
    return dataclasses.replace(again, findings=(*kept, *added)), said


def _changed(one: Survey, other: Survey) -> set[str]:
    """The columns that were read in another way."""
    import numpy as np

    return {
        column
        for at, column in enumerate(one.columns)
        if one.scales[at] != other.scales[at] or not np.array_equal(one.answers[:, at], other.answers[:, at], equal_nan=True)
    }


def _columns(finding: Finding) -> tuple[Value, ...]:
    columns = finding.values.get("columns", (finding.values.get("column"),))
    return columns if isinstance(columns, tuple) else (columns,)


def _without(finding: Finding, columns: Collection[str]) -> Iterator[Finding]:
    """The finding for the other columns that it names; nothing where it names none."""
    named = _columns(finding)
    left = tuple(column for column in named if column not in columns)
    if left == named:
        yield finding
    elif left:
        values = {**finding.values, "columns": left, "titles": tuple(shown(str(column)) for column in left)}
        yield dataclasses.replace(finding, values=values, count=len(left))


def explicit(cells: Cells, model: Model, survey: Survey) -> Model:
    """The model with the scale, the labels and the missing codes that were found; what no scale was found for stays open.

    The survey that it reads is the same: a scale is said for a column only as it was found there.
    """
    scales = _scales(survey)
    leaves = [_scaled(leaf, scales) for _, leaf in model.indicators]
    missing = tuple(dict.fromkeys((*model.missing, *_missing(cells, model, survey))))[:MOST_CODES]
    shared = leaves[0].scale if leaves else None
    if shared is not None and all(_same(leaf.scale, shared) for leaf in leaves):
        return dataclasses.replace(model, scale=shared, missing=missing)
    latents = tuple(
        dataclasses.replace(latent, indicators=tuple(_scaled(leaf, scales) for leaf in latent.indicators))
        for latent in model.latents
    )
    return dataclasses.replace(model, latents=latents, missing=missing)


def _scales(survey: Survey) -> dict[str, Scale]:
    """The scale of each column with answers."""
    import numpy as np

    answered: list[bool] = np.asarray((~np.isnan(survey.answers)).any(axis=0)).tolist()
    pairs = zip(survey.columns, survey.scales, answered, strict=True)
    return {column: Scale(scale.lowest, scale.highest, scale.labels) for column, scale, any_answer in pairs if any_answer}


def _scaled(leaf: Indicator, scales: Mapping[str, Scale]) -> Indicator:
    """A scale declared for an indicator holds for its expectation too, so the two must agree."""
    own = scales.get(leaf.column)
    expected = scales.get(leaf.expectation) if leaf.expectation is not None else own
    return dataclasses.replace(leaf, scale=own) if own is not None and _same(own, expected) else leaf


def _same(one: Scale | None, other: Scale | None) -> bool:
    """Labels are compared too, which equality of scales does."""
    return one is not None and one == other


def _missing(cells: Cells, model: Model, survey: Survey) -> Iterator[str]:
    """Words and codes that were read as no answer, unless one of them is an answer or a group somewhere else."""
    meant, kept = _read(cells, model, survey)
    for code in dict.fromkeys(said.text for said in meant):
        holds = Missing((code,)).holds
        if not any(holds(said) for said in kept):
            yield code


def _read(cells: Cells, model: Model, survey: Survey) -> tuple[list[Said], list[Said]]:
    """The distinct values that are no answer by their words or form, and all that say something."""
    import numpy as np

    meant: list[Said] = []
    kept: list[Said] = []
    for at, name in enumerate(survey.columns):
        position = cells.position(name)
        if position is None or len(survey.answers) != len(cells.rows):
            continue
        column = column_of(cells, position, name)
        read = np.bincount(column.index, weights=~np.isnan(survey.answers[:, at]), minlength=len(column.said)) > 0
        kept += [said for said, valid in zip(column.said, read, strict=True) if valid]
        meant += [said for said, valid in zip(column.said, read, strict=True) if not valid and _means_nothing(said)]
    for name in (*model.respondents.texts(), *(use.column for use in model.number_uses())):
        position = cells.position(name)
        kept += column_of(cells, position, name).said if position is not None else ()
    return meant, kept


def _means_nothing(said: Said) -> bool:
    if said.kind == "number":
        return _CODE.fullmatch(said.text) is not None
    return said.kind == "words" and (is_no_answer(said.whole) or is_no_answer(said.words))
