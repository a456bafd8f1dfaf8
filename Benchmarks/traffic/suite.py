"""What is measured of metering, in which order, and against which bars."""

import tempfile
from pathlib import Path

from ..measure.environment import make_environment
from .captures.store import Store
from .flowbook import Flowbook
from .growth import time_growth
from .mix import time_mix
from .peers import require_peers


def measure(root, rounds):
    """The mix beside the peers, then growing numbers of live flows; the bars."""
    require_peers()
    python = make_environment(root) / "bin/python"
    store = Store(root, python)
    with tempfile.TemporaryDirectory(dir=root / ".build/bench", prefix="run-") as name:
        folder = Path(name)
        flowbook = Flowbook.built(root, folder)
        bars = time_mix(root, python, folder, store, flowbook, rounds)
        return bars + time_growth(folder, store, flowbook)
