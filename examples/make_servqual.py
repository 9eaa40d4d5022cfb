"""Makes servqual.xlsx: expectations and perceptions of a clinic on the 22 SERVQUAL questions, 180 patients, 1-7.

Promises are not kept in time (reliability, responsiveness); rooms and staff are as expected.
Run: python examples/make_servqual.py
"""

from __future__ import annotations

import datetime

import numpy as np
import xlsxwriter
from population import HERE, blanked, draw, paths_matrix

from csi.numerics.generate import Question

DIMENSIONS = {"Tangibles": 4, "Reliability": 5, "Responsiveness": 4, "Assurance": 4, "Empathy": 5}
SHORTFALL = {"Tangibles": 0.1, "Reliability": 1.1, "Responsiveness": 0.9, "Assurance": 0.4, "Empathy": 0.6}


def main() -> None:
    """Write the workbook; the model beside it, servqual.model.yaml, is written by hand."""
    rng = np.random.default_rng(20263)
    latents = ["Demand", *DIMENSIONS]
    paths = paths_matrix(latents, {("Demand", dimension): 0.35 for dimension in DIMENSIONS})
    items = [(name, j) for name, count in DIMENSIONS.items() for j in range(count)]
    questions = [Question(0, 0.6, 6.0 - 0.1 * j, 0.9, 1, 7) for _, j in items]
    questions += [Question(latents.index(name), 0.75, 6.0 - 0.1 * j - SHORTFALL[name], 1.2, 1, 7) for name, j in items]
    cells = blanked(rng, draw(rng, 180, paths, questions).astype(int), 0.008)
    book = xlsxwriter.Workbook(HERE / "servqual.xlsx", {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime.datetime(2026, 5, 1)})
    sheet = book.add_worksheet("Answers")
    sheet.write_row(0, 0, ["Patient", "Ward", *[f"E{i + 1}" for i in range(22)], *[f"P{i + 1}" for i in range(22)]])
    wards = rng.choice(["Surgery", "Medicine"], 180)
    for i, row in enumerate(cells):
        sheet.write_row(i + 1, 0, [f"P{i + 1:03d}", wards[i], *["" if cell is None else cell for cell in row]])
    sheet.freeze_panes(1, 2)
    book.close()


if __name__ == "__main__":
    main()
