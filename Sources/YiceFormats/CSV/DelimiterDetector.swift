/// Finds the delimiter in the first records: the one of comma, tab and semicolon that cuts them most evenly into most
/// cells. A title line above the table does not decide, whatever stands in it.
struct DelimiterDetector {
  private static let candidates: [UInt8] = [0x2C, 0x09, 0x3B]
  /// So many records that are not empty are looked at, or so many bytes, whichever ends first.
  private static let records = 24
  private static let bytes = 1 << 16

  /// Looks at the start of a text.
  ///
  /// - Parameters:
  ///   - window: the start of the text.
  ///   - isLast: whether the text ends with the window, or no more of it can be had.
  /// - Returns: `nil` when more of the text is wanted; a comma when there is no delimiter.
  func detect(_ window: UnsafeBufferPointer<UInt8>, isLast: Bool) -> UInt8? {
    var records: [[Int]] = []
    var counts = [0, 0, 0]
    var isQuoted = false
    var isAtCellStart = true
    var isBlank = true
    for byte in window {
      switch byte {
      case 0x22 where isQuoted || isAtCellStart:
        isQuoted.toggle()
        // After a closing quote another may follow: a doubled quote opens again.
        isAtCellStart = !isQuoted
      case 0x0A where !isQuoted, 0x0D where !isQuoted:
        if !isBlank { records.append(counts) }
        if records.count == Self.records { return best(records) }
        counts = [0, 0, 0]
        isBlank = true
        isAtCellStart = true
        continue
      default:
        guard !isQuoted else { break }
        let candidate = Self.candidates.firstIndex(of: byte)
        if let candidate { counts[candidate] += 1 }
        isAtCellStart = candidate != nil
      }
      isBlank = false
    }
    if isLast, !isBlank { records.append(counts) }
    return isLast || (window.count >= Self.bytes && !records.isEmpty) ? best(records) : nil
  }

  /// Cells that a delimiter gives: in the records that it cuts alike, as most records are.
  private func best(_ records: [[Int]]) -> UInt8 {
    var best = (index: 0, cells: 0)
    for index in Self.candidates.indices {
      var alike: [Int: Int] = [:]
      for record in records where record[index] > 0 { alike[record[index], default: 0] += record[index] }
      // Below a title stand a heading and a row at least: one record alone may be a list within a cell.
      let isInFirst = records.first.map { $0[index] > 0 } ?? false
      let cells = alike.filter { isInFirst || $0.value > $0.key }.values.max() ?? 0
      if cells > best.cells { best = (index, cells) }
    }
    return Self.candidates[best.index]
  }
}
