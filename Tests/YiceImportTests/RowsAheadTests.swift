import Foundation
import GRDB
import Synchronization
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Sheets longer than what is read ahead of the writing.
@Suite struct RowsAheadTests {
  private static let heading = "教师编号,姓名,任教学段,五年培训学时,备注\n"

  @Test func `bad cells of a long sheet are told in the sheet's order, and rows between them go in`() throws {
    let desk = try Desk()
    let lines = (1...3000).map { "T\($0),王芳,小学,\($0 % 37 == 0 ? "多" : String($0 % 400)),第 \($0) 行" }
    try desk.workdir.write("表.csv", Array((Self.heading + lines.joined(separator: "\n") + "\n").utf8))
    var importer = Importer(.teacher)
    importer.year = 2022
    importer.strict = false
    var told: [Int] = []
    importer.progress = { told.append($0) }
    let outcome = try importer.run(
      try CSVReader(path: desk.workdir.file("表.csv")), into: desk.file, author: .tester)
    #expect(outcome.rows == 3000)
    #expect(outcome.bad == 3000 / 37)
    let rows = outcome.findings.compactMap(\.location.row)
    #expect(rows == rows.sorted())
    #expect(rows.first == 38)
    let wrong: Int? = try desk.value(
      "SELECT count(*) FROM teacher WHERE note <> '第 ' || substr(teacher_no, 2) || ' 行'")
    #expect(wrong == 0)
    #expect(try desk.value("SELECT count(*) FROM teacher") == 3000 - 3000 / 37)
  }

  @Test func `long cells arrive whole`() throws {
    let desk = try Desk()
    let notes = (1...40).map { String(repeating: "字\($0)", count: 300 * $0) }
    let lines = notes.enumerated().map { "T\($0.offset),王芳,小学,1,\($0.element)" }
    _ = try desk.take(Self.heading + lines.joined(separator: "\n") + "\n", into: .teacher)
    let kept: [String] = try desk.values(
      "SELECT note FROM teacher ORDER BY cast(substr(teacher_no, 2) AS INTEGER)")
    #expect(kept == notes)
  }

  @Test func `a sheet that breaks far below leaves nothing, and says where it broke`() throws {
    let desk = try Desk()
    let before = try desk.bytes()
    let source = BreakingSheet(rows: 2000)
    #expect(throws: BreakingSheet.Broken(row: 2001)) {
      var importer = Importer(.teacher)
      importer.year = 2022
      _ = try importer.run(source, into: desk.file, author: .tester)
    }
    #expect(try desk.bytes() == before)
  }

  @Test func `where the file takes no more, the sheet is not read to its end`() throws {
    let source = BreakingSheet(rows: 100_000)
    try expectFull(source) { db, _ in try db.execute(sql: Self.noMorePages) }
    #expect(source.given < 20_000)
  }

  @Test func `a file that is full in the middle is told, when the reading is as far ahead as it may be`()
    throws
  {
    let source = BreakingSheet(rows: 100_000)
    try expectFull(source) { db, importer in
      importer.progress = { _ in
        // The reading stands still once it has filled all that may wait.
        var last = 0
        while source.given != last {
          last = source.given
          usleep(50_000)
        }
        try? db.execute(sql: Self.noMorePages)
      }
    }
    #expect(source.given > 10_000)
    #expect(source.given < 20_000)
  }

  private static let noMorePages = "PRAGMA max_page_count = 1"

  /// - Parameter prepare: sees to it that the file is full at some time of the import.
  private func expectFull(_ source: BreakingSheet, _ prepare: (Database, inout Importer) throws -> Void)
    throws
  {
    let desk = try Desk()
    #expect(throws: StoreError.self) {
      var importer = Importer(.teacher)
      importer.year = 2022
      _ = try desk.file.write("import", author: .tester) { writer in
        try prepare(writer.db, &importer)
        return try importer.take(source, writer)
      }
    }
  }
}

/// A sheet of teachers that cannot be read beyond some row.
private final class BreakingSheet: RowSource {
  struct Broken: Error, Equatable { let row: Int }

  let sourceName = "表.csv"
  let encodingName = "UTF-8"
  private let rows: Int
  private let count = Atomic(0)

  init(rows: Int) { self.rows = rows }

  var given: Int { count.load(ordering: .relaxed) }

  func next(into row: inout SheetRow) throws -> Bool {
    let given = count.add(1, ordering: .relaxed).newValue
    guard given <= rows else { throw Broken(row: given) }
    row.reset(number: given)
    for cell in given == 1 ? ["教师编号", "姓名", "任教学段"] : ["T\(given)", "王芳", "小学"] { row.appendCell(cell) }
    return true
  }
}
