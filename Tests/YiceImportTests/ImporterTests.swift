import GRDB
import Testing
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("importing a sheet")
struct ImporterTests {
  private let teachers = """
    教师编号,姓名,任教学段,任教学科,专任教师,最高学历
    T001,王　芳,小学,语文,是,大学本科
    T002,李明,小学部,数学,√,大专

    T003,𠮷田,初中,体育,否,研究生

    """

  @Test("rows go in with org, year and the import's revision; blank rows are no rows")
  func imports() throws {
    let desk = try Desk()
    let outcome = try desk.take(teachers, into: .teacher)
    #expect(outcome.texts == [])
    #expect(outcome.rows == 3)
    #expect(outcome.counts == [3, 0, 0])
    #expect(outcome.written)
    let names: [String] = try desk.values(
      "SELECT org_code || school_year || teacher_no || name || stage || full_time || education || campus FROM teacher"
    )
    #expect(
      names == [
        "21330000012022T001王芳小学1本科", "21330000012022T002李明小学1专科", "21330000012022T003𠮷田初中0研究生",
      ])
    let entry = try desk.file.read { try HistoryQuery.entries($0, limit: 1) }.first
    #expect(entry?.action == "import")
    #expect(entry?.note == "表.csv → 教师：新增 3，更改 0，相同 0")
    #expect(try desk.value("SELECT DISTINCT rev FROM teacher") == entry?.id)
  }

  @Test("the same sheet again changes nothing: the file's bytes are the same")
  func twice() throws {
    let desk = try Desk()
    _ = try desk.take(teachers, into: .teacher)
    let before = try desk.bytes()
    let again = try desk.take(teachers, into: .teacher)
    #expect(again.counts == [0, 0, 3])
    #expect(!again.written)
    #expect(try desk.bytes() == before)
  }

  @Test("all bad cells are told at once, with row, column, value and reason, and nothing is written")
  func allBadCells() throws {
    let desk = try Desk()
    let before = try desk.bytes()
    let outcome = try desk.take(
      """
      教师编号,姓名,任教学段,专任教师,最高学历,五年培训学时
      T001,王芳,小学,是,本科,12
      T002,,大学,也许,幼儿园,-3
      T003,李明,小学,是,本科,多
      ,赵六,小学,是,本科,12.5
      """ + "\n", into: .teacher)
    #expect(
      outcome.texts == [
        "错误 表.csv 第 3 行 “姓名”列：这一格必须填写（文字）",
        "错误 表.csv 第 3 行 “任教学段”列 “大学”：不在允许的取值内，允许：幼儿、小学、初中、高中",
        "错误 表.csv 第 3 行 “专任教师”列 “也许”：应填 是 或 否（也可用 √ × 1 0 Y N 有 无）",
        "错误 表.csv 第 3 行 “最高学历”列 “幼儿园”：不在允许的取值内，允许：研究生、本科、专科、高中阶段、高中阶段以下",
        "错误 表.csv 第 3 行 “五年培训学时”列 “-3”：超出范围，应为不小于 0 的整数，单位 学时",
        "错误 表.csv 第 4 行 “五年培训学时”列 “多”：不是数字，应为不小于 0 的整数，单位 学时",
        "错误 表.csv 第 5 行 “教师编号”列 “”：这一格必须填写（文字）",
        "错误 表.csv 第 5 行 “五年培训学时”列 “12.5”：应为整数：不小于 0 的整数，单位 学时",
      ])
    #expect(outcome.bad == 3)
    #expect(outcome.rows == 4)
    #expect(outcome.counts == [0, 0, 0])
    #expect(!outcome.written)
    #expect(try desk.bytes() == before)
  }

  @Test("a dry run counts what would be done and writes nothing")
  func dryRun() throws {
    let desk = try Desk()
    _ = try desk.take(teachers, into: .teacher)
    let before = try desk.bytes()
    let next = teachers.replacing("数学", with: "科学") + "T004,钱七,小学,音乐,是,本科\n"
    let outcome = try desk.take(next, into: .teacher, dryRun: true)
    #expect(outcome.counts == [1, 1, 2])
    #expect(!outcome.written)
    #expect(try desk.bytes() == before)
    #expect(try desk.take(next, into: .teacher).counts == [1, 1, 2])
  }

  @Test("a dry run of a sheet with bad cells still finds duplicates behind them")
  func dryRunFindsAll() throws {
    let desk = try Desk()
    let outcome = try desk.take("教师编号,姓名\n,王芳\nT1,李明\nT1,赵六\n", into: .teacher, dryRun: true)
    #expect(outcome.codes == ["missing-value", "duplicate-key"])
  }

  @Test("the same key twice in one sheet names both rows")
  func duplicates() throws {
    let desk = try Desk()
    let before = try desk.bytes()
    let outcome = try desk.take("教师编号,姓名\nT001,王芳\nT002,李明\nＴ００１,赵六\n", into: .teacher)
    #expect(outcome.texts == ["错误 表.csv 第 4 行：与第 2 行是同一条（教师编号 T001），请删去其中一行；其实是两条的，请改正其中一行"])
    #expect(try desk.bytes() == before)
  }

  @Test(
    "two persons of one unit are two rows; the same sheet again changes nothing, and a changed duty updates its row"
  )
  func namesakes() throws {
    let desk = try Desk(county: true)
    let sheet = "单位,姓名,组内职务,职责\n教育局,甲,组长,统筹\n教育局,乙,成员,督导\n财政局,,成员,经费\n"
    #expect(try desk.take(sheet, into: .personUnit).counts == [3, 0, 0])
    #expect(try desk.take(sheet, into: .personUnit).counts == [0, 0, 3])
    let changed = sheet.replacing("督导", with: "督导和销号")
    #expect(try desk.take(changed, into: .personUnit).counts == [0, 1, 2])
  }

  @Test(
    "rows known by the same, other columns differing, are both kept and told how they are told apart next time"
  )
  func nameless() throws {
    let desk = try Desk(county: true)
    let sheet = "单位,组内职务,职责\n各乡镇,成员,控辍保学\n各乡镇,成员,校园安全\n"
    let outcome = try desk.take(sheet, into: .personUnit)
    #expect(outcome.counts == [2, 0, 0])
    #expect(
      outcome.texts == [
        "说明 表.csv 第 3 行：与第 2 行的单位、姓名相同，其他列不同：两行都保存。再次导入时按先后对应，请不要调换它们的次序，或加一列“编号”"
      ])
    #expect(try desk.take(sheet, into: .personUnit).counts == [0, 0, 2])
    let twice = try desk.take(sheet + "各乡镇,成员,校园安全\n", into: .personUnit)
    #expect(twice.codes.contains("duplicate-key"), "the very same row is one row")
  }

  @Test("an entry whose state moved on is the same entry when its sheet comes again without ids")
  func movedOn() throws {
    let desk = try Desk(county: true)
    let sheet = "学校标识码,问题来源,检查日期,问题描述,状态\n2133000001,县检,2022-10-01,音乐教室不足,待整改\n"
    #expect(try desk.take(sheet, into: .rectification).counts == [1, 0, 0])
    #expect(try desk.take(sheet.replacing("待整改", with: "整改中"), into: .rectification).counts == [0, 1, 0])
  }

  @Test("keys that only look alike when written together are two rows")
  func notDuplicates() throws {
    let desk = try Desk()
    let outcome = try desk.take("数据项,学段,校区,数值\n学生数,小学,,1\n学生数,,小学,2\n", into: .statement)
    #expect(outcome.texts == [])
    #expect(outcome.counts == [2, 0, 0])
  }

  @Test("a partial sheet leaves other columns alone and keeps the row as it was")
  func partial() throws {
    let desk = try Desk()
    _ = try desk.take(teachers, into: .teacher)
    let first: Int64? = try desk.value("SELECT DISTINCT rev FROM teacher")
    let outcome = try desk.take("工号,教师姓名,职称\nT001,王芳,高级\nT002,李明,\n", into: .teacher)
    #expect(outcome.counts == [0, 1, 1])
    #expect(try desk.value("SELECT education || title FROM teacher WHERE teacher_no = 'T001'") == "本科高级")
    #expect(try desk.value("SELECT rev FROM teacher WHERE teacher_no = 'T002'") == first)
    let row = try desk.file.read { try Row.fetchOne($0, sql: "SELECT * FROM change") }
    #expect(row?["before_rev"] == first)
    #expect(row?["row_key"] == #"["2133000001",2022,"T001"]"#)
    #expect((row?["before"] as String?)?.contains(#""title":null"#) == true)
    #expect(try desk.value("SELECT count(*) FROM change") == 1)
  }

  @Test("an import is taken back as one")
  func undo() throws {
    let desk = try Desk()
    _ = try desk.take(teachers, into: .teacher)
    let before: [String] = try desk.values("SELECT \(CatalogTable.teacher.rowJSON()) FROM teacher")
    _ = try desk.take(teachers.replacing("数学", with: "科学") + "T004,钱七,小学,音乐,是,本科\n", into: .teacher)
    _ = try desk.file.write("undo", author: .tester) { writer in
      try Undo(try Undo.latest(writer.db, of: desk.file.info)).apply(writer)
    }
    #expect(try desk.values("SELECT \(CatalogTable.teacher.rowJSON()) FROM teacher") == before)
  }

  @Test("siblings of a row that is imported go into the history, even when the row stays the same")
  func siblings() throws {
    let desk = try Desk()
    _ = try desk.take(teachers, into: .teacher)
    let key = try RowKey("T001", in: .teacher, file: desk.file.info).json
    try desk.file.withConnection { db in
      try db.execute(
        sql: "INSERT INTO sibling VALUES ('teacher', ?, 77, '2133000001', '{}')", arguments: [key])
    }
    #expect(try desk.take(teachers, into: .teacher).counts == [0, 1, 2])
    #expect(try desk.value("SELECT count(*) FROM sibling") == 0)
    #expect(try desk.value("SELECT before FROM change WHERE before_rev = 77") == "{}")
  }

  @Test("rows of many thousands go in and come out the same", arguments: [21] as [UInt64])
  func property(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let desk = try Desk()
    var sheet = "用房编号,用房类别,建筑面积（㎡）\n"
    var sum = 0
    for number in 0..<3000 {
      let area = Int.random(in: 0...9_999_999, using: &random)
      sum += area
      sheet += "R\(number),教室,\(area / 100).\(String(area % 100 + 100).dropFirst())\n"
    }
    #expect(try desk.take(sheet, into: .room).counts == [3000, 0, 0], "seed \(seed)")
    #expect(
      try desk.value("SELECT sum(CAST(round(floor_area * 100) AS INTEGER)) FROM room") == sum, "seed \(seed)")
    #expect(try desk.take(sheet, into: .room).counts == [0, 0, 3000], "seed \(seed)")
  }
}

