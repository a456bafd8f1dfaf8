"""The programs that Flowbook is compared with, from the least that reading takes to the most that is told of a flow."""

import json
import re
import shutil
import subprocess
import sys

from .meter import Meter, counted, summed

LOOP, SOFTFLOWD, NFSTREAM = "libpcap loop", "softflowd", "NFStream, part"
PACKAGES = ("libpcap0.8", "softflowd", "nfdump", "tcptrace", "tshark")
NFPCAPD_FLOWS = summed(r"Flows: (\d+), Packets")
COMMANDS = ("time", "cc", "softflowd", "nfpcapd", "tcptrace", "tshark", "editcap")


def require_peers():
    missing = [command for command in COMMANDS if shutil.which(command) is None]
    if missing:
        sys.exit(f"bench: not installed: {' '.join(missing)}: run Scripts/install-packages build bench")


def make_peers(root, python, folder, whole, part):
    """The peers: the fast ones meter the whole capture, the slow ones a part of it."""
    scripts = root / "Benchmarks/Peer"
    # Neither exporting nor daemon, without files in places that only root may write; IPv6 too, as everybody else.
    softflowd = ["softflowd", "-d", "-6", "-c", "none", "-p", folder / "pid", "-r", whole.path]
    tcptrace, listed = ["tcptrace", "-n", "-q", whole.path], ["tcptrace", "-n", whole.path]
    tshark = ["tshark", "-n", "-q", "-z", "conv,tcp", "-z", "conv,udp", "-r", part.path]
    nfstream = [python, scripts / "nfstream_flows.py", part.path]
    return [
        Meter(LOOP, [compile_loop(scripts, folder), whole.path], whole),
        Meter(SOFTFLOWD, softflowd, whole, summed(r"Flows expired: (\d+)")),
        Meter("nfpcapd, to disk", ["nfpcapd", "-w", made(folder / "nfpcapd"), "-r", whole.path], whole, NFPCAPD_FLOWS),
        Meter("tcptrace, TCP alone", tcptrace, whole, counted(r"(?m)^ *\d+: "), inspect=listed),
        Meter("tshark, part", tshark, part, counted("<->")),
        Meter(NFSTREAM, nfstream, part, lambda output: json.loads(output)["flows"], own_clock=True),
        Meter("dpkt, part", [python, scripts / "dpkt_packets.py", part.path], part),
    ]


def compile_loop(scripts, folder):
    program = folder / "pcap_loop"
    subprocess.run(["cc", "-O2", "-o", program, scripts / "pcap_loop.c", "-lpcap"], check=True)
    return program


def made(folder):
    folder.mkdir()
    return folder


def print_versions(root):
    """What was compared, for whoever compares the figures with others."""
    asked = ["dpkg-query", "--show", "--showformat", "${Package} ${Version}, ", *PACKAGES]
    debian = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    pinned = re.findall(r"(?m)^(nfstream|dpkt)==(.*)$", (root / "Benchmarks/requirements.txt").read_text())
    print(f"{debian}{', '.join(f'{name} {version}' for name, version in pinned)}\n")
