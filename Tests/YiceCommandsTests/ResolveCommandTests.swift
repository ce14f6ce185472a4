import Foundation
import Testing
import YiceTestSupport

@Suite("deciding on conflicts")
struct ResolveCommandTests {
  @Test("one version, by number or side", arguments: [("ours", "70"), ("theirs", "80")])
  func take(_ side: String, _ area: String) throws {
    let (bureau, id) = try Bureau().disagreeing()
    try bureau.does("conflicts", "县.db", status: 3, says: "版本 1", "版本 2", "建筑面积", "70", "80")
    try bureau.does("resolve", "县.db", id, "--take", side, "--dry-run", says: "试运行")
    try bureau.does("conflicts", "县.db", status: 3)
    try bureau.does("resolve", "县.db", id, "--take", side, "--reason", "已核实", says: "已决定")
    #expect(try bureau.room("floor_area", in: "县.db").hasPrefix(area))
    try bureau.does("conflicts", "县.db", says: "没有等待处理的冲突")
    try bureau.does("log", "县.db", says: "已核实")
    try bureau.does("resolve", "县.db", id, "--take", "1", status: 64, says: "没有编号为")
    // The decision travels to the school and is no conflict there.
    try bureau.does("issue", "县.db", "--to", "发", "--org", "2133000001")
    try bureau.does("merge", "校.db", "发/2133000001-第一小学-下发.db", says: "已合并")
    #expect(try bureau.room("floor_area", in: "校.db").hasPrefix(area))
    try bureau.does("merge", "县.db", "校.db")
    try bureau.does("conflicts", "县.db")
  }

  @Test("by number, by column and by value")
  func columns() throws {
    let (bureau, id) = try Bureau().disagreeing("备注=县里写的", "建筑面积=80")
    for (words, said) in [
      (["--take", "9"], "没有第 9 个版本"), (["--take", "x"], "应为版本编号"), ([], "--take"),
      (["--take", "1", "--column", "面积"], "应写成"), (["--take", "1", "--column", "没有=1"], "没有叫"),
      (["--take", "1", "--set", "建筑面积=abc"], "建筑面积"),
    ] {
      let result = try bureau.yice(["resolve", "县.db", id] + words)
      #expect(result.status != 0)
      #expect((result.out + result.err).contains(said), "\(result.err)")
    }
    let shown = try bureau.room("floor_area", in: "县.db")
    let other = shown.hasPrefix("80") ? "2" : "1"
    let mine = other == "1" ? "2" : "1"
    try bureau.does(
      "resolve", "县.db", id, "--take", mine, "--column", "备注=\(other)", "--set", "用途=音乐教室")
    #expect(try bureau.room("purpose", in: "县.db") == "音乐教室")
    try bureau.does("conflicts", "县.db")
  }

  @Test("changes to different columns are joined, to the same column are left to a person")
  func auto() throws {
    let (bureau, _) = try Bureau().disagreeing("备注=县里写的", "建筑面积=80")
    let tried = try bureau.does("resolve", "县.db", "--auto", "--dry-run", "--jsonl", says: "试运行").out
    #expect(tried.contains(#""table":"用房""#))
    #expect(tried.contains(#""columns":"备注""#) && tried.contains(#""columns":"建筑面积""#))
    try bureau.does("conflicts", "县.db", status: 3)
    try bureau.does("resolve", "县.db", "--auto", says: "自动合并 1 个")
    #expect(try bureau.room("floor_area", in: "县.db").hasPrefix("80"))
    #expect(try bureau.room("note", in: "县.db") == "县里写的")
    let (other, _) = try Bureau().disagreeing()
    #expect(try other.does("resolve", "县.db", "--auto", status: 3, says: "还有 1 个").out == "")
  }

  @Test("a row that one side deleted and the other changed is kept, and told")
  func keptEdit() throws {
    let bureau = try Bureau().started()
    try bureau.does("add", "校.db", "用房", "用房编号=R1", "用房类别=教室", "建筑面积=60")
    try bureau.does("merge", "县.db", "校.db")
    try bureau.does("set", "县.db", "用房", "2133000001/2022/R1", "建筑面积=70")
    try bureau.does("remove", "校.db", "用房", "R1", "--yes")
    try bureau.does(
      "merge", "县.db", "校.db", says: "一方删除、另一方修改", "“2133000001/2022/R1”", "“校.db”删除了这一行，本文件改过它")
    #expect(try bureau.room("floor_area", in: "县.db").hasPrefix("70"))
    // And the other way round.
    try bureau.does("remove", "县.db", "用房", "2133000001/2022/R1", "--yes")
    try bureau.does("add", "校.db", "用房", "用房编号=R1", "用房类别=教室", "建筑面积=80")
    try bureau.does("merge", "县.db", "校.db", says: "本文件删除了这一行，“校.db”改过它")
    #expect(try bureau.room("floor_area", in: "县.db").hasPrefix("80"))
  }

  @Test("a decision taken back waits again, and says so", arguments: ["ours", "theirs"])
  func undone(side: String) throws {
    let (bureau, id) = try Bureau().disagreeing()
    try bureau.does("resolve", "县.db", id, "--take", side, says: "已决定")
    try bureau.does("undo", "县.db", says: "1 行回到有冲突、等待决定的状态")
    try bureau.does("conflicts", "县.db", status: 3, says: "70", "80")
    try bureau.does("resolve", "县.db", id, "--take", "1", says: "已决定")
    try bureau.does("conflicts", "县.db", says: "没有等待处理的冲突")
  }
}
