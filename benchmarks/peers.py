"""10,000 resamples of the ECSI mobile model by csi, omnisem and openpls-engine, side by side.

    python -m benchmarks.peers [--rounds 3]

The peers live in an environment of their own, made on first use (their numpy and pandas need not be ours).
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import numpy as np

from tests.reference import BLOCKS, ITEMS, PATHS, REFERENCE, ecsi_like

from .measure import Run, Runs, run
from .page import Row, Section, duration, times

PINNED = ("omnisem==1.0.0rc2", "openpls-engine==1.13.0", "pandas<3")  # openpls is half as fast with pandas 3
GOALS = {"omnisem": 100, "openpls": 1000}
NAMES = {"omnisem": "omnisem 1.0.0rc2", "openpls": "openpls-engine 1.13.0"}
RESAMPLES = 10_000
CALLS = "15"  # of csi in one process, which others spend a minute on
MINUTE = 50.0  # what a peer may take a round, in seconds
SETTINGS = {"OPENBLAS_NUM_THREADS": "1"}  # they compute in two processes; more threads only make them slower
PROGRAM = Path(__file__).with_name("peer_programs.py")


def environment_of_peers() -> str:
    """The python that has the peers; made with venv and pip where it is not there yet."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "csi-benchmarks" / "peers"
    python = home / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PINNED], check=True)
    return str(python)


def write_survey(folder: Path) -> tuple[str, str]:
    """The model and the answers, as files that every program can read."""
    answers, model = folder / "answers.csv", folder / "model.json"
    with answers.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(ITEMS)
        table.writerows(_answers().astype(int).tolist())
    model.write_text(json.dumps({"blocks": BLOCKS, "paths": PATHS, "target": "Satisfaction"}))
    return str(model), str(answers)


def _answers() -> np.ndarray:
    survey = REFERENCE / "surveys" / "ecsi-mobile.csv"
    if survey.exists():
        named = np.genfromtxt(survey, delimiter=",", names=True)
        return np.column_stack([named[item] for item in ITEMS])
    likert: np.ndarray = np.clip(np.rint(ecsi_like()), 1, 10)
    return likert


def resamples_in_a_minute(python: str, program: str, files: tuple[str, str]) -> int:
    """The largest number that the program does in a minute, found by a trial of 100; all of them where it can."""
    trial = json.loads(run([python, str(PROGRAM), program, "100", *files], settings=SETTINGS).output)["seconds"][0]
    return min(RESAMPLES, max(100, int(MINUTE / trial) * 100))


def section(rounds: int = 3) -> Section:
    """csi before, between and after the others, `rounds` times."""
    python = environment_of_peers()
    with tempfile.TemporaryDirectory() as place:
        files = write_survey(Path(place))
        counts = {program: resamples_in_a_minute(python, program, files) for program in NAMES}
        ours: list[Run] = []
        every: list[Run] = []
        theirs: dict[str, list[Run]] = {program: [] for program in NAMES}
        for _ in range(rounds):
            for program in NAMES:
                ours.append(run([sys.executable, str(PROGRAM), "csi", str(RESAMPLES), *files, CALLS]))
                every.append(run([sys.executable, str(PROGRAM), "criteria", str(RESAMPLES), *files, CALLS]))
                theirs[program].append(run([python, str(PROGRAM), program, str(counts[program]), *files], settings=SETTINGS))
        ours.append(run([sys.executable, str(PROGRAM), "csi", str(RESAMPLES), *files, CALLS]))
        every.append(run([sys.executable, str(PROGRAM), "criteria", str(RESAMPLES), *files, CALLS]))
        limit = json.loads(run([sys.executable, "-m", "benchmarks.limits"]).output)
    mine = (Runs(tuple(ours)), Runs(tuple(every)))
    return _table(mine, {name: Runs(tuple(runs)) for name, runs in theirs.items()}, counts, limit)


def _table(ours: tuple[Runs, Runs], theirs: dict[str, Runs], counts: dict[str, int], limit: dict[str, float]) -> Section:
    index, mine = (median(runs.printed("seconds")) for runs in ours)
    rows = [
        Row("random draws and matrix product alone", limit["draws"] + limit["product"], ratio="the machine's limit"),
        Row("csi `score`: the index of every latent", index, ours[0].peak, "", "0.15 s", index <= 0.15),
        Row("csi `pls` and `reliability`: every criterion", mine, ours[1].peak, "1"),
    ]
    for program, runs in theirs.items():
        seconds = median(runs.printed("seconds")) * RESAMPLES / counts[program]
        scaled = "" if counts[program] == RESAMPLES else f", scaled from {counts[program]:,}"
        ratio = seconds / mine
        rows.append(
            Row(NAMES[program] + scaled, seconds, runs.peak, times(ratio), f"≥ {GOALS[program]:,}×", ratio >= GOALS[program])
        )
    how = (
        "10,000 bootstrap resamples of the ECSI mobile model (250 respondents, 24 questions, 7 latents, 12 paths): the fit, the resamples and "
        "their summary, without loading the libraries. The ratios stand to csi with every criterion: paths, effects of every kind, weights, "
        "loadings, cross-loadings, R², f², VIF, SRMR, d_ULS, BIC, alpha, omega, rho_A, rho_C, AVE, HTMT, HTMT2, item-rest correlations and "
        "consistent PLS, some 600 figures, each with its interval. csi and openpls use the path scheme, omnisem has the factorial scheme only and also "
        "computes HTMT and fit measures in every resample, which cannot be turned off. All use both cores. A program that cannot do 10,000 in a "
        "minute does as many as it can, and its time is scaled up in proportion, in its favour where its time grows faster."
    )
    below = (
        f"The limit: drawing {RESAMPLES:,} × 250 respondents and counting them ({duration(limit['draws'])}), and one "
        f"single-precision product of 324 sums by 250 respondents by {RESAMPLES:,} resamples ({duration(limit['product'])}); the PLS "
        "iterations come on top. Programs in R, measured once on another machine with two cores and therefore without a ratio: cSEM 0.6.1 75 s, "
        "seminr 2.3.4 121 s, plspm 0.5.1 176 s."
    )
    return Section("10,000 resamples of a path model, beside other programs", how, tuple(rows), below)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=3)
    print(section(options.parse_args().rounds).markdown())


if __name__ == "__main__":
    main()
