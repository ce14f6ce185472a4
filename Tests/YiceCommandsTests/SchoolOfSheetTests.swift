import Testing
import YiceTestSupport

/// A school's own sheet in the bureau's file must say whose it is.
@Suite struct SchoolOfSheetTests: Desk {
  let workdir = Workdir()
  private static let rows = "教师编号,姓名,任教学科\nT1,某甲,语文\nT2,某乙,数学\n"

  init() throws {
    try does("new", "县.db", "--role", "county", "--org", "330100", "--name", "示例县教育局", "--year", "2022")
    for (code, name) in [("2133000001", "实验小学"), ("2133000002", "城东实验小学"), ("2133000003", "城西小学")] {
      try does("add", "县.db", "学校机构", "学校标识码=\(code)", "学校名称=\(name)", "学校类别=小学")
    }
  }

  private func codes() throws -> [String] {
    let rows = try json(try does("list", "县.db", "教师", "--json").out) as? [[String: Any]]
    return rows?.compactMap { $0["org_code"] as? String } ?? []
  }

  @Test("without a word of the school nothing is imported, and it says what to do")
  func unsaid() throws {
    try workdir.write("t.csv", Self.rows)
    let before = try workdir.bytes("县.db")
    try does("import", "县.db", "教师", "t.csv", status: 64, says: "不知道是哪所学校的。没有导入。请加 --school")
    try does("import", "县.db", "教师", "t.csv", "--dry-run", status: 64, says: "请加 --school")
    #expect(try workdir.bytes("县.db") == before)
    try does("add", "县.db", "教师", "教师编号=T1", "姓名=某", status: 64, says: "请写明是哪所学校的：学校标识码=")
  }

  @Test(
    "--school names it, by code, name or a part of the name of one school",
    arguments: ["2133000003", "城西小学", "城西"])
  func said(_ word: String) throws {
    try workdir.write("t.csv", Self.rows)
    try does("import", "县.db", "教师", "t.csv", "--school", word)
    #expect(try codes() == ["2133000003", "2133000003"])
  }

  @Test("a school that is not known, or not the only one, is asked about")
  func unknown() throws {
    try workdir.write("t.csv", Self.rows)
    try does("import", "县.db", "教师", "t.csv", "--school", "城南", status: 64, says: "文件里没有学校“城南”")
    try does(
      "import", "县.db", "教师", "t.csv", "--school", "城", status: 64, says: "“城”不止一所学校", "城东实验小学（2133000002）")
    try does("import", "县.db", "政策清单", "t.csv", "--school", "城西", status: 64, says: "不要写 --school")
    #expect(try codes().isEmpty)
  }

  @Test("a title names it; the longer name is the one meant")
  func title() throws {
    try workdir.write("t.csv", "城东实验小学教师花名册,,\n" + Self.rows)
    try does("import", "县.db", "教师", "t.csv", says: "标题行里写着“城东实验小学”，按这所学校（2133000002）导入")
    #expect(try codes() == ["2133000002", "2133000002"])
    try workdir.write("u.csv", "城东实验小学、城西小学教师,,\n" + Self.rows)
    try does("import", "县.db", "教师", "u.csv", status: 64, says: "标题行里有几所学校（城东实验小学、城西小学）")
  }

  @Test("a column of names is read row by row; a name that is no school's is a finding with its row")
  func column() throws {
    try workdir.write("t.csv", "学校名称,教师编号,姓名\n实验小学,T1,某甲\n城西小学,T2,某乙\n")
    try does("import", "县.db", "教师", "t.csv")
    #expect(try codes() == ["2133000001", "2133000003"])
    try workdir.write("u.csv", "学校名称,教师编号,姓名\n实验小学,T5,某甲\n城北小学,T6,某乙\n")
    try does("import", "县.db", "教师", "u.csv", "--strict", status: 1, says: "第 3 行", "文件里没有学校“城北小学”")
    try does("import", "县.db", "教师", "u.csv", "--dry-run", status: 2, says: "城北小学")
    try workdir.write("v.csv", "学校标识码,教师编号,姓名\n2133000001,T7,某甲\n")
    try does("import", "县.db", "教师", "v.csv", "--school", "城西", status: 64, says: "不要再写 --school")
    try does("import", "县.db", "教师", "v.csv")
  }

