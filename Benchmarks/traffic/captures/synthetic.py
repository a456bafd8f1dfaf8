"""A capture for machines that have no other: `synthetic TARGET PACKETS SEED`.

Made to resemble a mix of everyday applications: about 15 packets a flow with a heavy tail, two thirds TCP, frames of
up to 1514 bytes with a mean near 300, one packet in eleven over IPv6, one in thirteen no IP at all, and flows that
begin within ten minutes of each other. Payload is random bytes; header checksums are right, those of TCP and UDP zero.
"""

import random
import struct
import sys
from dataclasses import dataclass

from .pcap import FILE_HEADER, RECORD

BEGIN = 1_700_000_000
WINDOW = 600
SIZES = ((0, 12), (12, 80), (80, 240), (240, 560), (560, 1200), (1300, 1448))
SHARES = (24, 32, 16, 8, 5, 15)
IPV4, IPV6, ARP = 0x0800, 0x86DD, 0x0806
ICMP, TCP, UDP = 1, 6, 17
KINDS = {(IPV4, TCP): 57, (IPV4, UDP): 24, (IPV6, TCP): 6, (IPV6, UDP): 3, (IPV4, ICMP): 2, (ARP, 0): 8}
SERVER_PORTS = ((3478, 4500, 5004, 27_015), (443, 443, 443, 80, 8080, 5222))
FIN_ACK, SYN, SYN_ACK, PSH_ACK = 0x11, 0x02, 0x12, 0x18


def main():
    target, packets, seed = sys.argv[1:]
    chance = random.Random(int(seed))
    records = []
    while len(records) < int(packets):
        records += conversation(chance, chance.uniform(0, WINDOW))
    records.sort(key=lambda record: record[0])
    with open(target, "wb") as file:
        file.write(FILE_HEADER)
        for time, frame in records[: int(packets)]:
            seconds, microseconds = divmod(int(time * 1e6), 1_000_000)
            file.write(RECORD.pack(BEGIN + seconds, microseconds, len(frame), len(frame)) + frame)


@dataclass(frozen=True)
class Ends:
    """The hosts and ports of a conversation, the client first."""

    kind: int
    protocol: int
    hosts: tuple
    ports: tuple


def conversation(chance, time):
    """The frames of one conversation with their times."""
    kind, protocol = chance.choices(*zip(*KINDS.items()))[0]
    if kind == ARP:
        return [(time + second, arp(chance)) for second in range(14)]
    ends = random_ends(chance, kind, protocol)
    steps = tcp_steps(chance) if protocol == TCP else datagram_steps(chance)
    frames, sent, pause = [], [0, 0], chance.choice((0.001, 0.02, 0.2))
    for side, flags, size in steps:
        frames.append((time, frame(ends, side, transport(ends, side, flags, sent, chance.randbytes(size)))))
        sent[side] += size + (flags != PSH_ACK)
        time += min(chance.expovariate(1 / pause), 60)
    return frames


def tcp_steps(chance):
    yield from ((0, SYN, 0), (1, SYN_ACK, 0))
    yield from datagram_steps(chance)
    yield from ((0, FIN_ACK, 0), (1, FIN_ACK, 0))


def datagram_steps(chance):
    """Sides, flags and payload sizes: heavy-tailed in number, mostly answered."""
    for _ in range(min(int(2 * chance.paretovariate(1.08)), 3000)):
        low, high = chance.choices(SIZES, SHARES)[0]
        yield chance.randrange(2), PSH_ACK, chance.randint(low, high)


def random_ends(chance, kind, protocol):
    client, server = chance.randrange(1, 250), chance.randrange(1, 4000)
    port = chance.choice(SERVER_PORTS[protocol == TCP])
    if kind == IPV6:
        hosts = (struct.pack(">QQ", 0x2001_0DB8 << 32, client), struct.pack(">QQ", 0x2001_0DB8 << 32 | 1, server))
    else:
        hosts = (struct.pack(">I", 0xC0A8_0100 + client), struct.pack(">I", 0xC633_0000 + server))
    return Ends(kind, protocol, hosts, (chance.randrange(32_768, 61_000), port))


def transport(ends, side, flags, sent, payload):
    source, destination = ends.ports[side], ends.ports[1 - side]
    if ends.protocol == TCP:
        acknowledged = 0 if flags == SYN else sent[1 - side]
        header = struct.pack(">HHIIBBHHH", source, destination, sent[side], acknowledged, 0x50, flags, 64_240, 0, 0)
    elif ends.protocol == UDP:
        header = struct.pack(">HHHH", source, destination, 8 + len(payload), 0)
    else:
        header = struct.pack(">BBHHH", 0 if side else 8, 0, 0, source, 1)
    return header + payload


def frame(ends, side, content):
    source, destination = ends.hosts[side], ends.hosts[1 - side]
    if ends.kind == IPV6:
        header = struct.pack(">IHBB", 0x6000_0000, len(content), ends.protocol, 64) + source + destination
    else:
        fields = (0x45, 0, 20 + len(content), 0, 0x4000, 64, ends.protocol, 0)
        words = struct.pack(">BBHHHBBH", *fields) + source + destination
        header = words[:10] + struct.pack(">H", checksum(words)) + words[12:]
    return ethernet(ends.kind) + header + content


def checksum(words):
    total = sum(struct.unpack(">10H", words))
    total = (total & 0xFFFF) + (total >> 16)
    return 0xFFFF ^ ((total & 0xFFFF) + (total >> 16))


def arp(chance):
    addresses = chance.randbytes(20)
    return ethernet(ARP) + struct.pack(">HHBBH", 1, IPV4, 6, 4, 1) + addresses


def ethernet(kind):
    return bytes.fromhex("020000000002020000000001") + struct.pack(">H", kind)


if __name__ == "__main__":
    main()
