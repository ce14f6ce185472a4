import Testing

@Suite struct DelimiterTests {
  private static let table = ["教师编号", "姓名", "学科"]

  @Test(arguments: [",", "\t", ";"], ["单位:第一小学;日期:2022年", "第一小学教师名册", "甲,乙", "1\t2", "\"引号;;;;;;;;里\""])
  func `a title line does not decide the delimiter`(delimiter: String, title: String) throws {
    let lines = [title] + (0..<5).map { _ in Self.table.joined(separator: delimiter) }
    for chunk in [1, 7, 1 << 17] {
      let sheet = try read(lines.joined(separator: "\r\n").utf8, chunkSize: chunk)
      #expect(sheet.rows.dropFirst().allSatisfy { $0 == Self.table }, "\(sheet.rows)")
    }
  }

  @Test func `blanks behind a closing quote mean nothing`() throws {
    #expect(
      try read("\"T001\" ,王芳,\"甲\"  \r\nT002,\"李\"\t,\"乙\"".utf8).rows == [
        ["T001", "王芳", "甲"], ["T002", "李", "乙"],
      ])
    #expect(throws: (any Error).self) { _ = try read("\"T001\" x,王芳\n".utf8) }
  }
}
