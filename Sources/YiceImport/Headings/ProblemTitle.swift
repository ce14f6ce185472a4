internal import YiceStore

/// Where the problems of a list come from, by its title: 国家督导检查反馈问题整改清单.
enum ProblemTitle {
  /// - Returns: nil where the titles name no source or several, or the table has no such column.
  static func source(_ titles: [String], _ sheetName: String?, in table: CatalogTable) -> String? {
    guard table.name == CatalogTable.rectification.name, let column = table.column("source"),
      case .choice(let choices) = column.type
    else { return nil }
    let texts = ([sheetName].compactMap(\.self) + titles).map(HeaderMatcher.tidy)
    let words = column.aliases.map { ($0.key, $0.value) } + choices.map { ($0, $0) }
    let found = Set(words.filter { word in texts.contains { $0.contains(word.0) } }.map(\.1))
    return found.count == 1 ? found.first : nil
  }
}
