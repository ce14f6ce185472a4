import Foundation
import Testing
import YiceTestSupport

@Suite("files by mail: there and back")
struct MailCommandsTests {
  @Test("issue, start, edit, pack, verify, merge, issue again, merge into the school")
  func roundTrip() throws {
    let bureau = try Bureau().started()
    try bureau.does("add", "校.db", "用房", "用房编号=R1", "用房类别=教室", "建筑面积=60")
    let packed = try bureau.does("pack", "校.db", "-o", "寄/").out.trimmingCharacters(in: .newlines)
    #expect(packed.contains("2133000001-第一小学-"))
    try bureau.does("pack", "校.db", "-o", packed, status: 1, says: "已经存在")
    let again =
      try json(bureau.does("pack", "校.db", "-o", packed, "--force", "--json").out) as? [[String: Any]]
    #expect(again?.first?["file"] as? String == packed)
    #expect(again?.first?["org_code"] as? String == "2133000001")
    #expect(again?.first?["evidence_left_out"] as? Int == 0)
    try bureau.does("verify", packed, says: "第一小学", "学校")
    try bureau.does("merge", "县.db", packed, "--dry-run", says: "试运行")
    #expect(try bureau.room("floor_area", in: "县.db") == "")
    try bureau.does("merge", "县.db", packed, says: "已合并")
    try bureau.does("merge", "县.db", packed, says: "没有新内容")
    #expect(try bureau.room("floor_area", in: "县.db").hasPrefix("60"))
    try bureau.does("set", "县.db", "用房", "2133000001/2022/R1", "建筑面积=66")
    let issued = try bureau.does("issue", "县.db", "--to", "再发", "--jsonl", says: "已写好 2 个文件").out
    #expect(issued.contains(#""name":"第二小学","file":"再发/2133000002-第二小学-下发.db""#))
    try bureau.does("merge", "校.db", "再发/2133000001-第一小学-下发.db", says: "已合并")
    #expect(try bureau.room("floor_area", in: "校.db").hasPrefix("66"))
    try bureau.does("merge", "校.db", "再发/2133000002-第二小学-下发.db", status: 6, says: "不是同一单位")
    try bureau.does("start", "校.db", "-o", "x.db", status: 6, says: "不是教育局发给学校的文件")
    try bureau.does("issue", "校.db", "--to", "y", status: 6)
  }

  @Test("the same file twice in one merge, and beside a bad one")
  func twice() throws {
    let bureau = try Bureau().started()
    try bureau.does("add", "校.db", "用房", "用房编号=R1", "用房类别=教室")
    try bureau.workdir.write("坏.db", "hello")
    try bureau.does("merge", "县.db", "校.db", "坏.db", "./校.db", status: 1, says: "已合并", "不是一册文件", "没有新内容")
    try bureau.does(
      "new", "二.db", "--org", "2133000002", "--name", "第二小学", "--kind", "小学", "--county", "330100", "--year",
      "2022")
    try bureau.does("add", "二.db", "用房", "用房编号=R1", "用房类别=教室")
    let both = try bureau.yice(["merge", "县.db", "二.db", "./二.db"])
    #expect(both.out.contains("没有新内容") && !both.err.contains("正被其他程序使用"), "\(both.out)\(both.err)")
    #expect(!both.out.contains("旧副本"), "\(both.out)")
    let lines = try #require(try json(try bureau.does("received", "县.db", "--json").out) as? [[String: Any]])
    #expect(lines.map { $0["files"] as? Int } == [1, 1])
    try bureau.does("merge", "县.db", "县.db", status: 64, says: "就是合并的目标文件本身")
    try bureau.does("merge", "县.db", "无.db", status: 1, says: "找不到文件")
  }

  @Test(
    "a file of today needs no upgrade; one of an unknown earlier format is not opened",
    .enabled(if: Tools.has("sqlite3")))
  func upgrade() throws {
    let bureau = try Bureau().started()
    let before = try bureau.workdir.bytes("校.db")
    try bureau.does("upgrade", "校.db", says: "已经是当前格式")
    #expect(try bureau.workdir.bytes("校.db") == before)
    _ = try run("/usr/bin/env", ["sqlite3", "校.db", "PRAGMA user_version = 0"], in: bureau.workdir)
    try bureau.does("list", "校.db", "用房", status: 4, says: "不是一册文件")
    try bureau.does("升级", "校.db", status: 4, says: "不是一册文件")
    try bureau.does("merge", "县.db", "校.db", status: 4, says: "不是一册文件")
  }

