"""The index without what the firm does not control, in a sentence beside it."""

from __future__ import annotations

from ...findings import Remark, Value
from ...results import Blank
from ...study import Study
from ...study.controlled import controlled
from ...terms import Text

_SAID = Text(
    "without what the firm does not control ({names}) the index is {index:points}",
    "不计企业无法控制的指标（{names}），指数为 {index:points}",
)
_INTERVAL = Text(
    " ({confidence:share}% interval {lower:points} to {upper:points})",
    "（{confidence:share}% 区间 {lower:points} 至 {upper:points}）",
)
_BARRED = Text("; these stay out of plans", "；这些指标不列入行动方案")


def uncontrolled(study: Study) -> tuple[Remark, ...]:
    """One remark where the target holds an indicator that the firm does not control, and others."""
    found = controlled(study)
    if found is None:
        return ()
    index = found.index[0]
    if isinstance(index.value, Blank):
        return ()
    values: dict[str, Value] = {"names": found.names, "index": index.value}
    known = not isinstance(index.lower, Blank) and not isinstance(index.upper, Blank)
    if known:
        values |= {"lower": float(index.lower), "upper": float(index.upper), "confidence": study.confidence}  # type: ignore[arg-type]
    said = _INTERVAL if known else Text("", "")
    text = Text(_SAID.en + said.en + _BARRED.en, _SAID.zh + said.zh + _BARRED.zh)
    return (Remark("uncontrollable", text, values),)
