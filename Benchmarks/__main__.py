"""The benchmarks: which there are, their options, and the status they end with."""

import argparse
import sys
from pathlib import Path

from .measure.bars import print_bars
from .measure.machine import print_machine
from .notebooks import suite as notebooks


def main():
    options = parse(sys.argv[1:])
    print_machine()
    bars = notebooks.measure(Path.cwd(), options.repeats, options.edits)
    print_bars(bars)
    sys.exit(0 if all(bar.holds for bar in bars) else 1)


def parse(words):
    parser = argparse.ArgumentParser(
        prog="Benchmarks/run",
        description="Times Flowbook against its peers, side by side, and fails where a promise is not kept.",
    )
    parser.add_argument("--repeats", type=int, default=7, help="notebooks: whole pages of each kind (default: 7)")
    parser.add_argument("--edits", type=int, default=3, help="notebooks: edits of every cell (default: 3)")
    return parser.parse_args(words)


if __name__ == "__main__":
    main()
