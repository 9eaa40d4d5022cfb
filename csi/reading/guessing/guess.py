"""A model for a file that has none: one latent a block of questions, the block that speaks of satisfaction as the target, no paths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...errors import NothingToScore
from ...findings import Finding
from ...model import OVERALL, Indicator, Latent, Model, Respondents
from ...terms import Text
from ..cells import Cells
from .blocks import Block, Item, blocks_of, short
from .classified import Classified
from .classify import classify, of_kind
from .guess_findings import GUESS, Pairs, guess_findings
from .guessed_features import guessed_features, ratings_of_halves
from .header_words import SEGMENT
from .kano_pairs import half_pairs, kano_pairs
from .kinds import WHY, Kind
from .latent_names import block_names, free_name
from .pairs import Named, Partners, partners, without_side
from .target import target_of, with_target

MOST_SEGMENT_COLUMNS, MOST_SEGMENTS = 8, 12


def guess(cells: Cells) -> tuple[Model, tuple[Finding, ...]]:
    """The model that the columns suggest, and the findings that announce it.

    Raises: NothingToScore when no column looks like answers on a scale.
    """
    columns = classify(cells)
    kano = kano_pairs(columns)
    halves = half_pairs(columns, kano)
    with_and_without = {*kano, *kano.values(), *halves}
    answers = tuple(one for one in of_kind(columns, "indicator") if one.column.position not in with_and_without)
    features = guessed_features(cells, columns, kano, answers)
    rating = features.ratings | ratings_of_halves(columns, halves, answers)
    answers = tuple(one for one in answers if one.column.position not in rating)
    if not answers and not features.found:
        raise _no_answers(cells, columns)
    paired = _partners(blocks_of(answers))
    asked = [one for one in answers if one.column.position not in paired.sides]
    unseen = {one.column.position for one in columns if one.kind in ("empty", "attention") or one.reason == "platform"}
    blocks = with_target(blocks_of(asked, paired.sides | unseen))
    names = block_names(blocks)
    latents = tuple(_latent(cells, name, block, paired) for name, block in zip(names, blocks, strict=True))
    target = target_of(names, blocks) if blocks else OVERALL
    respondents = _respondents(columns)
    model = Model(_distinct(latents), target=target, respondents=respondents, source=GUESS, features=features.found)
    return model, tuple(guess_findings(cells, columns, model, Pairs(paired, kano)))


def _partners(blocks: Sequence[Block]) -> Partners:
    return partners([_named(item) for block in blocks for item in block.items])


def _named(item: Item) -> Named:
    column = item.column.column
    return Named(column.position, column.header, item.name, item.stem, column.question)


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
    taken: set[str] = set()
    renamed = []
    for latent in latents:
        leaves = []
        for leaf in latent.indicators:
            name = free_name(leaf.name, taken)
            taken.add(name)
            leaves.append(Indicator(name, leaf.column, leaf.expectation, leaf.importance))
        renamed.append(Latent(latent.name, indicators=tuple(leaves)))
    return tuple(renamed)


def _respondents(columns: Sequence[Classified]) -> Respondents:
    groups = [one for one in of_kind(tuple(columns), "segment") if one.speaks(SEGMENT)]
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


def _no_answers(cells: Cells, columns: Sequence[Classified]) -> NothingToScore:
    coded = [one for one in columns if one.reason == "answer_codes"]
    if coded:
        return _codes_alone(cells, coded)
    pairs = kano_pairs(columns)
    kano = [one for one in columns if one.kind == "kano" or one.column.position in {*pairs, *pairs.values()}]
    if kano:
        return _kano_alone(cells, kano)
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


def _kano_alone(cells: Cells, questions: Sequence[Classified]) -> NothingToScore:
    first, count = short(questions[0].header), len(questions)
    return NothingToScore(
        place=cells.origin.sheet or cells.origin.source,
        reason=Text(
            f'it asks Kano questions, with and without a feature ("{first}" and others, {count} columns), and nothing else on a scale:'
            " their answers count in no index.",
            f"表中只有 KANO 题（“{first}”等 {count} 列，询问具备／不具备某功能的感受），没有量表题；KANO 题不计入任何指数。",
        ),
        remedy=Text(
            "Score a file that has rating questions too; the Kano pairs are to be evaluated by the Kano table, which csi does not do.",
            "请提供含量表题的数据；KANO 题请用 KANO 评价表分析，csi 不做此分析。",
        ),
    )


def _codes_alone(cells: Cells, columns: Sequence[Classified]) -> NothingToScore:
    first, count = columns[0], len(columns)
    codes = sorted({said.text for said in first.column.said if said.kind == "words"}, key=lambda code: (len(code), code))
    labels = ", ".join(f"{code}: {place}" for place, code in enumerate(codes, 1))
    return NothingToScore(
        place=cells.origin.sheet or cells.origin.source,
        reason=Text(
            f'its answers are codes without their words ("{short(first.header)}" and others, {count} columns: {", ".join(codes)}), and only'
            " their author knows which is the best.",
            f"答案只有选项代码而没有选项词（“{short(first.header)}”等 {count} 列：{'、'.join(codes)}），高低顺序只有问卷作者知道。",
        ),
        remedy=Text(
            f"Export the full answers; or name the columns in a model with scale: {{min: 1, max: {len(codes)}, labels: {{{labels}}}}}.",
            f"请导出选项文字；或在模型中指定列，并写明 scale: {{min: 1, max: {len(codes)}, labels: {{{labels}}}}}。",
        ),
    )
