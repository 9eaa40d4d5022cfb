"""A model for a file that has none: one latent a block of questions, the block that speaks of satisfaction as the target, no paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...errors import NothingToScore
from ...findings import Finding, Value
from ...model import Indicator, Latent, Model, Respondents
from ...terms import Text
from ..cells import Cells
from .blocks import Block, Item, blocks_of, short
from .classify import Classified, classify, of_kind
from .kinds import WHY, Kind
from .known_headers import SEGMENT, plain
from .latent_names import block_names, free_name
from .pairs import Named, Partners, partners, without_side
from .target import target_of, with_target

GUESS = "guess"  # the source of a guessed model
MOST_SEGMENT_COLUMNS, MOST_SEGMENTS = 8, 12

_GUESSED = Text(
    "no model was given, so one was guessed: {latents} ({indicators} columns), target {target}."
    " Turn it into a file and correct it: csi init --from {survey}",
    "未提供模型，已自动推测：{latents}（共 {indicators} 列），目标为 {target}。可生成模型文件后修改：csi init --from {survey}",
)
_PAIRED = Text(
    "taken for the {side} side by their names: {pairs}",
    "根据列名配对（{side_zh}）：{pairs}",
)
_WEIGHTED = Text("{column} is taken for the case weights, because of its name", "根据列名，将“{column}”用作个案权重")


def guess(cells: Cells) -> tuple[Model, tuple[Finding, ...]]:
    """The model that the columns suggest, and the findings that announce it.

    Raises: NothingToScore when no column looks like answers on a scale.
    """
    columns = classify(cells)
    answers = tuple(of_kind(columns, "indicator"))
    if not answers:
        raise _no_answers(cells, columns)
    paired = _partners(blocks_of(answers))
    asked = [one for one in answers if one.column.position not in paired.sides]
    blocks = with_target(blocks_of(asked, paired.sides))
    names = block_names(blocks)
    latents = tuple(_latent(cells, name, block, paired) for name, block in zip(names, blocks, strict=True))
    target = target_of(names, blocks)
    respondents = _respondents(columns)
    model = Model(_distinct(latents), target=target, respondents=respondents, source=GUESS)
    return model, tuple(_findings(cells, model, paired))


def _partners(blocks: Sequence[Block]) -> Partners:
    return partners([Named(i.column.column.position, i.column.header, i.name, i.stem) for block in blocks for i in block.items])


def _latent(cells: Cells, name: str, block: Block, paired: Partners) -> Latent:
    return Latent(name, indicators=tuple(_indicator(cells, item, paired) for item in block.items))


def _indicator(cells: Cells, item: Item, paired: Partners) -> Indicator:
    position = item.column.column.position
    expected, important = paired.expectation.get(position), paired.importance.get(position)
    twin = expected is not None or important is not None
    return Indicator(
        name=short(without_side(item.name)) if twin else item.name,
        column=cells.header[position],
        expectation=None if expected is None else cells.header[expected],
        importance=None if important is None else cells.header[important],
    )


def _distinct(latents: Iterable[Latent]) -> tuple[Latent, ...]:
    """The latents with the name of each indicator used once."""
    taken: list[str] = []
    renamed = []
    for latent in latents:
        leaves = []
        for leaf in latent.indicators:
            taken.append(free_name(leaf.name, taken))
            leaves.append(Indicator(taken[-1], leaf.column, leaf.expectation, leaf.importance))
        renamed.append(Latent(latent.name, indicators=tuple(leaves)))
    return tuple(renamed)


def _respondents(columns: Sequence[Classified]) -> Respondents:
    groups = [one for one in of_kind(tuple(columns), "segment") if SEGMENT.search(plain(one.header))]
    segments = [one.header for one in groups if 2 <= len(one.column.said) <= MOST_SEGMENTS]
    return Respondents(
        id=_first(columns, "id"),
        case_weight=_first(columns, "weight"),
        wave=_first(columns, "wave"),
        recommend=_first(columns, "recommend"),
        segments=tuple(segments[:MOST_SEGMENT_COLUMNS]),
    )


def _first(columns: Sequence[Classified], kind: Kind) -> str | None:
    return next((one.header for one in of_kind(tuple(columns), kind)), None)


def _findings(cells: Cells, model: Model, paired: Partners) -> Iterator[Finding]:
    values: dict[str, Value] = {
        "latents": tuple(latent.name for latent in model.latents),
        "indicators": len(model.indicators),
        "target": model.target,
        "survey": cells.origin.source,
    }
    yield Finding("model_guessed", "warning", _GUESSED, values=values)
    for side, chinese, pairs in (("expectation", "期望", paired.expectation), ("importance", "重要性", paired.importance)):
        if pairs:
            named = tuple(f"{short(cells.header[one])} ← {short(cells.header[other])}" for one, other in pairs.items())
            said: dict[str, Value] = {"side": side, "side_zh": chinese, "pairs": named}
            yield Finding("pairs_guessed", "warning", _PAIRED, count=len(named), values=said)
    if model.respondents.case_weight is not None:
        column = model.respondents.case_weight
        yield Finding("case_weight_guessed", "warning", _WEIGHTED, place=column, values={"column": column})


def _no_answers(cells: Cells, columns: Sequence[Classified]) -> NothingToScore:
    shown = [f'"{short(one.header)}" ({WHY[one.reason].en})' for one in columns if one.kind != "empty"][:3]
    seen = f" It has {', '.join(shown)} …" if shown else ""
    return NothingToScore(
        place=cells.origin.sheet or cells.origin.source,
        reason=Text(
            f"none of its {len(columns)} columns looks like answers on a scale, so no model can be guessed.{seen}",
            f"{len(columns)} 列中没有一列像量表答案，因此无法推测模型。",
        ),
        remedy=Text(
            f"Name the columns in a model (csi init basic5 shows one), or look at what was read: csi check {cells.origin.source}",
            f"请在模型中指定列（csi init basic5 可生成示例），或查看读取结果：csi check {cells.origin.source}",
        ),
    )
