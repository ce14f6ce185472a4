import Testing
import YiceImport
import YiceModel
import YiceStore

@Suite("headings find their columns")
struct HeaderMatcherTests {
  private let place = SourceLocation(file: "表.csv", row: 1)

  struct Case: CustomTestStringConvertible, Sendable {
    let table: CatalogTable
    let heading: String
    let column: String
    let exponent: Int

    init(_ table: CatalogTable, _ heading: String, _ column: String, _ exponent: Int = 0) {
      self.table = table
      self.heading = heading
      self.column = column
      self.exponent = exponent
    }

    var testDescription: String { "\(table.name): \(heading) → \(column)" }
  }

  @Test(
    "a sheet that lacks what the table requires names the tables it fits better, and none when there is none",
    arguments: [
      (["用房编号", "用房类别", "建筑面积"], "这些列更像“用房”（对得上 3 列）：如果是它，请用 yice import 文件 用房"),
      (["场地编号", "类别", "面积(亩)", "校区"], "这些列更像“场地”（对得上 4 列）"),
      // The table that was named fits as well; it only lacks a column.
      (["教师编号", "性别", "出生日期", "任教学科"], nil), (["甲", "乙"], nil), ([], nil),
    ] as [([String], String?)])
  func guesses(_ headings: [String], _ guess: String?) {
    let problem = HeaderMatcher(.teacher).match(headings, at: place).problems.first {
      $0.code == "missing-column"
    }
    #expect(problem != nil)
    if let guess {
      #expect(problem?.message.contains(guess) == true, "\(problem?.message ?? "")")
    } else {
      #expect(problem?.message.contains("更像") == false, "\(problem?.message ?? "")")
    }
  }

  @Test(
    "a heading is known by label, English name, synonym, with unit, marks, spaces and full-width forms",
    arguments: [
      Case(.teacher, "教师编号", "teacher_no"), Case(.teacher, "teacher_no", "teacher_no"),
      Case(.teacher, "工号", "teacher_no"), Case(.teacher, " 教师 编号 ", "teacher_no"),
      Case(.teacher, "*教师编号", "teacher_no"), Case(.teacher, "教师编号★", "teacher_no"),
      Case(.teacher, "教师\n编号", "teacher_no"), Case(.teacher, "\u{FEFF}教师编号", "teacher_no"),
      Case(.teacher, "教师编号(必填)", "teacher_no"), Case(.teacher, "是否专任（是/否）", "full_time"),
      Case(.classRoll, "班级人数(人)", "head_count"), Case(.classRoll, "班级人数（人）*", "head_count"),
      Case(.room, "建筑面积(㎡)", "floor_area"), Case(.room, "建筑面积（平方米）", "floor_area"),
      Case(.room, "建筑面积（单位：平方米）", "floor_area"), Case(.room, "floor_area(m2)", "floor_area"),
      Case(.room, "建筑面积(万平方米)", "floor_area", 4),
      Case(.finance, "金额(万元)", "amount", 4), Case(.finance, "金额（万元）", "amount", 4),
      Case(.finance, "金额(元)", "amount"), Case(.finance, "经费（单位：亿元）", "amount", 8),
      Case(.equipment, "数量(台)", "quantity"),
    ])
  func finds(_ example: Case) throws {
    let plan = HeaderMatcher(example.table).match([example.heading], at: place)
    let entry = try #require(plan.entries.first)
    #expect(entry.column.name == example.column)
    #expect(entry.exponent == example.exponent)
    #expect(plan.skipped.isEmpty)
  }

  @Test(
    "every label, name, synonym and printed heading of the catalog is known", arguments: TableCatalog.tables)
  func catalog(_ table: CatalogTable) {
    for column in table.columns {
      for word in [column.label, column.name, column.heading] + column.synonyms {
        let plan = HeaderMatcher(table).match([word], at: place)
        // 班级 is the one heading that gives two columns.
        let found = plan.entries.first?.column.name ?? plan.className?.column.name
        #expect(found == column.name, "\(table.name): \(word)")
        #expect(plan.entries.first?.exponent ?? 0 == 0, "\(table.name): \(word)")
      }
    }
  }

