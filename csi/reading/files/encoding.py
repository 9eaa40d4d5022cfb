"""The encoding of a text file: its own mark, strict UTF-8, or a scored guess that is said."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from ...findings import Finding
from ...terms import Text
from .named_encoding import known_encoding, not_in_encoding
from .scripts import Guess, likeliest
from .source import Source
from .wide import mark_of, unmarked_wide

_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_LINES, _LONGEST = 400, 2000
_SAMPLE = 1 << 16  # bytes that show the script
_PIECE = 1 << 20
_DAMAGE = 20  # readable characters for each unreadable one, below which UTF-8 is not what the file is in


@dataclass(frozen=True)
class Encoding:
    """name: the codec. errors: "strict", or "replace" where single characters are damaged, which a finding says.

    mark: bytes at the start that are no text.
    """

    name: str
    errors: str = "strict"
    mark: int = 0
    findings: tuple[Finding, ...] = ()


def encoding_of(source: Source, wanted: str | None = None) -> Encoding:
    """How to decode the bytes; `wanted` overrides what they suggest.

    Raises: UsageFault when there is no such encoding; UnreadableFile when the bytes are not in the wanted one.
    """
    if wanted is not None:
        return _given(source, known_encoding(wanted), wanted)
    mark = mark_of(source.data)
    if mark is None:
        return _unmarked(source.data)
    rest = source.data[mark.length :]
    narrow = mark.encoding == "utf-8" and _fault(rest, "utf-8") is not None and not _mostly_utf8(rest)
    found = _tolerant(rest, mark.encoding) if mark.believable and not narrow else _unmarked(rest)
    about = () if found.name == mark.encoding else (_wrong_mark(mark.encoding, found.name),)
    return replace(found, mark=mark.length, findings=(*about, *found.findings))


def _unmarked(data: bytes) -> Encoding:
    wide = unmarked_wide(data)
    if wide:
        return _tolerant(data, wide)
    if _fault(data, "utf-8") is None:
        return Encoding("utf-8")
    return _tolerant(data, "utf-8") if _mostly_utf8(data) else _guessed(data)


def _wrong_mark(claimed: str, found: str) -> Finding:
    return Finding(
        "wrong_mark",
        "warning",
        Text(
            "the file begins with the mark of {claimed}, but the text is not {claimed}; it was read as {found}.",
            "文件以 {claimed} 的字节顺序标记开头，但内容并非 {claimed}，已按 {found} 读取。",
        ),
        values={"claimed": claimed, "found": found},
    )


def _given(source: Source, name: str, wanted: str) -> Encoding:
    mark = mark_of(source.data)
    skipped = mark.length if mark is not None and name in {mark.encoding, mark.encoding[:6]} else 0
    rest = source.data[skipped:]
    name = mark.encoding if mark is not None and skipped else name
    fault = _fault(rest, name)
    if fault is not None:
        raise not_in_encoding(f"{source.name}:{_line(rest, fault)}", wanted)
    doubted = not name.startswith("utf") and not rest.isascii() and _fault(rest, "utf-8") is None
    return Encoding(name, mark=skipped, findings=(_doubted(wanted),) if doubted else ())


def _doubted(wanted: str) -> Finding:
    return Finding(
        "encoding_doubtful",
        "warning",
        Text(
            "the text was read as {encoding}, as asked, but it is valid UTF-8; if words look wrong, leave --encoding out.",
            "已按指定的 {encoding} 读取，但文本本身是有效的 UTF-8；如文字显示异常，请去掉 --encoding。",
        ),
        values={"encoding": wanted},
    )


def _fault(data: bytes, name: str) -> int | None:
    """Where the first byte stands that does not decode, or None."""
    try:
        _go_through(data, name)
        return None
    except (UnicodeError, LookupError):  # not every codec can go piece by piece
        pass
    try:
        data.decode(name)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _go_through(data: bytes, name: str) -> None:
    """Decode piece by piece, so that a large text is not kept once more. Raises: UnicodeError."""
    decoder = codecs.getincrementaldecoder(name)()
    for at in range(0, len(data), _PIECE):
        decoder.decode(data[at : at + _PIECE])
    decoder.decode(b"", final=True)


def _line(data: bytes, at: int) -> int:
    return data.count(b"\n", 0, at) + 1


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) > _DAMAGE * broken


def _guessed(data: bytes) -> Encoding:
    guess = likeliest(b"\n".join(islice(_telling_lines(data), _LINES))[:_SAMPLE])
    decoding = _tolerant(data, guess.encoding)
    return replace(decoding, findings=(said_guess(guess), *decoding.findings))


def _telling_lines(data: bytes) -> Iterator[bytes]:
    """The lines that hold more than ASCII; of very long ones what follows their first such byte."""
    at = 0
    while found := _BEYOND_ASCII.search(data, at):
        start = max(data.rfind(b"\n", at, found.start()) + 1, at)
        start = start if found.start() - start < _LONGEST else found.start()
        end = data.find(b"\n", found.start())
        at = len(data) if end < 0 else end + 1
        yield data[start : min(at, start + _LONGEST)].rstrip(b"\n")


def said_guess(guess: Guess) -> Finding:
    """The finding that names the guess, and the runner-up where it comes close."""
    return Finding(
        "encoding_guessed",
        "info" if guess.sure else "warning",
        _GUESSED if guess.rival is None else _RIVALLED,
        values={"encoding": guess.encoding, "script": guess.script, "rival": guess.rival},
    )


_GUESSED = Text(
    "the text is not UTF-8; it was read as {encoding} ({script}). If words look wrong, name the encoding with --encoding.",
    "文本不是 UTF-8 编码，已按 {encoding}（{script}）读取。如文字显示异常，请用 --encoding 指定编码。",
)
_RIVALLED = Text(
    "the text is not UTF-8; it was read as {encoding} ({script}), though {rival} fits nearly as well. If words look wrong: --encoding {rival}",
    "文本不是 UTF-8 编码，已按 {encoding}（{script}）读取，但 {rival} 也几乎同样吻合。如文字显示异常，请用 --encoding {rival}。",
)


def _tolerant(data: bytes, name: str) -> Encoding:
    """Strict when it can be; else single characters are replaced, and counted."""
    fault = _fault(data, name)
    if fault is None:
        return Encoding(name)
    broken = data.decode(name, "replace").count("\ufffd")
    finding = Finding(
        "undecodable_characters",
        "warning",
        Text(
            "characters that are not {encoding} and show as \ufffd: {count}, the first in line {line}.",
            "无法按 {encoding} 解码、显示为 \ufffd 的字符：{count} 个，首个在第 {line} 行。",
        ),
        count=broken,
        values={"encoding": name, "line": _line(data, fault)},
    )
    return Encoding(name, "replace", findings=(finding,))
