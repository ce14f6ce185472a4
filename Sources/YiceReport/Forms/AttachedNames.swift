internal import GRDB
internal import YiceStore

/// Names of the files attached to the rows of one table: a printed ledger names its evidence.
struct AttachedNames {
  private let table: CatalogTable
  private let names: [String: [String]]

  /// - Throws: `DatabaseError`.
  init(_ source: FormSource, _ table: CatalogTable) throws {
    self.table = table
    names = Dictionary(
      grouping: try source.rows(
        "SELECT subject_key, file_name FROM evidence WHERE subject_table = ? ORDER BY file_name, id",
        [table.name]),
      by: { $0["subject_key"] as String }
    ).mapValues { $0.map { $0["file_name"] } }
  }

  /// - Parameter row: of the table, its key among its columns.
  func of(_ row: Row) -> [String] {
    guard !names.isEmpty else { return [] }
    let key = RowKey(table.key.map { row[$0] })
    return key.subjects.lazy.compactMap { names[$0] }.first ?? []
  }

  /// What was typed, and the files below it.
  func cell(_ typed: String?, _ row: Row) -> Listing.Cell {
    let files = of(row)
    let words =
      [typed].compactMap { $0 }.filter { !$0.isEmpty } + files.filter { typed?.contains($0) != true }
    return .text(words.isEmpty ? nil : words.joined(separator: "\n"))
  }
}
