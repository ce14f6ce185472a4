import Foundation
import Testing
import YiceTestSupport

/// A folder with a good file, what commands need beside it, and one hostile file `h.db`.
private final class Den {
  let workdir = Workdir(inMemory: true)

  init(_ spoil: (Den) throws -> Void) throws {
    for name in ["good.db", "h.db"] {
      try does(
        "new", name, "--org", "2133000001", "--name", "第一小学", "--kind", "小学", "--county", "330100", "--year",
        "2022")
      try does("add", name, "教师", "教师编号=T001", "姓名=甲", "任教学段=小学")
    }
    try workdir.write("t.csv", "教师编号,姓名\nT001,乙\n")
    try workdir.write("victim", "precious")
    try spoil(self)
  }

  private func does(_ words: String...) throws {
    let result = try run(yicePath, words, in: workdir)
    try #require(result.status == 0, "\(result.err)")
  }

  /// SQL of a program that knows nothing of yice; the schema itself may be written.
  func sql(_ statements: String...) throws {
    let all = ["PRAGMA writable_schema = ON", "PRAGMA ignore_check_constraints = ON"] + statements
    let result = try run("/usr/bin/env", ["sqlite3", "h.db", all.joined(separator: ";\n")], in: workdir)
    try #require(result.status == 0, "\(result.err)")
  }

  func link(_ name: String, to other: String) throws {
    try FileManager.default.createSymbolicLink(atPath: workdir.file(name), withDestinationPath: other)
  }

  /// Every file with all that can be told of it.
  func state() throws -> [String: [UInt8]] {
    var state: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: workdir.path) {
      let path = workdir.file(name)
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
        state[name] = Array("-> \(target)".utf8)
      } else {
        state[name] = (try? workdir.bytes(name)) ?? Array("folder".utf8)
      }
    }
    return state
  }
}

/// The commands that open a file, as the program itself lists them, each with all that it must be given.
private enum EveryCommand {
  struct Help: Decodable {
    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?
      let arguments: [Argument]?
    }
    struct Argument: Decodable {
      struct Name: Decodable { let name: String }
      let kind: String
      let valueName: String?
      let isOptional: Bool
      let preferredName: Name?
    }
    let command: Command
  }

  /// They open no file of ours that is there.
  private static let others: Set = ["new", "sheets", "help", "doctor"]

  private static let fillers: [String: [String]] = [
    "表": ["教师"], "行": ["T001"], "列=值": ["教师编号=T9"], "行与列=值": ["T001", "姓名=丙"], "表格": ["t.csv"],
    "收到的文件": ["good.db"], "编号": ["1"], "学年": ["2023"], "指标": ["R1"], "班级或学校": ["1"], "条目": ["1"],
    "进展": ["已改"], "佐证文件": ["t.csv"], "文件夹": ["out"], "意见": ["疑问"], "文字": ["请改"], "理由": ["未改"],
    "改动": ["--set", "教师=1"], "公钥": ["h.db"], "密钥": ["1"],
  ]

  /// What a command asks for though the parser takes it for optional.
  private static let asked: [String: [String]] = [
    "form": ["自评表"], "edit": ["T001"], "remove": ["T001", "--yes"], "whatif": ["--plan"],
    "opinion": ["--text", "请改"], "resolve": ["--auto"], "oversize count": ["--from-rolls"],
    "oversize graduate": ["--all"], "key new": ["h.db", "--no-passphrase"],
    "key require": ["--review-from", "2023-01-01"],
  ]

  static func all() throws -> [[String]] {
    let dump = try run(yicePath, ["--experimental-dump-help"], in: Workdir())
    let help = try JSONDecoder().decode(Help.self, from: Data(dump.out.utf8))
    var commands = try (help.command.subcommands ?? []).flatMap { try leaves($0, []) }
    // The hostile file in another place than the first.
    commands += [
      ["diff", "good.db", "h.db"], ["merge", "good.db", "h.db"], ["merge", "good.db", "h.db", "--dry-run"],
      ["verify", "good.db", "h.db"], ["report", "good.db", "-o", "r.html", "--since", "h.db"],
      ["import", "h.db", "教师", "t.csv", "--dry-run"], ["upgrade", "h.db", "--dry-run"],
      ["pack", "h.db", "-o", "good.db", "--force"],
    ]
    return commands
  }

  private static func leaves(_ command: Help.Command, _ path: [String]) throws -> [[String]] {
    let path = path + [command.commandName]
    if let below = command.subcommands, !below.isEmpty { return try below.flatMap { try leaves($0, path) } }
    guard !others.contains(path.joined(separator: " ")) else { return [] }
    var words = path
    for argument in command.arguments ?? [] where !argument.isOptional {
      let value = argument.valueName ?? ""
      if argument.kind == "positional" {
        words += value.hasPrefix("文件") ? ["h.db"] : try #require(fillers[value], "\(path): \(value)")
      } else if let name = argument.preferredName?.name {
        let made = ["export", "template"].contains(path[0]) ? "out.xlsx" : "out.db"
        words += ["--\(name)"] + (value == "文件" ? [made] : try #require(fillers[value], "\(path): \(value)"))
      }
    }
    return [words + (asked[path.joined(separator: " ")] ?? [])]
  }
}

