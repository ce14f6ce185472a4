import Foundation
import Testing
import YiceServer
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("who may come in")
struct GateTests {
  struct Stranger: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var method = "GET"
    var path = "/"
    /// PORT and SESSION stand for the run's own.
    let headers: [(String, String?)]

    init(_ name: String, _ method: String = "GET", _ path: String = "/", _ headers: [(String, String?)]) {
      testDescription = name
      self.method = method
      self.path = path
      self.headers = headers
    }
  }

  private static let own = ("Cookie", Optional("yice-PORT=SESSION"))

  static let strangers = [
    Stranger("no cookie", []),
    Stranger("cookie of another run", headers: "yice-PORT=00000000000000000000000000000000"),
    Stranger("cookie of another port", headers: "yice-1=SESSION"),
    Stranger("a cookie that only begins so", headers: "yice-PORT=SESSIO"),
    Stranger("token of another run", "GET", "/in?t=00000000000000000000000000000000", []),
    Stranger("no token", "GET", "/in", []),
    Stranger("the token elsewhere", "GET", "/?t=TOKEN", []),
    Stranger("the token by POST", "POST", "/in?t=TOKEN", []),
    Stranger("a name that resolves to this machine", "GET", "/", [own, ("Host", "evil.example:PORT")]),
    Stranger("localhost is another site", "GET", "/", [own, ("Host", "localhost:PORT")]),
    Stranger("another port", "GET", "/", [own, ("Host", "127.0.0.1:1")]),
    Stranger("no host", "GET", "/", [own, ("Host", nil)]),
    Stranger("two hosts", "GET", "/", [own, ("+Host", "evil.example")]),
    Stranger("the token with a foreign host", "GET", "/in?t=TOKEN", [("Host", "evil.example:PORT")]),
    Stranger("another page writes", "POST", "/undo", [own, ("Origin", "http://evil.example")]),
    Stranger("another page's file writes", "POST", "/undo", [own, ("Origin", "null")]),
    Stranger("a write that does not say whose", "POST", "/undo", [own, ("Origin", nil)]),
    Stranger("another port's page writes", "POST", "/undo", [own, ("Origin", "http://127.0.0.1:1")]),
    Stranger("another page reads", "GET", "/", [own, ("Origin", "http://evil.example")]),
    Stranger("another page's link", "GET", "/", [own, ("Sec-Fetch-Site", "cross-site")]),
    Stranger("a page of another port", "GET", "/", [own, ("Sec-Fetch-Site", "same-site")]),
    Stranger("a page of another port writes", "POST", "/undo", [own, ("Sec-Fetch-Site", "same-site")]),
    Stranger("a file dropped by a stranger", "PUT", "/import/upload?name=a.csv", []),
    Stranger("a place that is not there", "GET", "/nothing", []),
  ]

  @Test("a stranger is answered 403 and learns nothing of the file", arguments: strangers)
  func refused(_ stranger: Stranger) throws {
    let served = try ServedFile()
    func filled(_ text: String) -> String {
      text.replacing("PORT", with: String(served.http.port)).replacing("SESSION", with: served.session)
        .replacing("TOKEN", with: served.token)
    }
    let headers = stranger.headers.map { ($0.0, $0.1.map(filled)) }
    let answer = try served.http.request(stranger.method, filled(stranger.path), headers, body: [])
    // Without a host the library itself answers.
    #expect(answer.status == 403 || (stranger.testDescription == "no host" && answer.status == 400))
    #expect(!answer.body.contains("第一小学"))
    #expect(!answer.head.contains("Set-Cookie"))
    #expect(!answer.body.contains(served.file.path))
  }

  @Test("the address works once: it gives a cookie that no script reads, and leaves the address bar")
  func once() throws {
    let served = try ServedFile()
    let first = try served.http.request("GET", "/in?t=\(served.token)")
    #expect(first.status == 303)
    #expect(first.header("Location") == "/")
    let cookie = try #require(first.header("Set-Cookie"))
    #expect(cookie == "yice-\(served.http.port)=\(served.session); HttpOnly; SameSite=Strict; Path=/")
    #expect(try served.http.request("GET", "/in?t=\(served.token)").status == 403)
    // Whoever is inside may open the address again.
    #expect(try served.get("/in?t=\(served.token)").status == 303)
    #expect(try served.get("/").body.contains("第一小学"))
  }

  @Test("only who may come in keeps the program from ending")
  func quiet() async throws {
    let served = try ServedFile()
    try await Task.sleep(for: .milliseconds(60))
    _ = try served.http.request("GET", "/")
    #expect(served.page.quiet >= .milliseconds(60))
    _ = try served.post("/alive", [])
    #expect(served.page.quiet < .milliseconds(60))
  }

  @Test(
    "nothing but the program's own script and style runs, in every answer",
    arguments: [
      "/", "/table/teacher", "/table/teacher.json", "/script/page.js", "/page.css", "/nothing", "/in",
    ])
  func policy(_ path: String) throws {
    let served = try ServedFile()
    let answer = try served.get(path)
    let policy = try #require(answer.header("Content-Security-Policy"))
    #expect(policy.contains("default-src 'none'"))
    #expect(policy.contains("script-src 'self'"))
    #expect(!policy.contains("unsafe"))
    #expect(answer.header("X-Content-Type-Options") == "nosniff")
    #expect(answer.header("Cache-Control") == "no-store")
  }

  @Test(
    "no path leads out of the places there are",
    arguments: [
      "/../../etc/passwd", "/table/../../etc/passwd", "/table/..%2F..%2Fetc%2Fpasswd", "//etc/passwd",
      "/%2e%2e/%2e%2e/etc/passwd",
      "/table/sqlite_master", "/table/teacher%00.json", "/table/teacher'--", "/table/教师",
      "/import/..%2F..%2Fetc", "/file_info",
      "/table/teacher/rows/1", "/script/..", "/script/make.js%00.js/x", "/script/none.js",
      "/table/teacher/write", "/conflicts/x/y",
    ])
  func paths(_ path: String) throws {
    let served = try ServedFile()
    let answer = try served.get(path)
    #expect([400, 404, 422].contains(answer.status))
    #expect(!answer.body.contains("root:"))
  }

  @Test("other methods are refused, and a form leads back only to a place of ours")
  func forms() throws {
    let served = try ServedFile()
    for method in ["DELETE", "PATCH", "OPTIONS", "TRACE"] {
      #expect(try served.http.request(method, "/", [served.cookie]).status == 405)
    }
    #expect(try served.http.request("PUT", "/undo", [served.cookie]).status == 405)
    try served.addTeachers(1)
    for back in [
      "//evil.example", "http://evil.example/", "/\\evil.example", "/a\r\nSet-Cookie: a=b", "javascript:1",
    ] {
      let line = try served.teacher("T1")
      let answer = try served.post(
        "/table/teacher/write",
        [("row", line.key), ("version", line.version), ("c.name", "名\(back.count)"), ("back", back)],
        json: false)
      #expect(answer.status == 303)
      #expect(answer.header("Location") == "/")
      #expect(answer.header("Set-Cookie") == nil)
      let form = try served.get("/table/teacher/row?back=" + FormFields.encoded(back))
      // Anywhere else it stands only as part of this form's own address.
      #expect(form.body.contains("href=\"/table/teacher\""))
      #expect(!form.body.contains("\"\(back)") && !form.body.contains("\"//evil"))
    }
  }

  @Test("two gigabytes are refused before they are sent; what does not say its size is cut off")
  func uploads() throws {
    let served = try ServedFile()
    let clock = ContinuousClock()
    let time = try clock.measure {
      let answer = try served.http.request(
        "PUT", "/import/upload?name=a.xlsx", [served.cookie], body: [80, 75], length: 2 << 30)
      #expect(answer.status == 413)
    }
    #expect(time < .seconds(5))
    #expect(
      try served.http.request("POST", "/table/teacher/write", [served.cookie], body: [65], length: 17 << 20)
        .status
        == 413)
    let piece = Array("100000\r\n".utf8) + [UInt8](repeating: 65, count: 1 << 20) + Array("\r\n".utf8)
    let chunks = Array(repeating: piece, count: 20).flatMap(\.self) + Array("0\r\n\r\n".utf8)
    let head = """
      POST /table/teacher/write HTTP/1.1\r\nHost: 127.0.0.1:\(served.http.port)\r\nOrigin: http://127.0.0.1:\(served.http.port)\r
      Cookie: yice-\(served.http.port)=\(served.session)\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n
      """
    #expect(throws: RawHTTP.NoAnswer.self) { try served.http.send(Array(head.utf8) + chunks) }
    #expect(try served.get("/").status == 200)
  }
}

extension GateTests.Stranger {
  fileprivate init(_ name: String, _ headers: [(String, String?)]) { self.init(name, "GET", "/", headers) }

  fileprivate init(_ name: String, headers cookie: String) {
    self.init(name, "GET", "/", [("Cookie", cookie)])
  }
}
