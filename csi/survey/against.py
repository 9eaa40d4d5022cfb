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
_CELLS = 1 << 17  # answers looked at together
_FEW = 1_000  # respondents whose mean is near everybody's
_FLAT = 1e-9  # of a mean square: below, a variance may be nothing but rounding
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
        if len(columns) > 1 and _may_run_against(survey, columns):
            yield from _against(survey, latent, columns)


def _against(survey: Survey, latent: str, columns: Sequence[str]) -> Iterator[Finding]:
    shares = _shares(survey, columns, slice(None))
    turned = _directions(shares)
    if turned.any():
        correlations = -item_rest_correlation(np.where(turned, 1 - shares, shares))
        words = _HALF if 2 * turned.sum() == len(columns) else _ONE
        for item in map(int, np.flatnonzero(turned & (correlations < AGAINST))):
            yield _finding(latent, columns[item], float(correlations[item]), words)


def _may_run_against(survey: Survey, columns: Sequence[str]) -> bool:
    """Whether a look at the answers on one footing is worth while: a long survey goes by in stretches."""
    stretches = (_shares(survey, columns, stretch) for stretch in _stretches(survey.respondents, len(columns)))
    found, _ = _correlations(sum((_moments(one, 0.5) for one in stretches), np.zeros((6, len(columns)))), 0.5)
    with np.errstate(invalid="ignore"):
        return bool((found < AGAINST).any())


def _stretches(rows: int, columns: int) -> Iterator[slice]:
    """Rows looked at together, so few that they stay near the processor."""
    together = max(1, _CELLS // max(1, columns))
    return (slice(at, at + together) for at in range(0, rows, together))


def item_rest_correlation(answers: Array) -> Array:
    """(p,) correlation of each column with the mean of the others, over the respondents who answered it and any other.

    answers: (n, p), NaN = missing. NaN where fewer than LEAST_RESPONDENTS or no spread.
    """
    usual = _mean(answers[:_FEW])  # what is near it is summed up without loss
    stretches = (answers[stretch] for stretch in _stretches(*answers.shape))
    found, flat = _correlations(sum((_moments(one, usual) for one in stretches), np.zeros((6, answers.shape[1]))), usual)
    for item in np.flatnonzero(flat):
        found[item] = found[item] if _has_spread(answers, int(item)) else np.nan
    return found


def _correlations(sums: Array, usual: float) -> tuple[Array, NDArray[np.bool_]]:
    """(p,) correlations, NaN where they have no meaning, and where so little spread was summed up that there may be none."""
    n, x, y, xx, yy, xy = sums
    several = np.maximum(n, 1)
    squares = np.stack([xx - x * x / several, yy - y * y / several])
    told = (n >= LEAST_RESPONDENTS) & (squares > 0).all(axis=0)
    flat = (squares <= _FLAT * n * (usual + np.stack([x, y]) / several) ** 2).any(axis=0)
    found = np.where(told, (xy - x * y / several) / np.sqrt(np.where(told, squares.prod(axis=0), 1.0)), np.nan)
    return found, np.asarray(told & flat)


def _mean(answers: Array) -> float:
    seen = ~np.isnan(answers)
    return float(np.where(seen, answers, 0.0).sum() / max(seen.sum(), 1))


def _moments(answers: Array, usual: float) -> Array:
    """(6, p) n, then sums of x, y, x², y² and xy, counted from the usual. x: an answer. y: the mean of the respondent's others.

    A respondent with c answers and their total t has y = w (t - x) with w = 1 / (c - 1), so that these are sums over x, x² and 1.
    """
    seen = ~np.isnan(answers)
    seen &= (seen.sum(axis=1) > 1)[:, None]
    x = np.where(seen, answers - usual, 0.0)
    w, t = 1 / np.maximum(seen.sum(axis=1) - 1, 1), x.sum(axis=1)
    n, wt, wwtt = np.stack([np.ones_like(t), w * t, (w * t) ** 2]) @ seen.astype(np.float64)
    sums, wx, wtx, wwtx = np.stack([np.ones_like(t), w, w * t, w * w * t]) @ x
    xx, wxx, wwxx = np.stack([np.ones_like(t), w, w * w]) @ (x * x)
    return np.stack([n, sums, wt - wx, xx, wwtt - 2 * wwtx + wwxx, wtx - wxx])


def _has_spread(answers: Array, item: int) -> bool:
    """Whether both an item and the mean of its fellows vary at all, though they vary little."""
    seen = ~np.isnan(answers)
    others = seen.sum(axis=1) - seen[:, item]
    pairs = seen[:, item] & (others > 0)
    own = answers[pairs, item]
    fellows = (np.where(seen[pairs], answers[pairs], 0.0).sum(axis=1) - own) / others[pairs]
    return bool(np.ptp(own) > 0 and np.ptp(fellows) > 0)


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


def _shares(survey: Survey, columns: Sequence[str], stretch: slice) -> Array:
    """The answers of a block on one footing, 0 worst and 1 best, so that scales may be mixed."""
    places = {name: at for at, name in enumerate(survey.columns)}
    positions = [places[column] for column in columns]
    lowest = np.array([survey.scales[position].lowest for position in positions])
    widths = np.array([survey.scales[position].width for position in positions])
    return np.asarray((survey.answers[stretch][:, positions] - lowest) / widths)
