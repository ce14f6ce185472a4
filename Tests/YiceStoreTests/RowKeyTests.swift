import GRDB
import Testing
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("keys as people type them and as the history keeps them")
struct RowKeyTests {
  private let school = FileInfo(role: .school, orgCode: "2133000001", orgName: "第一小学", schoolYear: 2022)

  struct Case: CustomTestStringConvertible, Sendable {
    let table: CatalogTable
    let typed: String
    let json: String

    init(_ table: CatalogTable, _ typed: String, _ json: String) {
      self.table = table
      self.typed = typed
      self.json = json
    }

    var testDescription: String { "\(table.name) \(typed)" }
  }

  @Test("a class by its name: the one there is, else what to write")
  func classes() throws {
    let workdir = Workdir()
    let file = try makeSchool(in: workdir)
    try file.write("add", author: .tester) { writer in
      for (stage, entry, grade) in [("小学", 2022, 1), ("初中", 2022, 7), ("小学", 2017, 6)] {
        _ = try writer.add(
          .classRoll,
          ["stage": stage, "entry_year": entry, "class_no": 1, "grade": grade, "head_count": 40])
      }
    }
    func find(_ text: String, in file: YiceFile) throws -> String {
      try file.read { try RowKey.find(text, in: .classRoll, file: file.info, $0).json }
    }
    #expect(try find("六(1)班", in: file) == #"["2133000001",2022,"小学",2017,1]"#)
    #expect(try find("初中2022级1班", in: file) == #"["2133000001",2022,"初中",2022,1]"#)
    func problem(_ text: String, in file: YiceFile) -> String {
      do { return try find(text, in: file) } catch { return "\(error)" }
    }
    #expect(problem("六(3)班", in: file).contains("认不出“六(3)班”：2022 学年没有这个班"))
    #expect(problem("2022级1班", in: file).contains("有 2 个，请写明学段，如 小学2022级1班"))
    let county = try makeCounty(in: workdir)
    #expect(problem("六(1)班", in: county).contains("请在前面写明哪所学校，如 学校标识码/六(1)班"))
  }

  @Test(
    "the file's own org, then its year, then empty ends may be left out",
    arguments: [
      Case(.teacher, "T001", #"["2133000001",2022,"T001"]"#),
      Case(.teacher, "2021/T001", #"["2133000001",2021,"T001"]"#),
      Case(.teacher, "2133000009/2021/T001", #"["2133000009",2021,"T001"]"#),
      Case(.teacher, "2021-2022/T001", #"["2133000001",2021,"T001"]"#),
      Case(.classRoll, "小学/2020/1", #"["2133000001",2022,"小学",2020,1]"#),
      Case(.classRoll, "2021/小学/2020/1", #"["2133000001",2021,"小学",2020,1]"#),
      Case(.org, "2133000001", #"["2133000001"]"#),
      Case(.campus, "东校区", #"["2133000001","东校区"]"#),
      Case(.statement, "学生数/小学", #"["2133000001",2022,"学生数","小学",""]"#),
      Case(.statement, "图书册数", #"["2133000001",2022,"图书册数","",""]"#),
      Case(.statement, "2133000001/2022/学生数/小学/东", #"["2133000001",2022,"学生数","小学","东"]"#),
      Case(.teacher, #"A\/01"#, #"["2133000001",2022,"A/01"]"#),
      Case(.teacher, #"2021/A\\/01"#.replacing(#"\\/"#, with: #"\/"#), #"["2133000001",2021,"A/01"]"#),
      Case(.teacher, #"A\01"#, #"["2133000001",2022,"A\\01"]"#),
      Case(.teacher, #"A\\\/01"#, #"["2133000001",2022,"A\\/01"]"#),
      Case(.finance, "2022/公用经费预算", #"["2133000001",2022,"公用经费预算"]"#),
    ])
  func typed(_ example: Case) throws {
    let key = try RowKey(example.typed, in: example.table, file: school)
    #expect(key.json == example.json)
    #expect(try RowKey(key.text, in: example.table, file: school) == key, "its own text reads back")
  }

  @Test("a key with too many or too few parts says which parts are meant")
  func wrongParts() {
    let expected = ["学校标识码", "学年", "学段", "入学年份", "班号"]
    for given in ["1", "2020/1", "2133000001/2022/小学/2020/1/9"] {
      #expect(throws: RecordError.keyForm(table: "班级", expected: expected, given: given)) {
        try RowKey(given, in: .classRoll, file: school)
      }
    }
    #expect(
      RecordError.keyForm(table: "班级", expected: expected, given: "1").description
        == "“班级”的行由 学校标识码/学年/学段/入学年份/班号 指明，“1”对不上。值里有 / 的，写作 \\/ 并加单引号，如 'A\\/01'。")
  }

  @Test("a bad part is refused with table, parts, column, value and what is allowed, and how a / is written")
  func badPart() {
    let error = #expect(throws: RecordError.self) {
      try RowKey("大学/2020/1", in: .classRoll, file: school)
    }
    #expect(
      error?.description
        == "“班级”的行由 学校标识码/学年/学段/入学年份/班号 指明，“大学/2020/1”对不上：“学段”“大学”不在允许的取值内，允许：幼儿、小学、初中、高中。值里有 / 的，写作 \\/ 并加单引号，如 'A\\/01'。"
    )
  }

  @Test(
    "the JSON of a key is byte for byte what SQLite's json_array makes of it",
    arguments: [
      "", "T001", "a\"b", "a\\b", "a/b", "\\\"", "\u{01}\u{1F}", "\u{08}\u{0C}\n\r\t", "\u{7F}", "中文", "𠮷",
      "é", "e\u{301}",
      "\u{200D}\u{FEFF}", "'", "null", "[1,2]", "\u{2028}", "😀",
    ])
  func json(_ text: String) throws {
    let key = RowKey([text.databaseValue, 2022.databaseValue, Int64.max.databaseValue, .null])
    let expected = try DatabaseQueue().read { db in
      try String.fetchOne(db, sql: "SELECT json_array(?, 2022, 9223372036854775807, NULL)", arguments: [text])
    }
    #expect(key.json == expected)
  }

  @Test("no key holds personal data, for keys stand in messages and in the history")
  func noPersonalKeys() {
    for table in TableCatalog.tables {
      #expect(table.keyColumns.allSatisfy { !$0.sensitive }, "\(table.name)")
      #expect(table.key.first == "org_code", "\(table.name)")
    }
  }
}
