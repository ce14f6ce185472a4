import Testing
import YiceFormats
import YiceTestSupport

@Suite struct CSVMutationTests {
  private static let text =
    "学校,教师编号,姓名,备注\r\n一小,T001,王芳,\"第一行\r\n第二行\"\r\n一小,T002,\"欧阳, 娜娜\",\"他说\"\"好\"\"\"\r\n,,,\r\n"

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `many damaged texts are read or refused, whatever pieces they come in`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rows = Array(repeating: [CellValue.text("张三"), .text("备注\n二"), .integer(12)], count: 6)
    let wholes = [
      Array(Self.text.utf8), [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8),
      try written(rows, encoding: .gb18030), [0xFF, 0xFE] + utf16(Self.text, isBigEndian: false),
      Array(Self.text.replacing(",", with: "\t").utf8),
    ]
    var refused = 0
    for round in 0..<Effort.runs(usually: 750) {
      let bytes = Mutation.damage(wholes[round % wholes.count], &random)
      let size = Int.random(in: 1...80, using: &random)
      do {
        let small = try read(bytes, chunkSize: size)
        // Pieces of another size make no other sheet.
        #expect(try read(bytes).rows == small.rows, "seed \(seed) round \(round) pieces of \(size)")
      } catch {
        #expect(error is CSVError, "seed \(seed) round \(round): \(error)")
        refused += 1
      }
    }
    #expect(refused > 50 && refused < 1450, "seed \(seed): \(refused)")
  }
}
