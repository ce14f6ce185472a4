/// One version of the file format.
///
/// A new version begins here: the outgoing schema.sql is kept as the text of the version that it was, with what the next
/// version needs to know of it; a file of it is kept under Tests/Upgrade. Decision 0054.
package struct Format: Sendable {
  /// `PRAGMA user_version`.
  package let version: Int
  /// Its schema.sql.
  package let schema: String
  /// Where a column of the next version takes its value from, when it is not the column of the same name: SQL over the
  /// old row, by `table.column`. A column that stands nowhere starts with its default.
  package let values: [String: String]
  /// Where a table of the next version takes its rows from, when the table had another name.
  package let sources: [String: String]
  /// Tables that the next version no longer has; all others must have a place to go.
  package let dropped: Set<String>
  /// SQL run on the new file (`main`), with the old one as `old`, when all rows have been copied.
  package let steps: [String]
  /// Tables in which those may add or take away rows.
  package let recounted: Set<String>

  package init(
    version: Int, schema: String, values: [String: String] = [:], sources: [String: String] = [:],
    dropped: Set<String> = [], steps: [String] = [], recounted: Set<String> = []
  ) {
    self.version = version
    self.schema = schema
    self.values = values
    self.sources = sources
    self.dropped = dropped
    self.steps = steps
    self.recounted = recounted
  }

  /// The format this program writes.
  package static let current = Format(version: Schema.version, schema: Schema.sql)

  /// Formats that earlier programs wrote, oldest first.
  package static let past: [Format] = [.first]
}
