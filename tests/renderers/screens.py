"""The whole screens that are kept in golden/. After a change that is meant: python -m tests.renderers.screens"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from csi.renderers.terminal import render_terminal

from . import sample

GOLDEN = Path(__file__).with_name("golden")
SCREENS: Mapping[str, Callable[[], str]] = {
    "score_and_gap_100_en": lambda: render_terminal(sample.report(), width=100),
    "score_and_gap_140_zh": lambda: render_terminal(sample.report(), language="zh", width=140),
    "score_and_gap_60_en_ascii": lambda: render_terminal(sample.report(), width=60, unicode=False),
    "segment_80_en_color": lambda: render_terminal(sample.report(sample.score(("Region", "North"))), width=80, color=True),
    "tree_80_zh_verbose": lambda: render_terminal(sample.report(sample.tree()), language="zh", width=80, verbose=True),
    "check_100_en": lambda: render_terminal(sample.report(sample.check()), width=100),
}

if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, screen in SCREENS.items():
        (GOLDEN / f"{name}.txt").write_text(screen(), encoding="utf-8")
