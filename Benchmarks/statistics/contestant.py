"""A program that times one call and prints JSON: the library's, or a peer's."""

import json
from dataclasses import dataclass

from ..measure.samples import run


@dataclass(frozen=True)
class Contestant:
    """A task of a program, how often each run of it makes the call, and for how many figures one call is.

    A peer that is given a slice makes fewer figures; what is compared is the time for one.
    """

    name: str
    program: list
    task: str
    calls: int
    figures: int = 1

    def time(self, folder):
        """What the call answered, and the seconds of each for one figure."""
        timings = json.loads(run([*self.program, self.task, str(self.calls)], folder).output)
        return timings["answer"], [seconds / self.figures for seconds in timings["seconds"]]
