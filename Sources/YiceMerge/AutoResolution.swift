internal import GRDB
package import YiceStore

/// Joins every conflict whose two sides changed different columns of one common version.
package struct AutoResolution: Sendable {
  /// A conflict that was joined.
  package struct Joined: Sendable {
    package let table: CatalogTable
    package let key: RowKey
    /// Labels of the columns that came from each version, in the versions' order.
    package let columns: [[String]]
  }

  package private(set) var joined: [Joined] = []
  /// Conflicts left for a person.
  package private(set) var left = 0

  package static func run(_ writer: RevisionWriter, reason: String?) throws -> AutoResolution {
    var outcome = AutoResolution()
    for conflict in try Conflict.all(writer.db) {
      guard let join = try ThreeWay(writer.db, conflict) else {
        outcome.left += 1
        continue
      }
      try writer.set(
        conflict.table, conflict.key, RowValues(join.joined.filter { !conflict.table.key.contains($0.key) }))
      outcome.joined.append(
        Joined(table: conflict.table, key: conflict.key, columns: join.changed.map { $0.map(\.label) }))
    }
    writer.note = "自动合并 \(outcome.joined.count) 个冲突" + (reason.map { "：\($0)" } ?? "")
    return outcome
  }
}
