import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceReport
import YiceStore
import YiceTestSupport

/// Workbooks that we write, read back by our own reader, as they are and as another program edits them.
struct WorkbookRoundTripTests {
  private let folder = Workdir()
  private let file: YiceFile

  init() throws { file = try SampleFile.school(folder) }

  private func export(_ table: CatalogTable, _ change: (inout TableWorkbook) -> Void = { _ in }) throws
    -> String
  {
    let path = folder.file("\(table.label).xlsx")
    var workbook = TableWorkbook(RecordQuery(table), file: file.info)
    change(&workbook)
    _ = try file.read { try workbook.write($0, to: path) }
    return path
  }

  private func readBack(_ path: String, into table: CatalogTable) throws -> ImportOutcome {
    let sheets = try SheetFile.open(path, encoding: nil)
    let choice = try SheetChoice(sheets, named: nil, matcher: HeaderMatcher(table))
    return try Importer(table).run(
      try sheets.rows(of: choice.sheet), merges: try sheets.merges(of: choice.sheet), into: file,
      author: SampleFile.author)
  }

  @Test(arguments: [false, true])
  func `A workbook that nobody edited changes nothing`(withHelp: Bool) throws {
    for table in [CatalogTable.teacher, .classRoll, .org] {
      let outcome = try readBack(try export(table) { $0.withHelp = withHelp }, into: table)
      #expect(outcome.findings.map(\.description) == [])
      #expect(outcome.same == outcome.rows && outcome.rows > 0 && !outcome.written)
    }
  }

  @Test func `An empty template imports nothing, and its example is told`() throws {
    let path = try export(.teacher) {
      $0.withRows = false
      $0.withMemory = false
      $0.withHelp = true
    }
    let outcome = try readBack(path, into: .teacher)
    #expect(outcome.findings.map(\.code) == ["example-row"])
    #expect(outcome.rows == 0 && !outcome.written)
  }

  @Test(.disabled(if: Openpyxl.isMissing, "没有 openpyxl，跳过（apt-get install python3-openpyxl）"))
  func `A workbook edited by another program writes the edited cells only`() throws {
    let path = try export(.classRoll)
    try Openpyxl.edit(path, ["H2": "47", "N3": "2022-10-01"])
    let outcome = try readBack(path, into: .classRoll)
    #expect([outcome.changed, outcome.same, outcome.conflicts, outcome.errors] == [2, 0, 0, 0])
    let rows = try file.read {
      try String.fetchAll($0, sql: "SELECT head_count || ' ' || counted_on FROM class_roll ORDER BY class_no")
    }
    #expect(rows == ["47 2022-09-01", "46 2022-10-01"])
  }

  @Test(.disabled(if: Openpyxl.isMissing, "没有 openpyxl，跳过（apt-get install python3-openpyxl）"))
  func `A filled-in template is imported without its example`() throws {
    let path = try export(.teacher) {
      $0.withRows = false
      $0.withMemory = false
      $0.withHelp = true
    }
    try Openpyxl.edit(path, ["A3": "2022", "B3": "0101", "C3": "赵强", "D3": "小学"])
    let outcome = try readBack(path, into: .teacher)
    #expect([outcome.new, outcome.errors] == [1, 0])
    #expect(
      try file.read { try String.fetchOne($0, sql: "SELECT name FROM teacher WHERE teacher_no = '0101'") }
        == "赵强")
  }

  @Test(.disabled(if: Openpyxl.isMissing, "没有 openpyxl，跳过（apt-get install python3-openpyxl）"))
  func `The clerk's sheet with its errors marked is imported once they are corrected`() throws {
    try folder.write("t.csv", "教师编号,姓名,任教学段\n011,赵强,大学\n")
    let path = folder.file("t.csv")
    let outcome = try Importer(.teacher).run(try CSVReader(path: path), into: file, author: SampleFile.author)
    let marked = folder.file("改正.xlsx")
    try ErrorSheet.write(
      [ErrorSheet.Page(try CSVReader(path: path), findings: outcome.findings)], findings: outcome.findings,
      notShown: 0, to: marked)
    try Openpyxl.edit(marked, ["C2": "小学"])
    let corrected = try readBack(marked, into: .teacher)
    #expect([corrected.new, corrected.errors] == [1, 0])
  }
}
