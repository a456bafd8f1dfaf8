"""The benchmark: what it measures, in which order, and against which bars."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from .bars import Bar, print_bars
from .edits import time_edits
from .growth import time_growth
from .measure import Samples, run
from .peer import Peer
from .project import Project
from .stages import print_stages

NOTEBOOK = "01-entropy"


def main():
    options = parse(sys.argv[1:])
    root = Path.cwd()
    print_machine()
    with tempfile.TemporaryDirectory(prefix="flowbook-bench-") as folder:
        peer = Peer(root, Path(folder) / "peer")
        project = Project(root, Path(folder) / "project", NOTEBOOK)
        whole = time_whole_pages(peer, project, options.repeats)
        edits = time_edits(project, NOTEBOOK, options.rounds)
        print_stages(project, NOTEBOOK)
        growth = time_growth(project)
    bars = whole + edits + growth
    print_bars(bars)
    sys.exit(0 if all(bar.holds for bar in bars) else 1)


def parse(words):
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description="Times Flowbook against Jupyter.")
    parser.add_argument("--repeats", type=int, default=7, help="whole pages of each kind (default: 7)")
    parser.add_argument("--rounds", type=int, default=3, help="edits of every cell (default: 3)")
    return parser.parse_args(words)


def print_machine():
    names = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
    print(f"{os.cpu_count()} × {names[0] if names else 'unknown'}, load {os.getloadavg()[0]:.2f} at the start\n")


def time_whole_pages(peer, project, repeats):
    """Alternates the peer, a cold page and unchanged pages, so that a busy moment falls on all of them."""
    jupyter, cold, unchanged = Samples("Jupyter"), Samples("Flowbook, empty store"), Samples("Flowbook, unchanged")
    run(peer.render, peer.folder, peer.environment)
    for _ in range(repeats):
        jupyter.add(run(peer.render, peer.folder, peer.environment))
        project.forget()
        cold.add(run(project.render(NOTEBOOK), project.folder))
        run(project.render(NOTEBOOK), project.folder)
        for _ in range(5):
            unchanged.add(run(project.render(NOTEBOOK), project.folder))
    print(Samples.heading())
    for samples in (jupyter, cold, unchanged):
        print(samples.line())
    print()
    return [
        Bar("cold page, share of Jupyter", cold.median / jupyter.median, 1 / 5, "ratio"),
        Bar("unchanged page, share of Jupyter", unchanged.median / jupyter.median, 1 / 80, "ratio"),
        Bar("unchanged page", unchanged.median, 0.040, "seconds"),
    ]


if __name__ == "__main__":
    main()
