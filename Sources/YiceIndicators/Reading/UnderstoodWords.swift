internal import YiceStandards
internal import YiceStore

/// All texts of a register's column that are understood: its vocabulary, and what the standard's lists have. They stand in
/// table `word` under a list of their own. Decision 0176.
struct UnderstoodWords: Sendable {
  let table: CatalogTable
  let column: String
  private let vocabulary: Vocabulary

  var list: String { "understood_\(table.name)_\(column)" }

  /// Of every column of a register that has a vocabulary.
  static let all: [UnderstoodWords] = ElementReading.registers.compactMap(TableCatalog.table).flatMap {
    table in
    table.columns.compactMap { column in
      column.vocabulary.map { UnderstoodWords(table: table, column: column.name, vocabulary: $0) }
    }
  }

  /// nil where no such column decides whether a row counts.
  static func of(_ reading: ElementReading) -> UnderstoodWords? {
    all.first { one in
      one.table.name == reading.register && reading.conditions.contains { $0.column == one.column }
    }
  }

  /// The vocabulary's, and those of the lists by which the register's readings go.
  func words(_ rule: RegisterRule) -> [String] {
    let lists = ElementReading.of(register: table.name).flatMap(\.conditions).flatMap { condition in
      if case .listed(column, let lists) = condition { lists } else { [String]() }
    }
    return Array(Set(vocabulary.words + lists.flatMap { rule.lists[$0] ?? [] })).sorted()
  }

  /// As table `v` to join to a row: the row's text is understood by there being one (`holds`).
  func joined(_ prefix: String) -> String {
    "word AS v ON v.list = '\(list)' AND v.stage = '' AND v.word = \(prefix)\(column)"
  }

  static let holds = "v.word IS NOT NULL"
}
