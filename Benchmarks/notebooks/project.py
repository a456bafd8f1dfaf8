"""A project of the benchmark's own, so that nothing of the checkout is touched."""

import shutil


class Project:
    """A folder with one of the checkout's notebooks, rendered by the checkout's release build."""

    def __init__(self, root, folder, name):
        self.folder = folder
        self.program = root / ".build/release/flowbook"
        self.notebook(name).parent.mkdir(parents=True)
        shutil.copy(root / "Notebooks" / f"{name}.swift", self.notebook(name))

    def render(self, *words):
        return [self.program, "render", *words]

    def notebook(self, name):
        return self.folder / "Notebooks" / f"{name}.swift"

    def page(self, name):
        return self.folder / "output" / f"{name}.html"

    def forget(self):
        """Back to the state of a fresh clone with the runner built."""
        for name in (".flowbook", "output"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
