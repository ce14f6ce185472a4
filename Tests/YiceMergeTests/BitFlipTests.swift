import Foundation
import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("random damage")
struct BitFlipTests {
  /// Bytes changed at random; the places that hold something, and the first pages, more often than the rest.
  private func damaged(_ bytes: [UInt8], used: [Int], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    let counts = [1, 1, 1, 2, 4, 16]
    for _ in 0..<counts[Int.random(in: 0..<6, using: &random)] {
      let index: Int
      switch Int.random(in: 0..<10, using: &random) {
      case 0: index = Int.random(in: 0..<100, using: &random)
      case 1: index = Int.random(in: 100..<4096, using: &random)
      case 2: index = Int.random(in: bytes.indices, using: &random)
      default: index = used[Int.random(in: used.indices, using: &random)]
      }
      if Bool.random(using: &random) {
        bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      } else {
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
    }
    return bytes
  }

  @Test("a flipped file is refused, or what comes in is sound; no crash, no hang", arguments: 0..<8)
  func merging(batch: UInt64) throws {
    let pair = try Pair()
    // The triggers and views are most of the bytes and never run; without them more damage hits what counts.
    if batch % 4 != 0 {
      for type in ["trigger", "view"] { try Pair.drop(type, in: pair.school) }
      try pair.raw("VACUUM")
    }
    let good = try pair.workdir.bytes("school.db")
    let used = good.indices.filter { good[$0] != 0 }
    let before = try pair.workdir.bytes("county.db")
    let clock = ContinuousClock()
    var accepted = 0
    for number in 0..<SealFlipTests.total / 8 {
      let seed = batch * 1000 + UInt64(number)
      var random = SplitMix64(seed: seed)
      try pair.workdir.write("school.db", damaged(good, used: used, &random))
      let time = try clock.measure {
        var merger = Merger(into: pair.county)
        merger.dryRun = true
        let result = try #require(try merger.merge([pair.school]).first)
        if result.refusal == nil, result.status == .merged { accepted += 1 }
        #expect(try pair.workdir.bytes("county.db") == before, "seed \(seed)")
        // Every fifth that was accepted is merged in earnest, into a county file of its own.
        guard result.status == .merged, accepted % 5 == 0 else { return }
        try pair.workdir.write("copy.db", before)
        let copy = try YiceFile.open(pair.workdir.file("copy.db"), for: .write)
        _ = try Merger(into: copy).merge([pair.school])
        let check = try copy.withConnection { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
        #expect(check == "ok", "seed \(seed)")
        try copy.read { try SchemaCheck.check($0) }
      }
      #expect(time < .seconds(5), "seed \(seed)")
    }
  }

  @Test("peeking at pages gives nil or a dictionary, whatever they hold", arguments: 0..<2)
  func peeking(batch: UInt64) throws {
    let pair = try Pair()
    let good = try pair.workdir.bytes("school.db")
    let known = try #require(FilePeek.fileInfo(pair.school))
    #expect(known["org_code"] == Pair.org)
    #expect(known["role"] == "school")
    // file_info's own page, so that damage finds it.
    let root = try #require(
      try YiceFile.open(pair.school).read {
        try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'file_info'")
      })
    let first = (root - 1) * 4096
    var random = SplitMix64(seed: 900 + batch)
    // The pages read first, as few as reach it.
    let small = Array(good.prefix(max(first + 4096, 16 * 4096)))
    for _ in 0..<3000 {
      var bytes = small
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let place = Int.random(in: 0..<4, using: &random)
        let range = place == 0 ? 0..<120 : place == 1 ? 100..<4096 : first..<first + (place == 2 ? 64 : 4096)
        let value: UInt8 = Bool.random(using: &random) ? 0xFF : UInt8.random(in: 0...255, using: &random)
        bytes[Int.random(in: range, using: &random)] = value
      }
      try pair.workdir.write("peek.db", bytes)
      _ = FilePeek.fileInfo(pair.workdir.file("peek.db"))
    }
    for count in [0, 1, 99, 100, 101, 511, 512, 4095, 4096, 8192] {
      try pair.workdir.write("peek.db", Array(good.prefix(count)))
      _ = FilePeek.fileInfo(pair.workdir.file("peek.db"))
    }
  }

  @Test("a page number of 64 bits does not overflow")
  func hugePage() throws {
    // A schema of one row whose root page is an 8-byte integer.
    for root in [UInt64(Int64.max), UInt64(Int64.max) - 7, 1 << 62, UInt64(UInt32.max), 1 << 63] {
      var page = [UInt8](repeating: 0, count: 4096)
      page.replaceSubrange(0..<16, with: Array("SQLite format 3\0".utf8))
      page[16] = 0x10
      page[100] = 0x0D
      page[104] = 1
      let text = Array("tablefile_infofile_info".utf8)
      let record: [UInt8] = [5, 23, 31, 31, 6] + text + bigEndian(root)
      let cell = 4096 - record.count - 2
      page[108] = UInt8(cell >> 8)
      page[109] = UInt8(cell & 0xFF)
      page.replaceSubrange(cell..., with: [UInt8(record.count), 1] + record)
      let work = Workdir(inMemory: true)
      #expect(FilePeek.fileInfo(try work.write("x.db", page)) == nil)
    }
  }
}
