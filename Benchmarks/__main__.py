"""The benchmarks: which there are, their options, and the status they end with."""

import argparse
import sys
from pathlib import Path

from .measure.bars import print_bars
from .measure.machine import print_machine
from .notebooks import suite as notebooks
from .statistics import suite as statistics
from .traffic import suite as traffic


def main():
    options = parse(sys.argv[1:])
    print_machine()
    bars = []
    if options.suite in ("all", "notebooks"):
        bars += notebooks.measure(Path.cwd(), options.repeats, options.edits)
    if options.suite in ("all", "traffic"):
        bars += traffic.measure(Path.cwd(), options.rounds)
    if options.suite in ("all", "statistics"):
        bars += statistics.measure(Path.cwd(), options.turns)
    print_bars(bars)
    sys.exit(0 if all(bar.holds for bar in bars) else 1)


def parse(words):
    parser = argparse.ArgumentParser(
        prog="Benchmarks/run",
        description="Times Flowbook against its peers, side by side, and fails where a promise is not kept.",
        epilog="FLOWBOOK_BENCH_CAPTURE=FILE names the capture to meter in place of a synthetic one.",
    )
    suites = (
        "notebooks: pages and edits against Jupyter; traffic: against other flow meters; "
        "statistics: against NumPy, SciPy and pandas; all: every one (default)"
    )
    names = ("all", "notebooks", "traffic", "statistics")
    parser.add_argument("suite", nargs="?", choices=names, default="all", help=suites)
    parser.add_argument("--repeats", type=int, default=7, help="notebooks: whole pages of each kind (default: 7)")
    parser.add_argument("--edits", type=int, default=3, help="notebooks: edits of every cell (default: 3)")
    parser.add_argument("--rounds", type=int, default=5, help="traffic: runs of each meter (default: 5)")
    parser.add_argument("--turns", type=int, default=3, help="statistics: runs of each program (default: 3)")
    return parser.parse_args(words)


if __name__ == "__main__":
    main()
