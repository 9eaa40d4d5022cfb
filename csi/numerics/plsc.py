"""Consistent PLS: latents freed of the measurement error of their items. The batch of replicates is the last axis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .inner_weights import Paths
from .linear import cholesky
from .pls import structure
from .reliability import rho_a

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

CHECKS = ("rho_a", "correlation", "loading", "r_squared", "definite", "definite_items")


@dataclass(frozen=True)
class Consistent:
    """A model of common factors from the weights of PLS. NaN where a reliability is not above 0.

    reliabilities: (k, B) rho_A, 1 for single items and mode B. loadings: (m, B). correlations: (k, k, B) between latents.
    path_coefficients: (k, k, B), [source, target]. r_squared: (k, B). starts: first item of each block.
    factors: (k,) which blocks were corrected.
    """

    reliabilities: Array
    loadings: Array
    correlations: Array
    path_coefficients: Array
    r_squared: Array
    starts: tuple[int, ...]
    factors: tuple[bool, ...]

    @property
    def blocks(self) -> tuple[slice, ...]:
        """One slice of items a latent."""
        ends = (*self.starts[1:], self.loadings.shape[0])
        return tuple(slice(a, b) for a, b in zip(self.starts, ends, strict=True))


def consistent(
    outer_weights: Array,
    correlations: Array,
    starts: Sequence[int],
    paths: Paths,
    formative: Sequence[bool],
    *,
    loadings: Array,
) -> Consistent:
    """Correlations between latents, paths and loadings corrected for unreliability.

    outer_weights, loadings: (m, B) of PLS, for latents of variance 1. correlations: (k, k, B) between them. formative: (k,) mode B.
    Single items and formative blocks keep their loadings and count as free of error. Whether the result is fit for use, `faults` says.
    Source: Dijkstra & Henseler (2015), MIS Quarterly 39(2), 297-316. Same as seminr and cSEM.
    """
    ends = (*starts[1:], outer_weights.shape[0])
    factors = tuple(end - start > 1 and not mode_b for start, end, mode_b in zip(starts, ends, formative, strict=True))
    reliabilities = np.ones((len(factors), outer_weights.shape[1]))
    corrected = loadings.copy()
    with np.errstate(invalid="ignore", divide="ignore"):
        for h in np.flatnonzero(factors).tolist():
            block = slice(starts[h], ends[h])
            w = outer_weights[block]
            reliabilities[h] = rho_a(w)
            corrected[block] = w * (_root(reliabilities[h]) / np.einsum("ib,ib->b", w, w))
        r = _disattenuated(correlations, _root(reliabilities))
        coefficients, explained = structure(r, paths)
    return Consistent(reliabilities, corrected, r, coefficients, explained, tuple(starts), factors)


def _root(reliability: Array) -> Array:
    return np.sqrt(np.where(reliability > 0, reliability, np.nan))


def _disattenuated(correlations: Array, root: Array) -> Array:
    r: Array = correlations / (root[:, None] * root[None, :])
    for h in range(r.shape[0]):
        r[h, h] = np.where(np.isnan(root[h]), np.nan, 1.0)
    return r


RANGES = CHECKS[:4]  # the checks of single figures


def out_of_range(found: Consistent) -> Flags:
    """(4, B) which of the checks RANGES each replicate fails."""
    return np.array([np.any(where, axis=0) for where in _places(found).values()])


def faults(found: Consistent, item_correlations: Array | None) -> dict[str, Flags]:
    """Which check each replicate fails, by the name of the check (CHECKS), each (B,).

    item_correlations: (m, m, B), or None to leave out definite_items, which costs more than all the rest. rho_a: a reliability outside 0 to 1. correlation: two latents at 1 or beyond. loading: beyond 1.
    r_squared: outside 0 to 1. definite: the correlations between latents belong to no real latents. definite_items: those that the
    model implies between the items belong to no real items. What a missing reliability leaves empty counts under rho_a alone.
    Source: the checks of cSEM's verify, Rademaker & Schuberth (2020).
    """
    whole = np.isfinite(found.correlations).all(axis=(0, 1))
    failed: dict[str, Flags] = dict(zip(RANGES, out_of_range(found), strict=True))
    failed["definite"] = whole & ~_is_definite(found.correlations)
    if item_correlations is not None:
        # proper loadings over definite latents always imply definite items, so only the others need to be looked at
        doubtful: Flags = whole & (failed["loading"] | failed["definite"])
        failed["definite_items"] = np.zeros_like(whole)
        failed["definite_items"][doubtful] = _smallest(_implied_items(found, item_correlations, doubtful)) < -1e-10
    return failed


def _places(found: Consistent) -> Mapping[str, Flags]:
    """For each check of single figures, where it fails: (figures, B)."""
    unit = 1 + 1e-12
    above, beside = np.triu_indices(len(found.starts), 1)
    return {
        "rho_a": ~((found.reliabilities > 0) & (found.reliabilities <= unit)),
        "correlation": np.abs(found.correlations[above, beside]) >= 1,
        "loading": np.abs(found.loadings) > unit,
        "r_squared": (found.r_squared < -1e-12) | (found.r_squared > unit),
    }


def _is_definite(correlations: Array) -> Flags:
    definite: Flags = np.isfinite(cholesky(correlations)[-1, -1])
    return definite


def _smallest(matrices: Array) -> Array:
    """(B,) smallest eigenvalues."""
    values: Array = np.linalg.eigvalsh(np.moveaxis(matrices, -1, 0))[:, 0].astype(np.float64)
    return values


def _implied_items(found: Consistent, item_correlations: Array, which: Flags) -> Array:
    """(m, m, b) of the replicates asked for: through the latents between blocks and in factors, as observed in composites."""
    loadings = found.loadings[:, which]
    owner = np.repeat(np.arange(len(found.starts)), [block.stop - block.start for block in found.blocks])
    implied: Array = found.correlations[:, :, which][owner[:, None], owner] * loadings[:, None] * loadings[None, :]
    for block, factor in zip(found.blocks, found.factors, strict=True):
        if not factor:
            implied[block, block] = item_correlations[block, block][:, :, which]
    every = np.arange(len(owner))
    implied[every, every] = 1
    return implied


def offenders(found: Consistent, item_correlations: Array) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """What stands in the way of one solution (B = 1): the check and whom it names.

    rho_a and r_squared name a latent, correlation two latents, loading an item; definite and definite_items nobody.
    """
    return tuple(_named(found, item_correlations))


def _named(found: Consistent, item_correlations: Array) -> Iterator[tuple[str, tuple[int, ...]]]:
    places, pairs = _places(found), np.argwhere(np.triu(np.ones((len(found.starts),) * 2), 1))
    for check, failed in faults(found, item_correlations).items():
        if check not in places:
            if failed[0]:
                yield check, ()
            continue
        for place in np.flatnonzero(places[check][:, 0]).tolist():
            yield check, tuple(pairs[place].tolist()) if check == "correlation" else (place,)
