/// From format 1 to 2. Frozen: its tables are named here as they were, and today's catalogue is not asked.
///
/// Format 1 kept one list of known revisions a file, though it handed over only part of what a revision wrote, and took
/// histories of rows that it left out. So nothing is claimed here that the file does not show (merge.md, Version 1 files).
/// Decision 0101.
extension Format {
  static let first = Format(
    version: 1, schema: Schema.past(1) ?? "",
    values: ["received.state": "o.revision_digest"],
    steps: Format1.steps, recounted: ["file_info", "seal"])
}

private enum Format1 {
  /// Name, class, key.
  static let tables: [(name: String, areaClass: String, key: String)] = [
    ("org", "register", "org_code"),
    ("campus", "register", "org_code, campus"),
    ("class_roll", "register", "org_code, school_year, stage, entry_year, class_no"),
    ("teacher", "register", "org_code, school_year, teacher_no"),
    ("room", "register", "org_code, school_year, room_no"),
    ("ground", "register", "org_code, school_year, ground_no"),
    ("equipment", "register", "org_code, school_year, item_no"),
    ("finance", "register", "org_code, fiscal_year, item"),
    ("statement", "register", "org_code, school_year, element, stage, campus"),
    ("conclusion", "register", "org_code, school_year, item"),
    ("survey", "bureau", "org_code, school_year, respondent, method"),
    ("veto_finding", "bureau", "org_code, school_year, item"),
    ("relaxation", "bureau", "org_code, item"),
    ("standardization_item", "register", "org_code, stage, item_id"),
    ("standardization_goal", "register", "org_code, stage, item_id, year"),
    ("oversized_class", "shared", "org_code, stage, entry_year, class_no"),
    ("oversized_recount", "shared", "org_code, stage, entry_year, class_no, counted_on"),
    ("oversized_school", "shared", "org_code, filed_on"),
    ("rectification", "shared", "org_code, id"),
    ("rectification_progress", "shared", "org_code, id"),
    ("verdict", "oversight", "org_code, id"),
    ("task", "bureau", "org_code, id"),
    ("policy", "bureau", "org_code, id"),
    ("experiment", "register", "org_code, id"),
    ("safety_check", "register", "org_code, school_year, item, checked_on"),
    ("school_group", "bureau", "org_code, group_name, member_code"),
    ("person_unit", "bureau", "org_code, id"),
    ("opinion", "oversight", "org_code, id"),
    ("opinion_reply", "shared", "org_code, id"),
    ("evidence", "shared", "org_code, id"),
    ("standard", "bureau", "org_code, profile"),
    ("threshold", "bureau", "org_code, profile, indicator, stage"),
    ("catalogue_item", "bureau", "org_code, id"),
    ("unit_cost", "bureau", "org_code, item"),
  ]

  static let steps: [String] =
    [
      """
      DELETE FROM main.file_info WHERE key IN ('revision_digest', 'external_revision');
      INSERT INTO main.file_info (key, value)
        SELECT 'state', 'format 1: ' || value FROM old.file_info WHERE key = 'revision_digest';
      DELETE FROM main.seal;
      CREATE TEMP TABLE class_of (table_name TEXT PRIMARY KEY, class TEXT NOT NULL) WITHOUT ROWID;
      CREATE TEMP TABLE live (table_name TEXT, row_key TEXT, rev INTEGER, PRIMARY KEY (table_name, row_key, rev)) WITHOUT ROWID;
      CREATE TEMP TABLE holds (table_name TEXT, row_key TEXT, rev INTEGER, before_rev INTEGER,
        PRIMARY KEY (table_name, row_key, rev, before_rev)) WITHOUT ROWID;
      INSERT INTO live SELECT table_name, row_key, rev FROM main.sibling;
      """
    ]
    + tables.map { table in
      """
      INSERT INTO class_of VALUES ('\(table.name)', '\(table.areaClass)');
      INSERT OR IGNORE INTO live
        SELECT '\(table.name)', json_array(\(table.key)), rev FROM main.\(table.name)
        WHERE json_array(\(table.key)) IN (SELECT row_key FROM main.change WHERE table_name = '\(table.name)');
      INSERT OR IGNORE INTO main.revision_area (id, org_code, class, legacy)
        SELECT DISTINCT rev, org_code, CASE length(org_code) WHEN 6 THEN 'bureau' ELSE '\(table.areaClass)' END, 1
        FROM main.\(table.name) WHERE rev IN (SELECT id FROM main.revision);
      """
    } + [
      // A line holds when nothing that it replaced is still here, and what it led to is: a row, a removal, or a version
      // that a line which holds replaced in its turn.
      """
      INSERT INTO holds
      WITH RECURSIVE
        sound AS (
          SELECT c.table_name, c.row_key, c.rev, c.before_rev, c.kind FROM main.change AS c
          WHERE NOT EXISTS (
            SELECT 1 FROM main.change AS e JOIN live AS l
              ON l.table_name = e.table_name AND l.row_key = e.row_key AND l.rev = e.before_rev
            WHERE e.rev = c.rev AND e.table_name = c.table_name AND e.row_key = c.row_key)),
        good (table_name, row_key, rev, before_rev) AS (
          SELECT s.table_name, s.row_key, s.rev, s.before_rev FROM sound AS s
          WHERE s.kind = 'delete' OR EXISTS (
            SELECT 1 FROM live AS l WHERE l.table_name = s.table_name AND l.row_key = s.row_key AND l.rev = s.rev)
          UNION
          SELECT s.table_name, s.row_key, s.rev, s.before_rev
          FROM good AS g JOIN sound AS s
            ON s.rev = g.before_rev AND s.table_name = g.table_name AND s.row_key = g.row_key)
      SELECT table_name, row_key, rev, before_rev FROM good;
      UPDATE main.change AS c SET void = 1 WHERE NOT EXISTS (
        SELECT 1 FROM holds AS h WHERE h.table_name = c.table_name AND h.row_key = c.row_key AND h.rev = c.rev
          AND h.before_rev = c.before_rev);
      INSERT OR IGNORE INTO main.revision_area (id, org_code, class, legacy)
        SELECT DISTINCT v.rev, v.org_code, CASE length(v.org_code) WHEN 6 THEN 'bureau' ELSE k.class END, 1
        FROM (
          SELECT table_name, rev, org_code FROM main.sibling
          UNION SELECT table_name, rev, org_code FROM main.change WHERE void = 0
          UNION SELECT table_name, before_rev, org_code FROM main.change WHERE void = 0) AS v
        JOIN class_of AS k ON k.table_name = v.table_name
        WHERE v.rev IN (SELECT id FROM main.revision);
      DROP TABLE class_of; DROP TABLE live; DROP TABLE holds;
      """
    ]
}
