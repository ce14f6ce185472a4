import Foundation
import GRDB
import Testing
import YiceFiles
import YiceLedgers
import YiceModel
import YiceReport
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("the places of the page")
struct PlaceTests {
  static let places = [
    "/", "/tables", "/table/teacher", "/table/teacher/row", "/report", "/check", "/check.json", "/history",
    "/history.json",
    "/conflicts", "/conflicts.json", "/import", "/send", "/ledgers", "/oversize", "/oversize.json",
    "/opinions", "/opinions.json", "/materials", "/volume", "/materials?missing=1", "/materials.json",
    "/print", "/whatif",
    "/print?form=%E6%95%B4%E6%94%B9%E5%8F%B0%E8%B4%A6",
    "/print?form=%E8%87%AA%E8%AF%84%E8%A1%A8",
    "/print.json?form=%E8%87%AA%E8%AF%84%E8%A1%A8",
  ]

  @Test("every place answers in a school's and a bureau's file, empty as they are", arguments: [false, true])
  func empty(isCounty: Bool) throws {
    let served = try ServedFile(isCounty: isCounty)
    for place in Self.places { #expect(try served.get(place).status == 200, "\(place)") }
    for table in TableCatalog.tables { #expect(try served.get("/table/\(table.name)").status == 200) }
    let head = try served.http.request("HEAD", "/", [served.cookie, ("Content-Length", nil)])
    #expect(head.status == 200 && head.body.isEmpty)
  }

  /// A row with `text` wherever a table takes text.
  private func values(_ table: CatalogTable, _ text: String, _ file: FileInfo) -> RowValues {
    var values = RowValues()
    for column in table.columns where column.name != "stage" || table.name != "statement" {
      switch column.type {
      case .text: values.set(column.name, text)
      case .identifier: values.set(column.name, "i" + text)
      case .orgCode: values.set(column.name, file.orgCode)
      case .countyCode: values.set(column.name, "330100")
      case .integer(let range): values.set(column.name, range.lowerBound)
      case .count, .boolean: values.set(column.name, 1)
      case .decimal, .signedDecimal: values.set(column.name, 1.0)
      case .date: values.set(column.name, "2022-09-01")
      case .year: values.set(column.name, 2022)
      case .choice(let words): values.set(column.name, words.first { !$0.isEmpty })
      case .element: values.set(column.name, "学生数")
      case .sha256: values.set(column.name, String(repeating: "0", count: 64))
      }
    }
    return values
  }

  @Test("text of the file is text: a script in every column runs nowhere", arguments: [false, true])
  func hostile(isCounty: Bool) throws {
    let hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&"
    let served = try ServedFile(isCounty: isCounty)
    var filled: [CatalogTable] = []
    for table in TableCatalog.tables where table.name != "org" {
      let values = values(table, hostile, served.file.info)
      // Rules of some tables want more than words; the others are enough.
      guard (try? served.file.write("test", author: Author(hostile), { try $0.add(table, values) })) != nil
      else {
        continue
      }
      filled.append(table)
    }
    #expect(filled.count >= (isCounty ? 30 : 18), "\(filled.count)")
    try served.file.write("test", author: .tester, note: hostile) { writer in
      let key = RowKey([served.file.info.orgCode.databaseValue])
      try writer.set(.org, key, ["name": hostile, "short_name": hostile])
    }
    let pages =
      Self.places.filter { !$0.contains(".json") }
      + filled.flatMap { ["/table/\($0.name)", "/table/\($0.name)?q=\(FormFields.encoded(hostile))"] }
    for page in pages + ["/nothing/" + FormFields.encoded(hostile)] {
      let body = try served.get(page).body
      #expect(!body.contains("<script>"), "\(page)")
      #expect(!body.contains("<img"), "\(page)")
      #expect(!body.contains("\"'>"), "\(page)")
    }
    for table in filled {
      let rows = try served.get("/table/\(table.name)/rows?count=1")
      #expect(rows.header("Content-Type")?.hasPrefix("application/json") == true)
    }
  }

  @Test("undo goes one step further back each time, redo forward; a new write ends redoing")
  func steps() throws {
    let served = try ServedFile()
    try served.addTeachers(1)
    func write(_ name: String) throws {
      let row = try served.teacher("T1")
      _ = try served.post(
        "/table/teacher/write", [("row", row.key), ("version", row.version), ("c.name", name)])
    }
    func next() throws -> Undo.Next { try served.file.read { try Undo.Next($0, of: served.file.info) } }
    func take(_ entry: HistoryEntry?) throws {
      let answer = try served.post("/undo", [("revision", String(try #require(entry).id))])
      #expect(answer.status == 200, "\(answer.body)")
    }
    try write("一")
    try write("二")
    #expect(try next().redo == nil)
    try take(next().undo)
    #expect(try served.name(of: "T1") == "一")
    try take(next().undo)
    #expect(try served.name(of: "T1") == "教师1")
    try take(next().redo)
    #expect(try served.name(of: "T1") == "一")
    try take(next().redo)
    #expect(try served.name(of: "T1") == "二")
    try take(next().undo)
    try write("三")
    #expect(try next().redo == nil)
    try take(next().undo)
    #expect(try served.name(of: "T1") == "一")
  }

  @Test(
    "a sheet is tried, a bad cell corrected where it is listed, then written; a second run changes nothing")
  func imports() throws {
    let served = try ServedFile()
    let csv = "教师编号,姓名,任教学段,专任教师,最高学历,单位电话\nM1,赵一,小学,是,本科,1\nM2,钱二,小学,是,博士后,2\n"
    let sent = try served.put("/import/upload?name=%2Fetc%2F%E5%90%8D%E5%86%8C.csv", csv)
    let place = try #require(sent.body.firstMatch(of: #/\/import\/[0-9a-f]+/#)).output
    let tried = try served.get(String(place))
    #expect(tried.body.contains("名册.csv") && tried.body.contains("博士后"))
    #expect(tried.body.contains("是哪一列"))
    #expect(try served.name(of: "M1") == nil)
    let field = try #require(tried.body.firstMatch(of: #/name="(x\.3\.[^"]+)"/#)).output.1
    let corrected = try served.post(String(place), [(String(field), "研究生"), ("do", "try")], json: false)
    #expect(corrected.status == 303)
    #expect(try !served.get(String(place)).body.contains("不对的格"))
    let written = try served.post(String(place), [("do", "write")], json: false)
    #expect(written.body.contains("新增 2 行"))
    #expect(try served.name(of: "M2") == "钱二")
    let row = try served.get("/table/teacher/rows?q=M2").body
    #expect(row.contains("研究生"))
    #expect(try served.post(String(place), [("do", "write")], json: false).body.contains("没有写入任何一行"))
  }

  @Test("what is no sheet is refused at once, and a name leads out of no folder")
  func names() throws {
    let served = try ServedFile()
    #expect(try served.put("/import/upload?name=a.xlsx", "PK\u{3}\u{4}nonsense").status >= 400)
    #expect(try served.put("/import/upload?name=a.xlsx", "").status == 422)
    #expect(try served.get("/import/0000").status == 422)
    for (given, kept) in [
      ("../../a.csv", "a.csv"), ("..", "表格"), ("C:\\a\\b.xls", "b.xls"), (".hidden", "hidden"),
      ("a\u{0}b", "ab"),
    ] { #expect(Uploads.tame(given) == kept) }
  }

  @Test("the packed file is sent whole, under its name, and is one that can be verified")
  func pack() throws {
    let served = try ServedFile()
    try served.addTeachers(2)
    let body = Array("do=pack".utf8)
    let answer = try served.http.request("POST", "/send", [served.cookie], body: body)
    #expect(answer.status == 200)
    #expect(answer.header("Content-Disposition")?.contains("2133000001-") == true)
    #expect(Int(answer.header("Content-Length") ?? "").map { $0 > 50_000 } == true)
    #expect(answer.body.hasPrefix("SQLite format 3"))
    let finished = try served.post("/send", [("do", "finish")], json: false)
    #expect(finished.body.contains("已完成"))
    #expect(try served.file.read { try Undo.Next($0, of: served.file.info) }.undo?.action == "finish")
  }

  @Test("a conflict is decided cell by cell, and only between the versions that were shown")
  func conflicts() throws {
    let workdir = Workdir()
    func yice(_ arguments: String...) throws {
      let result = try run(yicePath, arguments, in: workdir)
      #expect([0, 3].contains(result.status), "\(arguments) \(result.err)")
    }
    try yice("new", "a.db", "--org", "2133000001", "--name", "一小", "--county", "330100", "--year", "2022")
    try yice("add", "a.db", "教师", "教师编号=T1", "姓名=王芳", "任教学段=小学", "任教学科=语文")
    try yice("new", "c.db", "--role", "county", "--org", "330100", "--name", "县局", "--year", "2022")
    try yice("merge", "c.db", "a.db")
    try yice("set", "a.db", "教师", "T1", "姓名=王小芳", "任教学科=数学")
    try yice("set", "c.db", "教师", "2133000001/2022/T1", "姓名=王大芳", "任教学科=体育")
    try yice("merge", "c.db", "a.db")
    let served = try ServedFile(showing: workdir.file("c.db"))
    let page = try served.get("/conflicts").body
    #expect(page.contains("王小芳") && page.contains("王大芳"))
    let place = try #require(page.firstMatch(of: #/action="(\/conflicts\/[^"]+)"/#)).output.1
    let seen = try #require(page.firstMatch(of: #/name="seen" value="([^"]+)"/#)).output.1
    let stale = try served.post(
      String(place), [("seen", "1+0"), ("t.name", "1"), ("t.subject", "2")], json: false)
    #expect(stale.status == 409)
    let decided = try served.post(
      String(place), [("seen", String(seen)), ("t.name", "1"), ("t.subject", "2"), ("reason", "核实")],
      json: false)
    #expect(decided.status == 303)
    #expect(try served.get("/conflicts").body.contains("没有等待决定的行"))
    let row = try run(yicePath, ["list", "c.db", "教师", "--json"], in: workdir).out
    #expect(row.contains("王大芳") != row.contains("王小芳"))
    #expect(row.contains("王大芳") == row.contains("数学"))
  }

  @Test("every form is shown and given as a workbook")
  func forms() throws {
    let served = try ServedFile(isCounty: true)
    for form in Form.all {
      let query = FormFields.query([("form", form.name)])
      #expect(try served.get("/print\(query)").status == 200, "\(form.name)")
    }
    let workbook = try served.get("/print.xlsx\(FormFields.query([("form", "自评表")]))")
    #expect(workbook.body.hasPrefix("PK"))
    #expect(try served.get("/print?form=%3Cscript%3E").status == 404)
  }

  @Test(
    "an entry moves as its state and the file's role allow; what is missing is said, and undone it stands as before"
  )
  func moves() throws {
    let served = try ServedFile()
    try served.file.write("test", author: .tester) { writer in
      _ = try writer.add(
        .rectification,
        [
          "id": "r1", "source": "自查", "problem": "音乐教室不足", "units": "总务处", "found_on": "2022-09-20",
          "state": "待整改",
        ])
    }
    let place = "/entry?key=2133000001%2Fr1"
    let first = try served.get(place).body
    #expect(first.contains("value=\"submit\"") && !first.contains("value=\"strike\""))
    let refused = try served.post(place, [("do", "submit"), ("on", "2022.11.30")], json: false)
    #expect(refused.status == 422 && refused.body.contains("还缺"))
    #expect(try served.post(place, [("do", "strike"), ("on", "2022-11-30")], json: false).status == 422)
    let sent = try served.put(place + "&name=%E7%85%A7%E7%89%87.jpg", "picture")
    #expect(sent.status == 200, "\(sent.body)")
    #expect(try served.post(place, [("do", "submit"), ("on", "2022.11.30")], json: false).status == 303)
    let submitted = try served.get(place).body
    #expect(submitted.contains("整改：待核验") && submitted.contains("照片.jpg"))
    let step = try #require(try served.file.read { try Undo.Next($0, of: served.file.info) }.undo)
    _ = try served.post("/undo", [("revision", String(step.id))])
    #expect(try served.get(place).body.contains("整改：待整改"))
    #expect(RectificationStep.allowed(from: "待核验", by: .county) == [.progress, .strike, .sendBack])
    #expect(RectificationStep.allowed(from: "已销号", by: .county) == [.reopen])
    #expect(RectificationStep.allowed(from: "已销号", by: .school) == [])
  }

  @Test("what schools sent is tried, then merged; two files of one name are two")
  func receives() throws {
    let served = try ServedFile(isCounty: true)
    let workdir = Workdir()
    var batch = ""
    for (code, name) in [("2133000001", "一小"), ("2133000002", "二小")] {
      let school = try makeSchool(in: workdir, name: name, org: code)
      let bytes = try workdir.bytes(fileName(of: school.path))
      let sent = try served.http.request(
        "PUT", "/receive/upload?name=%E5%AD%A6%E6%A0%A1.db&batch=\(batch)",
        [served.cookie, ("Accept", "application/json")],
        body: bytes)
      batch = String(try #require(sent.body.firstMatch(of: #/"batch":"([0-9a-f]+)"/#)).output.1)
    }
    let tried = try served.get("/receive/\(batch)").body
    #expect(tried.contains("还没有写入") && tried.contains("一小") && tried.contains("二小"))
    #expect(try !served.get("/table/org").body.contains("二小"))
    #expect(try served.post("/receive/\(batch)", [], json: false).body.contains("已合并"))
    #expect(try served.get("/table/org").body.contains("二小"))
    #expect(try served.post("/receive/\(batch)", []).body.contains("nothing_new"))
    // A stranger's file is refused with its reason, and nothing is merged.
    let sent = try served.put("/receive/upload?name=x.db", "no database")
    let other = String(try #require(sent.body.firstMatch(of: #/"batch":"([0-9a-f]+)"/#)).output.1)
    #expect(try served.get("/receive/\(other)").body.contains("未合并"))
  }

  @Test("an opinion is answered and closed by the side that gave it")
  func opinions() throws {
    let served = try ServedFile(isCounty: true)
    let key = RowKey(["330100".databaseValue])
    let id = try served.file.write("opinion", author: .tester) {
      try Opinions.give($0, .org, key, column: "name", judgement: "疑问", text: "请核对", by: .tester)
    }
    #expect(try served.get("/opinions").body.contains("请核对"))
    #expect(try served.get("/").body.contains("没有关闭的审核意见 1 条"))
    let fields = [("id", id), ("text", "已核对")]
    #expect(try served.post("/opinions", fields + [("do", "reply")], json: false).status == 303)
    #expect(try served.get("/opinions").body.contains("已核对"))
    #expect(try served.post("/opinions", fields + [("do", "close")], json: false).status == 303)
    #expect(try !served.get("/opinions").body.contains("value=\"reply\""))
    #expect(try served.post("/opinions", [("id", "none"), ("do", "close")]).status == 422)
  }

  @Test("a new school year carries the registers, once, and one undo takes it back")
  func years() throws {
    let served = try ServedFile()
    try served.addTeachers(3)
    #expect(try served.get("/tables").body.contains("value=\"2023\""))
    #expect(try served.post("/year", [("year", "2023")], json: false).body.contains("2023—2024学年已开启"))
    #expect(try served.get("/table/teacher/rows?count=1").body.contains("\"total\":3,"))
    #expect(try served.get("/").body.contains("2023—2024学年"))
    let step = try #require(try served.file.read { try Undo.Next($0, of: served.file.info) }.undo)
    #expect(try served.post("/undo", [("revision", String(step.id))]).status == 200)
    #expect(try served.get("/").body.contains("2022—2023学年"))
    #expect(try served.post("/year", [("year", "去年")]).status == 400)
  }

  @Test(
    "a large class is counted, proposed and struck off by those who may; a count above the limit brings it back"
  )
  func oversized() throws {
    let served = try ServedFile(isCounty: true)
    try served.file.write("test", author: .tester) { writer in
      _ = try writer.add(.org, ["org_code": "2133000001", "name": "第一小学", "kind": "小学"])
      try writer.add(
        .oversizedClass,
        [
          "org_code": "2133000001", "stage": "小学", "entry_year": 2020, "class_no": 2, "filed_count": 58,
          "filed_on": "2021-09-15", "level": "大班额", "limit_count": 45, "state": "在册",
        ])
    }
    let place = "/oversize?key=2133000001%2F%E5%B0%8F%E5%AD%A6%2F2020%2F2"
    #expect(try served.get("/oversize").body.contains(place.dropFirst("/oversize?key=".count)))
    let early = try served.post(place, [("do", "propose")], json: false)
    #expect(early.status == 422 && early.body.contains("还缺"))
    #expect(try served.post(place, [("do", "count")], json: false).body.contains("核查人数"))
    func step(_ fields: [(String, String)]) throws -> String {
      let answer = try served.post(place, fields, json: false)
      #expect(answer.status == 303, "\(answer.body)")
      return try served.get(place).body
    }
    let counted = [("do", "count"), ("heads", "44"), ("on", "2022-09-10"), ("text", "学籍表")]
    #expect(try step(counted).contains("44"))
    #expect(try step([("do", "propose")]).contains("大班额台账：拟销号"))
    let struck = [("do", "strike"), ("on", "2022.9.20"), ("text", "学籍核对"), ("verifier", "张督学")]
    #expect(try step(struck).contains("大班额台账：已销号"))
    #expect(try step([("do", "count"), ("heads", "50"), ("on", "2022-10-10")]).contains("大班额台账：反弹"))
    #expect(OversizeStep.allowed(from: "拟销号", in: .oversizedClass, by: .school) == [.count, .graduate])
    #expect(OversizeStep.allowed(from: "毕业", in: .oversizedClass, by: .county) == [])
  }
}
