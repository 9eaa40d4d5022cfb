"""All that is known of a measurement: its tables, the rulings on their figures, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass

from ...results import Table
from ...study import Study
from ..criteria import Ruling
from .blocks import items_table, reliability_table
from .figures import Measurement
from .judgement import Judgement, judgement
from .suspects import Turned, Twins, determined, turned, twins
from .validity import correlations_table, factorability_table, fornell_larcker_table, htmt_table
from .verdicts import rulings


@dataclass(frozen=True)
class Found:
    """tables: the main one first. rulings: on every figure of them that can be judged. judgement: what they come to.

    It holds no study, which keeps it. turned: latents with indicators that are probably reversed. twins: pairs of indicators with the same answers.
    """

    tables: tuple[Table, ...]
    rulings: tuple[Ruling, ...]
    judgement: Judgement
    turned: Turned
    twins: Twins


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
    ruled = rulings({table.key: table for table in tables}, formative, determined(measured))
    reversed_items, same = turned(measured), twins(measured)
    return Found(tables, ruled, judgement(ruled, reversed_items, same), reversed_items, same)
