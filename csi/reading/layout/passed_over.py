"""The records of a block that hold no respondent: found on the distinct values of its columns, without a look at every record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..files.blocks import Block
from .raw import is_blank
from .repeated_header import Again

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def blank_records(block: Block) -> list[int]:
    """Those that hold nothing. The column of the fewest values tells first, and often enough."""
    import numpy as np

    left: NDArray[np.intp] = np.arange(len(block))
    for column in sorted(block.columns, key=lambda column: len(column.kinds)):
        blank = np.array([is_blank(kind) for kind in column.kinds], dtype=bool)
        left = left[blank[column.codes[left]]]
        if not len(left):
            break
    return [int(place) for place in left]


def repeated_records(block: Block, repeats: Again) -> list[int]:
    """Those that repeat a row of names."""
    return [place for place in repeats.suspects(block) if repeats(block.record(place))]
