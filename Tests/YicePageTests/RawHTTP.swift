import Glibc

/// An HTTP client that sends what a test says, byte for byte.
struct RawHTTP {
  let port: Int

  struct Answer {
    let status: Int
    let head: String
    let body: String

    func header(_ name: String) -> String? {
      head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
        .map { String($0.drop { $0 != ":" }.dropFirst().drop { $0 == " " }) }
    }
  }

  struct NoAnswer: Error {}

  /// Sends a request and reads the answer to its end.
  func send(_ request: [UInt8]) throws -> Answer {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port)).bigEndian
    address.sin_addr = in_addr(s_addr: inet_addr("127.0.0.1"))
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw NoAnswer() }
    var rest = request[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      // The server may have answered, and closed, before it was told everything.
      guard sent > 0 else { break }
      rest = rest.dropFirst(sent)
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.firstRange(of: "\r\n\r\n"), let status = Int(text.dropFirst(9).prefix(3)) else {
      throw NoAnswer()
    }
    return Answer(
      status: status, head: String(text[..<end.lowerBound]), body: String(text[end.upperBound...]))
  }

  /// - Parameter headers: nil takes a usual one away.
  func request(
    _ method: String, _ path: String, _ headers: [(String, String?)] = [], body: [UInt8] = [],
    length: Int? = nil
  ) throws -> Answer {
    var lines: [(String, String?)] = [("Host", "127.0.0.1:\(port)"), ("Connection", "close")]
    if method != "GET" {
      lines.append(("Origin", "http://127.0.0.1:\(port)"))
      lines.append(("Content-Length", String(length ?? body.count)))
    }
    for (name, value) in headers where !name.hasPrefix("+") {
      lines.removeAll { $0.0 == name }
      lines.append((name, value))
    }
    // A second one of a header that is there already.
    for (name, value) in headers where name.hasPrefix("+") { lines.append((String(name.dropFirst()), value)) }
    let head = lines.compactMap { name, value in value.map { "\(name): \($0)\r\n" } }.joined()
    return try send(Array("\(method) \(path) HTTP/1.1\r\n\(head)\r\n".utf8) + body)
  }
}
