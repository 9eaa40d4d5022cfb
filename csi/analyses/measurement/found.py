"""All that is known of a measurement: its tables and the rulings on their figures."""

from __future__ import annotations

from dataclasses import dataclass

from ...findings import Remark
from ...results import Table
from ...study import Study
from ..criteria import Ruling
from .blocks import items_table, reliability_table
from .figures import Measurement
from .remarks import measurement_remarks
from .validity import correlations_table, factorability_table, fornell_larcker_table, htmt_table
from .verdicts import rulings


@dataclass(frozen=True)
class Found:
    """tables: the main one first. rulings: on every figure of them that can be judged."""

    measured: Measurement
    tables: tuple[Table, ...]
    rulings: tuple[Ruling, ...]


def measurement(study: Study) -> Found:
    """The measurement of a study that has every criterion (`Study.measured`)."""
    measured = Measurement(study)
    tables = (
        reliability_table(measured),
        htmt_table(measured),
        fornell_larcker_table(measured),
        items_table(measured),
        factorability_table(measured),
        correlations_table(measured),
    )
    formative = frozenset(block.name for block in measured.blocks if block.formative)
    return Found(measured, tables, rulings({table.key: table for table in tables}, formative))


def whether_it_holds(study: Study) -> Remark:
    """The one sentence on the measurement."""
    found = study.once(measurement)
    return measurement_remarks(found.measured, found.rulings, study.weighting)[0]
