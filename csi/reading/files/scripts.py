"""Which of the old encodings a text is in, by how much its characters look like one living script.

Success in decoding proves nothing: GB18030 turns almost any bytes into Han characters, but into rare ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

# the commonest characters of running text and of questionnaires
_SIMPLIFIED = frozenset("的一是不了在有人我您这和为对请意满很非常较同般服务问题其他与到时会员工品质量价格次年月日选择")
_TRADITIONAL = frozenset("的一是不了在有人我您這和為對請意滿很非常較同般服務問題其他與到時會員工品質量價格次年月日選擇普通")
_HANGUL = frozenset("이다는에가을의하고지한만족매우그렇지않보통함은로도서비스음있수전혀기대점")
_RARE, _BROKEN = -1.0, -3.0
_SURE = 0.25  # lead over the next best that leaves little doubt


@dataclass(frozen=True)
class Guess:
    """encoding: a codec's name. script: what it writes. sure: well ahead of the others."""

    encoding: str
    script: str
    sure: bool


def likeliest(sample: bytes) -> Guess:
    """The encoding in which the sample looks most like writing."""
    scores = {name: _score(sample, name) for name in _CANDIDATES}
    best, second = sorted(scores, key=lambda name: scores[name], reverse=True)[:2]
    sure = scores[best] - scores[second] >= _SURE and scores[best] > 0.5
    return Guess(best, _CANDIDATES[best][0], sure)


def _score(sample: bytes, encoding: str) -> float:
    """Mean worth of a character beyond ASCII; 1 and more for common ones, below zero for rare and broken ones."""
    text = sample.decode(encoding, "replace")
    beyond = [letter for letter in text if letter > "\x7f"]
    if not beyond:
        return _BROKEN
    broken = beyond.count("\ufffd") * _BROKEN
    return (broken + _CANDIDATES[encoding][1](text, [letter for letter in beyond if letter != "\ufffd"])) / len(beyond)


def _by_tables(
    legacy: str, common: range, symbols: range, second: float, known: frozenset[str]
) -> Callable[[str, list[str]], float]:
    """Worth by where a character stands in the script's older, smaller code table: common, symbol, second rank, absent."""
    worth: dict[str, float] = {}

    def judge(letter: str) -> float:
        try:
            lead = letter.encode(legacy)[0]
        except UnicodeEncodeError:
            return _RARE
        if lead in common:
            return 1.0 + 0.5 * (letter in known)
        return 0.4 if lead in symbols else second

    def total(_: str, letters: list[str]) -> float:
        for letter in set(letters) - worth.keys():
            worth[letter] = judge(letter)
        return sum(worth[letter] for letter in letters)

    return total


def _japanese(_: str, letters: list[str]) -> float:
    kana = sum("\u3041" <= letter <= "\u30fe" for letter in letters)
    half_width = sum("\uff61" <= letter <= "\uff9f" for letter in letters)
    first_rank = sum(letter >= "\u4e00" and letter.encode("cp932", "replace")[0] in range(0x88, 0x99) for letter in letters)
    symbols = sum("\u3000" <= letter <= "\u3020" or "\uff01" <= letter <= "\uff5e" for letter in letters)
    rest = len(letters) - kana - half_width - first_rank - symbols
    return 1.5 * kana + 0.6 * first_rank + 0.4 * symbols - 0.5 * half_width - rest


_LATIN_GOOD = re.compile(r"(?<=[A-Za-z])[À-ÿŒœŠšŽžŸ’](?![À-ÿ]{2})|(?<![À-ÿ])[À-ÿ‘’“”–—…€ŒœŠšŽžŸ](?=[A-Za-z ,.;\"\r\n]|$)")
_LATIN_ODD = re.compile(r"[\x80-\xff‚ƒ„†‡ˆ‰‹›™˜Œ-ž]{3,}")


def _western(text: str, letters: list[str]) -> float:
    good = len(_LATIN_GOOD.findall(text))
    return good - sum(len(run) for run in _LATIN_ODD.findall(text))


_CYRILLIC_FLOW = re.compile(r"(?<=[А-Яа-яЁё])[а-яё]|(?<![А-Яа-яЁё])[А-ЯЁа-яё](?=[а-яё\s])")


def _cyrillic(text: str, letters: list[str]) -> float:
    flowing = len(_CYRILLIC_FLOW.findall(text))
    return flowing - 2.0 * (len(letters) - flowing)


_CANDIDATES: dict[str, tuple[str, Callable[[str, list[str]], float]]] = {
    "gb18030": ("简体中文", _by_tables("gb2312", range(0xB0, 0xD8), range(0xA1, 0xAA), 0.2, _SIMPLIFIED)),
    "cp950": ("繁體中文", _by_tables("big5", range(0xA4, 0xC7), range(0xA1, 0xA4), 0.0, _TRADITIONAL)),
    "cp949": ("한국어", _by_tables("euc_kr", range(0xB0, 0xC9), range(0xA1, 0xAD), -0.6, _HANGUL)),
    "cp932": ("日本語", _japanese),
    "cp1252": ("Western", _western),
    "cp1251": ("Кириллица", _cyrillic),
}
