import Foundation
import GRDB
import Testing
import YiceStore
import YiceTestSupport

@testable import YiceReport

@Suite("what changed since the last report")
struct ChangesTests {
  private let school = ReportTown.code(0)

  /// A town whose rows were written through revisions, as people write them.
  private func town() throws -> ReportTown {
    let town = try ReportTown(schools: 2)
    try write(town, "用房", ["R1", "R2"].map { ["room_no": $0, "category": "教室", "floor_area": "60"] })
    return town
  }

  private func write(_ town: ReportTown, _ table: String, _ rows: [[String: String]]) throws {
    let table = try #require(TableCatalog.table(table))
    _ = try town.file.write("set", author: Author("甄姓名")) { writer in
      for row in rows {
        var all = ["org_code": school, "school_year": "2022"]
        all.merge(row) { $1 }
        let names = all.keys.sorted()
        let key = table.key.map { all[$0] ?? "" }
        let match = table.key.map { "\($0) = ?" }.joined(separator: " AND ")
        let old = try Row.fetchOne(
          writer.db, sql: "SELECT rev, \(table.rowJSON()) AS before FROM \(table.name) WHERE \(match)",
          arguments: StatementArguments(key))
        if let old {
          try writer.db.execute(
            sql: """
              INSERT INTO change (rev, table_name, row_key, before_rev, org_code, kind, before)
              SELECT ?, ?, \(table.keyJSON()), rev, org_code, 'update', ? FROM \(table.name) WHERE \(match)
              """,
            arguments: [writer.rev, table.name, old["before"] as String] + StatementArguments(key))
        }
        try writer.db.execute(
          sql:
            "INSERT OR REPLACE INTO \(table.name) (\(names.joined(separator: ",")), rev) VALUES (\(names.map { _ in "?" }.joined(separator: ",")), ?)",
          arguments: StatementArguments(names.map { all[$0] }) + [writer.rev])
        writer.count(old == nil ? .new : .changed, table)
      }
    }
  }

  private func remove(_ town: ReportTown, _ number: String) throws {
    let table = try #require(TableCatalog.table("用房"))
    _ = try town.file.write("remove", author: Author("甄姓名")) { writer in
      try writer.db.execute(
        sql: """
          INSERT INTO change (rev, table_name, row_key, before_rev, org_code, kind, before)
          SELECT ?, 'room', \(table.keyJSON()), rev, org_code, 'delete', \(table.rowJSON()) FROM room WHERE room_no = ?
          """, arguments: [writer.rev, number])
      try writer.db.execute(sql: "DELETE FROM room WHERE room_no = ?", arguments: [number])
      writer.count(.removed, table)
    }
  }

  private func changes(_ page: String) -> String {
    let section = page.components(separatedBy: "<section id=\"changes\">").last ?? ""
    return section.components(separatedBy: "</section>")[0]
  }

  private func page(_ town: ReportTown, since: ChangeOrigin.Request? = nil, isRedacted: Bool = false) throws
    -> String
  {
    try town.page(ReportOptions(isRedacted: isRedacted, school: school, since: since))
  }

