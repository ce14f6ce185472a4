internal import YiceStore

/// Finds the word that says what a thing is: the last in its name. 体育器材柜 is a cupboard, 教学楼改造 a building.
struct NameEnd<Meaning: Sendable>: Sendable {
  /// Words that tell wherever they stand.
  private let words: WordEndings<(Meaning, onlyLast: Bool)>
  /// What may follow the word that tells: 改造, 一批, a model.
  private let tails: WordEndings<Void>

  /// - Parameters:
  ///   - words: those that tell; `last` are the ones that do so only at the end of a name, as 室.
  init(_ words: [(String, Meaning)], last: [(String, Meaning)], tails: [String]) {
    self.words = WordEndings(words.map { ($0.0, ($0.1, false)) } + last.map { ($0.0, ($0.1, true)) })
    self.tails = WordEndings(tails.map { ($0, ()) })
  }

  /// - Returns: what it means, and whether it ends the name; nil: no word is known.
  func meaning(_ text: String) -> (meaning: Meaning, isLast: Bool)? {
    let outside = Array(NameEnd.withoutBrackets(text).utf8)
    return find(outside) ?? find(Array(text.utf8))
  }

  private func find(_ bytes: [UInt8]) -> (meaning: Meaning, isLast: Bool)? {
    var end = bytes.count
    while end > 0 {
      if let (_, word) = words.longest(bytes, before: end) { return (word.0, true) }
      if let tail = tails.longest(bytes, before: end) {
        end -= tail.count
      } else if bytes[end - 1] < 0x80 {
        end -= 1
      } else {
        break
      }
    }
    while end > 0 {
      if let (_, word) = words.longest(bytes, before: end), !word.onlyLast { return (word.0, false) }
      end = WordEndings<Void>.start(of: bytes, before: end)
    }
    return nil
  }

  /// What stands in brackets is a size, a colour, a place.
  private static func withoutBrackets(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 >= 0xE3 }) else { return text }
    var depth = 0
    var kept = ""
    for character in text {
      if "(（[【".contains(character) { depth += 1 }
      if depth == 0 { kept.append(character) }
      if ")）]】".contains(character) { depth = max(0, depth - 1) }
    }
    return kept
  }
}
