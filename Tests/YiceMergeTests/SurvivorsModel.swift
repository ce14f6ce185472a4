/// The survivors rule over plain sets, as merge.md states it: the oracle for merges of real files.
struct SurvivorsModel: Equatable {
  struct Version: Hashable {
    let rev: Int64
    let content: String
  }

  var revisions: Set<Int64> = []
  var rows: [String: Set<Version>] = [:]

  /// Writing a row (adding, changing, resolving) replaces all its versions with one.
  mutating func write(_ key: String, _ content: String, rev: Int64) {
    revisions.insert(rev)
    rows[key] = [Version(rev: rev, content: content)]
  }

  mutating func remove(_ key: String, rev: Int64) {
    revisions.insert(rev)
    rows[key] = nil
  }

  mutating func merge(_ other: SurvivorsModel) {
    for key in Set(rows.keys).union(other.rows.keys) {
      let x = rows[key] ?? []
      let y = other.rows[key] ?? []
      let survivors = x.intersection(y)
        .union(x.filter { !other.revisions.contains($0.rev) })
        .union(y.filter { !revisions.contains($0.rev) })
      rows[key] = survivors.isEmpty ? nil : survivors
    }
    revisions.formUnion(other.revisions)
  }
}
