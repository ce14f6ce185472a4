import GRDB
import Testing
import YiceFormats
import YiceIndicators
import YiceModel
import YiceReport
import YiceStandards
import YiceStore
import YiceTestSupport

/// GRDB has a type of this name too.
private typealias Cell = Listing.Cell

/// 申报表, 学校自评表 and the tables of figures.
struct ApplicationFormTests: FormSuite {
  let folder = Workdir()
  let file: YiceFile

  init() throws { file = try SampleFile.school(folder) }

  @Test
  func `A relaxation in force on the day stands beside the strict verdict, and no longer the day after`()
    throws
  {
    try add(
      .statement, ["school_year": 2022, "element": "运动场地面积", "stage": "", "value": 100],
      ["school_year": 2022, "element": "租借运动场地面积", "stage": "", "value": 900],
      ["school_year": 2022, "element": "室内体育用房面积", "stage": "", "value": 0])
    try add(
      .relaxation,
      ["org_code": file.info.orgCode, "item": "R5", "basis": "某文", "expires_on": "2022-12-31"])
    func note(_ day: String) throws -> String {
      try #require(try pages("Ⅱ-2", on: day).first?.listing.rows.first?.last).shown.description
    }
    #expect(try note("2022-12-31").contains("放宽认定后达标 R5"))
    let strict = try note("2022-12-31").split(separator: "；").first { $0.hasPrefix("不足85%") }
    #expect(strict?.contains("R5") == true)
    #expect(try !note("2023-01-01").contains("放宽认定"))
  }

  @Test func `Form I counts staff who teach nothing in the only 学段 of their school`() throws {
    func staff() throws -> String {
      try #require(try pages("表Ⅰ").first).listing.rows.map { $0.map(\.shown.description) }
        .first { $0[2] == "小学 合计" }?[4] ?? ""
    }
    let before = try #require(Int(try staff()))
    try add(.teacher, ["school_year": 2022, "teacher_no": "后勤1", "name": "某", "full_time": 0])
    #expect(Int(try staff()) == before + 1)
  }

  @Test func `The yearly table has mean, 标准差 and coefficient of each 学段, S being their product`() throws {
    let rows = try #require(try pages("差异系数表").first).listing.rows
    #expect(rows.map { $0[2].shown.description } == ["全县平均值", "标准差", "差异系数"])
    #expect(Form.named("监测表")?.name == "差异系数表")
  }

  @Test func `A self-evaluation names the largest class, each music room and each ground`() throws {
    try add(
      .room,
      [
        "school_year": 2022, "room_no": "M1", "category": "专用教室", "purpose": "音乐教室", "usable_area": 96,
        "room_count": 2,
      ])
    let page = try #require(try pages("自评表", school: file.info.orgCode).first)
    let told = page.listing.rows.map { $0.map(\.shown.description).joined(separator: "|") }.joined(
      separator: "\n")
    #expect(told.contains("音乐教室：96 ㎡×2 间"))
    #expect(told.contains("最大班额"))
  }

  @Test func `Form I counts from registers and leaves what nobody stated empty`() throws {
    let page = try #require(try pages("表Ⅰ").first)
    #expect(page.listing.rows.count == 24)
    let values = Dictionary(
      uniqueKeysWithValues: page.listing.rows.map { ($0[0].shown.description, $0[4]) })
    #expect(values["L1"] == Cell.empty)
    #expect(values["L9"] == Cell.number(1))
    #expect(values["L17"] == Cell.number(2))
    #expect(values["L19"] == Cell.number(91))
    #expect(values["L20"] == Cell.empty)
    #expect(values["L21"] == Cell.number(3))
    #expect(values["L22"] == Cell.number(3))
  }

  @Test func `Staff of a stage is empty where a school only states its teachers`() throws {
    try add(
      .statement,
      ["org_code": "2199000001", "school_year": 2022, "element": "学生数", "stage": "小学", "value": 91.0])
    try file.write("test", author: SampleFile.author) { writer in
      try writer.db.execute(
        sql: """
          INSERT INTO statement (org_code, school_year, element, stage, value)
          VALUES ('2199000002', 2022, '专任教师数', '小学', 7)
          """)
      try writer.save(file.info)
    }
    let values = try #require(try pages("表Ⅰ").first).listing.rows.map { $0[4] }
    #expect(values[20] == Cell.empty)
    #expect(values[21] == Cell.number(10))
  }

  @Test func `Form II-1 counts the schools that meet each indicator`() throws {
    let page = try #require(try pages("Ⅱ-1").first)
    #expect(page.listing.rows.map { $0[1].shown.description } == ["达标学校总数", "达标学校比例(%)"])
    let figures = row(page, 0)
    // Three teachers with 本科 for 91 pupils are 3.30 a hundred, below 4.2; three of 体育 are above 0.9.
    #expect(figures["R1"] == "0" && figures["R3"] == "1" && figures["passes"] == "0")
    #expect(row(page, 1)["R3"] == "100.0")
  }

