import Testing
import YiceFormats
import YiceTestSupport

@Suite struct CSVRoundTripTests {
  private static let pieces: [String] = [
    ",", ";", "\t", "\"", "\"\"", "\r", "\n", "\r\n", " ", "\u{3000}", "=", "-1", "'", "a", "xyz",
    "12.5", "张", "学校", "\u{20BB7}", "\u{10FFFF}", "é", "e\u{301}", "👩‍🏫", "\u{FEFF}", "€", "\u{80}",
    "9223372036854775807", "NaN", "\u{7F}", "\u{1}",
  ]

  private static func randomRows(_ random: inout SplitMix64) -> [[String]] {
    (0..<Int.random(in: 0...8, using: &random)).map { _ in
      (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
          pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }.joined()
      }
    }
  }

  @Test(arguments: 0..<100)
  func `what the writer writes the reader reads`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for encoding in CSVWriter.Encoding.allCases {
      let rows = Self.randomRows(&random)
      let chunkSize = Int.random(in: 1...64, using: &random)
      let delimiter: UInt8 = [0x2C, 0x09, 0x3B][Int.random(in: 0..<3, using: &random)]
      let bytes = try written(
        rows.map { $0.map { .text($0) } }, encoding: encoding, delimiter: delimiter,
        guardFormulas: false)
      let sheet = try read(
        bytes, encoding: encoding == .gb18030 ? .gb18030 : nil, delimiter: delimiter,
        chunkSize: chunkSize)
      #expect(
        scalars(sheet.rows) == scalars(rows),
        "seed \(seed), encoding \(encoding), chunk size \(chunkSize)")
    }
  }

  @Test(arguments: 0..<100)
  func `UTF-16 of either kind is read as it was written`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rows = Self.randomRows(&random)
    let chunkSize = Int.random(in: 1...64, using: &random)
    let bytes = try written(
      rows.map { $0.map { .text($0) } }, encoding: .utf8WithMark, guardFormulas: false)
    let text = String(decoding: bytes, as: UTF8.self)
    let sheet = try read(
      utf16(text, isBigEndian: Bool.random(using: &random)), delimiter: 0x2C,
      chunkSize: chunkSize)
    #expect(
      scalars(sheet.rows) == scalars(rows), "seed \(seed), chunk size \(chunkSize)")
  }

  @Test(arguments: 0..<100)
  func `no bytes at all make the reader fail in another way than its own error`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let likely: [UInt8] = [0x22, 0x2C, 0x0D, 0x0A, 0x61, 0xD6, 0xD0, 0xE4, 0xB8, 0xAD, 0x81, 0x30]
    for encoding in TextEncoding.allCases.map(Optional.some) + [nil] {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        Bool.random(using: &random)
          ? likely[Int.random(in: 0..<likely.count, using: &random)]
          : UInt8.random(in: 0...255, using: &random)
      }
      let outcomes = try [1, Int.random(in: 2...64, using: &random), 4096].map { chunkSize in
        do {
          return try "\(read(bytes, encoding: encoding, chunkSize: chunkSize))"
        } catch let error as CSVError {
          return error.description
        }
      }
      #expect(Set(outcomes).count == 1, "seed \(seed), encoding \(String(describing: encoding))")
    }
  }

  /// Strings compare equal when canonically equivalent; their scalars do not.
  private func scalars(_ rows: [[String]]) -> [[[UInt32]]] {
    rows.map { $0.map { $0.unicodeScalars.map(\.value) } }
  }
}
