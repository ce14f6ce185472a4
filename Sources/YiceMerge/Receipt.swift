package import GRDB
internal import YiceModel
internal import YiceSign
internal import YiceStore

/// What came from one school, and what has not. Decision 0056.
package struct Receipt: Sendable {
  package let orgCode: String
  package let name: String
  /// Files merged from it.
  package let files: Int
  /// Moment of the last one.
  package let lastAt: String?
  package let lastFile: String?
  /// Moment of the newest edit that any of them held.
  package let newestEdit: String?
  /// The last file is a copy from before that edit.
  package let isOldCopy: Bool
  /// The last file was created anew, not continued from the one before.
  package let recreated: Bool
  package let conflicts: Int
  /// What the signature of the last file is by the keys of today: one that was registered since is known.
  package let signature: SenderProof.Verdict?

  /// Every school of the file, those that have sent nothing first.
  package static func all(_ db: Database) throws -> [Receipt] {
    let register = try KeyRegister(db)
    return try Row.fetchAll(
      db,
      sql: """
        WITH last AS (
          SELECT org_code, count(*) AS files, max(id) AS id, count(DISTINCT file_id) AS ids,
            max(latest_at) AS newest
          FROM received WHERE role = 'school' GROUP BY org_code)
        SELECT o.org_code, o.name, coalesce(l.files, 0) AS files, r.at, r.file_name, l.newest,
          json_extract(r.sender_proof, '$.verdict') AS verdict, json_extract(r.sender_proof, '$.key_id') AS key_id,
          coalesce(r.latest_at < l.newest, 0) AS is_old,
          coalesce(l.ids, 0) > 1 AS recreated,
          (SELECT count(DISTINCT s.row_key) FROM sibling AS s WHERE s.org_code = o.org_code) AS conflicts
        FROM (
          SELECT org_code, name FROM org WHERE length(org_code) = 10
          UNION
          SELECT org_code, coalesce(max(org_name), '') FROM received
            WHERE role = 'school' AND org_code NOT IN (SELECT org_code FROM org) GROUP BY org_code) AS o
        LEFT JOIN last AS l ON l.org_code = o.org_code
        LEFT JOIN received AS r ON r.id = l.id
        ORDER BY l.files IS NOT NULL, o.org_code
        """
    ).map { row in
      let org: String = row["org_code"]
      return Receipt(
        orgCode: org, name: row["name"], files: row["files"], lastAt: row["at"],
        lastFile: row["file_name"],
        newestEdit: row["newest"], isOldCopy: row["is_old"], recreated: row["recreated"],
        conflicts: row["conflicts"],
        signature: (row["verdict"] as String?).flatMap(SenderProof.Verdict.init(rawValue:)).map {
          $0.today(row["key_id"], register, of: FileInfo(role: .school, orgCode: org, orgName: ""))
        })
    }
  }
}
