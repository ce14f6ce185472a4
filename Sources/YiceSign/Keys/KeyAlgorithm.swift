package import YiceStore

/// What a key signs with. Decision 0180.
package enum KeyAlgorithm: String, Sendable, CaseIterable {
  /// RFC 8032; its holder is encrypted for with X25519 (RFC 7748).
  case ed25519 = "Ed25519"
  /// GB/T 32918 over SM3, for offices that must; its holder is encrypted for with a second SM2 key.
  case sm2 = "SM2"

  /// In any case of letters; 国密 is SM2.
  package init?(word: String) {
    let found = KeyAlgorithm.allCases.first { $0.rawValue.lowercased() == word.lowercased() }
    guard let found = found ?? (word == "国密" ? .sm2 : nil) else { return nil }
    self = found
  }

  /// Digest of what is signed with it, and of the key itself.
  package var hash: ContentHash { self == .sm2 ? .sm3 : .sha256 }

  var signing: CryptoKey.Kind { self == .sm2 ? .sm2 : .ed25519 }
  var encryption: CryptoKey.Kind { self == .sm2 ? .sm2 : .x25519 }
}
