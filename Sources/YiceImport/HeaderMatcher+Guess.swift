internal import YiceStore

extension HeaderMatcher {
  /// Names the tables that a sheet fits better than this one, with all that they require; a clerk may have named the
  /// wrong one.
  /// - Parameter matched: columns of this table that the headings name.
  func otherTables(_ headings: [String], than matched: Int) -> String {
    let tidied = headings.map(HeaderMatcher.tidy)
    let fitting = TableCatalog.tables.filter { $0.name != table.name }.compactMap { other in
      let matcher = HeaderMatcher(other)
      let given = Set(tidied.compactMap(matcher.columnName))
      return matcher.isWhole(tidied, given: given) && given.count > matched
        ? (label: other.label, count: given.count) : nil
    }
    guard let most = fitting.map(\.count).max() else { return "" }
    let best = fitting.filter { $0.count == most }.map(\.label)
    guard best.count <= 3 else { return "" }
    return "。这些列更像“\(best.joined(separator: "”或“"))”（对得上 \(most) 列）：如果是它，请用 yice import 文件 \(best[0])"
  }

  /// Whether headings name all that a row needs, but for what the importer fills in.
  /// - Parameters:
  ///   - headings: tidied.
  ///   - given: columns that they name.
  func isWhole(_ headings: [String], given: Set<String>) -> Bool {
    let hasClassName =
      table.column("class_no") != nil && headings.contains { HeaderMatcher.classNameHeadings.contains($0) }
    let hasGirls = headings.contains { HeaderMatcher.girls.contains(HeaderMatcher.lowest($0)) }
    let filled = Completion.filled(
      in: table, given: given, headings, className: hasClassName, girls: hasGirls)
    return table.columns.allSatisfy { !$0.required || given.contains($0.name) || filled.contains($0.name) }
  }
}
