"""What fails a criterion in sentences: because of what, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..findings import Remark, Value
from ..results import Blank
from ..terms import Text
from .criteria import Criterion, Ruling, gravest


def fault_remarks(rulings: Sequence[Ruling], criteria: Sequence[Criterion], whole: Text) -> Iterator[Remark]:
    """One remark a criterion that fails; advice that was given already is not given again.

    whole: what a ruling about no one in particular is about ("all indicators").
    """
    given: set[Text] = set()
    for criterion in criteria:
        judged = [one for one in rulings if one.criterion is criterion and not isinstance(one.verdict, Blank)]
        failing = [one for one in judged if one.verdict == "fails"]
        if failing:
            yield _fault(gravest(failing)[0], len(failing), len(judged), whole, advise=criterion.advice not in given)
            given.add(criterion.advice)


def _fault(bad: Ruling, failed: int, tested: int, whole: Text, *, advise: bool) -> Remark:
    criterion = bad.criterion
    named = _named(bad, whole)
    advice = Text(f"; {criterion.advice.en}", f"；{criterion.advice.zh}") if advise else Text("", "")
    text = Text(
        f"{criterion.name.en} fails in {{failed}} of {{tested}} (worst: {named.en}): {criterion.because.en}{advice.en}",
        f"{criterion.name.zh}：{{tested}} 项中有 {{failed}} 项不通过（最差：{named.zh}）：{criterion.because.zh}{advice.zh}",
    )
    if tested == 1:
        text = Text(
            f"{criterion.name.en} fails ({named.en}): {criterion.because.en}{advice.en}",
            f"{criterion.name.zh}不通过（{named.zh}）：{criterion.because.zh}{advice.zh}",
        )
    values: dict[str, Value] = dict(zip(("a", "b"), bad.about, strict=False))
    values |= {"failed": failed, "tested": tested}
    if not isinstance(bad.value, Blank):
        values["value"] = bad.value
    return Remark(f"{criterion.key}_fails", text, values)


def _named(bad: Ruling, whole: Text) -> Text:
    """The worst, and by how much it fails."""
    about = {0: whole, 1: Text('"{a}"', "“{a}”"), 2: Text('"{a}" and "{b}"', "“{a}”与“{b}”")}[len(bad.about)]
    if isinstance(bad.value, Blank):
        return Text(f"{about.en}, which others determine entirely", f"{about.zh}，可由其他变量完全决定")
    slot = "{value:p}" if bad.criterion.probability else "{value}"
    return Text(f"{about.en}, {slot}", f"{about.zh}，{slot}")
