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
    var text = title.map { visible($0) + "\n" } ?? ""
    guard columnCount > 0 else { return text + rows.map { _ in "\n" }.joined() }
    let header = (0..<columnCount).map { Cell($0 < columns.count ? cut(columns[$0].title) : "") }
    var widths = header.map(\.width)
    // Cell by cell of all rows: a table may have many thousands.
    var body: [Cell] = []
    body.reserveCapacity(rows.count * columnCount)
    for row in rows {
      for index in 0..<columnCount {
        let cell = Cell(index < row.count ? cut(row[index].description) : "")
        widths[index] = max(widths[index], cell.width)
        body.append(cell)
      }
    }
    let areRight = (0..<columnCount).map(isRight)
    // As bytes: a string that grows looks for the borders of its characters.
    var bytes = Array(text.utf8)
    bytes.reserveCapacity(bytes.count + (rows.count + 1) * (widths.reduce(0, +) + 2 * columnCount) * 2)
    append(header[...], widths, areRight, to: &bytes)
    text = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    bytes += text.utf8
    for start in stride(from: 0, to: body.count, by: columnCount) {
      append(body[start..<start + columnCount], widths, areRight, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A cell ready to be set, with the columns it takes.
private struct Cell {
  let text: String
  let width: Int

  init(_ text: String) {
    self.text = text
    width = displayWidth(text)
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

  /// Sets one line; no spaces stand at its end.
  private func append(_ cells: ArraySlice<Cell>, _ widths: [Int], _ areRight: [Bool], to bytes: inout [UInt8])
  {
    let start = bytes.count
    for (index, cell) in cells.enumerated() {
      let padding = widths[index] - cell.width
      let before = (index > 0 ? 2 : 0) + (areRight[index] ? padding : 0)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: before))
      bytes.append(contentsOf: cell.text.utf8)
      if !areRight[index] { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: padding)) }
    }
    while bytes.count > start, bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    bytes.append(UInt8(ascii: "\n"))
  }

  private func cut(_ text: String) -> String {
    let text = visible(text)
    // No character takes more columns than it has bytes.
    if let maximumCellWidth, text.utf8.count <= maximumCellWidth { return text }
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
  // Controls are below 0x20, 0x7F, or begin with 0xC2; the other marks begin with 0xE2.
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }),
    text.unicodeScalars.contains(where: isObeyed)
  else { return text }
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