@Suite("sheets as they really come")
struct ImporterSheetTests {
  @Test("a sheet cut in mid-row is not imported", arguments: ["T002,李明,小", "T002", "T002,李明,小学,语"])
  func cut(_ end: String) throws {
    let desk = try Desk()
    let before = try desk.bytes()
    let outcome = try desk.take("教师编号,姓名,任教学段,任教学科,备注\nT001,王芳,小学,语文,\n" + end, into: .teacher)
    #expect(outcome.codes == ["cell-count", "cut-file"])
    #expect(outcome.texts.last == "错误 表.csv：文件在最后一行中间断了，后面的内容可能没有收到。请重新导出或重新索取该文件")
    #expect(try desk.bytes() == before)
  }

  @Test("a row with too few or too many cells says how many, and what may be the cause")
  func cellCount() throws {
    let desk = try Desk()
    let outcome = try desk.take("教师编号,姓名,备注\nT001,王芳\nT002,李明,a,b\nT003,赵六,a,,\n", into: .teacher)
    #expect(
      outcome.texts == [
        "错误 表.csv 第 2 行：这一行有 2 格，表头有 3 格：可能缺了逗号，或文件在传送中被截断",
        "错误 表.csv 第 3 行：这一行有 4 格，表头有 3 格：某一格里可能有没加引号的逗号",
      ])
  }

  @Test("sum rows are told and left out", arguments: ["合计", "总计", "小计", " 合计 ", "合 计", "合　计"])
  func sums(_ word: String) throws {
    let desk = try Desk()
    let outcome = try desk.take("班级,班级人数\n一年级1班,40\n\(word),40\n", into: .classRoll)
    #expect(outcome.texts == ["说明 表.csv 第 3 行：合计行不是一条记录，没有导入"])
    #expect(outcome.counts == [1, 0, 0])
    #expect(outcome.rows == 1)
  }

  @Test("blank rows, also of commas and full-width spaces, are no rows, and rows keep their numbers")
  func blank() throws {
    let desk = try Desk()
    let outcome = try desk.take("\n,,\n教师编号,姓名\n\n,\nT001,王芳\n  ,　\n,李明\n", into: .teacher)
    #expect(outcome.texts == ["错误 表.csv 第 8 行 “教师编号”列 “”：这一格必须填写（文字）"])
  }

  @Test("a sheet without a heading row is refused", arguments: ["", "\n\n", ",,\n"])
  func empty(_ sheet: String) throws {
    let desk = try Desk()
    #expect(throws: Importer.Problem.empty(file: "表.csv")) { try desk.take(sheet, into: .teacher) }
  }

  @Test("GB18030 and UTF-8 with a byte order mark are read, and named")
  func encodings() throws {
    // 教师编号,姓名 / T001,王芳 in GB18030.
    let head: [UInt8] = [
      0xBD, 0xCC, 0xCA, 0xA6, 0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x0D, 0x0A,
    ]
    let row = Array("T001,".utf8) + [0xCD, 0xF5, 0xB7, 0xBC, 0x0D, 0x0A]
    let desk = try Desk()
    let chinese = try desk.take(bytes: head + row, into: .teacher)
    #expect(chinese.encodingName.contains("GB18030"))
    #expect(chinese.counts == [1, 0, 0])
    #expect(try desk.value("SELECT name FROM teacher") == "王芳")
    let marked = try desk.take("\u{FEFF}教师编号,姓名\r\nT001,王芳\r\n", into: .teacher)
    #expect(marked.encodingName.contains("UTF-8"))
    #expect(marked.counts == [0, 0, 1])
  }

  @Test("a register needs a year: from the option, the sheet or the file")
  func years() throws {
    let desk = try Desk(year: nil)
    let problem = Importer.Problem.noYear(table: "教师")
    #expect(throws: problem) { try desk.take("教师编号,姓名\nT001,王芳\n", into: .teacher) }
    #expect(problem.description == "“教师”需要学年，而文件和表格里都没有写明。请加上 --year，例如 --year 2022。")
    _ = try desk.take("教师编号,姓名\nT001,王芳\n", into: .teacher, year: 2021)
    _ = try desk.take("学年,教师编号,姓名\n2022-2023,T001,王芳\n", into: .teacher)
    #expect(try desk.values("SELECT school_year FROM teacher ORDER BY 1") == [2021, 2022])
    let outcome = try desk.take("学年,教师编号,姓名\n1949,T001,王芳\n", into: .teacher)
    #expect(
      outcome.texts == ["错误 表.csv 第 2 行 “学年”列 “1949”：年份不对或超出范围，应为1950 到 2100 的年份，如 2022 或 2022-2023"])
  }

  @Test("a wrong column in a large sheet does not fill the memory with findings")
  func findingLimit() throws {
    let desk = try Desk()
    let sheet = "教师编号,姓名,专任教师\n" + (0..<1500).map { "T\($0),王芳,也许\n" }.joined()
    let outcome = try desk.take(sheet, into: .teacher)
    #expect(outcome.findings.count == ImportOutcome.findingLimit)
    #expect(outcome.findingsNotShown == 500)
    #expect(outcome.errors == 1500)
    #expect(outcome.bad == 1500)
  }
}
