"""The table of a file's columns: what each was taken for, why, and what became of its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...findings import Finding, Value
from ...model import Model, Scale
from ...results import Cell, Table
from ...survey import Survey
from ...terms import COLUMN, LATENT, MEAN, Term, Text, Unit
from ..answers.answer_findings import UNREAD_KEYS
from .classify import Classified
from .guess import GUESS
from .kinds import WHY

_ROLES = {
    "indicator": Text("indicator", "指标"),
    "expectation": Text("expectation", "期望"),
    "importance": Text("importance", "重要性"),
    "answer": Text("answer, not in the model", "答案（未入模型）"),
    "recommend": Text("recommendation", "推荐意愿"),
    "segment": Text("segment", "细分变量"),
    "wave": Text("wave", "期次"),
    "weight": Text("case weight", "个案权重"),
    "cluster": Text("cluster", "群"),
    "strata": Text("stratum", "层"),
    "profit": Text("profit", "利润"),
    "id": Text("id", "编号"),
    "multi_select": Text("multi-select", "多选题"),
    "free_text": Text("free text", "开放题"),
    "number": Text("number", "数值"),
    "metadata": Text("metadata", "平台元数据"),
    "personal": Text("personal data", "个人信息"),
    "derived": Text("derived", "衍生列"),
    "empty": Text("empty", "空列"),
}
LETTER = Term("letter", "Letter", "列号", meaning=Text("Where the column stands in the sheet.", "该列在工作表中的位置。"))
READ_AS = Term("read_as", "Read as", "读作", meaning=Text("What the column was taken for.", "该列被视为什么。"), values=_ROLES)
SCALE = Term("scale", "Scale", "量表", meaning=Text("Lowest and highest possible answer.", "可能的最低与最高答案。"))
ANSWERED = Term("answered", "Answered", "已答", Unit.COUNT, 0, Text("Cells that count.", "有效单元格数。"))
MISSING = Term("missing", "Missing", "缺失", Unit.COUNT, 0, Text("Cells that are blank or say so.", "空白或注明未答的单元格数。"))
UNREAD = Term(
    "unread", "Unread", "未识别", Unit.COUNT, 0, Text("Filled cells that could not be read.", "有内容但无法识别的单元格数。")
)
NOTE = Term(
    "note",
    "Because",
    "依据",
    meaning=Text("What speaks for it.", "判断依据。"),
    values={
        **WHY,
        "model": Text("the model says so", "模型指定"),
        "weight_unused": Text("its name says so; not used", "由列名判断；未使用"),
    },
)
TITLE = Text("Columns as they were read", "各列的读取结果")


def column_table(columns: Sequence[Classified], model: Model | None, survey: Survey | None) -> Table:
    """One row a column of the file, in its order; answers are counted as they were decoded where there is a survey."""
    terms = (COLUMN, LETTER, READ_AS, LATENT, SCALE, ANSWERED, MISSING, UNREAD, MEAN, NOTE)
    roles = _roles(columns, model)
    said = model is not None and model.source != GUESS  # a guessed model says no more than the columns do
    rows = tuple(_row(one, roles.get(one.column.position), survey, said=said) for one in columns)
    return Table("columns", TITLE, terms, rows, shown=tuple(term.key for term in terms if term is not LETTER))


class _Role(NamedTuple):
    """The model's name of the column, what it is in the model, and of which latent."""

    name: str
    use: str
    latent: str


def _roles(columns: Sequence[Classified], model: Model | None) -> dict[int, _Role]:
    if model is None:
        return {}
    named: dict[str, tuple[str, str]] = {name: (role, "") for role, name in _respondent_roles(model)}
    named |= {use.column: (use.use, use.latent) for use in reversed(model.uses())}
    places = {name: one.column.position for name in named for one in columns if _means(name, one)}
    return {position: _Role(name, *named[name]) for name, position in places.items()}


def _means(name: str, one: Classified) -> bool:
    return name.strip() == one.header.strip() or (name.startswith("$") and name[1:].upper() == one.letter)


def _respondent_roles(model: Model) -> list[tuple[str, str]]:
    who = model.respondents
    singles: Mapping[str, str | None] = {
        "id": who.id,
        "wave": who.wave,
        "cluster": who.cluster,
        "strata": who.strata,
        "recommend": who.recommend,
        "profit": who.profit,
        "weight": who.case_weight,
    }
    return [("segment", name) for name in who.segments] + [(role, name) for role, name in singles.items() if name is not None]


def _row(one: Classified, role: _Role | None, survey: Survey | None, *, said: bool) -> tuple[Cell, ...]:
    filled, n = one.column.answered(), len(one.column.index)
    if role is None:
        unused = said and one.kind == "weight"
        kind = "answer" if one.kind == "indicator" else one.kind
        return (one.header, one.letter, kind, None, None, filled, n - filled, 0, None, "weight_unused" if unused else one.reason)
    name, use, latent = role
    reason = "model" if said else one.reason
    if survey is None or name not in survey.columns:
        return (one.header, one.letter, use, latent or None, None, filled, n - filled, 0, None, reason)
    return (*_decoded(one, role, survey), reason)


def _decoded(one: Classified, role: _Role, survey: Survey) -> tuple[Cell, ...]:
    import numpy as np

    answers, scale = survey.answered(role.name), survey.scales[survey.columns.index(role.name)]
    valid = int((~np.isnan(answers)).sum())
    unread = _unread(role.name, one, survey)
    mean = float(np.nanmean(answers)) if valid else None
    ends = _ends(scale) if valid else None
    rest = len(answers) - valid - unread
    return (one.header, one.letter, role.use, role.latent, ends, valid, rest, unread, mean)


def _unread(name: str, one: Classified, survey: Survey) -> int:
    if any(finding.key == "scale_unknown" and name in _names(finding) for finding in survey.findings):
        return one.column.answered()
    return sum(finding.count for finding in survey.findings if finding.key in UNREAD_KEYS and finding.values["column"] == name)


def _names(finding: Finding) -> tuple[Value, ...]:
    names = finding.values["columns"]
    return names if isinstance(names, tuple) else (names,)


def _ends(scale: Scale) -> str:
    """The ends, 1–5, and the words that stand there."""
    ends = f"{scale.lowest:g}–{scale.highest:g}"
    if not scale.labels:
        return ends
    ranked = sorted(scale.labels, key=scale.labels.__getitem__)
    return f"{ends}: {ranked[0]} … {ranked[-1]}"