@Suite(
  "a hostile file, whatever command is given it: refused with a reason, at once, cheaply, and nothing is written",
  .enabled(if: Tools.has("sqlite3")))
struct HostileCommandTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let reason: String
    fileprivate let spoil: @Sendable (Den) throws -> Void
    var testDescription: String { name }
  }

  private static func schema(_ name: String, _ reason: String, _ statements: String...) -> Case {
    Case(name: name, reason: reason) { den in for sql in statements { try den.sql(sql) } }
  }

  private static func journal(
    _ name: String, _ reason: String, _ make: @escaping @Sendable (Den) throws -> [UInt8]
  )
    -> Case
  {
    Case(name: name, reason: reason) { try $0.workdir.write("h.db-journal", make($0)) }
  }

  /// Each is met by every command.
  static let cases: [Case] = [
    journal("a journal that names another file", "指着别的文件") { den in
      var journal = JournalBytes()
      journal.superJournal = den.workdir.file("victim")
      return journal.bytes
    },
    Case(name: "a WAL", reason: "它不用这种记录") { try $0.workdir.write("h.db-wal", [1]) },
    schema(
      "a costly column that is computed", "表“teacher”与一册格式不同",
      "ALTER TABLE teacher ADD COLUMN g TEXT AS (hex(zeroblob(400000000))) VIRTUAL"),
    schema(
      "costly statistics", "表“sqlite_stat1”与一册格式不同", "ANALYZE",
      """
      UPDATE sqlite_schema SET sql = 'CREATE TABLE sqlite_stat1(tbl,
        idx GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL,
        stat GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL)' WHERE name = 'sqlite_stat1'
      """),
  ]

  /// They are told from the others by the same looks: met by one command of each kind.
  static let variants: [Case] = [
    Case(name: "such a journal beside the file that a link leads to", reason: "指着别的文件") { den in
      try FileManager.default.createDirectory(
        atPath: den.workdir.file("in"), withIntermediateDirectories: false)
      try FileManager.default.moveItem(
        atPath: den.workdir.file("h.db"), toPath: den.workdir.file("in/real.db"))
      try den.link("h.db", to: "in/real.db")
      var journal = JournalBytes()
      journal.superJournal = den.workdir.file("victim")
      try den.workdir.write("in/real.db-journal", journal.bytes)
    },
    Case(name: "a link for a journal", reason: "是链接") { try $0.link("h.db-journal", to: "victim") },
    schema("an index on an expression", "格式之外的索引“x”", "CREATE INDEX x ON teacher (hex(zeroblob(50000000)))"),
    schema(
      "an endless view in place of a table", "格式之外的视图“campus”", "DROP TABLE campus",
      "CREATE VIEW campus AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i AS org_code FROM n"
    ),
    journal("a journal of other pages", "不是这个文件的写入记录") { _ in
      var journal = JournalBytes()
      journal.pageSize = 1024
      return journal.bytes
    },
    journal("a journal of a file of 16 TB", "不是这个文件的写入记录") { _ in
      var journal = JournalBytes()
      journal.pages = 0xFFFF_FFF0
      return journal.bytes
    },
    journal("a journal larger than it can be", "不是这个文件的写入记录") { _ in
      JournalBytes().bytes + [UInt8](repeating: 7, count: 20_000)
    },
    journal("a file that is no journal", "不是这个文件的写入记录") { _ in Array("my own notes".utf8) },
    Case(name: "a second name for a journal", reason: "是链接") { den in
      let made = link(den.workdir.file("victim"), den.workdir.file("h.db-journal"))
      #expect(made == 0)
    },
    Case(name: "a folder for a journal", reason: "是链接、文件夹") {
      try FileManager.default.createDirectory(
        atPath: $0.workdir.file("h.db-journal"), withIntermediateDirectories: false)
    },
    Case(name: "a link for a WAL", reason: "是链接") { try $0.link("h.db-wal", to: "victim") },
    Case(name: "a link for shared memory", reason: "是链接") { try $0.link("h.db-shm", to: "victim") },
    schema(
      "a costly CHECK", "表“teacher”与一册格式不同",
      """
      UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (teacher_no <> '''')',
        'CHECK (length(zeroblob(900000000)) > 0)') WHERE name = 'teacher'
      """),
    schema("a view of its own", "格式之外的视图“v”", "CREATE VIEW v AS SELECT 1"),
    schema(
      "a trigger of its own", "格式之外的触发器“t”",
      "CREATE TRIGGER t AFTER INSERT ON room BEGIN DELETE FROM teacher; END"),
    schema("a table of its own", "格式之外的表“extra”", "CREATE TABLE extra (a)"),
  ]

  private static let commands = Result { try EveryCommand.all() }

  @Test("every command", arguments: cases)
  func everyCommand(_ hostile: Case) throws {
    let commands = try Self.commands.get()
    #expect(commands.count > 60)
    try refused(hostile, commands)
  }

  @Test("a command of each kind", arguments: variants)
  func oneOfEachKind(_ hostile: Case) throws {
    try refused(
      hostile,
      [
        ["list", "h.db", "教师"], ["add", "h.db", "教师", "教师编号=T9"], ["pack", "h.db"], ["upgrade", "h.db"],
        ["verify", "h.db"], ["merge", "good.db", "h.db"], ["import", "h.db", "教师", "t.csv", "--dry-run"],
      ])
  }

  private func refused(_ hostile: Case, _ commands: [[String]]) throws {
    let den = try Den(hostile.spoil)
    let before = try den.state()
    for words in commands {
      let result = try MeasuredRun(yicePath, words, in: den.workdir.path)
      #expect(result.status == 4, "\(words): \(result.out)\(result.err)")
      #expect((result.out + result.err).contains(hostile.reason), "\(words): \(result.out)\(result.err)")
      #expect(result.seconds < 5, "\(words)")
      #expect(result.megabytes < 200, "\(words)")
    }
    let after = try den.state()
    #expect(Set(after.keys) == Set(before.keys))
    #expect(after.keys.filter { after[$0] != before[$0] } == [])
  }

  @Test("a journal of another user", .enabled(if: geteuid() == 0))
  func otherUser() throws {
    let den = try Den { den in
      try den.workdir.write("h.db-journal", JournalBytes().bytes)
      chown(den.workdir.file("h.db-journal"), 65534, 65534)
      chown(den.workdir.file("h.db"), 65533, 65533)
    }
    let result = try MeasuredRun(yicePath, ["info", "h.db"], in: den.workdir.path)
    #expect(result.status == 4)
    #expect(result.err.contains("属于另一个用户"), "\(result.err)")
  }
}
