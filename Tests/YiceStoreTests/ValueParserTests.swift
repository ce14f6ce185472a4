import Testing
import YiceStore
import YiceTestSupport

@Suite("what people type becomes what a column stores")
struct ValueParserTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let table: CatalogTable
    let column: String
    let typed: String
    let stored: ParsedValue
    var exponent = 0

    var testDescription: String { "\(name): \(table.name).\(column) ← \(typed)" }
  }

  static let taken: [Case] = [
    Case(name: "plain", table: .classRoll, column: "head_count", typed: "45", stored: .integer(45)),
    Case(
      name: "spaces round it", table: .classRoll, column: "head_count", typed: " 45　", stored: .integer(45)),
    Case(name: "full-width", table: .classRoll, column: "head_count", typed: "４５", stored: .integer(45)),
    Case(name: "unit", table: .classRoll, column: "head_count", typed: "45人", stored: .integer(45)),
    Case(name: "whole decimal", table: .classRoll, column: "head_count", typed: "45.0", stored: .integer(45)),
    Case(name: "thousands", table: .classRoll, column: "head_count", typed: "1,045", stored: .integer(1045)),
    Case(
      name: "full-width comma", table: .classRoll, column: "head_count", typed: "１，０４５",
      stored: .integer(1045)),
    Case(name: "about", table: .classRoll, column: "head_count", typed: "约45", stored: .integer(45)),
    Case(
      name: "largest", table: .classRoll, column: "head_count", typed: "2147483647",
      stored: .integer(2_147_483_647)),
    Case(name: "empty", table: .classRoll, column: "boys", typed: "　", stored: .null),
    Case(name: "alias", table: .classRoll, column: "grade", typed: "初二", stored: .integer(8)),
    Case(name: "alias with a space", table: .classRoll, column: "grade", typed: "初 二", stored: .integer(8)),
    Case(name: "number with its word", table: .classRoll, column: "grade", typed: "8年级", stored: .integer(8)),
    Case(
      name: "class with its word", table: .classRoll, column: "class_no", typed: "3班", stored: .integer(3)),
    Case(name: "lowest of a range", table: .classRoll, column: "class_no", typed: "1", stored: .integer(1)),
    Case(
      name: "highest of a range", table: .classRoll, column: "class_no", typed: "99", stored: .integer(99)),
    Case(name: "decimal", table: .room, column: "floor_area", typed: "96.5", stored: .real(96.5)),
    Case(name: "four decimals", table: .room, column: "floor_area", typed: "96.1234", stored: .real(96.1234)),
    Case(name: "zeros behind", table: .room, column: "floor_area", typed: "96.500000", stored: .real(96.5)),
    Case(name: "unit ㎡", table: .room, column: "floor_area", typed: "96.5㎡", stored: .real(96.5)),
    Case(name: "unit 平方米", table: .room, column: "floor_area", typed: "96.5 平方米", stored: .real(96.5)),
    Case(name: "unit m2", table: .room, column: "floor_area", typed: "96.5m²", stored: .real(96.5)),
    Case(
      name: "largest decimal", table: .room, column: "floor_area", typed: "1000000000000", stored: .real(1e12)
    ),
    Case(name: "scientific", table: .room, column: "floor_area", typed: "1.2e3", stored: .real(1200)),
    Case(name: "万元 in the cell", table: .finance, column: "amount", typed: "3.5万元", stored: .real(35000)),
    Case(
      name: "亿元 in the cell", table: .finance, column: "amount", typed: "1.2亿元", stored: .real(120_000_000)),
    Case(name: "yuan sign", table: .finance, column: "amount", typed: "35000元", stored: .real(35000)),
    Case(
      name: "万元 in the heading", table: .finance, column: "amount", typed: "3.5", stored: .real(35000),
      exponent: 4),
    Case(
      name: "whole 万元 in the heading", table: .finance, column: "amount", typed: "12", stored: .real(120_000),
      exponent: 4),
    Case(
      name: "万元 in both", table: .finance, column: "amount", typed: "3.5万元", stored: .real(35000), exponent: 4
    ),
    Case(
      name: "exact decimals of 万元", table: .finance, column: "amount", typed: "0.00000001",
      stored: .real(0.0001),
      exponent: 4),
    Case(name: "negative", table: .statement, column: "value", typed: "-3.25", stored: .real(-3.25)),
    Case(name: "full-width minus", table: .statement, column: "value", typed: "－3.25", stored: .real(-3.25)),
    Case(name: "full-width unit", table: .statement, column: "value", typed: "９５人", stored: .real(95)),
    Case(name: "measure word", table: .equipment, column: "quantity", typed: "12架", stored: .real(12)),
    Case(
      name: "year of a building", table: .room, column: "built_year", typed: "1998年", stored: .integer(1998)),
    Case(
      name: "dashes", table: .classRoll, column: "counted_on", typed: "2022-9-1", stored: .text("2022-09-01")),
    Case(
      name: "dots", table: .classRoll, column: "counted_on", typed: "2022.9.1", stored: .text("2022-09-01")),
    Case(
      name: "Chinese", table: .classRoll, column: "counted_on", typed: "2022年9月1日",
      stored: .text("2022-09-01")),
    Case(
      name: "Chinese with spaces", table: .classRoll, column: "counted_on", typed: "2022 年 9 月 1 日",
      stored: .text("2022-09-01")),
    Case(
      name: "slashes", table: .classRoll, column: "counted_on", typed: "2022/9/1", stored: .text("2022-09-01")
    ),
    Case(
      name: "with a time", table: .classRoll, column: "counted_on", typed: "2022/9/1 0:00",
      stored: .text("2022-09-01")),
    Case(
      name: "with seconds", table: .classRoll, column: "counted_on", typed: "2022-09-01 00:00:00",
      stored: .text("2022-09-01")),
    Case(
      name: "ISO moment", table: .classRoll, column: "counted_on", typed: "2022-09-01T08:00:00Z",
      stored: .text("2022-09-01")),
    Case(
      name: "Excel serial", table: .classRoll, column: "counted_on", typed: "44805",
      stored: .text("2022-09-01")),
    Case(
      name: "eight digits", table: .classRoll, column: "counted_on", typed: "20220901",
      stored: .text("2022-09-01")),
    Case(
      name: "leap day", table: .classRoll, column: "counted_on", typed: "2024-02-29",
      stored: .text("2024-02-29")),
    Case(name: "year", table: .classRoll, column: "school_year", typed: "2022", stored: .integer(2022)),
    Case(
      name: "two years", table: .classRoll, column: "school_year", typed: "2022-2023", stored: .integer(2022)),
    Case(
      name: "school year in words", table: .classRoll, column: "school_year", typed: "2022—2023学年",
      stored: .integer(2022)),
    Case(
      name: "full-width year", table: .classRoll, column: "school_year", typed: "２０２２", stored: .integer(2022)
    ),
    Case(name: "choice", table: .teacher, column: "stage", typed: "小学", stored: .text("小学")),
    Case(name: "choice with a space", table: .teacher, column: "stage", typed: "小 学", stored: .text("小学")),
    Case(name: "choice by alias", table: .teacher, column: "education", typed: "大学本科", stored: .text("本科")),
    Case(name: "degree", table: .teacher, column: "education", typed: "大学本科毕业", stored: .text("本科")),
    Case(name: "degree", table: .teacher, column: "education", typed: "硕士研究生毕业", stored: .text("研究生")),
    Case(name: "degree", table: .teacher, column: "education", typed: "本科（学士）", stored: .text("本科")),
    Case(name: "degree", table: .teacher, column: "education", typed: "在职研究生", stored: .text("研究生")),
    Case(name: "degree", table: .teacher, column: "education", typed: "全日制本科", stored: .text("本科")),
    Case(name: "degree", table: .teacher, column: "education", typed: "函授大专", stored: .text("专科")),
    Case(name: "degree", table: .teacher, column: "education", typed: "中师毕业", stored: .text("高中阶段")),
    Case(name: "degree", table: .teacher, column: "education", typed: "中等专业学校毕业", stored: .text("高中阶段")),
    Case(name: "degree", table: .teacher, column: "education", typed: "普通高中毕业", stored: .text("高中阶段")),
    Case(name: "degree", table: .teacher, column: "education", typed: "本科生", stored: .text("本科")),
    Case(name: "degree", table: .teacher, column: "education", typed: "研究生（硕士）", stored: .text("研究生")),
    Case(name: "title", table: .teacher, column: "title", typed: "中小学一级教师（中级）", stored: .text("一级")),
    Case(name: "title", table: .teacher, column: "title", typed: "小教高级", stored: .text("一级")),
    Case(name: "title", table: .teacher, column: "title", typed: "中教二级", stored: .text("二级")),
    Case(name: "title", table: .teacher, column: "title", typed: "高级教师职称", stored: .text("高级")),
    Case(name: "title", table: .teacher, column: "title", typed: "见习期", stored: .text("未定级")),
    Case(name: "title", table: .teacher, column: "title", typed: "聘任一级教师", stored: .text("一级")),
    Case(name: "money", table: .finance, column: "amount", typed: "¥1200", stored: .real(1200)),
    Case(name: "money", table: .finance, column: "amount", typed: "￥1,200.00", stored: .real(1200)),
    Case(name: "money", table: .finance, column: "amount", typed: "1200元整", stored: .real(1200)),
    Case(name: "money", table: .finance, column: "amount", typed: "人民币1200元", stored: .real(1200)),
    Case(name: "money", table: .finance, column: "amount", typed: "RMB 1200", stored: .real(1200)),
    Case(name: "money", table: .finance, column: "amount", typed: "¥1.2万元", stored: .real(12000)),
    Case(name: "money", table: .finance, column: "amount", typed: "近1200", stored: .real(1200)),
    Case(name: "money", table: .finance, column: "amount", typed: "1200元左右", stored: .real(1200)),
    Case(
      name: "money in yuan below 万元", table: .finance, column: "amount", typed: "¥1200", stored: .real(1200),
      exponent: 4),
    Case(name: "area", table: .room, column: "floor_area", typed: "72m2", stored: .real(72)),
    Case(name: "area", table: .room, column: "floor_area", typed: "72 m²", stored: .real(72)),
    Case(name: "area", table: .room, column: "floor_area", typed: "72平米", stored: .real(72)),
    Case(name: "alias of empty", table: .statement, column: "stage", typed: "全校", stored: .text("")),
    Case(name: "empty in a key", table: .statement, column: "stage", typed: "", stored: .text("")),
    Case(name: "element", table: .statement, column: "element", typed: "学生数", stored: .text("学生数")),
    Case(
      name: "element by synonym", table: .statement, column: "element", typed: "图书", stored: .text("图书册数")),
    Case(
      name: "org code", table: .teacher, column: "org_code", typed: "2133000001", stored: .text("2133000001")),
    Case(
      name: "full-width code", table: .teacher, column: "org_code", typed: "２１３３０００００１",
      stored: .text("2133000001")),
    Case(name: "county code", table: .org, column: "county_code", typed: "330100", stored: .text("330100")),
    Case(name: "text stays", table: .teacher, column: "note", typed: " a, b “c” ", stored: .text("a, b “c”")),
    Case(
      name: "optional text keeps full-width", table: .teacher, column: "note", typed: "Ａ（１）",
      stored: .text("Ａ（１）")),
    Case(
      name: "key text is half-width", table: .teacher, column: "teacher_no", typed: "Ｔ００１",
      stored: .text("T001")),
    Case(name: "spaces inside a name", table: .teacher, column: "name", typed: "王　芳", stored: .text("王芳")),
    Case(
      name: "two spaces inside a name", table: .teacher, column: "name", typed: "王  芳", stored: .text("王芳")),
    Case(name: "Latin name", table: .teacher, column: "name", typed: "Anna Wang", stored: .text("Anna Wang")),
    Case(
      name: "zero-width space", table: .teacher, column: "name", typed: "\u{200B}王芳\u{200B}",
      stored: .text("王芳")),
    Case(
      name: "zero-width and blank", table: .teacher, column: "name", typed: "\u{200B} 王芳 \u{200B}",
      stored: .text("王芳")),
    Case(
      name: "byte order mark inside", table: .teacher, column: "name", typed: "\u{FEFF}王\u{FEFF}芳",
      stored: .text("王芳")),
    Case(name: "nothing but zero-width", table: .teacher, column: "note", typed: "\u{200B}", stored: .null),
    Case(name: "beyond the plane", table: .teacher, column: "name", typed: "𠮷田", stored: .text("𠮷田")),
  ]

  @Test("a good value is stored tidy", arguments: taken)
  func takes(_ example: Case) throws {
    let column = try #require(example.table.column(example.column))
    let parsed = try ValueParser(column, exponent: example.exponent).parse(example.typed)
    #expect(parsed.value == example.stored)
  }

  struct Bad: CustomTestStringConvertible, Sendable {
    let table: CatalogTable
    let column: String
    let typed: String
    let code: String

    init(_ table: CatalogTable, _ column: String, _ typed: String, _ code: String) {
      self.table = table
      self.column = column
      self.typed = typed
      self.code = code
    }

    var testDescription: String { "\(table.name).\(column) ← \(typed): \(code)" }
  }

  static let refused: [Bad] = [
    Bad(.classRoll, "head_count", "四十五", "bad-number"), Bad(.classRoll, "head_count", "-1", "out-of-range"),
    Bad(.classRoll, "head_count", "45.5", "not-whole"),
    Bad(.classRoll, "head_count", "2147483648", "out-of-range"),
    Bad(.classRoll, "head_count", "9223372036854775807", "bad-number"),
    Bad(.classRoll, "head_count", "9223372036854775808", "bad-number"),
    Bad(.classRoll, "head_count", "99999999999999999999999", "bad-number"),
    Bad(.classRoll, "head_count", "1,04", "bad-number"), Bad(.classRoll, "head_count", "12㎡", "bad-unit"),
    Bad(.classRoll, "head_count", "", "missing-value"), Bad(.classRoll, "head_count", "1e400", "bad-number"),
    Bad(.classRoll, "class_no", "0", "out-of-range"), Bad(.classRoll, "class_no", "100", "out-of-range"),
    Bad(.classRoll, "grade", "十三年级", "bad-number"),
    Bad(.room, "floor_area", "NaN", "bad-number"), Bad(.room, "floor_area", "inf", "bad-number"),
    Bad(.room, "floor_area", "-inf", "bad-number"), Bad(.room, "floor_area", "1e400", "bad-number"),
    Bad(.room, "floor_area", "96.12345", "too-many-decimals"), Bad(.room, "floor_area", "-1", "out-of-range"),
    Bad(.room, "floor_area", "1000000000000.1", "out-of-range"),
    Bad(.room, "floor_area", "1.2.3", "bad-number"),
    Bad(.room, "floor_area", "12元", "bad-unit"), Bad(.room, "floor_area", ".", "bad-number"),
    Bad(.finance, "amount", "3.5万", "bad-unit"),
    Bad(.finance, "amount", "0.000000001万元", "too-many-decimals"),
    Bad(.statement, "value", "NaN", "bad-number"), Bad(.statement, "value", "inf", "bad-number"),
    Bad(.statement, "value", "1e13", "out-of-range"),
    // Without a unit of its own the column cannot say ten thousand of what.
    // No figure that is stated is a share: 50% of the pupils is not 50 pupils.
    Bad(.statement, "value", "50%", "bad-unit"), Bad(.statement, "value", "95％", "bad-unit"),
    Bad(.statement, "value", "3.5万元", "bad-unit"), Bad(.equipment, "quantity", "1.2万册", "bad-unit"),
    Bad(.equipment, "quantity", "1.2万", "bad-unit"), Bad(.equipment, "quantity", "12abc", "bad-unit"),
    Bad(.equipment, "quantity", "12-", "bad-unit"), Bad(.equipment, "quantity", "1/2?", "bad-unit"),
    Bad(.classRoll, "counted_on", "2022-02-30", "bad-date"),
    Bad(.classRoll, "counted_on", "2023-02-29", "bad-date"),
    Bad(.classRoll, "counted_on", "2100-02-29", "bad-date"),
    Bad(.classRoll, "counted_on", "2022-13-01", "bad-date"),
    Bad(.classRoll, "counted_on", "2022-00-01", "bad-date"),
    Bad(.classRoll, "counted_on", "2022-09", "bad-date"), Bad(.classRoll, "counted_on", "22-9-1", "bad-date"),
    Bad(.classRoll, "counted_on", "九月一日", "bad-date"), Bad(.classRoll, "counted_on", "20221301", "bad-date"),
    Bad(.classRoll, "counted_on", "2022-9-1 1", "bad-date"), Bad(.classRoll, "counted_on", "60", "bad-date"),
    Bad(.classRoll, "school_year", "1949", "bad-year"), Bad(.classRoll, "school_year", "2101", "bad-year"),
    Bad(.classRoll, "school_year", "22", "bad-year"), Bad(.classRoll, "school_year", "2022-2024", "bad-year"),
    Bad(.teacher, "full_time", "也许", "bad-yes-no"), Bad(.teacher, "full_time", "2", "bad-yes-no"),
    Bad(.teacher, "stage", "大学", "not-allowed"), Bad(.teacher, "teacher_no", "\u{200B}", "missing-value"),
    Bad(.statement, "element", "猫的数量", "not-allowed"), Bad(.teacher, "org_code", "21330000", "bad-code"),
    Bad(.teacher, "org_code", "213300000A", "bad-code"), Bad(.org, "county_code", "2133000001", "bad-code"),
    Bad(.evidence, "sha256", "abc", "bad-digest"),
  ]

  @Test("a bad value is refused by kind, and the message says what is allowed", arguments: refused)
  func refuses(_ bad: Bad) throws {
    let column = try #require(bad.table.column(bad.column))
    let problem = #expect(throws: ValueProblem.self) { try ValueParser(column).parse(bad.typed) }
    #expect(problem?.code == bad.code)
    #expect(problem?.message.isEmpty == false)
    #expect(
      bad.typed.count < 4 || problem?.message.contains("2022-09-01") == true
        || problem?.message.contains(bad.typed) == false, "the message repeats the value")
  }

  @Test(
    "yes has many forms",
    arguments: ["是", "1", "１", "有", "√", "✓", "✔", "Y", "y", "Ｙ", "yes", "YES", "TRUE", "true", "对", " 是 "])
  func yes(_ typed: String) throws {
    let column = try #require(CatalogTable.teacher.column("full_time"))
    #expect(try ValueParser(column).parse(typed).value == .integer(1))
  }

  @Test(
    "no has many forms",
    arguments: ["否", "0", "０", "无", "没有", "×", "x", "X", "✗", "N", "no", "FALSE", "f", "不是", "非"])
  func no(_ typed: String) throws {
    let column = try #require(CatalogTable.teacher.column("full_time"))
    #expect(try ValueParser(column).parse(typed).value == .integer(0))
  }

  @Test("a rough number is taken with a remark", arguments: ["约120", "大约120", "≈120", "约 120 人"])
  func rough(_ typed: String) throws {
    let column = try #require(CatalogTable.classRoll.column("head_count"))
    let parsed = try ValueParser(column).parse(typed)
    #expect(parsed.value == .integer(120))
    #expect(parsed.remark?.code == "about")
  }

  @Test("every choice and every alias of the catalog is taken", arguments: TableCatalog.tables)
  func choices(_ table: CatalogTable) throws {
    for column in table.columns {
      guard case .choice(let words) = column.type else { continue }
      for word in words where !word.isEmpty {
        #expect(
          try ValueParser(column).parse(word).value == .text(word), "\(table.name).\(column.name) \(word)")
      }
      for (written, stored) in column.aliases {
        #expect(words.contains(stored), "\(table.name).\(column.name) \(written)")
        #expect(try ValueParser(column).parse(written).value == .text(stored), "\(column.name) \(written)")
      }
    }
  }

  @Test("a decimal of up to four places comes back as it was written", arguments: [1, 2, 3] as [UInt64])
  func decimals(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let column = try #require(CatalogTable.room.column("floor_area"))
    for _ in 0..<2000 {
      let whole = Int.random(in: 0...99_999_999, using: &random)
      let part = Int.random(in: 0...9999, using: &random)
      let digits = String(part + 10_000).dropFirst()
      let written = "\(whole).\(digits)"
      guard case .real(let value) = try ValueParser(column).parse(written).value else {
        Issue.record("seed \(seed): \(written) is no number")
        return
      }
      #expect((value * 10_000).rounded() == Double(whole * 10_000 + part), "seed \(seed): \(written)")
      #expect(value == Double(written), "seed \(seed): \(written)")
    }
  }
}
