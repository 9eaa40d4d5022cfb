"""Makes shop.csv: 240 customers of a web shop, asked Kano's two questions and the importance of six features.

What every feature is to how many people is known: the shares below.
Run: python examples/make_shop.py
"""

from __future__ import annotations

import csv

import numpy as np
from population import HERE

WORDS = ("I like it", "I expect it", "I am neutral", "I can tolerate it", "I dislike it")
CUSTOMERS = 240
SHARES = {  # of must-be, one-dimensional, attractive, indifferent, reverse and questionable pairs of answers
    "Order tracking": (0.62, 0.20, 0.03, 0.13, 0.01, 0.01),
    "Free returns": (0.20, 0.50, 0.15, 0.13, 0.01, 0.01),
    "Same-day delivery": (0.05, 0.20, 0.55, 0.18, 0.01, 0.01),
    "Live chat": (0.20, 0.22, 0.22, 0.31, 0.04, 0.01),
    "Gift wrapping": (0.02, 0.05, 0.30, 0.60, 0.02, 0.01),
    "Daily newsletter": (0.01, 0.02, 0.10, 0.50, 0.33, 0.04),
}
IMPORTANCE = (7.5, 7.0, 5.5, 3.5, 2.0, 5.0)  # of 1-9, of features of each kind
LIKE, DISLIKE, BETWEEN = 0, 4, (1, 2, 3)


def pair(rng: np.random.Generator, kind: int) -> tuple[int, int]:
    """Answers with and without the feature that make it of this kind."""
    between = [int(rng.choice(BETWEEN)), int(rng.choice(BETWEEN))]
    with_it = (between[0], LIKE, LIKE, between[0], DISLIKE, LIKE)[kind]
    without = (DISLIKE, DISLIKE, between[1], between[1], LIKE, LIKE)[kind]
    return with_it, without


def main() -> None:
    """Write the survey, which needs no model: its columns show what they are."""
    rng = np.random.default_rng(20266)
    columns: dict[str, list[object]] = {"Region": rng.choice(["North", "South"], CUSTOMERS).tolist()}
    for name, shares in SHARES.items():
        kinds = rng.choice(6, CUSTOMERS, p=shares)
        pairs = [pair(rng, int(kind)) for kind in kinds]
        columns[f"{name} (functional)"] = [WORDS[one] for one, _ in pairs]
        columns[f"{name} (dysfunctional)"] = [WORDS[other] for _, other in pairs]
        rated = rng.normal(np.array(IMPORTANCE)[kinds], 1.2)
        columns[f"{name} (importance)"] = np.clip(np.rint(rated), 1, 9).astype(int).tolist()
    skipped = rng.random(CUSTOMERS) < 0.05
    asked = columns["Live chat (functional)"]
    columns["Live chat (functional)"] = ["" if blank else answer for blank, answer in zip(skipped, asked, strict=True)]
    with (HERE / "shop.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(columns)
        table.writerows(zip(*columns.values(), strict=True))


if __name__ == "__main__":
    main()
