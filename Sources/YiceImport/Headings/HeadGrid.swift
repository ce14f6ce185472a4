package import YiceFormats

/// The first rows of a sheet with its merged cells filled in: where headings and title lines stand.
package struct HeadGrid: Sendable {
  /// One row that has content.
  package struct Line: Sendable {
    /// As a person counts it, from 1.
    package let number: Int
    /// Text by column, tidied as headings are; merged cells carry their text everywhere.
    package let cells: [String]
    /// The same without what merged cells add from other columns or rows.
    package let own: [String]
  }

  package private(set) var lines: [Line] = []

  /// So many cells are filled in from merged ones.
  private static let fillLimit = 2_000_000

  /// - Parameters:
  ///   - rows: the first rows, in order.
  ///   - merges: the sheet's merged cells.
  package init(_ rows: [SheetRow], merges: [CellRange]) {
    let last = rows.last?.number ?? 0
    let near = merges.filter { $0.rows.lowerBound <= last && $0.rows.upperBound <= last + 1 }
    let texts = Dictionary(
      rows.map { ($0.number, $0.cells.map(HeaderMatcher.tidy)) }, uniquingKeysWith: { first, _ in first })
    var filled = texts
    // Merged cells of a real sheet do not lie over each other; those of a hostile one must not cost minutes.
    var budget = HeadGrid.fillLimit
    for range in near where budget > 0 {
      guard let top = texts[range.rows.lowerBound], top.indices.contains(range.columns.lowerBound - 1) else {
        continue
      }
      let text = top[range.columns.lowerBound - 1]
      // Nobody merges a thousand columns to write a heading.
      let right = min(range.columns.upperBound, 1024)
      guard !text.isEmpty, range.columns.lowerBound <= right else { continue }
      for number in range.rows {
        guard var cells = filled[number] else { continue }
        while cells.count < right { cells.append("") }
        for column in range.columns.lowerBound...right { cells[column - 1] = text }
        filled[number] = cells
        budget -= right - range.columns.lowerBound + 1
      }
    }
    lines = rows.map { row in
      Line(number: row.number, cells: filled[row.number] ?? [], own: texts[row.number] ?? [])
    }
  }
}

extension HeadGrid.Line {
  /// A line of codes under the headings: 甲 乙 1 2 3.
  package var isCodeLine: Bool {
    let filled = own.filter { !$0.isEmpty }
    guard filled.count >= 3 else { return false }
    let stems: Set = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "——", "—", "-"]
    let numbers = filled.compactMap { stems.contains($0) ? nil : Int($0) ?? -1 }
    guard let first = numbers.first, first == 0 || first == 1 else { return false }
    return numbers.enumerated().allSatisfy { $1 == first + $0 }
  }
}
