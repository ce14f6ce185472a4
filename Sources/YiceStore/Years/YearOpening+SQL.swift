internal import GRDB
internal import YiceModel

extension YearOpening {
  /// The table's rows of the old year that the new one lacks.
  func carry(_ table: CatalogTable, _ writer: RevisionWriter) throws -> Int {
    let shift = to - from
    let values = table.columns.map { column in
      switch (table.name, column.name) {
      case (_, "school_year"): "\(to)"
      case (_, "pending"): "1"
      // Of one day, or of one year only.
      case (_, "counted_on"), (_, "stated_on"), ("teacher", "rotated"): "NULL"
      case ("class_roll", "grade"): "CASE WHEN o.stage = '幼儿' THEN o.grade ELSE o.grade + \(shift) END"
      default: "o.\(column.name)"
      }
    }
    let condition = table.name == "class_roll" ? "AND (\(place)) + \(shift) <= (\(length))" : ""
    let match = table.key.map { $0 == "school_year" ? "n.school_year = \(to)" : "n.\($0) = o.\($0)" }
    try writer.db.execute(
      sql: """
        INSERT INTO \(table.name) (\(table.columnList()), rev)
        SELECT \(values.joined(separator: ", ")), ?
        FROM \(table.name) AS o
        WHERE o.school_year = ? \(condition)
          AND NOT EXISTS (SELECT 1 FROM \(table.name) AS n WHERE \(match.joined(separator: " AND ")))
        """, arguments: [writer.rev, from])
    return writer.db.changesCount
  }

  func count(_ writer: RevisionWriter, _ table: CatalogTable, year: Int) throws -> Int {
    try Int.fetchOne(
      writer.db, sql: "SELECT count(*) FROM \(table.name) WHERE school_year = ?", arguments: [year]) ?? 0
  }

  func graduated(_ writer: RevisionWriter) throws -> Int {
    try Int.fetchOne(
      writer.db,
      sql: """
        SELECT count(*) FROM class_roll AS o
        WHERE o.school_year = ? AND (\(place)) + \(to - from) > (\(length))
        """, arguments: [from]) ?? 0
  }

  /// The class's year within its 学段, from 1: by grade, or by entry year where no grade is written.
  private var place: String {
    let cases = Stage.allCases.filter { $0 != .kindergarten }.map {
      "WHEN '\($0.rawValue)' THEN o.grade - \(stages.grades(of: $0).lowerBound - 1)"
    }
    return
      "coalesce(CASE o.stage \(cases.joined(separator: " ")) END, o.school_year - o.entry_year + 1)"
  }

  private var length: String {
    let cases = Stage.allCases.map { "WHEN '\($0.rawValue)' THEN \(stages[$0])" }
    return "CASE o.stage \(cases.joined(separator: " ")) END"
  }
}
