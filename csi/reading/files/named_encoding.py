"""An encoding that the analyst names: whether there is one of that name, and what is said where the text is not in it."""

from __future__ import annotations

import codecs

from ...errors import UnreadableFile, UsageFault
from ...findings import Finding
from ...terms import Text


def known_encoding(wanted: str) -> str:
    """The codec that the analyst means. Raises: UsageFault when there is no such encoding."""
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
    return known.name


def not_in_encoding(place: str, wanted: str) -> UnreadableFile:
    """The error for bytes that mean nothing in the encoding that was named."""
    return UnreadableFile(
        place=place,
        reason=Text(
            f"the text is not {wanted}: a byte here means nothing in it.", f"文本不是 {wanted} 编码：此处的字节无法解码。"
        ),
        remedy=Text(
            "Leave --encoding out to have it found, or name another.", "请去掉 --encoding 让程序自动识别，或改用其他编码。"
        ),
    )


def unused_encoding(wanted: str | None, kind: str) -> tuple[Finding, ...]:
    """Said where an encoding was named for a file that leaves none to choose. Raises: UsageFault as `known_encoding`."""
    if wanted is None:
        return ()
    text = Text(
        "--encoding {encoding} was not used: files of this kind ({kind}) say themselves how their texts are encoded.",
        "未使用 --encoding {encoding}：此类文件（{kind}）自身已规定文本编码。",
    )
    values = {"encoding": known_encoding(wanted), "kind": kind}
    return (Finding("encoding_unused", "warning", text, values=values),)
