package import GRDB
package import YiceStore

/// Joins two versions of a row where each changed different columns of one common version, found in the history.
package struct ThreeWay {
  package let conflict: Conflict
  /// The version that both come from.
  package let base: [String: DatabaseValue]
  /// Columns that each version changed against the base, in the order of `conflict.versions`.
  package let changed: [[CatalogColumn]]

  /// nil when there is no common version, there are more than two versions, or both changed a column differently.
  package init?(_ db: Database, _ conflict: Conflict) throws {
    guard conflict.versions.count == 2, conflict.more == 0 else { return nil }
    self.conflict = conflict
    let lines = try ThreeWay.lines(db, conflict)
    let left = ThreeWay.ancestors(of: conflict.versions[0].rev, lines)
    let right = ThreeWay.ancestors(of: conflict.versions[1].rev, lines)
    let common = Set(right.map(\.rev))
    guard let base = left.first(where: { common.contains($0.rev) }) else { return nil }
    self.base = try ThreeWay.values(db, base.image, conflict.table)
    let found = self.base
    changed = conflict.versions.map { version in
      conflict.table.columns.filter { version.values[$0.name] != found[$0.name] }
    }
    let both = Set(changed[0].map(\.name)).intersection(changed[1].map(\.name))
    guard both.allSatisfy({ conflict.versions[0].values[$0] == conflict.versions[1].values[$0] }) else {
      return nil
    }
  }

  /// The base with both sides' changes.
  package var joined: [String: DatabaseValue] {
    var values = base
    for (version, columns) in zip(conflict.versions, changed) {
      for column in columns { values[column.name] = version.values[column.name] }
    }
    return values
  }

  private struct Line {
    let rev: Int64
    let beforeRev: Int64
    let image: String
  }

  /// What each revision of the row replaced.
  private static func lines(_ db: Database, _ conflict: Conflict) throws -> [Int64: [Line]] {
    let lines = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT rev, before_rev, before FROM change WHERE table_name = ? AND row_key = ?"),
      arguments: [conflict.table.name, conflict.rowKey]
    ).map { Line(rev: $0["rev"], beforeRev: $0["before_rev"], image: $0["before"]) }
    return Dictionary(grouping: lines, by: \.rev)
  }

  /// The versions a version came from, nearest first.
  private static func ancestors(of rev: Int64, _ lines: [Int64: [Line]]) -> [(rev: Int64, image: String)] {
    var found: [(rev: Int64, image: String)] = []
    var seen: Set<Int64> = [rev]
    var front = [rev]
    while let next = front.popLast() {
      for line in lines[next] ?? [] where seen.insert(line.beforeRev).inserted {
        found.append((line.beforeRev, line.image))
        front.insert(line.beforeRev, at: 0)
      }
    }
    return found
  }

  private static func values(_ db: Database, _ image: String, _ table: CatalogTable) throws -> [String:
    DatabaseValue]
  {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(table.columnsFromJSON("?1"))"), arguments: [image])
    var values: [String: DatabaseValue] = [:]
    for (index, column) in table.columns.enumerated() {
      let value: DatabaseValue = row?[index] ?? .null
      let isReal = column.type == .decimal || column.type == .signedDecimal
      values[column.name] = isReal ? Double.fromDatabaseValue(value)?.databaseValue ?? .null : value
    }
    return values
  }
}
