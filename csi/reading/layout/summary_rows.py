"""Totals and averages under the answers: told from respondents by their word or by being the mean of what is above."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from statistics import median

from ..cells import Raw
from .raw import is_blank, number, title

Columns = Sequence[Sequence[Raw]]

_AT_MOST = 8  # mean, sum, count, deviation, … stand together at the end
_ABOVE = 2_000  # rows that show what a column usually holds
_CLEAR = re.compile(
    r"(?:(?:grand |sub)?totals?|n\s*[=＝]\s*[\d.,]+|合计|总计|小计|总和|平均[值分数]?|平均得分|均值|标准差|有效样本[量数]?|样本[量数]"
    r"|合計|総計|平均点|標準偏差|평균|합계|총계|표준 ?편차|rata-rata|rerata|simpangan baku|moyennes?|écart[- ]type|durchschnitt|mittelwerte?"
    r"|standardabweichung|promedios?|desviación (?:estándar|típica)|desvio[- ]padrão)\s*[:：]?",
    re.IGNORECASE,
)
_DOUBTFUL = re.compile(
    r"(?:sum|average|avg|mean|median|mode|count|n|base|std\.?(?: ?dev\.?)?|s\.?d\.?|standard deviation|variance|"
    r"min(?:imum)?|max(?:imum)?|人数|方差|中位数|众数|最大值|最小值|计数|中央値|人数計|件数|중앙값|jumlah|médianes?|sommes?|summe|gesamt|anzahl"
    r"|suma|media|mediana|recuento|soma|média|contagem|n\s*[=＝])\s*[.:：]?",
    re.IGNORECASE,
)


def trailing_summaries(columns: Columns) -> int:
    """How many of the last rows summarise the rows above instead of holding a respondent's answers."""
    rows = len(columns[0]) if columns else 0
    found = 0
    end = max(rows - _AT_MOST, (rows + 1) // 2)  # what stands above are answers
    while found < min(_AT_MOST, rows - 1) and _is_summary(columns, rows - 1 - found, end):
        found += 1
    return found


def _is_summary(columns: Columns, at: int, end: int) -> bool:
    row = [column[at] for column in columns]
    first = next(place for place, value in enumerate(row) if not is_blank(value))
    word, above = title(row[first]), min(end, at)
    if _CLEAR.fullmatch(word) or _DOUBTFUL.fullmatch(word):
        if row[first] in columns[first][:above]:
            return False  # an answer that others gave too
        return bool(_CLEAR.fullmatch(word)) or _is_sparse(columns, at, above) or _odd(columns, row, above) >= 1
    return first > 0 and _odd(columns, row, at) >= 2 and _sums_up(columns, row, at)


def _is_sparse(columns: Columns, at: int, above: int) -> bool:
    def filled(row: int) -> int:
        return sum(not is_blank(column[row]) for column in columns)

    return filled(at) <= 0.5 * median(filled(row) for row in range(max(above - 50, 0), above))


def _odd(columns: Columns, row: Sequence[Raw], above: int) -> int:
    """How many figures no respondent could have given, when they are most of the row's figures: broken numbers, or out of reach."""
    odd = figures = 0
    for column, value in zip(columns, row, strict=True):
        figure = number(value)
        if figure is None:
            continue
        figures += 1
        answers = _numbers(column[max(above - _ABOVE, 0) : above])
        whole = all(answer.is_integer() for answer in answers)
        if not answers or (whole and not figure.is_integer()) or not min(answers) <= figure <= max(answers):
            odd += 1
    return odd if 2 * odd >= figures else 0


def _sums_up(columns: Columns, row: Sequence[Raw], above: int) -> bool:
    """Whether every figure is the mean or the sum of its column, up to two written decimals."""
    for column, value in zip(columns, row, strict=True):
        figure = number(value)
        if figure is None and not is_blank(value):
            return False
        answers = _numbers(column[:above])
        if figure is None or not answers:
            continue
        total = math.fsum(answers)
        if not any(math.isclose(figure, known, rel_tol=1e-9, abs_tol=0.0051) for known in (total, total / len(answers))):
            return False
    return True


def _numbers(values: Sequence[Raw]) -> list[float]:
    return [found for found in map(number, values) if found is not None]
