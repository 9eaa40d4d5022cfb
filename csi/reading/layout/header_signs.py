"""The signs that tell a row of names from a row of answers. Each is weak alone; none looks at a vocabulary."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from ..cells import Raw
from .raw import Row, is_blank, is_figure, is_wordless, number, title

_MOST = 0.6
_DENSE = 0.9
_RUN = 4  # numbers in a row that count on by one: question numbers, hardly a respondent's answers


def cell(row: Row, column: int) -> Raw:
    """The value in a column, blank where a short row has ended."""
    return row[column] if column < len(row) else ""


def filled_in(row: Row) -> list[int]:
    """The columns where a row holds something."""
    return [column for column, value in enumerate(row) if not is_blank(value)]


def is_answers(row: Row, below: Sequence[Row]) -> bool:
    """Whether what stands in place of a header is a respondent: mostly figures, or words that recur beneath in few kinds."""
    filled = filled_in(row)
    figures = [column for column in filled if is_figure(row[column])]
    # a row equal to this one as a whole is a header pasted twice, which says nothing
    others = [other for other in below if other != row]
    recurring = [column for column in filled if any(cell(other, column) == row[column] for other in others)]
    if 2 * len(figures) >= len(filled):
        return not _counts_on([row[column] for column in figures], 2 * len(recurring) < len(filled))
    kinds = {title(row[column]) for column in filled}
    return len(filled) > 2 and len(kinds) <= _MOST * len(filled) and len(recurring) >= _MOST * len(filled)


def _counts_on(figures: Sequence[Raw], strange: bool) -> bool:
    """Whether figures number the questions: 1, 2, 3, 4, …, or rising ones that are strange to the answers beneath."""
    numbers = [value for value in map(number, figures) if value is not None]
    steps = [after - before for before, after in pairwise(numbers)]
    if len(numbers) < 3 or len(numbers) < len(figures):
        return False
    return (len(numbers) >= _RUN and all(step == 1 for step in steps)) or (strange and all(step > 0 for step in steps))


def is_second_header(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row under the names is another row of texts: unlike one another, and unlike the answers in their columns."""
    filled = [column for column in filled_in(row) if any(not is_blank(cell(other, column)) for other in below)]
    if len(filled) < 2 or len(below) < 2 or len({title(row[column]) for column in filled}) < _MOST * len(filled):
        return False
    given = {value for other in below for value in other}
    unlike = [column for column in filled if _breaks(row[column], [cell(other, column) for other in below], given)]
    return len(unlike) >= _MOST * len(filled)


def _breaks(value: Raw, beneath: Sequence[Raw], given: Set[Raw]) -> bool:
    """Whether a value is words over figures, or words that nobody gave in any column over answers of few kinds."""
    answers = [answer for answer in beneath if not is_blank(answer)]
    if is_wordless(value):
        return False
    if all(is_wordless(answer) for answer in answers):
        return True
    return len(answers) > 4 and value not in given and 2 * len(set(map(str, answers))) <= len(answers)


def continues_names(top: Row, row: Row, below: Sequence[Row]) -> bool:
    """Whether a row names the columns that the row above leaves unnamed, and is no respondent: SurveyMonkey's second row.

    It stands blank under the first name, where every respondent has something, and holds words only.
    """
    named = filled_in(top)
    unnamed = [column for column in range(_width(below)) if is_blank(cell(top, column)) and _any(below, column)]
    words = [column for column in filled_in(row) if not is_wordless(row[column])]
    return (
        bool(named and unnamed)
        and len(words) == len(filled_in(row))
        and len(set(unnamed) & set(words)) >= 0.8 * len(unnamed)
        and is_blank(cell(row, named[0]))
        and sum(not is_blank(cell(other, named[0])) for other in below) >= _DENSE * len(below)
    )


def groups_names(top: Row, row: Row, below: Sequence[Row]) -> bool:
    """Whether the row above the names groups them: it names columns that they leave unnamed, or tells repeated names apart."""
    above = filled_in(top)
    if len(above) < 2 or any(is_wordless(top[column]) for column in above):
        return False
    names = [title(row[column]) for column in filled_in(row)]
    lends = any(is_blank(cell(row, column)) and _any(below, column) for column in above)
    return lends or len(set(names)) < len(names)


def _any(rows: Sequence[Row], column: int) -> bool:
    return any(not is_blank(cell(row, column)) for row in rows)


def _width(rows: Sequence[Row]) -> int:
    return max((len(row) for row in rows), default=0)
