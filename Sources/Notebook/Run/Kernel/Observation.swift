import CSystem
import NotebookDisplay

/// Something a cell asked of the system while it ran, each thing once.
package enum Observation: Hashable, Sendable {
    /// It read the content of the file at this absolute path, or would have.
    case read(String, FileState)
    /// It asked whether the file is there, or how large or old it is; links followed.
    case asked(String, FileState)
    /// The same, without following a link at the end of the path.
    case askedLink(String, FileState)
    /// It listed the directory.
    case listed(String, FileState)
    /// It made, changed or removed the file. What it read of it afterwards is no input.
    case wrote(String)
    /// It read the environment variable; nil where that is not set.
    case environment(String, String?)
    case clock
    /// It asked how much of the processor, the memory or the machine is in use.
    case load
    /// It drew randomness of the system.
    case randomness
    /// It made a file or folder under a name drawn at random.
    case temporaryName
    /// It asked for the number of a process or thread, which is as arbitrary.
    case processNumber
    case connection
    /// It started another program.
    case program(String)
    /// It did something whose inputs cannot be followed: the name of the call, or the path.
    case untraceable(String)
    /// More than can be kept, or a file that changed between two looks at it.
    case tooMany
}

extension Observation {
    /// The observations in a run of the kernel's records.
    static func list(records: [UInt8]) throws(DamagedPacket) -> [Observation] {
        var reader = PacketReader(records)
        var list: [Observation] = []
        while !reader.isAtEnd {
            if let observation = try Observation(from: &reader) { list.append(observation) }
        }
        return list
    }

    /// Nil for what only the kernel needs to know.
    private init?(from reader: inout PacketReader) throws(DamagedPacket) {
        let kind = try reader.read(UInt8.self)
        let state = try FileState(from: &reader)
        let bytes = try reader.readBytes()
        let text = String(decoding: bytes, as: UTF8.self)
        // A path that is no UTF-8 could not be looked up again under that text.
        let isExact = text.utf8.elementsEqual(bytes)
        switch observation(UInt32(kind)) {
        case READ_FILE: self = isExact ? .read(text, state) : .untraceable(text)
        case ASKED_FILE: self = isExact ? .asked(text, state) : .untraceable(text)
        case ASKED_LINK: self = isExact ? .askedLink(text, state) : .untraceable(text)
        case LISTED_DIRECTORY: self = isExact ? .listed(text, state) : .untraceable(text)
        case WROTE_FILE: self = .wrote(text)
        case READ_ENVIRONMENT: self = isExact ? Self.environment(assignment: text) : .untraceable(text)
        case WROTE_ENVIRONMENT: return nil
        case READ_CLOCK: self = .clock
        case MEASURED_LOAD: self = .load
        case DREW_RANDOMNESS: self = .randomness
        case CHOSE_TEMPORARY_NAME: self = .temporaryName
        case ASKED_PROCESS_NUMBER: self = .processNumber
        case MADE_CONNECTION: self = .connection
        case RAN_PROGRAM: self = .program(text)
        case UNTRACEABLE: self = .untraceable(text)
        case TOO_MANY: self = .tooMany
        default: throw reader.damage
        }
    }

    private static func environment(assignment: String) -> Observation {
        guard let sign = assignment.firstIndex(of: "=") else { return .environment(assignment, nil) }
        return .environment(String(assignment[..<sign]), String(assignment[assignment.index(after: sign)...]))
    }
}

extension FileState {
    fileprivate init(from reader: inout PacketReader) throws(DamagedPacket) {
        let kind = try reader.read(UInt8.self)
        let signature = FileSignature(
            device: try reader.read(), inode: try reader.read(), size: try reader.read(), modified: try reader.read(),
            changed: try reader.read())
        switch file_kind(UInt32(kind)) {
        case FILE_NONE, FILE_MISSING: self = .missing
        case FILE_REGULAR: self = .regular(signature)
        case FILE_DIRECTORY: self = .directory(signature)
        case FILE_OTHER: self = .other(signature)
        case FILE_UNREADABLE: self = .unreadable
        default: throw reader.damage
        }
    }
}
