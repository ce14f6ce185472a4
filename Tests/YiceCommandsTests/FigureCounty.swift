import Foundation
import Testing
import YiceTestSupport

/// A county's file of four schools whose figures are known by heart, made by the program itself.
///
/// 甲小学 (1000 pupils) meets everything, G5 aside: one class of 46. 乙小学 (500) has R2 0.40, R3 0.60, R6 1200.
/// 丙学校 (160 + 200) meets everything. 丁教学点 (40) is not counted.
struct FigureCounty {
  let workdir = Workdir(inMemory: true)

  init(classes: Bool = false) throws {
    try workdir.write(
      "学校.csv",
      "学校标识码,学校名称,学校类别,举办者类型\n2199000001,甲小学,小学,7\n2199000002,乙小学,小学,7\n2199000003,丁教学点,教学点,7\n3199000001,丙学校,九年一贯制学校,7\n"
    )
    try workdir.write("填报值.csv", Self.statements)
    try workdir.write(
      "班级.csv",
      "学校标识码,学年,学段,入学年份,班号,年级,班级人数\n2199000001,2022,小学,2022,1,1,46\n2199000001,2022,小学,2017,1,6,40\n")
    try does("new", "县.db", "--role", "county", "--org", "990101", "--name", "示例县教育局", "--year", "2022")
    try does("import", "县.db", "学校机构", "学校.csv")
    try does("import", "县.db", "填报值", "填报值.csv")
    if classes { try does("import", "县.db", "班级", "班级.csv") }
  }

  private static var statements: String {
    var rows = "学校标识码,学年,数据项,学段,数值\n"
    func people(_ code: String, _ stage: String, _ counts: [Int]) {
      for (element, count) in zip(["学生数", "高于规定学历教师数", "骨干教师数", "体育教师数", "艺术教师数"], counts) {
        rows += "\(code),2022,\(element),\(stage),\(count)\n"
      }
    }
    func whole(_ code: String, _ pupils: Int, _ rooms: Int, money: Int) {
      for (element, amount) in [
        ("教学及辅助用房面积", pupils * 6), ("室内体育用房面积", 0), ("运动场地面积", pupils * 11), ("教学仪器设备值", money),
        ("网络多媒体教室数", rooms),
      ] {
        rows += "\(code),2022,\(element),,\(amount)\n"
      }
    }
    people("2199000001", "小学", [1000, 60, 12, 5, 5])
    whole("2199000001", 1000, 26, money: 2_600_000)
    people("2199000002", "小学", [500, 30, 2, 1, 2])
    whole("2199000002", 500, 13, money: 600_000)
    people("2199000003", "小学", [40, 2, 0, 0, 0])
    whole("2199000003", 40, 1, money: 104_000)
    people("3199000001", "小学", [160, 10, 2, 1, 1])
    people("3199000001", "初中", [200, 12, 2, 1, 1])
    whole("3199000001", 360, 9, money: 936_000)
    return rows
  }

  func yice(_ arguments: [String]) throws -> ProgramResult { try run(yicePath, arguments, in: workdir) }

  /// The command ends with the status and says all of the words; the file is as before unless `writes`.
  @discardableResult
  func does(
    _ arguments: String..., status: Int32 = 0, says: [String] = [],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> ProgramResult {
    let result = try yice(arguments)
    let said = result.out + result.err
    #expect(result.status == status, "\(arguments) \(said)", sourceLocation: sourceLocation)
    for words in says {
      #expect(said.contains(words), "“\(words)” is not in:\n\(said)", sourceLocation: sourceLocation)
    }
    return result
  }

  /// A question: the file stays byte for byte, and nothing is left beside it.
  @discardableResult
  func asks(
    _ arguments: String..., status: Int32 = 0, says: [String] = [],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> ProgramResult {
    let before = try workdir.bytes("县.db")
    let result = try yice(arguments)
    let said = result.out + result.err
    #expect(result.status == status, "\(arguments) \(said)", sourceLocation: sourceLocation)
    for words in says {
      #expect(said.contains(words), "“\(words)” is not in:\n\(said)", sourceLocation: sourceLocation)
    }
    if status != 0 { #expect(result.out == "", sourceLocation: sourceLocation) }
    #expect(try workdir.bytes("县.db") == before, sourceLocation: sourceLocation)
    #expect((try? workdir.bytes("县.db-journal")) == nil, sourceLocation: sourceLocation)
    return result
  }

  /// The answer as a JSON object.
  func object(
    _ arguments: String..., sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> [String: Any] {
    let result = try yice(arguments)
    #expect(result.status == 0, "\(result.err)", sourceLocation: sourceLocation)
    return try #require(try json(result.out) as? [String: Any], sourceLocation: sourceLocation)
  }
}

extension [String: Any] {
  func object(_ key: String) -> [String: Any] { self[key] as? [String: Any] ?? [:] }
  func list(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }
  func number(_ key: String) -> Double? { self[key] as? Double }
}
