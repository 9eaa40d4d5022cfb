"""Items that run against their fellows, as questions worded the other way round do. They are named, never turned."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ..findings import Finding, Value
from ..terms import Text
from .survey import Array, Survey

LEAST_RESPONDENTS = 10  # below, no correlation is worth a word
AGAINST = -0.2  # a correlation with the rest of its block above is no sign of another direction
_ERRORS = 2.0  # standard errors of a correlation of zero, 1 / sqrt(n), below which it is noise
_MOST_TURNS = 200  # items turned in the search; a block with more is none
_CELLS = 1_000_000  # answers looked at together
_ENOUGH = 20_000  # respondents from whom the direction of an item is known well enough

_ONE = Text(
    "{column} looks reversed: it runs against the other questions of {latent} (correlation {correlation}). It was not turned."
    " If it is worded the other way round, say so in the model: {line}",
    "“{column}”疑似反向题：与“{latent}”的其他题目方向相反（相关系数 {correlation}）。未自动反转；如确为反向表述，请在模型中写明：{line}",
)
_HALF = Text(
    "{column} looks reversed, or the other half of {latent} does: they run against each other (correlation {correlation})."
    " Nothing was turned. For the side that is worded the other way round, say so in the model: {line}",
    "“{column}”或“{latent}”的另一半题目疑似反向：两者方向相反（相关系数 {correlation}）。未自动反转；请为反向表述的一方在模型中写明：{line}",
)


def items_against(survey: Survey, blocks: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """A warning for each item whose answers fall where those of the rest of its block rise.

    blocks: latent -> the columns of its indicators. The correlation is with the mean of the others, those that run against it
    turned round, so that it means the same in a block with many reversed questions.
    """
    for latent, columns in blocks.items():
        shares = _shares(survey, columns)
        turned = _directions(shares) if len(columns) > 1 else np.zeros(len(columns), dtype=bool)
        if turned.any():
            correlations = -item_rest_correlation(np.where(turned, 1 - shares, shares))
            words = _HALF if 2 * turned.sum() == len(columns) else _ONE
            for item in map(int, np.flatnonzero(turned & (correlations < AGAINST))):
                yield _finding(latent, columns[item], float(correlations[item]), words)


def item_rest_correlation(answers: Array) -> Array:
    """(p,) correlation of each column with the mean of the others, over the respondents who answered it and any other.

    answers: (n, p), NaN = missing. NaN where fewer than LEAST_RESPONDENTS or no spread.
    """
    seen = ~np.isnan(answers)
    totals, counts = np.where(seen, answers, 0.0).sum(axis=1), seen.sum(axis=1)
    together = max(1, _CELLS // max(1, len(answers)))  # items at once, so that wide blocks are quick and long ones small
    parts = [
        _with_rest(answers[:, at : at + together], totals[:, None], counts[:, None])
        for at in range(0, answers.shape[1], together)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)


def _with_rest(answers: Array, totals: Array, counts: Array) -> Array:
    """(p,) correlation of some columns with the rest of the block. totals, counts: (n, 1) over the whole block."""
    others = counts - ~np.isnan(answers)
    pairs = ~np.isnan(answers) & (others > 0)
    x = np.where(pairs, answers, 0.0)
    y = np.where(pairs, (totals - x) / np.maximum(others, 1), 0.0)
    n = pairs.sum(axis=0)
    spread = _spread(x, pairs) & _spread(y, pairs) & (n >= LEAST_RESPONDENTS)
    x, y = (np.where(pairs, side - side.sum(axis=0) / np.maximum(n, 1), 0.0) for side in (x, y))
    squares = (x * x).sum(axis=0) * (y * y).sum(axis=0)
    return np.where(spread, (x * y).sum(axis=0) / np.sqrt(np.where(squares > 0, squares, 1.0)), np.nan)


def _spread(side: Array, pairs: NDArray[np.bool_]) -> NDArray[np.bool_]:
    highest = np.where(pairs, side, -np.inf).max(axis=0, initial=-np.inf)
    return np.asarray(highest > np.where(pairs, side, np.inf).min(axis=0, initial=np.inf))


def _directions(shares: Array) -> NDArray[np.bool_]:
    """Which items run against the others. The most contrary is turned, and all are looked at again; the fewer are the reversed ones."""
    turned = np.zeros(shares.shape[1], dtype=bool)
    if not _contrary(shares).any():
        return turned
    sample = shares[:: max(1, len(shares) // _ENOUGH)].copy()
    for _ in range(min(shares.shape[1], _MOST_TURNS)):
        correlations = item_rest_correlation(sample)
        contrary = _contrary(sample, correlations)
        if not contrary.any():
            break
        worst = int(np.nanargmin(np.where(contrary, correlations, np.nan)))
        sample[:, worst] = 1 - sample[:, worst]
        turned[worst] = ~turned[worst]
    return ~turned if _are_the_rule(turned, shares) else turned


def _contrary(shares: Array, correlations: Array | None = None) -> NDArray[np.bool_]:
    found = item_rest_correlation(shares) if correlations is None else correlations
    answered = (~np.isnan(shares)).sum(axis=0)
    with np.errstate(invalid="ignore"):
        return np.asarray((found < AGAINST) & (found**2 * answered > _ERRORS**2))


def _are_the_rule(turned: NDArray[np.bool_], shares: Array) -> bool:
    """Whether the turned items are the more, or as many and the better answered: then the others are the reversed ones."""
    if 2 * turned.sum() != turned.size:
        return bool(2 * turned.sum() > turned.size)
    return bool(np.nanmean(shares[:, turned]) > np.nanmean(shares[:, ~turned]))


def _finding(latent: str, column: str, correlation: float, words: Text) -> Finding:
    quoted = json.dumps(column, ensure_ascii=False)
    line = f"- {{name: {quoted}, column: {quoted}, reversed: true}}"
    values: dict[str, Value] = {"column": column, "latent": latent, "correlation": correlation, "line": line}
    return Finding("negative_item", "warning", words, column, 1, values)


def _shares(survey: Survey, columns: Sequence[str]) -> Array:
    """The answers of a block on one footing, 0 worst and 1 best, so that scales may be mixed."""
    places = {name: at for at, name in enumerate(survey.columns)}
    positions = [places[column] for column in columns]
    lowest = np.array([survey.scales[position].lowest for position in positions])
    widths = np.array([survey.scales[position].width for position in positions])
    return np.asarray((survey.answers[:, positions] - lowest) / widths)
