import Testing

@testable import YicePage

@Suite("导入")
struct ImportPlaceTests {
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

  @Test("why a row stays out stands open, and a sheet that was only tried is not called imported")
  func refusedRows() throws {
    let served = try ServedFile()
    func page(_ csv: String) throws -> String {
      let sent = try served.put("/import/upload?name=a.csv", csv)
      return try served.get(String(try #require(sent.body.firstMatch(of: #/\/import\/[0-9a-f]+/#)).output))
        .body
    }
    let twice = try page("教师编号,姓名,任教学段\nM1,赵一,小学\nM1,钱二,小学\n")
    #expect(twice.contains("没有导入的行（1）") && twice.contains("整张不能导入"))
    let open = try #require(twice.firstRange(of: "与第 2 行是同一条"))
    #expect(!twice[..<open.lowerBound].contains("<details><summary>其余说明"))
    let good = try page("教师编号,姓名,任教学段\nM1,赵一,小学\n")
    let doubtful = try page("姓名,任教学科,备注\n赵一,语文,去年退休\n钱二,语文,\n")
    let told = try #require(doubtful.firstRange(of: "也许不是现有教职工"))
    #expect(
      doubtful.contains("<h2>请核实（1）</h2>") && !doubtful[..<told.lowerBound].contains("<details><summary>其余说明")
    )
    #expect(good.contains("可以导入") && !good.contains("已导入") && !good.contains("没有导入的行"))
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
}
