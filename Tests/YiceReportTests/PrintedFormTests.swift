import FoundationEssentials
import GRDB
import Testing
import YiceFormats
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

@testable import YiceReport

/// What a printed form must not lose: its order, its long cells, its numbers, the names of its evidence.
@Suite struct PrintedFormTests {
  private func page(_ columns: [FormColumn], _ rows: [[Listing.Cell]]) -> FormPage {
    FormPage(title: "表", name: "表", columns: columns, rows: rows)
  }

  private func pages(_ town: ReportTown, _ name: String, school: Int? = 0) throws -> [FormPage] {
    let form = try #require(Form.named(name))
    return try town.file.readWithTemporaryTables { db in
      try form.pages(
        FormSource(
          db, Question(db, town.file.info, year: 2022, day: "2023-03-01"), school: school.map(ReportTown.code)
        ))
    }
  }

  private func column(_ name: String, _ page: FormPage) throws -> [String] {
    let index = try #require(page.listing.columns.firstIndex { $0.name == name })
    return page.listing.rows.map { $0[index].shown.description }
  }

  // MARK: - Long cells

  @Test(
    "29 classes in one cell: the column grows, and what is still too tall goes on in further rows of the sheet"
  )
  func tall() throws {
    let classes = (1...29).map { "三年级\($0)班（2020年入学）有\(56 + $0)人，超过45人" }.joined(separator: "；")
    let narrow = page([FormColumn("n", "序号", 5), FormColumn("p", "问题", 20)], [[.number(1), .text(classes)]])
    let layout = FormLayout(narrow)
    #expect(layout.widths[1] > 40 && layout.widths[0] == 5)
    let letters = Double(displayWidth(classes))
    let lines = letters / layout.widths[1]
    #expect(layout.rowHeights(0).reduce(0, +) >= lines * 15 && layout.rowHeights(0).allSatisfy { $0 <= 400 })
    let endless = page(
      [FormColumn("n", "序号", 5), FormColumn("p", "问题", 20)],
      [[.number(1), .text(classes + classes + classes)], [.number(2), .text("短")]])
    let parts = FormLayout(endless).rowHeights(0)
    #expect(parts.count > 1 && FormLayout(endless).rowHeights(1).count == 1)
  }

