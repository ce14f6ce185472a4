package import GRDB
internal import YiceModel
package import YiceStore

/// 档案目录 of one 学年: which material is expected from whom, what is attached to it, what is missing. Decision 0195.
package struct MaterialPlan: Sendable {
  /// A line of the bureau's list as it is asked of the county or of one school.
  package struct Line: Sendable {
    /// Number of the line, as `evidence.material_id` names it.
    package let id: String
    /// Key of the line's row.
    package let key: RowKey
    package let seq: String?
    package let indicator: String
    package let material: String
    /// 县 or 校.
    package let who: String
    /// nil: every year.
    package let year: Int?
    package let isRequired: Bool
    package let box: String?
    package let basis: String?
    package let note: String?
    /// Whose it is: the county's or a school's code, and the name.
    package let org: String
    package let orgName: String
    package let attached: [Attached]

    package var state: State { attached.isEmpty ? isRequired ? .missing : .optional : .attached }
  }

  package enum State: String, Sendable {
    case attached = "已附"
    case missing = "缺"
    /// Not asked where there is none.
    case optional = "如有"
  }

  /// A file that answers a line.
  package struct Attached: Sendable {
    package let org: String
    package let id: String
    package let name: String
    package let sha256: String
    /// The content is in this file.
    package let isHeld: Bool
    package let addedOn: String?
    package let note: String?
  }

  /// By box, then by the bureau's numbers; schools within a line by their codes.
  package let lines: [Line]
  /// The bureau has made its list.
  package let isThere: Bool

  /// - Parameters:
  ///   - year: first year of the 学年; lines and attachments of other years are left out, those of no year belong to every.
  ///   - school: the code of one school; nil: everybody that the file speaks for.
  /// - Throws: `DatabaseError`.
  package init(_ db: Database, _ file: FileInfo, year: Int?, school: String? = nil) throws {
    let rows = try Row.fetchAll(
      db,
      sql:
        "SELECT * FROM expected_material WHERE coalesce(active, 1) = 1 AND (year IS NULL OR ?1 IS NULL OR year = ?1)",
      arguments: [year])
    isThere =
      try !rows.isEmpty || Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM expected_material)") ?? false
    let only = school ?? (file.role.isOneSchool ? file.orgCode : nil)
    let schools = try Asked.schools(db, only: only)
    let attached = try MaterialPlan.attached(db, year: year)
    let names = try SchoolDirectory.names(db)
    lines = rows.sorted { MaterialPlan.place($0) < MaterialPlan.place($1) }.flatMap { row -> [Line] in
      let county: String = row["org_code"]
      let own = Asked(code: county, name: names[county] ?? file.orgName, county: county)
      let asked = row["who"] == "县" ? (only == nil ? [own] : []) : schools.filter { $0.belongs(to: county) }
      return asked.map { Line(row, of: $0, attached[[$0.code, row["id"]]] ?? []) }
    }
  }

  private static func place(_ row: Row) -> (NaturalOrder, NaturalOrder, NaturalOrder) {
    // What has no box, or no number, stands at the end.
    let last = "\u{10FFFF}"
    return (NaturalOrder(row["box"] ?? last), NaturalOrder(row["seq"] ?? last), NaturalOrder(row["id"]))
  }

  /// By whose they are and the line they answer.
  private static func attached(_ db: Database, year: Int?) throws -> [[String]: [Attached]] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT e.org_code, e.id, e.material_id, e.file_name, e.sha256, e.added_on, e.note,
          EXISTS (SELECT 1 FROM evidence_blob AS b WHERE b.sha256 = e.sha256) AS held
        FROM evidence AS e WHERE material_id IS NOT NULL AND (year IS NULL OR ?1 IS NULL OR year = ?1)
        ORDER BY added_on, file_name, id
        """, arguments: [year])
    return Dictionary(grouping: rows) { [$0["org_code"], $0["material_id"]] }.mapValues {
      $0.map(Attached.init)
    }
  }
}

extension MaterialPlan {
  package var required: Int { lines.count { $0.isRequired } }
  package var missing: [Line] { lines.filter { $0.state == .missing } }

  /// Who owes material, in the order of the list.
  fileprivate struct Asked {
    let code: String
    let name: String
    let county: String?

    /// Schools that count for something: what is 不纳入 files nothing.
    static func schools(_ db: Database, only: String?) throws -> [Asked] {
      try Row.fetchAll(
        db,
        sql: """
          SELECT org_code, coalesce(nullif(short_name, ''), name) AS name, county_code FROM org
          WHERE kind IS NOT '教育行政部门' AND (org_code = ?1 OR ?1 IS NULL AND inclusion IS NOT '不纳入') ORDER BY org_code
          """, arguments: [only]
      ).map { Asked(code: $0["org_code"], name: $0["name"], county: $0["county_code"]) }
    }

    func belongs(to county: String) -> Bool { self.county.map { $0 == county } ?? true }
  }
}

extension MaterialPlan.Line {
  fileprivate init(_ row: Row, of asked: MaterialPlan.Asked, _ attached: [MaterialPlan.Attached]) {
    id = row["id"]
    key = RowKey([row["org_code"], row["id"]])
    seq = row["seq"]
    indicator = row["indicator"]
    material = row["material"]
    who = row["who"]
    year = row["year"]
    isRequired = row["required"] as Bool? ?? true
    box = row["box"]
    basis = row["basis"]
    note = row["note"]
    org = asked.code
    orgName = asked.name
    self.attached = attached
  }
}

extension MaterialPlan.Attached {
  /// - Parameter row: of `evidence`, with `held`: whether its content is in the file.
  package init(_ row: Row) {
    self.init(
      org: row["org_code"], id: row["id"], name: row["file_name"], sha256: row["sha256"], isHeld: row["held"],
      addedOn: row["added_on"], note: row["note"])
  }
}
