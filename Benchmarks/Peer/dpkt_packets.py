"""dpkt: every packet of a capture parsed from Ethernet up; no flows."""

import sys

import dpkt

packets = 0
with open(sys.argv[1], "rb") as file:
    for _, frame in dpkt.pcap.Reader(file):
        try:
            dpkt.ethernet.Ethernet(frame)
        except dpkt.UnpackError:
            continue
        packets += 1
print(packets, "packets parsed")
