/// Damage to bytes, for tests that nothing a file may hold stops a reader.
package enum Mutation {
  /// - Returns: the bytes with 1 to 30 of them changed, and runs cut out or doubled.
  package static func damage(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var result = bytes
    for _ in 0..<([1, 2, 8, 30].randomElement(using: &random) ?? 1) {
      guard !result.isEmpty else { return result }
      let at = Int.random(in: 0..<result.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: result[at] = 0
      case 1: result[at] = 0xFF
      case 2: result[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 3: result[at] = UInt8.random(in: 0...255, using: &random)
      case 4: result.removeSubrange(at..<min(at + Int.random(in: 1...40, using: &random), result.count))
      default:
        let end = min(at + Int.random(in: 1...40, using: &random), result.count)
        result.insert(contentsOf: result[at..<end], at: at)
      }
    }
    return result
  }
}