  @Test func `Forms IV and V hold every item, with what the data and the conclusions tell`() throws {
    try add(
      .conclusion,
      ["org_code": "990101", "school_year": 2022, "item": "G4", "met": true, "conclusion": "全部在 2000 人以内"])
    let fourth = try #require(try pages("Ⅳ").first)
    #expect(fourth.listing.rows.count == 15)
    #expect(row(fourth, 3)["conclusion"] == "1/1 所达标；全部在 2000 人以内" && row(fourth, 3)["met"] == "是")
    // Nobody stated what G7 and G10 need.
    for place in [6, 9] {
      #expect(row(fourth, place)["conclusion"] == "" && row(fourth, place)["met"] == "")
    }
    #expect(fourth.notes.first?.contains("第 1、2、") == true)
    #expect(try pages("Ⅴ").first?.listing.rows.count == 9)
  }

  @Test func `Forms IV and V print computed ratios with one decimal, and the verdict of the data`() throws {
    try add(
      .statement,
      ["org_code": "990101", "school_year": 2022, "element": "毕业班学生数", "stage": "初中", "value": 940],
      ["org_code": "990101", "school_year": 2022, "element": "入学时学生数", "stage": "初中", "value": 1000],
      ["org_code": "990101", "school_year": 2022, "element": "三年转入数", "stage": "初中", "value": 12],
      ["org_code": "990101", "school_year": 2022, "element": "三年转出数", "stage": "初中", "value": 15],
      ["org_code": "990101", "school_year": 2022, "element": "三年死亡数", "stage": "初中", "value": 0],
      ["org_code": "990101", "school_year": 2022, "element": "特殊教育公用经费", "stage": "", "value": 1_188_000],
      ["org_code": "990101", "school_year": 2022, "element": "特殊教育学生数", "stage": "", "value": 198])
    let fifth = try #require(try pages("Ⅴ").first)
    // (940 − 12 + 15) ÷ (1000 − 0) = 94.3 %, below 95.
    #expect(row(fifth, 0)["conclusion"] == "94.3%" && row(fifth, 0)["met"] == "否")
    let fourth = try #require(try pages("Ⅳ").first)
    #expect(row(fourth, 6)["conclusion"] == "6000元" && row(fourth, 6)["met"] == "是")
  }

  @Test func `Form I prints what the county stated of itself, in the form's units`() throws {
    for element in Element.county {
      try add(
        .statement,
        [
          "org_code": "990101", "school_year": 2022, "element": element.name.databaseValue, "stage": "",
          "value": element.unit == "万人" ? 52.365 : 31_000,
        ])
    }
    let values = try #require(try pages("表Ⅰ").first).listing.rows.prefix(8).map { $0[4].shown.description }
    #expect(values == ["52.37", "52.37"] + Array(repeating: "31000", count: 6))
  }

  @Test func `Form VI sums the people asked, with the parents among them`() throws {
    try add(
      .survey,
      [
        "org_code": "990101", "school_year": 2022, "respondent": "家长", "method": "问卷", "total": 800,
        "valid": 790,
        "satisfied": 752,
      ],
      [
        "org_code": "990101", "school_year": 2022, "respondent": "学生", "method": "问卷", "total": 600,
        "valid": 598,
        "satisfied": 590,
      ])
    let page = try #require(try pages("Ⅵ").first)
    #expect(page.listing.rows[0].map(\.shown.description) == ["问卷", "计", "1400", "1388", "1342", "96.7"])
    #expect(page.listing.rows[1].map(\.shown.description) == ["问卷", "其中：家长", "800", "790", "752", "95.2"])
    #expect(page.listing.rows[2].suffix(4).allSatisfy { $0 == .empty })
  }

  @Test func `A school's self-evaluation shows its values and what it concluded`() throws {
    try add(
      .conclusion,
      ["org_code": "2199000001", "school_year": 2022, "item": "G5", "met": false, "conclusion": "1 班 46 人"],
      ["org_code": "2199000001", "school_year": 2022, "item": "G4", "met": false, "conclusion": "太大"])
    let pages = try pages("自评表")
    #expect(pages.count == 1)
    let lines = pages[0].listing.rows.map { $0.map(\.shown.description) }
    let first = try #require(lines.first { $0[1].hasPrefix("R1") })
    #expect(first == ["资源配置", "R1 每百名学生拥有高于规定学历教师数（小学≥4.2人/百人）", "3.30（3 人，学生 91 人）", "否"])
    #expect(
      lines.contains {
        $0[1].hasPrefix("G5") && $0[2].hasPrefix("超标准班 1 个；1 班 46 人\n最大班额 46 人，超过 45 人的班 1 个") && $0[3] == "否"
      })
    // 91 pupils by the class register: it counts, and the difference is told.
    #expect(lines.contains { $0[1].hasPrefix("G4") && $0[2] == "91 人；太大" && $0[3] == "是" })
    #expect(pages[0].notes.contains { $0.hasPrefix("G4 “结论”表里写的与按数据计算的不同") })
    #expect(lines.contains { $0[1].hasPrefix("Q3") && $0[2] == "" && $0[3] == "" })
    #expect(lines.contains { $0[1].hasPrefix("R4") && $0[2] == "未填" && $0[3] == "—" })
    #expect(!lines.contains { $0[1].hasPrefix("Q1 ") }, "a primary school has no junior stage")
    #expect(pages[0].onOnePage && !pages[0].landscape)
  }
}
