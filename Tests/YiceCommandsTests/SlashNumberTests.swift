import Testing
import YiceTestSupport

/// 编号 with a slash of its own (2022/03), as registries of problems have them.
@Suite struct SlashNumberTests: Desk {
  let workdir = Workdir()

  init() throws {
    try does("new", "县.db", "--role", "county", "--org", "330100", "--name", "示例县", "--year", "2022")
    for (code, name) in [("2133000001", "第一小学"), ("2133000002", "第二小学")] {
      try does("add", "县.db", "学校机构", "学校标识码=\(code)", "学校名称=\(name)", "学校类别=小学")
    }
    try raise("2022/03", at: "2133000001")
  }

  private func raise(_ id: String, at school: String) throws {
    try does(
      "add", "县.db", "整改清单", "学校标识码=\(school)", "编号=\(id)", "问题来源=县检", "检查日期=2022-09-01",
      "问题描述=面积不足", "状态=待整改")
  }

  private func state(_ id: String = "2022/03") throws -> String {
    let rows =
      try json(try does("list", "县.db", "整改清单", "--where", "编号=\(id)", "--json").out) as? [[String: Any]]
    return rows?.first?["state"] as? String ?? ""
  }

  @Test(
    "it is handed in, returned, handed in again, struck off and opened again, by its number or with its school",
    arguments: ["2022/03", "2133000001/2022/03", #"2022\/03"#, #"2133000001/2022\/03"#])
  func cycle(_ entry: String) throws {
    try does("rectify", "submit", "县.db", entry, "--on", "2022-10-01", "--evidence", "已加固")
    try does("rectify", "return", "县.db", entry, "--reason", "照片不清", "--on", "2022-10-02")
    #expect(try state() == "退回")
    try does("rectify", "submit", "县.db", entry, "--on", "2022-10-03")
    try does("rectify", "strike", "县.db", entry, "--reason", "已核", "--on", "2022-10-04")
    try does("rectify", "reopen", "县.db", entry, "--reason", "又出现", "--on", "2022-10-04")
    #expect(try state() == "整改中")
    let shown = try does("rectify", "show", "县.db", entry).out
    #expect(shown.contains("照片不清") && shown.contains("又出现"), "\(shown)")
    #expect(try !yice(["check", "县.db"]).out.contains("整改清单"), "the rules find the verdict as well")
  }

  @Test("evidence and opinions find the row, and the rules find the evidence")
  func attached() throws {
    try workdir.write("照片.txt", "a")
    try does("evidence", "add", "县.db", "整改清单", "2022/03", "照片.txt")
    try does("rectify", "submit", "县.db", "2022/03", "--on", "2022-10-01")
    #expect(try state() == "待核验")
    let opinion = try does("opinion", "县.db", "整改清单", "2133000001/2022/03", "--judge", "疑问", "--text", "再看")
    #expect(opinion.err.contains(#"2133000001/2022\/03"#), "\(opinion.err)")
    try does("show", "县.db", "整改清单", "2133000001/2022/03", says: "面积不足")
  }

  @Test("the number of two schools is asked about with both, and either answer is understood")
  func several() throws {
    try raise("2022/03", at: "2133000002")
    try does(
      "rectify", "submit", "县.db", "2022/03", status: 1,
      says: "2133000001/2022/03、2133000002/2022/03。请写明是哪一条")
    try does("rectify", "submit", "县.db", "2133000002/2022/03", "--on", "2022-10-01", "--evidence", "已加固")
    try does("rectify", "submit", "县.db", "2022/04", status: 1, says: "没有 2022/04 这一行")
  }

  @Test("of two verdicts of one day the one written last is the last, whichever id it has")
  func sameDay() throws {
    for number in 1...12 {
      let entry = "D/\(number)"
      try raise(entry, at: "2133000001")
      try does("rectify", "submit", "县.db", entry, "--on", "2022-10-01", "--evidence", "已加固")
      try does("rectify", "strike", "县.db", entry, "--reason", "已核", "--on", "2022-10-04")
      try does("rectify", "reopen", "县.db", entry, "--reason", "又出现", "--on", "2022-10-04")
    }
    let text = try does("form", "县.db", "整改台账", "--school", "第一小学", "--csv").out
    #expect(text.contains("退回"))
    #expect(!text.contains("通过"), "every last verdict is the reopening: \(text)")
    #expect(try !yice(["check", "县.db"]).out.contains("整改清单"), "the rules find the verdict as well")
  }
}
