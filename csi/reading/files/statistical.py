"""Files of statistics packages: SPSS (.sav, .zsav, .por), Stata (.dta) and SAS (.sas7bdat), with what they say of their codes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

from ...findings import Finding
from ...terms import Text
from .columnar import Columnar, most_rows, not_installed, refuse_many
from .encoding import said_guess
from .inflate import damaged
from .named_encoding import known_encoding, not_in_encoding, unused_encoding
from .native import quietly
from .sav_dictionary import refuse_broken_dictionary
from .scripts import Guess, likeliest
from .source import Source
from .user_missing import told_apart

StatisticalKind = Literal["sav", "dta", "por", "sas7bdat"]
EXTRA = "spss"

_PACKAGES: dict[StatisticalKind, str] = {"sav": "SPSS", "dta": "Stata", "por": "SPSS", "sas7bdat": "SAS"}
_UNMARKED = "WINDOWS-1252"  # what the reader takes for granted where a file does not name its encoding
_ANY_BYTE = "iso-8859-1"  # in which all bytes are characters
_TELLING_TEXTS = 400


@dataclass(frozen=True)
class _Read:
    values: Mapping[str, Sequence[Any]]
    about: Any  # pyreadstat's metadata


class _Undecodable(Exception):
    """The texts are not in the encoding that was tried, or the reader does not know it."""


def open_statistical(source: Source, kind: StatisticalKind, encoding: str | None = None) -> Columnar:
    """The variables of a statistics file: variable labels are questions, value labels travel beside the codes.

    encoding: of its texts; the file's own word when left out, and a guess, which is said, where that word is absent or wrong.
    Raises: UnreadableFile when it is damaged, too large or not in that encoding; MissingExtra without pyreadstat; UsageFault.
    """
    told = unused_encoding(encoding, kind) if kind == "por" else ()
    encoding = None if kind == "por" else encoding
    read, guess = _given(source, kind, encoding) if encoding else _found(source, kind)
    columns, labels, missing = told_apart(read.values, read.about)
    names = tuple(name or "" for name in read.values)
    asked = enumerate(read.about.column_labels)
    return Columnar(
        source,
        kind,
        names,
        columns,
        questions={at: text.strip() for at, text in asked if text and text.strip() not in {"", names[at]}},
        labels=labels,
        encoding=guess.encoding if guess else encoding or read.about.file_encoding or None,
        findings=(*told, *([said_guess(guess)] if guess else []), *_lost_letters(read), *missing),
    )


def _given(source: Source, kind: StatisticalKind, encoding: str) -> tuple[_Read, None]:
    try:
        return _read(source, kind, known_encoding(encoding)), None
    except _Undecodable:
        raise not_in_encoding(source.name, encoding) from None


def _found(source: Source, kind: StatisticalKind) -> tuple[_Read, Guess | None]:
    """What the file says of itself, unless its texts look like another script."""
    try:
        read = _read(source, kind, None)
        sample = _sample(read, "cp1252")
        if str(read.about.file_encoding).upper() != _UNMARKED or sample.isascii():
            return read, None
    except _Undecodable:
        if kind == "por":  # whose reader takes no encoding
            raise damaged(source.name) from None
        sample = _sample(_read(source, kind, _ANY_BYTE), _ANY_BYTE)
    guess = likeliest(sample)
    try:
        return _read(source, kind, guess.encoding), None if guess.encoding == "cp1252" else guess
    except _Undecodable:
        raise damaged(source.name) from None


def _lost_letters(read: _Read) -> tuple[Finding, ...]:
    """Said where the reader could make nothing of letters, as in portable files, which have room for plain Latin ones alone."""
    lost = sum("\ufffd" in text for text in islice(_texts(read), _TELLING_TEXTS))
    text = Text(
        "texts with letters that could not be read: {count} or more. Export the survey as .sav or .xlsx to have them.",
        "有文字无法识别的文本：至少 {count} 条。请将数据导出为 .sav 或 .xlsx。",
    )
    return (Finding("letters_lost", "warning", text, count=lost),) if lost else ()


def _sample(read: _Read, encoding: str) -> bytes:
    """Texts of the file as the bytes that they are."""
    return "\n".join(islice(_texts(read), _TELLING_TEXTS)).encode(encoding, "ignore")


def _texts(read: _Read) -> Iterator[str]:
    """The texts that are not plain ASCII: questions, labels, answers."""
    labelled = (label for labels in read.about.variable_value_labels.values() for label in labels.values())
    answers = (value for values in read.values.values() for value in values[:_TELLING_TEXTS])
    for text in (*read.about.column_labels, *labelled, *answers):
        if isinstance(text, str) and not text.isascii():
            yield text


def _read(source: Source, kind: StatisticalKind, encoding: str | None) -> _Read:
    try:
        import pyreadstat
    except ImportError:
        raise not_installed(source.name, _PACKAGES[kind], EXTRA) from None
    if kind == "sav":
        refuse_broken_dictionary(source)
    reader = getattr(pyreadstat, f"read_{kind}")
    told: dict[str, Any] = {"encoding": encoding.replace("_", "-")} if encoding else {}
    _, about = _called(reader, source, told | {"metadataonly": True})
    width = len(about.column_names)
    refuse_many(source, about.number_rows or 0, width)
    told["row_limit"] = most_rows(source, width) + 1  # the number above is what the file claims, or unknown
    if kind != "por":  # whose reader leaves user-missing codes among the answers
        told["user_missing"] = True
    values, about = _called(reader, source, told | {"output_format": "dict"})
    refuse_many(source, max(map(len, values.values()), default=0), width)
    return _Read(values, about)


def _called(reader: Any, source: Source, told: dict[str, Any]) -> tuple[Any, Any]:
    """What the reader gives; dates that no calendar holds stay numbers."""
    try:
        with quietly():
            values, about = reader(io.BytesIO(source.data), **told)
    except Exception as error:  # the reader names its refusals in words only
        if "encoding" in str(error) or "character set" in str(error):
            raise _Undecodable from None
        if "disable_datetime_conversion" in told:
            raise damaged(source.name) from None
    else:
        return values, about
    return _called(reader, source, told | {"disable_datetime_conversion": True})
