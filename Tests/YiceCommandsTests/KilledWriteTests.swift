import Foundation
import Testing
import YiceTestSupport

/// Commands that write into a file they are given; 校.db is a school's, with a class that is too large, a room and a
/// teacher, 县.db the bureau's, in which one row waits for a decision.
@Suite("a command killed at any moment wrote all of its rows or none", .enabled(if: Tools.has("sqlite3")))
struct KilledWriteTests {
  private static let commands = [
    "add 校.db 教师 教师编号=T9 姓名=甲", "set 校.db 用房 R1 建筑面积=61", "set 校.db 教师 --where 任教学段=小学 任教学科=体育 --yes",
    "remove 校.db 用房 R1 --yes", "undo 校.db", "year open 校.db 2023", "ledger build 校.db", "oversize scan 校.db",
    "rectify raise 校.db", "evidence add 校.db 用房 R1 图.pdf", "finish 校.db --no-pack",
    "standards 县.db --use basic-2012", "opinion 县.db 用房 2133000001/2022/R1 --judge 疑问 --text 请核对",
    "resolve 县.db 冲突 --take 1 --reason 学校已核实", "merge 校.db 回.db",
  ]

  @Test func `as before byte for byte, or as after with every row`() throws {
    let killer = try Killer(seed: 40)
    let bureau = killer.bureau
    let conflict = try bureau.disagreeing().id
    try bureau.does("issue", "县.db", "--to", "回", "--org", "2133000001")
    _ = try run("/bin/sh", ["-c", "mv 回/*.db 回.db"], in: bureau.workdir)
    try bureau.does("add", "校.db", "教师", "教师编号=T1", "姓名=乙", "任教学段=小学")
    try bureau.does("add", "校.db", "班级", "学段=小学", "入学年份=2022", "班号=1", "班级人数=60")
    try bureau.workdir.write("图.pdf", "%PDF-1.4")
    for command in Self.commands {
      try kill(command.replacing("冲突", with: conflict), killer)
    }
  }

  private func kill(_ command: String, _ killer: Killer) throws {
    let workdir = killer.bureau.workdir
    let words = command.split(separator: " ").map(String.init)
    let file = try #require(words.first { $0.hasSuffix(".db") })
    let before = try workdir.bytes(file)
    let start = {
      try? FileManager.default.removeItem(atPath: workdir.file(file + "-journal"))
      try workdir.write(file, before)
    }
    let old = try counts(file, workdir)
    let usual = try killer.usualTime(words, runs: 1, from: start)
    let after = try counts(file, workdir)
    #expect(old != after, "\(command) wrote nothing")
    for number in 0..<Killer.runs(usually: 2) {
      try start()
      try killer.kill(words, within: usual)
      // Brings the file back where a journal lies beside it.
      try killer.bureau.does("info", file)
      if try workdir.bytes(file) == before { continue }
      #expect(try counts(file, workdir) == after, "\(command), run \(number)")
    }
    // Nothing that a kill left is in the way.
    try start()
    _ = try run(yicePath, words, in: workdir)
    #expect(try counts(file, workdir) == after, "\(command)")
    try start()
  }

  /// How many rows every table holds: identifiers and moments differ from run to run.
  private func counts(_ file: String, _ workdir: Workdir) throws -> String {
    let sql = """
      PRAGMA integrity_check;
      SELECT group_concat('SELECT ''' || name || ''', count(*) FROM ' || name, ' UNION ALL ') FROM sqlite_schema
      WHERE type = 'table'
      """
    let first = try run("/usr/bin/env", ["sqlite3", file, sql], in: workdir).out
    let lines = first.split(separator: "\n", maxSplits: 1).map(String.init)
    try #require(lines.first == "ok" && lines.count == 2, "\(first)")
    return try run("/usr/bin/env", ["sqlite3", file, lines[1]], in: workdir).out
  }
}
