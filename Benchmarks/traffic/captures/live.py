"""Flows that live all at the same time: `live TARGET PACKETS FLOWS` writes the first PACKETS of WHOLE packets.

Each flow has an equal share of the packets, in random order over one minute, so that none is ever idle for long, and an
equal share of the first HEAD packets, so that they hold every flow. TCP and UDP over IPv4 in both directions, with
consistent sequence numbers and no end; the captured length is that of the headers. The same arguments make the same
bytes.
"""

import sys

import numpy

from .pcap import FILE_HEADER

HEAD, WHOLE = 2_000_000, 12_000_000
MINUTE = 60_000_000
BEGIN = 1_700_000_000
CAPTURED = 54
LENGTHS = numpy.array([66, 74, 90, 130, 220, 440, 900, 1514])
SHARES = numpy.array([0.30, 0.08, 0.15, 0.13, 0.13, 0.06, 0.05, 0.10])
SYN, SYN_ACK, PSH_ACK = 0x02, 0x12, 0x18

# A UDP header is shorter: its length and checksum are where TCP has the sequence number, and payload is what follows.
RECORD = numpy.dtype(
    [("seconds", "<u4"), ("microseconds", "<u4"), ("captured", "<u4"), ("length", "<u4")]
    + [("ethernet", "V12"), ("ethertype", ">u2")]
    + [("version", "u1"), ("service", "u1"), ("total", ">u2"), ("identification", ">u2"), ("fragment", ">u2")]
    + [("hops", "u1"), ("protocol", "u1"), ("checksum", ">u2"), ("source", ">u4"), ("destination", ">u4")]
    + [("source_port", ">u2"), ("destination_port", ">u2"), ("sequence", ">u4"), ("acknowledgement", ">u4")]
    + [("offset", "u1"), ("flags", "u1"), ("window", ">u2"), ("transport_checksum", ">u2"), ("urgent", ">u2")]
)


def main():
    target, *numbers = sys.argv[1:]
    packets, flows = map(int, numbers)
    random = numpy.random.default_rng(flows)
    order = shuffled_flows(random, flows)
    # Flow after flow first, each a row of its packets in order; then every packet goes to its place in the capture.
    records = numpy.zeros(WHOLE, RECORD)
    records[numpy.argsort(order, kind="stable")] = conversations(random, flows, WHOLE // flows).ravel()
    elapsed = numpy.arange(WHOLE) * MINUTE // WHOLE
    records["seconds"], records["microseconds"] = BEGIN + elapsed // 1_000_000, elapsed % 1_000_000
    with open(target, "wb") as file:
        file.write(FILE_HEADER)
        records[:packets].tofile(file)


def shuffled_flows(random, flows):
    """The flow of every packet."""
    parts = [numpy.repeat(numpy.arange(flows), count // flows) for count in (HEAD, WHOLE - HEAD)]
    return numpy.concatenate([random.permutation(part) for part in parts])


def conversations(random, flows, length):
    """The packets of every flow: rows of `length` records."""
    records = numpy.zeros((flows, length), RECORD)
    backward = random.random((flows, length)) < 0.5
    backward[:, 0], backward[:, 1] = False, True
    is_tcp = (numpy.arange(flows) % 10 < 7)[:, None]
    opening = is_tcp & (numpy.arange(length) < 2)[None, :]
    lengths = numpy.where(opening, CAPTURED, random.choice(LENGTHS, (flows, length), p=SHARES))
    records["captured"], records["length"] = CAPTURED, lengths
    set_network(records, lengths - 14, is_tcp)
    set_endpoints(records, backward, is_tcp)
    set_sequences(records, numpy.where(opening, 1, lengths - CAPTURED), backward)
    records["offset"], records["window"] = 0x50, 64_240
    records["flags"] = numpy.where(opening, numpy.where(backward, SYN_ACK, SYN), PSH_ACK)
    set_udp(records, ~is_tcp[:, 0])
    set_header_checksums(records)
    return records


def set_network(records, total, is_tcp):
    records["ethernet"] = numpy.frombuffer(bytes.fromhex("020000000002020000000001"), "V12")
    records["ethertype"], records["version"], records["hops"] = 0x0800, 0x45, 64
    records["total"], records["protocol"] = total, numpy.where(is_tcp, 6, 17)


def set_endpoints(records, backward, is_tcp):
    """Endpoints scattered over the address space; an odd factor keeps those of different flows different."""
    scattered = (numpy.arange(len(records)) * 0x9E37_79B1 & 0xFF_FFFF)[:, None]
    client, client_port = 0x0A00_0000 + scattered, 32_768 + scattered % 28_000
    server, server_port = 0xC0A8_0000 + scattered % 5_003, numpy.where(is_tcp, 443, 5_004)
    records["source"] = numpy.where(backward, server, client)
    records["destination"] = numpy.where(backward, client, server)
    records["source_port"] = numpy.where(backward, server_port, client_port)
    records["destination_port"] = numpy.where(backward, client_port, server_port)


def set_sequences(records, used, backward):
    """Each side's sequence number is what it has sent so far, and its acknowledgement what the other has."""
    forth, back = (numpy.cumsum(used * side, axis=1) for side in (~backward, backward))
    records["sequence"] = (numpy.where(backward, back, forth) - used) & 0xFFFF_FFFF
    records["acknowledgement"] = numpy.where(backward, forth, back) & 0xFFFF_FFFF


def set_udp(records, rows):
    length = records["total"][rows].astype(numpy.int64) - 20
    records["sequence"][rows] = length << 16


def set_header_checksums(records):
    words = numpy.ndarray(records.shape + (10,), ">u2", records.data, 30, records.strides + (2,))
    total = words.sum(axis=-1, dtype=numpy.uint32)
    total = (total & 0xFFFF) + (total >> 16)
    records["checksum"] = 0xFFFF ^ ((total & 0xFFFF) + (total >> 16))


if __name__ == "__main__":
    main()
