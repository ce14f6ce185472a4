internal import YiceReport
internal import YiceServer
internal import YiceStore

/// Evidence of any row: a file dropped on the row in the grid, or on the row's form.
enum RowEvidence {
  static let word = "evidence"

  static func answer(_ visit: Visit, _ word: String) throws -> HTTPResponse {
    let choice = try GridChoice(visit, table: word, in: visit.open())
    guard let key = visit.query.filled("key") else { throw PageProblem.badRequest("key") }
    let back = "/table/\(word)/row" + FormFields.query([("key", key), ("back", visit.query.filled("back"))])
    return try EntryView.attach(visit, to: choice.table, back: back) {
      try RowKey.find(key, in: choice.table, file: $0.file, $0.db)
    }
  }

  /// What hangs on a row, and a place to drop more.
  static func section(_ line: GridLine, of columns: GridColumns, _ file: YiceFile, back: String) throws
    -> Markup
  {
    let table = columns.table
    let detail = try file.read {
      try EntryDetail($0, table, RowKey.find(line.key, in: table, file: file.info, $0))
    }
    let tables = detail.tables.map { PageParts.table($0.title ?? "", $0) }
    let address = "/table/\(table.name)/\(word)" + FormFields.query([("key", line.key), ("back", back)])
    return "<h2>佐证</h2>\(tables)\(columns.takesEvidence ? EntryView.drop(address) : "")"
  }
}
