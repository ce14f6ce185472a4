package import GRDB

/// Which of several verdicts on one row is the last: by day, on one day by the moment of the revision that wrote it, then
/// by id. Pages, forms and rules all ask here.
package enum VerdictOrder {
  /// Day and moment, to be compared as a row value. The revision that is being written has no line yet: it is the latest.
  static func moment(_ alias: String, in schema: String) -> String {
    """
    (\(alias)verified_on, coalesce((SELECT max(vr.at) FROM \(schema).revision AS vr WHERE vr.id = \(alias)rev), '~'))
    """
  }

  /// Terms of an ORDER BY, earliest first.
  package static func terms(_ alias: String = "verdict.") -> String {
    """
    \(alias)verified_on, coalesce((SELECT max(vr.at) FROM revision AS vr WHERE vr.id = \(alias)rev), '~'), \(alias)id
    """
  }

  /// The last verdict of each row of an org's table, by the row as the verdict names it.
  package static func last(_ db: Database, on table: CatalogTable, org: String) throws -> [String: Row] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM verdict WHERE org_code = ? AND subject_table = ? ORDER BY \(terms())",
      arguments: [org, table.name])
    return Dictionary(rows.map { ($0["subject_key"] as String, $0) }) { _, later in later }
  }
}

extension RowKey {
  /// The ways in which verdicts and evidence from sheets name a row: its parts joined, as it is typed, as JSON, or by
  /// the id alone.
  package var subjects: [String] {
    [subject, text, json] + (values.last.flatMap { String.fromDatabaseValue($0) }.map { [$0] } ?? [])
  }
}
