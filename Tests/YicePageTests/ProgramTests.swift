import Foundation
import Testing
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("yice open", .serialized)
struct ProgramTests {
  /// The program, running, with the page's cookie.
  private final class Running {
    let process = Process()
    let http: RawHTTP
    let cookie: (String, String?)

    init(_ path: String, _ workdir: Workdir) throws {
      let out = Pipe()
      process.executableURL = URL(fileURLWithPath: yicePath)
      process.arguments = ["open", path, "--no-browser", "--author", "测试员"]
      process.standardOutput = out
      process.standardError = FileHandle.nullDevice
      try process.run()
      let line = String(decoding: out.fileHandleForReading.availableData, as: UTF8.self)
      let match = try #require(line.firstMatch(of: #/^http:\/\/127\.0\.0\.1:(\d+)(\/in\?t=[0-9a-f]{32})\n$/#))
      http = RawHTTP(port: Int(match.output.1) ?? 0)
      let set = try http.request("GET", String(match.output.2)).header("Set-Cookie") ?? ""
      cookie = ("Cookie", set.split(separator: ";").first.map(String.init))
    }

    func end(_ signal: Int32) -> Int32 {
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  @Test("it prints its address, serves, and ends by Ctrl+C and SIGTERM with 0", arguments: [SIGINT, SIGTERM])
  func ends(_ signal: Int32) throws {
    let workdir = Workdir()
    let file = try makeSchool(in: workdir)
    let running = try Running(file.path, workdir)
    #expect(try running.http.request("GET", "/", [running.cookie]).body.contains("第一小学"))
    #expect(running.end(signal) == 0)
    #expect(throws: RawHTTP.NoAnswer.self) { try running.http.request("GET", "/") }
  }

  @Test("it ends by itself when no page has asked for anything for long enough, and not before")
  func patience() async throws {
    let workdir = Workdir()
    let path = try makeSchool(in: workdir).path
    let (addresses, given) = AsyncStream<String>.makeStream()
    let (ends, ended) = AsyncStream<ContinuousClock.Instant>.makeStream()
    let thread = Thread {
      try? LocalPage.serve(
        path, author: .tester, opensBrowser: false, patience: .milliseconds(1500), every: 1
      ) { given.yield($0) }
      ended.yield(.now)
    }
    thread.start()
    var words = addresses.makeAsyncIterator()
    let address = try #require(await words.next())
    let match = try #require(address.firstMatch(of: #/:(\d+)(\/in.*)/#))
    let http = RawHTTP(port: Int(match.output.1) ?? 0)
    let cookie = try http.request("GET", String(match.output.2)).header("Set-Cookie")?.split(separator: ";")
      .first
    // A page that is open asks from time to time; a stranger's asking is none.
    for _ in 0..<4 {
      try await Task.sleep(for: .milliseconds(600))
      #expect(try http.request("POST", "/alive", [("Cookie", cookie.map(String.init))]).status == 200)
    }
    let last = ContinuousClock.now
    var moments = ends.makeAsyncIterator()
    let end = try #require(await moments.next())
    #expect(end - last >= .milliseconds(1400))
    #expect(end - last < .seconds(10))
  }

  @Test("what is no yice file is refused before anything is served")
  func refused() throws {
    let workdir = Workdir()
    try workdir.write("a.db", "no database")
    #expect(try runYice("open", "a.db", "--no-browser", in: workdir).status == 4)
    #expect(try runYice("open", "a.db", "--port", "70000", in: workdir).status == 64)
  }

  @Test("a server that is killed while it writes leaves the file as before or after")
  func killed() throws {
    let workdir = Workdir(inMemory: true)
    let file = try makeSchool(in: workdir)
    var query = RecordQuery(.teacher)
    query.year = nil
    var known: Set = [0]
    var total = 0
    for round in 0..<5 {
      let running = try Running(file.path, workdir)
      let rows = 400
      let body = (0..<rows).map { "row=&c.teacher_no=R\(round)-\($0)&c.name=A" }.joined(separator: "&")
      let (http, cookie) = (running.http, running.cookie)
      let writing = Thread {
        _ = try? http.request(
          "POST", "/table/teacher/write", [cookie, ("Accept", "application/json")], body: Array(body.utf8))
      }
      writing.start()
      usleep(UInt32(15_000 * (round + 1)))
      #expect(running.end(SIGKILL) != 0)
      known = [total, total + rows]
      // Opened as the next command opens it: what was begun is taken back.
      let opened = try YiceFile.open(file.path, for: .write)
      total = try opened.read { try query.count($0) }
      #expect(known.contains(total), "\(total) of \(known)")
    }
  }
}
