/// Words that texts are looked at for from their end: what a Chinese name ends with is what it names.
package struct WordEndings<Meaning: Sendable>: Sendable {
  /// By the last bytes of the words, the longest first.
  private let byEnd: [UInt32: [(bytes: [UInt8], meaning: Meaning)]]

  package init(_ words: [(word: String, meaning: Meaning)]) {
    var byEnd: [UInt32: [(bytes: [UInt8], meaning: Meaning)]] = [:]
    for (word, meaning) in words {
      let bytes = Array(word.utf8)
      byEnd[Self.end(bytes, bytes.count), default: []].append((bytes, meaning))
    }
    self.byEnd = byEnd.mapValues { $0.sorted { $0.bytes.count > $1.bytes.count } }
  }

  /// The longest word that ends before that place of a text's bytes, and how many bytes it has.
  package func longest(_ text: [UInt8], before end: Int) -> (count: Int, meaning: Meaning)? {
    guard end > 0, let words = byEnd[Self.end(text, end)] else { return nil }
    for word in words where word.bytes.count <= end {
      let start = end - word.bytes.count
      if word.bytes.indices.allSatisfy({ text[start + $0] == word.bytes[$0] }) {
        return (word.bytes.count, word.meaning)
      }
    }
    return nil
  }

  /// The last character, as a number.
  private static func end(_ text: [UInt8], _ end: Int) -> UInt32 {
    let start = Self.start(of: text, before: end)
    return text[start..<end].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Where the last character before that place begins.
  package static func start(of text: [UInt8], before end: Int) -> Int {
    var start = end - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
