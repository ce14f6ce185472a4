/// Counts physical lines in text that arrives in pieces; LF, CRLF and CR each end one.
struct LineCounter {
  /// The line the next byte stands on, from 1.
  private(set) var line = 1
  private var lastWasReturn = false

  mutating func consume(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && !lastWasReturn) { line += 1 }
      lastWasReturn = byte == 0x0D
    }
  }
}
