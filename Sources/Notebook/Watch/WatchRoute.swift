import Foundation

/// The folders to watch for a change of one input, as its path leads through the file system at one moment.
struct WatchRoute: Equatable {
    /// What of a folder matters.
    enum Matter: Hashable {
        /// What happens to the file of this name in it.
        case name(String)
        /// Which names are in it.
        case names
        /// That it stays where it is.
        case itself
    }

    struct Post: Hashable {
        var folder: String
        var matter: Matter
    }

    /// Every folder on the way, and where the way ends: at the input, or where the first folder is missing.
    private(set) var posts: Set<Post> = []
    /// Whether there is anything at the path.
    private(set) var isReached = false
    /// The names in the folder, where the input is a listing.
    private(set) var names: [String]?

    /// The route to `input`; without posts where that is no file or folder.
    init(to input: Input) {
        guard let path = input.path else { return }
        let end = follow(URL(fileURLWithPath: path).path)
        guard case .listing = input, let end else { return }
        names = try? FileManager.default.contentsOfDirectory(atPath: end).sorted()
        if names != nil { posts.insert(Post(folder: end, matter: .names)) }
    }

    /// Whether what a cell sees of the input may have changed since the route was `earlier`, given that something has
    /// happened on it.
    func mayDiffer(from earlier: WatchRoute) -> Bool {
        if let names { return names != earlier.names }
        return isReached || earlier.isReached
    }
}

private extension WatchRoute {
    /// As many links as the system follows.
    static let mostLinks = 40

    /// Notes the posts on the way along `path` and through the links on it.
    /// - Returns: what the path leads to, without links; nil where it leads to nothing.
    mutating func follow(_ path: String) -> String? {
        var folder = ""
        var rest = path.split(separator: "/").map(String.init)[...]
        var links = 0
        while let name = rest.popFirst() {
            if name == "." { continue }
            if name == ".." {
                folder = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
                continue
            }
            let place = folder.isEmpty ? "/" : folder
            let next = "\(folder)/\(name)"
            if let target = Self.target(ofLink: next) {
                posts.insert(Post(folder: place, matter: .name(name)))
                links += 1
                guard links <= Self.mostLinks else { return nil }
                if target.hasPrefix("/") { folder = "" }
                rest = target.split(separator: "/").map(String.init)[...] + rest
                continue
            }
            isReached = rest.isEmpty && access(next, F_OK) == 0
            guard !rest.isEmpty, Self.isFolder(next) else {
                posts.insert(Post(folder: place, matter: .name(name)))
                return isReached ? next : nil
            }
            posts.insert(Post(folder: place, matter: .itself))
            folder = next
        }
        isReached = true
        return folder.isEmpty ? "/" : folder
    }

    static func target(ofLink path: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: path)
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
