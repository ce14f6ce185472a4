extension CatalogColumn {
  /// Its line in `CREATE TABLE`.
  var definition: String {
    var text = "\(name) \(type.storage)"
    if required || emptyAllowedInKey { text += " NOT NULL" }
    if let initial { text += " DEFAULT \(initial)" }
    if let check { text += " CHECK (\(check))" }
    return text
  }

  /// What a row holds that does not name the column, as SQL; nil: NULL, 未填.
  package var initial: String? { emptyAllowedInKey ? "''" : nil }

  /// What its values must meet, as SQL, beyond being there where `required`; NULL meets everything.
  ///
  /// What is typed meets more (`ValueParser`: decimals, digits of a digest, names of data items, days that a month
  /// lacks): a CHECK is what no program may get past.
  package var check: String? {
    switch type {
    case .text, .identifier, .element: required ? "\(name) <> ''" : nil
    case .orgCode: "length(\(name)) IN (6, 10) AND \(name) NOT GLOB '*[^0-9]*'"
    case .countyCode: "length(\(name)) = 6 AND \(name) NOT GLOB '*[^0-9]*'"
    case .count: "\(name) >= 0"
    case .integer, .year:
      type.wholeNumbers.map { "\(name) BETWEEN \($0.lowerBound) AND \($0.upperBound)" }
    case .decimal: "\(name) BETWEEN 0 AND \(ColumnType.largestAmount.sql)"
    case .signedDecimal:
      "\(name) BETWEEN -\(ColumnType.largestAmount.sql) AND \(ColumnType.largestAmount.sql)"
    case .boolean: "\(name) IN (0, 1)"
    case .date: "date(\(name)) IS \(name)"
    case .choice(let words): oneOf(words)
    case .sha256: "length(\(name)) = 64"
    }
  }

  /// SQLite builds a temporary index per row for an IN list of more than two (decision 0003).
  private func oneOf(_ words: [String]) -> String {
    let words = words.map { "'\($0)'" }
    return words.count <= 2
      ? "\(name) IN (\(words.joined(separator: ", ")))"
      : words.map { "\(name) = \($0)" }.joined(separator: " OR ")
  }
}

extension ColumnType {
  /// Its type in a STRICT table.
  var storage: String {
    switch self {
    case .decimal, .signedDecimal: "REAL"
    case .integer, .count, .boolean, .year: "INTEGER"
    default: "TEXT"
    }
  }
}
