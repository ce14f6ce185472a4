import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore

/// A value is stored as the clerk sees it, or refused with its place: it never makes a new person.
@Suite struct ShownValueTests {
  @Test(arguments: [
    #"="0012""#, "'0012", "\u{2018}0012", " 0012\u{A0}", "\u{202D}0012\u{202C}", "0012\u{200E}",
    "\u{FEFF}00\u{200B}12",
    "００１２", "\u{2003}0012\u{2060}", #" "0012""#,
  ])
  func `a number of staff is the same in whatever an export puts around it`(written: String) throws {
    let desk = try Desk()
    _ = try desk.take("教师编号,姓名\n0012,王芳\n", into: .teacher)
    let outcome = try desk.take("教师编号,姓名\n\(written),王芳\n", into: .teacher)
    #expect(outcome.counts == [0, 0, 1], "\(outcome.texts)")
  }

  @Test(arguments: ["王\u{A0}芳", "王\u{3000}芳", "\u{2003}王芳\u{2003}", "王\u{200B}芳", #"="王芳""#, "王\u{2060}芳"])
  func `a name is the same with blanks of all kinds`(written: String) throws {
    let desk = try Desk()
    _ = try desk.take("教师编号,姓名\n1,\(written)\n", into: .teacher)
    #expect(try desk.value("SELECT name FROM teacher") == "王芳")
  }

  @Test(arguments: ["教师编号\u{200B}", "\u{FEFF}教师编号", "教师\u{A0}编号 ", "\u{202D}教师编号\u{202C}", "教师\u{AD}编号"])
  func `a heading is the same with marks that show nothing`(heading: String) throws {
    let desk = try Desk()
    #expect(try desk.take("姓名,\(heading)\n王芳,1\n", into: .teacher).counts == [1, 0, 0])
  }

  @Test(arguments: ["3.5103E+17", "3.51E+17", "1E+16", "351030001351351000", "#数位丢失 351030001351351000"])
  func `a long number that lost its digits is refused with its place`(written: String) throws {
    let desk = try Desk()
    let outcome = try desk.take("教师编号,姓名\n\(written),王芳\n", into: .teacher)
    #expect(outcome.counts == [0, 0, 0])
    #expect(outcome.errors == 1)
    #expect(outcome.findings.first?.location.row == 2)
    #expect(outcome.findings.first?.location.column == "教师编号")
    #expect(outcome.texts.first?.contains("丢失") == true, "\(outcome.texts)")
  }

  @Test(arguments: ["1E5", "12E3", "E+17", "351030001351351001", "'351030001351351000", "2022-09", "1.5"])
  func `other codes are taken as they are`(written: String) throws {
    let desk = try Desk()
    #expect(try desk.take("教师编号,姓名\n\(written),王芳\n", into: .teacher).counts == [1, 0, 0])
    let stored: String? = try desk.value("SELECT teacher_no FROM teacher")
    #expect(stored == String(written.drop { $0 == "'" }))
  }

  @Test func `the same bad value in many rows is told in one line`() throws {
    let desk = try Desk()
    let rows = (1...8).map { "T\($0),王芳\($0),中学高高级" }.joined(separator: "\n")
    let outcome = try desk.take("教师编号,姓名,职称\n\(rows)\nT9,李伟,别的\n", into: .teacher)
    #expect(outcome.errors == 9)
    #expect(outcome.findings.count == 9)
    #expect(outcome.told.count == 2)
    #expect(outcome.told[0].location.row == 2)
    #expect(outcome.told[0].message.hasSuffix("（还有 7 行同样：第 3、4、5、6、7… 行）"))
  }

  // MARK: Rows of CSV files

  /// As Excel writes it: blocks of sixteen rows, the last columns left out where a whole block has nothing in them.
  private func cutShort(_ rows: Int, missing: Int? = nil) -> String {
    var lines = ["教师编号,姓名,任教学科,备注"]
    for row in 1...rows {
      var cells = ["T\(row)", "王芳", "语文"]
      if row < 16 { cells.append("") }
      if row == missing { cells.removeLast() }
      lines.append(cells.joined(separator: ","))
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  @Test func `rows that Excel cut short are read`() throws {
    let desk = try Desk()
    #expect(try desk.take(cutShort(60), into: .teacher).counts == [60, 0, 0])
  }

  @Test(arguments: [7, 20, 31, 40])
  func `a row that lacks a comma is not`(row: Int) throws {
    let desk = try Desk()
    let outcome = try desk.take(cutShort(60, missing: row), into: .teacher)
    #expect(outcome.codes.contains("cell-count"))
    #expect(outcome.counts == [0, 0, 0])
  }
}
