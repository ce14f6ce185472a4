/// The survivors rule over plain sets, as merge.md states it: the oracle for merges of real files.
struct SurvivorsModel: Equatable {
  struct Version: Hashable {
    let rev: Int64
    let content: String
  }

  struct KeyedVersion: Hashable {
    let key: String
    let version: Version
  }

  var revisions: Set<Int64> = []
  var rows: [String: Set<Version>] = [:]
  /// Versions that were live in this file, or in one merged into it, and are live here no more.
  var gone: Set<KeyedVersion> = []

  var withoutHistory: SurvivorsModel {
    var model = self
    model.gone = []
    return model
  }

  /// Writing a row (adding, changing, resolving) replaces all its versions with one.
  mutating func write(_ key: String, _ content: String, rev: Int64) {
    revisions.insert(rev)
    replace(key, with: [Version(rev: rev, content: content)])
  }

  mutating func remove(_ key: String, rev: Int64) {
    revisions.insert(rev)
    replace(key, with: [])
  }

  mutating func merge(_ other: SurvivorsModel) {
    gone.formUnion(other.gone)
    for key in Set(rows.keys).union(other.rows.keys) {
      let x = rows[key] ?? []
      let y = other.rows[key] ?? []
      let survivors = x.intersection(y)
        .union(x.filter { !other.revisions.contains($0.rev) })
        .union(y.filter { !revisions.contains($0.rev) })
      for version in y.subtracting(survivors) { gone.insert(KeyedVersion(key: key, version: version)) }
      replace(key, with: survivors)
    }
    revisions.formUnion(other.revisions)
  }

  private mutating func replace(_ key: String, with versions: Set<Version>) {
    for version in (rows[key] ?? []).subtracting(versions) {
      gone.insert(KeyedVersion(key: key, version: version))
    }
    for version in versions { gone.remove(KeyedVersion(key: key, version: version)) }
    rows[key] = versions.isEmpty ? nil : versions
  }
}
