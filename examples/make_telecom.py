"""Makes telecom.csv: an English ECSI survey of a mobile phone company, 600 customers, with segments and case weights.

Young customers are more critical and were interviewed too seldom, so that the case weights matter.
Run: python examples/make_telecom.py
"""

from __future__ import annotations

import csv

import numpy as np
from population import HERE, blanked, draw, paths_matrix

from csi.numerics.generate import Question

LATENTS = {"Image": 4, "Expectation": 3, "Quality": 6, "Value": 2, "Satisfaction": 3, "Complaints": 1, "Loyalty": 3}
MEANS = {"Image": 7.4, "Expectation": 7.8, "Quality": 7.2, "Value": 6.3, "Satisfaction": 7.0, "Complaints": 6.6, "Loyalty": 6.8}
PATHS = {
    ("Image", "Expectation"): 0.5,
    ("Expectation", "Quality"): 0.55,
    ("Expectation", "Value"): 0.1,
    ("Quality", "Value"): 0.55,
    ("Image", "Satisfaction"): 0.2,
    ("Expectation", "Satisfaction"): 0.05,
    ("Quality", "Satisfaction"): 0.5,
    ("Value", "Satisfaction"): 0.2,
    ("Satisfaction", "Complaints"): 0.5,
    ("Image", "Loyalty"): 0.2,
    ("Satisfaction", "Loyalty"): 0.5,
    ("Complaints", "Loyalty"): 0.05,
}
CODES = {
    "Image": "IMA",
    "Expectation": "EXP",
    "Quality": "QUA",
    "Value": "VAL",
    "Satisfaction": "SAT",
    "Complaints": "COM",
    "Loyalty": "LOY",
}


def main() -> None:
    """Write the survey; the model beside it, telecom.model.yaml, is written by hand."""
    rng = np.random.default_rng(20261)
    names = list(LATENTS)
    questions = [
        Question(k, 0.86 - 0.03 * j, MEANS[name] - 0.15 * j, 1.7 + 0.05 * j)
        for k, name in enumerate(names)
        for j in range(LATENTS[name])
    ]
    columns = [f"{CODES[name]}{j + 1}" for name in names for j in range(LATENTS[name])]
    young = rng.random(600) < 0.2
    values = draw(rng, 600, paths_matrix(names, PATHS), questions)
    values[young] = np.clip(values[young] - rng.integers(0, 3, (int(young.sum()), len(columns))), 1, 10)
    cells = blanked(rng, values.astype(int), 0.01)
    regions = rng.choice(["North", "South", "East", "West"], 600, p=[0.35, 0.3, 0.2, 0.15])
    tiers = rng.choice(["Prepaid", "Contract"], 600, p=[0.4, 0.6])
    with (HERE / "telecom.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["ID", "Region", "Tier", "Age", "Weight", *columns])
        for i in range(600):
            row = ["" if cell is None else cell for cell in cells[i]]
            who = ["18-29" if young[i] else "30+", "1.75" if young[i] else "0.81"]
            writer.writerow([f"T{i + 1:04d}", regions[i], tiers[i], *who, *row])


if __name__ == "__main__":
    main()
