"""Golden facts and, where a checkout has them beside it, the reference surveys and other software's results."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

GOLDEN = Path(__file__).parent / "golden"
REFERENCE = Path(__file__).resolve().parents[2] / "shared" / "reference"

BLOCKS = {
    "Image": ["IMAG1", "IMAG2", "IMAG3", "IMAG4", "IMAG5"],
    "Expectation": ["CUEX1", "CUEX2", "CUEX3"],
    "Quality": ["PERQ1", "PERQ2", "PERQ3", "PERQ4", "PERQ5", "PERQ6", "PERQ7"],
    "Value": ["PERV1", "PERV2"],
    "Satisfaction": ["CUSA1", "CUSA2", "CUSA3"],
    "Complaints": ["CUSCO"],
    "Loyalty": ["CUSL1", "CUSL2", "CUSL3"],
}
PATHS = [
    ("Image", "Expectation"),
    ("Image", "Satisfaction"),
    ("Image", "Loyalty"),
    ("Expectation", "Quality"),
    ("Expectation", "Value"),
    ("Expectation", "Satisfaction"),
    ("Quality", "Value"),
    ("Quality", "Satisfaction"),
    ("Value", "Satisfaction"),
    ("Satisfaction", "Complaints"),
    ("Satisfaction", "Loyalty"),
    ("Complaints", "Loyalty"),
]
ITEMS = [item for block in BLOCKS.values() for item in block]


def ecsi_correlations() -> np.ndarray:
    """(24, 24) correlations of the ECSI mobile survey in the order of ITEMS, six digits."""
    lines = (GOLDEN / "ecsi_correlations.txt").read_text().splitlines()[1:]
    names = [line.split()[0] for line in lines]
    full = np.eye(len(names))
    for i, line in enumerate(lines):
        row = [float(word) for word in line.split()[1:]]
        full[i, : len(row)] = full[: len(row), i] = row
    order = [names.index(item) for item in ITEMS]
    return full[np.ix_(order, order)]


def ecsi_moments() -> tuple[np.ndarray, np.ndarray]:
    """(24,) means and standard deviations in the order of ITEMS."""
    lines = (GOLDEN / "ecsi_moments.txt").read_text().splitlines()[1:]
    rows = {line.split()[0]: line.split()[1:] for line in lines}
    return tuple(np.array([float(rows[item][which]) for item in ITEMS]) for which in (0, 1))  # type: ignore[return-value]


def ecsi_like(n: int = 250) -> np.ndarray:
    """(n, 24) answers whose means, deviations and correlations are exactly those of the ECSI mobile survey."""
    raw = np.random.default_rng(7).standard_normal((n, len(ITEMS)))
    raw -= raw.mean(axis=0)
    white = raw @ np.linalg.inv(np.linalg.cholesky(np.cov(raw.T))).T
    means, deviations = ecsi_moments()
    return white @ np.linalg.cholesky(ecsi_correlations()).T * deviations + means


def reference(path: str) -> Path:
    """A reference file, or a skip where the checkout stands alone."""
    found = REFERENCE / path
    if not found.exists():
        pytest.skip("the reference surveys are not beside this checkout")
    return found


def peer(name: str) -> dict:
    """Another program's results in full precision."""
    return json.loads(reference(f"pls/{name}.json").read_text())


def by_item(result: dict, key: str) -> np.ndarray:
    """A peer's figures by block and item, in the order of ITEMS."""
    table = result[key]
    return np.array([_item(table[latent], item) for latent, items in BLOCKS.items() for item in items])


def _item(cell: object, item: str) -> float:
    return float(cell[item] if isinstance(cell, dict) else cell)  # type: ignore[arg-type, index]
