internal import GRDB

/// Which rows name another row by what tells it apart. They are no foreign keys: a merge may rightly bring a row before the
/// one it names. Decision 0166.
enum RowLinks {
  private struct Link {
    let from: CatalogTable
    let to: CatalogTable
    /// Column of `from` → column of `to`.
    let columns: [(String, String)]

    init(_ from: CatalogTable, _ to: CatalogTable, _ columns: [String]) {
      self.init(from, to, pairs: columns.map { ($0, $0) })
    }

    init(_ from: CatalogTable, _ to: CatalogTable, pairs: [(String, String)]) {
      self.from = from
      self.to = to
      columns = pairs
    }
  }

  private static let own = "org_code"

  private static let links: [Link] = {
    let placed: [CatalogTable] = [.classRoll, .room, .ground, .equipment, .statement]
    let schoolClass = [own, "stage", "entry_year", "class_no"]
    return [
      Link(.training, .teacher, [own, "teacher_no"]), Link(.exchange, .teacher, [own, "teacher_no"]),
      Link(.standardizationGoal, .standardizationItem, [own, "stage", "item_id"]),
      Link(.oversizedClass, .classRoll, schoolClass), Link(.oversizedRecount, .oversizedClass, schoolClass),
      Link(.checkResult, .recurringCheck, [own, "item"]),
      // The bureau's list, which every school answers.
      Link(.coreAnswer, .coreItem, ["item"]),
      Link(.threshold, .standard, [own, "profile"]),
      Link(.rectificationProgress, .rectification, pairs: [(own, own), ("rectification_id", "id")]),
      Link(.rectification, .rectification, pairs: [(own, own), ("former_id", "id")]),
      Link(.opinionReply, .opinion, pairs: [(own, own), ("opinion_id", "id")]),
      Link(.evidence, .expectedMaterial, pairs: [(own, own), ("material_id", "id")]),
    ] + placed.map { Link($0, .campus, [own, "campus"]) }
      + TableCatalog.tables.filter { $0.name != CatalogTable.org.name }.map { Link($0, .org, [own]) }
  }()

  /// Tables whose rows may name a row of any table.
  private static let subjects = TableCatalog.tables.filter { $0.column("subject_key")?.name == "subject_key" }

  /// Rows that would name no row if this one had another key: a teacher of two years is still there in the other.
  /// - Returns: labels of tables, with the number of their rows.
  static func hanging(on key: RowKey, of table: CatalogTable, _ db: Database) throws -> [(
    table: String, rows: Int
  )] {
    var found: [(table: String, rows: Int)] = []
    func count(_ from: CatalogTable, _ condition: String, _ arguments: StatementArguments) throws {
      let rows =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM \(from.name) AS f WHERE \(condition)", arguments: arguments) ?? 0
      if rows > 0 { found.append((from.label, rows)) }
    }
    for link in links where link.to.name == table.name {
      let same = link.columns.map { "f.\($0.0) = t.\($0.1)" }.joined(separator: " AND ")
      let isIt = "(\(table.keyMatch(of: "t.")))"
      try count(
        link.from,
        """
        EXISTS (SELECT 1 FROM \(table.name) AS t WHERE \(same) AND \(isIt))
        AND NOT EXISTS (SELECT 1 FROM \(table.name) AS t WHERE \(same) AND NOT \(isIt))
        """, StatementArguments(key.values + key.values))
    }
    for subject in subjects {
      try count(subject, "f.subject_table = ? AND f.subject_key = ?", [table.name, key.subject])
    }
    return found
  }
}
