internal import Synchronization
internal import YiceServer

/// Who may come in. Programs and pages on the same machine can all reach the port; only the browser that was handed the
/// address gets an answer that says anything. Decision 0162.
final class Gate: Sendable {
  private let host: String
  private let cookie: String
  private let session: String
  /// What the address holds; nil once it was exchanged.
  private let token: Mutex<String?>

  enum Verdict: Equatable {
    case inside
    /// The address was opened for the first time: the answer sets this cookie.
    case enters(cookie: String)
    case stranger
  }

  /// - Parameters:
  ///   - token: random, in the address that the person is given.
  ///   - session: random, in the cookie.
  init(port: Int, token: String, session: String) {
    host = "127.0.0.1:\(port)"
    // Cookies of 127.0.0.1 go to every port of it: two files opened at once keep theirs apart by name.
    cookie = "yice-\(port)"
    self.session = session
    self.token = Mutex(token)
  }

  static let entrance = "/in"

  func judge(_ head: HTTPHead) -> Verdict {
    // A name that a stranger's page had resolve to 127.0.0.1 is not ours.
    guard head.one("host") == host else { return .stranger }
    if !head.all("sec-fetch-site").isEmpty {
      guard let site = head.one("sec-fetch-site"), ["same-origin", "none"].contains(site) else {
        return .stranger
      }
    }
    let isRead = head.method == "GET" || head.method == "HEAD"
    if !isRead || !head.all("origin").isEmpty {
      guard head.one("origin") == "http://\(host)" else { return .stranger }
    }
    if hasCookie(head) { return .inside }
    guard head.method == "GET", head.path == Gate.entrance,
      let given = FormFields(head.query)["t"], exchange(given)
    else { return .stranger }
    return .enters(cookie: "\(cookie)=\(session); HttpOnly; SameSite=Strict; Path=/")
  }

  private func hasCookie(_ head: HTTPHead) -> Bool {
    head.all("cookie").flatMap { $0.split(separator: ";") }.contains { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      return parts.count == 2 && parts[0].drop { $0 == " " } == cookie
        && Gate.isSame(String(parts[1]), session)
    }
  }

  private func exchange(_ given: String) -> Bool {
    token.withLock { token in
      guard let wanted = token, Gate.isSame(given, wanted) else { return false }
      token = nil
      return true
    }
  }

  /// Takes as long for a near miss as for a far one.
  private static func isSame(_ given: String, _ wanted: String) -> Bool {
    guard given.utf8.count == wanted.utf8.count else { return false }
    return zip(given.utf8, wanted.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
