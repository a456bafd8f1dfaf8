"""What is measured of notebooks, in which order, and against which bars."""

import tempfile
from pathlib import Path

from ..measure.bars import Bar
from ..measure.samples import Samples, run
from .edits import time_edits
from .growth import time_growth
from .jupyter import Peer
from .project import Project
from .stages import print_stages

NOTEBOOK = "01-entropy"


def measure(root, repeats, rounds):
    """Whole pages, then edits of every cell, then growing notebooks; the bars."""
    with tempfile.TemporaryDirectory(prefix="flowbook-bench-") as folder:
        peer = Peer(root, Path(folder) / "peer")
        project = Project(root, Path(folder) / "project", NOTEBOOK)
        whole = time_whole_pages(peer, project, repeats)
        edits = time_edits(project, NOTEBOOK, rounds)
        print_stages(project, NOTEBOOK)
        return whole + edits + time_growth(project)


def time_whole_pages(peer, project, repeats):
    """Alternates the peer, a cold page and unchanged pages, so that a busy moment falls on all of them."""
    jupyter, cold, unchanged = Samples("Jupyter"), Samples("Flowbook, empty store"), Samples("Flowbook, unchanged")
    run(peer.render, peer.folder, peer.environment)
    for _ in range(repeats):
        jupyter.add(run(peer.render, peer.folder, peer.environment))
        project.forget()
        cold.add(run(project.render(NOTEBOOK), project.folder))
        run(project.render(NOTEBOOK), project.folder)
        for _ in range(5):
            unchanged.add(run(project.render(NOTEBOOK), project.folder))
    print(Samples.heading())
    for samples in (jupyter, cold, unchanged):
        print(samples.line())
    print()
    return [
        Bar("cold page, share of Jupyter", cold.median / jupyter.median, 1 / 5, "ratio"),
        Bar("unchanged page, share of Jupyter", unchanged.median / jupyter.median, 1 / 80, "ratio"),
        Bar("unchanged page", unchanged.median, 0.040, "seconds"),
    ]
