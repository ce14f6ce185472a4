import Foundation
import Testing
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("yice open", .serialized)
struct ProgramTests {
  @Test("it prints its address, serves, and ends by Ctrl+C and SIGTERM with 0", arguments: [SIGINT, SIGTERM])
  func ends(_ signal: Int32) throws {
    let workdir = Workdir()
    let file = try makeSchool(in: workdir)
    let running = try RunningPage(file.path)
    #expect(try running.http.request("GET", "/", [running.cookie]).body.contains("第一小学"))
    #expect(running.end(signal) == 0)
    #expect(throws: RawHTTP.NoAnswer.self) { try running.http.request("GET", "/") }
  }

  @Test("a page that asks keeps the program; a stranger's asking does not")
  func quiet() throws {
    let served = try ServedFile()
    usleep(50_000)
    let before = served.page.quiet
    #expect(before >= .milliseconds(50))
    #expect(try served.http.request("POST", "/alive").status == 403)
    #expect(served.page.quiet > before)
    let asked = SuspendingClock.now
    #expect(try served.post("/alive", []).status == 200)
    #expect(served.page.quiet <= SuspendingClock.now - asked)
  }

  @Test("it ends by itself when no page has asked for anything for long enough")
  func patience() async throws {
    let workdir = Workdir()
    let path = try makeSchool(in: workdir).path
    let (ends, ended) = AsyncStream<Bool>.makeStream()
    let thread = Thread {
      try? LocalPage.serve(
        path, author: .tester, opensBrowser: false, patience: .milliseconds(200), every: 1
      ) { _ in ended.yield(false) }
      ended.yield(true)
    }
    thread.start()
    var moments = ends.makeAsyncIterator()
    // Its address, then its end.
    #expect(await moments.next() == false)
    #expect(await moments.next() == true)
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
      let running = try RunningPage(file.path)
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
