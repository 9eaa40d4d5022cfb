"""What the codes of a column mean by the labels that the file itself gives them, as SPSS and Stata files do."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...findings import Finding
from ...terms import Text
from .label_scales import Heard, choose
from .no_answers import is_no_answer
from .said import Said, understand

if TYPE_CHECKING:
    from .columns import Column

Ends = tuple[float, float]

_ELEVEN, _FROM_ZERO = (1, 11), (1, -1.0)  # eleven steps are those from 0 to 10; SPSS counts them from 1
_AT_LEAST = 2  # labels with numbers of their own that show how these follow from the codes


@dataclass(frozen=True)
class CodeBook:
    """said: what each labelled code says. sign, offset: how unlabelled codes are read, sign * code + offset.

    ends: the scale that the labels span where they name only some of its answers (its ends, or more); None else.
    """

    said: Mapping[float, Said]
    sign: int = 1
    offset: float = 0.0
    ends: Ends | None = None

    @property
    def examples(self) -> tuple[str, ...]:
        """Codes that are not the answers they stand for, "1 = 0" and "11 = 10"; none where codes are the answers."""
        if (self.sign, self.offset) == (1, 0.0):
            return ()
        meant = {code: self.sign * code + self.offset for code, said in self.said.items() if not _says_nothing(said)}
        return tuple(f"{code:g} = {meant[code]:g}" for code in dict.fromkeys((min(meant), max(meant))))

    def understand(self, raw: object) -> Said:
        """What a cell of the column says."""
        said = understand(raw)
        if said.kind != "number":
            return said
        labelled = self.said.get(said.number)
        return labelled or understand(self.sign * said.number + self.offset)


def moved_codes(columns: Iterable[Column]) -> tuple[Finding, ...]:
    """One finding over the columns whose codes were read as other numbers, because their labels say so."""
    moved = {column.name: column.moved for column in columns if column.moved}
    if not moved:
        return ()
    values = {"titles": tuple(moved), "codes": tuple(dict.fromkeys(code for codes in moved.values() for code in codes))}
    return (Finding("codes_moved", "info", _MOVED, count=len(moved), values=values),)


_MOVED = Text(
    "{titles}: by their labels the codes in the file stand for other numbers ({codes}); the labels were followed",
    "{titles}：按值标签，文件中的代码代表其他分值（{codes}）；以标签为准",
)


def code_book(labels: Mapping[float, str], codes: Iterable[float]) -> CodeBook:
    """How to read a column. labels: what the file says of its codes. codes: the numbers that occur in it.

    Labels with numbers of their own say what the codes stand for (SPSS keeps 0-10 as 1-11). Where labels name only some of
    the answers, the ends for instance, the codes are the scale, turned round where the label of the lowest names the best.
    """
    told = {code: understand(text) for code, text in labels.items()}
    answers = {code: said for code, said in told.items() if not _says_nothing(said)}
    sign, offset = _rule(answers)
    between = _between(codes, answers)
    if between and (sign, offset) in ((1, 0.0), _FROM_ZERO) and _starts_with_the_best(answers):
        sign, offset = -1, min(answers) + max(answers) + offset
    said = {code: _meant(one, code, sign * code + offset, bare=bool(between) and code in answers) for code, one in told.items()}
    ends = sorted(sign * code + offset for code in (min(answers), max(answers))) if between else None
    return CodeBook(said, sign, offset, (ends[0], ends[1]) if ends else None)


def _says_nothing(said: Said) -> bool:
    return said.kind == "blank" or (said.kind == "words" and (is_no_answer(said.whole) or is_no_answer(said.words)))


def _own_number(said: Said) -> float | None:
    return said.number if said.kind == "number" else said.code


def _rule(answers: Mapping[float, Said]) -> tuple[int, float]:
    """How the labels' own numbers follow from the codes: a constant shift, or a count from the other end."""
    pairs = [(code, number) for code, said in answers.items() if (number := _own_number(said)) is not None]
    if len(pairs) < _AT_LEAST and answers and (min(answers), max(answers)) == _ELEVEN and all(n == code - 1 for code, n in pairs):
        return _FROM_ZERO
    if len(pairs) < _AT_LEAST:
        return 1, 0.0
    shifts, sums = {number - code for code, number in pairs}, {number + code for code, number in pairs}
    if len(shifts) == 1:
        return 1, shifts.pop()
    return (-1, sums.pop()) if len(sums) == 1 else (1, 0.0)


def _between(codes: Iterable[float], answers: Mapping[float, Said]) -> bool:
    """Whether answers without a label lie among the labelled ones, or the labelled ones leave whole steps out."""
    if len(answers) < _AT_LEAST:
        return False
    lowest, highest = min(answers), max(answers)
    steps = highest - lowest + 1
    skipped = len(answers) == _AT_LEAST < steps <= _WIDEST
    return skipped or any(lowest < code < highest and code not in answers for code in codes)


_WIDEST = 11  # steps of a scale of which only two are labelled, even when nobody used the others


def _starts_with_the_best(answers: Mapping[float, Said]) -> bool:
    """Whether the vocabulary knows the words of both ends, and the lower code has the better."""
    low, high = answers[min(answers)].words, answers[max(answers)].words
    choice = choose(Heard({low: 1, high: 1}, 2)) if low and high else None
    return choice is not None and choice.complete and choice.label_set.steps[low] > choice.label_set.steps[high]


def _meant(said: Said, code: float, meaning: float, *, bare: bool) -> Said:
    """A labelled code: a number where the codes are the scale, else its words with the code beside them.

    It still answers to the code in the file, so that a model may declare 99 to be missing.
    """
    if bare:
        return dataclasses.replace(understand(meaning), whole=said.whole)
    if said.kind != "words":
        return said
    return dataclasses.replace(said, number=code, code=meaning)
