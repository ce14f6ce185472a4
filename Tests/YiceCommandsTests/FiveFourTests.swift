import Testing
import YiceTestSupport

/// A county of 五四制: 六年级 is the first grade of 初中 wherever a class is read, judged, named or moved up.
@Suite struct FiveFourTests: Desk {
  let workdir = Workdir()
  private static let school = "3199000001"

  init() throws {
    try does("new", "县.db", "--role", "county", "--org", "990101", "--name", "示例县教育局", "--year", "2022")
    try does("add", "县.db", "学校机构", "学校标识码=\(Self.school)", "学校名称=示例学校", "学校类别=九年一贯制学校")
  }

  private func fiveFour() throws {
    for (stage, years) in [("小学", 5), ("初中", 4)] {
      try does("add", "县.db", "阈值", "标准名称=学制", "指标编号=年数", "学段=\(stage)", "数值=\(years)", "依据=县定")
    }
  }

  private func importClasses(_ heading: String, _ rows: [String], status: Int32 = 0) throws -> ProgramResult {
    let lines = rows.map { "\(Self.school),\($0)" }.joined(separator: "\n")
    try workdir.write("班级.csv", "学校标识码,\(heading)\n\(lines)\n")
    return try does("import", "县.db", "班级", "班级.csv", status: status)
  }

  private func classes(_ year: Int = 2022) throws -> [String] {
    let rows = try json(try does("list", "县.db", "班级", "--year", "\(year)", "--json").out) as? [[String: Any]]
    return (rows ?? []).map { row in
      "\(row["stage"] ?? "") \(row["entry_year"] ?? "") \(row["grade"] ?? "") \(row["head_count"] ?? "")"
    }.sorted()
  }

  @Test("a sheet of class names is read by the county's 学制")
  func read() throws {
    try fiveFour()
    _ = try importClasses("班级,人数", ["五年级1班,46", "六(1)班,56"])
    #expect(try classes() == ["初中 2022 6 56", "小学 2018 5 46"])
  }

  @Test("without a word of it the same sheet is read by 六三制")
  func usual() throws {
    _ = try importClasses("班级,人数", ["五年级1班,46", "六(1)班,56"])
    #expect(try classes() == ["小学 2017 6 56", "小学 2018 5 46"])
  }

  @Test(
    "a name that two grades go by is asked about, in a class name and in a column of grades",
    arguments: [("班级,人数", "初一1班,40"), ("年级,班号,人数", "初一,1,40"), ("年级,班号,人数", "小六,1,40")])
  func unclear(_ heading: String, _ row: String) throws {
    _ = try importClasses(heading, [row])
    let before = try classes()
    try fiveFour()
    let said = try importClasses(heading, [row], status: 1)
    #expect(said.err.contains("本县的学制是小学 5 年，初中 4 年"), "\(said.err)")
    #expect(try classes() == before)
  }

  @Test("what holds in both is read in both", arguments: ["小三", "高一"])
  func clear(_ grade: String) throws {
    try fiveFour()
    _ = try importClasses("年级,班号,人数", ["\(grade),1,40"])
    #expect(try classes() == [grade == "小三" ? "小学 2020 3 40" : "高中 2022 10 40"])
  }

  @Test("check calls 六年级 of 初中 wrong only under 六三制")
  func check() throws {
    _ = try importClasses("学年,学段,入学年份,班号,年级,人数", ["2022,初中,2022,1,6,40"])
    let wrong = "写的是 6 年级，按入学年份应是 7 年级"
    #expect(try yice(["check", "县.db"]).out.contains(wrong))
    try fiveFour()
    let said = try yice(["check", "县.db"])
    #expect(!said.out.contains("按入学年份应是"), "\(said.out)")
    #expect(try does("standards", "县.db").out.contains("学制：小学 5 年，初中 4 年，高中 3 年"))
  }

  @Test("classes that were read before the county said its 学制 are named by check")
  func before() throws {
    _ = try importClasses("班级,人数", ["五年级1班,40", "六年级1班,40"])
    #expect(try !yice(["check", "县.db"]).out.contains("年级为止"))
    try fiveFour()
    let said = try yice(["check", "县.db"]).out
    #expect(said.contains("小学 2017 年入学 1 班写的是 6 年级，按本县学制小学到 5 年级为止"), "\(said)")
    #expect(!said.contains("小学 2018 年入学"))
  }

  @Test("ledger, form, forecast and the new year follow")
  func ledger() throws {
    try fiveFour()
    _ = try importClasses("班级,人数", ["五年级1班,46", "六年级1班,56"])
    try does("oversize", "scan", "县.db", says: "五年级1班", "六年级1班")
    try does("oversize", "list", "县.db", says: "五年级1班", "六年级1班")
    let form = try does("form", "县.db", "大班额台账", "--csv").out
    #expect(form.contains("六年级") && form.contains("五年级") && !form.contains("七年级"), "\(form)")
    let places = try json(try does("oversize", "places", "县.db", "--ahead", "1", "--json").out)
    let junior = (places as? [[String: Any]])?.first {
      $0["year"] as? Int == 2023 && $0["stage"] as? String == "初中"
    }
    // Today's 六年级, and 五年级 that comes up from 小学.
    #expect(junior?["pupils"] as? Int == 56 + 46)
    try does("year", "open", "县.db", "2023", says: "毕业班 1 个")
    #expect(try classes(2023) == ["初中 2022 7 56"])
    try does("oversize", "list", "县.db", "--year", "2023", says: "七年级1班", "小学2018级1班")
  }
}
