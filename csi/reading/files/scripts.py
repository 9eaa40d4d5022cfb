"""Which of the old encodings a text is in, by how much its characters look like one living script.

Success in decoding proves nothing: GB18030 turns almost any bytes into Han characters, but into rare ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .alphabets import PAGES, alphabet_worth

# the commonest characters of running text and of questionnaires
_SIMPLIFIED = frozenset("的一是不了在有人我您这和为对请意满很非常较同般服务问题其他与到时会员工品质量价格次年月日选择男女好差")
_TRADITIONAL = frozenset(
    "的一是不了在有人我您這和為對請意滿很非常較同般服務問題其他與到時會員工品質量價格次年月日選擇普通男女好差"
)
_HANGUL = frozenset("이다는에가을의하고지한만족매우그렇지않보통함은로도서비스음있수전혀기대점동불성별나")
# words that a questionnaire in this script is likely to hold
_WORDS = {
    "gb18030": ("满意", "同意", "一般", "服务", "您", "性别", "评价", "推荐", "符合"),
    "cp950": ("滿意", "同意", "普通", "服務", "您", "性別", "評價", "推薦", "符合"),
    "cp949": ("만족", "그렇다", "보통", "서비스", "성별", "동의", "추천", "매우"),
    "cp932": ("満足", "不満", "です", "ます", "ください", "どちら", "そう思", "性別", "サービス"),
    "euc_jp": ("満足", "不満", "です", "ます", "ください", "どちら", "そう思", "性別", "サービス"),
}
_AMONG_LATIN = re.compile(r"(?<=[A-Za-z])[\u3400-\u9fff\uac00-\ud7a3](?=[A-Za-z])")
_RARE, _BROKEN, _WORD, _ODD = -1.0, -3.0, 0.4, -2.0
_CLOSE = 0.25  # lead over the next best below which both are named
_SURE = 0.5  # worth of a character from which a text reads like one


@dataclass(frozen=True)
class Guess:
    """encoding: a codec's name. script: what it writes. sure: it reads well, and no other comes near. rival: the one that does."""

    encoding: str
    script: str
    sure: bool
    rival: str | None = None


def likeliest(sample: bytes) -> Guess:
    """The encoding in which the sample looks most like writing."""
    texts = {name: sample.decode(name, "replace") for name in _CANDIDATES}
    scores = {name: _score(text, name) for name, text in texts.items()}
    best = max(scores, key=lambda name: scores[name])
    # another encoding in which the text reads the same, letter by letter, is no other reading
    others = [name for name in scores if texts[name] != texts[best]]
    second = max(others, key=lambda name: scores[name], default=None)
    close = second is not None and scores[best] - scores[second] < _CLOSE and scores[second] > 0
    rival = second if close else None
    return Guess(best, _CANDIDATES[best][0], rival is None and scores[best] > _SURE, rival)


def _score(text: str, encoding: str) -> float:
    """Mean worth of a character beyond ASCII; 1 and more for common ones, below zero for rare and broken ones."""
    beyond = [letter for letter in text if letter > "\x7f"]
    if not beyond:
        return _BROKEN
    broken = beyond.count("\ufffd") * _BROKEN + len(_AMONG_LATIN.findall(text)) * _ODD
    mean = (broken + _CANDIDATES[encoding][1](text, [letter for letter in beyond if letter != "\ufffd"])) / len(beyond)
    return mean + _WORD * any(word in text for word in _WORDS.get(encoding, ()))


Judge = Callable[[str, list[str]], float]


def _by_tables(legacy: str, common: range, symbols: range, second: float, known: frozenset[str]) -> Judge:
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


# of equals the earlier one is taken
_CANDIDATES: dict[str, tuple[str, Judge]] = {
    "gb18030": ("简体中文", _by_tables("gb2312", range(0xB0, 0xD8), range(0xA1, 0xAA), 0.2, _SIMPLIFIED)),
    "cp950": ("繁體中文", _by_tables("big5", range(0xA4, 0xC7), range(0xA1, 0xA4), 0.0, _TRADITIONAL)),
    "cp949": ("한국어", _by_tables("euc_kr", range(0xB0, 0xC9), range(0xA1, 0xAD), -0.6, _HANGUL)),
    "cp932": ("日本語", _japanese),
    "euc_jp": ("日本語", _japanese),
    **{name: (script, alphabet_worth(languages)) for name, (script, languages) in PAGES.items()},
}
