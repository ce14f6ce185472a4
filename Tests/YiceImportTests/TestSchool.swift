import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Rows in memory, as a workbook gives them.
final class ListSource: RowSource {
  let sourceName = "教师.xlsx"
  let sheetName: String? = "教师"
  let encodingName = "xlsx"
  let leavesOutEmptyCells = true
  var uses1904 = false
  private let rows: [[String]]
  private var position = 0

  init(_ rows: [[String]]) { self.rows = rows }

  func next(into row: inout SheetRow) -> Bool {
    guard position < rows.count else { return false }
    row.reset(number: position + 1)
    for cell in rows[position] { row.appendCell(cell) }
    position += 1
    return true
  }
}

/// A school's file in a folder of its own.
struct TestSchool {
  let workdir = Workdir(inMemory: true)
  let file: YiceFile
  let author = Author.current("测试")

  init(role: Role = .school, code: String = "2199000004") throws {
    file = try YiceFile.create(
      workdir.file("一小.db"),
      info: FileInfo(role: role, orgCode: code, orgName: "一小", countyCode: "990101", schoolYear: 2022),
      author: author)
  }

  func run(
    _ rows: [[String]], merges: [CellRange] = [], mapping: [String: String] = [:],
    headerRows: ClosedRange<Int>? = nil, year: Int? = nil
  ) throws -> ImportOutcome {
    var importer = Importer(.teacher)
    importer.mapping = mapping
    importer.headerRows = headerRows
    importer.year = year
    return try importer.run(ListSource(rows), merges: merges, into: file, author: author)
  }
}
