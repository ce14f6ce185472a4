import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Sheets that change below their heading: another heading, another unit, another school or year.
@Suite struct ChangingSheetTests {
  private func bureau() throws -> Desk {
    let desk = try Desk(county: true)
    _ = try desk.take(
      "学校标识码,学校名称,类别\n2133000001,实验小学,小学\n2133000002,第二小学,小学\n4133000004,育才学校,九年一贯制学校\n", into: .org)
    return desk
  }

  @Test(
    "below a heading of the same columns in another order or with another unit nothing is read",
    arguments: [
      (CatalogTable.classRoll, "年级,班级,人数,留守儿童数,随迁子女数\n一年级,1,45,3,5\n年级,班级,人数,随迁子女数,留守儿童数\n二年级,1,45,9,1\n"),
      (.equipment, "名称,数量,金额（元）\n电脑,1,5000\n名称,数量,金额（万元）\n钢琴,1,2\n"),
      (.rectification, "序号,问题,整改措施,责任人\n1,甲,x,张\n,,,\n序号,问题,责任人,整改措施\n2,乙,李,y\n"),
      (.statement, "填报项目,填报值,单位\n学生数,1180,人\n填报项目,单位,填报值\n班级数,个,26\n"),
    ])
  func otherHeading(_ table: CatalogTable, _ sheet: String) throws {
    let outcome = try Desk().take(sheet, into: table, strict: false)
    #expect(outcome.new == 1, "\(outcome.texts)")
    #expect(
      outcome.findings.contains { $0.code == "second-table" && $0.severity == .error }, "\(outcome.texts)")
  }

  @Test("a heading that says the same again is passed over, whatever its spaces")
  func sameHeading() throws {
    let outcome = try Desk().take(
      "名称,数量,金额（元）\n电脑,1,5000\n名 称,数量,金额(元)\n钢琴,1,20000\n", into: .equipment, strict: false)
    #expect(outcome.new == 2 && outcome.errors == 0, "\(outcome.texts)")
  }

  @Test(
    "a small heading with a unit in which the figures are not read holds the sheet up",
    arguments: [
      (CatalogTable.equipment, "名称,数量,金额\n一、理科仪器（元）,,\n天平,10,3500\n二、信息设备（万元）,,\n电脑,50,22.5\n", true),
      (.equipment, "单位：千元,,\n名称,数量,金额\n天平,10,3.5\n二、器材（单位：元）,,\n钢琴,2,30000\n", true),
      (.ground, "名称,类别,面积\n一、室外（平方米）,,\n篮球场,篮球场,840\n二、绿地（公顷）,,\n草坪,绿化用地,0.3\n", true),
      (.equipment, "名称,数量,金额\n一、理科仪器（元）,,\n天平,10,3500\n二、器材（5件）,,\n钢琴,2,30000\n", false),
    ])
  func otherUnit(_ table: CatalogTable, _ sheet: String, _ isHeld: Bool) throws {
    let outcome = try Desk().take(sheet, into: table, strict: false)
    #expect(outcome.isHeldUp == isHeld && outcome.codes.contains("unit-below") == isHeld, "\(outcome.texts)")
    #expect(outcome.new == (isHeld ? outcome.new : 2))
  }

  @Test(
    "in a form a line with another unit than the title's, or one of two lines, holds the sheet up",
    arguments: [
      ("单位：万元,\n填报项目,填报值\n教学仪器设备值,298\n二、其他（单位：元）,\n学生数,1180\n", true),
      ("填报项目,填报值\n一、资产（单位：万元）,\n教学仪器设备值,298\n二、其他（单位：元）,\n学生数,1180\n", true),
      ("单位：万元,\n填报项目,填报值\n一、资产（单位：万元）,\n教学仪器设备值,298\n学生数,1180\n", false),
      ("学校名称,学生数,教学仪器设备值\n第二小学,600,1200000\n二、城区（万元）,,\n实验小学,1180,298\n", true),
    ])
  func unitsOfForms(_ sheet: String, _ isHeld: Bool) throws {
    let desk = try bureau()
    let outcome = try desk.take(sheet, into: .statement, strict: false)
    #expect(outcome.isHeldUp == isHeld && outcome.codes.contains("unit-below") == isHeld, "\(outcome.texts)")
    let values = try desk.values("SELECT round(value) FROM statement WHERE element = '教学仪器设备值'") as [Double]
    #expect(values == (isHeld ? [] : [2_980_000]))
  }

  @Test("a heading of which a part stands again in its place is no other")
  func partOfHeading() throws {
    let outcome = try Desk().take(
      "填报项目,填报值,填报项目,填报值\n学生数,1180,班级数,26\n填报项目,填报值,,\n专任教师数,62,,\n", into: .statement, strict: false)
    #expect(outcome.new == 3 && outcome.errors == 0, "\(outcome.texts)")
  }

  @Test("figures below a line without a school are not the bureau's, where a school stands above")
  func schoolless() throws {
    for sheet in [
      "学校名称,学段,学生数,专任教师数\n育才学校,小学,500,30\n,初中,400,35\n", "学校名称,项目,数值,单位\n实验小学,学生数,1180,人\n,专任教师数,62,人\n",
    ] {
      let desk = try bureau()
      let outcome = try desk.take(sheet, into: .statement, strict: false)
      #expect(
        outcome.findings.contains { $0.code == "missing-value" && $0.location.row == 3 }, "\(outcome.texts)")
      #expect(try desk.value("SELECT count(*) FROM statement WHERE length(org_code) = 6") == 0)
    }
    let desk = try bureau()
    let outcome = try desk.take(
      "序号,学校,问题\n1,实验小学,甲\n2,,乙\n3,教育局,丙\n4,,丁\n", into: .rectification, strict: false)
    #expect(
      try desk.values("SELECT problem FROM rectification ORDER BY 1") == ["丁", "丙", "甲"], "\(outcome.texts)")
  }

  @Test("a line that names a school is that of the rows below it which name none")
  func schoolLines() throws {
    let desk = try bureau()
    let outcome = try desk.take(
      "序号,学校,问题,整改措施\n一、实验小学,,,\n1,,甲,x\n2,,乙,y\n二、第二小学：,,,\n3,,丙,x\n4,实验小学,丁,x\n", into: .rectification,
      strict: false)
    #expect(
      try desk.values("SELECT substr(org_code, -1) || problem FROM rectification ORDER BY 1")
        == ["1丁", "1乙", "1甲", "2丙"], "\(outcome.texts)")
  }

  @Test("titles further down begin another year of training")
  func years() throws {
    let desk = try Desk()
    _ = try desk.take("教师编号,姓名,任教学科\nT1,张伟,语文\n", into: .teacher)
    let outcome = try desk.take(
      "2020年度教师培训学时,\n姓名,学时\n张伟,72\n2021年度教师培训学时,\n姓名,学时\n张伟,90\n", into: .training, strict: false)
    #expect(
      try desk.values("SELECT year || ' ' || round(hours) FROM training ORDER BY 1") == [
        "2020 72.0", "2021 90.0",
      ],
      "\(outcome.texts)")
  }

  @Test(
    "a form of several schools whose value has another heading asks which; one with a unit behind it is read")
  func values() throws {
    let desk = try bureau()
    let year = try desk.take("学校,项目,2022年\n实验小学,学生数,1180\n第二小学,学生数,600\n", into: .statement, strict: false)
    #expect(year.isHeldUp && year.findings.contains { $0.code == "no-value-column" && $0.value == "2022年" })
    let unit = try desk.take(
      "学校名称,项目,数值（万元）\n实验小学,教学仪器设备值,298.56\n第二小学,教学仪器设备值,120\n", into: .statement, strict: false)
    #expect(
      try desk.values("SELECT round(value) FROM statement ORDER BY org_code") == [2_985_600.0, 1_200_000.0],
      "\(unit.texts)")
  }

  @Test("columns of a form with an amount a column that are none are told")
  func unreadColumns() throws {
    let outcome = try bureau().take(
      "序号,学校名称,学生数,专任教师数,体育运动场馆面积\n1,实验小学,1180,62,8000\n", into: .statement, strict: false)
    #expect(outcome.new == 2)
    #expect(outcome.findings.contains { $0.code == "unknown-item" && $0.message.contains("体育运动场馆面积") })
  }

  @Test("an amount of money that is called 总额 is no sum")
  func totals() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "年度,项目,金额\n2021,公用经费总额,800000\n2021,教师培训经费,45000\n,合计,845000\n", into: .finance, strict: false)
    #expect(outcome.new == 2 && outcome.errors == 0, "\(outcome.texts)")
  }

  @Test("pupils of whom a remark says that they have left are told and counted, who came is not told")
  func remarks() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "学籍号,姓名,班级,备注\nG1,甲,一年级1班,2022年10月转出\nG2,乙,一年级1班,转入\nG3,丙,一年级1班,\n", into: .classRoll, strict: false)
    #expect(try desk.value("SELECT head_count FROM class_roll") == 3)
    let told = outcome.findings.filter { $0.code == "may-not-count" }
    #expect(told.map(\.location.row) == [2] && told[0].message.contains("有 1 行"), "\(outcome.texts)")
  }

  @Test("a word for not done is a state, one for done is told, since proof and a verifier are missing")
  func stateWords() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "序号,问题,整改措施,整改状态\n1,甲,x,否\n2,乙,x,持续整改\n3,丙,x,√\n4,丁,x,已申请销号\n", into: .rectification, strict: false)
    #expect(
      try desk.values("SELECT problem || state FROM rectification ORDER BY id") == [
        "甲待整改", "乙整改中", "丙整改中", "丁整改中",
      ],
      "\(outcome.texts)")
    #expect(outcome.findings.filter { $0.code == "coarse-word" }.map(\.location.row) == [4, 5])
  }

  @Test("things whose 状态 says that they are scrapped stay out")
  func states() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "名称,数量,金额,状态\n显微镜,30,25500,报废\n天平,10,3500,在用\n", into: .equipment, strict: false)
    #expect(try desk.values("SELECT name FROM equipment") == ["天平"], "\(outcome.texts)")
    #expect(outcome.findings.contains { $0.code == "not-counted" && $0.location.row == 2 })
  }

  @Test("是否留守, 是否随迁 and 住宿情况 of pupils are counted")
  func shortFlags() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "学籍号,姓名,班级,住宿情况,是否留守,是否随迁\nG1,甲,一年级1班,住校,√,无\nG2,乙,一年级1班,通校,,有\n", into: .classRoll, strict: false)
    #expect(
      try desk.values("SELECT boarders || ' ' || left_behind_pupils || ' ' || migrant_pupils FROM class_roll")
        == ["1 1 1"], "\(outcome.texts)")
  }
}
