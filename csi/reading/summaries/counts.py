"""Counts of answers become answers: as many of each as were counted, in an order that makes intervals no narrower than they may be.

Counts say how often each answer was given, not which answers one respondent gave together. Means and indices need no more.
How sure they are needs more wherever questions are combined: the answers are laid out so that whoever gave the better answer to
one question gave it to every other, which of all the surveys with these counts has the widest intervals (Frechet's upper bound).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...errors import NothingToScore
from ...findings import Finding
from ...survey import Origin
from ...terms import Text
from ..cells import Cells, Raw
from ..files.extent import letters
from ..layout.names import visible_names
from .count_table import Counted, CountTable
from .figures import spaced

if TYPE_CHECKING:
    from ...survey import Survey

MOST = 20_000_000  # answers that are laid out

_READ = Text(
    "the table counts answers to {count} questions; it holds no respondents. Means, indices and shares are exact. Intervals of what"
    " combines questions are the widest that these counts allow; PLS weights, segments and gaps need respondents.",
    "该表为 {count} 道题的答案频数，没有逐人数据。均值、指数和占比是准确的；由多题合成的数值，其区间取这些频数所允许的最宽范围；PLS 权重、细分与差距需要逐人数据。",
)
_SHARES = Text(
    "the figures are shares; they were turned into counts with the number of respondents beside them.",
    "表中为比例，已按旁列的人数换算为频数。",
)
_HUNDRED = Text(
    "every row sums to 100 and was read as counts of 100 respondents; if these are percentages, add a column n.",
    "每行合计均为 100，按 100 位受访者的频数读取；如为百分比，请增加人数列（n）。",
)
_PASSED = Text("rows of the table without counts of a question passed over: {rows}.", "已略过没有题目频数的行：第 {rows} 行。")
_BASE = Text(
    "the counts of {questions} do not add up to the number of respondents given for them; the counts were used.",
    "{questions} 的频数之和与所列人数不符；以频数为准。",
)


def counted_cells(table: CountTable, origin: Origin) -> Cells:
    """One column a question, one answer a row, as many of each as were counted.

    Raises: NothingToScore where shares have no number of respondents beside them, or where there are too many to lay out.
    """
    counts = [_counts(question, table, origin) for question in table.questions]
    height = max(map(sum, counts))
    if height * len(counts) > MOST:
        raise _too_many(origin, height)
    place = letters(table.heads.options[0].column + 1)
    rows = tuple(str(question.row + 1) for question in table.questions)
    names, about_names = visible_names([question.question for question in table.questions], rows)
    answers = [head.answer for head in table.heads.options]
    columns = tuple(_laid_out(answers, numbers, height) for numbers in counts)
    options = {answer: letters(head.column + 1) for answer, head in zip(answers, table.heads.options, strict=True)}

    def spot(column: int, row: int) -> str:
        return f"{options.get(columns[column][row], place)}{table.questions[column].row + 1}"

    return Cells(
        header=names,
        columns=columns,
        letters=rows,
        rows=range(1, height + 1),
        origin=dataclasses.replace(origin, header_row=table.row + 1, holds="counts"),
        findings=(*_findings(table, counts, origin), *about_names),
        spot=spot,
        restore=_aligned,
    )


def _counts(question: Counted, table: CountTable, origin: Origin) -> list[int]:
    if table.shares is None:
        return [round(figure) for figure in question.figures]
    if question.base is None:
        raise NothingToScore(
            place=_place(origin, question.row),
            reason=Text(
                "the table holds shares of answers without the number of respondents behind them.",
                "表中只有答案比例，没有对应的人数。",
            ),
            remedy=Text(
                "Add a column n with the number of respondents of each question.", "请增加一列人数（n），写明每题的作答人数。"
            ),
        )
    return _apportioned(question.figures, round(question.base))


def _apportioned(shares: Sequence[float], total: int) -> list[int]:
    """Whole numbers in these proportions that sum to the total: those with the largest remainders get one more."""
    exact = [share / sum(shares) * total for share in shares]
    counts = [int(number) for number in exact]
    by_rest = sorted(range(len(exact)), key=lambda place: counts[place] - exact[place])
    for place in by_rest[: total - sum(counts)]:
        counts[place] += 1
    return counts


def _laid_out(answers: Sequence[Raw], counts: Sequence[int], height: int) -> list[Raw]:
    given = [answer for answer, number in zip(answers, counts, strict=True) for _ in range(number)]
    column: list[Raw] = [None] * height
    for place, answer in zip(spaced(len(given), height), given, strict=True):
        column[place] = answer
    return column


def _aligned(survey: Survey) -> Survey:
    """The survey with every column's answers in the order of their worth, whatever the order of the table's columns."""
    import numpy as np

    answers = np.full(survey.answers.shape, np.nan)
    for column, values in enumerate(survey.answers.T):
        given = np.sort(values[~np.isnan(values)])
        if given.size:
            answers[np.array(spaced(given.size, len(values))), column] = given
    return dataclasses.replace(survey, answers=answers)


def _findings(table: CountTable, counts: Sequence[Sequence[int]], origin: Origin) -> list[Finding]:
    found = [Finding("counts_read", "info", _READ, _place(origin, table.row), len(counts))]
    if table.shares is not None:
        found.append(Finding("shares_read", "info", _SHARES, _place(origin, table.row)))
    elif {sum(numbers) for numbers in counts} == {100} and table.questions[0].base is None:
        found.append(Finding("counts_of_hundred", "warning", _HUNDRED, _place(origin, table.row)))
    if table.passed:
        rows = ", ".join(str(row + 1) for row in table.passed[:10]) + (" …" if len(table.passed) > 10 else "")
        found.append(
            Finding("rows_without_counts", "info", _PASSED, _place(origin, table.passed[0]), len(table.passed), {"rows": rows})
        )
    wrong = [
        question
        for question, numbers in zip(table.questions, counts, strict=True)
        if question.base is not None and abs(sum(numbers) - question.base) > 0.5
    ]
    if wrong:
        names = tuple(question.question for question in wrong[:10])
        found.append(Finding("base_disagrees", "warning", _BASE, _place(origin, wrong[0].row), len(wrong), {"questions": names}))
    return found


def _place(origin: Origin, row: int) -> str:
    return f"{origin.sheet}!A{row + 1}" if origin.sheet else f"A{row + 1}"


def _too_many(origin: Origin, height: int) -> NothingToScore:
    return NothingToScore(
        place=origin.sheet or origin.source,
        reason=Text(
            f"the counts are of {height:,} respondents, too many to lay out.",
            f"频数涉及 {height:,} 位受访者，数量过大，无法展开。",
        ),
        remedy=Text("Divide all counts by the same number.", "请将所有频数除以同一个数。"),
    )