  @Test("a bureau's own sheet names a school in a row, or all of them, or nobody")
  func ownTables() throws {
    try workdir.write(
      "z.csv", "编号,学校,问题\n1,实验小学,场地不足\n2,城西,图书不足\n3,全县,布局不合理\n4,示例县教育局,培训不足\n5,,培训不足\n")
    try does("import", "县.db", "整改清单", "z.csv", says: "新增 5")
    let rows = try does("list", "县.db", "整改清单", "--csv").out.split(separator: "\r\n").dropFirst()
    #expect(
      rows.map { $0.prefix { $0 != "," } } == ["2133000001", "2133000003", "330100", "330100", "330100"])
    try workdir.write("y.csv", "编号,学校,问题\n6,城北小学,场地不足\n7,实验小学,场地不足\n")
    try does("import", "县.db", "整改清单", "y.csv", status: 2, says: "第 2 行", "文件里没有学校“城北小学”", "新增 1")
  }

  @Test("what the bureau answered goes to the schools with issue, and serves their sheets")
  func answers() throws {
    try workdir.write("t.csv", "教师编号,姓名,职称\nT1,某甲,省聘\n")
    try does("import", "县.db", "教师", "t.csv", "--school", "城西", "--value", "省聘=高级")
    try does("issue", "县.db", "--to", "发", "--org", "2133000001")
    try does("start", "发/2133000001-实验小学-下发.db", "-o", "校.db")
    try does("import", "校.db", "教师", "t.csv")
    #expect(try does("list", "校.db", "教师", "--json").out.contains("高级"))
    // The school's own word comes before the bureau's.
    try does("import", "校.db", "教师", "t.csv", "--value", "省聘=一级", says: "更改 1")
    try does("import", "校.db", "教师", "t.csv", says: "更改 0，相同 1")
  }

  @Test("in a school's own file nothing is asked, and another school's name is refused")
  func ownFile() throws {
    try does(
      "new", "校.db", "--org", "2133000001", "--name", "实验小学", "--kind", "小学", "--county", "330100", "--year",
      "2022")
    try workdir.write("t.csv", Self.rows)
    try does("import", "校.db", "教师", "t.csv")
    try does("import", "校.db", "教师", "t.csv", "--school", "实验小学")
    try does("import", "校.db", "教师", "t.csv", "--school", "城西", status: 64)
  }
}

/// Two officers put a standard in use in copies of the file, without knowing of each other.
@Suite struct TwoStandardsTests: Desk {
  let workdir = Workdir()

  init() throws {
    try does("new", "a.db", "--role", "county", "--org", "330100", "--name", "示例县", "--year", "2022")
    try does("add", "a.db", "学校机构", "学校标识码=2133000001", "学校名称=一小", "学校类别=小学")
    try workdir.write("b.db", try workdir.bytes("a.db"))
  }

  @Test(
    "both are named wherever figures are, the one put in use last counts, and --use settles it",
    arguments: [true, false])
  func told(_ guangdongLast: Bool) throws {
    let order = [("a.db", "basic-2012"), ("b.db", "guangdong-2017")]
    for (file, standard) in guangdongLast ? order : order.reversed() {
      try does("standards", file, "--use", standard)
    }
    let last = guangdongLast ? "guangdong-2017" : "basic-2012"
    let told = "有 2 套标准都是“使用中”（"
    for (into, from) in [("a.db", "b.db"), ("b.db", "a.db")] {
      #expect(try yice(["merge", into, from]).out.contains("注意：" + told), "merge \(into)")
    }
    for file in ["a.db", "b.db"] {
      for command in ["check", "status", "indicators", "standards"] {
        let said = try yice([command, file])
        #expect((said.out + said.err).contains(told), "\(command): \(said.out)\(said.err)")
        #expect((said.out + said.err).contains("按最后换用的 \(last) 计算"), "\(command)")
      }
      try does("info", file, says: "也在使用中")
    }
    try does("standards", "a.db", "--use", last)
    for command in ["check", "status", "indicators", "standards"] {
      let said = try yice([command, "a.db"])
      #expect(!(said.out + said.err).contains("都是“使用中”"), "\(command)")
    }
  }
}
