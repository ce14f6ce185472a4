import Foundation
import GRDB
import Testing
import YiceStore
import YiceTestSupport

/// A file in which every text holds what a terminal would obey; no command hands any of it on.
@Suite struct HarmlessOutputTests {
  /// ESC sequence, BEL, CR, DEL, C1 CSI, right-to-left override, isolate, line separator.
  static let evil = "\u{1B}[31m\u{1B}]0;x\u{07}\r\u{7F}\u{9B}2J\u{202E}\u{2066}\u{2028}"

  private let workdir = Workdir()

  init() throws {
    try does("new", "县.db", "--role", "county", "--org", "330100", "--name", "示例县", "--year", "2022")
    try does("add", "县.db", "学校机构", "学校标识码=2133000001", "学校名称=第一小学", "学校类别=小学")
    let school = "学校标识码=2133000001"
    try does("add", "县.db", "教师", school, "教师编号=T001", "姓名=王芳", "任教学段=小学", "任教学科=体育")
    try does("add", "县.db", "用房", school, "用房编号=R1", "用房类别=教室", "建筑面积=50", "备注=一")
    try does("add", "县.db", "班级", school, "学段=小学", "入学年份=2022", "班号=1", "年级=1", "班级人数=60")
    try does("add", "县.db", "政策清单", "编号=P1", "名称=办法")
    try does("add", "县.db", "整改清单", school, "编号=Z1", "问题来源=县检", "问题描述=面积不足", "整改时限=2022-10-01", "状态=待整改")
    try does("opinion", "县.db", "教师", "2133000001/2022/T001", "--judge", "疑问", "--text", "请补证书")
    try does("oversize", "scan", "县.db", "--on", "2022-09-01")
    try workdir.write("证书.txt", "a")
    try does("evidence", "add", "县.db", "整改清单", "Z1", "证书.txt")
    try does("set", "县.db", "用房", "2133000001/2022/R1", "建筑面积=60")
    try FileManager.default.copyItem(atPath: workdir.file("县.db"), toPath: workdir.file("副本.db"))
    try does("set", "县.db", "用房", "2133000001/2022/R1", "备注=甲")
    try does("set", "副本.db", "用房", "2133000001/2022/R1", "备注=乙")
    try does("merge", "县.db", "副本.db", status: 3)
    try poison("县.db")
  }

  private func does(_ arguments: String..., status: Int32 = 0) throws {
    let done = try run(yicePath, arguments, in: workdir)
    #expect(done.status == status, "\(arguments) \(done.err)")
  }

  /// Adds the text to every column of text that takes it, as another program could.
  private func poison(_ name: String) throws {
    let queue = try DatabaseQueue(path: workdir.file(name))
    try queue.write { db in
      for type in ["trigger", "view"] {
        for name in try String.fetchAll(
          db, sql: "SELECT name FROM sqlite_schema WHERE type = ?", arguments: [type])
        {
          try db.execute(sql: "DROP \(type) \(name)")
        }
      }
      var columns = TableCatalog.tables.flatMap { table in
        table.valueColumns.filter { $0.type == .text && $0.name != "subject_key" }.map {
          (table.name, $0.name)
        }
      }
      columns += ["author", "note", "action", "tool", "at"].map { ("revision", $0) }
      columns += ["file_name", "org_name"].map { ("received", $0) }
      for (table, column) in columns {
        // A column with a CHECK of its own takes no such text.
        try? db.execute(
          sql: "UPDATE \(table) SET \(column) = coalesce(\(column), '') || ?", arguments: [Self.evil])
      }
      try db.execute(
        sql: "UPDATE file_info SET value = value || ? WHERE key IN ('org_name', 'created_by')",
        arguments: [Self.evil])
      try db.execute(
        sql: "UPDATE change SET before = json_set(before, '$.note', ?)", arguments: [Self.evil])
      try db.execute(
        sql: "UPDATE sibling SET content = json_set(content, '$.note', ?)", arguments: [Self.evil])
      let author = try String.fetchOne(db, sql: "SELECT author FROM revision LIMIT 1")
      #expect(author?.contains("\u{1B}") == true)
    }
    try queue.close()
  }

