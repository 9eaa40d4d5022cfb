"""What each column of a file is: answers on a scale, a segment, an id, a comment, or what the platform added."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from weakref import WeakKeyDictionary

from ..answers.cell_forms import (
    HALF,
    are_addresses,
    are_dates,
    are_long_numbers,
    are_phone_numbers,
    count_rows,
    mostly_counts,
    share,
)
from ..answers.columns import Column, column_of
from ..answers.label_scales import Choice, Heard, choose
from ..answers.said import Missing
from ..cells import Cells
from ..layout.platforms import added_by
from . import header_words, kano_words
from . import known_headers as known
from .attention import instructed_answer
from .choices import by_choices, is_its_own_choice, is_one_choice
from .classified import Classified
from .column_numbers import MOST_GROUPS, MOSTLY, by_numbers, codes_are_a_scale, is_scale, labels_may_answer
from .company import seen_together
from .glimpse import glimpse
from .kinds import Kind, Taken
from .known_headers import plain, speaks
from .spilled import unless_spilled

_AMBIGUOUS = frozenset({"level", "frequency"})
_HEAVIEST = 20  # case weights above may as well be kilograms
_PLAIN_WEIGHTS = frozenset({"weight", "weights", "wt", "权重", "權重", "gewicht", "poids", "bobot"})
_LEAST_ANSWERS = 5  # below, "ok" is rather a comment than a step of a scale
_LEAST_WORDS = 2  # different ones
_LONGEST_GROUP = 60  # letters of a group's name
_MOST_WORDS = 60  # distinct answers; no scale has so many


def classify(cells: Cells) -> tuple[Classified, ...]:
    """Every column of the sheet, in its order: first each by itself, then in the company of the others."""
    if cells not in _CLASSIFIED:
        alone = [_seen(cells, position) for position in range(len(cells.letters))]
        _CLASSIFIED[cells] = seen_together([_unless_added(unless_spilled(cells, one), cells.origin.platform) for one in alone])
    return _CLASSIFIED[cells]


# the guess of a model and the data check ask for the same columns
_CLASSIFIED: WeakKeyDictionary[Cells, tuple[Classified, ...]] = WeakKeyDictionary()


def looks_like_weights(cells: Cells) -> tuple[str, ...]:
    """The columns that are named and filled like case weights; no other column is looked into."""
    named = [position for position, header in enumerate(cells.header) if plain(header) in known.WEIGHT]
    return tuple(cells.header[at] for at in named if _taken_for(column_of(cells, at))[0] == "weight")


def of_kind(columns: tuple[Classified, ...], *kinds: Kind) -> Iterator[Classified]:
    """The columns of these kinds, in their order."""
    return (one for one in columns if one.kind in kinds)


def _seen(cells: Cells, position: int) -> Classified:
    column, answered = glimpse(cells, position)
    kind, reason = _taken_for(column)
    worded = kind in ("indicator", "recommend", "segment") and share(column, "number") < MOSTLY
    choice = _choice(column) if worded else None
    return Classified(column, cells.letters[position], kind, reason, answered, len(cells.rows), choice)


def _taken_for(column: Column) -> Taken:
    tests = (_by_platform, _by_emptiness, _by_name, _by_form, _by_instruction, by_numbers)
    said = next((taken for test in tests if (taken := test(column)) is not None), None)
    return said or _by_words(column, _choice(column))


def _unless_added(one: Classified, platform: str | None) -> Classified:
    """The same, but for a column that the platform adds to every survey, whatever its cells look like."""
    answers = one.kind in ("indicator", "segment", "number", "free_text", "recommend")
    return one.taken_for("metadata", "named") if answers and added_by(platform, one.header) else one


def _by_platform(column: Column) -> Taken | None:
    """What a platform writes beside a question, filled or not."""
    return ("derived", "platform") if header_words.PLATFORM_PATTERN.search(plain(column.header)) else None


def _by_emptiness(column: Column) -> Taken | None:
    return None if column.answered() else ("empty", "blank")


def _by_name(column: Column) -> Taken | None:
    name = plain(column.header)
    for kind, listed in _NAMES:
        if name in listed and _may_be(kind, column):
            return kind, "named_personal" if kind == "personal" else "named"
    if header_words.DERIVED_PATTERN.search(name):
        return "derived", "named"
    if speaks(column, header_words.PERSONAL_START) and share(column, "words") > HALF and _is_nobodys_answer(column):
        return "personal", "named_personal"
    few = column.answered() < _LEAST_ANSWERS or len(column.words(Missing())) < _LEAST_WORDS or _choice(column) is None
    if header_words.OTHER_TEXT.search(name) and share(column, "words") > HALF and few:
        return "free_text", "named"
    return None


_NAMES: tuple[tuple[Kind, frozenset[str]], ...] = (
    ("weight", known.WEIGHT),
    ("wave", known.WAVE),
    ("id", known.ID),
    ("personal", known.PERSONAL),
    ("duration", known.DURATION),
    ("metadata", known.METADATA),
    ("derived", known.DERIVED),
)


def _may_be(kind: Kind, column: Column) -> bool:
    """Whether the cells agree with the name: an item called "Name" with answers 1-5 is a question."""
    if kind == "weight":
        numbers = column.numbers(Missing())
        heavy = plain(column.header) in _PLAIN_WEIGHTS and max(numbers, default=0) > _HEAVIEST
        return share(column, "number") > 0.9 and len(numbers) > 1 and not heavy
    if kind == "id":
        return len(column.said) > 0.9 * column.answered() or mostly_counts(column)
    if kind in ("personal", "metadata", "derived", "duration"):
        choice = _choice(column)
        judged = choice is not None and choice.label_set.family != "yes_no"
        return not judged and not (is_scale(column) and kind != "derived")
    return True


def _is_nobodys_answer(column: Column) -> bool:
    """Whether the texts hardly repeat, as names and addresses do."""
    return _choice(column) is None and len(column.said) > HALF * column.answered()


def _by_form(column: Column) -> Taken | None:
    forms: tuple[tuple[Callable[[Column], bool], Taken], ...] = (
        (are_dates, ("metadata", "dates")),
        (are_addresses, ("personal", "addresses")),
        (count_rows, ("id", "counts_rows")),
        (are_phone_numbers, ("personal", "phones")),
        (are_long_numbers, ("id", "long_numbers")),
    )
    return next((said for form, said in forms if form(column)), None)


def _by_instruction(column: Column) -> Taken | None:
    return ("attention", "instructed") if instructed_answer(column) is not None else None


def _by_words(column: Column, choice: Choice | None) -> Taken:
    if kano_words.are_kano_answers(column.words(Missing())):
        return "kano", "kano_words"
    if choice is not None and is_its_own_choice(column):
        return "multi_select", "one_choice"
    if choice is not None and not _names_groups(column, choice):
        recommends = speaks(column, header_words.RECOMMEND) and choice.label_set.size > 7
        return ("recommend", "recommends") if recommends else ("indicator", "scale_words")
    return by_choices(column) or _by_codes(column) or _segment_or_text(column)


def _by_codes(column: Column) -> Taken | None:
    codes, words = column.codes(Missing()), column.words(Missing())
    if codes and len(codes) == len(words) and labels_may_answer(column, codes) and codes_are_a_scale(codes):
        return "indicator", "codes"
    return None


def _names_groups(column: Column, choice: Choice) -> bool:
    """High and low may be customers' tiers; satisfied and agree are always answers."""
    family = choice.label_set.family
    return family == "yes_no" or (family in _AMBIGUOUS and speaks(column, header_words.DEMOGRAPHIC))


def _segment_or_text(column: Column) -> Taken:
    if is_one_choice(column):
        return "multi_select", "one_choice"
    words = column.words(Missing())
    groups, answered = len(column.said), column.answered()
    short = all(len(word) <= _LONGEST_GROUP for word in words)
    if short and groups <= MOST_GROUPS and groups <= max(2, answered / 2):
        return "segment", "groups"
    return "free_text", "comments"


def _choice(column: Column) -> Choice | None:
    words = column.words(Missing())
    if not words or len(words) > _MOST_WORDS:
        return None
    return choose(Heard(words, sum(words.values()), column.codes(Missing())))
