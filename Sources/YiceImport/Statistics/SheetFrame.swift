internal import YiceFormats

/// The frame that statistics workbooks carry, mostly hidden: a first row with the letters of the columns and a first
/// column with the numbers of the rows.
enum SheetFrame {
  /// The lines with the frame blanked; cells keep their places.
  static func without(_ lines: [HeadGrid.Line]) -> [HeadGrid.Line] {
    let rest = lines.first.map(isLetters) ?? false ? Array(lines.dropFirst()) : lines
    guard let column = numberColumn(rest) else { return rest }
    return rest.map { line in
      HeadGrid.Line(
        number: line.number, cells: blanked(line.cells, column), own: blanked(line.own, column))
    }
  }

  /// A B C …, or from another letter on.
  private static func isLetters(_ line: HeadGrid.Line) -> Bool {
    let filled = line.own.enumerated().filter { !$0.element.isEmpty }
    guard filled.count >= 2 else { return false }
    let offsets = filled.map { index, text in columnNumber(letters: text).map { $0 - index } }
    return offsets.allSatisfy { $0 != nil && $0 == offsets[0] }
  }

  /// The first column with content, where it holds nothing but numbers that go with the rows, beside headings too.
  private static func numberColumn(_ lines: [HeadGrid.Line]) -> Int? {
    let width = lines.map(\.own.count).max() ?? 0
    guard
      let column = (0..<width).first(where: { column in
        lines.contains { $0.own.indices.contains(column) && !$0.own[column].isEmpty }
      })
    else { return nil }
    let numbered = lines.filter { $0.own.indices.contains(column) && !$0.own[column].isEmpty }
    let offsets = numbered.map { line in Int(line.own[column]).map { $0 - line.number } }
    guard numbered.count >= 3, 2 * numbered.count > lines.count,
      offsets.allSatisfy({ $0 != nil && $0 == offsets[0] })
    else { return nil }
    return column
  }

  private static func blanked(_ cells: [String], _ column: Int) -> [String] {
    var cells = cells
    if cells.indices.contains(column) { cells[column] = "" }
    return cells
  }
}
