import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("what an import may not bring in")
struct ImporterRuleTests {
  private let number = "440524188001010014"

  @Test("identity-card numbers never reach the file, in whatever column and form they stand")
  func identityCards() throws {
    let desk = try Desk()
    let wide = String(number.unicodeScalars.map { Character(Unicode.Scalar($0.value + 0xFEE0) ?? $0) })
    let spaced = "440524 18800101 0014"
    let outcome = try desk.take(
      """
      教师编号,姓名,身份证号,备注,任教学科
      T001,王芳,\(number),本人 \(number)。,语文
      T002,李明,\(number),\(wide),\(spaced)
      """ + "\n", into: .teacher)
    #expect(outcome.errors == 0)
    #expect(outcome.codes == ["identity-card", "identity-card", "identity-card", "identity-card"])
    #expect(outcome.written)
    #expect(try desk.value("SELECT count(*) FROM teacher WHERE note IS NULL") == 2)
    let bytes = try desk.bytes()
    for written in [number, wide, spaced] { #expect(!holds(bytes, written)) }
    #expect(!outcome.texts.contains { $0.contains(number) || $0.contains(wide) || $0.contains(spaced) })
    #expect(holds(bytes, "李明"), "the search itself works")
  }

  @Test(
    "an identity-card number as a key or name stops the import",
    arguments: ["440524188001010014", "４４０５２４１８８００１０１００１４"])
  func identityCardAsKey(_ number: String) throws {
    let desk = try Desk()
    let before = try desk.bytes()
    let outcome = try desk.take("教师编号,姓名\n\(number),王芳\nT2,李\(number)\n", into: .teacher)
    #expect(
      outcome.texts == [
        "错误 表.csv 第 2 行 “教师编号”列：这一格是身份证号，不能存入。请改用学校自己的编号",
        "错误 表.csv 第 3 行 “姓名”列：这一格是身份证号，不能存入。请改用学校自己的编号",
      ])
    #expect(try desk.bytes() == before)
  }

