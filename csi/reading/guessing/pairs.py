"""Columns that ask the same thing twice, as expected and as experienced or as important, when their names say so plainly."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .side_words import CODED, NUMBER_IN_FRONT, NUMBERED, PART_LETTER, PARTNERS, SATISFACTION_BEHIND, STEMS, WORDS, Side

_LONGEST = 2_000  # letters of a name
LEAST_CODED = 3  # so many E1-P1, E2-P2 … make a pattern; fewer may be chance


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
    """A column with its header, the item it stands for, the shared question above it, and its own wording where it has one."""

    position: int
    header: str
    item: str
    stem: str
    question: str = ""


def partners(columns: Sequence[Named]) -> Partners:
    """Experience column -> the column that asks for the expectation (importance) of the same thing."""
    expectation, importance = _paired(columns, "expectation"), _paired(columns, "importance")
    sides = {*expectation.values(), *importance.values()}
    kept = [{one: other for one, other in pairs.items() if one not in sides} for pairs in (expectation, importance)]
    return Partners(*kept)


def _paired(columns: Sequence[Named], side: Side) -> dict[int, int]:
    known: dict[int, int] = {}
    ways = (by_word, by_letter, _by_number, _by_stem, by_word_unnumbered)
    for pairs in (way(columns, side) for way in ways):
        taken = {*known, *known.values()}
        known |= {one: other for one, other in pairs.items() if one not in taken and other not in taken}
    return known


def by_word(columns: Sequence[Named], side: Side, own: Side | None = "experience") -> dict[int, int]:
    """The name of one side is the other's with its word added or changed: "Price (expected)" beside "Price"."""
    pairs: dict[int, int] = {}
    for names in (
        [(one.position, one.header) for one in columns],
        [(one.position, one.question) for one in columns if one.question],
    ):
        cores: dict[tuple[Side | None, str], int] = {}
        for position, name in names:
            said, core = side_and_core(name)
            cores.setdefault((said, core.casefold()), position)
            if said is None:  # 态度满意度 is a name like others, unless 态度重要性 stands there too
                cores.setdefault(("experience", SATISFACTION_BEHIND.sub("", core.casefold())), position)
        for (said, core), position in cores.items():
            first = cores.get((own, core), cores.get((None, core)))
            if said == side and first is not None and core:
                pairs.setdefault(first, position)
    return pairs


def by_word_unnumbered(columns: Sequence[Named], side: Side, own: Side = "experience") -> dict[int, int]:
    """As by_word, where each name has a running number of its own: "1、价格（期望）" beside "2、价格（感知）". Both say their side."""
    cores: dict[tuple[Side, str], list[int]] = {}
    for one in columns:
        said, core = side_and_core(one.header)
        if said is not None:
            cores.setdefault((said, _unnumbered(core.casefold())), []).append(one.position)
    alone = {key: found[0] for key, found in cores.items() if len(found) == 1}
    return {alone[own, core]: position for (said, core), position in alone.items() if said == side and (own, core) in alone}


def _unnumbered(core: str) -> str:
    part = PART_LETTER.fullmatch(core)
    return part["number"] if part else NUMBER_IN_FRONT.sub("", core)


def without_side(header: str) -> str:
    """The name without the word that says expected, experienced or important."""
    return side_and_core(header)[1]


def side_and_core(header: str) -> tuple[Side | None, str]:
    """Which side a name speaks for, and the name without the word that says so."""
    name = " ".join(unicodedata.normalize("NFKC", header[:_LONGEST]).split())
    for text in dict.fromkeys((name, NUMBER_IN_FRONT.sub("", name))):
        for side, form in WORDS:
            core = form.sub("", text, count=1).strip(" _.:-?？。") if form.search(text) else ""
            if core:
                return side, core
    return None, name


def by_letter(columns: Sequence[Named], side: Side) -> dict[int, int]:
    """The names differ by a letter in front of the same number: E1 beside P1."""
    coded: dict[str, dict[str, int]] = {}
    for one in columns:
        match = CODED.fullmatch(_plain(one.header))
        if match:
            coded.setdefault(match["letters"], {}).setdefault(match["rest"], one.position)
    for wanted, asked, met in PARTNERS:
        theirs, ours = coded.get(asked, {}), coded.get(met, {})
        if wanted == side and len(theirs) >= LEAST_CODED and theirs.keys() == ours.keys():
            return {ours[rest]: theirs[rest] for rest in ours}
    return {}


def _by_number(columns: Sequence[Named], side: Side) -> dict[int, int]:
    """1-1 beside 1-2, 2-1 beside 2-2 …, each with the same words behind or none: the first part is the expectation."""
    numbered = list(numbered_pairs(columns))
    return {second: first for first, second in numbered} if side == "expectation" and len(numbered) >= LEAST_CODED else {}


def numbered_pairs(columns: Sequence[Named]) -> Iterator[tuple[int, int]]:
    """Positions of x-1 and x-2; none at all when any number has one part only or a third, or other words behind the second."""
    parts: dict[str, dict[str, tuple[int, str]]] = {}
    for one in columns:
        match = NUMBERED.fullmatch(_plain(one.header))
        if match:
            words = without_side(f"x {match['text'] or match['words'] or ''}").casefold()  # the words may be the side alone
            parts.setdefault(match["number"], {})[match["part"]] = (one.position, words)
    if all(found.keys() == {"1", "2"} and found["1"][1] == found["2"][1] for found in parts.values()):
        yield from ((found["1"][0], found["2"][0]) for found in parts.values())


def _by_stem(columns: Sequence[Named], side: Side) -> dict[int, int]:
    """Two matrices of the same statements, one of whose questions speaks of expecting (or of importance)."""
    form = next(form for said, form in STEMS if said == side)
    theirs: dict[str, int] = {}
    ours: dict[str, int] = {}
    for one in columns:
        if one.stem:
            speaks = form.search(_plain(one.stem)) is not None
            other_side = not speaks and any(other.search(_plain(one.stem)) for _, other in STEMS)
            if not other_side:
                (theirs if speaks else ours).setdefault(_plain(one.item), one.position)
    shared = [item for item in ours if item in theirs]
    return {ours[item]: theirs[item] for item in shared} if len(shared) >= 2 else {}


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text[:_LONGEST]).casefold().split())
