"""What a packet and a flow cost as the number of live flows grows."""

import math
import sys

from ..measure.bars import Bar
from .meter import Race

COUNTS = (10_000, 100_000, 1_000_000)
HEAD, WHOLE = 2_000_000, 12_000_000
"""Packets, as in captures/live.py: the head holds every flow, the whole more packets of the same flows."""
ROUNDS = 5


def time_growth(folder, store, flowbook):
    if not flowbook:
        return bars(math.inf, math.inf)
    race = Race([meter for flows in (1, *COUNTS) for meter in meters(store, flowbook, flows)], folder, ROUNDS)
    race.print()
    check(race)
    for flows in COUNTS:
        print(f"{flows:>9,} live flows: {further(race, flows) * 1e9:.0f} ns for a further packet")
    print()
    memory = race[name(COUNTS[-1], WHOLE)].peak - race[name(1, WHOLE)].peak
    return bars(further(race, COUNTS[-1]) / further(race, COUNTS[0]), memory * 2**20 / COUNTS[-1])


def bars(growth, memory):
    few, many = f"{COUNTS[0]:,}".replace(",000", "k"), COUNTS[-1] // 1_000_000
    return [
        Bar(f"packet at {many}M live flows beside {few}", growth, 2, "times"),
        Bar(f"memory of a flow, {many}M of them live", memory, 300, "bytes"),
    ]


def meters(store, flowbook, flows):
    for packets in (WHOLE,) if flows == 1 else (HEAD, WHOLE):
        capture = store.make(f"live{flows}of{packets}", packets, "live", flows)
        yield flowbook.meter(name(flows, packets), capture, threads=1)


def name(flows, packets):
    return f"{flows:,} live, {packets / 1e6:.0f}M"


def check(race):
    """A fast answer counts only if it is the right one."""
    for flows in (1, *COUNTS):
        found = race.flows[name(flows, WHOLE)]
        if found != flows:
            sys.exit(f"bench: {flows} live flows: {found} were found")


def further(race, flows):
    """The seconds for a packet of a flow that is there already: the start, new flows and what is written cancel out."""
    return (race[name(flows, WHOLE)].median - race[name(flows, HEAD)].median) / (WHOLE - HEAD)

