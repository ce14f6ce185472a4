import Foundation
import Testing
import YiceTestSupport

/// Schools that have no program: a workbook goes out, is filled in by another program, comes back.
@Suite(
  "one workbook a school", .disabled(if: Openpyxl.isMissing, "没有 openpyxl（apt-get install python3-openpyxl）"))
struct SchoolWorkbookTests: Desk {
  let workdir = Workdir(inMemory: true)
  private let code = "2133000001"
  private let mailed = "发/2133000001-第一小学-填报.xlsx"

  init() throws {
    try does("new", "县.db", "--role", "county", "--org", "330100", "--name", "示例县", "--year", "2022")
    for (code, name) in [("2133000001", "第一小学"), ("2133000002", "第二小学")] {
      try does("add", "县.db", "学校机构", "学校标识码=\(code)", "学校名称=\(name)", "学校类别=小学")
    }
    for (number, area) in [("R1", "60"), ("R2", "70")] {
      try does(
        "add", "县.db", "用房", "学校标识码=\(code)", "用房编号=\(number)", "用房类别=教室", "建筑面积=\(area)")
    }
    try does("issue", "县.db", "--to", "发", "--workbook", "--due", "9月20日", says: "已写好 2 个文件")
  }

  /// Edits a copy of the mailed workbook as a person would.
  private func fill(_ name: String, _ script: String) throws {
    try workdir.write(name, try workdir.bytes(mailed))
    try Openpyxl.script(
      """
      book = openpyxl.load_workbook(sys.argv[1])
      def column(sheet, heading):
          return next(c.column for c in sheet[1] if c.value and c.value.rstrip("*").split("(")[0] == heading)
      def put(sheet, row, **cells):
          for heading, value in cells.items(): book[sheet].cell(row, column(book[sheet], heading)).value = value
      \(script)
      book.save(sys.argv[1])
      """, [workdir.file(name)])
  }

  private func rooms(_ file: String = "县.db") throws -> [String: Double] {
    let listed = try json(try does("list", file, "用房", "--json").out)
    let rows = (listed as? [[String: Any]]) ?? (listed as? [String: Any])?["rows"] as? [[String: Any]] ?? []
    return Dictionary(
      uniqueKeysWithValues: rows.map { ($0["room_no"] as? String ?? "", $0["floor_area"] as? Double ?? -1) })
  }

  @Test(
    "changed, added and removed rows come in as from the school's own file; the same workbook again changes nothing"
  )
  func wholeRound() throws {
    try fill(
      "回.xlsx",
      """
      put("用房", 2, 建筑面积=65)
      book["用房"].delete_rows(3)
      put("用房", 3, 用房编号="R3", 用房类别="教室", 建筑面积=80)
      put("班级", 2, 年级="一年级", 班号=1, 班级人数=40)
      """)
    try does("merge", "县.db", "回.xlsx", "--dry-run", says: "试运行")
    #expect(try rooms() == ["R1": 60, "R2": 70])
    try does("merge", "县.db", "回.xlsx", says: "已合并")
    #expect(try rooms() == ["R1": 65, "R3": 80])
    #expect(try does("list", "县.db", "班级", "--json").out.contains("2133000001"))
    #expect(try does("log", "县.db", "--json").out.contains("表格：回.xlsx"))
    let before = try rooms()
    try does("merge", "县.db", "回.xlsx", says: "没有新内容", "已并入过这所学校的内容")
    #expect(try rooms() == before)
    try does("received", "县.db", says: "回.xlsx")
  }

  @Test(
    "two colleagues' copies: what both changed otherwise waits for a decision, the rest comes in; in either order"
  )
  func colleagues() throws {
    try fill("甲.xlsx", "put(\"用房\", 2, 建筑面积=61); put(\"用房\", 3, 建筑面积=71)")
    try fill("乙.xlsx", "put(\"用房\", 2, 建筑面积=62); put(\"用房\", 4, 用房编号=\"R4\", 用房类别=\"教室\", 建筑面积=50)")
    try workdir.write("县2.db", try workdir.bytes("县.db"))
    try does("merge", "县.db", "甲.xlsx")
    try does("merge", "县.db", "乙.xlsx", status: 3, says: "1 行两边都改过")
    try does("merge", "县2.db", "乙.xlsx", "甲.xlsx", status: 3, says: "1 行两边都改过")
    for file in ["县.db", "县2.db"] {
      let found = try rooms(file)
      #expect(found["R2"] == 71 && found["R4"] == 50)
      #expect(found["R1"] == 61 || found["R1"] == 62)
      try does("conflicts", file, status: 3, says: "61", "62")
    }
  }

