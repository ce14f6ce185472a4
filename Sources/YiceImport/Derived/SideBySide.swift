internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// A list printed in several blocks beside each other to save paper: 姓名 | 学科 | 姓名 | 学科. Its rows are those of the first block,
/// then of the second. Decision 0189.
struct SideBySide {
  private let sheet: HeadedRows
  private let blocks: [Range<Int>]
  private let matcher: HeaderMatcher
  /// Why the blocks are not one list: 调入 stands above one, 调出 above the other.
  let problem: Finding?
  private static let fewestColumns = 2

  /// - Returns: `nil` where the headings do not repeat as a whole. Forms have pairs beside each other that are read as such.
  init?(_ sheet: HeadedRows, _ matcher: HeaderMatcher) {
    guard matcher.table.name != CatalogTable.statement.name else { return nil }
    let labels = sheet.heading.labels.map(HeaderMatcher.tidy)
    guard let blocks = SideBySide.blocks(labels),
      labels[blocks[0]].contains(where: {
        matcher.columnName($0) != nil
          || matcher.table.name == CatalogTable.classRoll.name && PupilWords.names.contains($0)
      })
    else { return nil }
    let above = SideBySide.above(sheet, blocks)
    let place = SourceLocation(
      file: sheet.source.sourceName, sheet: sheet.source.sheetName, row: sheet.heading.rows.upperBound)
    problem =
      Set(above).count < 2
      ? nil
      : Finding(
        .error, "side-by-side", at: place, value: above.joined(separator: "、"),
        "并排的几栏上面各有标题，不知道是不是同一类，没有导入。请把各栏分成几张工作表（用标题作工作表名），再导入")
    self.sheet = sheet
    self.matcher = matcher
    self.blocks = blocks
  }

  /// What the line above the headings says of each block; empty where it says nothing.
  private static func above(_ sheet: HeadedRows, _ blocks: [Range<Int>]) -> [String] {
    let lines = sheet.grid.lines.filter { $0.number < sheet.heading.rows.lowerBound }
    // A title stands over the first of them, or is merged over all.
    guard
      let line = lines.last(where: { line in
        !isAboutSheet(line) && blocks.dropFirst().contains { !text(line.cells, $0).isEmpty }
      })
    else { return [] }
    return blocks.map { text(line.cells, $0) }
  }

  /// 填报单位:… at the left and a day at the right are of the whole sheet.
  private static func isAboutSheet(_ line: HeadGrid.Line) -> Bool {
    line.own.contains { $0.contains(":") || (DateText.normalized($0) ?? DateText.endOfMonth($0)) != nil }
  }

  private static func text(_ cells: [String], _ block: Range<Int>) -> String {
    block.lazy.compactMap { cells.indices.contains($0) && !cells[$0].isEmpty ? cells[$0] : nil }.first ?? ""
  }

  /// Where the same headings stand, beginning anew each time.
  ///
  /// - Parameter labels: tidied.
  /// - Returns: `nil` where they do not repeat as a whole.
  static func blocks(_ labels: [String]) -> [Range<Int>]? {
    guard let first = labels.firstIndex(where: { !$0.isEmpty }) else { return nil }
    let starts = labels.indices.filter { labels[$0] == labels[first] }
    guard starts.count > 1 else { return nil }
    func words(_ block: Range<Int>) -> ArraySlice<String> {
      // An empty column may stand between the blocks.
      let end = labels[block].lastIndex { !$0.isEmpty } ?? block.lowerBound
      return labels[block.lowerBound...end]
    }
    let blocks = zip(starts, starts.dropFirst() + [labels.count]).map { $0..<$1 }
    let heading = words(blocks[0])
    guard heading.count(where: { !$0.isEmpty }) >= fewestColumns, blocks.allSatisfy({ words($0) == heading })
    else { return nil }
    return blocks.map { $0.lowerBound..<($0.lowerBound + heading.count) }
  }

  var note: Finding {
    Finding(
      .note, "side-by-side",
      at: SourceLocation(
        file: sheet.source.sourceName, sheet: sheet.source.sheetName, row: sheet.heading.rows.upperBound),
      "表里并排放了 \(blocks.count) 栏同样的列，已从左到右接成一栏导入")
  }

  /// - Returns: the rows of one block, and what was filled in from merged cells.
  /// - Throws: the reader's errors.
  func rows() throws -> (rows: DerivedRows, findings: [Finding]) {
    let headings = Array(sheet.heading.labels[blocks[0]])
    let place = SourceLocation(file: sheet.source.sourceName, sheet: sheet.source.sheetName)
    let columns = matcher.match(headings, at: place).mergeColumns
    sheet.merged = MergedCells(
      sheet.merges, from: sheet.dataStart,
      columns: blocks.flatMap { block in
        columns.map {
          MergedCells.Column(
            index: $0.index + block.lowerBound, heading: $0.heading, isAmount: $0.isAmount)
        }
      })
    var parts: [[(number: Int, cells: [String])]] = blocks.map { _ in [] }
    var row = SheetRow()
    while try sheet.next(into: &row) {
      for (part, block) in blocks.enumerated() {
        let cells = block.map { row[$0] }
        guard cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { continue }
        parts[part].append((row.number, cells))
      }
    }
    let rows = DerivedRows(
      sheet.source, titles: sheet.titles, headings: headings, headingRow: sheet.heading.rows.upperBound,
      rows: parts.flatMap { $0 })
    return (rows, sheet.merged?.findings(at: place) ?? [])
  }
}
