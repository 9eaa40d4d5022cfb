"""A path and the shared options become a study."""

from __future__ import annotations

import dataclasses
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

from ..errors import CsiError, NoSuchColumn, Several, UnknownColumn, UsageFault
from ..findings import Finding
from ..terms import Text
from .wishes import Wishes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..model import Model
    from ..model.company import GapSign
    from ..study import Study
    from ..survey import Survey

_SHEETLESS = ("csv", "tsv")
_LISTED = 10  # values of a column that an error names; a column with more is no grouping and may hold names


def bind(source: str, wishes: Wishes, between: str | None = None, *, sign: GapSign | None = None) -> Study:
    """The survey that lies there, read with its model, as the options want it.

    between: the groups that a room compares itself. sign: of ready-made gaps in the expectation columns.
    """
    from ..reading import open_survey
    from ..study import Study

    try:
        survey, model = open_survey(
            source,
            wishes.model,
            sheet=wishes.sheet,
            encoding=wishes.encoding,
            adjust=partial(adjusted, wishes, between=between, sign=sign),
        )
    except (UnknownColumn, Several) as error:
        raise _of_an_option(error, wishes, between) from error
    refuse_idle(survey, wishes)
    return Study(
        chosen(survey, wishes.only),
        model,
        weights=wishes.weights,
        scheme=wishes.scheme,
        missing=wishes.missing,
        resamples=wishes.resamples,
        seed=wishes.seed,
        confidence=wishes.confidence,
        interval=wishes.interval,
    )


def refuse_idle(survey: Survey, wishes: Wishes) -> None:
    """Refuses `--sheet` on a text file and `--encoding` on a workbook; an option that does nothing would mislead.

    Raises: UsageFault.
    """
    text = survey.origin.kind in _SHEETLESS
    if wishes.encoding is not None and not text:
        raise UsageFault(
            place=f"--encoding {wishes.encoding}",
            reason=Text(
                f"{survey.origin.source} is a workbook, and a workbook states its own encoding.",
                f"{survey.origin.source} 是工作簿，工作簿自带编码。",
            ),
            remedy=Text("Leave --encoding out.", "请去掉 --encoding。"),
        )
    if wishes.sheet is None or not text:
        return
    raise UsageFault(
        place=f"--sheet {wishes.sheet}",
        reason=Text(
            f"{survey.origin.source} is a text file, and a text file has no sheets.",
            f"{survey.origin.source} 是文本文件，文本文件没有工作表。",
        ),
        remedy=Text("Leave --sheet out, or name the workbook.", "请去掉 --sheet，或指定工作簿。"),
    )


def adjusted(wishes: Wishes, model: Model, between: str | None = None, sign: GapSign | None = None) -> Model:
    """The model with the respondent columns that the options name, and the direction of ready-made gaps that they declare."""
    model = model if sign is None else dataclasses.replace(model, gap_sign=sign)
    named = {"case_weight": wishes.case_weights, "cluster": wishes.cluster, "strata": wishes.strata}
    grouped = [column for column in (wishes.by, between) if column]
    segments = dict.fromkeys((*grouped, *model.respondents.segments, *(column for column, _ in wishes.only)))
    return model.with_respondents(
        segments=tuple(segments), **{role: column for role, column in named.items() if column is not None}
    )


def _of_an_option(error: UnknownColumn | Several, wishes: Wishes, between: str | None) -> CsiError:
    """A column that an option names is not the model's fault but wrong usage: the error says which option."""
    said = {"--case-weights": wishes.case_weights, "--cluster": wishes.cluster, "--strata": wishes.strata, "--by": wishes.by}
    named = [*said.items(), ("--between", between), *(("--only", column) for column, _ in wishes.only)]

    def told(single: CsiError) -> CsiError:
        for option, column in named:
            if column is not None and isinstance(single, UnknownColumn) and f'"{column}"' in single.reason.en:
                return NoSuchColumn(place=f"{option} {column}", reason=single.reason, remedy=single.remedy)
        return single

    return Several(tuple(map(told, error.errors))) if isinstance(error, Several) else told(error)


def chosen(survey: Survey, only: tuple[tuple[str, str], ...]) -> Survey:
    """The respondents with one of the values named for a column, for every column named; a finding says how many they are.

    Raises: UsageFault when nobody has the value, with the values that there are.
    """
    kept = survey
    for column in dict.fromkeys(column for column, _ in only):
        wanted = {value for named, value in only if named == column}
        said = [(word or "").strip() for word in kept.labels[column]]
        for value in sorted(wanted - set(said)):
            raise _nobody(column, value, said)
        kept = kept.only(_mask([word in wanted for word in said]))
    if not only:
        return survey
    return dataclasses.replace(kept, findings=(*kept.findings, _kept(only, kept.respondents, survey.respondents)))


def spelled(only: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The choices as they are written after `--only`."""
    return tuple(f"{column}={value}" for column, value in only)


def _kept(only: tuple[tuple[str, str], ...], kept: int, everybody: int) -> Finding:
    text = Text(
        "only the respondents with {only} count: {kept} of {everybody}",
        "仅计入符合 {only} 的受访者：{everybody} 名中的 {kept} 名",
    )
    return Finding("respondents_chosen", "info", text, values={"only": spelled(only), "kept": kept, "everybody": everybody})


def _mask(keep: list[bool]) -> NDArray[Any]:
    import numpy as np

    return np.array(keep, dtype=bool)


def _nobody(column: str, value: str, said: list[str]) -> UsageFault:
    counts = Counter(word for word in said if word).most_common()
    listed = ", ".join(f"{word} ({count})" for word, count in counts[:_LISTED])
    chinese = "、".join(f"{word}（{count}）" for word, count in counts[:_LISTED])
    there = (
        Text(f"it holds {listed}.", f"该列的值有：{chinese}。")
        if len(counts) <= _LISTED
        else Text(f"it holds {len(counts)} different values.", f"该列共有 {len(counts)} 个不同的值。")
    )
    return UsageFault(
        place=f"--only {column}={value}",
        reason=Text(f"nobody has this value; {there.en}", f"没有人取该值；{there.zh}"),
        remedy=Text("Write the value as it stands in the survey.", "请按调查中的写法填写该值。"),
    )
