"""What a person waits for: whole commands beside the least that any Python program could do in their place.

python -m benchmarks.commands [--rounds 9]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np

from csi.numerics.generate import Question, answers, latent_scores

from .measure import in_turn
from .page import Row, Section, times

BLOCKS = {"Image": 5, "Expectation": 4, "Quality": 7, "Value": 3, "Satisfaction": 4, "Complaints": 2, "Loyalty": 5}
PATHS = {
    "Image": {"Expectation": 0.5, "Satisfaction": 0.2, "Loyalty": 0.2},
    "Expectation": {"Quality": 0.55, "Value": 0.1, "Satisfaction": 0.05},
    "Quality": {"Value": 0.5, "Satisfaction": 0.5},
    "Value": {"Satisfaction": 0.15},
    "Satisfaction": {"Complaints": 0.5, "Loyalty": 0.5},
    "Complaints": {"Loyalty": 0.1},
}
MEANS_ONLY = """
import sys
import pandas as pd
from scipy import stats
frame = pd.read_excel(sys.argv[1], engine="openpyxl")
for name in frame.columns:
    print(name, stats.tmean(frame[name]))
"""


def write_survey(folder: Path) -> str:
    """1,000 respondents and 30 questions as a workbook, with its model beside it."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("answers")
    sheet.append([f"{name}{j + 1}" for name, count in BLOCKS.items() for j in range(count)])
    for row in _answers().astype(int).tolist():
        sheet.append(row)
    book.save(folder / "survey.xlsx")
    lines = ["scale: 1-10", "index: Satisfaction", "latents:"]
    lines += [f"  {name}: [{name}1..{name}{count}]" for name, count in BLOCKS.items()]
    lines += ["paths:", *(f"  {source}: [{', '.join(targets)}]" for source, targets in PATHS.items())]
    (folder / "survey.model.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return "survey.xlsx"


def _answers(n: int = 1000) -> np.ndarray:
    names, rng = list(BLOCKS), np.random.default_rng(1)
    paths = np.zeros((len(names), len(names)))
    for source, targets in PATHS.items():
        for target, value in targets.items():
            paths[names.index(source), names.index(target)] = value
    questions = [Question(k, 0.8, 7.3, 1.9) for k, count in enumerate(BLOCKS.values()) for _ in range(count)]
    return answers(rng, latent_scores(rng, n, paths), questions)


def csi() -> list[str]:
    """The command as it was installed, or the module where it was not."""
    installed = Path(sys.executable).with_name("csi")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "csi"]


def section(rounds: int = 9) -> Section:
    """Three pairs, each timed in turn."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        survey = write_survey(folder)
        rows += _pair(
            ("`csi score survey.xlsx`, 2,000 resamples", [*csi(), "score", survey]),
            ("pandas + openpyxl + scipy.stats, means only", [sys.executable, "-c", MEANS_ONLY, survey]),
            (0.7, rounds, folder),
        )
        rows += _pair(
            ("`csi --help`", [*csi(), "--help"]),
            ('`python -c "import typer"`', [sys.executable, "-c", "import typer"]),
            (2.5, 2 * rounds, folder),
        )
        rows += _pair(
            ("`csi --version`", [*csi(), "--version"]),
            ("`python -c pass`", [sys.executable, "-c", "pass"]),
            (2.0, 2 * rounds, folder),
        )
    how = (
        "From pressing Enter to the prompt, interpreter start included. The survey has 1,000 respondents and 30 questions under a path model of seven "
        "latents; `csi` reads the workbook and its model, fits it, draws 2,000 resamples and prints its tables with intervals, where the script "
        "beside it only reads and averages."
    )
    return Section("Commands", how, tuple(rows))


def _pair(ours: tuple[str, list[str]], other: tuple[str, list[str]], terms: tuple[float, int, Path]) -> list[Row]:
    goal, rounds, folder = terms
    found = in_turn({"ours": ours[1], "other": other[1]}, rounds, folder=folder)
    ratio = found["ours"].seconds / found["other"].seconds
    return [
        Row(ours[0], found["ours"].seconds, found["ours"].peak, times(ratio), f"≤ {goal:g}×", ratio <= goal),
        Row(other[0], found["other"].seconds, found["other"].peak, "1"),
    ]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=9)
    print(section(options.parse_args().rounds).markdown())


if __name__ == "__main__":
    main()