  @Test("a row over several rows of a sheet is merged in every column, and the next stands below it")
  func merged() throws {
    let work = Workdir()
    let text = String(repeating: "很长的一句话。", count: 400)
    let long = page(
      [FormColumn("a", "类", 8, merges: true), FormColumn("n", "序号", 5), FormColumn("p", "问题", 20)],
      [[.text("甲"), .number(1), .text(text)], [.text("甲"), .number(2), .text("短")]])
    let parts = FormLayout(long).rowHeights(0).count
    #expect(parts > 1)
    try FormWorkbook.write([long], to: work.file("a.xlsx"))
    let sheet = try Archive.text("xl/worksheets/sheet1.xml", of: work.file("a.xlsx"))
    #expect(
      sheet.contains("<mergeCell ref=\"A3:A\(3 + parts)\"/>")
        && sheet.contains("<mergeCell ref=\"C3:C\(2 + parts)\"/>"))
    #expect(sheet.contains("<c r=\"B\(3 + parts)\""))
  }

  @Test("numbers and words are not torn: a line holds as many whole ones as it has room for")
  func wrapped() {
    func heights(_ text: String, _ width: Double) -> Double {
      FormLayout(page([FormColumn("p", "问题", width)], [[.text(text)]])).rowHeights(0).reduce(0, +)
    }
    // 13 letters of room hold one number of 10 each, not 1.3.
    #expect(heights("1234567890 1234567890 1234567890", 14) >= 3 * 15)
    #expect(heights("一二三四五六", 13) < heights("一二三四五六七", 13))
  }

  // MARK: - Order

  @Test("一校一册 stands by category, in the order of the ledger's choices, whatever the lines' numbers")
  func byCategory() throws {
    let town = try ReportTown(schools: 1)
    for (id, category, seq) in [
      ("a", "图书", 1), ("b", "校舍", 2), ("c", "图书", 3), ("d", "功能室", 4), ("e", "校舍", 5),
    ] {
      try town.sql(
        """
        INSERT INTO standardization_item (org_code, stage, item_id, seq, category, item, state)
        VALUES (?, '小学', ?, ?, ?, ?, '未启动')
        """, [ReportTown.code(0), id, seq, category, id])
    }
    let page = try #require(try pages(town, "一校一册").first)
    #expect(try column("category", page) == ["校舍", "校舍", "功能室", "图书", "图书"])
    #expect(try column("number", page) == ["1", "2", "3", "4", "5"])
  }

  @Test("numbers of lists and of registers are numbers: 1, 2, 10, in cells that are numbers")
  func numbers() throws {
    let town = try ReportTown(schools: 1)
    for number in ["10", "1", "2", "甲"] {
      try town.sql("INSERT INTO policy (org_code, id, seq, title) VALUES ('990101', ?1, ?1, ?1)", [number])
      try town.sql(
        "INSERT INTO task (org_code, id, seq, year, task) VALUES ('990101', ?1, ?1, 2022, ?1)", [number])
      try town.sql(
        "INSERT INTO room (org_code, school_year, room_no, category, campus) VALUES (?, 2022, ?, '教室', '')",
        [ReportTown.code(0), number])
    }
    for form in ["政策清单", "任务清单"] {
      let page = try #require(try pages(town, form, school: nil).first)
      #expect(try column("seq", page) == ["1", "2", "10", "甲"], "\(form)")
      let index = try #require(page.listing.columns.firstIndex { $0.name == "seq" })
      #expect(page.listing.rows.map { $0[index].shown.isNumber } == [true, true, true, false])
    }
    let rooms = try #require(try pages(town, "用房").first)
    #expect(try column("room_no", rooms) == ["1", "2", "10", "甲"])
  }

  // MARK: - Evidence

  @Test(
    "a printed ledger names the files attached to its rows",
    arguments: [
      ("整改台账", "rectification", "r1", "evidence"), ("任务清单", "task", "t1", "note"),
      ("政策清单", "policy", "p1", "files"),
    ])
  func evidence(_ form: String, _ table: String, _ id: String, _ name: String) throws {
    let town = try ReportTown(schools: 1)
    let org = table == "rectification" ? ReportTown.code(0) : ReportTown.county
    let words = [
      "rectification":
        "INSERT INTO rectification (org_code, id, source, problem, state, evidence) VALUES (?1, ?2, '县检', '问', '待整改', '说明')",
      "task": "INSERT INTO task (org_code, id, year, task) VALUES (?1, ?2, 2022, '任务')",
      "policy": "INSERT INTO policy (org_code, id, title) VALUES (?1, ?2, '政策')",
    ]
    try town.sql(try #require(words[table]), [org, id])
    try town.sql(
      """
      INSERT INTO evidence (org_code, id, subject_table, subject_key, file_name, size, sha256)
      VALUES (?1, 'e', ?2, ?1 || '/' || ?3, '验收单.pdf', 1, ?4)
      """, [org, table, id, String(repeating: "0", count: 64)])
    let page = try #require(try pages(town, form, school: table == "rectification" ? 0 : nil).first)
    let told = try column(name, page)
    #expect(told == [table == "rectification" ? "说明\n验收单.pdf" : "验收单.pdf"])
  }

  // MARK: - In the browser

  @Test("the print view has the two lines of headings, the merged cells and the widths of the workbook")
  func markup() throws {
    let both = page(
      [
        FormColumn("a", "类", 8, merges: true), FormColumn("b", "2022年", 10, group: "年度目标"),
        FormColumn("c", "2023年", 10, group: "年度目标"), FormColumn("d", "备注", 20),
      ],
      [
        [.text("甲"), .number(1), .number(2), .text("一\n二")],
        [.text("甲"), .number(3), .number(4), .text("<b>")],
      ])
    let text = FormMarkup.section(both, title: "表").text
    #expect(text.contains("<th scope=\"colgroup\" colspan=\"2\">年度目标</th>"))
    #expect(
      text.contains("<th scope=\"col\" rowspan=\"2\">类</th>") && text.contains("<th scope=\"col\">2023年</th>")
    )
    #expect(text.components(separatedBy: ">甲</td>").count == 2 && text.contains("<td rowspan=\"2\""))
    #expect(text.contains("一<br>二") && text.contains("&lt;b&gt;"))
    #expect(text.contains("<col width=\"140\">"))
  }

  @Test("a column of words keeps room for words, one of numbers does not ask for it")
  func room() {
    let table = PageParts.table(
      "表", ["甲", "乙", "丙"], [["<a href=\"/a/very/long/address\">短</a>", "三个字的一句话", "这里写着一句相当长的话，不能一个字一行"]]
    ).text
    #expect(table.contains("<th scope=\"col\">甲</th>"))
    #expect(table.contains("<th scope=\"col\" class=\"w1\">乙</th>"))
    #expect(table.contains("<th scope=\"col\" class=\"w2\">丙</th>"))
  }

  // MARK: - In the document

  @Test(
    "no number of a document's table breaks: its column has room for the longest, the page for all columns")
  func document() {
    let rows = [
      ["学校", "学生", "高于规定学历教师数≥4.2", "教学仪器设备值≥2000", "综合"],
      ["石桥九年一贯制学校小学部", "1150", "12.34✓", "12461.74✗", "未达标"],
    ]
    let widths = WordColumns.widths(rows)
    #expect(widths.reduce(0, +) <= WordColumns.room)
    // In twentieths of a point, 110 a letter: the widest typeface that stands in for Times New Roman.
    for (column, letters) in [(1, 4), (2, 7), (3, 10), (4, 6)] {
      #expect(widths[column] >= letters * 110 + 2 * WordColumns.margin, "\(rows[1][column])")
    }
  }

  // MARK: - Figures

  @Test("the yearly table tells what became of mean and CV since the year before, exactly, and their 综合")
  func yearly() throws {
    let town = try ReportTown(schools: 3, years: [2021, 2022])
    try town.sql("UPDATE statement SET value = value * 2 WHERE school_year = 2022 AND element = '教学仪器设备值'")
    try town.sql(
      "UPDATE statement SET value = value + 300 WHERE school_year = 2022 AND element = '运动场地面积' AND org_code = ?",
      [ReportTown.code(0)])
    let page = try #require(try pages(town, "差异系数表", school: nil).first)
    #expect(try column("figure", page) == ["全县平均值", "标准差", "差异系数", "平均值比上年", "差异系数比上年"])
    func value(_ row: Int, _ name: String) throws -> Double {
      let index = try #require(page.listing.columns.firstIndex { $0.name == name })
      guard case .figure(let number, _) = page.listing.rows[row][index] else { return .nan }
      return number
    }
    // Twice the money: the mean grows by half of what it is now, the CV not at all.
    #expect(abs(try value(3, "R6") - value(0, "R6") / 2) < 1e-9)
    #expect(try column("R6", page)[4] == "0.000" && column("R1", page)[3] == "0.00")
    #expect(try value(4, "R5") > 0 && column("R5", page)[4].hasPrefix("+"))
    #expect(abs(try value(4, "composite") - value(4, "R5") / 7) < 1e-9)
    let bare = try ReportTown(schools: 3)
    #expect(try #require(pages(bare, "差异系数表", school: nil).first).notes.contains { $0.contains("没有上一学年") })
  }

  @Test("自评表 gives the amounts behind each value, and grounds apart by their kinds")
  func amounts() throws {
    let town = try ReportTown(schools: 1)
    try town.sql(
      """
      INSERT INTO ground (org_code, school_year, ground_no, campus, category, purpose, area, leased) VALUES
        (?1, 2022, '1', '', '运动场地', '田径场', 3000, 0), (?1, 2022, '2', '', '运动场地', '篮球场', 800, 0),
        (?1, 2022, '3', '', '运动场地', '足球场', 500, 1)
      """, [ReportTown.code(0)])
    let page = try #require(try pages(town, "自评表").first)
    let told = try column("value", page).joined(separator: "\n")
    #expect(told.contains("5.00（15 人，学生 300 人）"))
    #expect(told.contains("体育场：田径场 3000 ㎡；校园其他专用：篮球场 800 ㎡；校外租借：足球场 500 ㎡"))
  }

  @Test("数据真实性清单 names who filled each register in, and what was found there")
  func honesty() throws {
    let town = try ReportTown(schools: 1)
    let key = ReportTown.code(0)
    _ = try town.file.write("test", author: Author("资料员甲")) { writer in
      try writer.add(
        .teacher,
        [
          "org_code": key, "school_year": 2022, "teacher_no": "1", "name": "王芳", "full_time": true,
          "post": "编外",
        ])
    }
    let page = try #require(try pages(town, "数据真实性").first)
    let rows = page.listing.rows.map { $0.map(\.shown.description) }
    let row = try #require(rows.first { $0[3] == "专任教师里的编外人员" })
    #expect(row[1] == "教师" && row[4].hasPrefix("专任教师里有 1 人是编外") && row[5] == "资料员甲")
    #expect(rows.first { $0[1] == "场地" }?[4] == "登记册没有填")
    #expect(page.signatures.contains("责任人："))
  }
}
