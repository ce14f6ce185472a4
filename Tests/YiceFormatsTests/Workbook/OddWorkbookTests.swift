import Testing
import YiceFormats
import YiceTestSupport

/// Sound workbooks that are written otherwise than Excel writes them.
@Suite struct OddWorkbookTests {
  private func cells(_ rows: String, strings: String = "", styles: String = "") throws -> [[String]] {
    try readSheet(try WorkbookBuilder(rows, strings: strings, styles: styles).file()).rows
  }

  private static let folder = Repository.root + "/Tests/YiceFormatsTests"

  @Test func `an extension with an element of the same name changes nothing`() throws {
    var book = WorkbookBuilder(
      #"<row r="1"><c r="A1" s="1"><v>43343</v></c></row>"#,
      styles: #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#)
    let head = WorkbookBuilder.head
    let tags =
      "<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets><extLst><ext><x15:workbookPr xmlns:x15=\"urn:x15\" chartTrackingRefBase=\"1\"/><workbookPr xmlns=\"urn:other\"/></ext></extLst>"
    for prefix in ["", "x:"] {
      let own =
        prefix.isEmpty ? WorkbookBuilder.main : WorkbookBuilder.main.replacing("xmlns=", with: "xmlns:x=")
      let xml =
        "\(head)<\(prefix)workbook \(own) xmlns:r=\"\(WorkbookBuilder.type)\"><\(prefix)workbookPr date1904=\"1\"/>\(tags)</\(prefix)workbook>"
      book.replaced["xl/workbook.xml"] = Array(
        (prefix.isEmpty
          ? xml
          : xml.replacing("<sheets>", with: "<x:sheets>").replacing("</sheets>", with: "</x:sheets>")
            .replacing("<sheet ", with: "<x:sheet ")).utf8)
      #expect(try readSheet(try book.file()).rows == [["2022-09-01"]], "prefix \(prefix)")
    }
  }

  @Test func `rows and cells of another namespace are none`() throws {
    let rows =
      #"<row r="1"><c r="A1"><v>1</v></c><o:c xmlns:o="urn:o" r="B1"><o:v>9</o:v></o:c></row><row xmlns="urn:o" r="2"><c r="A2"><v>9</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>"#
    let sheet = try readSheet(try WorkbookBuilder(rows).file())
    #expect(sheet.rows == [["1"], ["3"]])
    #expect(sheet.numbers == [1, 3])
  }

  @Test func `a row element for each cell gives one row`() throws {
    let rows =
      #"<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row><row r="2"/><row r="2"><c r="A2"><v>3</v></c></row><row r="4" hidden="1"><c r="A4"><v>4</v></c></row>"#
    let sheet = try readSheet(try WorkbookBuilder(rows).file())
    #expect(sheet.rows == [["1", "2"], ["3"], ["4"]])
    #expect(sheet.numbers == [1, 2, 4])
    #expect(sheet.remarks.hiddenRows == 1)
    #expect(sheet.remarks.firstHiddenRow == 4)
  }

  @Test func `the rows before a damaged one are read`() throws {
    let file = try WorkbookBuilder(#"<row r="1"><c><v>1</v></c></row><row r="2"><c><v>1</c></row>"#).file()
    let source = try SheetFile.open(file.path)
    let rows = try source.rows(of: source.sheets[0])
    var row = SheetRow()
    #expect(try rows.next(into: &row))
    #expect(row.cells == ["1"])
    #expect(throws: WorkbookError.self) { _ = try rows.next(into: &row) }
    withExtendedLifetime(file) {}
  }

  @Test func `values between line breaks of pretty-printed XML are read`() throws {
    let rows =
      "<row r=\"1\"><c r=\"A1\" t=\" s \"><v>\n 0 \n</v></c><c r=\"B1\" t=\"b\"><v> 1 </v></c><c r=\"C1\" s=\" 1 \"><v>\n 44805 </v></c></row>"
    #expect(
      try cells(
        rows, strings: "<si><t>甲</t></si>",
        styles: #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#) == [
          ["甲", "TRUE", "2022-09-01"]
        ])
  }

  @Test func `a formula without a value says so whatever its type, and an empty text is one`() throws {
    let rows =
      #"<row r="1"><c r="A1" t="str"><f>A</f></c><c r="B1"><f>A</f></c><c r="C1" t="str"><f>A</f><v></v></c><c r="D1" t="b"><f>A</f></c><c r="E1" t="str"><f>A</f><v>甲</v></c></row>"#
    #expect(try cells(rows) == [["#未计算", "#未计算", "", "#未计算", "甲"]])
  }

  @Test(arguments: [
    ("0000", "12", "0012"), ("0000", "12345", "12345"), (#"\T000"#, "12", "T012"), (#""T"0"#, "12", "T12"),
    ("000-0000", "211234", "021-1234"), ("0000", "0", "0000"), ("0000;[Red]-0000", "7", "0007"),
    ("[$-804]0000", "7", "0007"),
    // Money with its unit is read with it, as it is shown.
    (#"0.00"万元""#, "12.5", "12.5万元"), (#"0!.0,"万元""#, "125000", "12.5万元"),
    (#"0\.0000"万元""#, "125000", "12.5万元"),
    ("#,##0.00万元", "3", "3万元"), (#"0"元""#, "7", "7元"), (#"0.0"万";[Red]-0.0"万""#, "-2.5", "-2.5万"),
    (#"0"人""#, "7", "7"), ("0.00", "12.5", "12.5"), (#""万"0"#, "7", "7"), ("#,##0,", "125000", "125000"),
    ("0", "12", "12"), ("#,##0", "1200", "1200"), (#"0"人""#, "45", "45"), ("0.00", "12", "12"),
    ("0000", "12.5", "12.5"),
    ("0000", "-12", "-12"), ("@", "12", "12"), ("yyyy-mm-dd", "44805", "2022-09-01"),
    ("000000000000000000", "12", "12"),
  ])
  func `a code is read as its format shows it, an amount as its number`(
    format: String, value: String, shown: String
  ) throws {
    let escaped = format.replacing("\"", with: "&quot;")
    #expect(
      try cells(
        "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>\(value)</v></c></row>",
        styles:
          "<numFmts><numFmt numFmtId=\"176\" formatCode=\"\(escaped)\"/></numFmts><cellXfs><xf numFmtId=\"176\"/></cellXfs>"
      )
        == [[shown]])
  }

  @Test(arguments: ["351030001351351000", "3.51030001351351E+17", "1000000000000000"])
  func `a number beyond fifteen digits is marked as having lost the others`(value: String) throws {
    let found = try cells("<row><c><v>\(value)</v></c><c><v>999999999999999</v></c></row>")
    #expect(found[0][0].hasPrefix("#数位丢失 "))
    #expect(found[0][1] == "999999999999999")
  }

  @Test func `parts named with backslashes, and relations so written, are found`() throws {
    var book = WorkbookBuilder(#"<row><c><v>1</v></c></row>"#)
    let relations = book.parts.first { $0.name == "xl/_rels/workbook.xml.rels" }?.bytes ?? []
    book.replaced["xl/_rels/workbook.xml.rels"] = Array(
      String(decoding: relations, as: UTF8.self).replacing("worksheets/sheet1", with: "worksheets\\sheet1")
        .utf8)
    for slash in ["\\", "/"] {
      let parts = book.parts.map { (name: $0.name.replacing("/", with: slash), bytes: $0.bytes) }
      let file = try TemporaryFile(try WorkbookBuilder.packed(parts), name: "甲.xlsx")
      #expect(try readSheet(file).rows == [["1"]])
    }
  }

  @Test(arguments: ["GBK", "gb2312", "GB18030"])
  func `a part in a Chinese encoding is read`(name: String) throws {
    var book = WorkbookBuilder("")
    // 教师 in GBK.
    let text: [UInt8] = [0xBD, 0xCC, 0xCA, 0xA6]
    book.replaced["xl/worksheets/sheet1.xml"] =
      Array(
        "<?xml version=\"1.0\" encoding=\"\(name)\"?><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>"
          .utf8)
      + (0..<5000).flatMap { _ in text } + Array("</t></is></c></row></sheetData></worksheet>".utf8)
    #expect(try readSheet(try book.file()).rows == [[String(repeating: "教师", count: 5000)]])
  }

  @Test(arguments: ["uppercase.xls", "short-tail.xls", "biff5-1252.xls"])
  func `old workbooks of other writers are read`(name: String) throws {
    let rows = try readSheet(Self.folder + "/Workbook/" + name).rows
    #expect(rows.count == 4)
    #expect(Array(rows[1].prefix(5)) == ["T001", "王芳", "语文", "本科", "一级"])
  }

  @Test(arguments: [
    "rc4.xls", "cryptoapi-40.xls", "cryptoapi-128.xls", "xor.xls", "standard.xlsx", "agile-sha1-128.xlsx",
    "agile-sha512-256.xlsx",
  ])
  func `a workbook with the default password opens without being asked for it`(name: String) throws {
    let path = Self.folder + "/Encrypted/" + name
    let rows = try readSheet(path).rows
    #expect(try SheetFile.open(path).sheets.map(\.name) == ["教师"])
    #expect(rows.count == 61)
    #expect(rows[0] == ["教师编号", "姓名"])
    #expect(rows[1][0] == "T001")
    #expect(rows[60][0] == "T060")
    #expect(Set(rows.map { $0[0] }).count == 61)
    if !name.hasPrefix("agile-sha512") { #expect(Set(rows.dropFirst().map { $0[1] }) == ["王芳"]) }
  }

  @Test(arguments: ["rc4.xls", "standard.xlsx", "agile-sha1-128.xlsx"])
  func `a workbook with a password of its own says so`(name: String) throws {
    var bytes = try readBytes(Self.folder + "/Encrypted/" + name)
    // What proves the password is no longer what the default one gives.
    let marks: [[UInt8]] = [Array("encryptedVerifierHashInput=\"".utf8), (0..<16).map { UInt8($0) }]
    for mark in marks {
      if let place = bytes.indices.dropLast(mark.count).first(where: {
        bytes[$0..<$0 + mark.count].elementsEqual(mark)
      }) {
        bytes[place + mark.count + 4] ^= 1
        break
      }
    }
    #expect(workbookError(try TemporaryFile(bytes, name: "甲.xls"))?.contains("有打开密码") == true)
  }
}
