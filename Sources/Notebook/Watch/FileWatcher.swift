import Foundation

/// Tells when files and folders change, however that happens: in place, by renaming another over them, with a folder on
/// the way to them replaced, or made in the first place.
package final class FileWatcher {
    /// A folder that cannot be watched for lack of watches or memory.
    package struct Problem: Error, Hashable {
        package var folder: String
    }

    private let descriptor: Int32
    private var routes: [Input: WatchRoute] = [:]
    /// The kernel's watches on folders.
    private var watches: [String: Int32] = [:]
    /// To which inputs it matters what happens to a watched folder.
    private var interests: [Int32: [WatchRoute.Matter: Set<Input>]] = [:]
    private var problem: Problem?

    /// Nil, with `errno` set, where the system gives no more watches.
    package init?() {
        descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// What to poll for reading.
    package var fileDescriptor: Int32 { descriptor }

    /// From now on watches `inputs` and no others. They need not exist, and neither need their folders.
    /// - Returns: those that were not watched before.
    @discardableResult
    package func follow(_ inputs: Set<Input>) -> Set<Input> {
        for input in Set(routes.keys).subtracting(inputs) { leave(input) }
        let new = inputs.subtracting(routes.keys)
        for input in new { settle(input) }
        return new
    }

    /// Takes all waiting events; the watched inputs that they were about.
    package func takeChanges() -> Set<Input> {
        var touched: Set<Input> = []
        while true {
            let bytes = [UInt8](unsafeUninitializedCapacity: 16384) { buffer, count in
                count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
            }
            guard !bytes.isEmpty else { return touched.filter(hasChanged) }
            for event in InotifyEvent.parse(bytes) { touched.formUnion(take(event)) }
        }
    }

    /// Takes the latest failure to watch a folder.
    package func takeProblem() -> Problem? {
        defer { problem = nil }
        return problem
    }
}

private extension FileWatcher {
    /// The inputs that an event may be about.
    func take(_ event: InotifyEvent) -> Set<Input> {
        if event.isOverflow {
            for watch in interests.keys { drop(watch) }
            return Set(routes.keys)
        }
        guard let inputs = interests[event.watch] else { return [] }
        if event.isOfLostFolder { drop(event.watch) }
        if event.name.isEmpty { return inputs.values.reduce(into: []) { $0.formUnion($1) } }
        let listings = event.changesNames ? inputs[.names] ?? [] : []
        return listings.union(inputs[.name(event.name)] ?? [])
    }

    /// Whether an input on whose route something has happened may be another now; watches it where it is now.
    func hasChanged(_ input: Input) -> Bool {
        guard let earlier = routes[input] else { return false }
        let isWatched = earlier.posts.allSatisfy { isPlaced($0, for: input) }
        if !isWatched || WatchRoute(to: input) != earlier { settle(input) }
        return routes[input]?.mayDiffer(from: earlier) == true
    }

    /// How often a route is looked for that changes while it is being watched.
    static let tries = 10

    /// Watches the route to an input as it is now.
    func settle(_ input: Input) {
        for _ in 0..<Self.tries {
            leave(input)
            let route = WatchRoute(to: input)
            routes[input] = route
            for post in route.posts { place(post, for: input) }
            // What was made or replaced before the watch was there, no event tells of.
            if WatchRoute(to: input) == route { break }
        }
    }

    func leave(_ input: Input) {
        for post in routes.removeValue(forKey: input)?.posts ?? [] {
            guard let watch = watches[post.folder] else { continue }
            interests[watch]?[post.matter]?.remove(input)
            if interests[watch]?[post.matter]?.isEmpty == true { interests[watch]?[post.matter] = nil }
            if interests[watch]?.isEmpty == true { drop(watch) }
        }
    }

    func isPlaced(_ post: WatchRoute.Post, for input: Input) -> Bool {
        watches[post.folder].flatMap { interests[$0]?[post.matter] }?.contains(input) == true
    }

    /// Watches a folder for what matters of it. A folder that is gone by now, or that the person may not read, cannot
    /// be watched: the first shows in the route, and of the second nothing can be known.
    func place(_ post: WatchRoute.Post, for input: Input) {
        if let watch = watches[post.folder], interests[watch]?[post.matter]?.insert(input) != nil { return }
        let watch = inotify_add_watch(descriptor, post.folder, post.matter.events | UInt32(IN_ONLYDIR | IN_MASK_ADD))
        guard watch >= 0 else {
            if errno == ENOSPC || errno == ENOMEM { problem = Problem(folder: post.folder) }
            return
        }
        watches[post.folder] = watch
        interests[watch, default: [:]][post.matter, default: []].insert(input)
    }

    /// Gives up a watch whose folder is gone from its place, or of interest to nobody.
    func drop(_ watch: Int32) {
        inotify_rm_watch(descriptor, watch)
        interests[watch] = nil
        watches = watches.filter { $0.value != watch }
    }
}

private extension WatchRoute.Matter {
    /// The events that tell of it.
    var events: UInt32 {
        let (place, names) = (IN_MOVE_SELF | IN_DELETE_SELF, IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)
        return switch self {
        case .name: UInt32(place | names | IN_CLOSE_WRITE | IN_ATTRIB)
        case .names: UInt32(place | names | IN_ATTRIB)
        case .itself: UInt32(place)
        }
    }
}
