import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Forms with the name of an amount beside its value become statements.
@Suite struct ItemFormTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let sheet: String
    let statements: [String]
    var findings: [String] = []
    var testDescription: String { what }
  }

  private static let cases = [
    Case(
      what: "names of the same amounts as other forms have them; the sum of two amounts is neither",
      sheet: """
        序号,填报项目,单位,填报值
        1,网络多媒体教室间数,间,21
        2,高于规定学历专任教师人数,人,20
        3,教学及辅助用房建筑面积,平方米,2000.5
        4,艺术（音乐、美术）教师数,人,3
        5,纸质图书册数,万册,1.2345
        6,体育运动场馆面积,平方米,9000
        """,
      statements: [
        "图书册数  12345.0", "教学及辅助用房面积  2000.5", "网络多媒体教室数  21.0", "艺术教师数 小学 3.0", "高于规定学历教师数 小学 20.0",
      ], findings: ["unknown-item"]),
    Case(
      what: "填报项目 and 填报值 with units",
      sheet: """
        序号,类别,填报项目,单位,填报值,是否必填,备注说明
        1,学生信息,小学学生人数,人,612,是,
        2,教学设备,教学仪器设备资产值（账面原值）,万元,223.4,是,
        3,学校信息,校长姓名,,某某,是,
        4,教师信息,小学专任教师人数,人,,是,
        """, statements: ["学生数 小学 612.0", "教学仪器设备值  2234000.0"], findings: ["unknown-item", "empty-item"]),
    Case(
      what: "several pairs in a line",
      sheet: """
        某某小学基本情况表,,,
        项目,数值,项目,数值
        在校学生数,612人,班级数,16
        专任教师数,40,图书,"29,543册"
        网络多媒体教室,22间,运动场地面积（平方米）,8577.25
        """,
      statements: [
        "专任教师数 小学 40.0", "图书册数  29543.0", "学生数 小学 612.0", "班级数 小学 16.0", "网络多媒体教室数  22.0", "运动场地面积  8577.25",
      ]),
    Case(
      what: "two columns without headings",
      sheet: """
        学校名称,某某小学
        学生人数,612
        专任教师人数,40
        教学用计算机台数,95
        占地面积,28590
        """, statements: ["专任教师数 小学 40.0", "学生数 小学 612.0", "计算机台数  95.0"], findings: ["unknown-item"]),
    Case(
      what: "a column for each 学段",
      sheet: """
        项目,单位,小学,初中
        学生数,人,612,341
        专任教师数,人,40,22
        """, statements: ["专任教师数 初中 22.0", "专任教师数 小学 40.0", "学生数 初中 341.0", "学生数 小学 612.0"]),
    Case(
      what: "the table's own headings are no form: a strange name is a mistake",
      sheet: """
        数据项,学段,数值
        校长人数,小学,1
        """, statements: [], findings: ["not-allowed"]),
  ]

  @Test(arguments: cases) func `a form gives its statements`(_ form: Case) throws {
    let desk = try Desk()
    let outcome = try desk.take(form.sheet + "\n", into: .statement)
    let found: [String] = try desk.values(
      "SELECT element || ' ' || stage || ' ' || value FROM statement ORDER BY element, stage")
    #expect(found == form.statements)
    let told = outcome.findings.filter { $0.code != "heading-row" }.map(\.code)
    #expect(told == form.findings, "\(outcome.texts)")
  }

  @Test func `a form of a school with two 学段 must say which`() throws {
    let desk = try Desk(county: true)
    _ = try desk.take("学校标识码,学校名称,学校类别\n3199000003,九年校,九年一贯制学校\n", into: .org, named: "学校.csv")
    var importer = Importer(.statement)
    importer.school = "九年校"
    try desk.workdir.write("表.csv", "填报项目,填报值\n学生数,612\n初中学生数,341\n")
    let outcome = try importer.run(
      try CSVReader(path: desk.workdir.file("表.csv")), into: desk.file, author: .tester)
    #expect(outcome.codes.contains("no-stage"))
    let found: [String] = try desk.values("SELECT org_code || stage || value FROM statement")
    #expect(found == ["3199000003初中341.0"])
  }

  @Test func `a statement of a form says which cell it came from`() throws {
    let desk = try Desk()
    _ = try desk.take("填报项目,填报值\n学生数,612\n", into: .statement)
    #expect(try desk.value("SELECT source FROM statement") == "填报表 B2")
  }

  @Test(
    "of several columns of figures the one that says what there is, or none",
    arguments: [
      ("项目,标准,实际\n学生数,500,560\n教学及辅助用房面积（㎡）,2520,4700\n", ["学生数 560.0", "教学及辅助用房面积 4700.0"]),
      ("项目,目标值,完成值\n学生数,500,560\n", ["学生数 560.0"]), ("项目,上学年数,本学年数\n学生数,540,560\n", ["学生数 560.0"]),
      ("项目,2021年,2022年\n学生数,540,560\n班级数,12,13\n", []), ("项目,本部,分校\n学生数,560,100\n班级数,12,3\n", []),
    ])
  func severalFigures(_ sheet: String, _ expected: [String]) throws {
    let desk = try Desk()
    let outcome = try desk.take(sheet, into: .statement, strict: false)
    let found: [String] = try desk.values("SELECT element || ' ' || value FROM statement ORDER BY value")
    #expect(found == expected, "\(outcome.texts)")
    #expect(outcome.codes.contains("several-values") == expected.isEmpty)
  }

  @Test("each row goes to the school that it names, and another school's not into a school's own file")
  func schools() throws {
    let sheet = "学校名称,项目,数量\n第一小学,学生数,560\n第二小学,学生数,300\n"
    let desk = try Desk()
    let own = try desk.take(sheet, into: .statement, strict: false)
    #expect(own.texts.contains { $0.contains("另一所学校") }, "\(own.texts)")
    #expect(try desk.values("SELECT value FROM statement") == [560.0])
    let county = try Desk(county: true)
    _ = try county.take(
      "学校标识码,学校名称,学校类别\n2133000001,第一小学,小学\n2133000002,第二小学,小学\n", into: .org)
    let all = try county.take(sheet, into: .statement)
    #expect(all.errors == 0, "\(all.texts)")
    #expect(
      try county.values("SELECT org_code || ' ' || stage || ' ' || value FROM statement ORDER BY 1") == [
        "2133000001 小学 560.0", "2133000002 小学 300.0",
      ])
    let strange = try county.take("学校名称,项目,数量\n第九小学,学生数,90\n", into: .statement, strict: false)
    #expect(strange.texts.contains { $0.contains("文件里没有学校“第九小学”") }, "\(strange.texts)")
    // What names nobody is the bureau's, and told as such.
    #expect(try county.take("项目,数量\n图书册数,560\n", into: .statement).codes.contains("own-statement"))
  }

  @Test("an amount in each column, a school in each line")
  func wide() throws {
    let county = try Desk(county: true)
    _ = try county.take(
      "学校标识码,学校名称,学校类别\n2133000001,第一小学,小学\n2133000002,实验学校,九年一贯制学校\n", into: .org)
    let sheet = """
      各校基本情况表,,,,
      学校名称,学段,学生数,专任教师数,教学仪器设备值（万元）
      第一小学,,560,32,180.35
      实验学校,初中,200,18,90
      合计,,760,50,270.35
      """ + "\n"
    let outcome = try county.take(sheet, into: .statement)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let rows: [String] = try county.values(
      "SELECT substr(org_code, -1) || element || stage || value FROM statement ORDER BY org_code, value")
    #expect(
      rows == [
        "1专任教师数小学32.0", "1学生数小学560.0", "1教学仪器设备值1803500.0", "2专任教师数初中18.0", "2学生数初中200.0",
        "2教学仪器设备值初中900000.0",
      ])
    let own = try Desk()
    #expect(try own.take("学生数,班级数,专任教师数\n560,12,32\n", into: .statement).new == 3)
  }

  @Test(
    "a column for each 学段 below the amounts, and 合计 where they say nothing",
    arguments: [
      (
        "学校名称,学生数,,,教学仪器设备值,,\n,小学,初中,合计,小学,初中,合计\n实验学校,300,200,500,,,1803500\n",
        ["学生数初中200.0", "学生数小学300.0", "教学仪器设备值1803500.0"]
      ),
      (
        "学校名称,学生数,学生数,班级数,班级数\n,小学,初中,小学,初中\n实验学校,300,200,8,5\n",
        ["学生数初中200.0", "学生数小学300.0", "班级数初中5.0", "班级数小学8.0"]
      ),
      (
        "学校名称,项目,小学,初中,合计\n实验学校,学生数,300,200,500\n实验学校,图书册数,,,12000\n",
        ["图书册数12000.0", "学生数初中200.0", "学生数小学300.0"]
      ),
    ])
  func stageColumns(_ sheet: String, _ expected: [String]) throws {
    let county = try Desk(county: true)
    _ = try county.take("学校标识码,学校名称,学校类别\n2133000002,实验学校,九年一贯制学校\n", into: .org)
    let outcome = try county.take(sheet, into: .statement)
    let found: [String] = try county.values("SELECT element || stage || value FROM statement ORDER BY 1")
    #expect(found == expected, "\(outcome.texts)")
    #expect(outcome.errors == 0 && !outcome.codes.contains("empty-item"), "\(outcome.texts)")
  }

  @Test("small headings say the 学段 of the lines below them")
  func sections() throws {
    let county = try Desk(county: true)
    _ = try county.take("学校标识码,学校名称,学校类别\n2133000002,实验学校,九年一贯制学校\n", into: .org)
    let outcome = try county.take(
      "实验学校基础数据,\n项目,数量\n一、小学部,\n学生数,300\n二、初中部,\n学生数,200\n", into: .statement)
    #expect(
      try county.values("SELECT stage || value FROM statement ORDER BY value") == ["初中200.0", "小学300.0"],
      "\(outcome.texts)")
  }
}
