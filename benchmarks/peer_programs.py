"""One program's resamples of one path model, timed inside its own process.

    python peer_programs.py PROGRAM RESAMPLES MODEL.json ANSWERS.csv [REPEATS]

Prints {"seconds": [...], "resamples": ...}. Loading the libraries is not counted; the fit and the summary of the resamples are, for everybody.
Runs in an environment that need not know csi: see peers.py.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def csi(resamples: int, model: dict[str, Any], answers: str) -> Callable[[], object]:
    from csi.analyses import load

    survey, whole = _csi_survey(model, answers)
    return _timed_csi(survey, whole, resamples, lambda study: load("score")(study))


def criteria(resamples: int, model: dict[str, Any], answers: str) -> Callable[[], object]:
    """csi with every criterion of structure, reliability and validity, each with its interval; no prediction, which is no resampling."""
    from csi.analyses import load

    survey, whole = _csi_survey(model, answers)
    return _timed_csi(survey, whole, resamples, lambda study: (load("pls")(study, folds=0), load("reliability")(study)))


def _timed_csi(survey: Any, whole: Any, resamples: int, work: Callable[[Any], object]) -> Callable[[], object]:
    from csi.study import Study

    work(Study(survey, whole, resamples=100))
    return lambda: work(Study(survey, whole, resamples=resamples))


def _csi_survey(model: dict[str, Any], answers: str) -> tuple[Any, Any]:
    import numpy as np

    from csi.model import Indicator, InnerModel, Latent, Model, Scale
    from csi.survey import Survey

    with Path(answers).open() as file:
        columns = tuple(file.readline().strip().split(","))
        values = np.loadtxt(file, delimiter=",")
    latents = tuple(Latent(name, indicators=tuple(Indicator(i, i) for i in items)) for name, items in model["blocks"].items())
    paths = InnerModel(tuple((source, target) for source, target in model["paths"]))
    survey = Survey(values, columns, (Scale(1, 10),) * len(columns))
    return survey, Model(latents, inner=paths, target=model["target"], scale=Scale(1, 10))


def omnisem(resamples: int, model: dict[str, Any], answers: str) -> Callable[[], object]:
    import pandas as pd

    # 1.0.0rc2 looks for this module under its former name and fails after the last resample without it
    sys.modules["omnisem.plssem.mediation"] = importlib.import_module("omnisem.plssem.inference.mediation")
    program = importlib.import_module("omnisem")
    causes: dict[str, list[str]] = {}
    for source, target in model["paths"]:
        causes.setdefault(target, []).append(source)
    lines = [f"{name} =~ {' + '.join(items)}" for name, items in model["blocks"].items()]
    lines += [f"{target} ~ {' + '.join(sources)}" for target, sources in causes.items()]
    frame = pd.read_csv(answers)
    return lambda: program.plssem("\n".join(lines), frame, n_boot=resamples)


def openpls(resamples: int, model: dict[str, Any], answers: str) -> Callable[[], object]:
    import pandas as pd

    config = importlib.import_module("openpls.config")
    mode = importlib.import_module("openpls.mode").Mode.A
    scheme = importlib.import_module("openpls.scheme").Scheme.PATH
    fit = importlib.import_module("openpls.plspm").Plspm
    frame = pd.read_csv(answers)
    structure = config.Structure()
    for source, target in model["paths"]:
        structure.add_path([source], [target])
    design = config.Config(structure.path(), scaled=True)
    for name, items in model["blocks"].items():
        design.add_lv(name, mode, *(config.MV(item) for item in items))
    return lambda: fit(
        frame, design, scheme, tolerance=1e-7, bootstrap=True, bootstrap_iterations=resamples, processes=2
    ).bootstrap()


def main() -> None:
    program, resamples, model, answers, *repeats = sys.argv[1:]
    prepared = {"csi": csi, "criteria": criteria, "omnisem": omnisem, "openpls": openpls}[program]
    work = prepared(int(resamples), json.loads(Path(model).read_text()), answers)
    seconds = []
    with contextlib.redirect_stdout(io.StringIO()):
        for _ in range(int(repeats[0]) if repeats else 1):
            start = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - start)
    print(json.dumps({"seconds": seconds, "resamples": int(resamples)}))


if __name__ == "__main__":
    main()
