/// A page asked for and given without encryption, RFC 9112.
enum WebMessage {
    static func request(_ path: String, of name: String) -> Payload {
        Payload(Array("GET \(path) HTTP/1.1\r\nHost: \(name)\r\nUser-Agent: updater/2.4\r\nAccept: */*\r\n\r\n".utf8))
    }

    static func response(_ count: Int, seed: UInt64) -> Payload {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: \(count)\r\n\r\n"
        return Payload(Array(head.utf8), count: count, seed: seed)
    }
}