  private static let commands: [[String]] =
    [
      ["info"], ["log"], ["log", "用房", "2133000001/2022/R1"], ["show", "教师", "2133000001/2022/T001"],
      ["show", "用房", "2133000001/2022/R1"], ["conflicts"], ["conflicts", "--markdown"],
      ["conflicts", "--json"],
      ["opinions"], ["received"], ["rectify list"], ["rectify show", "Z1"], ["rectify count", "--by", "人"],
      ["evidence list"], ["evidence check"], ["oversize list"], ["oversize progress"], ["check"], ["status"],
      ["indicators"], ["gaps"], ["assess"], ["standards"], ["tables"], ["ledger rollup"], ["verify"],
      ["diff", "副本.db"], ["form", "--list"], ["resolve", "--auto", "--dry-run"], ["undo", "--dry-run"],
      ["set", "教师", "--where", "任教学段=小学", "备注=一", "--dry-run"], ["merge", "副本.db", "--dry-run"],
      ["resolve", "不存在\u{1B}[31m", "--take", "1"], ["list", "\u{1B}[31m\u{202E}"],
      ["show", "教师", "\u{1B}[2J"],
    ]
    + TableCatalog.tables.map { ["list", $0.name] }
    // Every table goes out by the same renderers; CSV keeps texts as they are, for programs.
    + [CatalogTable.teacher, .room, .org].flatMap { table in
      ["--json", "--jsonl", "--markdown"].map { ["list", table.name, $0] }
    }

  private func forbidden(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A, 0x09: false
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  @Test("no command hands on a character that a terminal obeys")
  func commands() throws {
    var shown = 0
    for command in Self.commands {
      let words = command[0].split(separator: " ").map(String.init)
      let listsForms = command.contains("--list")
      let done = try run(
        yicePath, words + (listsForms ? [] : ["县.db"]) + command.dropFirst(), in: workdir)
      #expect(
        forbidden(in: done.out + done.err).isEmpty, "\(command): \((done.out + done.err).debugDescription)")
      #expect([0, 1, 2, 3, 4, 64].contains(done.status), "\(command): \(done.status) \(done.err)")
      if (done.out + done.err).contains("␛") { shown += 1 }
    }
    #expect(shown > 15, "the signs are shown where the texts are, not left out")
  }

  @Test("file names, sheets' names, headings and cells of a sheet that is refused are shown harmlessly")
  func sheets() throws {
    try workdir.write("表\u{1B}[31m.csv", "教师编号,姓名,最高学历\u{202E},专任教师\nT9,某,本科,\u{1B}[31m也许\u{9B}\n")
    for arguments in [
      ["import", "县.db", "教师", "表\u{1B}[31m.csv", "--school", "2133000001", "--dry-run"],
      ["info", "没有\u{1B}[31m\u{202E}.db"], ["sheets", "表\u{1B}[31m.csv"], ["\u{1B}[31m"],
      ["info", "县.db", "--\u{1B}[31m"],
    ] {
      let done = try run(yicePath, arguments, in: workdir)
      #expect(forbidden(in: done.out + done.err).isEmpty, "\((done.out + done.err).debugDescription)")
      #expect((done.out + done.err).contains("␛"), "\(arguments)")
    }
  }

  @Test("JSON and CSV for programs keep the text exactly")
  func exact() throws {
    let out = try run(yicePath, ["list", "县.db", "room", "--json"], in: workdir).out
    let rows = try #require(try json(out) as? [[String: Any]])
    #expect((rows.first?["note"] as? String)?.hasSuffix(Self.evil) == true)
    let csv = try run(yicePath, ["list", "县.db", "room", "--csv"], in: workdir).out
    #expect(csv.unicodeScalars.contains("\u{1B}") && csv.unicodeScalars.contains("\u{202E}"))
  }
}
