"""One timed process, and many of them."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sample:
    """What one process took: wall time, processor time of it and its children, its largest process in MiB.

    And what it said.
    """

    seconds: float
    processor: float
    peak: float
    output: str


def run(command, folder, environment=None):
    """Runs a command to its end and says what it took; a command that fails ends the benchmark."""
    with tempfile.TemporaryFile() as output:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
        if process.returncode != 0:
            sys.exit(f"bench: {' '.join(map(str, command))}: ended with {process.returncode}:\n{text[-2000:]}")
    return Sample(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text)


@dataclass
class Samples:
    """The samples of one kind of run."""

    name: str
    all: list = field(default_factory=list)

    def add(self, sample):
        self.all.append(sample)

    @property
    def median(self):
        return statistics.median(sample.seconds for sample in self.all)

    @property
    def peak(self):
        return max(sample.peak for sample in self.all)

    @staticmethod
    def heading():
        return f"{'':<28}{'median':>10}{'least':>10}{'most':>10}{'processor':>12}{'peak MiB':>10}{'runs':>6}"

    def line(self):
        seconds = [sample.seconds for sample in self.all]
        processor = statistics.median(sample.processor for sample in self.all)
        return (
            f"{self.name:<28}{self.median:>8.3f} s{min(seconds):>8.3f} s{max(seconds):>8.3f} s"
            f"{processor:>10.3f} s{self.peak:>10.0f}{len(self.all):>6}"
        )
