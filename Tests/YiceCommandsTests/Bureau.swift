import Foundation
import Testing
import YiceTestSupport

/// A county with one school in its file, made by the program itself.
struct Bureau: Desk {
  let workdir = Workdir(inMemory: true)

  init() throws {
    try does("new", "县.db", "--role", "county", "--org", "330100", "--name", "示例县", "--year", "2022")
    try does("add", "县.db", "学校机构", "学校标识码=2133000001", "学校名称=第一小学", "学校类别=小学")
    try does("add", "县.db", "学校机构", "学校标识码=2133000002", "学校名称=第二小学", "学校类别=小学")
  }

  /// The first school's file, from what the bureau sent.
  func started() throws -> Self {
    try does("issue", "县.db", "--to", "发", "--org", "2133000001")
    try does("start", "发/2133000001-第一小学-下发.db", "-o", "校.db", says: "已建立 第一小学")
    return self
  }

  /// Both sides wrote the row 用房 R1, and the school's file has been merged.
  func disagreeing(_ county: String = "建筑面积=70", _ school: String = "建筑面积=80") throws -> (Self, id: String) {
    _ = try started()
    try does("add", "校.db", "用房", "用房编号=R1", "用房类别=教室", "建筑面积=60")
    try does("merge", "县.db", "校.db", says: "已合并")
    try does("set", "县.db", "用房", "2133000001/2022/R1", county)
    try does("set", "校.db", "用房", "R1", school)
    try does("merge", "县.db", "校.db", status: 3, says: "1 行两边都改过")
    let list = try does("conflicts", "县.db", "--json", status: 3)
    let conflicts = try #require(try json(list.out) as? [[String: Any]])
    return (self, try #require(conflicts.first?["id"] as? String))
  }

  func room(_ column: String, in file: String) throws -> String {
    let shown = try json(try does("list", file, "用房", "--json").out)
    let rows = try #require(
      (shown as? [[String: Any]]) ?? (shown as? [String: Any])?["rows"] as? [[String: Any]])
    return "\(rows.first?[column] ?? "")"
  }
}