  @Test("personal data stays out of findings")
  func personal() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "教师编号,姓名,任教学段\nT001,秘密甲,大学\nT001,秘密乙,小学\n,秘密丙,小学\nT9,秘密丁\n", into: .teacher)
    #expect(outcome.errors >= 3)
    #expect(!outcome.texts.contains { $0.contains("秘密") })
  }

  @Test("a row of another school stops the import into a school file, and not into a county file")
  func foreignOrg() throws {
    let desk = try Desk()
    let before = try desk.bytes()
    let sheet = "学校标识码,教师编号,姓名\n2133000001,T1,王芳\n2133000002,T2,李明\n"
    let outcome = try desk.take(sheet, into: .teacher)
    #expect(outcome.texts == ["错误 表.csv 第 3 行 “学校标识码”列 “2133000002”：这一行不是本校（2133000001）的"])
    #expect(try desk.bytes() == before)
    let county = try Desk(county: true)
    #expect(try county.take(sheet, into: .teacher).counts == [2, 0, 0])
  }

  @Test("a school may not import what the bureau issues")
  func authority() throws {
    let desk = try Desk()
    #expect(throws: RecordError.notAllowed(table: "评估标准", role: "学校", writers: "教育局")) {
      try desk.take("标准名称,版本\np,1\n", into: .standard)
    }
  }

  @Test("a figure in 万元 is stored in the element's own unit")
  func statements() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      """
      数据项,学段,数值,单位
      教学仪器设备值,,3.5,万元
      图书册数,,1.25,万册
      学生数,小学,812,人
      运动场地面积,,3500.5,平方米
      专任教师数,小学,"1,045",
      """ + "\n", into: .statement)
    #expect(outcome.texts == [])
    let rows: [String] = try desk.values(
      "SELECT element || ' ' || value || ' ' || coalesce(unit, '—') FROM statement ORDER BY element")
    #expect(
      Set(rows) == [
        "教学仪器设备值 35000.0 元", "图书册数 12500.0 册", "学生数 812.0 人", "运动场地面积 3500.5 ㎡", "专任教师数 1045.0 人",
      ])
  }

  @Test("a unit behind a figure is that figure's; money without any unit is told")
  func unitsBehindFigures() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "数据项,学段,数值\n教学仪器设备值,,3.5万元\n室内体育用房面积,,0.05公顷\n图书册数,,1.2万册\n", into: .statement)
    #expect(outcome.texts == [])
    #expect(
      try desk.values("SELECT value FROM statement ORDER BY value") == [500.0, 12000, 35000])
    #expect(
      try desk.take("数据项,学段,数值\n教学仪器设备值,,180.35\n", into: .statement).texts == [
        "提醒 表.csv 第 2 行 “数值”列 “180.35”：“教学仪器设备值”没有写单位，按元记入；是万元的，请在“单位”里写明再导入"
      ])
  }

  @Test("a unit that is not the element's is refused")
  func statementUnits() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "数据项,学段,数值,单位\n学生数,小学,8,万元\n运动场地面积,,8.5 亩,\n教学仪器设备值,,3.5万元,千元\n", into: .statement)
    #expect(outcome.codes == ["bad-unit", "bad-unit", "bad-unit"])
    #expect(outcome.texts.first == "错误 表.csv 第 2 行 “单位”列 “万元”：“学生数”的单位换算不成“人”，可用：人、名、位、万人")
  }

  @Test("a column headed in 万元 is stored in 元")
  func tenThousands() throws {
    let desk = try Desk()
    let outcome = try desk.take("年度,项目,金额（万元）\n2022,公用经费预算,128.4567\n", into: .finance)
    #expect(outcome.texts == [])
    #expect(try desk.value("SELECT amount FROM finance") == 1_284_567.0)
  }

  @Test("classes are told by their names, and go on as themselves the next year")
  func classes() throws {
    let desk = try Desk()
    let outcome = try desk.take("班级,班级人数\n三年级2班,45\n七(1)班,50\n大班,20\n", into: .classRoll)
    #expect(outcome.texts == [])
    let rows: [String] = try desk.values(
      "SELECT stage || '/' || entry_year || '/' || class_no || '/' || grade FROM class_roll ORDER BY head_count"
    )
    #expect(rows == ["幼儿/2020/1/0", "小学/2020/2/3", "初中/2022/1/7"])
    _ = try desk.take("班级,班级人数\n四年级2班,44\n", into: .classRoll, year: 2023)
    #expect(try desk.values("SELECT DISTINCT entry_year FROM class_roll WHERE stage = '小学'") == [2020])
  }

  @Test("a name that is no class is refused with the way to write it")
  func badClass() throws {
    let desk = try Desk()
    let outcome = try desk.take("班级,班级人数\n快乐班,45\n", into: .classRoll)
    #expect(outcome.texts == ["错误 表.csv 第 2 行 “班级”列 “快乐班”：认不出年级和班号，应写成 三年级2班、七(1)班 这样"])
  }

  @Test("a bad grade is one finding")
  func badGrade() throws {
    let desk = try Desk()
    let outcome = try desk.take("年级,班号,班级人数\n十三年级,1,45\n", into: .classRoll)
    #expect(outcome.codes == ["bad-number"])
  }

  @Test("rows without a natural key get the same id each time they are imported")
  func ids() throws {
    let desk = try Desk(county: true)
    let sheet = "单位,姓名,职责\n教育局,王芳,统筹\n财政局,李明,经费\n"
    #expect(try desk.take(sheet, into: .personUnit).counts == [2, 0, 0])
    let before = try desk.bytes()
    #expect(try desk.take(sheet, into: .personUnit).counts == [0, 0, 2])
    #expect(try desk.bytes() == before)
    #expect(try desk.take(sheet.replacing("经费", with: "资金"), into: .personUnit).counts == [0, 1, 1])
    #expect(Set(try desk.values("SELECT id FROM person_unit") as [String]).count == 2)
  }

  @Test(
    "digits behind the point of a statement are counted in the unit that is stored",
    arguments: [
      ("万元", "12.345678", 123_456.78), ("元", "12.3456", 12.3456), ("元", "12.34567", nil),
      ("万元", "12.345678901", nil),
    ] as [(String, String, Double?)])
  func statementDecimals(_ unit: String, _ value: String, _ stored: Double?) throws {
    let desk = try Desk()
    let outcome = try desk.take("数据项,数值,单位\n教学仪器设备值,\(value),\(unit)\n", into: .statement)
    #expect(try desk.value("SELECT value FROM statement") == stored)
    #expect(outcome.codes.contains("too-many-decimals") == (stored == nil))
  }

  @Test(
    "a bare number of days is a day of the workbook's own calendar",
    arguments: [
      (false, "44805"), (true, "43343"),
    ])
  func bareDays(_ uses1904: Bool, _ serial: String) throws {
    let school = try TestSchool()
    let source = ListSource([
      ["教师编号", "姓名", "任教学段", "骨干认定日期"], ["T1", "王芳", "小学", serial], ["T2", "李明", "小学", "2022-09-01"],
    ])
    source.uses1904 = uses1904
    _ = try Importer(.teacher).run(source, into: school.file, author: .tester)
    let days: [String] = try school.file.read {
      try String.fetchAll($0, sql: "SELECT DISTINCT backbone_on FROM teacher")
    }
    #expect(days == ["2022-09-01"])
  }

  @Test("--map brings in a column under a name of one's own")
  func mapping() throws {
    let desk = try Desk()
    let outcome = try desk.take("教师编号,姓名,教什么\nT1,王芳,语文\n", into: .teacher, mapping: ["教什么": "任教学科"])
    #expect(outcome.texts == [])
    #expect(try desk.value("SELECT subject FROM teacher") == "语文")
  }
}
