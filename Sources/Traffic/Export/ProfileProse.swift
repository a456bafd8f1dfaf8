/// What the reference of flows says besides its tables.
enum ProfileProse {
    static let opening = """
        # Flows and their columns

        <!-- Written by `flowbook flows --describe > docs/flows.md`. -->

        ## What a flow is

        A flow is the packets that have the same addresses, ports and protocol, either way, and that belong together in \
        time. The end that sent its first packet is the *initiator*, the other the *responder*; where a connection was \
        joined midway, the rules of Zeek decide who began. *Forward* is from the initiator to the responder.

        | what | how | option |
        | --- | --- | --- |
        | key | both addresses and ports, the protocol, and unless told otherwise the VLANs and the tunnel | \
        `distinguishesVLANs`, `distinguishesTunnels` |
        | ICMP | all messages between two hosts are one flow, or each kind of exchange is one | `icmp` |
        | direction | both ways in one flow, or each in its own | `isUnidirectional` |
        | idle time-out | no packet for 120 s ends the flow | `idleTimeout` |
        | active time-out | the first packet 1800 s or more after the flow's first begins another | `activeTimeout` |
        | close | FIN from both sides, or RST, ends a TCP flow 5 s later, so that what is under way still counts | `linger` |
        | reopening | a SYN after the close begins another flow at once | |
        | end of the capture | ends all | |

        Time is the time of the packets, not of the reading. A packet that is earlier than the one before it counts as \
        simultaneous. Later fragments belong to the flow of the first. Packets that are not of the Internet Protocol are \
        in no flow. Sizes are those on the link, where the capture holds only the beginning of a packet too.

        """

    static let formats = """
        ## Formats

        | format | missing | times | text |
        | --- | --- | --- | --- |
        | CSV (RFC 4180) | empty | seconds, all nine decimals that there are | quoted where it holds a comma, a quote or \
        a line end |
        | NDJSON (RFC 8259) | `null` | the same, as numbers | escaped as JSON has it |
        | Zeek's TSV | `-` | seconds with six decimals | tabs, line ends and backslashes as `\\x09` |
        | table | `-` | six significant digits, moments with six decimals | cut after 40 characters |

        Numbers are written as the shortest decimal that reads back as the same number. Nothing depends on a locale, and \
        equal captures give equal bytes.

        """

    static let agreement = """
        ## Agreement with other tools

        What is said here of other tools is tested, on public captures, against what they print. Where a figure is not \
        equal, the capture is in a table: how many of the tool's rows have no equal here, how many here have none there, \
        and why. The tests allow these differences and no others.

        """

    static let otherAgreement = """
        ### The loopback study

        Its two captures give the same 4,400 rows, equal in every column but the gaps of both and the flags of the scan: \
        see the profile's differences.

        ### CICFlowMeter

        There are no figures to agree with: its published sets were made by several versions with different faults. The \
        columns are tested with packets made by hand and figures worked out by hand.

        """
}
