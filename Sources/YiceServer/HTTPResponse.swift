/// An answer.
package struct HTTPResponse: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: Body

  package enum Body: Sendable {
    case bytes([UInt8])
    /// An open file from its beginning; the server closes it.
    case file(descriptor: Int32, count: Int)
  }

  package init(status: Int, headers: [(name: String, value: String)] = [], body: Body = .bytes([])) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  package init(_ status: Int, _ type: String, _ text: String) {
    self.init(status: status, headers: [("Content-Type", type)], body: .bytes(Array(text.utf8)))
  }
}
