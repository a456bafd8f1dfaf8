"""What is measured of the statistics, and against which bars."""

import math
import re
import tempfile
from pathlib import Path

from ..measure.bars import Bar
from ..measure.environment import make_environment
from .contestant import Contestant
from .race import Race

EVENTS, WINDOW, SLICE, STRETCH = 10_000_000, 1_000, 5_000, 100_000
"""As in the program and in Peer/statistics_calls.py: packets, those of a window, and those that pandas and NumPy get."""


def measure(root, rounds):
    """Entropies of counts, of windows and of resamples; the bars."""
    program = root / ".build/release/statistics-timings"
    if not program.exists():
        print(f"{program} is absent: run make build. What it would be timed at is left out.\n")
        return bars(None, None, None, None)
    python = make_environment(root) / "bin/python"
    peer = [python, root / "Benchmarks/Peer/statistics_calls.py"]
    print_versions(root)
    with tempfile.TemporaryDirectory(prefix="flowbook-bench-") as folder:

        def run(races):
            races = [race.run(Path(folder), rounds) for race in races]
            for race in races:
                race.print()
            return races

        counts = run(entropies([program], peer))
        windows = run(sliding([program], peer))
        counting = run(loops([program]))
        return bars(counts, windows, counting[0], run(bootstraps([program], peer)))


def entropies(program, peer):
    return [
        Race(
            f"entropy of 65,536 counts below {limit}",
            [
                Contestant("Flowbook", program, f"entropy of counts below {limit}", 101),
                Contestant("SciPy", peer, f"SciPy, {kind}", 101),
                Contestant("NumPy", peer, f"NumPy, {kind}", 101),
                Contestant("NumPy, by groups of equal counts", peer, f"NumPy by groups, {kind}", 101),
            ],
            tolerance=1e-12,
        )
        for limit, kind in (("100", "few"), ("a million", "many"))
    ]


def sliding(program, peer):
    """For one figure; pandas makes so few that it is timed on a slice, beside ten million, and NumPy on a stretch."""
    full, part = EVENTS - WINDOW + 1, SLICE - WINDOW + 1
    packets = [
        Contestant("Flowbook", program, "sliding by packets", 5, full),
        Contestant(f"pandas and NumPy, {SLICE:,} packets", peer, "pandas and NumPy, packets", 2, part),
        Contestant(f"pandas and SciPy, {SLICE:,} packets", peer, "pandas and SciPy, packets", 1, part),
        Contestant("NumPy, a sorted table of places", peer, "NumPy, packets", 5, STRETCH - WINDOW + 1),
    ]
    time = [
        Contestant("Flowbook", program, "sliding by time", 5, EVENTS),
        Contestant(f"pandas and NumPy, {SLICE:,} packets", peer, "pandas and NumPy, time", 2, SLICE),
    ]
    return [
        Race(f"entropy of the last {WINDOW:,} packets", packets, tolerance=1e-12),
        Race("entropy of the packets of the last second", time, tolerance=1e-12),
    ]


def loops(program):
    """The same packets counted in a table without any entropy, by plain loops."""
    contestants = [
        Contestant("Flowbook, entropies handed over", program, "lowest of all windows", 5, EVENTS),
        Contestant("Flowbook, entropies in an array", program, "sliding by packets", 5, EVENTS),
        Contestant("Flowbook, packet after packet", program, "trailing window", 5, EVENTS),
        Contestant(WINDOWS, program, "loop that counts a window", 5, EVENTS),
        Contestant("loop that only adds", program, "loop that counts", 5, EVENTS),
    ]
    return [Race("a packet, in windows of packets", contestants, tolerance=math.inf)]


WINDOWS = "loop that adds and takes back"


def bootstraps(program, peer):
    """The intervals are of other random numbers, so they are alike in width but for some per cent."""
    return [
        Race(
            f"10,000 BCa replicates, {statistic} of 1,000",
            [
                Contestant("Flowbook, all cores", program, f"bootstrap of {article} {statistic}", 15),
                Contestant("Flowbook, 1 thread", program, f"bootstrap of {article} {statistic}, 1 thread", 15),
                Contestant("SciPy", peer, f"SciPy, {statistic}", 2),
            ],
            tolerance=0.1,
        )
        for article, statistic in (("a", "mean"), ("a", "median"), ("an", "entropy"))
    ]


def bars(counts, windows, counting, resamples):
    """What was promised."""

    def ratio(races, index, peer, name="Flowbook"):
        return races[index].ratio(name, peer) if races else math.inf

    slice_of_numpy, slice_of_scipy = (f"pandas and {peer}, {SLICE:,} packets" for peer in ("NumPy", "SciPy"))
    figures = counting.ratio("Flowbook, entropies handed over", WINDOWS) if counting else math.inf
    cores = "Flowbook, all cores"
    return [
        Bar("65,536 small counts beside NumPy", ratio(counts, 0, "NumPy"), 1, "times"),
        Bar("65,536 small counts, share of SciPy's time", ratio(counts, 0, "SciPy"), 1, "ratio"),
        Bar("65,536 different counts, share of SciPy's", ratio(counts, 1, "SciPy"), 1, "ratio"),
        Bar("windows of packets, share of SciPy's time", ratio(windows, 0, slice_of_scipy), 1 / 50, "ratio"),
        Bar("windows of packets, share of NumPy's time", ratio(windows, 0, slice_of_numpy), 1 / 50, "ratio"),
        Bar("windows of time, share of NumPy's time", ratio(windows, 1, slice_of_numpy), 1 / 50, "ratio"),
        Bar("entropies beside counts of each window", figures, 4, "times"),
        Bar("bootstrap of a mean, share of SciPy's", ratio(resamples, 0, "SciPy", cores), 1 / 10, "ratio"),
        Bar("bootstrap of a median, share of SciPy's", ratio(resamples, 1, "SciPy", cores), 1 / 10, "ratio"),
        Bar("bootstrap of an entropy, share of SciPy's", ratio(resamples, 2, "SciPy", cores), 1 / 10, "ratio"),
    ]


def print_versions(root):
    """What was compared, for whoever compares the figures with others."""
    pinned = re.findall(r"(?m)^(numpy|pandas|scipy)==(.*)$", (root / "Benchmarks/requirements.txt").read_text())
    print(", ".join(f"{name} {version}" for name, version in pinned), end="\n\n")
