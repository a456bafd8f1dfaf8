"""The checkout's own release build as a meter."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from .meter import Meter


@dataclass(frozen=True)
class Flowbook:
    program: Path
    folder: Path

    @staticmethod
    def built(root, folder):
        """The release build, or None where there is none that can meter; says so."""
        program = root / ".build/release/flowbook"
        if not program.exists():
            print(f"{program} is absent: run make build. What it would be timed at is left out.\n")
            return None
        if subprocess.run([program, "flows", "--help"], capture_output=True).returncode != 0:
            print(f"{program} has no command flows: build one that has. What it would be timed at is left out.\n")
            return None
        return Flowbook(program, folder)

    def meter(self, name, capture, threads=None, writes=False):
        """All statistics of every flow, on all cores where no number of threads is given.

        Timed without a table, as the peers write none, or with one as CSV; the flows are counted in a table either way.
        """
        table = self.folder / "flows.csv"
        command = [self.program, "flows", capture.path, "--profile", "nfstream"]
        command += [] if threads is None else ["--threads", str(threads)]
        timed = ["--format", "csv", "-o", "/dev/null"] if writes else ["--format", "none"]
        counted = ["--format", "csv", "-o", table]
        return Meter(name, [*command, *timed], capture, lambda _: rows(table), [*command, *counted])


def rows(table):
    """The rows of a CSV file below its header."""
    with open(table, "rb") as lines:
        return sum(1 for _ in lines) - 1
