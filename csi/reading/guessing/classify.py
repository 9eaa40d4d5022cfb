"""What each column of a file is: answers on a scale, a segment, an id, a comment, or what the platform added."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..answers.cell_forms import (
    are_addresses,
    are_dates,
    are_long_numbers,
    are_phone_numbers,
    count_rows,
    hold_one_choice,
    hold_several,
    share,
)
from ..answers.columns import Column, column_of
from ..answers.label_scales import Choice, Heard, choose
from ..answers.said import Missing
from ..cells import Cells
from . import known_headers as known
from .column_numbers import MOST_GROUPS, by_numbers, codes_are_a_scale, is_scale
from .kinds import Kind, Taken
from .known_headers import plain

_AMBIGUOUS = frozenset({"level", "frequency"})
_HEAVIEST = 20  # case weights above may as well be kilograms


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


def looks_like_weights(cells: Cells) -> tuple[str, ...]:
    """The columns that are named and filled like case weights; no other column is looked into."""
    named = [position for position, header in enumerate(cells.header) if plain(header) in known.WEIGHT]
    return tuple(cells.header[at] for at in named if _classified(column_of(cells, at), "").kind == "weight")


def _classified(column: Column, letter: str) -> Classified:
    choice = _choice(column)
    for test in (_by_emptiness, _by_name, _by_form, by_numbers):
        said = test(column)
        if said is not None:
            return Classified(column, letter, *said)
    return Classified(column, letter, *_by_words(column, choice), choice)


def _by_emptiness(column: Column) -> Taken | None:
    return None if column.answered() else ("empty", "blank")


def _by_name(column: Column) -> Taken | None:
    name = plain(column.header)
    for kind, listed in _NAMES:
        if name in listed and _may_be(kind, column):
            return kind, "named"
    if known.PERSONAL_START.match(name) and share(column, "words") > 0.5 and _choice(column) is None:
        return "personal", "named"
    if known.DERIVED_PATTERN.search(name):
        return "derived", "named"
    if known.OTHER_TEXT.search(name) and share(column, "words") > 0.5:
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
        plain_word = plain(column.header) in ("weight", "weights", "wt", "权重")
        return share(column, "number") > 0.9 and len(numbers) > 1 and not (plain_word and max(numbers) > _HEAVIEST)
    if kind == "id":
        return len(column.said) > 0.9 * column.answered()
    if kind in ("personal", "metadata", "derived"):
        return _choice(column) is None and not (is_scale(column) and kind != "derived")
    return True


def _by_form(column: Column) -> Taken | None:
    forms: tuple[tuple[Callable[[Column], bool], Taken], ...] = (
        (are_dates, ("metadata", "dates")),
        (are_addresses, ("personal", "addresses")),
        (count_rows, ("id", "counts_rows")),
        (are_phone_numbers, ("personal", "phones")),
        (are_long_numbers, ("id", "long_numbers")),
    )
    return next((said for form, said in forms if form(column)), None)


def _by_words(column: Column, choice: Choice | None) -> Taken:
    name = plain(column.header)
    if hold_several(column):
        return "multi_select", "several_choices"
    if choice is not None and not _names_groups(name, choice):
        if known.RECOMMEND.search(name) and choice.label_set.size > 7:
            return "recommend", "recommends"
        return "indicator", "scale_words"
    codes = column.codes(Missing())
    if codes and len(codes) == len(column.words(Missing())) and codes_are_a_scale(codes):
        return "indicator", "codes"
    if hold_one_choice(column):
        return "multi_select", "one_choice"
    return _segment_or_text(column)


def _names_groups(name: str, choice: Choice) -> bool:
    """High and low may be customers' tiers; satisfied and agree are always answers."""
    family = choice.label_set.family
    return family == "yes_no" or (family in _AMBIGUOUS and known.DEMOGRAPHIC.search(name) is not None)


def _segment_or_text(column: Column) -> Taken:
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


def of_kind(columns: tuple[Classified, ...], *kinds: Kind) -> Iterator[Classified]:
    """The columns of these kinds, in their order."""
    return (one for one in columns if one.kind in kinds)
