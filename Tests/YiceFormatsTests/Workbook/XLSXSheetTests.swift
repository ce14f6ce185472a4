import Testing
import YiceFormats

@Suite struct XLSXSheetTests {
  private func rows(_ xml: String, strings: String = "", styles: String = "") throws -> [[String]] {
    try readSheet(try WorkbookBuilder(xml, strings: strings, styles: styles).file()).rows
  }

  @Test func `shared strings join their runs and drop phonetic ones`() throws {
    let strings = """
      <si><t>王　芳</t></si><si><r><t>教</t></r><r><rPr/><t xml:space="preserve">师 </t></r><rPh sb="0" eb="1"><t>jiao</t></rPh></si>\
      <si><t>上_x000D_下_x005F_x0041_</t></si><si><t/></si>
      """
    let xml =
      #"<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>3</v></c><c r="D1" t="s"><v>2</v></c></row>"#
    #expect(try rows(xml, strings: strings) == [["教师 ", "王　芳", "", "上\r下_x0041_"]])
  }

  @Test func `inline strings, formula texts, booleans and errors are text`() throws {
    let xml = """
      <row><c t="inlineStr"><is><r><t>甲</t></r><r><t>乙_xD842__xDFB7_</t></r><rPh><t>x</t></rPh></is></c>\
      <c t="str"><f>A1&amp;"x"</f><v>甲x</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>\
      <c><f>1+1</f><v>2</v></c><c><f>SUM(A:A)</f></c></row>
      """
    #expect(try rows(xml) == [["甲乙𠮷", "甲x", "TRUE", "FALSE", "#N/A", "2", "#未计算"]])
  }

  @Test(arguments: [
    ("1", "1"), ("-12", "-12"), ("0", "0"), ("-0", "0"), ("12.50", "12.5"), ("4.2000000000000002", "4.2"),
    ("1E3", "1000"), ("1.1010119900307E+17", "#数位丢失 110101199003070000"),
    ("0.30000000000000004", "0.3"),
    ("100.0", "100"), ("00012", "12"), ("1e-7", "0.0000001"), ("2199000001", "2199000001"), ("abc", "abc"),
    (".5", "0.5"), ("123456789012345", "123456789012345"), ("12.100000000000001", "12.1"),
    ("1e300", "#数位丢失 1e+300"), ("nan", "nan"), ("inf", "inf"),
  ])
  func `numbers are shortest and without point zero`(raw: String, shown: String) throws {
    #expect(try rows("<row><c><v>\(raw)</v></c></row>") == [[shown]])
  }

