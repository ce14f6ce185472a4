internal import YiceModel

/// Words that a column of texts is understood by. Another text is kept as it is written, decides nothing, and is told.
/// Decision 0176.
package struct Vocabulary: Sendable {
  package let words: [String]
  /// Of a text that is none of them, what people do not mean to say by it: beginnings and endings, other letters.
  private let around: Surroundings
  private let letters: [Character: Character]
  private let aliases: [String: String]
  /// What follows a text that is not understood, to the one who wrote it.
  package let advice: String
  private let known: Set<String>
  private let written: [[UInt8]]

  init(
    _ words: [String], beginnings: [String], endings: [String], letters: [Character: Character],
    aliases: [String: String], advice: String
  ) {
    self.words = words
    around = Surroundings(beginnings: beginnings, endings: endings)
    self.letters = letters
    self.aliases = aliases
    self.advice = advice
    known = Set(words)
    written = words.map { Array($0.utf8) }
  }

  /// One of the words as it stands: nothing to make of it.
  func has(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    written.contains { $0.count == cell.count && $0.elementsEqual(cell) }
  }

  /// The word that a text means; nil: none, or several.
  package func word(_ text: String) -> String? {
    let rest = String(Characters.halfWidth(text).filter { !$0.isWhitespace }.map { letters[$0] ?? $0 })
    return around.find(rest) { known.contains($0) ? $0 : aliases[$0.uppercased()] }
  }
}
