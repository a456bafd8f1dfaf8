"""How the time of a cold page grows with the number of cells."""

from ..measure.bars import Bar
from ..measure.samples import Samples, run

COUNTS = (10, 20, 50, 100)
REPEATS = 3


def time_growth(project):
    """Cold pages of generated notebooks in which every cell needs the one before it."""
    medians = {}
    for notebook in project.folder.glob("Notebooks/*.swift"):
        notebook.unlink()
    for count in COUNTS:
        name = f"chain{count}"
        project.notebook(name).write_text(chain(count))
        samples = Samples(f"{count} cells, empty store")
        for _ in range(REPEATS):
            project.forget()
            samples.add(run(project.render(name), project.folder))
        project.notebook(name).unlink()
        medians[count] = samples.median
        print(samples.line())
    print()
    first, last = COUNTS[0], COUNTS[-1]
    return [Bar(f"{last} cells against {first}, time", medians[last] / medians[first], last / first, "times")]


def chain(count):
    cells = ["// %% Cell 0\nlet value0 = 1\nvalue0\n"]
    for number in range(1, count):
        step = f"(1...1000).reduce(value{number - 1}) {{ ($0 &* 31 &+ $1) % 1009 }}"
        cells.append(f"// %% Cell {number}\nlet value{number} = {step}\nvalue{number}\n")
    return "\n".join(cells)
