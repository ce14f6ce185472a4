/// Part 3 of schema.sql: what stamps rows that other programs write, and keeps the row as it was.
///
/// Our own connections switch triggers off (`YiceFile`), so the bulk path pays nothing for them. They are kept short:
/// SQLite reads the whole schema each time a file is opened.
/// A test holds schema.sql against this text and writes it there when re-recording.
package enum ChangeTriggers {
  /// The first line of part 3 in schema.sql.
  package static let heading =
    "-- ════════════════════════════════ Part 3: writes of other programs ════════════════════════════════\n"

  /// Part 3 as it stands in schema.sql, heading included.
  package static func part3() -> String {
    heading + "\n"
      + """
      -- For every exchanged table: a view of its rows as the history keeps them, and triggers that report the row as it
      -- was before it is replaced (INSERT OR REPLACE), changed or deleted, and stamp the row as it is after. The stamp
      -- changes rev, so it does not call them again.

      """ + "\n" + TableCatalog.tables.map(triggers(for:)).joined(separator: "\n")
  }

  private static func triggers(for table: CatalogTable) -> String {
    let name = table.name
    func report(_ kind: String, _ alias: String) -> String {
      """
        INSERT INTO external_write SELECT '\(name)', row_key, org_code, rev, \(kind), image
          FROM \(name)_image WHERE \(table.keyMatch("", alias));
      """
    }
    let mint =
      "  INSERT INTO external_write VALUES ('\(name)', \(table.keyJSON(of: "NEW.")), NEW.org_code, NULL, 'insert', NULL);"
    let stamp = """
        UPDATE \(name) SET rev = (SELECT id FROM external_revision) WHERE \(table.keyMatch("", "NEW."));
      """
    let kind = "CASE WHEN \(table.keyMatch("OLD.", "NEW.")) THEN 'update' ELSE 'delete' END"
    return """
      CREATE VIEW \(name)_image AS SELECT *, \(table.keyJSON()) AS row_key,
        \(table.rowJSON()) AS image FROM \(name);
      CREATE TRIGGER \(name)_replace BEFORE INSERT ON \(name) BEGIN
      \(report("'update'", "NEW."))
      \(stamp)
      END;
      CREATE TRIGGER \(name)_inserted AFTER INSERT ON \(name) BEGIN
      \(mint)
      \(stamp)
      END;
      CREATE TRIGGER \(name)_update BEFORE UPDATE ON \(name) WHEN NEW.rev IS OLD.rev BEGIN
      \(report(kind, "OLD."))
      END;
      CREATE TRIGGER \(name)_updated AFTER UPDATE ON \(name) WHEN NEW.rev IS OLD.rev BEGIN
      \(stamp)
      END;
      CREATE TRIGGER \(name)_delete BEFORE DELETE ON \(name) BEGIN
      \(report("'delete'", "OLD."))
      END;

      """
  }
}
