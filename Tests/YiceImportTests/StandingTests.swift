import GRDB
import Testing
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// People, rooms and things that a list has and the school no longer.
@Suite struct StandingTests {
  @Test(
    "what a column says is gone stays out, and is told with its place",
    arguments: [
      ("资产名称,数量,金额,使用状况\n投影仪,1,2000,在用\n幕布,1,300,已报废\n显微镜,1,900,待报废\n", CatalogTable.equipment, "幕布"),
      ("房间名称,用途,面积,使用状况\n音乐教室,音乐教室,96,在用\n美术教室,美术教室,90,在建\n舞蹈教室,舞蹈教室,96,停用\n", .room, "美术教室"),
    ])
  func column(_ sheet: String, _ table: CatalogTable, _ gone: String) throws {
    let desk = try Desk()
    let outcome = try desk.take(sheet, into: table)
    #expect(outcome.errors == 0 && outcome.new == 2, "\(outcome.texts)")
    let names: [String] = try desk.values("SELECT name FROM \(table.name)")
    #expect(!names.contains(gone) && names.count == 2)
    #expect(outcome.findings.first { $0.code == "not-counted" }?.location.row == 3)
    #expect(!outcome.codes.contains("unknown-heading"))
    // What is not used any more and still there is told.
    #expect(outcome.codes.contains("may-not-count") == (table.name == CatalogTable.room.name))
  }

  @Test("what a remark says is told with its rows and changes nothing; names stay out of it")
  func remarks() throws {
    let desk = try Desk()
    let teachers = try desk.take(
      "姓名,任教学科,备注\n张三,语文,\n李四,数学,2022年8月退休\n王五,语文,退休返聘\n赵六,语文,调出\n", into: .teacher)
    #expect(teachers.new == 4)
    let told = try #require(teachers.findings.first { $0.code == "may-not-count" }).description
    #expect(told.contains("第 3 行、第 5 行（共 2 行）") && !told.contains("李四") && !told.contains("2022年"))
    let rooms = try desk.take("房间名称,用途,备注\n音乐教室,音乐教室,\n美术教室,美术教室,D级危房\n", into: .room)
    #expect(rooms.texts.contains { $0.contains("第 3 行（共 1 行）") && $0.contains("D级危房") })
    #expect(try !desk.take("姓名,任教学科,备注\n张三,语文,学科组长\n", into: .teacher).codes.contains("may-not-count"))
  }

  @Test(
    "a sheet whose name or title says that all of its people have left brings nobody",
    arguments: ["退休教师花名册", "2022年调出人员名单"])
  func sheets(_ title: String) throws {
    let desk = try Desk()
    let outcome = try desk.take("\(title),,\n姓名,职称,任教学科\n张三,一级,语文\n", into: .teacher, strict: false)
    #expect(outcome.isHeldUp && outcome.codes.contains("not-counted"), "\(outcome.texts)")
    #expect(try desk.value("SELECT count(*) FROM teacher") == 0)
  }

  @Test(
    "titles that speak of others besides, or of what does not belong there, stop nothing",
    arguments: ["在职和退休教师花名册", "教师花名册（不含退休）", "退休返聘教师花名册", "说明：退休教师请另填一张"])
  func otherTitles(_ title: String) throws {
    let outcome = try Desk().take("\(title),,\n姓名,职称,任教学科\n张三,一级,语文\n", into: .teacher)
    #expect(outcome.new == 1, "\(outcome.texts)")
  }

  @Test(
    "rooms that were pulled down are held up by their title; those let out or planned for something are told and counted"
  )
  func rooms() throws {
    let desk = try Desk()
    let gone = try desk.take("已拆除校舍清单,,\n房间名称,用途,面积\n旧教室,普通教室,60\n", into: .room, strict: false)
    #expect(gone.isHeldUp && gone.codes.contains("not-counted"), "\(gone.texts)")
    let kept = try desk.take(
      "功能室规划一览表,,,\n房间名称,用途,面积,使用情况\n音乐教室,音乐教室,96,规划为舞蹈室\n美术教室,美术教室,90,出租\n", into: .room)
    #expect(kept.new == 2 && kept.codes.contains("may-not-count"), "\(kept.texts)")
  }
}
