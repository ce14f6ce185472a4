import Foundation
import GRDB
import Testing
import YiceIndicators
import YiceStandards
import YiceTestSupport

/// The questions of 数据真实性 that `check` does not ask: each on the smallest file that has something to tell.
@Suite("what makes figures larger than they are")
struct HonestyRuleTests {
  private static let school = "2100000001"

  private func told(_ id: String, _ sql: String, equipment: [String]? = nil) throws -> [String] {
    var profile = try ProfileCatalog.named("national-2017")
    if let equipment { profile.registers.lists["teaching_equipment"] = equipment }
    let rule = try #require(HonestyRule.all.first { $0.rule.id == id })
    return try TestCounty.memory().write { db in
      try TestCounty.stated(code: Self.school, pupils: 1000).insert(into: db)
      try TestCounty.stated(code: "2100000002", pupils: 1000).insert(into: db)
      try db.execute(sql: sql)
      return try WorkedYear.with(db, year: 2022, profile: profile) { worked in
        try worked.rows(against: rule.rule).map {
          "\($0["org_code"] as String) \(Check.fill(rule.rule.text, from: $0))"
        }
      }
    }
  }

  @Test("counted equipment without a voucher cannot be held against the accounts")
  func accounts() throws {
    let told = try told(
      "equipment-accounts",
      """
      INSERT INTO equipment (org_code, school_year, item_no, name, category, value, voucher_no) VALUES
        ('2100000001', 2022, 'E1', '钢琴', '教学仪器设备', 1000.5, NULL), ('2100000001', 2022, 'E2', '琴凳', '教学仪器设备', 1, '记12'),
        ('2100000001', 2022, 'E3', '字典', '图书', 5, NULL)
      """)
    #expect(told == ["2100000001 计入教学仪器设备值的 1 项（1000.5 元）没有会计凭证号，不能与固定资产明细账逐项核对"])
  }

  @Test("which equipment counts is the standard's list, as it is for R6")
  func countedEquipment() throws {
    let equipment = """
      INSERT INTO equipment (org_code, school_year, item_no, name, category, value, condition, counts_as_teaching) VALUES
        ('2100000001', 2022, 'E1', '钢琴', '教学仪器设备', 10, '报废', NULL), ('2100000001', 2022, 'E2', '字典', '图书', 200, '报废', NULL),
        ('2100000001', 2022, 'E3', '地图', '图书', 3000, '报废', 0), ('2100000001', 2022, 'E4', '电脑', '计算机', 40000, '报废', 1)
      """
    for id in ["equipment-scrapped", "equipment-accounts"] {
      let usual = try told(id, equipment)
      #expect(usual.count == 1 && usual[0].contains("2 项") && usual[0].contains("（40010 元）"))
      let books = try told(id, equipment, equipment: ["图书"])
      #expect(books.count == 1 && books[0].contains("2 项") && books[0].contains("（40200 元）"))
    }
  }

  @Test("leased grounds and those underground or on a roof are told with their areas, and leased rooms")
  func grounds() throws {
    let grounds = try told(
      "ground-relaxed",
      """
      INSERT INTO ground (org_code, school_year, ground_no, category, area, leased, converted) VALUES
        ('2100000001', 2022, 'G1', '运动场地', 300, 1, NULL), ('2100000001', 2022, 'G2', '运动场地', 200, NULL, 1),
        ('2100000001', 2022, 'G3', '运动场地', 900, NULL, NULL)
      """)
    #expect(grounds.count == 1 && grounds[0].contains("租借 300 ㎡、地下或楼顶 200 ㎡"))
    let rooms = try told(
      "room-leased",
      """
      INSERT INTO room (org_code, school_year, room_no, category, floor_area, room_count, leased) VALUES
        ('2100000001', 2022, 'R1', '教室', 60, 2, 1), ('2100000001', 2022, 'R2', '教室', 60, 2, 0)
      """)
    #expect(rooms == ["2100000001 2 间用房（120 ㎡）是租借的；请核对租期，到期的不能再算"])
  }

  @Test("编外 among 专任 and teachers of two schools are told, at both schools")
  func teachers() throws {
    let teachers = """
      INSERT INTO teacher (org_code, school_year, teacher_no, name, full_time, post) VALUES
        ('2100000001', 2022, 'A1', '王芳', 1, '编外'), ('2100000001', 2022, 'A2', '李明', 1, '走教'),
        ('2100000001', 2022, 'A3', '李强', 0, '编外'), ('2100000001', 2022, 'A4', '甲', 1, '在编'),
        ('2100000002', 2022, 'A4', '甲', 1, '在编'), ('2100000002', 2022, 'A1', '乙', 1, '在编')
      """
    let outside = try told("teacher-outside", teachers)
    #expect(outside.count == 1 && outside[0].hasPrefix("2100000001 专任教师里有 1 人是编外，另有兼职、走教、支教 1 人"))
    let twice = try told("teacher-schools", teachers)
    #expect(twice.count == 2)
    for (words, school) in zip(twice, ["2100000001", "2100000002"]) {
      #expect(words.hasPrefix("\(school) 1 名专任教师以同一工号、同一姓名"))
    }
    #expect(twice.allSatisfy { $0.contains("A4") && !$0.contains("A1") })
  }

  @Test("every question says what it looks at, in which register, for which indicator")
  func heads() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root + "/Sources/YiceIndicators/SQL/honesty")
    #expect(HonestyRule.all.map { $0.rule.id + ".sql" } == files.sorted())
  }
}
