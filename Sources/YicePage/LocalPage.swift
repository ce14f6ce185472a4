internal import YiceServer
package import YiceStore

/// Shows a file until somebody ends it.
package enum LocalPage {
  /// - Parameters:
  ///   - port: 0: a free one.
  ///   - patience: nobody looks at pages that have asked for nothing for so long; looked at every so many seconds.
  ///   - said: given the address once it can be opened.
  /// - Throws: `HTTPServer.Problem`.
  package static func serve(
    _ file: String, author: Author, port: Int = 0, opensBrowser: Bool,
    patience: Duration = .seconds(600), every seconds: Int = 15, said: (String) -> Void
  ) throws {
    ServerProcess.holdSignals()
    let page = PageServer(file, author: author)
    let server = try HTTPServer(port: port, page)
    defer { server.stop() }
    guard let token = ServerProcess.secret(bits: 128), let session = ServerProcess.secret(bits: 128) else {
      throw HTTPServer.Problem.portTaken(port)
    }
    page.admitFrom(port: server.port, token: token, session: session)
    let address = "http://127.0.0.1:\(server.port)\(Gate.entrance)?t=\(token)"
    said(address)
    if opensBrowser { _ = ServerProcess.open(address) }
    while !ServerProcess.wait(seconds: seconds) {
      if page.quiet > patience { return }
      ServerProcess.giveBack()
    }
  }
}
