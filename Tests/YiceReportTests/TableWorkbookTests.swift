import GRDB
import Testing
import YiceFormats
import YiceModel
import YiceReport
import YiceStore
import YiceTestSupport

@Suite(.disabled(if: Openpyxl.isMissing, "没有 openpyxl，跳过（apt-get install python3-openpyxl）"))
struct TableWorkbookTests {
  private let folder = Workdir()
  private let file: YiceFile

  init() throws {
    file = try SampleFile.school(folder)
  }

  private func written(_ table: CatalogTable, _ change: (inout TableWorkbook) -> Void = { _ in }) throws
    -> Openpyxl.Workbook
  {
    let path = folder.file("x.xlsx")
    var workbook = TableWorkbook(RecordQuery(table), file: file.info)
    change(&workbook)
    _ = try file.read { try workbook.write($0, to: path) }
    return try Openpyxl.read(path)
  }

  @Test func `An export holds every column with codes as text, numbers as numbers and days as days`() throws {
    let sheet = try written(.teacher).sheets[0]
    #expect(sheet.name == "教师")
    #expect(sheet.freeze == "A2")
    #expect(sheet.cells[0].dropLast() == CatalogTable.teacher.columns.map(\.heading)[...])
    #expect(sheet.cells[1][..<8] == ["2199000001", "2022", "001", "王芳", "小学", "体育", "是", "本科"])
    #expect(sheet.types["A2"] == "s" && sheet.types["B2"] == "n" && sheet.types["C2"] == "s")
    let rolls = try written(.classRoll).sheets[0]
    #expect(rolls.cells[1].contains("2022-09-01") && rolls.types["N2"] == "d")
  }

  @Test func `A hidden last column remembers each row's key and revision`() throws {
    let sheet = try written(.teacher).sheets[0]
    let memory = try #require(SheetMemory(heading: sheet.cells[0].last ?? ""))
    #expect(memory.table == "teacher" && memory.fileID == file.info.fileID)
    let row = try #require(RowMemory(text: sheet.cells[1].last ?? ""))
    let rev = try file.read {
      try Int64.fetchOne($0, sql: "SELECT rev FROM teacher WHERE teacher_no = '001'")
    }
    #expect(row.key == #"["2199000001",2022,"001"]"# && row.rev == rev)
    #expect(sheet.hiddenColumns == ["U"])
    #expect(try written(.teacher) { $0.withMemory = false }.sheets[0].hiddenColumns == [])
  }

  @Test func `A template has marks, lists, checks, notes and an example, and no rows`() throws {
    let book = try written(.teacher) {
      $0.withRows = false
      $0.withMemory = false
      $0.withHelp = true
    }
    let sheet = book.sheets[0]
    #expect(sheet.cells[0][..<4] == ["学年*", "教师编号*", "姓名*", "任教学段"])
    #expect(sheet.cells[1][0] == "例：2022")
    #expect(sheet.cells.dropFirst(2).allSatisfy { $0.allSatisfy(\.isEmpty) })
    #expect(sheet.comments["A1"]?.contains("必填") == true)
    #expect(sheet.comments["D1"]?.contains("幼儿、小学、初中、高中") == true)
    let stage = try #require(sheet.validations.first { $0.range.hasPrefix("D3:") })
    #expect(stage.type == "list" && stage.formula == "'选项'!$A$2:$A$5")
    let choices = try #require(book.sheet("选项"))
    #expect(choices.state == "hidden")
    #expect(choices.cells.map { $0[0] }.prefix(5) == ["任教学段", "幼儿", "小学", "初中", "高中"])
    let hours = try #require(sheet.validations.first { $0.range.hasPrefix("P3:") })
    #expect(hours.type == "whole" && hours.formula == "0")
  }

  @Test func `A filled template has the rows, the lists and the memory`() throws {
    let sheet = try written(.classRoll) { $0.withHelp = true }.sheets[0]
    #expect(sheet.cells[1].first == "2199000001")
    #expect(sheet.validations.contains { $0.type == "date" && $0.range.hasPrefix("N2:") })
    #expect(SheetMemory(heading: sheet.cells[0].last ?? "") != nil)
  }
}
