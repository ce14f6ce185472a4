import Testing
import YiceTestSupport

/// A school is told by the same words, and refused in the same way, wherever it is named.
@Suite struct SchoolNameTests {
  private let county: FigureCounty

  init() throws {
    county = try FigureCounty()
    for code in ["2199000001", "2199000002"] {
      try county.does("set", "县.db", "学校机构", code, "简称=一小", "--yes")
    }
    try county.does("set", "县.db", "学校机构", "3199000001", "简称=九年部", "--yes")
    try county.workdir.write("t.csv", "教师编号,姓名\nT1,某甲\n")
  }

  static let commands: [[String]] = [
    ["rectify", "list"], ["rectify", "count"], ["oversize", "list"], ["oversize", "progress"],
    ["oversize", "places"], ["ledger", "show"], ["ledger", "build"], ["form", "教师"], ["report"], ["gaps"],
    ["explain", "R1"], ["series"], ["import", "教师", "t.csv"], ["issue", "--to", "发"],
  ]

  /// The file's name stands behind the words of the command.
  private func ask(_ command: [String], _ word: String) throws -> ProgramResult {
    let verbs = ["rectify", "oversize", "ledger"].contains(command[0]) ? 2 : 1
    let arguments = command.prefix(verbs) + ["县.db"] + command.dropFirst(verbs) + ["--school", word]
    return try county.yice(Array(arguments))
  }

  @Test("two schools of one short name are both named, and neither is taken", arguments: commands)
  func several(_ command: [String]) throws {
    let result = try ask(command, "一小")
    #expect(result.status == 64, "\(result.out)\(result.err)")
    #expect(result.err.contains("“一小”不止一所学校：甲小学（2199000001）、乙小学（2199000002）"), "\(result.err)")
    #expect(result.out.isEmpty)
  }

  @Test("a school that is not there is said", arguments: commands)
  func unknown(_ command: [String]) throws {
    let result = try ask(command, "无此校")
    #expect(result.status == 64, "\(result.out)\(result.err)")
    #expect(result.err.contains("文件里没有学校“无此校”"), "\(result.err)")
  }

  @Test("code, name, short name and a part of the name that no other has lead to it", arguments: commands)
  func found(_ command: [String]) throws {
    for word in ["3199000001", "丙学校", "九年部", "丙"] {
      let result = try ask(command, word)
      #expect(result.status == 0, "\(word): \(result.out)\(result.err)")
    }
  }

  @Test("a change to be tried names its school in the same words")
  func whatIf() throws {
    try county.does(
      "whatif", "县.db", "一小 骨干教师数 +1", status: 64, says: ["甲小学（2199000001）、乙小学（2199000002）"])
    try county.does("whatif", "县.db", "九年部 骨干教师数 小学 +1")
  }

  @Test("a school without figures of its own is not answered with 没有缺口")
  func uncounted() throws {
    try county.does("gaps", "县.db", "--school", "丁教学点", status: 64, says: ["没有单独计入的学段"])
  }
}
