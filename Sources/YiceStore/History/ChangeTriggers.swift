/// Part 3 of the file format, triggers.sql: what stamps rows that other programs write, and keeps the row as it was.
///
/// Our own connections switch triggers off (`YiceFile`), so the bulk path pays nothing for them. They are kept short:
/// SQLite reads the whole schema each time a file is opened.
/// A test holds triggers.sql against this text and writes it there when re-recording.
package enum ChangeTriggers {
  /// The first line of part 3.
  package static let heading =
    "-- ════════════════════════════════ Part 3: writes of other programs ════════════════════════════════\n"

  /// Part 3, heading included.
  package static func part3() -> String {
    heading + "\n"
      + """
      -- Made from Sources/YiceStore/History/ChangeTriggers.swift, the same for each table of the catalog: do not edit by hand;
      -- to make it anew: make schema. It follows schema.sql in every file.
      --
      -- For every exchanged table: a view of its rows as the history keeps them, and triggers that keep the rows that a
      -- statement is about to change or to run over (OR REPLACE), report what it did, and stamp the row as it is after.
      -- The stamp changes rev, so it does not call them again.

      """ + "\n" + TableCatalog.tables.map(triggers(for:)).joined(separator: "\n")
  }

  private static func triggers(for table: CatalogTable) -> String {
    let name = table.name
    func keep(_ rows: String...) -> String {
      """
        INSERT INTO external_write SELECT '\(name)', row_key, org_code, 'keep', NULL, rev, image FROM \(name)_image
          WHERE \(rows.map { table.keyMatch("", $0) }.joined(separator: " OR "));
      """
    }
    func done(_ kind: String, _ row: String) -> String {
      "'\(name)', \(table.keyJSON(of: row)), \(row)org_code, '\(kind)', '\(table.areaClass.rawValue)', NULL, NULL"
    }
    let stamp = """
        UPDATE \(name) SET rev = (SELECT id FROM external_revision)
          WHERE \(table.keyMatch("", "NEW.")) AND rev IS NOT (SELECT id FROM external_revision);
      """
    return """
      CREATE VIEW \(name)_image AS SELECT *, \(table.keyJSON()) AS row_key,
        \(table.rowJSON()) AS image FROM \(name);
      CREATE TRIGGER \(name)_insert BEFORE INSERT ON \(name) BEGIN
      \(keep("NEW."))
      END;
      CREATE TRIGGER \(name)_inserted AFTER INSERT ON \(name) BEGIN
        INSERT INTO external_write VALUES (\(done("update", "NEW.")));
      \(stamp)
      END;
      CREATE TRIGGER \(name)_update BEFORE UPDATE ON \(name) WHEN NEW.rev IS OLD.rev BEGIN
      \(keep("OLD.", "NEW."))
      END;
      CREATE TRIGGER \(name)_updated AFTER UPDATE ON \(name) WHEN NEW.rev IS OLD.rev BEGIN
        INSERT INTO external_write SELECT \(done("delete", "OLD.")) WHERE NOT (\(table.keyMatch("OLD.", "NEW.")));
        INSERT INTO external_write VALUES (\(done("update", "NEW.")));
      \(stamp)
      END;
      CREATE TRIGGER \(name)_delete BEFORE DELETE ON \(name) BEGIN
      \(keep("OLD."))
      END;
      CREATE TRIGGER \(name)_deleted AFTER DELETE ON \(name) BEGIN
        INSERT INTO external_write VALUES (\(done("delete", "OLD.")));
      END;

      """
  }
}
