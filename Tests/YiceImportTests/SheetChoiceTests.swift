import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

@Suite struct SheetChoiceTests {
  private let path = Repository.root + "/samples/workbooks/教师名册.xls"

  @Test func `of several visible sheets the one whose headings match is taken, and says so`() throws {
    let choice = try SheetChoice(try SheetFile.open(path), named: nil, matcher: HeaderMatcher(.teacher))
    #expect(choice.sheet.name == "教师")
    #expect(
      choice.notes.map(\.description) == [
        "说明 教师名册.xls 工作表“教师”：导入了这一张；没有导入：“旧表”（隐藏）、“长文字”（用 --sheet 指明要导入的一张）"
      ])
  }

  @Test func `a sheet that is named is taken though it is hidden`() throws {
    let choice = try SheetChoice(try SheetFile.open(path), named: "2", matcher: HeaderMatcher(.teacher))
    #expect(choice.sheet.name == "旧表")
    #expect(choice.notes.isEmpty)
  }

  @Test func `an old workbook with merged headings goes in`() throws {
    let school = try TestSchool()
    let sheets = try SheetFile.open(path)
    let sheet = sheets.sheets[0]
    let outcome = try Importer(.teacher).run(
      sheets.rows(of: sheet), merges: sheets.merges(of: sheet), into: school.file, author: school.author)
    // Half hours and a cell beyond the headings: nothing is written.
    #expect(
      outcome.findings.map(\.code) == [
        "heading-row", "unknown-heading", "not-whole", "not-whole", "beyond-heading", "hidden-rows",
      ])
    #expect(outcome.rows == 4)
    #expect(outcome.bad == 3)
    #expect(
      outcome.findings[2].location
        == SourceLocation(file: "教师名册.xls", sheet: "教师", row: 6, column: "五年培训学时"))
    #expect(outcome.findings[4].message == "第 7 列以后还有内容，表头却没有这些列：请补上表头，或删去多余的内容")
  }
}
