"""Columns whose heading says that they hold gaps worked out by others, and in which direction: noticed, never acted upon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding
from ..model import Model
from ..model.company import GapSign
from ..terms import Text
from .cells import Cells

_EXPECTATION = r"(?:expectations?|expected|期望值?|预期值?)"
_EXPERIENCE = r"(?:experiences?|experienced|perceptions?|perceived|performance|results?|actual|体验值?|感知值?|实际值?|绩效|结果)"
_WORD = r"\s*(?:−|–|—|－|减去?|minus|less)\s*"
_HYPHEN = r"\s*-\s*"
_SAYS: tuple[tuple[re.Pattern[str], GapSign], ...] = (
    (re.compile(rf"{_EXPECTATION}{_WORD}|{_EXPECTATION}{_HYPHEN}{_EXPERIENCE}", re.IGNORECASE), "expectation-experience"),
    (re.compile(rf"{_EXPERIENCE}(?:{_WORD}|{_HYPHEN}){_EXPECTATION}", re.IGNORECASE), "experience-expectation"),
    (re.compile(r"(?<!\w)E\s*[-−–]\s*P(?!\w)"), "expectation-experience"),
    (re.compile(r"(?<!\w)P\s*[-−–]\s*E(?!\w)"), "experience-expectation"),
)
_WORDS: dict[GapSign, Text] = {
    "expectation-experience": Text("expectation minus experience", "期望减体验"),
    "experience-expectation": Text("experience minus expectation", "体验减期望"),
}


def direction(heading: str) -> GapSign | None:
    """The direction that a heading states; None when it states none."""
    return next((sign for pattern, sign in _SAYS if pattern.search(heading)), None)


def gap_headers(cells: Cells, model: Model) -> Iterator[Finding]:
    """A warning for each such column that the model reads as answers or in another direction; a note for one of the opposite sign that it does not read."""
    uses: dict[int, set[str]] = {}
    for use in model.uses():
        at = cells.position(use.column)
        if at is not None:
            uses.setdefault(at, set()).add(use.use)
    for at, heading in enumerate(cells.header):
        said = direction(heading) or direction(cells.questions.get(at, ""))
        if said is not None:
            yield from _noticed(heading, said, uses.get(at, set()), model)


def _noticed(heading: str, said: GapSign, uses: set[str], model: Model) -> Iterator[Finding]:
    declared = model.gap_sign if "expectation" in uses else None
    words = _WORDS[said]
    values = {"column": heading, "said": words.en, "said_zh": words.zh, "option": f"--sign {said}"}
    if not uses & {"indicator", "expectation"}:
        if said == "expectation-experience":
            yield Finding("gap_column_unused", "info", _UNUSED, heading, values=values)
    elif declared is None:
        yield Finding("gap_in_heading", "warning", _AS_ANSWERS, heading, values=values)
    elif declared != said:
        other = _WORDS[declared]
        yield Finding(
            "gap_sign_differs", "warning", _OTHER, heading, values={**values, "declared": other.en, "declared_zh": other.zh}
        )


_UNUSED = Text(
    'column "{column}" says {said}, the opposite of the sign used here; it was not read',
    "列“{column}”写明{said_zh}，与此处的方向相反；未读取该列",
)
_AS_ANSWERS = Text(
    'column "{column}" says that it holds ready-made gaps, {said}, and was read as answers; if it does, name it as expectation and declare {option}',
    "列“{column}”写明是现成的差距（{said_zh}），但按答案读取；若确为差距，请把它指定为期望列并声明 {option}",
)
_OTHER = Text(
    'column "{column}" says {said}, but {declared} was declared',
    "列“{column}”写明{said_zh}，但声明的方向是{declared_zh}",
)
