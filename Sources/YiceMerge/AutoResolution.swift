internal import GRDB
package import YiceStore

/// Joins every conflict whose two sides changed different columns of one common version.
package struct AutoResolution: Sendable {
  /// One line for each conflict joined, saying which columns came from which side.
  package private(set) var joined: [String] = []
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
      let sides = join.changed.enumerated().map { index, columns in
        "版本 \(index + 1) 的 \(columns.isEmpty ? "（无）" : columns.map(\.label).joined(separator: "、"))"
      }
      outcome.joined.append("“\(conflict.table.label)”\(conflict.key.text)：\(sides.joined(separator: "，"))")
    }
    writer.note = "自动合并 \(outcome.joined.count) 个冲突" + (reason.map { "：\($0)" } ?? "")
    return outcome
  }
}
