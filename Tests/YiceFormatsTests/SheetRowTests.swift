import Testing
import YiceFormats

@Suite struct SheetRowTests {
  @Test func `a new row has no cells and is blank`() {
    let row = SheetRow()
    #expect(row.count == 0)
    #expect(row.isBlank)
    #expect(row[0] == "")
  }

  @Test func `a cell out of range is empty`() {
    var row = SheetRow()
    row.reset(number: 1)
    row.appendCell("张三")
    #expect(row[0] == "张三")
    #expect(row[1] == "")
    #expect(row[-1] == "")
    #expect(row.withBytes(7) { $0.count } == 0)
  }

  @Test func `a row used again forgets what it held`() {
    var row = SheetRow()
    row.reset(number: 1)
    for text in ["一", "二", "三"] { row.appendCell(text) }
    row.reset(number: 2)
    row.appendCell("四")
    #expect(row.number == 2)
    #expect(row.cells == ["四"])
  }

  @Test func `a cell grows in pieces and the memory with it`() {
    var row = SheetRow()
    row.reset(number: 1)
    row.appendCell("甲")
    row.appendEmptyCell()
    let piece = [UInt8](repeating: 0x61, count: 1000)
    for _ in 0..<3 { piece.withUnsafeBufferPointer { row.extendLastCell($0) } }
    #expect(row[0] == "甲")
    #expect(row.withBytes(1) { $0.count } == 3000)
  }

  @Test func `padding fills up to a count and no further`() {
    var row = SheetRow()
    row.reset(number: 1)
    row.appendCell("甲")
    row.padCells(to: 3)
    row.padCells(to: 2)
    #expect(row.cells == ["甲", "", ""])
  }

  @Test(arguments: [
    ("", true), (" \t\r\n", true), ("\u{3000}", true), ("\u{A0} \u{FEFF}", true), ("0", false),
    (" 　x", false), ("，", false),
  ])
  func `white space of every kind is blank`(text: String, expected: Bool) {
    var row = SheetRow()
    row.reset(number: 1)
    row.appendEmptyCell()
    row.appendCell(text)
    #expect(row.isBlank == expected)
  }
}
