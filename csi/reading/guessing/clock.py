"""How long it took: a duration as platforms write it ("183秒", "3:21", "2 min 5 s"), or the time between two moments."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from ..answers.columns import Column
from ..answers.said import Said
from ..cells import Raw
from .known_headers import names

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SECONDS_NAMED = re.compile(r"second|\bsecs?\b|\(s\)|秒|sekunde|seconde|segundo|detik|초|interviewtime|time taken", re.IGNORECASE)
_MINUTES_NAMED = re.compile(r"minute|\bmins?\b|分钟|分鐘|minuten|minutos|menit|분", re.IGNORECASE)
_PARTS = re.compile(
    r"(?:(?P<hours>\d+)\s*(?:h|hrs?|hours?|小时|小時|時間|시간|std|jam)[\s,]*)?(?:(?P<minutes>\d+)\s*(?:m|mins?|minutes?|分钟|分鐘|分|분|minuten|menit)[\s,]*)?"
    r"(?:(?P<seconds>\d+(?:\.\d+)?)\s*(?:s|secs?|seconds?|秒|초|sekunden|detik)?)?\.?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{2}(?:\.\d+)?)")
_UNITS = re.compile(r"[^\d\s.,:]")
_MOMENT = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})[ T]+(\d{1,2}):(\d{2}):(\d{2})")
_EPOCH = datetime(1970, 1, 1)
_SAMPLE = 50
_STARTS = names(
    "start time|start date|startdate|start|start date (utc)|开始时间|开始答题时间|開始時間|开始日期|hora de inicio|hora de início|heure de début|startzeit|waktu mulai"
    "|開始時刻|開始日|시작 시간|시작일|date de début|startdatum|fecha de inicio|data de início|date_created"
)
_ENDS = names(
    "completion time|end time|end date|enddate|end|submit date (utc)|完成时间|结束答题时间|完成時間|结束日期|hora de finalización|hora de conclusão|heure de fin"
    "|fertigstellungszeit|waktu selesai|完了時刻|終了日|완료 시간|종료일|date de fin|enddatum|fecha final|data de término|date_modified|datestamp"
)


def unit_of(column: Column) -> float | None:
    """Seconds in a unit of the column's bare numbers, by its name or the units in its cells; None when neither says."""
    if _SECONDS_NAMED.search(column.header):
        return 1.0
    if _MINUTES_NAMED.search(column.header):
        return 60.0
    texts = [said.text for said in column.said if said.kind in ("words", "date")]
    return 1.0 if 2 * len(texts) > len(column.said) else None


def seconds_of(said: Said, unit: float) -> float:
    """Seconds, or NaN where the cell tells no duration. unit: seconds in one of its bare numbers."""
    if said.kind == "number":
        return said.number * unit if said.number >= 0 else math.nan
    found = _CLOCK.fullmatch(said.text.strip()) or (_UNITS.search(said.text) and _PARTS.fullmatch(said.text.strip()))
    if not found or not any(found.groups()):
        return math.nan
    hours, minutes, seconds = (float(found[part] or 0) for part in ("hours", "minutes", "seconds"))
    return 3600 * hours + 60 * minutes + seconds


def started_and_ended(headers: Sequence[str]) -> tuple[int, int] | None:
    """Where the moments of beginning and end stand, by their names; None when there are not both."""
    start = next((at for at, name in enumerate(headers) if name in _STARTS), None)
    end = next((at for at, name in enumerate(headers) if name in _ENDS), None)
    return None if start is None or end is None else (start, end)


def moments_of(values: Sequence[Raw]) -> NDArray[np.float64]:
    """Seconds since 1970 of each cell, NaN where it is no moment to the second. One form of writing for the whole column."""
    import numpy as np

    sample = [value for value in values[:_SAMPLE] if isinstance(value, str) and value.strip()]
    read = max(_READERS, key=lambda one: sum(not math.isnan(one(value)) for value in sample))
    seconds = (
        _since(value) if isinstance(value, datetime) else read(value) if isinstance(value, str) else math.nan for value in values
    )
    return np.fromiter(seconds, dtype=float, count=len(values))


def _since(moment: datetime) -> float:
    return (moment.replace(tzinfo=None) - _EPOCH).total_seconds()


def _iso(text: str) -> float:
    try:
        return _since(datetime.fromisoformat(text.strip())) if text.count(":") > 1 else math.nan
    except ValueError:
        return math.nan


def _ordered(year: int, month: int, day: int) -> Callable[[str], float]:
    """A reader of three numbers of a date in that order, and a time with seconds."""

    def read(text: str) -> float:
        found = _MOMENT.fullmatch(text.strip())
        if not found:
            return math.nan
        *date, hour, minute, second = map(int, found.groups())
        try:
            return _since(datetime(date[year] + (2000 if date[year] < 100 else 0), date[month], date[day], hour, minute, second))
        except ValueError:
            return math.nan

    return read


_READERS = (_iso, _ordered(0, 1, 2), _ordered(2, 0, 1), _ordered(2, 1, 0))
