"""What a table tells of itself once its columns have names: the platform that wrote it, whom that marks, the stems of matrices."""

from __future__ import annotations

from dataclasses import replace

from ..cells import Cells
from .platform_rows import marked_rows
from .platforms import recognise
from .stems import carried


def described(cells: Cells) -> Cells:
    """The same cells with the platform in their origin, whole questions, and a finding for all of it."""
    found = recognise(cells.header, cells.origin.sheet)
    known = replace(cells, origin=replace(cells.origin, platform=found.platform.key)) if found else cells
    questions, stems = carried(cells.header, cells.letters)
    said = (found.finding,) if found else ()
    return replace(
        known, questions=questions | dict(cells.questions), findings=(*said, *cells.findings, *stems, *marked_rows(known))
    )