  @Test("a seal that does not fit is found, and says what to do", .enabled(if: Tools.has("sqlite3")))
  func seal() throws {
    let bureau = try Bureau().started()
    try bureau.does("add", "校.db", "用房", "用房编号=R1", "用房类别=教室", "建筑面积=60")
    try bureau.does("pack", "校.db", "-o", "寄.db")
    // Past the triggers, as damage is.
    let sql = ".dbconfig enable_trigger off\nUPDATE room SET floor_area = 99;\n"
    _ = try run("/usr/bin/env", ["sqlite3", "寄.db"], in: bureau.workdir, input: sql)
    try bureau.does("verify", "寄.db", status: 4, says: "“寄.db”的封条与内容不符：用房", "用 yice pack 重新打包")
    let report = try #require(
      try json(try bureau.does("verify", "寄.db", "--json", status: 4).out) as? [[String: Any]])
    #expect(report.first?["sealed"] as? Bool == true)
    #expect(report.first?["whole"] as? Bool == false)
    try bureau.does("pack", "寄.db", "-o", "再寄.db", status: 4, says: "封条与内容不符")
    #expect(throws: (any Error).self) { try bureau.workdir.bytes("再寄.db") }
  }

  @Test("a packed file that was worked in has no seal any more, says so, and is packed again")
  func editedAfterPacking() throws {
    let bureau = try Bureau().started()
    try bureau.does("add", "校.db", "用房", "用房编号=R1", "用房类别=教室", "建筑面积=60")
    try bureau.does("pack", "校.db", "-o", "寄.db")
    let packed = try bureau.yice(["verify", "寄.db"])
    #expect(!(packed.out + packed.err).contains("没有封条"))
    try bureau.does("set", "寄.db", "用房", "R1", "建筑面积=61")
    try bureau.does("verify", "寄.db", says: "“寄.db”没有封条（打包后改过，或未打包）")
    try bureau.does("pack", "寄.db", "-o", "再寄.db")
    let again = try #require(try json(try bureau.does("verify", "再寄.db", "--json").out) as? [[String: Any]])
    #expect(again.first?["sealed"] as? Bool == true)
    try bureau.does("merge", "县.db", "再寄.db", says: "已合并")
    #expect(try bureau.room("floor_area", in: "县.db").hasPrefix("61"))
  }

  @Test("an old copy that nobody sent before is told, and received once; the same again is nothing new")
  func oldCopy() throws {
    let bureau = try Bureau().started()
    try bureau.does("add", "校.db", "用房", "用房编号=R1", "用房类别=教室")
    try bureau.does("pack", "校.db", "-o", "早.db")
    try bureau.does("add", "校.db", "用房", "用房编号=R2", "用房类别=教室")
    try bureau.does("merge", "县.db", "校.db")
    func lines() throws -> [[String: Any]] {
      try #require(try json(try bureau.does("received", "县.db", "--json").out) as? [[String: Any]])
        .filter { $0["org_code"] as? String == "2133000001" }
    }
    #expect(try lines().first?["old_copy"] as? Bool == false)
    let before = try lines().first?["newest_edit"] as? String
    try bureau.does("merge", "县.db", "早.db", "--dry-run", says: "旧副本，没有新内容")
    #expect(try lines().first?["files"] as? Int == 1)
    try bureau.does("merge", "县.db", "早.db", "./早.db", says: "旧副本，没有新内容")
    try bureau.does("merge", "县.db", "早.db", says: "没有新内容")
    let after = try #require(try lines().first)
    #expect(after["files"] as? Int == 2)
    #expect(after["old_copy"] as? Bool == true)
    #expect(after["last_file"] as? String == "早.db")
    #expect(after["newest_edit"] as? String == before)
    try bureau.does("report", "县.db", "-o", "县.html")
    let page = String(decoding: try bureau.workdir.bytes("县.html"), as: UTF8.self)
    #expect(page.contains("最近一份是旧副本"))
  }

  @Test("verify finds an index that does not fit its table", .enabled(if: Tools.has("sqlite3")))
  func brokenIndex() throws {
    let bureau = try Bureau().started()
    try bureau.does("add", "校.db", "用房", "用房编号=R1", "用房类别=教室", "建筑面积=60")
    try bureau.does("verify", "校.db")
    // An index on another column takes the place of the one on rev: its entries are then all wrong.
    let sql = """
      .dbconfig defensive off
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, 'room (rev)', 'room (name)') WHERE name = 'room_rev';
      PRAGMA writable_schema = RESET;
      REINDEX room_rev;
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, 'room (name)', 'room (rev)') WHERE name = 'room_rev';
      """
    let spoiled = try run("/usr/bin/env", ["sqlite3", "校.db"], in: bureau.workdir, input: sql)
    #expect(spoiled.status == 0 && spoiled.err.isEmpty, "\(spoiled.err)")
    try bureau.does("verify", "校.db", status: 4, says: "已损坏")
  }

  @Test("received says who sent, who did not, and whose file was made anew")
  func received() throws {
    let bureau = try Bureau().started()
    try bureau.does("merge", "县.db", "校.db")
    try bureau.does("add", "校.db", "用房", "用房编号=R1", "用房类别=教室")
    try bureau.does("merge", "县.db", "校.db")
    func line(_ code: String) throws -> [String: Any] {
      let rows = try #require(
        try json(try bureau.does("received", "县.db", "--json").out) as? [[String: Any]])
      return try #require(rows.first { $0["org_code"] as? String == code })
    }
    #expect(try line("2133000001")["sent"] as? Bool == true)
    #expect(try line("2133000001")["recreated"] as? Bool == false)
    #expect(try line("2133000002")["sent"] as? Bool == false)
    #expect(!(try bureau.does("received", "县.db", "--missing").out.contains("第一小学")))
    try bureau.does(
      "new", "新.db", "--org", "2133000001", "--name", "第一小学", "--kind", "小学", "--county", "330100", "--year",
      "2022")
    try bureau.does("merge", "县.db", "新.db", status: 3)
    #expect(try line("2133000001")["recreated"] as? Bool == true)
  }

  @Test("diff names rows and cells, as text, JSON and CSV")
  func diff() throws {
    let bureau = try Bureau().started()
    try bureau.does("add", "校.db", "用房", "用房编号=R1", "用房类别=教室", "建筑面积=60")
    try bureau.workdir.write("旧.db", try bureau.workdir.bytes("校.db"))
    try bureau.does("diff", "校.db", "旧.db", says: "内容相同")
    try bureau.does("set", "校.db", "用房", "R1", "建筑面积=61")
    try bureau.does("add", "校.db", "用房", "用房编号=R2", "用房类别=教室")
    try bureau.does("diff", "校.db", "旧.db", says: "建筑面积", "只在甲", "2 行不同")
    try bureau.does("diff", "旧.db", "校.db", "--table", "用房", says: "只在乙")
    try bureau.does("diff", "校.db", "旧.db", "--table", "教师", says: "内容相同")
    try bureau.does("diff", "校.db", "旧.db", "--table", "没有", status: 64)
    let rows = try #require(
      try json(try bureau.does("diff", "校.db", "旧.db", "--json").out) as? [[String: Any]])
    #expect(rows.count == 2)
    let csv = try bureau.does("diff", "校.db", "旧.db", "--csv").out
    #expect(csv.split(whereSeparator: \.isNewline).count == 3)
  }

  @Test(
    "what only the bureau writes is refused at the keyboard, and left out with its name at the merge",
    .enabled(if: Tools.has("sqlite3")))
  func authority() throws {
    let bureau = try Bureau().started()
    let row = ["指标编号=R1", "依据=文", "到期日=2030-01-01"]
    let typed = try bureau.yice(["add", "校.db", "放宽认定"] + row)
    #expect(typed.status == 6, "\(typed.err)")
    let sql =
      "INSERT INTO relaxation (org_code, item, basis, expires_on) VALUES ('2133000001', 'R1', '文', '2030-01-01')"
    _ = try run("/usr/bin/env", ["sqlite3", "校.db", sql], in: bureau.workdir)
    try bureau.does("merge", "县.db", "校.db", says: "越权", "放宽认定", "R1")
    #expect(!(try bureau.does("list", "县.db", "放宽认定").out.contains("2030")))
  }

  @Test("inspect, give an opinion, merge it, answer it, close it by its own side only")
  func opinions() throws {
    let bureau = try Bureau().started()
    try bureau.does("add", "校.db", "教师", "教师编号=T1", "姓名=王芳")
    try bureau.does("merge", "县.db", "校.db")
    try bureau.does("inspect", "校.db", "-o", "督.db", says: "督查副本")
    try bureau.does("inspect", "县.db", "-o", "z.db", status: 6, says: "不是学校文件")
    try bureau.does("opinion", "校.db", "教师", "T1", "--judge", "疑问", status: 6)
    try bureau.does("opinion", "督.db", "教师", "T9", "--judge", "疑问", status: 1)
    try bureau.does("opinion", "督.db", "教师", "T1", "最高学历", "--judge", "疑问", "--text", "请补证书", says: "已记下意见")
    try bureau.does("merge", "县.db", "督.db", says: "已合并")
    try bureau.does("issue", "县.db", "--to", "发", "--org", "2133000001")
    try bureau.does("merge", "校.db", "发/2133000001-第一小学-下发.db")
    let list = try #require(
      try json(try bureau.does("opinions", "校.db", "--open", "--json").out) as? [[String: Any]])
    let id = try #require(list.first?["id"] as? String)
    #expect(list.first?["column"] as? String == "最高学历")
    try bureau.does("reply", "校.db", id, "--text", "已补", says: "已答复")
    try bureau.does("reply", "校.db", "nosuch", "--text", "已补", status: 1, says: "没有编号为")
    try bureau.does("close", "校.db", id, status: 6, says: "只能由")
    try bureau.does("merge", "县.db", "校.db")
    try bureau.does("opinions", "县.db", says: "已补")
    try bureau.does("close", "县.db", id, status: 6, says: "只能由督查关闭")
    try bureau.does("close", "督.db", id, says: "已关闭")
    try bureau.does("merge", "县.db", "督.db")
    #expect(!(try bureau.does("opinions", "县.db", "--open").out.contains(id)))
  }
}
