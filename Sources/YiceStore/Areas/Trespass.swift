package import GRDB
internal import YiceModel

/// Writes that their author had no right to make.
///
/// A key with one in a file is tainted there: at a merge the file says nothing of it (merge.md, The rule). Our own writer
/// asks the same question of what it has just written, so no command can make one. Decision 0087.
package struct Trespass {
  package let table: CatalogTable
  /// Schema of the file (`main`, `inbox0` …).
  package let schema: String

  package init(_ table: CatalogTable, in schema: String = "main") {
    self.table = table
    self.schema = schema
  }

  /// One such write.
  package struct Write: Sendable, Equatable {
    package let rowKey: String
    package let rev: Int64
    /// In Chinese: what was done, or why it may not be.
    package let reason: String
  }

  /// SQL that gives (row_key, rev, reason) of such writes among rows that are not set aside.
  /// - Parameters:
  ///   - rows: condition on an org code, with `{org}` in its place, e.g. `{org} IN (SELECT …)`.
  ///   - revisions: condition on the write's revision `{rev}`.
  package func sql(rows: String = "true", revisions: String = "true") -> String {
    table.areaClass == .shared ? sharedSQL(rows, revisions) : classSQL(rows, revisions)
  }

  /// Condition: the maker of a revision may write rows of that org in tables of that class at all.
  package static func classRight(areaClass: String, revision: String, org: String) -> String {
    Rights.classRight(areaClass, revision: revision, org: org)
  }

  // MARK: - Classes whose right is the role's alone

  /// From the revisions without right, of which there are none as a rule, to what they wrote.
  private func classSQL(_ rows: String, _ revisions: String) -> String {
    """
    WITH wrong AS MATERIALIZED (
      SELECT DISTINCT a.id AS id, a.org_code AS org_code FROM \(schema).revision_area AS a
        CROSS JOIN \(schema).revision AS r ON r.id = a.id
        WHERE a.class IN ('\(table.areaClass.rawValue)', 'bureau') AND \(at(rows, "a.org_code")) AND \(at(revisions, "a.id"))
          AND NOT (\(Rights.classRight("'\(table.areaClass.rawValue)'", revision: "r", org: "a.org_code"))))
    SELECT row_key, rev, '\(table.writers.label)才能填写' AS reason FROM (\(written))
    """
  }

  /// Rows, waiting versions and lines of history that a revision of `wrong` wrote, and what others replaced of it.
  private var written: String {
    let lines =
      "\(schema).change AS c ON c.org_code = g.org_code AND c.table_name = '\(table.name)' AND c.void = 0"
    return """
      SELECT \(table.keyJSON(of: "t.")) AS row_key, t.rev AS rev FROM wrong AS g
        CROSS JOIN \(schema).\(table.name) AS t ON t.rev = g.id AND t.org_code = g.org_code
      UNION SELECT s.row_key, s.rev FROM wrong AS g
        CROSS JOIN \(schema).sibling AS s ON s.table_name = '\(table.name)' AND s.rev = g.id AND s.org_code = g.org_code
      UNION SELECT c.row_key, c.rev FROM wrong AS g CROSS JOIN \(lines) AND c.rev = g.id
      UNION SELECT c.row_key, c.before_rev FROM wrong AS g CROSS JOIN \(lines) AND c.before_rev = g.id
      """
  }

  // MARK: - Tables that several sides write together

  private func sharedSQL(_ rows: String, _ revisions: String) -> String {
    let rights = Rights(table: table)
    let t = table.name
    return """
      WITH
        line AS MATERIALIZED (
          SELECT c.row_key, c.org_code, c.rev, c.before_rev, c.kind, c.before,
            (SELECT role FROM \(schema).revision WHERE id = c.before_rev) AS before_role
          FROM \(schema).change AS c
          WHERE c.table_name = '\(t)' AND c.void = 0 AND \(at(rows, "c.org_code"))),
        version AS MATERIALIZED (
          SELECT \(table.keyJSON(of: "t.")) AS row_key, t.org_code AS org_code, t.rev AS rev, \(table.rowJSON(of: "t.")) AS content
            FROM \(schema).\(t) AS t WHERE \(at(rows, "t.org_code"))
          UNION SELECT s.row_key, s.org_code, s.rev, s.content FROM \(schema).sibling AS s
            WHERE s.table_name = '\(t)' AND \(at(rows, "s.org_code"))
          UNION SELECT row_key, org_code, before_rev, before FROM line),
        made AS (
          SELECT l.row_key, l.org_code, l.rev, min(l.kind) AS kind FROM line AS l GROUP BY l.row_key, l.org_code, l.rev
          UNION ALL
          SELECT v.row_key, v.org_code, v.rev, 'insert' FROM version AS v
            LEFT JOIN line AS l ON l.row_key = v.row_key AND l.rev = v.rev WHERE l.rev IS NULL
            GROUP BY v.row_key, v.org_code, v.rev),
        w AS (
          SELECT m.row_key, m.org_code, m.rev, m.kind, r.role AS role, v.content AS after
          FROM made AS m JOIN \(schema).revision AS r ON r.id = m.rev
            LEFT JOIN version AS v ON v.row_key = m.row_key AND v.rev = m.rev
          WHERE \(at(revisions, "m.rev")) GROUP BY m.row_key, m.org_code, m.rev, v.content),
        p AS (
          SELECT w.row_key AS row_key, w.rev AS rev,
            sum(l.before_role IS NOT w.role) AS foreign_versions,
            sum(\(rights.notOwn("l.before"))) AS not_own,
            sum(\(rights.notRemovable("l.before", role: "l.before_role"))) AS fixed,
            sum(\(rights.reaches("l.before", "w.after"))) AS reaching,
            \(chosen("part", rights)) AS part, \(chosen("version", rights)) AS version
          FROM w JOIN line AS l ON l.row_key = w.row_key AND l.rev = w.rev
          WHERE w.role IN ('school', 'inspection') GROUP BY w.row_key, w.rev),
        judged AS (
          SELECT w.row_key AS row_key, w.rev AS rev,
            CASE WHEN NOT (\(Rights.classRight("'shared'", revision: "r", org: "w.org_code"))) THEN '没有填写的权限'
              ELSE (\(rights.reason)) END AS reason
          FROM w JOIN \(schema).revision AS r ON r.id = w.rev
            LEFT JOIN p ON p.row_key = w.row_key AND p.rev = w.rev)
      SELECT DISTINCT row_key, rev, reason FROM judged WHERE reason IS NOT NULL
      """
  }

  /// What a school's change is held against: the part it may not change is the same in all versions that it replaced, or
  /// else in all of them that reviewers wrote; a version with that part.
  private func chosen(_ what: String, _ rights: Rights) -> String {
    let part = rights.fixedPart(of: "l.before")
    let value = what == "part" ? part : "l.before"
    let byReview = "l.before_role IN (\(Rights.list(Writers.review.roles)))"
    return """
      CASE WHEN min(\(part)) = max(\(part)) THEN min(\(value))
        WHEN min(\(part)) FILTER (WHERE \(byReview)) = max(\(part)) FILTER (WHERE \(byReview))
          THEN min(\(value)) FILTER (WHERE \(byReview)) END
      """
  }

  private func at(_ condition: String, _ value: String) -> String {
    condition.replacing("{org}", with: value).replacing("{rev}", with: value)
  }
}

extension Trespass {
  /// Those of one revision.
  package static func of(_ revision: Int64, _ table: CatalogTable, _ db: Database) throws -> [Write] {
    try Row.fetchAll(
      db, sql: Trespass(table).sql(revisions: "{rev} = ?1") + " ORDER BY 1", arguments: [revision]
    ).map { Write(rowKey: $0["row_key"], rev: $0["rev"], reason: $0["reason"]) }
  }
}
