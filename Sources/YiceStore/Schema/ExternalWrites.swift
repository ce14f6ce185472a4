/// What the triggers of part 3 share, the same for every table: written by hand, and taken over into schema.sql word
/// for word.
enum ExternalWrites {
  static let text = """
    -- The revision that the triggers of part 3 stamp rows with.
    CREATE VIEW external_revision AS
      SELECT CAST(value AS INTEGER) AS id FROM file_info WHERE key = 'external_revision';

    -- Where the triggers of part 3 report a write of another program (DB Browser, the sqlite3 shell): first the rows that a
    -- statement is about to replace (keep), then, when it has, what it did (update, delete). A statement that does nothing
    -- (INSERT OR IGNORE) reports no more than the first.
    CREATE VIEW external_write AS
      SELECT NULL AS table_name, NULL AS row_key, NULL AS org_code, NULL AS kind, NULL AS class, NULL AS rev, NULL AS image
      WHERE 0;

    -- No OR IGNORE and no OR REPLACE in these two: the conflict clause of the statement that fires a trigger is used instead
    -- of the trigger's own.
    CREATE TRIGGER external_write_begun INSTEAD OF INSERT ON external_write WHEN NEW.kind = 'keep' BEGIN
      DELETE FROM external_pending WHERE table_name = NEW.table_name AND row_key = NEW.row_key;
      INSERT INTO external_pending VALUES (NEW.table_name, NEW.row_key, NEW.org_code, NEW.rev, NEW.image);
    END;

    -- Mints one revision a statement ('now' stands still within a statement), keeps the row as it was, and drops its
    -- siblings into the history.
    CREATE TRIGGER external_write_done INSTEAD OF INSERT ON external_write WHEN NEW.kind <> 'keep' BEGIN
      DELETE FROM seal WHERE true;
      UPDATE file_info SET value = lower(hex(randomblob(8))) WHERE key = 'state';
      DELETE FROM file_info
        WHERE key = 'external_revision' AND NOT EXISTS (
          SELECT 1 FROM revision
          WHERE id = (SELECT id FROM external_revision) AND at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
      INSERT INTO file_info (key, value)
        SELECT 'external_revision', CAST(max(1, random() & 9223372036854775807) AS TEXT)
        WHERE NOT EXISTS (SELECT 1 FROM external_revision);
      INSERT INTO revision (id, org_code, at, role, author, tool, action)
        SELECT (SELECT id FROM external_revision),
               coalesce((SELECT value FROM file_info WHERE key = 'org_code'), NEW.org_code),
               strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
               CASE WHEN EXISTS (SELECT 1 FROM file_info WHERE key = 'scope_org') THEN 'issued'
                    ELSE coalesce((SELECT value FROM file_info WHERE key = 'role'), 'school') END,
               '外部程序', 'sqlite ' || sqlite_version(), 'external'
        WHERE NOT EXISTS (SELECT 1 FROM revision WHERE id = (SELECT id FROM external_revision));
      INSERT INTO revision_area (id, org_code, class)
        SELECT e.id, NEW.org_code, CASE length(NEW.org_code) WHEN 6 THEN 'bureau' ELSE NEW.class END
        FROM external_revision AS e
        WHERE NOT EXISTS (
          SELECT 1 FROM revision_area AS a WHERE a.id = e.id AND a.org_code = NEW.org_code
            AND a.class = CASE length(NEW.org_code) WHEN 6 THEN 'bureau' ELSE NEW.class END);
      INSERT INTO change (rev, table_name, row_key, before_rev, org_code, kind, before)
        SELECT e.id, v.table_name, v.row_key, v.rev, v.org_code, NEW.kind, v.image
        FROM external_revision AS e, (
          SELECT * FROM external_pending WHERE table_name = NEW.table_name AND row_key = NEW.row_key
          UNION ALL
          SELECT table_name, row_key, org_code, rev, content FROM sibling
            WHERE table_name = NEW.table_name AND row_key = NEW.row_key) AS v
        WHERE v.rev <> e.id AND NOT EXISTS (
          SELECT 1 FROM change AS c WHERE c.rev = e.id AND c.table_name = v.table_name
            AND c.row_key = v.row_key AND c.before_rev = v.rev);
      DELETE FROM sibling WHERE table_name = NEW.table_name AND row_key = NEW.row_key;
      DELETE FROM external_pending WHERE table_name = NEW.table_name AND row_key = NEW.row_key;
    END;

    """
}
