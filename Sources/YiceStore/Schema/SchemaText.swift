/// The texts of schema.sql, what a file holds, and of triggers.sql, what other programs' writes meet: the exchanged tables
/// made from `TableCatalog`, all else as it stands beside this file.
///
/// `make schema` writes them to the top level, from where the program embeds them one after the other (`Schema.sql`); a
/// test and CI hold them together. What the text holds for the rows of one table is in `SchemaText+Table.swift`. Decision 0100.
package enum SchemaText {
  /// schema.sql: parts 1 and 2.
  package static func definition() -> String {
    [head, FileTables.text, exchanged, part2, FileTables.indexes, ExternalWrites.text, ""].joined(
      separator: "\n")
  }

  /// triggers.sql: part 3.
  package static func triggers() -> String { ChangeTriggers.part3() }

  /// The tables in the order of the catalog, each group under its heading.
  private static var exchanged: String {
    var group: String?
    return TableCatalog.tables.map { table in
      defer { group = table.group }
      let heading = "-- ── \(table.group) \(String(repeating: "─", count: 60))\n\n"
      return (table.group == group ? "" : heading) + definition(of: table)
    }.joined(separator: "\n")
  }

  private static var part2: String {
    """
    -- ════════════════════════════════ Part 2: indexes and views ════════════════════════════════

    -- Merging looks at the rows that a set of revisions wrote.

    """
      + TableCatalog.tables.map { "CREATE INDEX \($0.name)_rev ON \($0.name) (rev);" }.joined(separator: "\n")
  }
}
