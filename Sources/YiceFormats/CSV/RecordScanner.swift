/// Cuts one record of RFC 4180 text into cells.
///
/// Quotes count only at the start of a cell; elsewhere they are text. Blanks behind a closing quote are dropped. LF, CRLF
/// and CR end a record.
struct RecordScanner {
  let delimiter: UInt8
  // No byte above this one can end a plain cell.
  private let ceiling: UInt8

  enum Outcome {
    /// A whole record of `length` bytes and, after it, an end of line of `lineEnd` bytes, 0 at the
    /// end of the text. `lines` line ends were passed.
    case record(length: Int, lineEnd: Int, lines: Int)
    /// The record goes on beyond the window; `openQuoteLine` when within quotes.
    case needsMore(openQuoteLine: Int?)
  }

  struct Fault: Error {
    var line: Int
    var kind: CSVError.Kind
  }

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    ceiling = max(delimiter, 0x0D)
  }

  /// Scans the record that starts the window.
  ///
  /// - Parameters:
  ///   - window: at least one byte.
  ///   - isLast: whether the text ends with the window.
  ///   - line: the physical line of the window's start.
  ///   - row: receives the cells.
  func scan(
    _ window: UnsafeBufferPointer<UInt8>, isLast: Bool, line: Int, into row: inout SheetRow
  ) throws(Fault) -> Outcome {
    row.reset(number: line)
    var cursor = Cursor(window: window, isLast: isLast, line: line)
    while true {
      if cursor.byte == 0x22 {
        guard try quotedCell(&cursor, into: &row) else {
          return .needsMore(openQuoteLine: cursor.quoteLine)
        }
        // Blanks between a closing quote and the delimiter mean nothing.
        while let byte = cursor.byte, byte == 0x20 || byte == 0x09, byte != delimiter { cursor.position += 1 }
      } else {
        plainCell(&cursor, into: &row)
      }
      guard let byte = cursor.byte else {
        guard isLast else { return .needsMore(openQuoteLine: nil) }
        return .record(length: cursor.position, lineEnd: 0, lines: cursor.line - line)
      }
      switch byte {
      case delimiter:
        cursor.position += 1
      case 0x0A, 0x0D:
        guard let lineEnd = cursor.lineEndLength else { return .needsMore(openQuoteLine: nil) }
        return .record(
          length: cursor.position, lineEnd: lineEnd, lines: cursor.line - line + 1)
      case 0:
        throw Fault(line: cursor.line, kind: .nulByte)
      default:
        throw Fault(line: cursor.line, kind: .textAfterQuote)
      }
    }
  }

  private func plainCell(_ cursor: inout Cursor, into row: inout SheetRow) {
    let window = cursor.window
    let start = cursor.position
    var end = start
    while end < window.count {
      let byte = window[end]
      if byte <= ceiling, byte == delimiter || byte == 0x0A || byte == 0x0D || byte == 0 { break }
      end += 1
    }
    cursor.position = end
    row.appendCell(UnsafeBufferPointer(rebasing: window[start..<end]))
  }

  /// - Returns: `false` when the window ends before what ends the cell is seen.
  private func quotedCell(
    _ cursor: inout Cursor, into row: inout SheetRow
  ) throws(Fault) -> Bool {
    let window = cursor.window
    let quoteLine = cursor.line
    cursor.quoteLine = quoteLine
    row.appendEmptyCell()
    var end = cursor.position + 1
    var start = end
    while end < window.count {
      let byte = window[end]
      if byte == 0x22 {
        row.extendLastCell(UnsafeBufferPointer(rebasing: window[start..<end]))
        let isDoubled = end + 1 < window.count && window[end + 1] == 0x22
        // A quote that ends the window may be the first of two.
        if end + 1 == window.count && !cursor.isLast { return false }
        guard isDoubled else {
          cursor.position = end + 1
          cursor.quoteLine = nil
          return true
        }
        start = end + 1
        end += 2
      } else {
        if byte == 0 { throw Fault(line: cursor.line, kind: .nulByte) }
        if byte == 0x0A || (byte == 0x0D && !(end + 1 < window.count && window[end + 1] == 0x0A)) {
          cursor.line += 1
        }
        end += 1
      }
    }
    if cursor.isLast { throw Fault(line: quoteLine, kind: .unclosedQuote) }
    return false
  }
}

/// A place in the window.
private struct Cursor {
  let window: UnsafeBufferPointer<UInt8>
  let isLast: Bool
  var line: Int
  var position = 0
  var quoteLine: Int?

  init(window: UnsafeBufferPointer<UInt8>, isLast: Bool, line: Int) {
    self.window = window
    self.isLast = isLast
    self.line = line
  }

  var byte: UInt8? {
    position < window.count ? window[position] : nil
  }

  /// Length of the line end at the cursor; `nil` when a CR ends the window and LF may follow.
  var lineEndLength: Int? {
    guard window[position] == 0x0D else { return 1 }
    guard position + 1 < window.count else { return isLast ? 1 : nil }
    return window[position + 1] == 0x0A ? 2 : 1
  }
}
