internal import GRDB
internal import YiceStore

/// What a merge asks once for all tables, so that those without news cost nothing.
struct MergeFacts {
  /// Tables with waiting versions on either side.
  let siblings: Set<String>
  /// Tables of which the other file does not speak for some keys, and those healed from it (`Taint`).
  let said: Set<String>
  let healed: Set<String>
  /// Whether lines of format 1 are among those that travel, on either side.
  let hasLegacy: Bool
  /// Rows that travel, by stratum.
  private(set) var ours: [String: Int] = [:]
  private(set) var theirs: [String: Int] = [:]
  /// Strata that may have news.
  private(set) var strata: [Stratum] = []

  init(_ db: Database, inbox: String, travel: Travel, taint: Taint.Found, hasLegacy: Bool) throws {
    said = taint.said
    healed = taint.healed
    siblings = try String.fetchSet(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT table_name FROM main.sibling WHERE org_code IN (SELECT org_code FROM temp.travel)
          UNION SELECT DISTINCT table_name FROM \(inbox).sibling WHERE org_code IN (SELECT org_code FROM temp.travel)
          """))
    self.hasLegacy = hasLegacy
    let classes = try String.fetchSet(
      db.cachedStatement(sql: "SELECT DISTINCT class || (length(org_code) = 6) FROM temp.travel"))
    let present = Stratum.all.filter { stratum in
      stratum.isCounty
        ? classes.contains("bureau1")
        : classes.contains(stratum.areaClass.rawValue + "0")
          || (stratum.areaClass == .bureau && classes.contains("bureau1"))
    }
    let arriving = try String.fetchSet(
      db.cachedStatement(sql: "SELECT DISTINCT table_name FROM temp.arriving"))
    try ask(db, inbox, present)
    let fresh = try MergeFacts.questions(db, present) { stratum in
      """
      EXISTS (SELECT 1 FROM temp.fresh AS f CROSS JOIN \(inbox).\(stratum.table.name) AS t
        ON t.rev = f.rev AND t.org_code = f.org_code WHERE f.class = '\(stratum.areaClass.rawValue)')
      """
    }
    for (index, stratum) in present.enumerated() {
      let (own, other) = (ours[stratum.id] ?? 0, theirs[stratum.id] ?? 0)
      let byLists =
        travel.hasWord(stratum.areaClass, sender: false) && travel.hasWord(stratum.areaClass, sender: true)
      let name = stratum.table.name
      let hasNews =
        fresh[index] != 0 || own != other || arriving.contains(name) || siblings.contains(name)
        || healed.contains(name) || ((!byLists || hasLegacy) && (own > 0 || other > 0))
      if hasNews { strata.append(stratum) }
    }
  }

  private mutating func ask(_ db: Database, _ inbox: String, _ present: [Stratum]) throws {
    for schema in ["main", inbox] {
      let counts = try MergeFacts.questions(db, present) {
        "(SELECT count(*) FROM \(schema).\($0.table.name) AS t WHERE \($0.travels("t.org_code")))"
      }
      let byStratum = Dictionary(zip(present.map(\.id), counts)) { $1 }
      if schema == "main" { ours = byStratum } else { theirs = byStratum }
    }
  }

  private static func questions(_ db: Database, _ strata: [Stratum], _ question: (Stratum) -> String) throws
    -> [Int]
  {
    guard !strata.isEmpty else { return [] }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT " + strata.map(question).joined(separator: ", ")))
    return row.map { row in row.databaseValues.map { Int.fromDatabaseValue($0) ?? 0 } } ?? []
  }
}
