import GRDB
import Testing
import YiceFormats
import YiceIndicators
import YiceModel
import YiceReport
import YiceStandards
import YiceStore
import YiceTestSupport

/// Which forms there are, and those of the bureau.
struct FormTests: FormSuite {
  let folder = Workdir()
  let file: YiceFile

  init() throws { file = try SampleFile.school(folder) }

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
}
