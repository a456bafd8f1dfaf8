"""A Swift notebook cut at its markers, so that single cells can be edited."""

import re
from dataclasses import dataclass

MARKER = re.compile(r"(?m)^// %%.*\n")


@dataclass(frozen=True)
class Cell:
    marker: str
    body: str

    @property
    def is_prose(self):
        return "[markdown]" in self.marker

    @property
    def is_code(self):
        return "[" not in self.marker and self.body.strip() != ""

    def edited(self, number):
        """The cell after edit `number`: a sentence more in prose, a statement more in code; never the same twice."""
        if not self.is_prose:
            return f"{self.marker}_ = {number}\n{self.body}"
        if "*/" in self.body:
            head, tail = self.body.rsplit("*/", 1)
            return f"{self.marker}{head}\nEdit {number}.\n*/{tail}"
        return f"{self.marker}{self.body.rstrip()} Edit {number}.\n\n"


def split(text):
    """What stands before the first marker, and the cells."""
    markers = list(MARKER.finditer(text))
    ends = [marker.start() for marker in markers[1:]] + [len(text)]
    cells = [Cell(marker.group(), text[marker.end() : end]) for marker, end in zip(markers, ends)]
    return text[: markers[0].start()], cells
