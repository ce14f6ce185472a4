import Foundation
import GRDB
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

/// A county (县.db) with two schools (s1.db 一小, s2.db 二小), each with a room A1 of 50 ㎡ that the county has; and what people
/// then do with such files.
final class Story {
  static let county = "990101"
  static let first = "2199000001"
  static let second = "2199000002"
  let work = Workdir(inMemory: true)

  init() throws {
    try new("县.db", .county, Story.county)
    try new("s1.db", .school, Story.first)
    try new("s2.db", .school, Story.second)
    for school in ["s1.db", "s2.db"] { try room(school, "A1", 50) }
    try merge("县.db", "s1.db", "s2.db")
  }

  // MARK: - Files

  func path(_ name: String) -> String { work.file(name) }

  func open(_ name: String) throws -> YiceFile { try YiceFile.open(path(name), for: .write) }

  func new(_ name: String, _ role: Role, _ org: String, county: String = Story.county) throws {
    let info = FileInfo(
      role: role, orgCode: org, orgName: name, countyCode: role == .city ? nil : county, schoolYear: 2022)
    let file = try YiceFile.create(path(name), info: info, author: .tester)
    guard role == .school else { return }
    try file.write("new", author: .tester) {
      _ = try $0.add(.org, ["name": name, "kind": "小学", "county_code": county])
    }
  }

  func copy(_ from: String, _ to: String) throws {
    try work.write(to, try work.bytes(from))
  }

  func issue(_ from: String, _ school: String, _ to: String) throws {
    try Extract.write(open(from), school: school, to: path(to))
  }

  func start(_ from: String, _ to: String) throws {
    _ = try Start.school(from: YiceFile.open(path(from)), to: path(to))
  }

  func inspect(_ from: String, _ to: String) throws {
    _ = try Start.inspection(from: YiceFile.open(path(from)), to: path(to))
  }

  @discardableResult
  func merge(_ into: String, _ files: String..., dryRun: Bool = false) throws -> [MergeResult] {
    try merge(into, files, dryRun: dryRun)
  }

  @discardableResult
  func merge(_ into: String, _ files: [String], dryRun: Bool = false) throws -> [MergeResult] {
    var merger = Merger(into: try open(into))
    merger.dryRun = dryRun
    return try merger.merge(files.map(path))
  }

  /// Runs statements as a program that knows nothing of yice, in one transaction.
  func otherProgram(_ name: String, _ statements: String...) throws {
    let queue = try DatabaseQueue(path: path(name))
    try queue.writeWithoutTransaction { db in
      try db.inTransaction {
        for sql in statements { try db.execute(sql: sql) }
        return .commit
      }
    }
    try queue.close()
  }

  // MARK: - Rows

  @discardableResult
  func write(_ name: String, _ body: (RevisionWriter) throws -> Void) throws -> Int64 {
    try open(name).write("set", author: .tester) { writer in
      try body(writer)
      return writer.rev
    }
  }

  static func key(_ room: String, _ org: String = first) -> RowKey {
    RowKey([org.databaseValue, 2022.databaseValue, room.databaseValue])
  }

  /// Adds a room or changes its area.
  @discardableResult
  func room(_ name: String, _ number: String, _ area: Int, org: String? = nil) throws -> Int64 {
    try write(name) { writer in
      let org = org ?? (writer.file.role.isOneSchool ? writer.file.orgCode : Story.first)
      if try writer.current(.room, Story.key(number, org)) == nil {
        try writer.add(
          .room, ["org_code": org, "room_no": number, "category": "教室", "floor_area": Double(area)])
      } else {
        try writer.set(.room, Story.key(number, org), ["floor_area": Double(area)])
      }
    }
  }

  @discardableResult
  func policy(_ name: String, _ title: String) throws -> Int64 {
    try write(name) { _ = try $0.add(.policy, ["title": title]) }
  }

  func opinion(_ name: String) throws {
    try write(name) { writer in
      _ = try Opinions.give(
        writer, .room, Story.key("A1"), column: "建筑面积", judgement: "疑问", text: "面积不对", by: .tester)
    }
  }

  static let order = RowKey([first.databaseValue, "o1".databaseValue])

  /// An order to the first school.
  func order(_ name: String, _ problem: String) throws {
    try write(name) {
      _ = try $0.add(
        .rectification,
        ["org_code": Story.first, "id": "o1", "source": "县检", "problem": problem, "state": "待整改"])
    }
  }

  func answer(_ name: String, _ measure: String) throws {
    try write(name) { _ = try $0.set(.rectification, Story.order, ["measure": measure, "state": "整改中"]) }
  }

  // MARK: - What is there

  private func texts(_ name: String, _ sql: String, _ arguments: StatementArguments = []) throws -> [String] {
    try open(name).read { try String.fetchAll($0, sql: sql, arguments: arguments) }
  }

  func rooms(_ name: String, _ org: String = first) throws -> [String] {
    try texts(
      name, "SELECT room_no || '=' || CAST(floor_area AS INTEGER) FROM room WHERE org_code = ? ORDER BY 1",
      [org])
  }

  func policies(_ name: String) throws -> [String] { try texts(name, "SELECT title FROM policy ORDER BY 1") }

  func schools(_ name: String) throws -> [String] {
    try texts(name, "SELECT org_code FROM org WHERE length(org_code) = 10 ORDER BY 1")
  }

  func orders(_ name: String) throws -> [String] {
    try texts(name, "SELECT problem || '，' || ifnull(measure, '') || '，' || state FROM rectification")
  }

  func count(_ name: String, _ from: String) throws -> Int {
    try open(name).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(from)") ?? 0 }
  }
}
