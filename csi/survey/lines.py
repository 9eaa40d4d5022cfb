"""One and the same answer again and again: over the whole questionnaire, over a block, or many in a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ..findings import Finding, Value
from ..terms import Text
from .conduct import Flags, flagged
from .steps import HOLE, Steps
from .survey import Survey

LEAST_ANSWERS = 5  # equal answers that make a line; three or four are as often meant
BEYOND_CHANCE = 2  # lines through a block are told when so many times more than by chance, and more than so many
_MANY = 12  # answers to a question, up to which it is quicker to look for each
LEAST_RUN = 10  # equal answers in a row, over half of the questionnaire, that are a long string

_STRAIGHT = Text(
    "respondents who gave one and the same answer to every question: {count} ({share:share}%), kept (rows {rows})",
    "{count} 名受访者（{share:share}%）对所有题目给出相同答案；已保留（行号 {rows}）",
)
_BLOCK = Text(
    "respondents who gave one answer throughout a block of {least} questions or more, though not to others: {count} ({share:share}%;"
    " {expected} would by chance if answers had nothing to do with each other), in {latents}, kept (rows {rows})",
    "{count} 名受访者（{share:share}%）在至少 {least} 道题的题组（{latents}）内全部给出相同答案，但其他题目不然"
    "（若各题互不相关，偶然出现约 {expected} 名）；已保留（行号 {rows}）",
)
_RUN = Text(
    "respondents who gave the same answer at least {limit} times in a row: {count} ({share:share}%; the longest {longest}), kept (rows {rows})",
    "{count} 名受访者（{share:share}%）连续至少 {limit} 题给出相同答案（最长 {longest} 题）；已保留（行号 {rows}）",
)


def line_findings(survey: Survey, given: Steps, columns: Sequence[str], blocks: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Each respondent once: as a line through everything, else through a block, else as a long string.

    given: (n, c) what was ticked, before reversed questions were turned. columns: their names, in the order asked.
    """
    straight = straight_lines(given)
    yield from flagged(survey, straight, ("straight_lines", _STRAIGHT))
    blocked, expected, latents = _in_blocks(given, columns, blocks, straight)
    if blocked.sum() > BEYOND_CHANCE * expected + BEYOND_CHANCE:
        words: dict[str, Value] = {"latents": latents, "least": LEAST_ANSWERS, "expected": round(expected, 1)}
        yield from flagged(survey, blocked, ("block_lines", _BLOCK), **words)
    yield from _long_strings(survey, given, straight | blocked)


def _in_blocks(
    given: Steps, columns: Sequence[str], blocks: Mapping[str, Sequence[str]], straight: Flags
) -> tuple[Flags, float, tuple[str, ...]]:
    """Who draws a line through a block, how many would by chance, and the latents of these blocks."""
    places = {name: at for at, name in enumerate(columns)}
    blocked, expected, latents = np.zeros(len(given), dtype=bool), 0.0, []
    for latent, names in blocks.items():
        if LEAST_ANSWERS <= len(names) < given.shape[1]:
            block = given[:, [places[name] for name in names]]
            line = straight_lines(block, complete=True) & ~straight
            blocked, expected = blocked | line, expected + _by_chance(block)
            latents += [latent] if line.any() else []
    return blocked, expected, tuple(latents)


def straight_lines(given: Steps, *, complete: bool = False) -> Flags:
    """(n,) whose answers are all one. complete: only those who answered everything, else LEAST_ANSWERS will do."""
    said = np.full(len(given), HOLE, dtype=given.dtype)
    alike, count = np.ones(len(given), dtype=bool), np.zeros(len(given), dtype=np.int32)
    for column in given.T:
        answered, first = column != HOLE, said == HOLE
        alike &= ~answered | first | (column == said)
        said[first] = column[first]
        count += answered
    return alike & (count >= (max(given.shape[1], 1) if complete else LEAST_ANSWERS))


def _by_chance(block: Steps) -> float:
    """How many respondents would tick one answer throughout if the questions had nothing to do with each other."""
    complete = (block != HOLE).all(axis=1)
    people = int(complete.sum())
    if not people:
        return 0.0
    counts = np.array([_counts(column, complete, int(block.max()) + 1) for column in block.T])
    given = np.flatnonzero(counts.any(axis=0))[:100]
    return float(sum(np.prod(counts[:, given] / people, axis=0)) * people)


def _counts(column: Steps, among: Flags, steps: int) -> NDArray[np.intp]:
    """(steps,) how many of these respondents gave each answer."""
    if steps > _MANY:
        return np.bincount(column[among], minlength=steps)
    return np.array([np.count_nonzero((column == step) & among) for step in range(steps)], dtype=np.intp)


def _long_strings(survey: Survey, given: Steps, told: Flags) -> Iterator[Finding]:
    questions = given.shape[1]
    limit = max(LEAST_RUN, questions // 2)
    if questions <= limit:
        return
    longest = longest_runs(given)
    where = np.asarray((longest >= limit) & ~told)
    if where.any():
        yield from flagged(survey, where, ("long_strings", _RUN), limit=limit, longest=int(longest[where].max()))


def longest_runs(given: Steps) -> NDArray[np.int32]:
    """(n,) how many equal answers stand in a row at most; a hole ends a run."""
    run = (given[:, 0] != HOLE).astype(np.int32)
    longest: NDArray[np.int32] = run.copy()
    for at in range(1, given.shape[1]):
        run *= given[:, at] == given[:, at - 1]
        run += 1
        run *= given[:, at] != HOLE
        np.maximum(longest, run, out=longest)
    return longest
