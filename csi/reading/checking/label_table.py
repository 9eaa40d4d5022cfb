"""The label maps of a survey: each answer in words with the score it counts, and how often it was given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ...results import Table
from ...survey import Survey
from ...terms import Text
from ..answers.columns import column_of
from ..cells import Cells
from ..files.extent import column_number
from . import terms

_TITLE = Text("Labels and what they count", "选项与得分")
_TERMS = (terms.LABELS, terms.ANSWER, terms.CODE, terms.COUNT, terms.FIRST, terms.COLUMNS)

LabelMap = tuple[tuple[str, float], ...]


def label_maps(survey: Survey) -> dict[str, int]:
    """The number, from 1, of the label map of each column that was read by one; columns with the same map share it."""
    numbers: dict[LabelMap, int] = {}
    found = {}
    for column, scale in zip(survey.columns, survey.scales, strict=True):
        if scale.labels:
            labels = tuple(sorted(scale.labels.items(), key=lambda pair: (pair[1], pair[0])))
            found[column] = numbers.setdefault(labels, len(numbers) + 1)
    return found


def label_table(cells: Cells, survey: Survey, numbered: Mapping[str, int]) -> Table | None:
    """One row a label of each map, worst first; None where no column was answered in words."""
    rows: list[tuple[str | int | float, ...]] = []
    scales = dict(zip(survey.columns, survey.scales, strict=True))
    for number in dict.fromkeys(numbered.values()):
        columns = [column for column, other in numbered.items() if other == number]
        labels = scales[columns[0]].labels
        given = _given(cells, columns)
        letters = letters_of([cells.letters[at] for column in columns if (at := cells.position(column)) is not None])
        first = {
            code: label for label, code in reversed(tuple(labels.items()))
        }  # of a step that nobody used, one wording is enough
        listed = [(label, code) for label, code in labels.items() if given[label] or label == first[code]]
        for label, code in sorted(listed, key=lambda pair: pair[1]):
            rows.append((number, label, code, given[label], columns[0], letters))
    shown = ("labels", "answer", "code", "count", "columns")
    return Table("labels", _TITLE, _TERMS, tuple(rows), shown=shown) if rows else None


def _given(cells: Cells, columns: Sequence[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for name in columns:
        position = cells.position(name)
        if position is not None:
            column = column_of(cells, position, name)
            for said, count in zip(column.said, column.counts, strict=True):
                counts[said.text] += count
    return counts


def letters_of(letters: Sequence[str]) -> str:
    """Letters of columns with their runs drawn together: "B–F, H"."""
    runs: list[list[str]] = []
    for letter in letters:
        if runs and column_number(letter) == column_number(runs[-1][-1]) + 1:
            runs[-1].append(letter)
        else:
            runs.append([letter])
    return ", ".join(
        run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" if len(run) > 2 else f"{run[0]}, {run[1]}" for run in runs
    )
