/// What a new passphrase must be.
package enum NewPassphrase {
  private static let shortest = 8

  /// - Parameter again: as it was typed for the second time; nil where nobody typed it.
  /// - Throws: `SignError.shortPassphrase`, `SignError.passphrasesDiffer`.
  package static func require(_ word: String, again: String?) throws(SignError) {
    guard word.count >= shortest else { throw .shortPassphrase(shortest) }
    guard again == nil || again == word else { throw .passphrasesDiffer }
  }
}
