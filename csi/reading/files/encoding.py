"""The encoding of a text file: its own mark, strict UTF-8, or a scored guess that is said."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from ...errors import UnreadableFile, UsageFault
from ...findings import Finding
from ...terms import Text
from .scripts import Guess, likeliest
from .source import Source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TELLING_LINES = re.compile(rb"[^\n]*[\x80-\xff][^\n]*")
_LINES = 400
_SEPARATORS = frozenset(b',;\t\r\n "0123456789')
_DAMAGE = 20  # readable characters for each unreadable one, below which UTF-8 is not what the file is in


@dataclass(frozen=True)
class Encoding:
    """name: the codec. errors: "strict", or "replace" where single characters are damaged, which a finding says."""

    name: str
    errors: str = "strict"
    findings: tuple[Finding, ...] = ()


def encoding_of(source: Source, wanted: str | None = None) -> Encoding:
    """How to decode the bytes; `wanted` overrides what they suggest.

    Raises: UsageFault when there is no such encoding; UnreadableFile when the bytes are not in the wanted one.
    """
    if wanted is not None:
        return _given(source, wanted)
    for mark, name in _MARKS:
        if source.data.startswith(mark):
            return _tolerant(source, name)
    wide = unmarked_utf16(source.data)
    if wide:
        return _tolerant(source, wide)
    if _fault(source.data, "utf-8") is None:
        return Encoding("utf-8")
    return _tolerant(source, "utf-8") if _mostly_utf8(source.data) else _guessed(source)


def _given(source: Source, wanted: str) -> Encoding:
    try:
        known = codecs.lookup(wanted)
    except (LookupError, ValueError):
        known = None
    if known is None or not known._is_text_encoding:
        raise UsageFault(
            place=f"--encoding {wanted}",
            reason=Text("there is no such encoding.", "没有这种编码。"),
            remedy=Text(
                "Common ones: utf-8, gb18030, big5, cp949, cp932, cp1252, utf-16.",
                "常用编码：utf-8、gb18030、big5、cp949、cp932、cp1252、utf-16。",
            ),
        )
    name = "utf-8-sig" if known.name == "utf-8" and source.data.startswith(codecs.BOM_UTF8) else known.name
    fault = _fault(source.data, name)
    if fault is None:
        return Encoding(name)
    raise UnreadableFile(
        place=f"{source.name}:{_line(source.data, fault)}",
        reason=Text(
            f"the text is not {wanted}: a byte here means nothing in it.", f"文本不是 {wanted} 编码：此处的字节无法解码。"
        ),
        remedy=Text(
            "Leave --encoding out to have it found, or name another.", "请去掉 --encoding 让程序自动识别，或改用其他编码。"
        ),
    )


def _fault(data: bytes, name: str) -> int | None:
    """Where the first byte stands that does not decode, or None."""
    try:
        data.decode(name)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _line(data: bytes, at: int) -> int:
    return data.count(b"\n", 0, at) + 1


def unmarked_utf16(data: bytes) -> str | None:
    """The codec of UTF-16 without a mark, or None: separators and digits stand beside a NUL, always on the same side."""
    head = data[:4096]
    pairs = Counter(zip(head[0::2], head[1::2], strict=False))
    little = sum(times for (first, second), times in pairs.items() if second == 0 and first in _SEPARATORS)
    big = sum(times for (first, second), times in pairs.items() if first == 0 and second in _SEPARATORS)
    separators = len(head) - len(head.translate(None, bytes(_SEPARATORS)))
    if max(little, big) * 2 < max(separators, 1):
        return None
    return "utf-16-le" if little > big else "utf-16-be"


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) > _DAMAGE * broken


def _guessed(source: Source) -> Encoding:
    sample = b"\n".join(line[0] for line in islice(_TELLING_LINES.finditer(source.data), _LINES))
    guess = likeliest(sample)
    decoding = _tolerant(source, guess.encoding)
    return Encoding(decoding.name, decoding.errors, (_said(guess), *decoding.findings))


def _said(guess: Guess) -> Finding:
    return Finding(
        "encoding_guessed",
        "info" if guess.sure else "warning",
        Text(
            "the text is not UTF-8; it was read as {encoding} ({script}). If words look wrong, name the encoding with --encoding.",
            "文本不是 UTF-8 编码，已按 {encoding}（{script}）读取。如文字显示异常，请用 --encoding 指定编码。",
        ),
        values={"encoding": guess.encoding, "script": guess.script},
    )


def _tolerant(source: Source, name: str) -> Encoding:
    """Strict when it can be; else single characters are replaced, and counted."""
    fault = _fault(source.data, name)
    if fault is None:
        return Encoding(name)
    broken = source.data.decode(name, "replace").count("\ufffd")
    finding = Finding(
        "undecodable_characters",
        "warning",
        Text(
            "characters that are not {encoding} and show as \ufffd: {count}, the first in line {line}.",
            "无法按 {encoding} 解码、显示为 \ufffd 的字符：{count} 个，首个在第 {line} 行。",
        ),
        count=broken,
        values={"encoding": name, "line": _line(source.data, fault)},
    )
    return Encoding(name, "replace", (finding,))
