"""Contestants that do the same, run in turn."""

import math
import statistics
import sys


class Race:
    """Runs in turn, so that a busy moment falls on all of them.

    A fast answer counts only if it is the right one: those of `peers` must be that of the first contestant, but for
    `tolerance` of it.
    """

    def __init__(self, title, contestants, tolerance):
        self.title, self.contestants, self.tolerance = title, contestants, tolerance
        self.seconds = {contestant.name: [] for contestant in contestants}

    def run(self, folder, rounds):
        for _ in range(rounds):
            answers = {}
            for contestant in self.contestants:
                answers[contestant.name], seconds = contestant.time(folder)
                self.seconds[contestant.name] += seconds
            self.check(answers)
        return self

    def check(self, answers):
        first = next(iter(answers.values()))
        for name, answer in answers.items():
            if not math.isclose(answer, first, rel_tol=self.tolerance):
                sys.exit(f"bench: {self.title}: {name} answers {answer}, {self.contestants[0].name} {first}")

    def __getitem__(self, name):
        return statistics.median(self.seconds[name])

    def ratio(self, name, peer):
        return self[name] / self[peer]

    def print(self):
        print(f"{self.title:<44}{'median':>12}{'least':>12}{'most':>12}{'calls':>7}{'times':>8}")
        for name, seconds in self.seconds.items():
            columns = [text(value) for value in (self[name], min(seconds), max(seconds))]
            times = self.ratio(name, self.contestants[0].name)
            print(f"  {name:<42}{columns[0]:>12}{columns[1]:>12}{columns[2]:>12}{len(seconds):>7}{times:>8.1f}")
        print()


def text(seconds):
    """The seconds in the unit that suits them."""
    units = (("s", 1), ("ms", 1e3), ("µs", 1e6), ("ns", 1e9), ("ps", 1e12))
    unit, factor = next(pair for pair in units if seconds * pair[1] >= 1)
    return f"{seconds * factor:.2f} {unit}"
