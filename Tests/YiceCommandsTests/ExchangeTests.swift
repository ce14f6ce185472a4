import Foundation
import Testing
import YiceTestSupport

private let noOpenpyxl: Comment = "没有 openpyxl，跳过（apt-get install python3-openpyxl）"

/// Sheets out, edited in another program, and back in, as a clerk does it.
@Suite("sheets out and back at the keyboard")
struct ExchangeTests {
  private let office: Office

  init() throws { office = try Office() }

  /// Runs the program, which must end well; its answer.
  @discardableResult
  private func yice(
    _ arguments: String..., status: Int32 = 0, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> ProgramResult {
    let result = try run(yicePath, arguments, in: office.workdir)
    #expect(result.status == status, "\(result.out)\(result.err)", sourceLocation: sourceLocation)
    return result
  }

  private func teachers() throws -> [[String: Any]] {
    try #require(try json(try yice("list", "a.db", "教师", "--json").out) as? [[String: Any]])
  }

  private func path(_ name: String) -> String { office.workdir.file(name) }

  // MARK: - Out and back

  @Test(
    "an exported workbook is edited and read back: only the edited cells are written",
    .disabled(if: Openpyxl.isMissing, noOpenpyxl))
  func back() throws {
    #expect(try yice("export", "a.db", "教师", "-o", "教师.xlsx").err.contains("“教师”的 2 行已写入 教师.xlsx。"))
    let sheet = try #require(try Openpyxl.read(path("教师.xlsx")).sheet("教师"))
    #expect(sheet.cells[1].prefix(4) == ["2133000001", "2022", "T001", "王芳"])
    #expect(sheet.hiddenColumns.count == 1)
    // Meanwhile somebody changes another row, and the same row elsewhere.
    try yice("set", "a.db", "教师", "T002", "最高学历=专科")
    try yice("set", "a.db", "教师", "T001", "最高学历=本科")
    try Openpyxl.edit(path("教师.xlsx"), ["D2": "王芳芳"])
    let before = try office.bytes()
    let dry = try yice("import", "a.db", "教师", "教师.xlsx", "--dry-run", status: 3)
    #expect(dry.out.contains("新增 0，更改 0，相同 1，冲突 1（试运行，没有写入）"))
    #expect(try office.bytes() == before)
    try yice("import", "a.db", "教师", "教师.xlsx", status: 3)
    #expect(try yice("conflicts", "a.db", status: 3).out.contains("T001"))
    // The untouched row keeps what was written after the export.
    #expect(try teachers()[1]["education"] as? String == "专科")
  }

  @Test(
    "a row deleted on the sheet is listed, and removed only on request",
    .disabled(if: Openpyxl.isMissing, noOpenpyxl))
  func missing() throws {
    try yice("export", "a.db", "教师", "--with-memory", "-o", "教师.csv")
    let text = String(decoding: try office.bytes("教师.csv"), as: UTF8.self)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true)
    try office.workdir.write(
      "少.csv", lines.filter { !$0.contains("T002") }.joined(separator: "\r\n") + "\r\n")
    let kept = try yice("import", "a.db", "教师", "少.csv")
    #expect(kept.err.contains("确实要删除请加 --delete-missing"))
    #expect(try teachers().count == 2)
    try yice("import", "a.db", "教师", "少.csv", "--delete-missing")
    #expect(try teachers().count == 1)
    try yice("undo", "a.db")
    #expect(try teachers().count == 2)
  }

