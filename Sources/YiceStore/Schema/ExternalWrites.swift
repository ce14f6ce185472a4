/// What the triggers of part 3 share, the same for every table: written by hand, and taken over into schema.sql word
/// for word.
enum ExternalWrites {
  static let text = """
    -- The revision that the triggers of part 3 stamp rows with.
    CREATE VIEW external_revision AS
      SELECT CAST(value AS INTEGER) AS id FROM file_info WHERE key = 'external_revision';

    -- Where the triggers of part 3 report a write of another program (DB Browser, the sqlite3 shell).
    CREATE VIEW external_write AS
      SELECT NULL AS table_name, NULL AS row_key, NULL AS org_code, NULL AS before_rev, NULL AS kind, NULL AS before
      WHERE 0;

    -- Mints one revision a statement ('now' stands still within a statement), keeps the row as it was, and drops its
    -- siblings into the history. No OR IGNORE and no OR REPLACE here: the conflict clause of the statement that fires a
    -- trigger is used instead of the trigger's own.
    CREATE TRIGGER external_write_reported INSTEAD OF INSERT ON external_write BEGIN
      DELETE FROM file_info
        WHERE key = 'external_revision' AND NOT EXISTS (
          SELECT 1 FROM revision
          WHERE id = (SELECT id FROM external_revision) AND at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
      INSERT INTO file_info (key, value)
        SELECT 'external_revision', CAST(max(1, random() & 9223372036854775807) AS TEXT)
        WHERE NOT EXISTS (SELECT 1 FROM external_revision);
      UPDATE file_info
        SET value = CAST((CAST(value AS INTEGER) | (SELECT id FROM external_revision))
                       - (CAST(value AS INTEGER) & (SELECT id FROM external_revision)) AS TEXT)
        WHERE key = 'revision_digest'
          AND NOT EXISTS (SELECT 1 FROM revision WHERE id = (SELECT id FROM external_revision));
      INSERT INTO revision (id, org_code, at, role, author, tool, action)
        SELECT (SELECT id FROM external_revision),
               coalesce((SELECT value FROM file_info WHERE key = 'org_code'), NEW.org_code),
               strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
               coalesce((SELECT value FROM file_info WHERE key = 'role'), 'school'),
               '外部程序', 'sqlite ' || sqlite_version(), 'external'
        WHERE NOT EXISTS (SELECT 1 FROM revision WHERE id = (SELECT id FROM external_revision));
      INSERT INTO change (rev, table_name, row_key, before_rev, org_code, kind, before)
        SELECT (SELECT id FROM external_revision), NEW.table_name, NEW.row_key, NEW.before_rev, NEW.org_code, NEW.kind,
               NEW.before
        WHERE NEW.kind <> 'insert' AND NEW.before_rev <> (SELECT id FROM external_revision)
          AND NOT EXISTS (
            SELECT 1 FROM change
            WHERE rev = (SELECT id FROM external_revision) AND table_name = NEW.table_name
              AND row_key = NEW.row_key AND before_rev = NEW.before_rev);
      INSERT INTO change (rev, table_name, row_key, before_rev, org_code, kind, before)
        SELECT (SELECT id FROM external_revision), s.table_name, s.row_key, s.rev, s.org_code,
               CASE NEW.kind WHEN 'delete' THEN 'delete' ELSE 'update' END, s.content
        FROM sibling AS s WHERE s.table_name = NEW.table_name AND s.row_key = NEW.row_key
          AND NOT EXISTS (
            SELECT 1 FROM change AS c
            WHERE c.rev = (SELECT id FROM external_revision) AND c.table_name = s.table_name
              AND c.row_key = s.row_key AND c.before_rev = s.rev);
      DELETE FROM sibling WHERE table_name = NEW.table_name AND row_key = NEW.row_key;
    END;

    """
}