  @Test("what the bureau changed meanwhile is not undone by a workbook that left it alone")
  func meanwhile() throws {
    try fill("回.xlsx", "put(\"用房\", 3, 建筑面积=75)")
    try does("set", "县.db", "用房", "2133000001/2022/R1", "建筑面积=66")
    try does("merge", "县.db", "回.xlsx", says: "已合并")
    #expect(try rooms() == ["R1": 66, "R2": 75])
  }

  @Test("moved columns, renamed sheets, formulas and a bad cell: what can be read comes in, the rest is told")
  func rough() throws {
    try fill(
      "回.xlsx",
      """
      sheet = book["用房"]; sheet.title = "用房（改）"
      first = sheet["A1"].value; sheet.insert_cols(1); sheet["A1"] = "我的备注"
      book["用房（改）"].cell(2, column(book["用房（改）"], "建筑面积")).value = 64
      put("教师", 2, 教师编号="T1", 姓名="某甲", 专业技术职务="省聘")
      put("教师", 3, 教师编号="T2", 姓名="某乙", 任教学段="大学")
      """)
    try does("merge", "县.db", "回.xlsx", status: 2, says: "省聘", "大学", "没有并入")
    #expect(try rooms()["R1"] == 64)
    let teachers = try does("list", "县.db", "教师", "--json").out
    #expect(teachers.contains("T1") && !teachers.contains("T2"))
  }

  @Test(
    "another county's, an unknown school's, an unlabelled and a damaged workbook are told and harm nothing")
  func strangers() throws {
    try fill("他县.xlsx", "book[\"一册\"][\"B4\"] = \"330200\"")
    try fill("他校.xlsx", "book[\"一册\"][\"B2\"] = \"2133000009\"")
    try fill("无名.xlsx", "del book[\"一册\"]; del book[\"说明\"]")
    try workdir.write("坏.xlsx", Array(try workdir.bytes(mailed).prefix(3000)))
    let before = try workdir.bytes("县.db")
    try does("merge", "县.db", "他县.xlsx", status: 6, says: "不是本县")
    try does("merge", "县.db", "他校.xlsx", status: 6, says: "没有这所学校")
    try does("merge", "县.db", "无名.xlsx", status: 1, says: "看不出是哪所学校的")
    #expect(try yice(["merge", "县.db", "坏.xlsx"]).status != 0)
    #expect(try workdir.bytes("县.db") == before)
  }

  @Test("with its hidden part gone it is a first sheet: rows by key, none removed")
  func forgotten() throws {
    try fill(
      "回.xlsx",
      """
      del book["一册"]
      sheet = book["用房"]; sheet.delete_cols(sheet.max_column)
      sheet.delete_rows(3); put("用房", 2, 建筑面积=63)
      """)
    try does("merge", "县.db", "回.xlsx", says: "已合并")
    #expect(try rooms() == ["R1": 63, "R2": 70])
  }

  @Test("workbooks and files of our own may lie in one folder")
  func mixed() throws {
    try does("issue", "县.db", "--to", "发", "--org", "2133000002")
    try does("start", "发/2133000002-第二小学-下发.db", "-o", "二小.db")
    try does("add", "二小.db", "用房", "用房编号=S1", "用房类别=教室", "建筑面积=55")
    try fill("回.xlsx", "put(\"用房\", 2, 建筑面积=65)")
    let merged = try does("merge", "县.db", "回.xlsx", "二小.db", "--json")
    let report = try #require(try json(merged.out) as? [String: Any])
    let files = try #require(report["files"] as? [[String: Any]])
    #expect(files.map { $0["file"] as? String } == ["回.xlsx", "二小.db"])
    #expect(try rooms()["S1"] == 55 && rooms()["R1"] == 65)
  }