  @Test("an export is written in every format, and nothing else of that name is left")
  func formats() throws {
    for (ending, expected) in [
      ("csv", "2133000001,2022,T001,王芳,小学,语文,是"), ("jsonl", #""teacher_no":"T001","name":"王芳""#),
      ("json", #"    "teacher_no": "T001","#), ("md", "| 2133000001 | 2022 | T001 | 王芳 |"),
    ] {
      try yice("export", "a.db", "教师", "-o", "out.\(ending)")
      let text = String(decoding: try office.bytes("out.\(ending)"), as: UTF8.self)
      #expect(text.contains(expected), "\(ending): \(text.prefix(400))")
      #expect((try? office.bytes("out.\(ending).part")) == nil)
    }
    let array = try json(String(decoding: try office.bytes("out.json"), as: UTF8.self))
    #expect((array as? [[String: Any]])?.count == 2)
    // The same rows as the listing on the screen gives to programs.
    #expect(try NSArray(array: teachers()).isEqual(to: try #require(array as? [Any])))
    try yice(
      "export", "a.db", "教师", "-o", "gb.csv", "--encoding", "gb18030", "--where", "任教学科=体育", "--columns", "姓名"
    )
    #expect(
      try office.bytes("gb.csv") == [0xD0, 0xD5, 0xC3, 0xFB, 13, 10] + [
        0xC5, 0xB7, 0xD1, 0xF4, 0xC4, 0xC8, 0xC4, 0xC8, 13, 10,
      ])
    #expect(try yice("export", "a.db", "教师", "-o", "out.xls", status: 64).err.contains("从“out.xls”的结尾看不出格式"))
  }

  @Test(
    "a template is filled in and imported; its example row is not",
    .disabled(if: Openpyxl.isMissing, noOpenpyxl))
  func template() throws {
    try yice("template", "a.db", "教师", "-o", "模板.xlsx")
    let sheet = try #require(try Openpyxl.read(path("模板.xlsx")).sheet("教师"))
    #expect(sheet.freeze == "A2")
    #expect(sheet.cells[0].prefix(3) == ["学年*", "教师编号*", "姓名*"])
    #expect(sheet.cells[1][0].hasPrefix("例："))
    #expect(sheet.validations.contains { $0.type == "list" })
    try Openpyxl.edit(path("模板.xlsx"), ["A3": "2022", "B3": "T009", "C3": "=赵强", "D3": "小学"])
    // A formula of text has no result in openpyxl's file: the cell is told, nothing is written.
    let told = try yice("import", "a.db", "教师", "模板.xlsx", status: 1)
    #expect(told.err.contains("第 3 行 “姓名”列 “#未计算”"))
    try Openpyxl.edit(path("模板.xlsx"), ["C3": "赵强"])
    #expect(try yice("import", "a.db", "教师", "模板.xlsx").out.contains("新增 1，更改 0，相同 0"))
    try yice("template", "a.db", "教师", "--filled", "-o", "填.xlsx")
    #expect(try yice("import", "a.db", "教师", "填.xlsx").out.contains("新增 0，更改 0，相同 3"))
  }

  @Test("forms are listed, written and refused by name", .disabled(if: Openpyxl.isMissing, noOpenpyxl))
  func forms() throws {
    let list = try #require(try json(try yice("form", "a.db", "--list", "--json").out) as? [[String: Any]])
    for form in list.compactMap({ $0["name"] as? String }) {
      try yice("form", "a.db", form, "-o", "表.xlsx")
      let sheet = try #require(try Openpyxl.read(path("表.xlsx")).sheets.first)
      #expect(sheet.paper == "9", "\(form) is not on A4")
      #expect(sheet.titleRows != nil, "\(form) does not repeat its headings")
      #expect(sheet.cells.joined().contains { $0.contains("填报人：") }, "\(form) has no line to sign")
    }
    #expect(try yice("form", "a.db", "表Ⅶ", status: 64).err.contains("没有叫“表Ⅶ”的表"))
    #expect(try yice("form", "a.db", "教师", "--school", "无此校", status: 64).err.contains("文件里没有学校“无此校”"))
  }

  // MARK: - Marked sheets

  @Test(
    "the clerk's sheet comes back marked, keeps its merged headings, and is imported once corrected",
    .disabled(if: Openpyxl.isMissing, noOpenpyxl))
  func marked() throws {
    try office.workdir.write(
      "make.py",
      """
      import openpyxl
      book = openpyxl.Workbook(); sheet = book.active
      sheet["A1"] = "教师名册"; sheet.merge_cells("A1:D1")
      for place, text in {"A2": "教师", "C2": "任教", "A3": "编号", "B3": "姓名", "C3": "学段", "D3": "学科"}.items():
          sheet[place] = text
      sheet.merge_cells("A2:B2"); sheet.merge_cells("C2:D2")
      for row in [["T011", "甲", "小学", "语文"], ["T012", "乙", "大学", "数学"]]: sheet.append(row)
      sheet.column_dimensions["D"].hidden = True
      book.save("名册.xlsx")
      """)
    let python = try run(
      "/bin/bash",
      [
        "-c",
        "python3 -c 'import openpyxl' 2>/dev/null && exec python3 make.py; exec /usr/bin/python3 make.py",
      ],
      in: office.workdir)
    #expect(python.status == 0, "\(python.err)")
    let before = try office.bytes()
    let refused = try yice("import", "a.db", "教师", "名册.xlsx", "--strict", "--errors", "改正.xlsx", status: 1)
    #expect(refused.err.contains("有 1 列是隐藏的，也读取了：“任教学科”（D 列）"))
    #expect(refused.err.contains("问题已标在 改正.xlsx 里，改好后用它重新导入。"))
    #expect(try office.bytes() == before)
    let sheet = try Openpyxl.read(path("改正.xlsx")).sheets[0]
    #expect(Set(sheet.merged) == ["A1:D1", "A2:B2", "C2:D2"])
    #expect(sheet.fills["C5"] == "FFFFC7CE")
    #expect(sheet.comments["C5"]?.hasPrefix("错误：不在允许的取值内") == true)
    try Openpyxl.edit(path("改正.xlsx"), ["C5": "小学"])
    #expect(try yice("import", "a.db", "教师", "改正.xlsx").out.contains("新增 2"))
    #expect(try yice("undo", "a.db").status == 0)
    #expect(try office.yice("list", "a.db", "教师", "--json").out.contains("T011") == false)
  }

  @Test(
    "statistics sheets come back marked too, and are imported once corrected",
    .disabled(if: Openpyxl.isMissing, noOpenpyxl))
  func statistics() throws {
    try yice("new", "县.db", "--role", "county", "--org", "990101", "--name", "某县", "--year", "2022")
    let sample = Repository.root + "/samples/statistics/全县名册.xlsx"
    let good = try yice("import", "县.db", "统计", sample, "--dry-run")
    #expect(good.out.contains("（试运行，没有写入）"))
    // A figure becomes a word.
    try Data(contentsOf: URL(filePath: sample)).write(to: URL(filePath: path("坏.xlsx")))
    let first = try #require(try Openpyxl.read(path("坏.xlsx")).sheets.first)
    let report =
      try json(try yice("import", "县.db", "统计", sample, "--dry-run", "--json").out) as? [String: Any]
    let figures = try #require(report?["figures"] as? [[String: Any]])
    let figure = try #require(figures.first { $0["sheet"] as? String == first.name })
    let place = try #require((figure["cells"] as? String)?.split(separator: " ").first.map(String.init))
    let value = try #require(figure["value"] as? NSNumber).stringValue
    try Openpyxl.edit(path("坏.xlsx"), [place: "约\(value)人左右"])
    let before = try office.bytes("县.db")
    let bad = try yice("import", "县.db", "统计", "坏.xlsx", "--errors", "改正.xlsx", status: 1)
    #expect(bad.err.contains("问题已标在 改正.xlsx 里"))
    #expect(try office.bytes("县.db") == before)
    let back = try Openpyxl.read(path("改正.xlsx"))
    #expect(back.sheets[0].name == first.name)
    #expect(back.sheets[0].fills[place] == "FFFFC7CE", "\(bad.err) \(place)")
    #expect(back.sheets[0].comments[place]?.contains("应是数") == true)
    try Openpyxl.edit(path("改正.xlsx"), [place: value])
    let corrected = try yice("import", "县.db", "统计", "改正.xlsx")
    // As many statements as the sheets had when they came.
    let whole = try #require(good.out.split(separator: "共 ").last?.split(separator: " ").first)
    #expect(corrected.out.contains("共 \(whole) 行，新增 \(whole)"))
    #expect(!corrected.err.contains("问题清单"))
  }
}
