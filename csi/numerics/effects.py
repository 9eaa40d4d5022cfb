"""Direct, indirect and total effects along the paths."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .inner_weights import Paths

Array = NDArray[np.float64]
Route = tuple[int, ...]  # the latents on the way, source first


def total_effects(path_coefficients: Array) -> Array:
    """Sum over every way from source to target of the product of its coefficients.

    path_coefficients: (k, k, B), [source, target], without circles. Returns (k, k, B).
    Source: Bollen (1987), Sociological Methodology 17, 37-69: T = B + B^2 + ...
    """
    paths: Paths = np.asarray(
        (np.nan_to_num(path_coefficients) != 0).any(axis=2)
    )  # a replicate without a value is NaN throughout
    total = path_coefficients.copy()
    for target in causal_order(paths):
        for cause in np.flatnonzero(paths[:, target]):
            for source in np.flatnonzero(total[:, cause].any(axis=1)):
                total[source, target] += total[source, cause] * path_coefficients[cause, target]
    return total


def indirect_effects(path_coefficients: Array) -> Array:
    """What reaches the target through others: total less direct effects. Shapes as `total_effects`."""
    return total_effects(path_coefficients) - path_coefficients


def specific_indirect(path_coefficients: Array, paths: Paths) -> tuple[tuple[Route, ...], Array]:
    """Every way from one latent to another through others, and what each carries.

    path_coefficients: (k, k, B), [source, target]. paths: (k, k). Returns the ways, ordered by source, target, length and latents, and
    (ways, B) the products of their coefficients. Ask `count_routes` first: the ways may be very many.
    Source: Bollen (1987), Sociological Methodology 17, 37-69.
    """
    routes = sorted(_routes(paths), key=lambda route: (route[0], route[-1], len(route), route))
    values = np.ones((len(routes), path_coefficients.shape[2]))
    for number, route in enumerate(routes):
        for source, target in pairwise(route):
            values[number] *= path_coefficients[source, target]
    return tuple(routes), values


def _routes(paths: Paths) -> list[Route]:
    """Ways of two steps or more, none longer than k steps."""
    steps = [tuple(np.flatnonzero(row).tolist()) for row in paths]
    found: list[Route] = []
    now: list[Route] = [(source, target) for source, targets in enumerate(steps) for target in targets]
    for _ in range(len(steps) - 1):
        now = [(*route, target) for route in now for target in steps[route[-1]]]
        found += now
    return found


def count_routes(paths: Paths) -> int:
    """How many ways of two steps or more there are, without making any of them. paths: (k, k) without circles."""
    power = one = paths.astype(object)  # whole numbers without limit: the ways may double with every latent
    count = 0
    for _ in range(paths.shape[0] - 1):
        power = power @ one
        count += int(power.sum())
    return count


def causal_order(paths: Paths) -> list[int]:
    """The latents, each after all that act on it. Raises ValueError for paths with a circle."""
    order: list[int] = []
    waiting = list(range(paths.shape[0]))
    while waiting:
        ready = [latent for latent in waiting if not paths[waiting, latent].any()]
        if not ready:
            raise ValueError("the paths run in a circle")
        order += ready
        waiting = [latent for latent in waiting if latent not in ready]
    return order
