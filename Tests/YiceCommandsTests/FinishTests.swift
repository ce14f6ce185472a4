import Testing
import YiceTestSupport

/// From the file that the bureau sent to the file that is mailed back.
@Suite("a school's year in a few commands")
struct FinishTests: Desk {
  let workdir = Workdir(inMemory: true)

  init() throws {
    try does("new", "县.db", "--role", "county", "--org", "330100", "--name", "示例县", "--year", "2022")
    try does("add", "县.db", "学校机构", "学校标识码=2133000001", "学校名称=第一小学", "学校类别=小学")
    try does("issue", "县.db", "--to", "发")
  }

  @Test("with perfect sheets three commands: start, import, finish", .disabled(if: Openpyxl.isMissing))
  func threeCommands() throws {
    try Openpyxl.write(
      workdir.file("全校.xlsx"),
      [
        ("班级", [["年级", "班号", "班级人数"], ["一年级", "1", "60"], ["二年级", "1", "41"]]),
        ("教师", [["教师编号", "姓名", "任教学段", "专任教师", "最高学历"], ["T1", "某甲", "小学", "是", "本科"]]),
      ])
    try does("start", "发/2133000001-第一小学-下发.db", "-o", "校.db")
    try does("import", "校.db", "全校.xlsx")
    let finished = try yice(["finish", "校.db", "--to", "寄.db", "--on", "2022-10-08"])
    #expect([0, 2].contains(finished.status), "\(finished.err)")
    #expect(finished.out.contains("新建档 1 个班"))
    #expect(finished.err.contains("寄.db"))
    try does("merge", "县.db", "寄.db", says: "已合并")
    #expect(try does("oversize", "list", "县.db").out.contains("一年级"))
    // One undo takes all of it back.
    try does("undo", "校.db")
    #expect(try does("oversize", "list", "校.db").out.contains("一年级") == false)
  }

  @Test("a dry run says the same and writes nothing; a bureau has nothing to finish")
  func dryRun() throws {
    try does("start", "发/2133000001-第一小学-下发.db", "-o", "校.db")
    try does("add", "校.db", "班级", "年级=一年级", "班号=1", "班级人数=60", "学段=小学", "入学年份=2022")
    let before = try workdir.bytes("校.db")
    let tried = try yice(["完成", "校.db", "--dry-run", "--on", "2022-10-08"])
    #expect(tried.out.contains("新建档 1 个班") && tried.out.contains("试运行"))
    #expect(try workdir.bytes("校.db") == before)
    // What is left is counted, not said: the same lines that the ledger itself calls short or open.
    let steps = try yice(["finish", "校.db", "--dry-run", "--on", "2022-10-08", "--json"])
    let rows = try #require(try json(steps.out) as? [[String: Any]])
    let left = try #require(rows.first { $0["step"] as? String == "ledger" }?["left"] as? Int)
    #expect(left > 0)
    let again = try yice(["finish", "校.db", "--no-pack", "--on", "2022-10-08"])
    #expect(again.out.contains("新建档 1 个班"))
    let volume = try #require(try json(try does("ledger", "show", "校.db", "--json").out) as? [[String: Any]])
    let open = volume.filter { line in
      guard let actual = line["actual"] as? Double, let required = line["required"] as? Double else {
        return true
      }
      return actual < required
    }
    #expect(open.count == left)
    try does("finish", "县.db", status: 6)
  }
}
