extension SchemaText {
  /// `CREATE TABLE` of one exchanged table, with its comments.
  static func definition(of table: CatalogTable) -> String {
    let comments =
      wrapped("\(table.label) (\(table.name)). \(table.comment)\(mark(table.since)?.asSentence ?? "")")
      + wrapped("Written by: \(writers(of: table)).")
    let rev = [
      "  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last",
      "  PRIMARY KEY (\(table.key.joined(separator: ", ")))",
    ]
    return
      (comments.map { "-- " + $0 } + ["CREATE TABLE \(table.name) ("]
      + table.columns.flatMap { lines(of: $0, in: table) } + rev + [") STRICT, WITHOUT ROWID;", ""])
      .joined(separator: "\n")
  }

  private static func writers(of table: CatalogTable) -> String {
    var text = table.writers.comment
    if let rows = table.schoolWrites { text += "; a school where \(rows.column) is \(rows.value)" }
    if !table.schoolColumns.isEmpty {
      text += ", of other rows only \(table.schoolColumns.joined(separator: ", "))"
    }
    if table.appendOnly { text += "; rows are appended, never changed" }
    return text
  }

  /// The comment stands behind the column where the line has room for it, else above.
  private static func lines(of column: CatalogColumn, in table: CatalogTable) -> [String] {
    let definition = "  \(column.definition),"
    let comment = "-- " + meaning(of: column, in: table)
    let line = definition + "  " + comment
    return line.count <= width ? [line] : ["  " + comment, definition]
  }

  private static func meaning(of column: CatalogColumn, in table: CatalogTable) -> String {
    let name = [column.label, column.unit].compactMap(\.self).joined(separator: ", ")
    let meaning = column.comment.map { "\(name): \($0)" } ?? name
    let since = column.since == table.since ? nil : mark(column.since)
    return [meaning, column.sensitive ? "personal" : nil, since].compactMap(\.self).joined(separator: "; ")
  }

  private static func mark(_ since: Int) -> String? { since == 1 ? nil : "since format \(since)" }

  private static let width = 120

  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let line = lines.last, line.count + 1 + word.count <= width - 3 {
        lines[lines.count - 1] = line + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension String {
  fileprivate var asSentence: String { " " + prefix(1).uppercased() + dropFirst() + "." }
}
