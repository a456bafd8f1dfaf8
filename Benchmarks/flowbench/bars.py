"""What was promised, and whether it holds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """A measured value and the most it may be; the unit is "ratio" (printed as 1/n), "times" or "seconds"."""

    name: str
    value: float
    limit: float
    unit: str

    @property
    def holds(self):
        return self.value <= self.limit

    def text(self, value):
        if self.unit == "seconds":
            return f"{value * 1000:.0f} ms"
        return f"1/{1 / value:.1f}" if self.unit == "ratio" else f"{value:.2f} ×"


def print_bars(bars):
    print(f"{'':<40}{'measured':>12}{'at most':>12}")
    for bar in bars:
        verdict = "pass" if bar.holds else "FAIL"
        print(f"{bar.name:<40}{bar.text(bar.value):>12}{bar.text(bar.limit):>12}   {verdict}")
