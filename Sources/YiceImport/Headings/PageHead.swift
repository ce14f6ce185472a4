internal import YiceFormats
internal import YiceStore

/// The lines at the top of a table as a print-out repeats them on each page: a row that says the same again is no record.
/// Decision 0114.
package struct PageHead {
  /// Texts of each heading line and code line by column, tidied.
  private let lines: [[String]]
  private let titles: Set<String>
  /// First bytes of all these texts: rows of data that begin otherwise are passed over at once.
  private var beginnings: Set<UInt32> = []

  init(_ grid: HeadGrid, _ heading: Heading) {
    lines = grid.lines.filter { heading.rows.contains($0.number) }.map(\.cells)
    titles = Set(
      grid.lines.filter { $0.number < heading.rows.lowerBound }.flatMap(\.own).filter { $0.count > 3 })
    for text in lines.joined() where !text.isEmpty { beginnings.insert(PageHead.beginning(Array(text.utf8))) }
    for text in titles { beginnings.insert(PageHead.beginning(Array(text.utf8))) }
  }

  /// Whether the row repeats a line of the heading or a title.
  func isRepeated(_ row: SheetRow) -> Bool {
    guard let first = (0..<row.count).first(where: { row.withBytes($0) { !Characters.trimmed($0).isEmpty } }),
      mayBe(row, first)
    else { return false }
    let texts = (0..<row.count).map { HeaderMatcher.tidy(row[$0]) }
    let filled = texts.indices.filter { !texts[$0].isEmpty }
    if filled.count == 1 { return titles.contains(texts[filled[0]]) }
    return lines.contains { line in
      filled.count >= 2 && filled.allSatisfy { line.indices.contains($0) && line[$0] == texts[$0] }
        // 小学 | 小学 in data is a record; a heading fills its line.
        && 2 * filled.count >= line.count { !$0.isEmpty }
    }
  }

  /// Whether the row is a heading of the same columns in another order, or with other units: what stands below it is not what
  /// the sheet's own heading says. Decision 0204.
  func isOther(_ row: SheetRow) -> Bool {
    guard let first = (0..<row.count).first(where: { row.withBytes($0) { !Characters.trimmed($0).isEmpty } }),
      mayBe(row, first)
    else { return false }
    let texts = (0..<row.count).map { HeaderMatcher.tidy(row[$0]) }
    return lines.contains { PageHead.isOther(texts, than: $0) } && !isRepeated(row)
  }

  /// - Parameters:
  ///   - texts: of a row, tidied.
  ///   - heading: texts of a heading line.
  static func isOther(_ texts: [String], than heading: [String]) -> Bool {
    func bare(_ text: String) -> String { HeaderMatcher.withoutUnit(text).name }
    let filled = texts.filter { !$0.isEmpty }
    let labels = heading.filter { !$0.isEmpty }
    // What stands where the heading has it is no other.
    let isMoved = texts.indices.contains {
      !texts[$0].isEmpty && !(heading.indices.contains($0) && heading[$0] == texts[$0])
    }
    guard isMoved, filled.count >= 2, 2 * filled.count >= labels.count else { return false }
    let names = Set(labels.map(bare))
    return names.count > 1 && filled.allSatisfy { names.contains(bare($0)) }
  }

  private func mayBe(_ row: SheetRow, _ column: Int) -> Bool {
    row.withBytes(column) { cell in
      let text = cell[Characters.trimmed(cell)]
      guard let first = text.first else { return false }
      // Stars, brackets and full-width forms are not as tidied texts have them.
      if first == 0x2A || first == 0xEF || first == 0xE2 { return true }
      return beginnings.contains(PageHead.beginning(text))
    }
  }

  /// The first character: a space may follow it in a spread-out heading.
  private static func beginning(_ text: some Collection<UInt8>) -> UInt32 {
    text.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }
}
