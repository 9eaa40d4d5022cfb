"""The sign guard: ready-made gaps are read in the direction that was declared, and in no other."""

from __future__ import annotations

from ...errors import UsageFault
from ...study import Study
from ...terms import Text


def refuse_other_sign(study: Study, sign: str | None) -> None:
    """Nothing, where the survey was read as asked. Raises UsageFault where it was read in another way, which cannot be mended any more."""
    if sign is None or sign == study.model.gap_sign:
        return
    raise UsageFault(
        place=f"sign {sign}",
        reason=Text(
            "the direction of ready-made gaps must be known when the survey is read, and it was read without it.",
            "算好的差距的方向须在读取数据时声明，而数据读取时并未声明。",
        ),
        remedy=Text(
            f"Say gap_sign: {sign} at the top of the model, or run csi gap SURVEY --sign {sign}.",
            f"请在模型顶层写 gap_sign: {sign}，或运行 csi gap 调查文件 --sign {sign}。",
        ),
    )
