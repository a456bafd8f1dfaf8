"""The pcap file format, as far as a benchmark writes it: little-endian, microseconds, Ethernet."""

import struct

FILE_HEADER = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 262_144, 1)
RECORD = struct.Struct("<IIII")
"""Seconds, microseconds, bytes captured, bytes on the wire."""


def record_offsets(data):
    """Where each record of a file begins; what is left of a record cut short at the end is no record."""
    offsets, offset = [], len(FILE_HEADER)
    while offset + RECORD.size <= len(data):
        following = offset + RECORD.size + RECORD.unpack_from(data, offset)[2]
        if following > len(data):
            break
        offsets.append(offset)
        offset = following
    return offsets
