"""How the answers to Kano questions were read: bare codes, words that are not known, words that codes contradict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...findings import Finding, Value
from ...terms import Text
from .columns import Column, shown
from .labels_kano import all_steps, own_steps
from .said import Said

Read = tuple[Column, Mapping[Said, int], int]  # a column, the step of each value that was read, how codes without words count

_NUMBERS = Text(
    "the numbers of {titles} were read as Kano answers, 1 = like … 5 = dislike; where they run the other way,"
    " say reversed: yes at the feature",
    "{titles} 中的数字按 KANO 答案读取，1 = 很喜欢 …… 5 = 很不喜欢；若方向相反，请在该功能写明 reversed: yes",
)
_TURNED = Text(
    "the numbers of {titles} were read as Kano answers, 5 = like … 1 = dislike, as the model says",
    "{titles} 中的数字按 KANO 答案读取，5 = 很喜欢 …… 1 = 很不喜欢（模型声明）",
)
_CODES = Text(
    "words of {titles} that are not known were read by the codes beside them ({answers}); check that they mean that",
    "{titles} 中无法识别的选项词已按其旁边的代码读取（{answers}）；请核对其含义",
)
_SHARED = Text(
    "words of {titles} that other scales use too were read as Kano answers ({answers}), because the column asks a Kano question",
    "{titles} 中也见于其他量表的选项词，因该列为 KANO 题而读作 KANO 答案（{answers}）",
)
_MEANT = (
    Text("like", "喜欢"),
    Text("must-be", "理应如此"),
    Text("neutral", "无所谓"),
    Text("live with", "勉强接受"),
    Text("dislike", "不喜欢"),
)


def how_read(columns: Sequence[Read]) -> Iterator[Finding]:
    """One finding for all columns of which the same has to be said."""
    for direction, text in ((1, _NUMBERS), (-1, _TURNED)):
        bare = [column for column, steps, way in columns if way == direction and any(one.kind == "number" for one in steps)]
        if bare:
            yield _about("kano_numbers", "info", text, bare)
    yield from _by_words("kano_codes_read", _CODES, columns, known=False)
    yield from _by_words("kano_words_shared", _SHARED, columns, known=True)


def _by_words(key: str, text: Text, columns: Sequence[Read], *, known: bool) -> Iterator[Finding]:
    """Words that no list knows, or that other scales know as well."""
    found: dict[str, str] = {}
    where: list[Column] = []
    for column, steps, _ in columns:
        odd = {one: at for one, at in steps.items() if one.kind == "words" and not _is_own(one) and _is_known(one) == known}
        where += [column] if odd else []
        found |= {one.text: f"{one.text} = {_MEANT[at].en}" for one, at in odd.items()}
    if where:
        yield _about(key, "info" if known else "warning", text, where, answers=tuple(found.values()))


def _is_own(said: Said) -> bool:
    return said.words in own_steps() or said.whole in own_steps()


def _is_known(said: Said) -> bool:
    return said.words in all_steps() or said.whole in all_steps()


def _about(key: str, severity: str, text: Text, columns: Sequence[Column], **more: Value) -> Finding:
    names = tuple(column.name for column in columns)
    values: dict[str, Value] = {**more, "columns": names, "titles": tuple(map(shown, names))}
    place = shown(names[0]) if len(names) == 1 else ""
    return Finding(key, "warning" if severity == "warning" else "info", text, place, len(names), values)
