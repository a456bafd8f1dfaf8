"""What was promised, and whether it holds."""

import math
from dataclasses import dataclass


UNITS = {
    "ratio": lambda value: f"1/{1 / value:.1f}",
    "times": lambda value: f"{value:.2f} ×",
    "seconds": lambda value: f"{value * 1000:.0f} ms",
    "bytes": lambda value: f"{value:.0f} bytes",
    "percent": lambda value: f"{value:.2%}",
}


@dataclass(frozen=True)
class Bar:
    """A measured value and the most it may be; a value that could not be measured is infinite.

    The unit is "ratio" (printed as 1/n), "times", "seconds", "bytes" or "percent" (of a share).
    """

    name: str
    value: float
    limit: float
    unit: str

    @property
    def holds(self):
        return self.value <= self.limit

    def text(self, value):
        if math.isinf(value):
            return "absent"
        return UNITS[self.unit](value)


def print_bars(bars):
    print(f"{'':<40}{'measured':>12}{'at most':>12}")
    for bar in bars:
        verdict = "pass" if bar.holds else "FAIL"
        print(f"{bar.name:<40}{bar.text(bar.value):>12}{bar.text(bar.limit):>12}   {verdict}")
