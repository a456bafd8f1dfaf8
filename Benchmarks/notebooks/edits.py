"""The time from saving a notebook to its page, under `flowbook watch`."""

import json
import select
import statistics
import subprocess
import sys
import time

from ..measure.bars import Bar
from .cells import split

PATIENCE = 120


class Watch:
    """A running `flowbook watch --json`."""

    def __init__(self, project, name):
        self.file, self.page = project.notebook(name), project.page(name)
        command = [project.program, "watch", "--json", name]
        self.process = subprocess.Popen(command, cwd=project.folder, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        self.next_update()

    def save(self, text):
        """Saves the notebook; the seconds until its update was told, and the update."""
        # An editor saves when the reader has seen the last page, not in the same instant.
        time.sleep(0.1)
        begin = time.perf_counter()
        self.file.write_text(text)
        update = self.next_update()
        return time.perf_counter() - begin, update

    def next_update(self):
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
        line = self.process.stdout.readline() if ready else b""
        if not line:
            self.close()
            sys.exit("bench: flowbook watch --json: no update came")
        return json.loads(line)

    def close(self):
        self.process.terminate()
        self.process.wait()


def time_edits(project, name, rounds):
    """Edits every cell in turn, `rounds` times, each save changing one cell."""
    original = project.notebook(name).read_text()
    head, cells = split(original)
    watch = Watch(project, name)
    code, prose, numbers = [], [], {}
    try:
        for number in range(rounds * len(cells)):
            index = number % len(cells)
            if not (cells[index].is_code or cells[index].is_prose):
                continue
            numbers[index] = number + 1000
            parts = (cell.edited(numbers[i]) if i in numbers else cell.marker + cell.body for i, cell in enumerate(cells))
            seconds, update = watch.save(head + "".join(parts))
            check(cells[index], numbers[index], update, watch.page)
            (prose if cells[index].is_prose else code).append((seconds, len(update["ran"])))
    finally:
        watch.close()
        project.notebook(name).write_text(original)
    print_edits("code cell edited", code)
    print_edits("prose edited", prose)
    print()
    return [
        Bar("code cell, save to page, median", statistics.median(seconds for seconds, _ in code), 0.150, "seconds"),
        Bar("prose, save to page, median", statistics.median(seconds for seconds, _ in prose), 0.050, "seconds"),
    ]


def check(cell, number, update, page):
    """A fast answer counts only if it is the right one."""
    if cell.is_prose and (update["ran"] or f"Edit {number}." not in page.read_text()):
        sys.exit(f"bench: edit {number}: prose ran {update['ran']} or is not on the page")
    if not cell.is_prose and not update["ran"]:
        sys.exit(f"bench: edit {number}: the edited cell did not run")


def print_edits(name, samples):
    seconds = sorted(seconds for seconds, _ in samples)
    ran = statistics.median(ran for _, ran in samples)
    print(
        f"{name:<24}{statistics.median(seconds):>8.3f} s median, {seconds[len(seconds) * 9 // 10]:.3f} s nine in ten, "
        f"{seconds[-1]:.3f} s most; {ran:.0f} cells run (median), {len(samples)} edits"
    )
