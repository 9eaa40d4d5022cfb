"""How a written answer is brought to the form in which answers are compared, and told from the code beside it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from .traditional import SIMPLIFIED

_QUOTES = {"‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "—": "-", "–": "-", "‐": "-", "‑": "-", "−": "-"}
_UNIT = r"(?:分|星|颗星|级|点|점|points?|pts?|stars?|sterne?|estrell?as?|etoiles?|bintang|puntos?|pontos?|punkte?)?"
_NUMBER = r"([+-]?[0-9]{1,4}(?:[.,][0-9]{1,2})?)"
_BARE_CODE = re.compile(rf"[(\[]?{_NUMBER}\s*(?:{_UNIT}|%)\s*[)\]]?")
_CODE_FIRST = re.compile(rf"[(\[]?{_NUMBER}\s*{_UNIT}\s*(?:[)\]]\s*[-:.,=]?|[-:.,、=_]|\s)\s*([^\W\d_(].*)")
_HAN = r"[\u3400-\u9fff]"
# "agree (5)", "agree - 5", "agree 5", "同意5"; but neither "a4" nor "1e5"
_CODE_LAST = re.compile(
    rf"(.*[^\W\d_)])(?:\s*[-:=,]?\s*[(\[]\s*{_NUMBER}\s*{_UNIT}\s*[)\]]|(?:\s*[-:=,]\s*|\s+|(?<={_HAN})){_NUMBER}\s*{_UNIT})"
)
# "0 (not at all)"
_CODE_WRAPS = re.compile(rf"{_NUMBER}\s*{_UNIT}\s*[(\[]\s*([^\W\d_][^()\[\]]*)[)\]]?")
_INNER_COMMA = re.compile(r"(?<=[^\W\d_])\s*[,、]\s*(?=[^\W\d_])")  # "yes, totally" is "yes totally"
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_STARS = re.compile(r"([★⭐🌟]+)\s*[☆✩]*")
_SELECTORS = dict.fromkeys(range(0xFE00, 0xFE10), "")  # they only colour the emoji before them
_EAST = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"  # kana, Han, Hangul: spaced as one likes
_EAST_SPACE = re.compile(rf"(?<={_EAST})\s+(?={_EAST})")
_SLASH_SPACE = re.compile(r"\s*/\s*")
# "satisfecho/a", "satisfait(e)", "satisfait·e", "zufrieden*r": both genders in one word
_BOTH_GENDERS = re.compile(r"(?<=[a-z]{3})(?:/[aoe]s?|/-[aoe]|\([aoe]s?\)|[·•.][e]s?|\*(?:in|r)?)(?![a-z])")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:[aeo]s?|s)(?![a-z])")
_EITHER = re.compile(r"(?<=[a-z]{3})@(?![a-z])")


def normalise(text: str) -> str:
    """The answer in the form in which words are compared.

    No markup, NFKC, one kind of quotes, single spaces, no case, no accents on Latin letters, no emoji around, simplified Han, one gender.
    """
    plain = unicodedata.normalize("NFKC", _without_markup(text)).translate(_SELECTORS)
    visible = plain if plain.isprintable() else "".join(map(_shown, plain))
    folded = fold(_INNER_COMMA.sub(" ", " ".join(visible.split()).casefold()))
    bare = folded[_decoration(folded, "*") : len(folded) - _decoration(folded[::-1], "!;,.。*}]")]
    return _one_gender(bare) or folded


def fold(words: str) -> str:
    """Lower-case words without what writers differ in: accents, kinds of quotes and of Han, spaces where none are needed."""
    bare = words.isascii() and "_" not in words and "`" not in words
    plain = words if bare else words.translate(_folding())
    if " " not in plain:
        return plain
    close = _SLASH_SPACE.sub("/", plain) if "/" in plain else plain
    return close if close.isascii() else _EAST_SPACE.sub("", close)


def without_gender(words: str) -> str:
    """The words without endings that only tell the gender or the number of the speaker: satisfecha is satisfecho, satisfaite satisfait."""
    return _ENDING.sub("", words)


def split_code(words: str) -> tuple[str, float | None]:
    """A normalised answer without the code at its front or end, and that code: "5 - very good" is ("very good", 5)."""
    bare = _BARE_CODE.fullmatch(words)
    if bare:
        return "", _number(bare[1])
    stars = _STARS.fullmatch(words)
    if stars:
        return "", float(len(stars[1]))
    front = _CODE_FIRST.fullmatch(words) or _CODE_WRAPS.fullmatch(words)
    if front:
        return front[2].strip(), _number(front[1])
    end = _CODE_LAST.fullmatch(words)
    if end:
        return end[1].strip(" -:=,("), _number(end[2] or end[3])
    return words, None


@cache
def _folding() -> dict[int, str]:
    """Each accented Latin letter (up to U+017F) to its bare one, quotes and dashes to one kind, traditional Han to simplified."""
    letters = {code: unicodedata.normalize("NFD", chr(code)) for code in range(0xC0, 0x180)}
    bare = {code: parts[0] for code, parts in letters.items() if len(parts) > 1}
    return bare | {ord("ß"): "ss", ord("_"): " "} | str.maketrans(_QUOTES) | str.maketrans(SIMPLIFIED)


def _shown(letter: str) -> str:
    """Nothing for what cannot be seen: control characters, marks of direction."""
    return "" if unicodedata.category(letter) in ("Cc", "Cf") and not letter.isspace() else letter


def _without_markup(text: str) -> str:
    """Without the tags and entities of web pages, in which some platforms keep their labels."""
    if "<" not in text and "&" not in text:
        return text
    import html

    return html.unescape(_TAG.sub(" ", text))


def _one_gender(words: str) -> str:
    if not any(sign in words for sign in "/(·•*.@"):
        return words
    return _EITHER.sub("o", _BOTH_GENDERS.sub("", words))


def _decoration(text: str, signs: str) -> int:
    """How many characters in front say nothing: emoji, quotes, spaces, and these signs."""
    return next((at for at, c in enumerate(text) if not (unicodedata.category(c) in ("So", "Sk") or c in " \"'" + signs)), 0)


def _number(text: str) -> float:
    return float(text.replace(",", "."))
