internal import GRDB
internal import YiceStore

/// What is new in a received file that we have met before, read on its own connection while it is vetted.
///
/// Attaching a file to the target means parsing its schema and compiling every statement anew; for a file with a few
/// changed rows that is most of the work. A delta holds just what the survivors rule needs: all revisions it knows, the
/// history lines and rows of those that we do not, and how many rows each table has.
struct Delta: Sendable {
  /// All revisions the file knows; of those that we know only the id is filled in.
  let revisions: [[DatabaseValue]]
  let changes: [[DatabaseValue]]
  /// Rows by table: those that fresh revisions wrote, and those whose key a fresh revision deleted once.
  let rows: [String: [[DatabaseValue]]]
  /// Rows in scope of every table, in the order of the catalog.
  let counts: [DatabaseValue]
  let digest: String

  /// More rows than this are merged from the attached file.
  private static let largest = 5_000

  /// Revisions given as a JSON array, so that the same statement serves every file of a series.
  private static let isFresh = "(SELECT value FROM json_each(?1))"

  enum Outcome {
    case nothingNew
    case delta(Delta)
    /// A first meeting, siblings, new evidence, rows under rules, or simply much: attach the file.
    case wholeFile
  }

  /// - Parameter filled: the tables that have rows.
  static func read(_ db: Database, _ filled: [CatalogTable], ours: Set<Int64>, scope: MergeScope) throws
    -> Outcome
  {
    let all = try Int64.fetchAll(db, cached: "SELECT id FROM revision")
    let fresh = all.filter { !ours.contains($0) }
    guard !fresh.isEmpty else { return .nothingNew }
    guard fresh.count < all.count, fresh.count < 500 else { return .wholeFile }
    let other = try Bool.fetchOne(
      db, cached: "SELECT EXISTS (SELECT 1 FROM sibling) OR EXISTS (SELECT 1 FROM evidence_blob)")
    guard other == false else { return .wholeFile }
    let list: StatementArguments = ["[" + fresh.map { "\($0)" }.joined(separator: ",") + "]"]
    // Broken text would be mended on its way through here; attached, it is refused by name.
    func isSound(_ table: String, _ rev: String, _ texts: [String]) throws -> Bool {
      try Bool.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT NOT EXISTS (SELECT 1 FROM \(table) WHERE \(rev) IN \(isFresh)
              AND NOT yice_sound(\(texts.joined(separator: ", "))))
            """), arguments: list) ?? false
    }
    guard try isSound("revision", "id", ["org_code", "at", "role", "author", "tool", "action", "note"]),
      try isSound("change", "rev", ["table_name", "row_key", "before"])
    else { return .wholeFile }
    let changes = try values(db, "SELECT * FROM change WHERE rev IN \(isFresh)", list)
    let deleted = Set(
      changes.filter { $0[5] == "delete".databaseValue }.compactMap { String.fromDatabaseValue($0[1]) })
    func ask(_ arguments: StatementArguments = .init(), _ question: (CatalogTable) -> String) throws
      -> [DatabaseValue]
    {
      filled.isEmpty
        ? [] : try values(db, "SELECT " + filled.map(question).joined(separator: ", "), arguments).first ?? []
    }
    let written = try ask(list) { "EXISTS (SELECT 1 FROM \($0.name) WHERE rev IN \(isFresh))" }
    var rows: [String: [[DatabaseValue]]] = [:]
    for (index, table) in filled.enumerated()
    where written[index] == 1.databaseValue || deleted.contains(table.name) {
      // Rules look other tables up, so they need the whole file.
      guard TableRules.of(table) == nil, try isSound(table.name, "rev", Intake.texts(table)) else {
        return .wholeFile
      }
      rows[table.name] = try values(
        db,
        """
        SELECT t.* FROM \(table.name) AS t WHERE t.rev IN \(isFresh) UNION
        SELECT t.* FROM change AS c CROSS JOIN \(table.name) AS t ON \(table.keyMatch(of: "t.", inJSON: "c.row_key"))
        WHERE c.rev IN \(isFresh) AND c.table_name = '\(table.name)' AND c.kind = 'delete'
        """, list)
      guard rows.values.reduce(changes.count, { $0 + $1.count }) <= largest else { return .wholeFile }
    }
    let counts = try ask(scope.list) {
      "(SELECT count(*) FROM \($0.name) AS t WHERE true\(scope.filterByArgument("t.")))"
    }
    let byTable = Dictionary(zip(filled.map(\.name), counts)) { $1 }
    return .delta(
      Delta(
        revisions: try values(db, "SELECT * FROM revision WHERE id IN \(isFresh)", list)
          + all.filter(ours.contains).map { [$0.databaseValue] + Array(repeating: .null, count: 7) },
        changes: changes, rows: rows,
        counts: TableCatalog.tables.map { byTable[$0.name] ?? 0.databaseValue },
        digest: String(try RevisionDigest.stored(db))))
  }

  private static func values(_ db: Database, _ sql: String, _ arguments: StatementArguments = .init()) throws
    -> [[DatabaseValue]]
  {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map { Array($0.databaseValues) }
  }
}