  @Test("an unknown heading is told, with the way to map it, and not imported")
  func unknown() {
    let plan = HeaderMatcher(.teacher).match(["教师编号", "姓名", "属相", ""], at: place)
    #expect(plan.problems.isEmpty)
    #expect(
      plan.skipped.map(\.description) == [
        "提醒 表.csv 第 1 行 “属相”列：“教师”表没有这一列，没有导入（如应导入，用 --map 属相=列名 指明）",
        "提醒 表.csv 第 1 行 “第 4 列（无标题）”列：这一列没有标题，没有导入",
      ])
  }

  @Test("the same column twice is an error that names both headings")
  func twice() {
    let plan = HeaderMatcher(.teacher).match(["教师编号", "姓名", "工号"], at: place)
    #expect(
      plan.problems.map(\.description) == [
        "错误 表.csv 第 1 行 “工号”列：与“教师编号”指的是同一列“教师编号”。是同一项的，请删去或改名其中一列；右边是另一栏或另一张表的，请把它接到下面或放到另一张工作表"
      ])
  }

  @Test("missing columns of the key and required columns are named together")
  func missing() {
    let plan = HeaderMatcher(.teacher).match(["任教学段"], at: place)
    #expect(
      plan.problems.map(\.description) == [
        "错误 表.csv 第 1 行：缺少必需的列：教师编号、姓名。请补上这些列，或用 --map 文件里的列名=教师编号 指明哪一列就是"
      ])
    let classes = HeaderMatcher(.classRoll).match(["班号", "班级人数"], at: place)
    #expect(classes.problems.map(\.code) == ["missing-column"])
    #expect(classes.problems.first?.message.hasPrefix("缺少必需的列：学段、入学年份。") == true)
  }

  @Test(
    "grade and class number, or both in one heading, stand for stage and entry year",
    arguments: [["年级", "班号"], ["班级"], ["班级名称"]])
  func completes(_ headings: [String]) {
    #expect(HeaderMatcher(.classRoll).match(headings + ["班级人数"], at: place).problems.isEmpty)
  }

  @Test(
    "identity-card columns are left out and said to be", arguments: ["身份证号", "身份证号码*", "公民身份号码", "身份证号（18位）"])
  func identityCard(_ heading: String) {
    let plan = HeaderMatcher(.teacher).match(["教师编号", "姓名", heading], at: place)
    #expect(plan.entries.map(\.column.name) == ["teacher_no", "name"])
    #expect(plan.skipped.map(\.code) == ["identity-card"])
    #expect(plan.skipped.first?.message == "身份证号不存入一册文件，这一列没有导入")
  }

  @Test("--map goes before the catalog, and keeps the unit of the heading")
  func mapping() {
    let teacher = HeaderMatcher(.teacher, mapping: ["任课": "任教学科", "姓名": "note"])
    let plan = teacher.match(["教师编号", "任课", "姓名"], at: place)
    #expect(plan.entries.map(\.column.name) == ["teacher_no", "subject", "note"])
    let money = HeaderMatcher(.finance, mapping: ["拨款(万元)": "金额"])
    #expect(money.match(["拨款（万元）"], at: place).entries.map(\.exponent) == [4])
  }

  @Test("a unit that does not fit the column is refused with those that do")
  func badUnit() {
    let plan = HeaderMatcher(.finance).match(["年度", "项目", "金额(㎡)"], at: place)
    #expect(plan.problems.first?.code == "bad-unit")
    #expect(plan.problems.first?.message.contains("可用：元、圆、人民币元、¥、亿元、万元、千元、百元") == true)
    // Ten thousand of what, the column cannot say.
    let statement = HeaderMatcher(.statement).match(["数据项", "数值(万元)"], at: place)
    #expect(statement.problems.first?.code == "bad-unit")
  }
}
