"""Jupyter: an environment of its own, and the lesson as a notebook."""

import json
import os
import re

from ..measure.environment import make_environment


class Peer:
    """Renders the lesson of Peer/entropy.py with nbconvert."""

    def __init__(self, root, folder):
        self.folder = folder
        folder.mkdir()
        environment = make_environment(root)
        (folder / "entropy.ipynb").write_text(json.dumps(notebook((root / "Benchmarks/Peer/entropy.py").read_text())))
        self.environment = dict(os.environ, MPLCONFIGDIR=str(folder), IPYTHONDIR=str(folder), HOME=str(folder))
        jupyter = environment / "bin/jupyter-nbconvert"
        self.render = [jupyter, "--execute", "--to", "html", "--log-level", "WARN", "entropy.ipynb"]


def notebook(text):
    """A Jupyter notebook from a Python file in percent format."""
    parts = re.split(r"(?m)^# %%(.*)\n", text)
    cells = [cell(number, header, body.strip()) for number, (header, body) in enumerate(zip(parts[1::2], parts[2::2]))]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": cells}


def cell(number, header, body):
    common = {"id": f"cell-{number}", "metadata": {}}
    if "[markdown]" in header:
        return {**common, "cell_type": "markdown", "source": re.sub(r"(?m)^# ?", "", body)}
    return {**common, "cell_type": "code", "source": body, "outputs": [], "execution_count": None}
