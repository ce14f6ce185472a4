internal import YiceFiles

/// What stands above a request's body.
package struct HTTPHead: Sendable {
  package let method: String
  /// As it was sent, without the query.
  package let path: String
  /// As it was sent, without the `?`.
  package let query: String
  private let headers: [(name: String, value: String)]

  package init(method: String, target: String, headers: [(name: String, value: String)]) {
    self.method = method
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(parts[0])
    query = parts.count > 1 ? String(parts[1]) : ""
    self.headers = headers.map { ($0.name.lowercased(), $0.value) }
  }

  /// Every value of a header; names are lower-case.
  package func all(_ name: String) -> [String] { headers.filter { $0.name == name }.map(\.value) }

  /// The value of a header that stands there once; nil where it is missing, or said twice.
  package func one(_ name: String) -> String? {
    let values = all(name)
    return values.count == 1 ? values[0] : nil
  }
}

/// A whole request.
package struct HTTPRequest: Sendable {
  package let head: HTTPHead
  package let body: Body

  package enum Body: Sendable {
    case bytes([UInt8])
    /// In a file of its own, which goes away with this value.
    case file(Upload)
  }

  package init(head: HTTPHead, body: Body = .bytes([])) {
    self.head = head
    self.body = body
  }
}

/// A body that was put into a file while it came.
package final class Upload: Sendable {
  package let path: String
  package let count: Int
  // Only held: its name goes away with it.
  private let file: Held

  init(_ file: PrivateFile, count: Int) {
    path = file.path
    self.count = count
    self.file = Held(file)
  }

  private struct Held: @unchecked Sendable {
    let file: PrivateFile
    init(_ file: PrivateFile) { self.file = file }
  }
}

/// What is done with a request whose head is there.
package enum HTTPAdmission: Sendable {
  case refused(HTTPResponse)
  /// Its body may have so many bytes.
  case inMemory(upTo: Int)
  /// The same, into a file.
  case inFile(upTo: Int)
}

/// What the server asks of the room above: called by several threads at once.
package protocol HTTPHandler: Sendable {
  func admit(_ head: HTTPHead) -> HTTPAdmission
  func answer(_ request: HTTPRequest) -> HTTPResponse
  /// For a body that is larger than was admitted.
  func tooLarge(_ head: HTTPHead, limit: Int) -> HTTPResponse
}
