/// A table in aligned plain text, for terminals.
///
/// Chinese counts two columns; numbers stand to the right; a rule separates the header. A newline
/// within a cell is shown as `⏎` and a control character as a sign for it, so that no cell breaks the table.
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
    var bytes: [UInt8] = []
    render(
      rowCount: rows.count, columnCount: columnCount,
      cell: { row, column in column < rows[row].count ? rows[row][column] : .empty },
      to: { bytes.append(contentsOf: $0) })
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same in UTF-8, piece by piece, of cells that are asked for one by one: a table may have many thousands, and
  /// no text of its own is made for any of them.
  package func render(
    rowCount: Int, columnCount: Int, cell: (_ row: Int, _ column: Int) -> CellValue,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    var bytes = Array((title.map { $0.onOneLine + "\n" } ?? "").utf8)
    guard columnCount > 0 else {
      bytes += repeatElement(UInt8(ascii: "\n"), count: rowCount)
      return try bytes.withUnsafeBytes(sink)
    }
    var texts = CellTexts(capacity: (rowCount + 1) * columnCount, maximumWidth: maximumCellWidth)
    for column in 0..<columnCount { texts.append(column < columns.count ? columns[column].title : "") }
    var widths = texts.widths.map(Int.init)
    var kinds = [ColumnKind](repeating: ColumnKind(), count: columnCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let value = cell(row, column)
        let width = texts.append(value)
        kinds[column].take(value, width: width)
        if width > widths[column] { widths[column] = width }
      }
    }
    let areRight = (0..<columnCount).map { isRight($0, kinds[$0]) }
    texts.appendLine(0, widths, areRight, to: &bytes)
    bytes += (widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n").utf8
    for row in 0..<rowCount {
      texts.appendLine(row + 1, widths, areRight, to: &bytes)
      if bytes.count >= TextTable.piece {
        try bytes.withUnsafeBytes(sink)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try bytes.withUnsafeBytes(sink)
  }

  /// Bytes that are handed on at a time.
  private static let piece = 1 << 16

  private func isRight(_ column: Int, _ kind: ColumnKind) -> Bool {
    switch column < columns.count ? columns[column].alignment : .automatic {
    case .left: false
    case .right: true
    case .automatic: kind.isNumeric
    }
  }
}

/// Whether a column holds numbers and nothing else, empty cells aside.
private struct ColumnKind {
  private var hasNumber = false
  private var hasText = false
  var isNumeric: Bool { hasNumber && !hasText }

  mutating func take(_ value: CellValue, width: Int) {
    if value.isNumber { hasNumber = true } else if width > 0 { hasText = true }
  }
}

/// The cells of a table ready to be set, one after the other in one buffer, with the columns each takes.
private struct CellTexts {
  private(set) var bytes: [UInt8] = []
  /// Where each cell's bytes end.
  private(set) var ends: [UInt32] = []
  private(set) var widths: [UInt32] = []
  let maximumWidth: Int?

  init(capacity: Int, maximumWidth: Int?) {
    self.maximumWidth = maximumWidth
    ends.reserveCapacity(capacity)
    widths.reserveCapacity(capacity)
    bytes.reserveCapacity(capacity * 12)
  }

  @discardableResult
  mutating func append(_ value: CellValue) -> Int {
    switch value {
    case .empty: close(width: 0)
    case .text(let text): append(text)
    case .integer, .decimal: append(value.description)
    }
  }

  /// - Returns: the columns that the cell takes.
  @discardableResult
  mutating func append(_ text: String) -> Int {
    // What is plain shows itself: no character of it is obeyed by a terminal or joins its neighbours.
    let plain = text.utf8.withContiguousStorageIfAvailable { utf8 -> Int? in
      guard let width = plainWidth(utf8), width <= maximumWidth ?? .max else { return nil }
      bytes.append(contentsOf: utf8)
      return width
    }
    if let plain, let width = plain { return close(width: width) }
    let shown = cut(text)
    bytes.append(contentsOf: shown.utf8)
    return close(width: displayWidth(shown))
  }

  private mutating func close(width: Int) -> Int {
    ends.append(UInt32(bytes.count))
    widths.append(UInt32(width))
    return width
  }

  /// Sets one line; no spaces stand at its end.
  func appendLine(_ row: Int, _ columnWidths: [Int], _ areRight: [Bool], to line: inout [UInt8]) {
    let first = row * columnWidths.count
    var gap = 0
    for column in columnWidths.indices {
      let index = first + column
      let padding = columnWidths[column] - Int(widths[index])
      let start = index > 0 ? Int(ends[index - 1]) : 0
      let end = Int(ends[index])
      if areRight[column] { gap += padding }
      if end > start {
        line.append(contentsOf: repeatElement(UInt8(ascii: " "), count: gap))
        line.append(contentsOf: bytes[start..<end])
        gap = 0
      }
      gap += (areRight[column] ? 0 : padding) + 2
    }
    line.append(UInt8(ascii: "\n"))
  }

  private func cut(_ text: String) -> String {
    let text = text.onOneLine
    guard let maximumWidth, displayWidth(text) > maximumWidth else { return text }
    var room = maximumWidth - 1
    let kept = text.prefix { character in
      room -= displayWidth(of: character)
      return room >= 0
    }
    return kept + "…"
  }
}
