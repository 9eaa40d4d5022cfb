"""Latents that stand on latents: two-stage and repeated indicators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from . import pls
from .design import PlsDesign
from .inner_weights import regression

Array = NDArray[np.float64]
Begin = tuple[Array, Array, Array]  # weights of items in blocks (m,), of items in latents (m,), of blocks in latents (f,)


@dataclass(frozen=True)
class Layers:
    """blocks: one block each for ordinary latents and for the parts of higher-order ones (f). latents: one block a latent (k).

    parts: for each latent the numbers of its blocks; one number where a latent is its own block.
    """

    blocks: PlsDesign
    latents: PlsDesign
    parts: tuple[tuple[int, ...], ...]

    @property
    def split(self) -> tuple[bool, ...]:
        """Which latents stand on several blocks."""
        return tuple(len(parts) > 1 for parts in self.parts)


@dataclass(frozen=True)
class LayeredFit:
    """figures: see `csi.study.fitting.fitted`. settled: (B,)."""

    figures: Mapping[str, Array]
    settled: NDArray[np.bool_]


def two_stage(r: Array, layers: Layers, *, start: Begin | None, tolerance: float) -> LayeredFit:
    """Parts first, with the paths of their latent; then their scores as the indicators of it, beside the items of the others.

    r: (m, m, B). Source: the disjoint two-stage approach, Becker, Klein & Wetzels (2012), Long Range Planning 45, 359-394;
    Sarstedt, Hair, Cheah, Becker & Ringle (2019), Australasian Marketing Journal 27, 197-211.
    """
    first = pls.fit(r, layers.blocks, start=None if start is None else start[0], tolerance=tolerance)
    stage = _Condensed(layers)
    second = pls.fit(
        stage.correlations(r, first.outer_weights),
        stage.design,
        start=None if start is None else stage.start(start[1], start[2]),
        tolerance=tolerance,
    )
    in_blocks, in_latents, of_parts, with_parts = stage.spread(first.outer_weights, second)
    figures = {
        "outer_weights": in_latents,
        "path_coefficients": second.path_coefficients,
        "latent_correlations": second.correlations,
        "r_squared": second.r_squared,
        "part_weights": of_parts,
        "part_loadings": with_parts,
        **_seen(r, layers, in_blocks, in_latents),
    }
    return LayeredFit(figures, first.settled & second.settled)


def repeated(r: Array, layers: Layers, *, start: Begin | None, tolerance: float) -> LayeredFit:
    """A higher-order latent measured once more by all items of its parts, in one run.

    r: (m, m, B). A formative latent gets its arrows from its parts, a reflective one sends them out. The paths between latents
    are then estimated from the scores of the latents alone, so that parts do not crowd out the causes of a formative latent.
    Part weights are the regression coefficients of the latent on its parts.
    Source: Wold (1982); Lohmoeller (1989), section 3.5; Becker, Klein & Wetzels (2012), Long Range Planning 45, 359-394.
    """
    again = [number for number, split in enumerate(layers.split) if split]
    copies = [np.arange(layers.latents.blocks[n].start, layers.latents.blocks[n].stop) for n in again]
    m, f = layers.blocks.items, layers.blocks.latents
    index = np.concatenate([np.arange(m), *copies])
    ends = m + np.cumsum([0, *map(len, copies)])
    design = PlsDesign(
        (*layers.blocks.starts, *ends[:-1].tolist()),
        len(index),
        _repeated_paths(layers, again),
        (*layers.blocks.formative, *(layers.latents.formative[n] for n in again)),
        layers.latents.scheme,
    )
    begin = None if start is None else np.concatenate([start[0], *(start[1][copy] for copy in copies)])
    fit = pls.fit(r[index[:, None], index], design, start=begin, tolerance=tolerance)
    seats = [f + again.index(n) if split else layers.parts[n][0] for n, split in enumerate(layers.split)]
    c = fit.correlations[np.ix_(seats, seats)]
    paths, explained = pls.structure(c, layers.latents.paths)
    in_blocks, in_latents = fit.outer_weights[:m], np.array(fit.outer_weights[:m])
    for copy, begins, end in zip(copies, ends[:-1], ends[1:], strict=True):
        in_latents[copy] = fit.outer_weights[begins:end]
    of_parts, with_parts = np.ones((2, f, r.shape[2]))
    for n in again:
        block = list(layers.parts[n])
        of_parts[block] = regression(fit.correlations, np.array(block), seats[n])
        with_parts[block] = fit.correlations[block, seats[n]]
    figures = {
        "outer_weights": in_latents,
        "path_coefficients": paths,
        "latent_correlations": c,
        "r_squared": explained,
        "part_weights": of_parts,
        "part_loadings": with_parts,
        **_seen(r, layers, in_blocks, in_latents),
    }
    return LayeredFit(figures, fit.settled & np.isfinite(of_parts).all(axis=0))


def _repeated_paths(layers: Layers, again: list[int]) -> NDArray[np.bool_]:
    f = layers.blocks.latents
    paths = np.zeros((f + len(again), f + len(again)), dtype=bool)
    seats = [f + again.index(n) if split else layers.parts[n][0] for n, split in enumerate(layers.split)]
    for source, target in np.argwhere(layers.latents.paths):
        paths[seats[source], seats[target]] = True
    for n in again:
        for part in layers.parts[n]:
            one, other = (part, seats[n]) if layers.latents.formative[n] else (seats[n], part)
            paths[one, other] = True
    return paths


def _seen(r: Array, layers: Layers, in_blocks: Array, in_latents: Array) -> dict[str, Array]:
    """Loadings of the items with their blocks and latents, and correlations between blocks."""
    toward = [np.einsum("ijb,jb->ib", r[:, block], in_blocks[block]) for block in layers.blocks.blocks]
    between = np.array([[(t[block] * in_blocks[block]).sum(axis=0) for block in layers.blocks.blocks] for t in toward])
    own = [t[block] for t, block in zip(toward, layers.blocks.blocks, strict=True)]
    latents = [np.einsum("ijb,jb->ib", r[block, block], in_latents[block]) for block in layers.latents.blocks]
    return {
        "block_weights": in_blocks,
        "block_loadings": np.concatenate(own),
        "block_correlations": between,
        "loadings": np.concatenate(latents),
    }


class _Condensed:
    """The second stage: items of ordinary latents stay, the parts of the others become one indicator each."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.seats: list[int | slice] = []  # an item, or the items of a part
        starts = []
        for number, parts in enumerate(layers.parts):
            starts.append(len(self.seats))
            blocks = [layers.blocks.blocks[part] for part in parts]
            self.seats += blocks if layers.split[number] else list(range(blocks[0].start, blocks[0].stop))
        flat = layers.latents
        self.design = PlsDesign(tuple(starts), len(self.seats), flat.paths, flat.formative, flat.scheme)

    def correlations(self, r: Array, weights: Array) -> Array:
        """(s, s, B) between the indicators of the second stage. weights: (m, B) of items in their blocks."""
        rows = [r[s] if isinstance(s, int) else np.einsum("jb,jib->ib", weights[s], r[s]) for s in self.seats]
        half = np.array(rows)
        columns = [half[:, s] if isinstance(s, int) else np.einsum("jb,sjb->sb", weights[s], half[:, s]) for s in self.seats]
        whole: Array = np.stack(columns, axis=1)
        return whole

    def start(self, outer_weights: Array, part_weights: Array) -> Array:
        """(s,) from the weights of items in latents, and of parts in theirs."""
        parts = iter(part_weights[[p for n, group in enumerate(self.layers.parts) if self.layers.split[n] for p in group]])
        return np.array([outer_weights[s] if isinstance(s, int) else next(parts) for s in self.seats])

    def spread(self, first: Array, second: pls.PlsFit) -> tuple[Array, Array, Array, Array]:
        """Weights of items in blocks and in latents (m, B), weights and loadings of blocks in latents (f, B)."""
        in_blocks, in_latents = np.array(first), np.array(first)
        of_parts, with_parts = np.ones((2, self.layers.blocks.latents, first.shape[1]))
        numbers = {block.start: number for number, block in enumerate(self.layers.blocks.blocks)}
        for seat, place in enumerate(self.seats):
            if isinstance(place, int):
                in_blocks[place] = in_latents[place] = second.outer_weights[seat]
            else:
                in_latents[place] = second.outer_weights[seat] * first[place]
                of_parts[numbers[place.start]] = second.outer_weights[seat]
                with_parts[numbers[place.start]] = second.loadings[seat]
        return in_blocks, in_latents, of_parts, with_parts
