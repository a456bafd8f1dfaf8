"""A program that meters captures, and many of them in turn."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from ..measure.samples import Samples, run
from .captures.store import Capture


@dataclass(frozen=True)
class Meter:
    """A program, the capture it is given, and how the flows it finds are read from what it says.

    `inspect` is the command to ask for them where the timed one is too quiet. `own_clock` says that the program tells
    its seconds without its start; the time with it is then a row of its own.
    """

    name: str
    command: list
    capture: Capture
    flows: Callable | None = None
    inspect: list | None = None
    own_clock: bool = False

    def count(self, folder):
        """The flows it finds, or None where it makes none; also the run that warms the file cache."""
        output = measured(self.inspect or self.command, folder).output
        return self.flows(output) if self.flows else None

    def time(self, folder):
        """The samples of one run by the names of their rows."""
        sample = measured(self.command, folder)
        if not self.own_clock:
            return {self.name: sample}
        seconds = json.loads(sample.output)["seconds"]
        return {self.name: replace(sample, seconds=seconds), f"{self.name}, with start": sample}


def measured(command, folder):
    """One run under GNU time, which tells its true peak: a process is said to have had at least that of its parent."""
    peak = folder / "peak"
    sample = run(["time", "--quiet", "--format=%M", f"--output={peak}", *command], folder)
    return replace(sample, peak=int(peak.read_text()) / 1024)


def counted(pattern):
    """How often the pattern stands in an output."""
    return lambda output: len(re.findall(pattern, output))


def summed(pattern):
    """The sum of the numbers that the pattern finds in an output."""
    return lambda output: sum(map(int, re.findall(pattern, output)))


class Race:
    """Meters run in turn, so that a busy moment falls on all of them."""

    def __init__(self, meters, folder, rounds):
        self.rows, self.meters = {}, {}
        self.flows = {meter.name: meter.count(folder) for meter in meters}
        for _ in range(rounds):
            for meter in meters:
                for row, sample in meter.time(folder).items():
                    self.rows.setdefault(row, Samples(row)).add(sample)
                    self.meters[row] = meter

    def __getitem__(self, row):
        return self.rows[row]

    def print(self):
        print(f"{Samples.heading()}{'Mpps':>9}{'flows':>11}")
        for row, samples in self.rows.items():
            meter = self.meters[row]
            rate, flows = meter.capture.packets / samples.median / 1e6, self.flows[meter.name]
            print(f"{samples.line()}{rate:>9.3f}{'none' if flows is None else f'{flows:,}':>11}")
        print()