  @Test func `dates follow their number formats`() throws {
    let codes = [
      "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d;@", "0.00_);[Red](0.00)", "h:mm", "[h]:mm",
      "yyyy-mm-dd hh:mm", "\"day\"0", "General",
    ]
    let escaped = codes.map { $0.replacing("\"", with: "&quot;") }
    let formats = escaped.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }
      .joined()
    let ids = (0..<codes.count).map { 164 + $0 } + [14, 31, 22, 2]
    let styles =
      "<numFmts>\(formats)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(ids.map { "<xf numFmtId=\"\($0)\"/>" }.joined())</cellXfs>"
    let cells = ids.indices.map { "<c s=\"\($0)\"><v>44805.354166666664</v></c>" }.joined()
    let number = "44805.3541666667"
    #expect(
      try rows("<row>\(cells)</row>", styles: styles) == [
        [
          "2022-09-01", "2022-09-01", number, "2022-09-01 08:30", number, "2022-09-01 08:30", number, number,
          "2022-09-01", "2022-09-01", "2022-09-01 08:30", number,
        ]
      ])
  }

  @Test(arguments: [
    ("1", false, "1900-01-01"), ("59", false, "1900-02-28"), ("60", false, "60"), ("61", false, "1900-03-01"),
    ("44805", false, "2022-09-01"), ("2958465", false, "9999-12-31"), ("2958466", false, "2958466"),
    ("-1", false, "-1"), ("0", false, "0"), ("43343", true, "2022-09-01"),
    ("44804.999999", false, "2022-08-31"),
  ])
  func `days are counted from 1900 with its false leap day, or from 1904`(
    raw: String, is1904: Bool, shown: String
  ) throws {
    var book = WorkbookBuilder(
      "<row><c s=\"0\"><v>\(raw)</v></c></row>", styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>")
    if is1904 { book.workbookAttributes = "date1904=\"1\"" }
    let file = try book.file()
    #expect(try readSheet(file).rows == [[shown]])
    let opened = try withExtendedLifetime(file) { try SheetFile.open(file.path) }
    #expect(try opened.rows(of: opened.sheets[0]).uses1904 == is1904)
  }

  @Test func `cells and rows that the sheet leaves out keep their places`() throws {
    let xml =
      #"<row r="2"><c r="B2"><v>1</v></c><c r="E2" s="9"/></row><row r="7"/><row><c><v>2</v></c><c r="AB8"><v>3</v></c></row>"#
    let sheet = try readSheet(try WorkbookBuilder(xml).file())
    #expect(sheet.numbers == [2, 7, 8])
    #expect(sheet.rows[0] == ["", "1"])
    #expect(sheet.rows[1] == [])
    #expect(sheet.rows[2].count == 28)
    #expect(sheet.rows[2].last == "3")
  }

  @Test func `hidden rows with content are told, and hidden sheets`() throws {
    var book = WorkbookBuilder(
      #"<row r="1"><c><v>1</v></c></row><row r="3" hidden="1"><c><v>2</v></c></row><row r="4" hidden="true"/>"#
    )
    book.sheets.append(("旧表", "<sheetData/>"))
    book.sheetAttributes[1] = "state=\"veryHidden\""
    let file = try book.file()
    let sheet = try readSheet(file)
    #expect(sheet.remarks.hiddenRows == 1)
    #expect(sheet.remarks.firstHiddenRow == 3)
    #expect(try SheetFile.open(file.path).sheets.map(\.visibility) == [.visible, .hidden])
    #expect(try readSheet(file, sheet: "旧表").rows == [])
  }

  @Test func `merged cells are found behind the rows, however long they are`() throws {
    let filler = (1...3000).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()
    var book = WorkbookBuilder(filler)
    book.sheets[0].xml +=
      #"<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="AA2:AB3"/></mergeCells><pageMargins left="1"/>"#
    let path = try book.file()
    let file = try SheetFile.open(path.path)
    #expect(
      try file.merges(of: file.sheets[0]) == [
        CellRange(rows: 1...1, columns: 1...3), CellRange(rows: 2...3, columns: 27...28),
      ])
  }

  @Test func `prefixed names and UTF-16 parts are read`() throws {
    var book = WorkbookBuilder("")
    let xml =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?><x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>中</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"
    book.replaced["xl/worksheets/sheet1.xml"] = [0xFF, 0xFE] + utf16(xml, isBigEndian: false)
    // One-letter names with a prefix are told apart by their local part.
    #expect(try readSheet(try book.file()).rows == [["中"]])
  }

  @Test func `a sheet is named by its tab or its number`() throws {
    var book = WorkbookBuilder("<row><c><v>1</v></c></row>")
    book.sheets.append(("2022", "<sheetData><row><c><v>2</v></c></row></sheetData>"))
    let file = try book.file()
    #expect(try readSheet(file, sheet: "2").rows == [["2"]])
    #expect(try readSheet(file, sheet: "2022").rows == [["2"]])
    let error = #expect(throws: WorkbookError.self) { try SheetFile.open(file.path).sheet("九") }
    #expect(error?.description == "教师.xlsx：没有工作表“九”，现有：表、2022。")
  }

  @Test func `the content decides what a file is, not its name`() throws {
    let file = try WorkbookBuilder("<row><c><v>1</v></c></row>").file(name: "教师.csv")
    #expect(try readSheet(file).rows == [["1"]])
    let text = try TemporaryFile("甲,乙\n1,2\n".utf8, name: "教师.xlsx")
    #expect(try readSheet(text).rows == [["甲", "乙"], ["1", "2"]])
  }

  @Test func `hidden columns are told`() throws {
    var book = WorkbookBuilder(#"<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row>"#)
    book.sheets[0].xml =
      #"<cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="16384" hidden="true"/><col min="x" max="2" hidden="1"/></cols>"#
      + book.sheets[0].xml
    let file = try TemporaryFile(try WorkbookBuilder.packed(book.parts), name: "甲.xlsx")
    #expect(try readSheet(file.path).remarks.hiddenColumns == [2...3, 5...16384])
  }
}
