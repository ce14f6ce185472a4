/// What a standard takes for granted and no official text confirms (`unverified` in a profile): told beside each figure that
/// rests on it. A county's own value (table 阈值) is its own, and no assumption. Decision 0168.
package struct Assumption: Sendable, Equatable {
  /// What is not confirmed, as part of a sentence.
  package let text: String

  init(_ text: String) { self.text = text }

  /// Beside a figure.
  package var sentence: String { "（此数未经核实：\(text)）" }

  /// - Parameters:
  ///   - mark: the value of `unverified`: true, or what is not confirmed in words.
  ///   - plain: the words where it is only true.
  /// - Throws: `ProfileError.text`.
  init?(_ mark: ProfileText?, _ plain: String) throws {
    guard let mark else { return nil }
    let word = try mark.string()
    if ["true", "是", "false", "否"].contains(word) {
      guard try mark.bool() else { return nil }
      text = plain
    } else {
      text = word
    }
  }
}

extension Sequence<Assumption> {
  package var sentences: String { map(\.sentence).joined() }
}

extension Profile {
  /// Everything that could not be confirmed from an official text, in words for a report.
  package var unverified: [String] {
    let settings = [comparisonAssumption, kindergartenAssumption].compactMap { $0?.text }
    let marks = indicators.compactMap { rule in rule.assumption.map { "\(rule.id) \($0.text)" } }
    let named = items.compactMap { rule in rule.assumption.map { "\(rule.id) \($0.text)" } }
    return settings + marks + named + programme.numbers.compactMap { $0.assumption?.text }
  }
}