  @Test("the county ends as if every school had used files: two rounds, with a decision between them")
  func asFiles() throws {
    try workdir.write("县2.db", try workdir.bytes("县.db"))
    // Round one: with workbooks, with files.
    try fill(
      "一.xlsx",
      """
      put("用房", 2, 建筑面积=65); book["用房"].delete_rows(3)
      put("班级", 2, 年级="三年级", 班号=1, 班级人数=41)
      """)
    try does("merge", "县.db", "一.xlsx")
    try does("issue", "县2.db", "--to", "发2", "--org", code)
    try does("start", "发2/2133000001-第一小学-下发.db", "-o", "校.db")
    try does("set", "校.db", "用房", "R1", "建筑面积=65")
    try does("remove", "校.db", "用房", "R2", "--yes")
    try does("add", "校.db", "班级", "年级=三年级", "班号=1", "班级人数=41", "学段=小学", "入学年份=2020")
    try does("merge", "县2.db", "校.db")
    // Both sides write one row; the bureau decides.
    try does("issue", "县.db", "--to", "再", "--workbook", "--org", code)
    try workdir.write("二.xlsx", try workdir.bytes("再/2133000001-第一小学-填报.xlsx"))
    try Openpyxl.script(
      """
      book = openpyxl.load_workbook(sys.argv[1]); sheet = book["用房"]
      place = next(c.column for c in sheet[1] if c.value and c.value.startswith("建筑面积"))
      sheet.cell(2, place).value = 90
      book.save(sys.argv[1])
      """, [workdir.file("二.xlsx")])
    try does("set", "校.db", "用房", "R1", "建筑面积=90")
    for (file, mail) in [("县.db", "二.xlsx"), ("县2.db", "校.db")] {
      try does("set", file, "用房", "2133000001/2022/R1", "建筑面积=80")
      try does("merge", file, mail, status: 3)
      let waiting = try json(try does("conflicts", file, "--json", status: 3).out) as? [[String: Any]]
      let versions = try #require(waiting?.first)
      let id = try #require(versions["id"] as? String)
      try does("resolve", file, id, "--take", "theirs", "--set", "建筑面积=90")
    }
    for table in ["用房", "班级", "教师", "学校机构"] {
      let (one, other) = (
        try does("list", "县.db", table, "--json").out, try does("list", "县2.db", table, "--json").out
      )
      #expect(one == other)
    }
    #expect(try rooms() == ["R1": 90])
  }

  @Test(
    "saved by LibreOffice it is read as saved by openpyxl",
    .enabled(if: Tools.has("soffice"), "没有 LibreOffice，跳过（apt-get install libreoffice-calc）"))
  func libreOffice() throws {
    try fill(
      "回.xlsx",
      """
      put("用房", 2, 建筑面积="=60+5")
      put("用房", 4, 用房编号="R3", 用房类别="教室", 建筑面积=80)
      """)
    let saved = try run(
      "/usr/bin/env",
      [
        "soffice", "--headless", "-env:UserInstallation=file://\(workdir.file("配置"))", "--convert-to", "xlsx",
        "--outdir",
        workdir.file("存"), workdir.file("回.xlsx"),
      ], in: workdir)
    #expect(saved.status == 0, "\(saved.err)")
    try does("merge", "县.db", "存/回.xlsx", says: "已合并")
    #expect(try rooms() == ["R1": 65, "R2": 70, "R3": 80])
  }

