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

struct FormTests {
  private let folder = Workdir()
  private let file: YiceFile

  init() throws { file = try SampleFile.school(folder) }

  private func add(_ table: CatalogTable, _ rows: RowValues...) throws {
    let isOwn = { (row: RowValues) in
      (row.text("org_code") ?? file.info.orgCode) == file.info.orgCode
        && table.writers.roles.contains(.school)
    }
    let own = rows.filter(isOwn)
    if !own.isEmpty {
      try file.write("test", author: SampleFile.author) { writer in
        for row in own { _ = try writer.add(table, row) }
      }
    }
    // What the bureau writes comes in with its own file.
    try file.withConnection { db in
      for row in rows where !isOwn(row) {
        let columns = table.columns.filter { row.gives($0.name) }.map(\.name)
        try db.execute(
          sql: """
            INSERT INTO \(table.name) (\(columns.joined(separator: ", ")), rev)
            VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")), 1)
            """, arguments: StatementArguments(columns.map { row[$0] }))
      }
    }
  }

  private func pages(_ name: String, school: String? = nil) throws -> [FormPage] {
    let form = try #require(Form.named(name))
    return try file.readWithTemporaryTables { db in
      let question = try Question(db, file.info, year: 2022, bureau: "990101")
      return try form.pages(try FormSource(db, question, school: school))
    }
  }

  private func pages(_ name: String, on day: String) throws -> [FormPage] {
    let form = try #require(Form.named(name))
    return try file.readWithTemporaryTables { db in
      try form.pages(
        try FormSource(db, try Question(db, file.info, year: 2022, bureau: "990101", day: day)))
    }
  }

