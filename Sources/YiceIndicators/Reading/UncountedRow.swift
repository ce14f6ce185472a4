package import GRDB
internal import YiceModel
package import YiceStandards
package import YiceStore

/// A row of a register that counts for no 数据项, and what keeps it out.
package struct UncountedRow: Sendable, Equatable {
  package let orgCode: String
  /// The row's key without school and 学年, as `yice set` takes it.
  package let key: String
  /// The column that decides, by its English name.
  package let column: String
  /// What stands in it; nil: empty.
  package let value: String?

  /// A value that the column takes, as a command would write it.
  static func example(_ column: CatalogColumn?) -> String {
    switch column?.type {
    case .boolean?: "是"
    case .choice(let choices)?:
      choices.first { !$0.isEmpty && (Stage(word: $0).map(Stage.compulsory.contains) ?? true) } ?? "…"
    default: "…"
    }
  }

  /// Why, in words.
  package func reason(_ table: CatalogTable) -> String {
    let label = table.column(column)?.label ?? column
    let isYesNo = table.column(column)?.type == .boolean
    guard let value else { return "“\(label)”没有填" }
    return isYesNo ? "“\(label)”为\(value == "1" ? "是" : "否")" : "“\(label)”为“\(value)”，不在计入之列"
  }
}

/// Rows of a school's register that count nowhere (未计入) because one column is empty, with the command that mends them.
/// Rows that say themselves that they do not count (专任 否, 生活用房) are in none. Decision 0120.
package struct UncountedGroup: Sendable {
  package let orgCode: String
  package let table: CatalogTable
  /// The empty column, by its English name.
  package let column: String
  package let keys: [String]

  package var label: String { table.column(column)?.label ?? column }

  /// 「“教师”有 4 行未计入：“专任教师”没有填（1、2、3 等）」
  package var words: String {
    let more = keys.count > 3 ? " 等" : ""
    return UncountedGroup.words(keys.count, table, label)
      + "（\(keys.prefix(3).joined(separator: "、"))\(more)）"
  }

  static func words(_ rows: Int, _ table: CatalogTable, _ label: String) -> String {
    "“\(table.label)”有 \(rows) 行未计入：“\(label)”没有填"
  }

  /// - Parameter file: as the person typed it.
  package static func advice(_ table: CatalogTable, _ column: String, file: String = "文件") -> String {
    let label = table.column(column)?.label ?? column
    return "请在原表里补上这一列再导入；各行都一样的，可用 yice set \(file) \(table.label) --where \(label)= "
      + "\(label)=\(UncountedRow.example(table.column(column))) 填写"
  }
}

/// The same after an import: how many rows of one table count nowhere, over all schools, by empty column.
package struct UncountedCount: Sendable, Equatable {
  package let table: CatalogTable
  package let column: String
  package let rows: Int

  package static func == (left: UncountedCount, right: UncountedCount) -> Bool {
    (left.table.name, left.column, left.rows) == (right.table.name, right.column, right.rows)
  }

  /// 「“教师”有 4 行未计入：“专任教师”没有填。请…」
  /// - Parameter file: as the person typed it.
  package func words(file: String) -> String {
    UncountedGroup.words(rows, table, table.column(column)?.label ?? column) + "。"
      + UncountedGroup.advice(table, column, file: file) + "。"
  }

  /// Counts in one table of a year, without working the year out; nothing of tables that no figure is read from.
  /// - Parameter db: as for `WorkedYear.with`.
  /// - Throws: `DatabaseError`, `WorkedYear.Misuse.another`.
  package static func all(_ db: Database, in table: CatalogTable, year: Int, profile: Profile) throws
    -> [UncountedCount]
  {
    guard let sql = ElementReading.uncountedSQL(table.name) else { return [] }
    return try WorkingTables.during(db) { _ in
      _ = try Indicators.scope(db, year: year, schools: School.all(db), profile: profile, on: nil)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT lacking, count(*) AS cases FROM (\(sql)) WHERE value IS NULL GROUP BY lacking ORDER BY lacking
          """
      ).map { UncountedCount(table: table, column: $0["lacking"], rows: $0["cases"]) }
    }
  }
}

extension ElementReading {
  /// Every group of the year worked out, by register, school and column.
  /// - Throws: `DatabaseError`.
  static func uncountedGroups(_ db: Database) throws -> [UncountedGroup] {
    try registers.flatMap { register -> [UncountedGroup] in
      guard let table = TableCatalog.table(register) else { return [] }
      let rows = try uncounted(db, register).filter { $0.value == nil }
      return Dictionary(grouping: rows) { SegmentKey(orgCode: $0.orgCode, stage: $0.column) }
        .sorted { ($0.key.orgCode, $0.key.stage) < ($1.key.orgCode, $1.key.stage) }
        .map { key, rows in
          UncountedGroup(orgCode: key.orgCode, table: table, column: key.stage, keys: rows.map(\.key))
        }
    }
  }

  /// Rows of schools in scope that no reading of the register takes, of the year worked out: a query over the working
  /// tables. What a row lacks is told by the first reading, the widest.
  ///
  /// `IS NOT TRUE` lets SQLite stop at the first reading that takes a row, as a value within `coalesce` does not.
  ///
  /// A row that counts with an empty amount is not among them; `doubtful` (SQL/99) has those.
  static func uncountedSQL(_ register: String) -> String? {
    let readings = of(register: register)
    guard let table = TableCatalog.table(register), let widest = readings.first, !widest.conditions.isEmpty
    else { return nil }
    let counts = readings.map { reading in
      let inForce = reading.relaxation.map {
        ["EXISTS (SELECT 1 FROM in_force AS f WHERE f.org_code = n.org_code AND f.item = '\($0)')"]
      }
      return "(" + ((inForce ?? []) + reading.conditions.map { $0.sql("n.") }).joined(separator: " AND ")
        + ")"
    }
    let lacking = widest.conditions.flatMap(\.failures)
    let columns = lacking.map { "WHEN \($0.sql) THEN '\($0.column)'" }
    let values = lacking.map { "WHEN \($0.sql) THEN CAST(n.\($0.column) AS TEXT)" }
    let key = table.key.filter { $0 != "org_code" && $0 != "school_year" }
    return """
      SELECT n.org_code AS org_code, \(key.map { "n." + $0 }.joined(separator: " || '/' || ")) AS row,
        CASE \(columns.joined(separator: " ")) END AS lacking,
        CASE \(values.joined(separator: " ")) END AS value
      FROM scope AS s
      CROSS JOIN chosen_year AS y
      JOIN \(register) AS n ON n.org_code = s.org_code AND n.school_year = y.school_year
      WHERE (\(counts.joined(separator: " OR "))) IS NOT TRUE
      ORDER BY org_code, row
      """
  }

  /// - Throws: `DatabaseError`.
  static func uncounted(_ db: Database, _ register: String) throws -> [UncountedRow] {
    guard let sql = uncountedSQL(register) else { return [] }
    return try Row.fetchAll(db, sql: sql).map { row in
      UncountedRow(orgCode: row["org_code"], key: row["row"], column: row["lacking"], value: row["value"])
    }
  }
}

extension ReadingCondition {
  /// When it does not hold of row `n`, and which column a person has to look at then.
  fileprivate var failures: [(sql: String, column: String)] {
    let fails = "NOT coalesce(\(sql("n.")), 0)"
    if case .yesOrListed(let column, let other, _) = self {
      return [("n.\(column) = 0", column), (fails, other)]
    }
    return [(fails, column)]
  }
}
