"""The sheet `model` of a workbook -> Model: a table of indicators, one of features, a small table of paths, and settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...errors import ModelFault
from ...model import Model
from ...model.nearest import nearest
from ...model.vocabulary import RESPONDENT_SETTINGS, SETTINGS, key_of
from ...terms import Text
from .build import model_from_nodes
from .nodes import Faults, Items, Node, Pairs, Place, Word
from .sheet_blocks import Block, blocks_of
from .sheet_cells import several, yaml_or_word
from .sheet_features import features_of
from .sheet_grid import Sheet, sheet_of
from .sheet_tree import latents_of

_LISTS = ("missing", "segments")


def model_from_rows(rows: Sequence[Sequence[object]], source: str, *, sheet: str = "model") -> Model:
    """The model that the rows of a sheet describe; every place names its cell, like "model!C7".

    source: what the model is called in the output. sheet: the name of the sheet.
    Raises: ModelFault, or Several when more than one thing is wrong.
    """
    faults = Faults()
    page = sheet_of(rows, sheet)
    blocks = blocks_of(page, faults)
    if not {"indicators", "features"} & set(blocks):
        raise ModelFault(
            place=sheet,
            reason=Text(
                "the sheet has no header row that names latent, indicator and column.",
                "该工作表没有写明“潜变量、指标、列”的表头行。",
            ),
            remedy=Text("See one that is right: csi init ecsi-mobi.", "可参考现成的例子：csi init ecsi-mobi。"),
        )
    top = page.place(0, 0)
    pairs = list(_settings(page, blocks["settings"], faults)) if "settings" in blocks else []
    latents = latents_of(page, blocks["indicators"], faults) if "indicators" in blocks else Pairs((), top)
    pairs.append((Word("latents", top), latents))
    if "features" in blocks:
        pairs.append((Word("features", top), features_of(page, blocks["features"])))
    if "paths" in blocks:
        pairs.append(
            (
                Word("paths", page.place(blocks["paths"].header, min(blocks["paths"].columns))),
                _paths(page, blocks["paths"], faults),
            )
        )
    return model_from_nodes(Pairs(tuple(pairs), top), source, faults)


def _rows(page: Sheet, block: Block) -> Iterator[tuple[Word | None, Word | None, Place]]:
    """The two cells of each filled row, and the place of the first."""
    left, right = sorted(block.columns)
    for row in range(block.header + 1, block.end):
        cells = page.word(row, left), page.word(row, right)
        if cells != (None, None):
            yield *cells, page.place(row, left)


def _paths(page: Sheet, block: Block, faults: Faults) -> Items:
    """A blank cause means the one above."""
    found: list[Node] = []
    cause: Word | None = None
    for source, target, place in _rows(page, block):
        cause = source or cause
        if cause is None or target is None:
            faults.add(
                place,
                Text("a path needs both its cause and its effect.", "路径需要同时写明原因和结果。"),
                Text("Fill both cells of the row.", "请填写此行的两个单元格。"),
            )
        else:
            found.append(Pairs(((Word("from", cause.place), cause), (Word("to", target.place), target)), target.place))
    return Items(tuple(found), page.place(block.header, min(block.columns)))


def _settings(page: Sheet, block: Block, faults: Faults) -> Iterator[tuple[Word, Node]]:
    respondents: list[tuple[Word, Node]] = []
    seen: set[str] = set()
    for word, value, place in _rows(page, block):
        key = _setting_key(word, place, seen, faults)
        if key is None or value is None:
            continue
        seen.add(key)
        node = several(value, faults) if key in _LISTS else yaml_or_word(value, faults) if key == "scale" else value
        if key in SETTINGS:
            yield Word(key, place), node
        else:
            respondents.append((Word(key, place), node))
    if respondents:
        place = respondents[0][0].place
        yield Word("respondents", place), Pairs(tuple(respondents), place)


def _setting_key(word: Word | None, place: Place, seen: set[str], faults: Faults) -> str | None:
    known = {**SETTINGS, **RESPONDENT_SETTINGS}
    key = key_of(word.text, known) if word is not None else None
    if key is not None and key not in seen:
        return key
    said = word.text if word is not None else ""
    if key is not None:
        faults.add(
            place,
            Text(f'the setting "{said}" stands here a second time.', f"设置“{said}”重复出现。"),
            Text("Keep one of them.", "请只保留一个。"),
        )
        return None
    meant = nearest(said, [name for text in known.values() for name in text])
    faults.add(
        place,
        Text(
            f'there is no setting "{said}"; there are {", ".join(known)}.',
            f"没有名为“{said}”的设置；可用：{'、'.join(t.zh for t in known.values())}。",
        ),
        Text(f'The nearest is "{meant}".', f"最接近的是“{meant}”。") if meant else Text("Remove it.", "请删除。"),
    )
    return None
