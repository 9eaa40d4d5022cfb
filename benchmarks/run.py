"""All benchmarks of speed and memory; writes docs/performance.md.

python -m benchmarks.run            about a quarter of an hour
python -m benchmarks.run --quick    one round of each, printed
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

if __package__ in (None, ""):  # python benchmarks/run.py
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import commands, moments, peers, priorities, reading
from benchmarks.page import page

OUT = Path(__file__).resolve().parents[1] / "docs" / "performance.md"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="one round of each; prints instead of writing")
    quick = options.parse_args().quick
    sections = []
    for benchmark, rounds in ((peers, 3), (commands, 5), (reading, 3), (priorities, 3), (moments, 2)):
        sections.append(benchmark.section(1 if quick else rounds))
        print(sections[-1].markdown(), file=sys.stderr, flush=True)
    if quick:
        print(page(sections))
    else:
        OUT.write_text(page(sections), encoding="utf-8")


if __name__ == "__main__":
    main()
