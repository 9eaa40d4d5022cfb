"""The criteria of reliability, validity and fit that reviewers ask for, for any batch of replicates."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from ..numerics import fit_measures, plsc, reliability, structural, validity
from .constructs import Constructs

Array = NDArray[np.float64]


def criteria(figures: Mapping[str, Array], r: Array, constructs: Constructs, n: float, *, tolerance: float) -> dict[str, Array]:
    """Every criterion as a figure. r: (m, m, B) correlations between items; n: respondents, for what is adjusted by them.

    tolerance: of omega's iteration.

    (f, B): alpha, alpha_standardised, omega, rho_a, rho_c, ave. (m, B): item_rest, alpha_if_dropped, outer_vif, block_weights,
    block_loadings. (m, f, B): cross_loadings. (f, f, B): block_correlations. (pairs of blocks, B): htmt, htmt2; see
    `constructs.pair_number`. (arrows, B): f_squared, inner_vif. Of models with higher-order latents: latent_htmt, latent_htmt2
    (pairs of latents, B), whose scores of parts stand as their indicators.
    Of models without those and without interactions: consistent_reliabilities, consistent_r_squared (k, B), consistent_loadings (m, B),
    consistent_paths (k, k, B), and consistent_faults (4, B), 1 where a check of `plsc.RANGES` fails.
    (K, B): adjusted_r_squared, bic. (B,): srmr_saturated, d_uls_saturated, srmr_estimated, d_uls_estimated.
    """
    found = _blocks(figures, len(constructs.latents))
    if constructs.higher:  # else the fit has them
        found["cross_loadings"] = _cross_loadings(r, found["block_weights"], constructs)
    found |= _reliabilities(found, figures["deviations"], r, constructs, tolerance)
    found["htmt"] = validity.htmt_of_pairs(r, constructs.starts)
    found["htmt2"] = validity.htmt2_of_pairs(r, constructs.starts)
    if constructs.higher:
        second, starts = _second_stage(found, r, constructs)
        found |= {
            "latent_htmt": validity.htmt_of_pairs(second, starts),
            "latent_htmt2": validity.htmt2_of_pairs(second, starts),
        }
    between, explained = figures["latent_correlations"], figures["r_squared"]
    found["f_squared"], found["inner_vif"] = structural.beside_others(between, constructs.arrows)
    found["adjusted_r_squared"] = structural.adjusted_r_squared(explained, n, constructs.paths)
    found["bic"] = structural.bic(explained, n, constructs.paths)
    if not constructs.higher and not constructs.products:
        found |= _consistent(figures, constructs)
    return found | _misfit(found, figures, r, constructs)


def corrected(figures: Mapping[str, Array], constructs: Constructs) -> plsc.Consistent:
    """Consistent PLS, for models of first order without interactions."""
    formative = [block.formative for block in constructs.blocks]
    weights, between = figures["outer_weights"], figures["latent_correlations"]
    return plsc.consistent(weights, between, constructs.starts, constructs.paths, formative, loadings=figures["loadings"])


def _consistent(figures: Mapping[str, Array], constructs: Constructs) -> dict[str, Array]:
    found = corrected(figures, constructs)
    return {
        "consistent_reliabilities": found.reliabilities,
        "consistent_loadings": found.loadings,
        "consistent_paths": found.path_coefficients,
        "consistent_r_squared": found.r_squared,
        "consistent_faults": plsc.out_of_range(found).astype(float),
    }


def _blocks(figures: Mapping[str, Array], k: int) -> dict[str, Array]:
    """The blocks of a model without higher-order latents are its latents."""
    between = figures["latent_correlations"]
    return {
        "block_weights": figures.get("block_weights", figures["outer_weights"]),
        "block_loadings": figures.get("block_loadings", figures["loadings"]),
        "block_correlations": figures.get("block_correlations", between if len(between) == k else between[:k, :k]),
    }


def _cross_loadings(r: Array, weights: Array, constructs: Constructs) -> Array:
    columns = [np.einsum("ijb,jb->ib", r[:, block.items], weights[block.items]) for block in constructs.blocks]
    return np.stack(columns, axis=1)


def _second_stage(found: Mapping[str, Array], r: Array, constructs: Constructs) -> tuple[Array, list[int]]:
    """Correlations between the indicators of the latents, and where each latent's begin: parts' scores, or items.

    Source: Sarstedt, Hair, Cheah, Becker & Ringle (2019), Australasian Marketing Journal 27, 197-211.
    """
    m, crossed = constructs.items, found["cross_loadings"]
    chosen: list[int] = []
    starts = []
    for number, parts in enumerate(constructs.parts):
        starts.append(len(chosen))
        items = constructs.blocks[parts[0]].items
        chosen += [m + part for part in parts] if number in constructs.higher else range(items.start, items.stop)
    beside = np.concatenate([r, crossed], axis=1)
    below = np.concatenate([crossed.swapaxes(0, 1), found["block_correlations"]], axis=1)
    return np.concatenate([beside, below])[np.ix_(chosen, chosen)], starts


def _reliabilities(
    found: Mapping[str, Array], deviations: Array, r: Array, constructs: Constructs, tolerance: float
) -> dict[str, Array]:
    of_block: dict[str, list[Array]] = {key: [] for key in ("alpha", "alpha_standardised", "omega", "rho_a", "rho_c", "ave")}
    of_item: dict[str, list[Array]] = {key: [] for key in ("item_rest", "alpha_if_dropped", "outer_vif")}
    for block in constructs.blocks:
        inside, s = r[block.items, block.items], deviations[block.items]
        covariances = inside * s[:, None] * s[None, :]
        weights, loadings = found["block_weights"][block.items], found["block_loadings"][block.items]
        of_block["alpha"].append(reliability.alpha(covariances))
        of_block["alpha_standardised"].append(reliability.alpha(inside))
        of_block["omega"].append(reliability.omega(inside, tolerance=tolerance))
        of_block["rho_a"].append(reliability.rho_a(weights))
        of_block["rho_c"].append(reliability.rho_c(loadings))
        of_block["ave"].append(reliability.ave(loadings))
        of_item["item_rest"].append(reliability.item_rest(covariances))
        of_item["alpha_if_dropped"].append(reliability.alpha_if_dropped(covariances))
        of_item["outer_vif"].append(structural.variance_inflation(inside))
    return {key: np.stack(values) for key, values in of_block.items()} | {
        key: np.concatenate(values) for key, values in of_item.items()
    }


def _misfit(found: Mapping[str, Array], figures: Mapping[str, Array], r: Array, constructs: Constructs) -> dict[str, Array]:
    """Saturated: the blocks' own correlations. Estimated: those that the paths imply, for models of first order."""
    between = found["block_correlations"]
    fits = {"saturated": fit_measures.misfit(r, found["block_loadings"], between, constructs.starts)}
    if constructs.higher:
        none = np.full(r.shape[2], np.nan)
        return _named(fits) | {"srmr_estimated": none, "d_uls_estimated": none}
    k = len(constructs.latents)
    implied = fit_measures.implied_correlations(
        figures["latent_correlations"], figures["path_coefficients"], figures["r_squared"], constructs.paths
    )
    fits["estimated"] = fit_measures.misfit(r, found["block_loadings"], implied[:k, :k], constructs.starts)
    return _named(fits)


def _named(fits: Mapping[str, fit_measures.Misfit]) -> dict[str, Array]:
    measures: dict[str, Callable[[fit_measures.Misfit], Array]] = {"srmr": lambda fit: fit.srmr, "d_uls": lambda fit: fit.d_uls}
    return {f"{name}_{form}": measure(fit) for form, fit in fits.items() for name, measure in measures.items()}
