"""Cells that hold choices rather than one answer on a scale: several in one cell, an option ticked or not, an order."""

from __future__ import annotations

from ..answers.cell_forms import HALF, share
from ..answers.columns import Column
from ..answers.written_form import normalise
from .header_words import SEVERAL
from .kinds import Taken
from .known_headers import plain, speaks

_PLAIN = "┋"  # no author writes it; a platform joins choices with it
_ORDER = "→"
_SEPARATORS = (";", "|", "\n", ", ")
_JOINTS = (";", "|", ",")
_MOST_ALONE = 40  # options; comments of one word are more
_LONGEST_CHOICE = 80
_TICKS = frozenset(
    {"1", "0", "y", "n", "x", "✓", "√", "yes", "no", "true", "false", "checked", "unchecked", "selected", "not selected"}
) | frozenset(
    {
        "是",
        "否",
        "选中",
        "未选中",
        "已选",
        "未选",
        "oui",
        "non",
        "ja",
        "nein",
        "sí",
        "si",
        "sim",
        "não",
        "ya",
        "tidak",
        "はい",
        "いいえ",
        "예",
        "아니오",
    }
)


def by_choices(column: Column) -> Taken | None:
    """Whether the cells hold several choices, or an order of them; None when they do not."""
    texts = {said.text: count for said, count in zip(column.said, column.counts, strict=True) if said.kind == "words"}
    if sum(_ORDER in text for text in texts) > HALF * len(texts):
        return "ranking", "ranks"
    joined = any(_repeats(list(texts), one) for one in _SEPARATORS) or any(_stand_alone(texts, one) for one in _JOINTS)
    if _trails(texts) or any(_PLAIN in text for text in texts) or joined:
        return "multi_select", "several_choices"
    if speaks(column, SEVERAL) and share(column, "words") > HALF:
        return "multi_select", "asks_for_several"
    return None


def is_one_choice(column: Column) -> bool:
    """Whether there is one answer only, or none: an option that was ticked or not."""
    filled = [said for said in column.said if said.kind != "blank"]
    if len(filled) != 1 or column.answered() == len(column.index):
        return False
    return column.answered() > 1 or normalise(filled[0].text) in normalise(column.header)


def is_its_own_choice(column: Column) -> bool:
    """Whether all that a column holds is one answer that its name ends in: a column for each answer of a question."""
    filled = [said for said in column.said if said.kind != "blank"]
    return len(filled) == 1 and column.answered() < len(column.index) and plain(column.header).endswith(plain(filled[0].text))


def may_be_option(column: Column) -> bool:
    """Whether the cells could be the ticks of one option: 1 and 0, yes and blank, the option's own words and blank."""
    filled = {said.whole or said.text for said in column.said if said.kind != "blank"}
    if filled and filled <= _TICKS:
        return True
    return is_one_choice(column)


def _trails(texts: dict[str, int]) -> bool:
    """Microsoft Forms ends every choice with a semicolon, a single one too."""
    trailing = sum(count for text, count in texts.items() if text.rstrip().endswith(";"))
    return trailing > 1 and trailing > HALF * sum(texts.values())


def _stand_alone(texts: dict[str, int], separator: str) -> bool:
    """Whether cells join what other cells hold alone, most of it at least: "App,Web" beside "App" and "Web"."""
    alone = {text.strip() for text in texts if separator not in text}
    joined = {text: [piece.strip() for piece in text.split(separator)] for text in texts if separator in text}
    pieces = {piece for parts in joined.values() for piece in parts if piece}
    known = pieces & alone
    spaced = separator == "," and any(", " in text for text in joined)  # "Yes, totally": a comma of the label itself
    enough = bool(known) and (known == pieces or (not spaced and 2 * len(known) >= len(pieces)))
    return enough and len(alone) <= _MOST_ALONE and sum(texts[text] for text in joined) > 1


def _repeats(texts: list[str], separator: str) -> bool:
    """Whether the pieces between separators repeat more than the whole cells do, and come in more than one company."""
    split = [[piece.strip() for piece in text.split(separator) if piece.strip()] for text in texts if separator in text]
    pieces = [piece for parts in split for piece in parts]
    distinct = set(pieces)
    if len(split) < 2 or len(split) < 0.3 * len(texts) or any(len(piece) > _LONGEST_CHOICE for piece in distinct):
        return False
    return len(distinct) <= 0.6 * len(pieces) and (
        len(texts) > len(distinct) or not distinct.isdisjoint(text.strip() for text in texts)
    )
