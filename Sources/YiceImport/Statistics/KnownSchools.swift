package import GRDB
internal import YiceStore

/// What a file knows of its schools that a list of the statistics does not say.
package struct KnownSchools: Sendable {
  /// The school that a teaching point or an attached part belongs to, by its own code.
  package var mains: [String: String] = [:]
  /// 学校类别 by code.
  package var kinds: [String: String] = [:]

  /// By name.
  var directory: SchoolDirectory?

  package init() {}

  package init(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT org_code, kind, coalesce(nullif(parent_code, ''), nullif(inclusion_target, '')) AS main FROM org
        """)
    directory = try SchoolDirectory(db)
    for row in rows {
      kinds[row["org_code"]] = row["kind"]
      mains[row["org_code"]] = row["main"]
    }
  }
}
