/// What people write around a word without meaning anything else by it: 毕业 behind 大学本科, 全日制 before 本科, a remark in
/// brackets.
package struct Surroundings: Sendable {
  let beginnings: [String]
  let endings: [String]
  /// A text with one of these says something else: 在读 of 研究生(在读).
  let against: [String]

  init(beginnings: [String] = [], endings: [String] = [], against: [String] = []) {
    self.beginnings = beginnings
    self.endings = endings
    self.against = against
  }

  /// The first that is known of the text and of what is left of it.
  ///
  /// - Parameter text: half-width, without white space.
  func find<Word>(_ text: String, _ known: (String) -> Word?) -> Word? {
    guard !against.contains(where: text.contains) else { return nil }
    var rest = text
    while true {
      if let word = known(rest) { return word }
      if rest.hasSuffix(")"), let open = rest.lastIndex(of: "("), open > rest.startIndex {
        rest = String(rest[..<open])
      } else if let ending = endings.first(where: { rest.hasSuffix($0) && rest.count > $0.count }) {
        rest.removeLast(ending.count)
      } else if let beginning = beginnings.first(where: { rest.hasPrefix($0) && rest.count > $0.count }) {
        rest.removeFirst(beginning.count)
      } else {
        return nil
      }
    }
  }
}
