/// Part 3 of schema.sql: triggers that stamp rows which other programs write and keep the row as it was.
///
/// Our own connections switch triggers off (`YiceFile`), so the bulk path pays nothing for them.
/// A test holds schema.sql against this text and writes it there when re-recording.
package enum ChangeTriggers {
  /// The first line of part 3 in schema.sql.
  package static let heading =
    "-- ════════════════════════════════ Part 3: writes of other programs ════════════════════════════════\n"

  /// Part 3 as it stands in schema.sql, heading included.
  package static func part3() -> String {
    heading + "\n"
      + """
      -- The same four triggers for every exchanged table: before an insert (INSERT OR REPLACE would lose the old row
      -- unseen), after an insert, after an update of anything but rev, after a delete.

      """ + "\n" + TableCatalog.tables.map(triggers(for:)).joined(separator: "\n")
  }

  private static func triggers(for table: CatalogTable) -> String {
    let name = table.name
    func report(_ alias: String, _ kind: String) -> String {
      let isNew = kind == "'insert'"
      let before = isNew ? "NULL" : table.rowJSON(of: alias)
      return """
          INSERT INTO external_write VALUES ('\(name)', \(table.keyJSON(of: alias)), \(alias)org_code,
            \(isNew ? "NULL" : alias + "rev"), \(kind), \(before));
        """
    }
    let stamp =
      "  UPDATE \(name) SET rev = (SELECT id FROM external_revision) WHERE \(table.keyMatch("", "NEW."));"
    return """
      CREATE TRIGGER \(name)_replaced BEFORE INSERT ON \(name) BEGIN
        INSERT INTO external_write
          SELECT '\(name)', \(table.keyJSON()), org_code, rev, 'update', \(table.rowJSON())
          FROM \(name) WHERE \(table.keyMatch("", "NEW."));
      END;
      CREATE TRIGGER \(name)_inserted AFTER INSERT ON \(name) BEGIN
      \(report("NEW.", "'insert'"))
      \(stamp)
      END;
      CREATE TRIGGER \(name)_updated AFTER UPDATE OF \(table.columnList()) ON \(name) BEGIN
      \(report("OLD.", "CASE WHEN \(table.keyMatch("OLD.", "NEW.")) THEN 'update' ELSE 'delete' END"))
      \(report("NEW.", "'insert'"))
      \(stamp)
      END;
      CREATE TRIGGER \(name)_deleted AFTER DELETE ON \(name) BEGIN
      \(report("OLD.", "'delete'"))
      END;

      """
  }
}
