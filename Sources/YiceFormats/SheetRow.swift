internal import Glibc

/// One row of a sheet, as text cells in UTF-8.
///
/// Reused between calls to ``RowSource/next(into:)``: its memory grows to the widest row and stays,
/// so a sheet of 100,000 rows costs no allocation per cell.
package struct SheetRow: Sendable {
  /// Row number, from 1, as a person sees it in the sheet.
  ///
  /// In a CSV file it is the physical line on which the record starts.
  package private(set) var number = 0

  /// Which record of a CSV file this is, from 1, blank ones counted; 0 in a workbook.
  package internal(set) var ordinal = 0

  /// Number of cells in the row.
  package private(set) var count = 0

  @usableFromInline
  struct Span: Sendable {
    @usableFromInline var start: Int
    @usableFromInline var end: Int
  }

  // Both arrays only ever grow; `count` and `used` say how much of them is this row.
  @usableFromInline var bytes: [UInt8] = []
  @usableFromInline var spans: [Span] = []
  private var used = 0

  /// Creates an empty row.
  package init() {}
}

// MARK: - Reading

extension SheetRow {
  /// The text of a cell, `""` when the row has no such cell.
  ///
  /// - Parameter index: the cell, from 0.
  package subscript(index: Int) -> String {
    withBytes(index) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the UTF-8 bytes of a cell, without copying them.
  ///
  /// - Parameters:
  ///   - index: the cell, from 0; a cell the row does not have is empty.
  ///   - body: must not keep the buffer.
  @inlinable
  package func withBytes<R>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R
  ) rethrows -> R {
    guard index >= 0, index < count else {
      return try body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let span = spans[index]
    return try bytes.withUnsafeBufferPointer { all in
      try body(UnsafeBufferPointer(rebasing: all[span.start..<span.end]))
    }
  }

  /// All cells as strings, for messages and tests; allocates.
  package var cells: [String] {
    (0..<count).map { self[$0] }
  }

  /// Whether every cell is empty or white space, the ideographic space included.
  package var isBlank: Bool {
    (0..<count).allSatisfy { withBytes($0, isWhiteSpace) }
  }
}

/// Whether UTF-8 text consists of white space and invisible marks only.
private func isWhiteSpace(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  var isASCII = true
  for byte in text {
    if byte >= 0x80 {
      isASCII = false
    } else if byte != 0x20 && !(0x09...0x0D).contains(byte) {
      return false
    }
  }
  return isASCII
    || String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}"
    }
}

// MARK: - Filling

extension SheetRow {
  /// Empties the row, keeping its memory, and gives it a number.
  package mutating func reset(number: Int) {
    self.number = number
    count = 0
    used = 0
    ordinal = 0
  }

  /// Appends a cell.
  ///
  /// - Parameter text: the cell's UTF-8 bytes, copied.
  package mutating func appendCell(_ text: UnsafeBufferPointer<UInt8>) {
    let start = used
    copy(text)
    let span = Span(start: start, end: used)
    if count < spans.count { spans[count] = span } else { spans.append(span) }
    count += 1
  }

  /// Appends a cell.
  package mutating func appendCell(_ text: String) {
    var text = text
    text.withUTF8 { appendCell($0) }
  }

  /// Appends an empty cell; ``extendLastCell(_:)`` may fill it.
  package mutating func appendEmptyCell() {
    appendCell(UnsafeBufferPointer(start: nil, count: 0))
  }

  /// Appends empty cells until the row has `count` cells, for sheets that leave empty cells out.
  package mutating func padCells(to count: Int) {
    while self.count < count { appendEmptyCell() }
  }

  /// Gives a cell another text.
  ///
  /// - Parameter index: the cell, from 0; cells before it that the row lacks become empty ones.
  package mutating func setCell(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) {
    padCells(to: index + 1)
    let start = used
    copy(text)
    spans[index] = Span(start: start, end: used)
  }

  /// Adds bytes to the end of the last cell; does nothing in a row without cells.
  package mutating func extendLastCell(_ text: UnsafeBufferPointer<UInt8>) {
    guard count > 0 else { return }
    copy(text)
    spans[count - 1].end = used
  }

  private mutating func copy(_ text: UnsafeBufferPointer<UInt8>) {
    guard let source = text.baseAddress, !text.isEmpty else { return }
    if used + text.count > bytes.count {
      let wanted = max(2 * bytes.count, used + text.count, 256)
      bytes.append(contentsOf: repeatElement(0, count: wanted - bytes.count))
    }
    bytes.withUnsafeMutableBytes { all in
      if let base = all.baseAddress { memcpy(base + used, source, text.count) }
    }
    used += text.count
  }
}
