/// A table in aligned plain text, for terminals.
///
/// Chinese counts two columns; numbers stand to the right; a rule separates the header. A newline
/// within a cell is shown as `⏎` and a control character as `�`, so that no cell breaks the table.
package struct TextTable: Sendable {
  /// Where a column's cells stand.
  package enum Alignment: Sendable {
    /// To the right if the column has numbers and nothing else, empty cells aside.
    case automatic
    case left
    case right
  }

  /// A column.
  package struct Column: Sendable {
    /// The header.
    package var title: String
    /// Where the cells and the header stand.
    package var alignment: Alignment

    /// Creates a column.
    package init(_ title: String, alignment: Alignment = .automatic) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// A line above the table.
  package var title: String?
  /// The columns; cells beyond the last one stand under an empty header.
  package var columns: [Column]
  /// The rows; a row may have fewer cells than there are columns.
  package var rows: [[CellValue]]
  /// Terminal columns a cell may take, at least 1; a longer one is cut and ends in `…`.
  package var maximumCellWidth: Int?

  /// Creates a table.
  package init(
    title: String? = nil, columns: [Column], rows: [[CellValue]] = [],
    maximumCellWidth: Int? = nil
  ) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.maximumCellWidth = maximumCellWidth
  }

  /// Creates a table from header texts.
  package init(
    title: String? = nil, columns: [String], rows: [[CellValue]] = [],
    maximumCellWidth: Int? = nil
  ) {
    self.init(
      title: title, columns: columns.map { Column($0) }, rows: rows,
      maximumCellWidth: maximumCellWidth)
  }

  /// The table as text; every line ends in a newline and none in spaces.
  package func rendered() -> String {
    let columnCount = rows.map(\.count).reduce(columns.count, max)
    let header = (0..<columnCount).map { $0 < columns.count ? cut(columns[$0].title) : "" }
    let body = rows.map { row in
      (0..<columnCount).map { $0 < row.count ? cut(row[$0].description) : "" }
    }
    let widths = (0..<columnCount).map { index in
      body.map { displayWidth($0[index]) }.reduce(displayWidth(header[index]), max)
    }
    let areRight = (0..<columnCount).map(isRight)

    var lines = title.map { [visible($0)] } ?? []
    if columnCount > 0 {
      lines.append(line(header, widths, areRight))
      lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    }
    lines += body.map { line($0, widths, areRight) }
    return lines.map { trimmingEnd($0) + "\n" }.joined()
  }
}

// MARK: - Layout

extension TextTable {
  private func isRight(_ index: Int) -> Bool {
    switch index < columns.count ? columns[index].alignment : .automatic {
    case .left: return false
    case .right: return true
    case .automatic:
      let cells = rows.lazy.compactMap { index < $0.count ? $0[index] : nil }
      return cells.contains(where: \.isNumber)
        && cells.allSatisfy { $0.isNumber || $0.description.isEmpty }
    }
  }

  private func line(_ cells: [String], _ widths: [Int], _ areRight: [Bool]) -> String {
    cells.indices.map { index in
      let cell = cells[index]
      let padding = String(repeating: " ", count: widths[index] - displayWidth(cell))
      return areRight[index] ? padding + cell : cell + padding
    }.joined(separator: "  ")
  }

  private func trimmingEnd(_ line: String) -> Substring {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return line
  }

  private func cut(_ text: String) -> String {
    let text = visible(text)
    guard let maximumCellWidth, displayWidth(text) > maximumCellWidth else { return text }
    var room = maximumCellWidth - 1
    let kept = text.prefix { character in
      room -= displayWidth(of: character)
      return room >= 0
    }
    return kept + "…"
  }
}

/// The text with newlines as `⏎` and what a terminal would obey as `�`.
private func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isObeyed) else { return text }
  var result = ""
  var lastWasReturn = false
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n" where lastWasReturn: break
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result += "⏎"
    case _ where isObeyed(scalar): result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
    lastWasReturn = scalar == "\r"
  }
  return result
}

/// Whether a terminal obeys the character instead of showing it: controls, and the marks that turn
/// the direction of the text that follows.
private func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}
