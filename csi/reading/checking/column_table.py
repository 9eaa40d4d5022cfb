"""The table of a file's columns: what each was taken for, why, and what became of its cells."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from ...findings import Finding, Value
from ...model import Model, Scale
from ...results import Cell, Table
from ...survey import Survey
from ...terms import COLUMN, LATENT, MEAN, Term, Text
from ..answers.answer_findings import UNREAD_KEYS
from ..answers.columns import shown
from ..guessing.classified import Classified
from ..guessing.guess_findings import GUESS
from ..guessing.kinds import WHY
from . import terms
from .column_roles import Role, roles_of

NOTE = Term(
    "note",
    "Because",
    "依据",
    meaning=Text("What speaks for it.", "判断依据。"),
    values={
        **WHY,
        "model": Text("the model says so", "模型指定"),
        "weight_unused": Text("its name says so; not used", "由列名判断；未使用"),
    },
)
_TERMS = (
    COLUMN,
    terms.LETTER,
    terms.READ_AS,
    LATENT,
    terms.SCALE,
    terms.ANSWERED,
    terms.MISSING,
    terms.UNREAD,
    MEAN,
    NOTE,
    terms.TITLE,
    terms.ENDS,
    terms.LABELS,
    terms.MISSING_SHARE,
)
_SHOWN = ("letter", "title", "read_as", "ends", "labels", "answered", "missing", "unread", "mean", "note")
_NO_STEPS = frozenset({"functional", "dysfunctional"})  # Kano answers name feelings, which have no mean
_CODED = 14  # letters of a name that may be no more than a code


@dataclasses.dataclass(frozen=True)
class Checked:
    """What a file's columns were taken for, and what was made of them. label_maps: number of each column's map, by its name."""

    columns: Sequence[Classified]
    model: Model | None
    survey: Survey | None
    label_maps: Mapping[str, int] = dataclasses.field(default_factory=dict)

    @cached_property
    def decoded(self) -> Mapping[str, int]:
        """The place of each column that was decoded, by its name in the model."""
        return {name: at for at, name in enumerate(self.survey.columns)} if self.survey else {}

    @cached_property
    def scaleless(self) -> frozenset[Value]:
        """The columns for whose answers no scale was found."""
        findings = self.survey.findings if self.survey else ()
        return frozenset(name for finding in findings if finding.key == "scale_unknown" for name in _names(finding))

    @cached_property
    def unread(self) -> Mapping[Value, int]:
        """How many cells of each column could not be read."""
        counts: Counter[Value] = Counter()
        for finding in self.survey.findings if self.survey else ():
            if finding.key in UNREAD_KEYS:
                counts[finding.values.get("column")] += finding.count
        return counts


def column_table(checked: Checked, title: Text) -> Table:
    """One row a column of the file, in its order; answers are counted as they were decoded where there is a survey."""
    roles = roles_of(checked.columns, checked.model)
    rows = tuple(_row(one, roles.get(one.column.position), checked) for one in checked.columns)
    idle = {term.key for at, term in enumerate(_TERMS) if all(not row[at] for row in rows)}
    return Table("columns", title, _TERMS, rows, shown=tuple(key for key in _SHOWN if key not in idle))


def _row(one: Classified, role: Role | None, checked: Checked) -> tuple[Cell, ...]:
    use, reason = _use(one, role, checked.model)
    decoded = role is not None and role.name in checked.decoded
    cells = (
        _decoded(one, role.name, checked, checked.survey) if decoded and role and checked.survey else _filled(one, role, checked)
    )
    mean = None if use in _NO_STEPS else cells.mean
    words, ends = (ends_of(cells.scale), plain_ends(cells.scale)) if cells.scale else (None, None)
    return (
        one.header, one.letter, use, (role and role.latent) or None, words, cells.answered, cells.missing, cells.unread, mean,
        reason, _title(one), ends, cells.labels, (cells.missing + cells.unread) / max(one.rows, 1),
    )  # fmt: skip


def _use(one: Classified, role: Role | None, model: Model | None) -> tuple[str, str]:
    """What the column is, and why; a guessed model says no more than the columns do."""
    said = model is not None and model.source != GUESS
    if role is not None:
        return role.use, "model" if said else one.reason
    if said and one.kind == "weight":
        return one.kind, "weight_unused"
    return "answer" if one.kind == "indicator" else one.kind, one.reason


def _title(one: Classified) -> str:
    question = one.column.question
    coded = question and len(one.header) <= _CODED and one.header not in question
    return shown(f"{one.header}: {question}" if coded else question or one.header)


class _Cells(NamedTuple):
    """What became of the cells of a column."""

    scale: Scale | None
    answered: int
    missing: int
    unread: int = 0
    mean: float | None = None
    labels: int | None = None


def _filled(one: Classified, role: Role | None, checked: Checked) -> _Cells:
    unread = checked.unread.get(role.name, 0) if role is not None else 0
    return _Cells(None, one.answered - unread, one.rows - one.answered, unread)


def _decoded(one: Classified, name: str, checked: Checked, survey: Survey) -> _Cells:
    import numpy as np

    at = checked.decoded[name]
    answers, scale = survey.answers[:, at], survey.scales[at]
    valid = int((~np.isnan(answers)).sum())
    unread = one.answered if name in checked.scaleless else checked.unread.get(name, 0)
    rest = len(answers) - valid - unread
    if not valid:
        return _Cells(None, 0, rest, unread)
    return _Cells(scale, valid, rest, unread, float(np.nanmean(answers)), checked.label_maps.get(name))


def _names(finding: Finding) -> tuple[Value, ...]:
    names = finding.values["columns"]
    return names if isinstance(names, tuple) else (names,)


def ends_of(scale: Scale) -> str:
    """The ends, 1–5, and the words that stand there."""
    if not scale.labels:
        return plain_ends(scale)
    ranked = sorted(scale.labels, key=scale.labels.__getitem__)
    return f"{plain_ends(scale)}: {ranked[0]} … {ranked[-1]}"


def plain_ends(scale: Scale) -> str:
    """The ends alone: 1–5."""
    return f"{scale.lowest:g}–{scale.highest:g}"
