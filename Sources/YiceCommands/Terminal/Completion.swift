internal import ArgumentParser
internal import YiceStore

/// What the shell offers when a person presses Tab: names of the catalog, in Chinese.
enum Completion {
  static let tables = CompletionKind.list(TableCatalog.tables.map(\.label))

  /// Columns of the table that was typed before.
  static let columns = CompletionKind.custom { words, _, _ in columns(after: words) }

  static func columns(after words: [String]) -> [String] {
    // A file may be called as a table is, and comes first.
    guard let table = words.compactMap({ TableCatalog.table($0) }).last else { return [] }
    return table.columns.filter { !$0.label.isEmpty }.map { $0.label + "=" }
  }
}