  @Test("twelve schools, half of them with workbooks: the county is that of twelve files, conflicts and all")
  func twelve() throws {
    let codes = (1...12).map { "21330000\($0 + 10)" }
    func sheet(_ name: String, _ head: String, _ rows: [String]) throws {
      try workdir.write(name, ([head] + rows).joined(separator: "\n") + "\n")
    }
    try sheet("校.csv", "学校标识码,学校名称,学校类别", codes.map { "\($0),第\($0.suffix(2))小学,小学" })
    try does("import", "县.db", "学校机构", "校.csv")
    try sheet(
      "房.csv", "学校标识码,用房编号,用房类别,建筑面积", codes.flatMap { ["\($0),R1,教室,60", "\($0),R2,教室,70"] })
    try does("import", "县.db", "用房", "房.csv")
    try workdir.write("县2.db", try workdir.bytes("县.db"))
    try sheet("改.csv", "用房编号,用房类别,建筑面积", ["R1,教室,65"])
    try sheet("班.csv", "年级,班号,班级人数", ["一年级,1,40"])
    // The same year by workbook and by file.
    try does("issue", "县.db", "--to", "簿", "--workbook")
    var mail: [String: [String]] = ["县.db": [], "县2.db": []]
    for code in codes.prefix(6) { mail["县.db"]?.append("簿/\(code)-第\(code.suffix(2))小学-填报.xlsx") }
    try Openpyxl.script(
      """
      for path in sys.argv[1:]:
          book = openpyxl.load_workbook(path)
          def put(sheet, row, **cells):
              for heading, value in cells.items():
                  place = next(c.column for c in book[sheet][1] if c.value and c.value.rstrip("*").split("(")[0] == heading)
                  book[sheet].cell(row, place).value = value
          put("用房", 2, 建筑面积=65); book["用房"].delete_rows(3)
          put("班级", 2, 年级="一年级", 班号=1, 班级人数=40)
          book.save(path)
      """, (mail["县.db"] ?? []).map { workdir.file($0) })
    for (county, own) in [("县.db", codes.suffix(6)), ("县2.db", codes[...])] {
      let folder = "发" + county
      try does("issue", county, "--to", folder)
      for code in own {
        let file = "\(folder)/\(code).db"
        try does("start", "\(folder)/\(code)-第\(code.suffix(2))小学-下发.db", "-o", file)
        try does("import", file, "用房", "改.csv")
        try does("remove", file, "用房", "R2", "--yes")
        try does("import", file, "班级", "班.csv")
        mail[county]?.append(file)
      }
      // What the bureau writes meanwhile, into a school of each kind.
      for code in [codes[0], codes[11]] {
        try does("set", county, "用房", "\(code)/2022/R1", "建筑面积=99")
      }
      let merged = try yice(["merge", county] + (mail[county] ?? []))
      #expect(merged.status == 3 && merged.out.contains("有 2 行两边都改过"), "\(merged.out)\(merged.err)")
      let waiting = try json(try does("conflicts", county, "--json", status: 3).out) as? [[String: Any]]
      for conflict in waiting ?? [] {
        try does(
          "resolve", county, try #require(conflict["id"] as? String), "--take", "ours", "--set", "建筑面积=65")
      }
    }
    for table in ["用房", "班级", "教师", "学校机构"] {
      let lists = try ["县.db", "县2.db"].map { try does("list", $0, table, "--json").out }
      #expect(lists[0] == lists[1])
    }
    #expect(try does("list", "县.db", "用房", "--json").out.contains("99") == false)
    try does("issue", "县.db", "--to", "再", "--workbook", says: "已写好 14 个文件")
  }

  @Test("a dry run of a school's file and its workbook together says what the run does, conflict and all")
  func dryRunOfBoth() throws {
    try does("issue", "县.db", "--to", "发", "--org", code)
    try does("start", "发/2133000001-第一小学-下发.db", "-o", "校.db")
    try does("set", "校.db", "用房", "R1", "建筑面积=61")
    try fill("回.xlsx", "put(\"用房\", 2, 建筑面积=62); put(\"用房\", 3, 建筑面积=72)")
    let before = try workdir.bytes("县.db")
    let dry = try does("merge", "县.db", "回.xlsx", "校.db", "--dry-run", "--json", status: 3)
    #expect(try workdir.bytes("县.db") == before)
    let run = try does("merge", "县.db", "回.xlsx", "校.db", "--json", status: 3)
    func files(_ text: String) throws -> String {
      let report = try #require(try json(text) as? [String: Any])
      let kept = ["file", "status", "new", "changed", "removed", "conflicts", "left_to_mend"]
      return try #require(report["files"] as? [[String: Any]])
        .map { file in kept.map { "\(file[$0] ?? "?")" }.joined(separator: " ") }.joined(separator: "\n")
    }
    #expect(try files(dry.out) == files(run.out))
    // The target itself is refused in either, and nothing opens it a second time.
    try does("merge", "县.db", "县.db", "回.xlsx", "--dry-run", status: 1, says: "目标文件本身")
  }

  @Test(
    "a cell that was not understood, mended in the workbook, takes its remark out of 备注; left alone, it stays"
  )
  func mended() throws {
    try workdir.write("师.csv", "教师编号,姓名,职称\nT1,某甲,省聘\nT2,某乙,省聘\n")
    try does("import", "县.db", "教师", "师.csv", "--school", code)
    try does("issue", "县.db", "--to", "新", "--workbook", "--org", code)
    try workdir.write(mailed, try workdir.bytes("新/2133000001-第一小学-填报.xlsx"))
    try fill("回.xlsx", "put(\"教师\", 2, 专业技术职务=\"高级\")")
    try does("merge", "县.db", "回.xlsx")
    let rows = try #require(try json(try does("list", "县.db", "教师", "--json").out) as? [[String: Any]])
    #expect(rows.map { $0["title"] as? String } == ["高级", nil])
    #expect(rows.map { $0["note"] as? String } == [nil, "〔未认出：职称“省聘”〕"])
  }

  @Test(
    "a cell that is not understood leaves what the file has; a row that stays out is not one that was removed"
  )
  func kept() throws {
    try workdir.write("师.csv", "教师编号,姓名,职称,任教学段\nT1,某甲,高级,小学\nT2,某乙,一级,小学\n")
    try does("import", "县.db", "教师", "师.csv", "--school", code)
    try does("issue", "县.db", "--to", "新", "--workbook", "--org", code)
    try workdir.write(mailed, try workdir.bytes("新/2133000001-第一小学-填报.xlsx"))
    try fill("回.xlsx", "put(\"教师\", 2, 专业技术职务=\"省聘\"); put(\"教师\", 3, 任教学段=\"大学\")")
    try does("merge", "县.db", "回.xlsx", status: 2)
    let rows = try #require(try json(try does("list", "县.db", "教师", "--json").out) as? [[String: Any]])
    #expect(rows.map { $0["title"] as? String } == ["高级", "一级"])
    #expect(rows.map { $0["stage"] as? String } == ["小学", "小学"])
  }

  @Test("every sum looks at the column that it names")
  func sums() throws {
    let book = try Openpyxl.read(workdir.file(mailed))
    let lines = try #require(book.sheet("检查")).cells.dropFirst()
    #expect(lines.count == 7)
    let wanted = ["班级人数", "班级人数", "姓名", "专任教师", "建筑面积", "面积", "金额"]
    for (line, heading) in zip(lines, wanted) {
      let found = try #require(line[1].firstMatch(of: #/'([^']+)'!([A-Z])2:[A-Z]1048576/#), "\(line)")
      let place = Int((found.2.unicodeScalars.first?.value ?? 65) - 65)
      let sheet = try #require(book.sheet(String(found.1)))
      #expect(sheet.cells[0][place].hasPrefix(heading), "\(line)")
    }
    #expect(lines.map { $0[2] }.contains("130"))
  }

  @Test("a school reads its own workbook back with import; template makes one")
  func own() throws {
    try does("issue", "县.db", "--to", "发", "--org", code)
    try does("start", "发/2133000001-第一小学-下发.db", "-o", "校.db")
    try does("template", "校.db", "全部", "-o", "全校.xlsx", says: "第一小学的填报工作簿")
    try Openpyxl.script(
      """
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book["用房"]
      place = next(c.column for c in sheet[1] if c.value and c.value.startswith("建筑面积"))
      sheet.cell(2, place).value = 68
      book.save(sys.argv[1])
      """, [workdir.file("全校.xlsx")])
    try does("import", "校.db", "全校.xlsx")
    #expect(try rooms("校.db") == ["R1": 68, "R2": 70])
    try does("import", "校.db", "发/2133000002-第二小学-填报.xlsx", status: 6, says: "第二小学")
    try does("import", "校.db", "全校.xlsx", says: "已导入")
    try does("merge", "校.db", "全校.xlsx", status: 64, says: "yice import")
    try does("template", "县.db", "全部", "-o", "全县.xlsx", status: 64, says: "--workbook")
  }

  @Test("printed, each sheet is a register: A4, the heading on every page, a line to sign")
  func printed() throws {
    let book = try Openpyxl.read(workdir.file(mailed))
    #expect(book.sheets.map(\.name).starts(with: ["说明", "班级"]))
    #expect(book.sheet("一册")?.state == "hidden")
    let rooms = try #require(book.sheet("用房"))
    #expect(rooms.titleRows == "$1:$1" || rooms.titleRows == "1:1")
    #expect(rooms.paper == "9")
    #expect(rooms.printsGrid == true)
    #expect(rooms.footerLeft?.contains("校长（盖章）") == true)
    #expect(book.sheet("说明")?.cells.contains { $0.contains("9月20日") } == true)
    #expect(book.sheet("检查")?.types.values.contains("f") == true)
  }
}
