"""A pandas DataFrame as Cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...errors import NothingToScore
from ...survey import Origin
from ...terms import Text
from ..cells import Cells
from ..files.extent import letters
from .names import visible_names

if TYPE_CHECKING:
    from pandas import DataFrame

_PLACE = "DataFrame"


def is_frame(source: object) -> bool:
    """Whether it is a pandas DataFrame, found out without importing pandas."""
    return any(kind.__module__.split(".")[0] == "pandas" and kind.__name__ == "DataFrame" for kind in type(source).__mro__)


def frame_cells(frame: DataFrame) -> Cells:
    """The frame's values with missing ones as None; its rows are counted from 1, its index is not looked at.

    Raises: NothingToScore when it has no rows or no columns.
    """
    if frame.empty:
        raise NothingToScore(
            place=_PLACE,
            reason=Text("it has no rows or no columns.", "其中没有行或没有列。"),
            remedy=Text("Give a frame with one row a respondent.", "请提供每行一位受访者的数据框。"),
        )
    places = tuple(letters(number + 1) for number in range(frame.shape[1]))
    names, findings = visible_names([_title(label) for label in frame.columns], places)
    return Cells(
        header=names,
        columns=tuple(_values(frame.iloc[:, number]) for number in range(frame.shape[1])),
        letters=places,
        rows=range(1, len(frame) + 1),
        origin=Origin(source=_PLACE, kind="frame", sheet=None, header_row=0),
        findings=findings,
    )


def _title(label: object) -> str:
    """The levels of a stacked label are joined as two header rows of a sheet are."""
    return " - ".join(str(level).strip() for level in label) if isinstance(label, tuple) else str(label).strip()


def _values(column: Any) -> list[object]:
    values: list[object] = column.astype(object).where(column.notna(), None).tolist()
    return values
