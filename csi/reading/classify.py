"""What each column of a file is: answers on a scale, a segment, an id, a comment, or what the platform added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ..terms import Text
from . import known_headers as known
from .answers import Column, Missing, column_of
from .cells import Cells
from .known_headers import plain
from .label_scales import Choice, Heard, choose
from .scales import ends_in_header, guess_ends

Kind = Literal[
    "indicator", "recommend", "segment", "wave", "weight", "id", "multi_select", "free_text", "number",
    "metadata", "personal", "derived", "empty",
]  # fmt: skip

# what speaks for a kind
WHY: dict[str, Text] = {
    "blank": Text("no cell is filled", "没有内容"),
    "named": Text("its name says so", "由列名判断"),
    "dates": Text("dates", "日期"),
    "addresses": Text("addresses of people or computers", "个人或网络地址"),
    "counts_rows": Text("counts the rows", "行号"),
    "phones": Text("telephone numbers", "电话号码"),
    "long_numbers": Text("long numbers", "长数字"),
    "zero_one": Text("only 0 and 1", "只有 0 和 1"),
    "amount": Text("its name speaks of an amount", "列名表示数量"),
    "recommends": Text("speaks of recommending, 0–10", "题目涉及推荐，0–10 分"),
    "scale_numbers": Text("whole numbers on a common scale", "常用量表的整数"),
    "other_numbers": Text("numbers on no common scale", "不属于常用量表的数字"),
    "several_choices": Text("several choices in one cell", "单元格内有多个选项"),
    "scale_words": Text("words of an answer scale", "量表选项词"),
    "codes": Text("codes beside unknown words", "选项词旁有代码"),
    "one_choice": Text("one choice or nothing", "只有一个选项或空白"),
    "groups": Text("a few short words, repeated", "少数重复出现的短词"),
    "comments": Text("texts that hardly repeat", "几乎不重复的文字"),
}

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}")
_PHONE = re.compile(r"(?:\+?\d[\d\s().-]{8,}\d)")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?:\(.*\))?")
_DATE = re.compile(r"\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?(?:[ t].*)?")
_SEPARATORS = ("┋", ";", "→", "|", "\n", ", ")
MOST_STEPS = 11  # a scale with more separate answers is a slider
MOST_GROUPS = 30
_SHORT_NAME = 40  # letters, a Han character as two; a longer one is a statement that merely mentions age or income


@dataclass(frozen=True)
class Classified:
    """A column with what it is taken for, and why (a key of WHY)."""

    column: Column
    letter: str
    kind: Kind
    reason: str
    choice: Choice | None = None  # of the vocabulary, when its answers are words of a scale

    @property
    def header(self) -> str:
        """The name as it stands in the file."""
        return self.column.header


def classify(cells: Cells) -> tuple[Classified, ...]:
    """Every column of the sheet, in its order."""
    return tuple(_classified(column_of(cells, position), letter) for position, letter in enumerate(cells.letters))


def _classified(column: Column, letter: str) -> Classified:
    choice = _choice(column)
    for test in (_by_emptiness, _by_name, _by_form, _by_numbers):
        said = test(column)
        if said is not None:
            return Classified(column, letter, *said)
    return Classified(column, letter, *_by_words(column, choice), choice)


_Said = tuple[Kind, str]


def _by_emptiness(column: Column) -> _Said | None:
    return None if column.answered() else ("empty", "blank")


def _by_name(column: Column) -> _Said | None:
    name = plain(column.header)
    for kind, listed in _NAMES:
        if name in listed and _may_be(kind, column):
            return kind, "named"
    if known.PERSONAL_START.match(name) and _share(column, "words") > 0.5 and _choice(column) is None:
        return "personal", "named"
    if known.DERIVED_PATTERN.search(name):
        return "derived", "named"
    if known.OTHER_TEXT.search(name) and _share(column, "words") > 0.5:
        return "free_text", "named"
    return None


_NAMES: tuple[tuple[Kind, frozenset[str]], ...] = (
    ("weight", known.WEIGHT),
    ("wave", known.WAVE),
    ("id", known.ID),
    ("personal", known.PERSONAL),
    ("metadata", known.METADATA),
    ("derived", known.DERIVED),
)


def _may_be(kind: Kind, column: Column) -> bool:
    """Whether the cells agree with the name: an item called "Name" with answers 1-5 is a question."""
    if kind == "weight":
        numbers = column.numbers(Missing())
        return _share(column, "number") > 0.9 and len(numbers) > 1 and min(numbers) >= 0
    if kind == "id":
        return len(column.said) > 0.9 * column.answered()
    if kind in ("personal", "metadata", "derived"):
        return _choice(column) is None and not (_is_scale(column) and kind != "derived")
    return True


def _by_form(column: Column) -> _Said | None:
    texts = [said.text for said in column.said if said.kind == "words"]
    looks = _Looks(texts)
    if _share(column, "date") > 0.5 or (texts and looks.like(_DATE) > 0.5):
        return "metadata", "dates"
    if texts and (looks.like(_EMAIL) > 0.5 or looks.like(_IP) > 0.5):
        return "personal", "addresses"
    if _is_count(column):
        return "id", "counts_rows"
    if texts and _share(column, "words") > 0.5 and looks.like(_PHONE) > 0.5:
        return "personal", "phones"
    if _share(column, "number") > 0.9 and min(column.numbers(Missing()), default=0) >= 10**9:
        return "id", "long_numbers"
    return None


def _by_numbers(column: Column) -> _Said | None:
    if _share(column, "number") < 0.8:
        return None
    name, numbers = plain(column.header), column.numbers(Missing())
    if set(numbers) <= {0.0, 1.0} and 0.0 in numbers:
        return "segment", "zero_one"
    if known.NOT_AN_ANSWER.search(name) and (_width(name) <= _SHORT_NAME or not _is_scale(column)) and not ends_in_header(name):
        return "number", "amount"
    if known.RECOMMEND.search(name) and (known.NPS.search(name) or max(numbers) > 7) and _ends(column) in ((0, 10), (1, 10)):
        return "recommend", "recommends"
    if _is_scale(column):
        return "indicator", "scale_numbers"
    return "number", "other_numbers"


def _by_words(column: Column, choice: Choice | None) -> _Said:
    name = plain(column.header)
    if _is_multi(column):
        return "multi_select", "several_choices"
    if choice is not None and choice.label_set.family != "yes_no" and not known.SEGMENT.search(name):
        if known.RECOMMEND.search(name) and choice.label_set.size > 7:
            return "recommend", "recommends"
        return "indicator", "scale_words"
    codes = column.codes(Missing())
    if codes and len(codes) == len(column.words(Missing())) and _ends_of_codes(codes):
        return "indicator", "codes"
    if _is_option(column):
        return "multi_select", "one_choice"
    return _segment_or_text(column)


def _segment_or_text(column: Column) -> _Said:
    words = column.words(Missing())
    groups, answered = len(column.said), column.answered()
    short = all(len(word) <= 60 for word in words)
    if short and groups <= MOST_GROUPS and groups <= max(2, answered / 2):
        return "segment", "groups"
    return "free_text", "comments"


def _choice(column: Column) -> Choice | None:
    words = column.words(Missing())
    if not words or len(words) > 60:
        return None
    return choose(Heard(words, sum(words.values()), column.codes(Missing())))


def _share(column: Column, kind: str) -> float:
    """Share of the filled cells that are of this kind."""
    answered = column.answered()
    return sum(count for said, count in zip(column.said, column.counts, strict=True) if said.kind == kind) / max(answered, 1)


def _ends(column: Column) -> tuple[float, float] | None:
    guess = guess_ends(column.numbers(Missing()), column.answered())
    return guess.ends if guess else None


def _is_scale(column: Column) -> bool:
    numbers, ends = column.numbers(Missing()), _ends(column)
    if ends is None or _share(column, "number") < 0.8 or any(number != int(number) for number in numbers):
        return False
    wide = ends[1] - ends[0] >= MOST_STEPS
    return not wide or ends_in_header(column.header) == ends or bool(known.RATING.search(plain(column.header)))


def _ends_of_codes(codes: dict[str, float]) -> bool:
    return (
        len(codes) > 1 and len(set(codes.values())) == len(codes) and guess_ends(dict.fromkeys(codes.values(), 1), 1) is not None
    )


def _width(name: str) -> int:
    return sum(2 if c >= "\u3000" else 1 for c in name)


def _is_count(column: Column) -> bool:
    """1, 2, 3 … down the sheet: the rows were numbered."""
    first, number = [said.number for said in column.said[:50]], column.answered()
    return number > 20 and len(column.said) == number and all(b - a == 1 for a, b in pairwise(first))


def _is_multi(column: Column) -> bool:
    """Whether the pieces between separators repeat more than the whole cells do."""
    texts = [said.text for said in column.said if said.kind == "words"]
    return any(_repeats(texts, separator.strip() or separator) for separator in _SEPARATORS)


def _repeats(texts: list[str], separator: str) -> bool:
    split = [[piece.strip() for piece in text.split(separator) if piece.strip()] for text in texts if separator in text]
    pieces = [piece for parts in split for piece in parts]
    distinct = set(pieces)
    short = all(len(piece) <= 80 for piece in distinct)
    return len(split) >= 0.3 * len(texts) > 0 and len(split) > 1 and short and len(distinct) <= 0.6 * len(pieces)


def _is_option(column: Column) -> bool:
    filled = [said for said in column.said if said.kind != "blank"]
    return len(filled) == 1 and column.answered() < len(column.index)


class _Looks:
    """How many of the texts have a form."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts

    def like(self, form: re.Pattern[str]) -> float:
        return sum(bool(form.fullmatch(text.strip().lower())) for text in self._texts) / max(len(self._texts), 1)


def of_kind(columns: tuple[Classified, ...], *kinds: Kind) -> Iterator[Classified]:
    """The columns of these kinds, in their order."""
    return (one for one in columns if one.kind in kinds)
