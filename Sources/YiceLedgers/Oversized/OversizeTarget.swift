package import GRDB
package import YiceStore

/// An entry that a person names: a class of 大班额台账, or a school of 大校额台账.
package enum OversizeTarget: Sendable, Equatable {
  case ofClass(RowKey)
  case ofSchool(RowKey)

  package var table: CatalogTable {
    switch self {
    case .ofClass: .oversizedClass
    case .ofSchool: .oversizedSchool
    }
  }

  package var key: RowKey {
    switch self {
    case .ofClass(let key), .ofSchool(let key): key
    }
  }

  /// How a school's file names the school itself.
  package static let wholeSchool = "全校"

  /// 学校标识码/学段/入学年份/班号 (in a school's file without the code) is a class; a school's code or name, or 全校 in its
  /// own file, is the school, with /建档日期 where it was filed more than once.
  /// - Throws: `RecordError`, `LedgerError`.
  package static func find(_ word: String, _ db: Database, _ file: FileInfo) throws
    -> OversizeTarget
  {
    let parts = word.split(separator: "/", maxSplits: 2).map(String.init)
    guard let school = parts.first, parts.count <= 2 else {
      return .ofClass(try RowKey(word, in: .oversizedClass, file: file))
    }
    let org = school == wholeSchool ? file.orgCode : try SchoolDirectory(db).code(of: school)
    if parts.count == 2 {
      return .ofSchool(try RowKey("\(org)/\(parts[1])", in: .oversizedSchool, file: file))
    }
    let filed = try String.fetchOne(
      db, sql: "SELECT max(filed_on) FROM oversized_school WHERE org_code = ?", arguments: [org])
    guard let filed else { throw LedgerError.schoolNotFiled(word) }
    return .ofSchool(RowKey([org.databaseValue, filed.databaseValue]))
  }
}
