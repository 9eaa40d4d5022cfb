"""The single-byte encodings of Windows, told apart by the alphabets and the everyday words of the languages written in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_RUN = re.compile(r"[\x80-\u024f]{4,}")  # accented letters stand alone or in pairs, hardly ever in fours
_TURNED = re.compile(r"(?<=[^\W\d_A-ZÀ-ÞĀ-Ž])[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŠŒŽŸĄĘĆŁŃŚŹŻČĎĚŇŘŤŮŐŰĂŞŢĞİĐĢĶĻŅ](?=[a-zß-ÿ])")
_CAPITAL_INSIDE = re.compile(r"(?<=[а-яёіїєґα-ωά-ώ])[А-ЯЁІЇЄҐΑ-Ω]+")
_BEYOND_LATIN = re.compile(r"([A-Za-z]?)([^\x00-\x7f]+)([A-Za-z]?)")
_MARKS = frozenset("’‘“”„«»–—…€£§©®™°·¿¡№´²³½¼¾±×µ\u00a0")
_MARK_INSIDE = re.compile(r"(?<=[A-Za-z])[“”„«»…€£§©®™°¿¡№²³½¼¾±×µ](?=[A-Za-z])")
_FOREIGN, _MARK, _WORD = -1.0, 0.8, 0.5


@dataclass(frozen=True)
class Language:
    """letters: those beyond ASCII, lower case. words: some of them in most texts, as a pattern. own: its letters make up whole words."""

    letters: str
    words: str = ""
    own: bool = False


_GREEK = Language("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", r"και|πολύ|καθόλου", own=True)
_RUSSIAN = Language("абвгдежзийклмнопрстуфхцчшщъыьэюяё", r"очень|удовлетвор|соглас|как|не", own=True)
_UKRAINIAN = Language("абвгдежзийклмнопрстуфхцчшщьюяіїєґ", r"дуже|задовол|згод|як|не", own=True)
_BULGARIAN = Language("абвгдежзийклмнопрстуфхцчшщъьюя", r"много|удовлетвор|съглас|как|не", own=True)
_HEBREW = Language("אבגדהוזחטיךכלםמןנסעףפץצקרשת", r"מאוד|לא|מרוצה", own=True)
_ARABIC = Language("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْپچژگ", r"جدا|راض|غير|أوافق|لا", own=True)

# encoding -> what it writes, and the languages that it is judged by
PAGES: dict[str, tuple[str, tuple[Language, ...]]] = {
    "cp1252": (
        "Western",
        (
            Language("äöüß", r"\b(?:und|nicht|sehr|wie|zufrieden|der|die)\b"),
            Language("àâçéèêëîïôùûüœæ", r"\b(?:très|pas|satisfait|vous|les|des|une|avec|êtes)\b"),
            Language("áéíñóúü", r"\b(?:muy|satisfecho|acuerdo|usted|los|con|qué|cómo)\b"),
            Language("ãõáéíóúâêôàçü", r"\b(?:muito|satisfeito|não|você|com|uma|concordo)\b"),
            Language("àèéìòùí", r"\b(?:molto|soddisfatto|non|per niente|della|che|accordo)\b"),
            Language("åäöæøé", r"\b(?:og|och|ikke|inte|meget|mycket|nöjd|tilfreds|enig|hyvin)\b"),
            Language("éèëïöüáóí", r"\b(?:het|zeer|tevreden|niet|een|mee eens)\b"),
            Language("éï", r"\b(?:the|and|very|you|your|satisfied|agree)\b"),
        ),
    ),
    "cp1250": (
        "Central European",
        (
            Language("ąćęłńóśźż", r"\b(?:bardzo|zadowolony|zadowolona|się|nie|jest|zgadzam|oraz)\b"),
            Language("áčďéěíňóřšťúůýž", r"\b(?:velmi|spokojen|spokojena|jak|jste|není|ano|souhlasím)\b"),
            Language("áäčďéíĺľňóôŕšťúýž", r"\b(?:veľmi|spokojný|ako|ste|nie|áno|súhlasím)\b"),
            Language("áéíóöőúüű", r"\b(?:nagyon|elégedett|nem|egyetért\w*|mennyire|hogy|igen|egy)\b"),
            Language("ăâîşţ", r"\b(?:foarte|mulţumit|acord|este|sunt|pentru|nici)\b"),
            Language("čćđšž", r"\b(?:vrlo|zadovoljan|zelo|zadovoljen|nisam|slažem|koliko|jako|nije)\b"),
        ),
    ),
    "cp1254": ("Türkçe", (Language("çğıöşüâîû", r"\b(?:çok|memnun\w*|değil\w*|hiç|katılıyorum|ve|bir|ne|kadar|hizmet\w*)\b"),)),
    "cp1257": (
        "Baltic",
        (
            Language("ąčęėįšųūž", r"\b(?:labai|patenkint\w*|sutinku|kaip|yra|ir)\b"),
            Language("āčēģīķļņšūž", r"\b(?:ļoti|apmierināts|piekrītu|nav|kā|un)\b"),
            Language("äöõüšž", r"\b(?:väga|rahul|nõus|olen|ei|kuidas)\b"),
        ),
    ),
    "cp1251": ("Кириллица", (_RUSSIAN, _UKRAINIAN, _BULGARIAN)),
    "koi8_r": ("Кириллица", (_RUSSIAN,)),
    "cp1253": ("Ελληνικά", (_GREEK,)),
    "cp1255": ("עברית", (_HEBREW,)),
    "cp1256": ("العربية", (_ARABIC,)),
}


def alphabet_worth(languages: tuple[Language, ...]) -> Callable[[str, list[str]], float]:
    """Judges a text by the one of these languages that it looks most like: the summed worth of its letters beyond ASCII."""

    def total(text: str, letters: list[str]) -> float:
        return max(_worth(text, letters, language) for language in languages)

    return total


def _worth(text: str, letters: list[str], language: Language) -> float:
    """Letters of the alphabet count for it, strange ones against it, and so do capitals and signs inside words."""
    alphabet = frozenset(language.letters + language.letters.upper())
    known = sum(1.0 if letter in alphabet else _MARK if letter in _MARKS else _FOREIGN for letter in letters)
    odd = _oddities(text, own=language.own)
    words = _WORD * len(letters) * bool(language.words and re.search(language.words, text.casefold()))
    return known - 2.0 * odd + words


def _oddities(text: str, *, own: bool) -> float:
    """How many letters stand where no writer puts them."""
    signs = len(_MARK_INSIDE.findall(text))
    if own:
        return signs + sum(map(len, _CAPITAL_INSIDE.findall(text))) + _among_latin(text)
    return signs + len(_TURNED.findall(text)) + 0.75 * sum(map(len, _RUN.findall(text)))


def _among_latin(text: str) -> int:
    """How many letters stand in one word with Latin ones."""
    return sum(len(run) for before, run, after in _BEYOND_LATIN.findall(text) if before or after)
