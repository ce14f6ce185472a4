import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

/// Damage of a single bit, anywhere in a packed file.
///
/// What is taken without a word holds the same content: spare bytes of a page, comments of the schema, fields of the
/// header that say nothing of the content.
@Suite("a packed file with one bit flipped")
struct SealFlipTests {
  /// Flips in all; `YICE_FLIPS=100000` once in a while.
  static let total = Effort.runs("YICE_FLIPS", usually: 200)
  static let batches = 8

  /// How many flips were answered how.
  struct Outcomes: CustomStringConvertible {
    var counts: [String: Int] = [:]
    var description: String {
      counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    mutating func add(_ other: Outcomes) { counts.merge(other.counts, uniquingKeysWith: +) }
  }

  /// - Returns: bits whose flip was taken with altered content; empty when all is well.
  private func altered(_ bits: [Int], in file: SealedFile, _ outcomes: inout Outcomes) throws -> [Int] {
    let original = try SealedFile.content(file.workdir.file("packed.db"))
    var altered: [Int] = []
    for start in stride(from: 0, to: bits.count, by: 64) {
      let some = Array(bits[start..<min(start + 64, bits.count)])
      let paths = try some.enumerated().map { number, bit in
        var bytes = file.bytes
        bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        return try file.workdir.write("flipped\(number).db", bytes)
      }
      for (number, report) in Verification.check(paths).enumerated() {
        if let problem = report.problem {
          let words = [("封条", "seal"), ("格式", "schema"), ("损坏", "damaged"), ("缺少", "schema")]
          let kind = words.first { problem.reason.contains($0.0) }?.1 ?? "other"
          outcomes.counts["refused: \(kind)", default: 0] += 1
          continue
        }
        outcomes.counts["taken, same content", default: 0] += 1
        let content = try? SealedFile.content(paths[number])
        if content != original { altered.append(some[number]) }
      }
    }
    return altered
  }

  @Test("none is taken with altered content: random bits", arguments: 0..<batches)
  func random(batch: Int) throws {
    let file = try SealedFile(bare: batch % 4 != 0)
    let used = file.bytes.indices.filter { file.bytes[$0] != 0 }
    var random = SplitMix64(seed: UInt64(40 + batch))
    let bits = (0..<SealFlipTests.total / SealFlipTests.batches).map { number in
      // Half of them anywhere, half where something stands.
      number % 2 == 0
        ? Int.random(in: 0..<file.bytes.count * 8, using: &random)
        : used[Int.random(in: used.indices, using: &random)] * 8 + Int.random(in: 0..<8, using: &random)
    }
    var outcomes = Outcomes()
    let altered = try altered(bits, in: file, &outcomes)
    #expect(altered.isEmpty, "seed \(40 + batch), bits \(altered)")
    // Otherwise the file was refused for a reason of its own from the start. How many flips reach the seal at all
    // depends on where this file's identifiers and moments lie: a sound file has bits of both kinds among fifty.
    let sound = ["refused: seal", "taken, same content"].map { outcomes.counts[$0, default: 0] }
    #expect(sound.reduce(0, +) > 0, "\(outcomes)")
    if SealFlipTests.total > 10_000 { print("flips, batch \(batch): \(outcomes)") }
  }

  @Test("none is taken with altered content: every bit of the file's header, the seal and the heads of pages")
  func selected() throws {
    let file = try SealedFile(bare: true)
    let root = try #require(
      try YiceFile.open(file.workdir.file("packed.db")).read {
        try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'seal'")
      })
    let pages = file.bytes.count / 4096
    var random = SplitMix64(seed: 7)
    var bytes = Array(0..<108) + Array((root - 1) * 4096..<(root - 1) * 4096 + 12)
    for _ in 0..<6 {
      let page = Int.random(in: 1..<pages, using: &random)
      bytes += page * 4096..<page * 4096 + 8
    }
    let bits = bytes.flatMap { byte in (0..<8).map { byte * 8 + $0 } }
    var outcomes = Outcomes()
    let altered = try altered(bits, in: file, &outcomes)
    #expect(altered.isEmpty, "bits \(altered)")
    #expect(outcomes.counts["refused: damaged", default: 0] > 0, "\(outcomes)")
  }

  @Test("a bit of a value people wrote is refused by the seal, nothing before it sees the flip")
  func value() throws {
    let file = try SealedFile(bare: true)
    let area = withUnsafeBytes(of: (1234.5678).bitPattern.bigEndian) { Array($0) }
    let places = file.bytes.indices.filter { file.bytes[$0...].starts(with: area) }
    try #require(places.count >= 5)
    var outcomes = Outcomes()
    // The last bit of the fraction.
    let bits = places.map { ($0 + 7) * 8 }
    #expect(try altered(bits, in: file, &outcomes).isEmpty)
    #expect(outcomes.counts == ["refused: seal": bits.count], "\(outcomes)")
  }

  @Test("without its seal, altered content is taken: what the tests above would see")
  func withoutSeal() throws {
    var file = try SealedFile(bare: true)
    try Pair.raw(["DELETE FROM seal"], file.workdir.file("packed.db"))
    file = try file.reread()
    let used = file.bytes.indices.filter { file.bytes[$0] != 0 }
    var random = SplitMix64(seed: 11)
    let bits = (0..<300).map { _ in
      used[Int.random(in: used.indices, using: &random)] * 8 + Int.random(in: 0..<8, using: &random)
    }
    var outcomes = Outcomes()
    #expect(try !altered(bits, in: file, &outcomes).isEmpty, "\(outcomes)")
  }

  @Test("merged, the county ends as with the whole file, or as before", arguments: 0..<batches)
  func merged(batch: Int) throws {
    let file = try SealedFile(bare: batch % 4 != 0)
    let county = try file.workdir.bytes("county.db")
    func merge(_ path: String) throws -> (status: MergeResult.Status, county: [String: [String]]) {
      let copy = try file.workdir.write("copy.db", county)
      let result = try #require(try Merger(into: try YiceFile.open(copy, for: .write)).merge([path]).first)
      return (result.status, try MergeOrderTests.merged(copy))
    }
    let whole = try merge(file.path)
    try #require(whole.status == .merged)
    let before = try MergeOrderTests.merged(file.pair.county.path)
    let used = file.bytes.indices.filter { file.bytes[$0] != 0 }
    var random = SplitMix64(seed: UInt64(70 + batch))
    for _ in 0..<SealFlipTests.total / 4 / SealFlipTests.batches {
      let byte = used[Int.random(in: used.indices, using: &random)]
      let bit = Int.random(in: 0..<8, using: &random)
      var bytes = file.bytes
      bytes[byte] ^= 1 << UInt8(bit)
      let result = try merge(try file.workdir.write("flipped.db", bytes))
      let expected = result.status == .merged ? whole.county : before
      if result.county != expected { Issue.record("byte \(byte), bit \(bit): \(result.status)") }
    }
  }
}
