"""How fast a mix of applications is metered, beside the peers."""

import math
import os
import sys
from pathlib import Path

from ..measure.bars import Bar
from .meter import Race
from .peers import LOOP, NFSTREAM, SOFTFLOWD, make_peers, print_versions

WHOLE, PART = 3_000_000, 500_000
"""Packets of the whole capture, and of the part of it that the slow peers get."""
SYNTHETIC, SEED = 70_000, 1
ONE, ALL, ONE_PART, ALL_PART = "Flowbook, 1 thread", "Flowbook", "Flowbook, 1 thread, part", "Flowbook, part"
ONE_CSV, ALL_CSV = "Flowbook, 1 thread, to CSV", "Flowbook, to CSV"


def time_mix(root, python, folder, store, flowbook, rounds):
    source = find_capture(root, store)
    whole, part = (store.make(name, count, "repeated", source) for name, count in (("mix", WHOLE), ("part", PART)))
    meters = make_peers(root, python, folder, whole, part)
    if flowbook:
        meters += [flowbook.meter(ONE, whole, 1), flowbook.meter(ALL, whole)]
        meters += [flowbook.meter(ONE_CSV, whole, 1, writes=True), flowbook.meter(ALL_CSV, whole, writes=True)]
        meters += [flowbook.meter(ONE_PART, part, 1), flowbook.meter(ALL_PART, part)]
    print_versions(root)
    race = Race(meters, folder, rounds)
    race.print()
    return bars(race if flowbook else None)


def find_capture(root, store):
    """The capture to repeat: the one that is asked for, the one beside the checkout, or a synthetic one."""
    asked = os.environ.get("FLOWBOOK_BENCH_CAPTURE")
    shared = Path(os.environ.get("FLOWBOOK_SHARED_DATA", root.parent / "shared/data")) / "pcap/ndpi-mix.pcap"
    if asked or shared.exists():
        source = Path(asked or shared).absolute()
        if not source.exists():
            sys.exit(f"bench: FLOWBOOK_BENCH_CAPTURE: {source}: no such file")
        print(f"Metering {source}, repeated to {WHOLE:,} packets, {PART:,} in part")
        return source
    print(f"Metering a synthetic capture, repeated to {WHOLE:,} packets, {PART:,} in part")
    return store.make("synthetic", SYNTHETIC, "synthetic", SEED).path


def bars(race):
    """What was promised; against each peer on the same capture."""

    def ratio(row, peer):
        return race[row].median / race[peer].median if race else math.inf

    difference = abs(race.flows[ONE_PART] / race.flows[NFSTREAM] - 1) if race else math.inf
    return [
        Bar("1 thread, share of NFStream's time", ratio(ONE_PART, NFSTREAM), 1 / 20, "ratio"),
        # NFStream passes over later fragments and damaged headers, which make flows of their own here.
        Bar("flows, difference to NFStream's", difference, 0.01, "percent"),
        Bar("1 thread, time beside softflowd", ratio(ONE, SOFTFLOWD), 1, "times"),
        Bar("1 thread, time beside the libpcap loop", ratio(ONE, LOOP), 2.5, "times"),
        Bar("all cores, time beside 1 thread", ratio(ALL, ONE), 1, "times"),
    ]
