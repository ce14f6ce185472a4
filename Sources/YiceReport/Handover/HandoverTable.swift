package import YiceStore

/// What of the files is handed over: the columns that the SQL of the figures reads, and those that a county's file needs to
/// be made again. Names, telephones, numbers of teachers and notes stay behind: no figure is worked out from them.
/// Decision 0201.
package struct HandoverTable: Sendable {
  package let table: CatalogTable
  package let columns: [CatalogColumn]
  /// Which rows.
  package let rows: Rows

  package enum Rows: Sendable {
    /// Of the county's schools.
    case schools
    /// Of the county's schools, of the year.
    case year
    /// Of the year, of those 数据项 that figures are worked out from.
    case statements
    /// The bureau's own; engines do not load them, a county's file made from figures does.
    case bureau
  }

  package static let all: [HandoverTable] = [
    make(
      "org", .schools, "name kind county_code run_by urban_rural inclusion inclusion_target inclusion_reason"),
    make("class_roll", .year, "stage entry_year grade campus head_count"),
    make("teacher", .year, "stage full_time education backbone subject title post rotated"),
    make("room", .year, "campus category room_count floor_area multimedia"),
    make("ground", .year, "campus category area leased converted"),
    make("equipment", .year, "campus category quantity value counts_as_teaching"),
    make("statement", .statements, "element stage campus value"),
    make("relaxation", .schools, "item basis expires_on"),
    make("standard", .bureau, "profile version title document content active"),
    make("threshold", .bureau, "profile indicator stage value basis"),
  ].compactMap { $0 }

  private static func make(_ name: String, _ rows: Rows, _ words: String) -> HandoverTable? {
    guard let table = TableCatalog.table(name) else { return nil }
    let names =
      ["org_code"] + (rows.isOfYear ? ["school_year"] : []) + words.split(separator: " ").map(String.init)
    return HandoverTable(
      table: table, columns: names.compactMap { table.column($0) }.filter { !$0.sensitive }, rows: rows)
  }

  /// The rows of a county, from the tables of `schema` beside the filled working tables.
  func query(bureau: String) -> String {
    let list = columns.map { "t.\($0.name)" }.joined(separator: ", ")
    // CROSS JOIN is SQLite's word for this order and no other: the same rows give the same bytes.
    let ofYear = """
      SELECT \(list) FROM temp.chosen_year AS y CROSS JOIN temp.school AS s CROSS JOIN \(table.name) AS t
      """
    let isOfYear = "WHERE t.org_code = s.org_code AND t.school_year = y.school_year"
    return switch rows {
    case .schools:
      "SELECT \(list) FROM temp.school AS s CROSS JOIN \(table.name) AS t WHERE t.org_code = s.org_code"
    case .year: "\(ofYear) \(isOfYear)"
    case .statements: "\(ofYear) CROSS JOIN temp.element AS e \(isOfYear) AND e.element = t.element"
    case .bureau:
      "SELECT \(list) FROM \(table.name) AS t WHERE t.org_code = '\(bureau)' ORDER BY \(list)"
    }
  }

  /// The table as every engine takes it.
  var definition: String { HandoverTable.definition(table, columns) }

  package static func definition(_ table: CatalogTable, _ columns: [CatalogColumn]) -> String {
    let lines = columns.map { column in
      "  \(column.name) \(column.type.portable)"
        + (column.required || column.emptyAllowedInKey ? " NOT NULL" : "")
    }
    return "-- \(table.label)\nCREATE TABLE \(table.name) (\n\(lines.joined(separator: ",\n"))\n);\n"
  }
}

extension HandoverTable.Rows {
  var isBureau: Bool { if case .bureau = self { true } else { false } }

  fileprivate var isOfYear: Bool {
    switch self {
    case .year, .statements: true
    case .schools, .bureau: false
    }
  }
}

extension ColumnType {
  fileprivate var portable: String {
    switch self {
    case .decimal, .signedDecimal: "DOUBLE PRECISION"
    case .integer, .count, .boolean, .year: "BIGINT"
    default: "TEXT"
    }
  }
}
