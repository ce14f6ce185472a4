/// Finds the delimiter in the first record that is not empty: the most frequent of comma, tab and
/// semicolon outside quotes.
struct DelimiterDetector {
  private static let candidates: [UInt8] = [0x2C, 0x09, 0x3B]

  /// Looks at the start of a text.
  ///
  /// - Parameters:
  ///   - window: the start of the text.
  ///   - isLast: whether the text ends with the window.
  /// - Returns: `nil` when the record goes on beyond the window; a comma when there is no delimiter.
  func detect(_ window: UnsafeBufferPointer<UInt8>, isLast: Bool) -> UInt8? {
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
        if !isBlank { return best(counts) }
        continue
      default:
        guard !isQuoted else { break }
        let candidate = Self.candidates.firstIndex(of: byte)
        if let candidate { counts[candidate] += 1 }
        isAtCellStart = candidate != nil
      }
      isBlank = false
    }
    return isLast ? best(counts) : nil
  }

  private func best(_ counts: [Int]) -> UInt8 {
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    return Self.candidates[best]
  }
}
