"""Columns that ask the same thing twice, as expected and as experienced or as important, when their names say so plainly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Side = Literal["expectation", "importance", "experience"]

LEAST_CODED = 3  # so many E1-P1, E2-P2 … make a pattern; fewer may be chance

_WORDS: tuple[tuple[Side, re.Pattern[str]], ...] = (
    (
        "expectation",
        re.compile(
            r"[(\[]\s*(?:expectations?|expected|exp|e|期望值?|预期|期待|harapan|기대)\s*[)\]]|[_ .-](?:expectations?|expected|expect|exp)$"
            r"|^(?:expectations?|expected)[_ :.-]+|(?<=.)(?:期望值?|预期)$|^(?:期望值?|预期)[_ :：.-]+",
            re.IGNORECASE,
        ),
    ),
    (
        "importance",
        re.compile(
            r"[(\[]\s*(?:importance|important|imp|i|重要性|重要度|重视度|重要程度|kepentingan)\s*[)\]]|[_ .-](?:importance|imp)$"
            r"|^(?:importance)[_ :.-]+|(?<=.)(?:重要性|重要度|重视度)$|^(?:重要性|重要度|重视度)[_ :：.-]+",
            re.IGNORECASE,
        ),
    ),
    (
        "experience",
        re.compile(
            r"[(\[]\s*(?:perceptions?|perceived|experiences?|experienced|actual|satisfaction|performance|perc|p|s|感知值?|体验|实际|实感|满意度|表现"
            r"|persepsi|kenyataan|kinerja|인지)\s*[)\]]|[_ .-](?:perceptions?|perceived|perc|per|experiences?|actual|perf|performance|satisfaction|sat)$"
            r"|^(?:perceptions?|perceived|experience|actual|performance|satisfaction)[_ :.-]+"
            r"|(?<=.)(?:感知值?|体验值?|实际值?)$|(?<=[_ .:：-])满意度$|^(?:感知值?|体验|实际|满意度)[_ :：.-]+",
            re.IGNORECASE,
        ),
    ),
)
# a letter before the number: E1 beside P1 or S1, H1 beside K1, I1 beside P1 or S1
_CODED = re.compile(r"(?P<letters>exp|perc|per|imp|e|p|s|h|k|i|w)[_ .-]?(?P<rest>\d+[\w.-]*|(?<=[_.-])\w+)")
_PARTNERS: tuple[tuple[Side, str, str], ...] = (
    ("expectation", "e", "p"),
    ("expectation", "e", "s"),
    ("expectation", "exp", "perc"),
    ("expectation", "exp", "per"),
    ("expectation", "h", "k"),
    ("importance", "i", "p"),
    ("importance", "i", "s"),
    ("importance", "w", "p"),
    ("importance", "imp", "perc"),
    ("importance", "imp", "per"),
)
_STEMS: tuple[tuple[Side, re.Pattern[str]], ...] = (
    ("expectation", re.compile(r"expect|should|期望|预期|期待|理想")),
    ("importance", re.compile(r"importan|重要|重视")),
)


@dataclass(frozen=True)
class Partners:
    """The columns that ask the same as an experience column. Positions in the sheet."""

    expectation: Mapping[int, int]
    importance: Mapping[int, int]

    @property
    def sides(self) -> frozenset[int]:
        """Columns that are the other side of one."""
        return frozenset((*self.expectation.values(), *self.importance.values()))


@dataclass(frozen=True)
class Named:
    """A column with its header, the item it stands for, and the shared question above it."""

    position: int
    header: str
    item: str
    stem: str


def partners(columns: Sequence[Named]) -> Partners:
    """Experience column -> the column that asks for the expectation (importance) of the same thing."""
    found: dict[Side, dict[int, int]] = {"expectation": {}, "importance": {}}
    for side, known in found.items():
        for pairs in (_by_word(columns, side), _by_letter(columns, side), _by_stem(columns, side)):
            taken = {*known, *known.values()}
            known.update({one: other for one, other in pairs.items() if one not in taken and other not in taken})
    sides = {*found["expectation"].values(), *found["importance"].values()}
    kept = {side: {one: other for one, other in pairs.items() if one not in sides} for side, pairs in found.items()}
    return Partners(kept["expectation"], kept["importance"])


def _by_word(columns: Sequence[Named], side: Side) -> dict[int, int]:
    """The name of one side is the other's with its word added or changed: "Price (expected)" beside "Price"."""
    cores: dict[tuple[Side | None, str], int] = {}
    for one in columns:
        said, core = _side_and_core(one.header)
        cores.setdefault((said, core.casefold()), one.position)
    pairs = {}
    for (said, core), position in cores.items():
        own = cores.get(("experience", core), cores.get((None, core)))
        if said == side and own is not None and core:
            pairs[own] = position
    return pairs


def without_side(header: str) -> str:
    """The name without the word that says expected, experienced or important."""
    return _side_and_core(header)[1]


def _side_and_core(header: str) -> tuple[Side | None, str]:
    name = " ".join(unicodedata.normalize("NFKC", header).split())
    for side, form in _WORDS:
        if form.search(name) and form.sub("", name, count=1).strip(" _.:-"):
            return side, form.sub("", name, count=1).strip(" _.:-")
    return None, name


def _by_letter(columns: Sequence[Named], side: Side) -> dict[int, int]:
    coded: dict[str, dict[str, int]] = {}
    for one in columns:
        match = _CODED.fullmatch(_plain(one.header))
        if match:
            coded.setdefault(match["letters"], {})[match["rest"]] = one.position
    for wanted, asked, met in _PARTNERS:
        theirs, ours = coded.get(asked, {}), coded.get(met, {})
        if wanted == side and len(theirs) >= LEAST_CODED and theirs.keys() == ours.keys():
            return {ours[rest]: theirs[rest] for rest in ours}
    return {}


def _by_stem(columns: Sequence[Named], side: Side) -> dict[int, int]:
    """Two matrices of the same statements, one of whose questions speaks of expecting (or of importance)."""
    form = next(form for said, form in _STEMS if said == side)
    theirs: dict[str, int] = {}
    ours: dict[str, int] = {}
    for one in columns:
        if one.stem:
            speaks = form.search(_plain(one.stem)) is not None
            other_side = not speaks and any(other.search(_plain(one.stem)) for _, other in _STEMS)
            if not other_side:
                (theirs if speaks else ours).setdefault(_plain(one.item), one.position)
    shared = [item for item in ours if item in theirs]
    return {ours[item]: theirs[item] for item in shared} if len(shared) >= 2 else {}


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
