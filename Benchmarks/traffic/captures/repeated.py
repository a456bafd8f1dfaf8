"""A capture repeated until it has a given number of packets: `repeated TARGET PACKETS SOURCE`.

Each repetition is the same traffic between the same hosts, later by the length of the capture and QUIET seconds, more
than the longest default wait for a silent flow (an hour, softflowd's). So a meter that forgets silent flows finds those
of every repetition, and has no more of them alive than the capture itself has; one that never forgets, as softflowd and
tshark in a file, has less to do. Many live flows are what `live` makes.
"""

import struct
import subprocess
import sys
import tempfile
from pathlib import Path

from .pcap import FILE_HEADER, RECORD, record_offsets

QUIET = 4000
SECONDS = struct.Struct("<I")


def main():
    target, packets, source = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.pcap"
        # Whatever the format of the source was, all meters can read this one.
        if subprocess.run(["editcap", "-F", "pcap", source, plain], stdout=subprocess.DEVNULL).returncode != 0:
            sys.exit(f"bench: {source}: not a capture that editcap can read")
        data = bytearray(plain.read_bytes())
    if not record_offsets(data):
        sys.exit(f"bench: {source}: no packets")
    with open(target, "wb") as file:
        repeat(data, int(packets), file)


def repeat(data, packets, file):
    """Writes exactly `packets` records; the last repetition ends where they are full."""
    offsets = record_offsets(data)
    seconds = [RECORD.unpack_from(data, offset)[0] for offset in offsets]
    step = max(seconds) - min(seconds) + QUIET
    ends = offsets[1:] + [len(data)]
    file.write(data[: len(FILE_HEADER)])
    for first in range(0, packets, len(offsets)):
        count = min(len(offsets), packets - first)
        file.write(memoryview(data)[offsets[0] : ends[count - 1]])
        seconds = [second + step for second in seconds]
        for offset, second in zip(offsets, seconds):
            SECONDS.pack_into(data, offset, second)


if __name__ == "__main__":
    main()
