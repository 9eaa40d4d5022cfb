"""Every ruling on a measurement, read off its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...results import Blank, Cell, Table
from ..criteria import Criterion, Ruling, condemned, rule
from . import criteria as asked
from .terms import WHOLE

_OF_LATENT: dict[str, Criterion] = {
    "alpha": asked.ALPHA,
    "omega": asked.OMEGA,
    "rho_a": asked.RHO_A,
    "rho_c": asked.RHO_C,
    "ave": asked.AVE,
}
_OF_ITEM: dict[str, Criterion] = {"loading": asked.LOADING, "item_rest": asked.ITEM_REST, "outer_vif": asked.OUTER_VIF}


def rulings(tables: dict[str, Table], formative: frozenset[str], determined: frozenset[str]) -> tuple[Ruling, ...]:
    """The rulings on all figures of these tables, by their keys.

    formative: latents whose loadings nobody judges. determined: indicators that the others of their latent determine.
    """
    return (
        *_of_latents(tables["reliability"]),
        *_of_items(tables["items"], formative, determined),
        *_of_pairs(tables["htmt"]),
        *_of_roots(tables["fornell_larcker"]),
        *_of_factors(tables["factorability"]),
    )


def by_criterion(found: Iterable[Ruling]) -> list[Ruling]:
    """The rulings in the order of the criteria, those on one figure's kind together."""
    return sorted(found, key=lambda one: asked.CRITERIA.index(one.criterion))


def _of_latents(table: Table) -> Iterator[Ruling]:
    for row in table.records():
        about = (str(row["latent"]),)
        for key, criterion in _OF_LATENT.items():
            yield rule(criterion, about, row[key])
        yield rule(asked.REDUNDANCY, about, row["alpha"])


def _of_items(table: Table, formative: frozenset[str], determined: frozenset[str]) -> Iterator[Ruling]:
    for row in table.records():
        about = (str(row["indicator"]),)
        for key, criterion in _OF_ITEM.items():
            cell = row[key]
            if key == "outer_vif" and row["indicator"] in determined and isinstance(cell, Blank):
                yield condemned(criterion, about, cell)
            elif key != "loading" or row["latent"] not in formative:
                yield rule(criterion, about, cell)


def _of_pairs(table: Table) -> Iterator[Ruling]:
    for row in table.records():
        about = (str(row["latent_a"]), str(row["latent_b"]))
        spared = row["verdict"] if isinstance(row["verdict"], Blank) else None
        yield rule(asked.HTMT, about, spared or row["htmt"])
        yield rule(asked.HTMT_UPPER, about, spared or row["upper"])


def _of_roots(table: Table) -> Iterator[Ruling]:
    for row in table.records():
        pair = (str(row["latent"]), str(row["with"])) if isinstance(row["with"], str) else (str(row["latent"]),)
        yield rule(asked.FORNELL_LARCKER, pair, row["largest_correlation"], row["sqrt_ave"])


def _of_factors(table: Table) -> Iterator[Ruling]:
    for row in table.records():
        about: tuple[str, ...] = () if row["latent"] == WHOLE else (str(row["latent"]),)
        judged: tuple[tuple[Criterion, Cell], ...] = ((asked.KMO, row["kmo"]), (asked.BARTLETT, row["p"]))
        for criterion, cell in judged:
            yield rule(criterion, about, cell)
