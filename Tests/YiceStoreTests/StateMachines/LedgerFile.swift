import GRDB
import YiceModel
import YiceStore
import YiceTestSupport

/// A file of a role, with rows written as such a file may write them.
final class LedgerFile {
  static let school = "2199000001"
  static let county = "990101"
  let work = Workdir(inMemory: true)
  let role: Role
  let file: YiceFile

  init(_ role: Role) throws {
    self.role = role
    let org = role.isOneSchool ? LedgerFile.school : LedgerFile.county
    file = try YiceFile.create(
      work.file("a.db"),
      info: FileInfo(
        role: role, orgCode: org, orgName: "示例", countyCode: LedgerFile.county, schoolYear: 2022),
      author: Author("某"))
  }

  @discardableResult
  func write<T>(_ body: (RevisionWriter) throws -> T) throws -> T {
    try file.write("test", author: Author("某"), body)
  }

  /// Puts a row in without asking any rule, as a file may hold it that came from elsewhere.
  func plant(_ table: CatalogTable, _ values: [String: any DatabaseValueConvertible]) throws {
    let names = values.keys.sorted()
    try file.withConnection { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO \(table.name) (\(names.joined(separator: ", ")))
          VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
          """, arguments: StatementArguments(names.map { values[$0]?.databaseValue ?? .null }))
    }
  }

  func text(_ sql: String) throws -> String? { try file.read { try String.fetchOne($0, sql: sql) } }
}
