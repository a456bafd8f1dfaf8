/// Something that happened at one moment: a packet, a flow record, a count.
///
/// Windows and series are built of anything timed, so the same analysis runs on a capture file, on a live
/// interface and on synthetic traffic.
///
/// Here the module begins, and with it its one rule: **everything in `Traffic` is a value.** No public type of it has
/// reference semantics or hidden state; nothing reads a clock, a file or a source of randomness; a random
/// generator is a value passed `inout`. Two variables never share state, so a notebook can tell from the names a
/// cell mentions what the cell can change, and what needs to run again.
public protocol Timed {
    /// The moment it happened.
    var time: Timestamp { get }
}
