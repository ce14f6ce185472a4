import Testing
import YiceFormats
import YiceTestSupport

@Suite(.disabled(if: Openpyxl.isMissing, "没有 openpyxl，跳过（apt-get install python3-openpyxl）"))
struct XLSXWorkbookTests {
  private let folder = Workdir()
  private var path: String { folder.file("book.xlsx") }

  @Test(arguments: [false, true])
  func `Cells read back as they were written, in either mode`(constantMemory: Bool) throws {
    let values: [CellValue] = [
      "王　芳", "", "a\tb", "他说\"好\"", "<&>", "两\n行", .integer(Int64(1) << 53), .decimal(0.1), .decimal(-1e300),
      .empty,
      .decimal(.nan), " 前后 ", "0012", "是", "\u{1F600}",
    ]
    let book = try XLSXWorkbook(path: path, constantMemory: constantMemory)
    let sheet = try book.addSheet("表")
    for (row, value) in values.enumerated() { sheet.write(value, row: row, column: 1) }
    try book.close()
    let read = try Openpyxl.read(path).sheets[0]
    let expected = values.map { value in
      switch value {
      case .decimal(let number) where number.isFinite: "\(number)"
      default: value.description
      }
    }
    #expect(read.cells.map { $0.last } == expected)
  }

  @Test(arguments: ["=1+1", "+SUM(A1)", "-2", "@cmd", "=HYPERLINK(\"http://x\")", "{=A1}", "\t=1"])
  func `Text that looks like a formula stays text`(text: String) throws {
    let book = try XLSXWorkbook(path: path)
    try book.addSheet("表").write(.text(text), row: 0, column: 0)
    try book.close()
    let read = try Openpyxl.read(path).sheets[0]
    #expect(read.cells == [[text]])
    // openpyxl calls any text after `=` a formula; the file itself holds a shared string.
    if !text.hasPrefix("=") { #expect(read.types == ["A1": "s"]) }
    #expect(try !Archive.text("xl/worksheets/sheet1.xml", of: path).contains("<f>"))
  }

  @Test func `Names that a sheet may not have are made valid, and none stands twice`() throws {
    let book = try XLSXWorkbook(path: path)
    let long = String(repeating: "学", count: 40)
    let names = try ["a/b:c", "教师", "教师", "", "'x'", long, long].map { try book.addSheet($0).name }
    try book.close()
    #expect(names[..<5] == ["a_b_c", "教师", "教师 (2)", "Sheet", "x"])
    #expect(names[5] == String(repeating: "学", count: 31))
    #expect(names[6] == String(repeating: "学", count: 27) + " (2)")
    #expect(try Openpyxl.read(path).sheets.map(\.name) == names)
  }

  @Test func `A page is A4, as wide as asked, with headings and numbers on every page`() throws {
    let book = try XLSXWorkbook(path: path)
    let sheet = try book.addSheet("表")
    sheet.write("标题", row: 0, column: 0)
    var page = XLSXPage()
    page.landscape = true
    page.repeatedRows = 0...1
    page.footer = "甲&乙"
    sheet.setPage(page)
    try book.close()
    let read = try Openpyxl.read(path).sheets[0]
    #expect(read.paper == "9")
    #expect(read.orientation == "landscape")
    #expect(read.titleRows == "$1:$2")
    #expect(read.footer?.contains("第 &P 页 共 &N 页") == true)
  }

  @Test func `A text too long for a cell refuses the whole workbook and names the row`() throws {
    let book = try XLSXWorkbook(path: path)
    try book.addSheet("表").write(String(repeating: "长", count: 32_768), row: 6, column: 0)
    #expect(throws: XLSXError.cellTooLong(name: "book.xlsx", sheet: "表", row: 7)) { try book.close() }
    #expect(throws: (any Error).self) { try folder.bytes("book.xlsx") }
    #expect(throws: (any Error).self) { try folder.bytes("book.xlsx.part") }
  }

  @Test func `A folder that is not there is told at once`() {
    #expect(throws: XLSXError.cannotWrite(name: "b.xlsx", reason: "没有这个文件或文件夹")) {
      try XLSXWorkbook(path: "/nowhere/b.xlsx")
    }
  }
}
