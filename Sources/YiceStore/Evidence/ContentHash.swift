/// What contents are digested with: SHA-256, or SM3 (GB/T 32905) for offices that must. Decision 0180.
package enum ContentHash: String, Sendable, CaseIterable {
  case sha256
  case sm3

  /// Lower-case hex.
  package func hex(of bytes: [UInt8]) -> String {
    let stream = SHA256.Stream(self)
    bytes.withUnsafeBytes { stream.add($0) }
    return stream.finish()
  }

  /// A digest as the seal has it: that of SHA-256 by itself, others after their name.
  package func marked(_ digest: String) -> String { self == .sha256 ? digest : "\(rawValue):\(digest)" }

  /// What a digest of the seal was made with.
  package init(marked digest: String) { self = digest.hasPrefix("sm3:") ? .sm3 : .sha256 }
}
