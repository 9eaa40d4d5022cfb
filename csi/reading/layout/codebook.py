"""A sheet that explains another one: "SS = Sangat setuju", codes and their labels, the question behind each name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .raw import Row, is_blank, number, title

# "SS = Sangat setuju", "1: sehr schlecht", "5 - Strongly agree"
_ENTRY = re.compile(r"\s*[(\[]?(?P<key>[^\W\d_]{1,5}|\d{1,2})[)\]]?\s*(?:[=:：]|\s[-–—]\s)\s*(?P<meaning>[^=]+)")
_BRACKETED = re.compile(r"(?P<meaning>[^()（）]+)[(（]\s*(?P<key>[^\W\d_]{1,5})\s*[)）]\s*")  # Strongly agree (SA)
_PARTS = re.compile(r"[\n;；|,，、]")
_LONGEST = 200  # letters of a meaning
_SHORT = 5  # letters of an abbreviation


@dataclass
class Codebook:
    """words: what an abbreviation stands for, by its folded form. codes: what a number stands for, in any column.

    labels: the same, by the name of one column. questions: the wording behind a name. place: the first cell that says any of it.
    """

    words: dict[str, str] = field(default_factory=dict)
    codes: dict[float, str] = field(default_factory=dict)
    labels: dict[str, dict[float, str]] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)


def codebook_of(rows: Iterable[Row], header: Sequence[str]) -> Codebook:
    """Everything that a sheet explains. header: the names of the columns that it may speak of."""
    book, names, about = Codebook(), {name.strip().casefold(): name for name in header if name.strip()}, None
    for row in rows:
        values = [value for value in row if not is_blank(value)]
        texts = [title(value) for value in values]
        named = next((names[text.casefold()] for text in texts if text.casefold() in names), None)
        about = named or (about if values and not _starts_anew(row, values) else None)
        if len(set(map(str.casefold, texts)) & set(names)) > 1:
            continue  # names side by side: a table of answers, not of explanations
        rest = [text for text in texts if text.casefold() not in names]
        pairs = list(_pairs(rest))
        _take(book, about, pairs)
        if named:
            _question(book, named, [text for text in rest if text not in {meaning for _, meaning in pairs} and not _within(text)])
    return book


def _starts_anew(row: Row, values: Sequence[object]) -> bool:
    """Whether a row has a word in its first column, so that it no longer speaks of the column named above."""
    return bool(row) and not is_blank(row[0]) and number(row[0]) is None and len(values) > 1


def _pairs(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(key, meaning) of one row: within a cell, or of a short cell and the words beside it, on its right rather than on its left."""
    for text in texts:
        yield from _within(text)
    for at, key in enumerate(texts):
        beside = (*texts[at + 1 : at + 2], *texts[max(at - 1, 0) : at])
        meaning = next((text for text in beside if _is_meaning(text, key)), None) if _is_key(key) else None
        if meaning is not None:
            yield key, meaning


def _within(text: str) -> list[tuple[str, str]]:
    parts = _PARTS.split(text[: 4 * _LONGEST])
    found = [_ENTRY.fullmatch(part) or _BRACKETED.fullmatch(part) for part in parts]
    return [(one["key"], one["meaning"].strip()) for one in found if one and any(map(str.isalpha, one["meaning"]))]


def _is_key(text: str) -> bool:
    return (text.isdecimal() and len(text) <= 2) or (text.isalpha() and len(text) <= _SHORT)


def _is_meaning(text: str, key: str) -> bool:
    return len(text) <= _LONGEST and any(map(str.isalpha, text)) and (key.isdecimal() or abbreviates(key, text))


def _take(book: Codebook, about: str | None, pairs: Iterable[tuple[str, str]]) -> None:
    for key, meaning in pairs:
        if not key.isdecimal():
            if abbreviates(key, meaning):
                book.words.setdefault(key.casefold(), _bare(meaning))
        elif about is None:
            book.codes.setdefault(float(key), _bare(meaning))
        else:
            book.labels.setdefault(about, {}).setdefault(float(key), _bare(meaning))


def _question(book: Codebook, named: str, texts: Sequence[str]) -> None:
    longest = max(texts, key=len, default="")
    if len(longest) > _SHORT and number(longest) is None:
        book.questions.setdefault(named, longest)


def _bare(meaning: str) -> str:
    found = _BRACKETED.fullmatch(meaning)
    return found["meaning"].strip() if found and abbreviates(found["key"], found["meaning"]) else meaning.strip()


def abbreviates(key: str, meaning: str) -> bool:
    """Whether the letters of a key stand in the words in this order, the first of them first: "STS" for "Sangat tidak setuju"."""
    letters, folded = key.casefold(), meaning.casefold().strip()
    if len(folded) <= len(letters) or not folded.startswith(letters[:1]):
        return False
    rest = iter(folded)
    return all(letter in rest for letter in letters)


def spelled_out(values: Iterable[object], words: Mapping[str, str]) -> dict[str, str]:
    """The abbreviations of a column with what they stand for; empty unless all that it holds are abbreviations, two at least."""
    texts = [value for value in dict.fromkeys(values) if not is_blank(value)]
    if not all(isinstance(text, str) for text in texts):
        return {}
    found = {str(text): words[key] for text in texts if (key := str(text).strip().casefold()) in words}
    return found if len(found) == len(texts) and len(set(found.values())) > 1 else {}


def coded(values: Iterable[object], codes: Mapping[float, str]) -> bool:
    """Whether all that a column holds are these codes, three of them at least."""
    numbers = {number(value) for value in values if not is_blank(value)}
    return len(numbers) > 2 and numbers <= set(codes)
