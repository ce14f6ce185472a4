import Foundation
import Testing
import YiceTestSupport

/// Files that schools sent, made by the program itself.
struct Inbox: Desk {
  let workdir = Workdir(inMemory: true)
  private(set) var files: [String] = []

  /// The first school sends from two computers that disagree, the laptop's last.
  init(schools: Int) throws {
    try does("new", "county.db", "--role", "county", "--org", "330100", "--name", "示例县", "--year", "2022")
    for number in 1...schools {
      let org = "2133" + String("00000\(number)".suffix(6))
      try does(
        "new", "s\(number).db", "--org", org, "--name", "校\(number)", "--kind", "小学", "--county", "330100",
        "--year",
        "2022")
      files.append("s\(number).db")
    }
    try does("add", "s1.db", "用房", "用房编号=A1", "用房类别=教室", "建筑面积=50")
    try workdir.write("laptop.db", try workdir.bytes("s1.db"))
    try does("set", "s1.db", "用房", "A1", "建筑面积=1")
    try does("set", "laptop.db", "用房", "A1", "建筑面积=2")
    files.append("laptop.db")
  }

  mutating func insert(_ file: String, at index: Int) { files.insert(file, at: index) }

  func merge(_ options: String...) throws -> ProgramResult {
    try yice(["merge", "county.db"] + files + options)
  }
}

@Suite("merge --dry-run on the command line")
struct DryRunCommandTests {
  private func requireSame(_ inbox: Inbox, conflicts: Bool) throws {
    let before = try inbox.workdir.bytes("county.db")
    let said = try inbox.merge("--dry-run", "--json")
    let told = try inbox.merge("--dry-run")
    #expect(try inbox.workdir.bytes("county.db") == before)
    try inbox.workdir.write("again.db", before)
    let done = try inbox.merge("--json")
    #expect(said.status == done.status && told.status == done.status)
    #expect(try files(said) == files(done))
    #expect(said.err == done.err)
    if conflicts { #expect(done.status == 3) }
  }

  /// What is said of the files; whether it was tried or done stands beside.
  private func files(_ result: ProgramResult) throws -> NSArray {
    let report = try JSONSerialization.jsonObject(with: Data(result.out.utf8))
    let list = (report as? [String: Any])?["files"] ?? report
    return try #require(list as? NSArray, "\(result.out)")
  }

  @Test(
    "the same status and the same numbers as the run, for few files and many", arguments: [1, 8, 9, 32])
  func numbers(schools: Int) throws {
    try requireSame(try Inbox(schools: schools), conflicts: true)
  }

  @Test("with a refused file in the middle, and one file twice")
  func refused() throws {
    var inbox = try Inbox(schools: 10)
    try inbox.workdir.write("bad.db", "hello")
    inbox.insert("bad.db", at: 4)
    try inbox.workdir.write("twice.db", try inbox.workdir.bytes("s2.db"))
    inbox.insert("twice.db", at: 11)
    try requireSame(inbox, conflicts: false)
  }
}