  @Test("without an earlier report it says so, and counts from the beginning")
  func beginning() throws {
    let told = changes(try page(try town()))
    #expect(told.contains("<h2>修改记录</h2>"))
    #expect(told.contains("没有上次的报告可比，从建立文件算起"))
    #expect(
      told.contains(
        "<th scope=\"row\">用房</th><td class=\"n\">2</td><td class=\"n\">0</td><td class=\"n\">0</td>"))
    #expect(!told.contains("修改前"))
  }

  @Test("from the page of last time: rows that came, changed with both values, and went; nothing of before")
  func sincePage() throws {
    let town = try town()
    let first = try page(town)
    try write(town, "用房", [["room_no": "R1", "category": "教室", "floor_area": "75"]])
    try write(town, "用房", [["room_no": "R1", "category": "教室", "floor_area": "80"]])
    try write(town, "用房", [["room_no": "R3", "category": "教室", "floor_area": "60"]])
    try remove(town, "R2")
    let second = try page(town, since: .page(first, name: "上次.html", isNamed: true))
    let told = changes(second)
    #expect(told.contains("<h2>上次报告以来的变化</h2>") && told.contains("从 上次报告（含到 "))
    #expect(
      told.contains(
        "<th scope=\"row\">用房</th><td class=\"n\">1</td><td class=\"n\">1</td><td class=\"n\">1</td>"))
    // Changed twice: from what the last report knew to what stands now.
    #expect(told.contains("建筑面积：60 → <b>80</b>"))
    #expect(!told.contains("75"))
    #expect(told.contains("<td>R2</td><td>删除</td>"))
    #expect(told.contains("修订 4 次"))
    #expect(!told.contains("填报值"))
    // The same page made again goes on telling it; the next change is measured from it.
    let again = try page(town, since: .page(second, name: "上次.html", isNamed: false))
    #expect(changes(again).contains("建筑面积：60 → <b>80</b>"))
    try write(town, "用房", [["room_no": "R3", "category": "教室", "floor_area": "66"]])
    let third = changes(try page(town, since: .page(again, name: "上次.html", isNamed: false)))
    #expect(third.contains("建筑面积：60 → <b>66</b>") && !third.contains("<b>80</b>"))
  }

  @Test("what came and went, or was changed and changed back, since the last report is no change")
  func thereAndBack() throws {
    let town = try town()
    let first = try page(town)
    try write(town, "用房", [["room_no": "R4", "category": "教室", "floor_area": "60"]])
    try remove(town, "R4")
    try write(town, "用房", [["room_no": "R1", "category": "教室", "floor_area": "61"]])
    try write(town, "用房", [["room_no": "R1", "category": "教室", "floor_area": "60"]])
    #expect(changes(try page(town, since: .page(first, name: "x.html", isNamed: true))).contains("没有变化。"))
  }

  @Test("from a day, a revision, an older copy")
  func others() throws {
    let town = try town()
    let known = try town.file.read { try Int64.fetchSet($0, sql: "SELECT id FROM revision") }
    let id = try #require(known.max())
    try town.sql("UPDATE revision SET at = '2022-10-01T08:00:00.000Z'")
    try write(town, "用房", [["room_no": "R1", "category": "教室", "floor_area": "80"]])
    for since in [.day("2022-10-02"), .revision(id), .copy(known, name: "旧.db")] as [ChangeOrigin.Request] {
      let told = changes(try page(town, since: since))
      #expect(told.contains("建筑面积：60 → <b>80</b>"), "\(since)")
    }
    #expect(changes(try page(town, since: .day("2022-10-02"))).contains("从 2022-10-02 起"))
    #expect(changes(try page(town, since: .copy(known, name: "旧.db"))).contains("从 旧文件 旧.db 算起"))
    let all = changes(try page(town, since: .day("2022-10-01")))
    #expect(all.contains("<th scope=\"row\">用房</th><td class=\"n\">2</td>"))
  }

  @Test(
    "what is no last report of this school is refused when named, and passed over when it merely lies there")
  func refused() throws {
    let town = try town()
    let other = try town.page(ReportOptions(school: ReportTown.code(1)))
    for text in [other, "<html></html>", "<meta name=\"yice-record\" content=\"2199100000;x\">"] {
      #expect(throws: ReportRefusal.notItsPage("x.html")) {
        try page(town, since: .page(text, name: "x.html", isNamed: true))
      }
      let told = changes(try page(town, since: .page(text, name: "x.html", isNamed: false)))
      #expect(told.contains("从建立文件算起"))
    }
    #expect(throws: ReportRefusal.unknownRevision(12)) { try page(town, since: .revision(12)) }
    #expect(throws: ReportRefusal.notOlder("旧.db")) { try page(town, since: .copy([1], name: "旧.db")) }
    #expect(throws: ReportRefusal.sinceWithoutSchool) {
      try town.page(ReportOptions(since: .day("2022-10-01")))
    }
  }

  @Test("a redacted page tells that a personal cell changed, and not how; the record names nobody")
  func redacted() throws {
    let town = try town()
    try write(town, "教师", [["teacher_no": "T1", "name": "欧阳娜娜", "subject": "语文"]])
    let first = try page(town)
    try write(town, "教师", [["teacher_no": "T1", "name": "欧阳小娜", "subject": "数学"]])
    let since = ChangeOrigin.Request.page(first, name: "x.html", isNamed: true)
    let open = changes(try page(town, since: since))
    #expect(open.contains("姓名：欧阳娜娜 → <b>欧阳小娜</b>") && open.contains("甄姓名"))
    let masked = try page(town, since: since, isRedacted: true)
    #expect(changes(masked).contains("任教学科：语文 → <b>数学</b>"))
    #expect(!masked.contains("欧阳") && !masked.contains("甄姓名"))
  }

  @Test("a record is read back as it was written")
  func record() throws {
    let town = try town()
    try town.file.readWithTemporaryTables { db in
      let known = try PageRecord.touching(db, school: school)
      #expect(known.count == 1)
      let record = try PageRecord(
        db, school: school, since: ChangeOrigin(words: "", known: [], isBeginning: true))
      #expect(PageRecord(html: "<head>\(record.meta.text)</head>") == record)
      #expect(record.fresh == known)
    }
  }
}