  private func row(_ page: FormPage, _ index: Int) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: zip(
        page.listing.columns.map(\.name), page.listing.rows[index].map(\.shown.description)))
  }

  private func write(_ pages: [FormPage]) throws -> Openpyxl.Workbook {
    let path = folder.file("form.xlsx")
    try FormWorkbook.write(pages, to: path)
    return try Openpyxl.read(path)
  }

  // MARK: - Finding forms

  @Test func `Every form answers to its name and its other words, and to no other form's`() {
    var taken: Set<String> = []
    for form in Form.all {
      for word in [form.name] + form.words {
        #expect(taken.insert(word).inserted, "\(word) names two forms")
        #expect(Form.named(word)?.name == form.name)
      }
    }
  }

  @Test
  func
    `Columns of audit ledgers print where they are filled in, and take no room where nobody fills them in`()
    throws
  {
    let problem: RowValues = [
      "org_code": file.info.orgCode, "id": "Z1", "source": "自查", "problem": "图书不足", "state": "待整改",
    ]
    try add(.rectification, problem)
    let plain = try #require(try pages("整改台账").first)
    #expect(!plain.listing.columns.contains { ["assisting_units", "basis", "phone"].contains($0.name) })
    try file.write("test", author: SampleFile.author) { writer in
      _ = try writer.set(
        .rectification, RowKey([file.info.orgCode.databaseValue, "Z1".databaseValue]),
        ["assisting_units": "财政局", "unfinished": "资金未到", "due_on": "2022-07-31", "period_text": "7月底"])
    }
    let full = row(try #require(try pages("整改台账").first), 0)
    #expect(full["assisting_units"] == "财政局" && full["unfinished"] == "资金未到" && full["due_on"] == "7月底")
    #expect(full["basis"] == nil && full["problem"] == "图书不足")
  }

  @Test func `Groups print their members, the leading school first, with classes and pupils of the year`()
    throws
  {
    try add(
      .schoolGroup,
      [
        "org_code": "990101", "group_name": "甲学区", "kind": "学区", "member_code": file.info.orgCode,
        "leading": 1,
      ],
      ["org_code": "990101", "group_name": "甲学区", "kind": "学区", "member_code": "2100000009", "leading": 0])
    let page = try #require(try pages("学区").first)
    #expect(page.listing.rows.count == 2)
    #expect(row(page, 0)["leading"] == "牵头" && row(page, 0)["member"] != file.info.orgCode)
    let pupils = try file.read {
      try Int.fetchOne($0, sql: "SELECT sum(head_count) FROM class_roll WHERE school_year = 2022")
    }
    #expect(row(page, 0)["pupils"] == pupils.map { "\($0)" } ?? "")
    #expect(row(page, 1)["member"] == "2100000009" && row(page, 1)["classes"] == "")
  }

  @Test func `The leading group prints person, place in the group and duty in the order of its numbers`()
    throws
  {
    try add(
      .personUnit,
      ["org_code": "990101", "id": "D02", "unit": "教育局", "person": "乙", "role": "成员", "duty": "日常"],
      ["org_code": "990101", "id": "D01", "unit": "县政府", "person": "甲", "role": "组长", "duty": "统筹"])
    let page = try #require(try pages("部门职责").first)
    #expect(
      page.listing.rows.map { $0.map(\.shown.description).joined(separator: "|") } == [
        "1|县政府|甲||组长|统筹|", "2|教育局|乙||成员|日常|",
      ])
  }

  @Test func `Tasks without dates stand after those with dates of their stage and year`() throws {
    try add(
      .task,
      ["org_code": "990101", "id": "a", "year": 2020, "seq": "9", "stage_name": "整体推进", "task": "措施"],
      [
        "org_code": "990101", "id": "b", "year": 2020, "seq": "1", "stage_name": "宣传动员", "task": "动员",
        "starts_on": "2020-09-01",
      ])
    let page = try #require(try pages("任务").first)
    #expect(page.listing.rows.map { $0[3].shown.description } == ["动员", "措施"])
  }

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

  @Test func `Every form can be made from a file that holds nothing`() throws {
    let info = FileInfo(
      role: .county, orgCode: "990101", orgName: "空县", countyCode: "990101", schoolYear: 2022)
    let empty = try YiceFile.create(folder.file("empty.db"), info: info, author: SampleFile.author)
    for form in Form.all {
      let pages = try empty.readWithTemporaryTables { db in
        try form.pages(try FormSource(db, try Question(db, info, year: 2022)))
      }
      try FormWorkbook.write(pages, to: folder.file("empty.xlsx"))
    }
  }

  @Test func `A school that the file does not hold is told by name`() {
    #expect(throws: SchoolDirectory.Problem.notFound("无此校")) { try pages("教师", school: "无此校") }
  }

  // MARK: - Application

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
    #expect(first == ["资源配置", "R1 每百名学生拥有高于规定学历教师数（小学≥4.2人/百人）", "3.30", "否"])
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

  // MARK: - Ledgers

  @Test func `The standardization ledger works out the gap and gives each year its column`() throws {
    try add(
      .standardizationItem,
      [
        "stage": "小学", "item_id": "m", "category": "功能室", "item": "音乐教室", "required": 3.0, "actual": 1.0,
        "actual_source": "登记册", "money": 1_250_000.0,
      ],
      ["stage": "", "item_id": "b", "category": "图书", "item": "图书", "required": 10.0, "actual": 12.0])
    try add(
      .standardizationGoal, ["stage": "小学", "item_id": "m", "year": 2023, "goal": 2.0, "done": 1.0],
      ["stage": "小学", "item_id": "m", "year": 2024, "goal": 3.0])
    let page = try #require(try pages("标准化").first)
    let lines = (0..<2).map { row(page, $0) }
    let music = try #require(lines.first { $0["item"] == "音乐教室（小学）" })
    #expect(music["gap"] == "2" && music["actual"] == "1*" && music["money"] == "125")
    #expect(music["goal_2023"] == "2（1）" && music["goal_2024"] == "3")
    #expect(lines.first { $0["item"] == "图书" }?["gap"] == "0")
    #expect(page.looks["goal_2023"]?.group == "年度目标")
  }

  @Test func `The oversized class ledger shows the last head count and the grade of the year`() throws {
    try add(
      .oversizedClass,
      [
        "stage": "初中", "entry_year": 2021, "class_no": 3, "filed_count": 58, "filed_on": "2022-09-10",
        "level": "大班额",
        "state": "在册",
      ])
    try add(
      .oversizedRecount,
      ["stage": "初中", "entry_year": 2021, "class_no": 3, "counted_on": "2022-10-01", "head_count": 57],
      ["stage": "初中", "entry_year": 2021, "class_no": 3, "counted_on": "2023-03-01", "head_count": 49])
    let line = row(try #require(try pages("大班额").first), 0)
    #expect(line["grade"] == "八年级" && line["class"] == "2021级3班")
    #expect(line["counted_on"] == "2023-03-01" && line["recount"] == "49")
  }

  @Test func `The rectification ledger gathers progress, the last verdict, and tells what is late`() throws {
    let org = "2199000001"
    try add(
      .rectification,
      [
        "org_code": org, "id": "z1", "source": "省检", "problem": "面积不足", "due_on": "2022-12-31",
        "state": "整改中",
      ],
      [
        "org_code": org, "id": "z2", "source": "省检", "problem": "设备老化", "due_on": "2022-12-31",
        "state": "已销号",
      ])
    try add(
      .rectificationProgress,
      ["id": "p2", "rectification_id": "z1", "reported_on": "2022-11-02", "progress": "进场"],
      ["id": "p1", "rectification_id": "z1", "reported_on": "2022-10-01", "progress": "报批"])
    try add(
      .verdict,
      [
        "org_code": org, "id": "v1", "subject_table": "rectification", "subject_key": "\(org)/z1",
        "result": "退回",
        "verified_on": "2022-12-01", "verifier": "周督学",
      ],
      [
        "org_code": org, "id": "v2", "subject_table": "rectification", "subject_key": "z2", "result": "通过",
        "verified_on": "2022-12-02",
      ])
    let page = try #require(try pages("整改").first)
    #expect(row(page, 0)["progress"] == "2022-10-01 报批\n2022-11-02 进场")
    #expect(row(page, 0)["state"] == "整改中\n（逾期）" && row(page, 0)["verdict"] == "退回")
    #expect(row(page, 1)["state"] == "已销号" && row(page, 1)["verdict"] == "通过")
  }

  @Test func `Experiments done out of those due are told by subject, grade and kind`() throws {
    for (name, done) in [("甲", "2022-10-01"), ("乙", nil)] as [(String, String?)] {
      var values: RowValues = [
        "school_year": 2022, "term": "上学期", "subject": "科学", "grade": 3, "name": name, "category": "分组",
        "required": true,
      ]
      if let done { values.fill("done_on", done) }
      try add(.experiment, values)
    }
    let page = try #require(try pages("实验").first)
    #expect(page.notes == ["开出率（应为 100%）：科学 三年级 分组 应开 2 实开 1，50.0%。"])
    #expect(row(page, 0)["required"] == "必做" && row(page, 0)["grade"] == "三年级")
  }

  // MARK: - On paper

  @Test(.disabled(if: Openpyxl.isMissing, "没有 openpyxl，跳过（apt-get install python3-openpyxl）"))
  func `A register is printed with title, heading on each page, borders and signatures`() throws {
    let sheet = try write(try pages("教师")).sheets[0]
    #expect(sheet.name == "示例小学")
    #expect(sheet.cells[0][0] == "教师登记册" && sheet.cells[1][0] == "填报单位：示例小学")
    #expect(sheet.cells[2].prefix(3) == ["序号", "教师编号", "姓名"])
    #expect(sheet.cells[5][2] == "=1+1")
    #expect(sheet.titleRows == "$3:$3" && sheet.paper == "9" && sheet.freeze == "A4")
    let signatures = sheet.cells.last?.joined().filter { $0 != "　" }
    #expect(signatures == "填报人：审核人：负责人：单位（盖章）：")
    #expect(!sheet.cells[2].contains("校区"), "columns that nobody fills in are left out")
  }

  @Test(.disabled(if: Openpyxl.isMissing, "没有 openpyxl，跳过（apt-get install python3-openpyxl）"))
  func `Form III draws the coefficients and keeps figures as numbers`() throws {
    let book = try write(try pages("Ⅲ"))
    #expect(book.charts == 1)
    let sheet = book.sheets[0]
    #expect(sheet.merged.contains("A4:A5"))
    #expect(sheet.cells[3][1] == "全县平均值" && Double(sheet.cells[3][2]) == 3.3)
  }

  @Test func `A form of several schools as CSV tells whose each table is`() throws {
    var pages = try pages("教师")
    pages.append(pages[0])
    pages[1].left = "填报单位：第二小学"
    pages[1].name = "第二小学"
    try FormFile.write(pages, to: folder.file("f.csv"), as: .csv, encoding: .utf8)
    let text = String(decoding: try folder.bytes("f.csv"), as: UTF8.self)
    #expect(text.contains("填报单位：示例小学\r\n") && text.contains("填报单位：第二小学\r\n"))
    let joined = FormFile.joined(pages)
    #expect(joined.rows.count == 6 && joined.rows[3][0].shown == "第二小学")
  }
}
