/// Random ids: of revisions (63 bits, positive) and of rows without a natural key (text). Decision 0006.
package enum RandomID {
  /// Letters and digits that are not mistaken for each other on paper.
  private static let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz")

  /// A positive 63-bit integer.
  package static func revision() -> Int64 { Int64.random(in: 1...Int64.max) }

  /// Twelve characters, about 59 bits.
  package static func text() -> String {
    String((0..<12).map { _ in alphabet[Int.random(in: 0..<alphabet.count)] })
  }

  /// A text id worked out from content, so that the same sheet imported twice names the same rows.
  package static func text(from content: [String]) -> String {
    var hash = FNV()
    var other: UInt64 = 0x9e37_79b9_7f4a_7c15
    for part in content {
      for byte in Array(part.utf8) + [0] {
        hash.add(byte)
        other = (other &+ UInt64(byte) &+ 1) &* 0xff51_afd7_ed55_8ccd
        other ^= other >> 33
      }
    }
    let count = UInt64(alphabet.count)
    var text = ""
    for var half in [hash.value ^ (hash.value >> 31), other] {
      for _ in 0..<6 {
        text.append(alphabet[Int(half % count)])
        half /= count
      }
    }
    return text
  }
}
