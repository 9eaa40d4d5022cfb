"""The tree of a model: target, latents, parts, indicators, columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..findings import Remark
from ..model import OVERALL, Indicator, Latent, Model
from ..model.short_forms import number_text
from ..results import Blank, Cell, Result, Table
from ..terms import COLUMN, LEVEL, OVERALL_WEIGHT, WEIGHT, Text
from . import tree_terms as terms
from .feature_table import feature_table

_COLUMNS = (
    terms.TREE_NODE,
    terms.KIND,
    LEVEL,
    terms.MODE,
    terms.HIGHER_ORDER,
    WEIGHT,
    OVERALL_WEIGHT,
    COLUMN,
    terms.EXPECTATION,
    terms.IMPORTANCE,
    terms.SCALE,
    terms.REVERSED,
    terms.CONTROLLABLE,
    terms.QUESTION_EN,
    terms.QUESTION_ZH,
)
_NO_LEAF: tuple[Cell, ...] = (None,) * 8
_UNKNOWN = Blank("not_estimated")
_FROM_ANSWERS = Text(
    "the weights ({weights}) come from the answers, so the tree has none yet", "权重（{weights}）由答案得出，此处尚无数值"
)


def expand(model: Model, language: str | None = None) -> Result:
    """Every node with its level, weight, column and question; the paths; the columns that speak of respondents.

    Weights are shares among siblings under `equal` and `given`; other weightings need answers, so theirs are blank.
    language: of the question shown; every language is in the table.
    """
    tables = [_tree(model, language or model.language or "en")] if model.latents else []
    if model.features:
        tables.append(feature_table(model))
    if model.inner.paths:
        title = Text("Paths, from cause to effect", "路径（从原因到结果）")
        tables.append(Table("paths", title, (terms.SOURCE, terms.TARGET), model.inner.paths))
    roles = tuple(_roles(model))
    if roles:
        tables.append(Table("respondents", Text("Columns about respondents", "受访者信息列"), (terms.ROLE, COLUMN), roles))
    remarks = () if _is_known(model) else (Remark("weights_from_answers", _FROM_ANSWERS, {"weights": model.weighting}),)
    settings = {"name": model.name, "target": model.target, "weights": model.weighting, "language": model.language}
    return Result("expand", terms.TREE, None, tuple(tables), remarks=remarks, settings=settings)


def _tree(model: Model, language: str) -> Table:
    rows = [(OVERALL, "target", 0, None, None, None, None, *_NO_LEAF)] if model.target == OVERALL else []
    rows += _below(model, model.latents, level=len(rows), share=1.0, kind="latent")
    strong = frozenset(number for number, row in enumerate(rows) if row[1] == "target")
    question = terms.QUESTION_ZH if language == "zh" else terms.QUESTION_EN
    used = [term.key for at, term in enumerate(_COLUMNS) if any(not _is_empty(row[at]) for row in rows)]
    shown = [key for key in used if key not in ("kind", "level", "mode", "controllable", "question_en", "question_zh")]
    if question.key in used:
        shown.append(question.key)
    return Table("tree", Text("The tree", "结构树"), _COLUMNS, tuple(rows), tuple(shown), strong)


def _is_empty(cell: Cell) -> bool:
    return cell is None or isinstance(cell, Blank)


def _below(
    model: Model, siblings: Sequence[Latent | Indicator], *, level: int, share: float | None, kind: str
) -> Iterator[tuple[Cell, ...]]:
    """The rows of these siblings and of all that is below them. share: of their parent in the whole, None when unknown."""
    for node, weight in zip(siblings, _shares(model, siblings), strict=True):
        overall = None if share is None or weight is None else share * weight
        shares = (_UNKNOWN if weight is None else weight, _UNKNOWN if overall is None else overall)
        if isinstance(node, Indicator):
            yield (node.name, "indicator", level, None, None, *shares, *_leaf(node, model))
            continue
        named = "target" if kind == "latent" and node.name == model.target else kind
        yield (node.name, named, level, node.mode, node.higher_order, *shares, *_NO_LEAF)
        yield from _below(model, (*node.indicators, *node.parts), level=level + 1, share=overall, kind="part")


def _leaf(leaf: Indicator, model: Model) -> tuple[Cell, ...]:
    scale = leaf.scale or model.scale
    ends = None if scale is None else f"{number_text(scale.lowest)}–{number_text(scale.highest)}"
    controllable = None if leaf.controllable is None else "yes" if leaf.controllable else "no"
    turned = "yes" if leaf.reversed else None
    asked = (leaf.question.get("en"), leaf.question.get("zh"))
    return leaf.column, leaf.expectation, leaf.importance, ends, turned, controllable, *asked


def _is_known(model: Model) -> bool:
    return model.weighting in ("equal", "given")


def _shares(model: Model, siblings: Sequence[Latent | Indicator]) -> list[float | None]:
    """What each counts for among its siblings; None where only the answers will tell."""
    if not _is_known(model):
        return [None] * len(siblings)
    given = [node.weight or 0.0 for node in siblings] if model.weighting == "given" else []
    parts = given if sum(given) > 0 else [1.0] * len(siblings)
    return [part / sum(parts) for part in parts]


def _roles(model: Model) -> Iterator[tuple[str, str]]:
    for role, columns in vars(model.respondents).items():
        for column in columns if isinstance(columns, tuple) else (columns,):
            if column is not None:
                yield role, column
