"""Captures made once and kept."""

import hashlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Capture:
    """A capture file and the number of packets in it, whatever they carry."""

    path: Path
    packets: int


class Store:
    """Makes captures by the modules beside this one, each as a process: their memory is not the benchmark's."""

    def __init__(self, root, python):
        self.root, self.python = root, python
        self.folder = root / ".build/bench/captures"
        self.folder.mkdir(parents=True, exist_ok=True)

    def make(self, name, packets, module, argument):
        """The capture that `module TARGET PACKETS ARGUMENT` makes; an older one of the same name goes."""
        path = self.folder / f"{name}-{digest(packets, module, argument)}.pcap"
        if not path.exists():
            print(f"Making the capture {name} …", flush=True)
            for stale in self.folder.glob(f"{name}-*"):
                stale.unlink()
            unfinished = path.with_suffix(".unfinished")
            words = [f"Benchmarks.traffic.captures.{module}", unfinished, str(packets), str(argument)]
            if subprocess.run([self.python, "-m", *words], cwd=self.root).returncode != 0:
                sys.exit(f"bench: the capture {name} could not be made")
            unfinished.rename(path)
        return Capture(path, packets)


def digest(packets, module, argument):
    """Changes with the modules that make captures, and with the file where the argument is one."""
    modules = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    stamp = (argument.stat().st_size, argument.stat().st_mtime_ns) if isinstance(argument, Path) else None
    return hashlib.sha256(modules + repr((packets, module, argument, stamp)).encode()).hexdigest()[:12]
