"""Makes hotel.csv: 240 guests of a hotel, asked of six services what they expect, got, and would give up; answers 1-10.

The stay is clean and the staff friendly as expected. Check-in is slower than guests expect, most of all for those who were
promised a fast one. The lounge is for gold guests; other guests who heard of it expect it, too.
Run: python examples/make_hotel.py
"""

from __future__ import annotations

import csv

import numpy as np
from population import HERE

# service: (importance, expectation, experience, share who would give it up)
SERVICES = {
    "Clean": (8.9, 8.4, 8.5, 0.06),
    "Check-in": (8.5, 8.6, 7.2, 0.09),
    "Price": (7.9, 7.9, 7.0, 0.12),
    "Staff": (7.2, 7.6, 7.9, 0.30),
    "Lounge": (4.6, 5.4, 5.6, 0.72),
    "Robot": (3.6, 3.8, 6.9, 0.80),
}
GUESTS = 240


def answers(rng: np.random.Generator, mean: np.ndarray | float, spread: float = 1.5) -> np.ndarray:
    """Whole answers of 1-10 about a mean."""
    return np.clip(np.rint(rng.normal(mean, spread, GUESTS)), 1, 10).astype(int)


def main() -> None:
    """Write the survey; the model beside it, hotel.model.yaml, is written by hand."""
    rng = np.random.default_rng(20265)
    gold, heard, promised = (rng.random(GUESTS) < share for share in (0.25, 0.45, 0.4))
    spilt = heard & ~gold
    columns: dict[str, np.ndarray] = {"Tier": np.where(gold, "VIP", "ordinary")}
    for name, (important, expected, had, given_up) in SERVICES.items():
        more = 2.5 * spilt if name == "Lounge" else 0
        less = 1.2 * spilt if name == "Lounge" else 1.2 * promised if name == "Check-in" else 0
        columns[f"{name}: importance"] = answers(rng, important)
        columns[f"{name}: expected"] = answers(rng, expected + more)
        columns[f"{name}: experienced"] = answers(rng, had - less)
        columns[f"{name}: would give up"] = np.where(rng.random(GUESTS) < given_up, "yes", "no")
    columns["Minutes at check-in asked for"] = np.rint(np.clip(rng.normal(6, 3, GUESTS), 1, 20)).astype(int)
    columns["Promised a fast check-in"] = np.where(promised, "yes", "no")
    columns["Heard of the lounge"] = np.where(heard, "yes", "no")
    made = rng.integers(0, 4, GUESTS)
    columns |= {"Promises made": made, "Promises kept": rng.binomial(made, 0.8)}
    with (HERE / "hotel.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))


if __name__ == "__main__":
    main()
