import Testing
import YiceFormats
import YiceTestSupport

@Suite struct WorkbookSafetyTests {
  private let plain =
    #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12.5</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>乙</t></is></c></row>"#

  private func seconds(_ body: () throws -> Void) rethrows -> Duration {
    try ContinuousClock().measure(body)
  }

  @Test func `a zip bomb is refused by its ratio before it fills the memory`() throws {
    var book = WorkbookBuilder("")
    var bomb = Array("<worksheet><sheetData><row>".utf8)
    bomb += [UInt8](repeating: 0x20, count: 60_000_000)
    book.replaced["xl/worksheets/sheet1.xml"] = bomb
    let file = try book.file()
    let taken = seconds {
      #expect(
        workbookError(file)
          == "教师.xlsx 工作表“表” 第 1 行：工作簿展开后太大，不像是正常的表格，没有读取。请删去多余的空行空列，或只保留要导入的工作表，另存后再导入。")
    }
    #expect(taken < .seconds(20))
  }

  @Test(arguments: ["xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
  func `entities are refused in every part`(part: String) throws {
    var book = WorkbookBuilder(plain, strings: "<si><t>甲</t></si>")
    let lines = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }
      .joined()
    book.replaced[part] = Array(
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY l0 \"lol\">\(lines)]><x>&l9;</x>".utf8)
    #expect(workbookError(try book.file())?.contains("有不该有的 XML 声明（DOCTYPE）") == true)
  }

  @Test(arguments: [
    (#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#, "工作表的列数超过 16384"),
    (#"<row r="1048577"><c><v>1</v></c></row>"#, "工作表的行数超过 1048576"),
    (#"<row r="1"><c r="AAAA1"><v>1</v></c></row>"#, "第 1 行的单元格次序不对"),
    (#"<row r="9999999999999999999"/>"#, "第 0 行以后的行号不对"),
    (#"<row r="5"/><row r="4"/>"#, "第 5 行以后的行号不对"),
    (#"<row r="1"><c r="C1"><v>1</v></c><c r="B1"><v>1</v></c></row>"#, "第 1 行的单元格次序不对"),
    (#"<row r="1"><c t="s"><v>7</v></c></row>"#, "第 1 行的一个单元格指向没有的文字"),
    ("<row>" + String(repeating: "<c>", count: 100), "XML 嵌套太深"),
    ("<row><c><v>1</c></row>", "mismatched tag"),
    ("<row><c a=\"" + String(repeating: "x", count: 3_000_000) + "\"/></row>", "工作簿里有过长的标记"),
  ])
  func `claims beyond a sheet's size are refused`(xml: String, words: String) throws {
    let message = workbookError(try WorkbookBuilder(xml).file())
    #expect(message?.contains(words) == true, "\(message ?? "no error")")
  }

  @Test func `many rows that claim the last column are refused in time`() throws {
    let rows = (1...20_000).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
    var limits = WorkbookLimits()
    limits.cells = 2_000_000
    let file = try WorkbookBuilder(rows).file()
    let taken = seconds { #expect(workbookError(file, limits: limits)?.contains("工作表的单元格超过 200 万个") == true) }
    #expect(taken < .seconds(60))
  }

  @Test func `limits on texts and cells hold`() throws {
    var limits = WorkbookLimits()
    limits.sharedStringBytes = 2000
    let strings = String(repeating: "<si><t>文字</t></si>", count: 100)
    #expect(
      workbookError(try WorkbookBuilder(plain, strings: strings).file(), limits: limits)?.contains("太大")
        == true)
    limits = WorkbookLimits()
    limits.rowBytes = 1000
    let long = "<row><c t=\"inlineStr\"><is><t>" + String(repeating: "字", count: 1000) + "</t></is></c></row>"
    #expect(workbookError(try WorkbookBuilder(long).file(), limits: limits)?.contains("文字太长") == true)
  }

  @Test func `a size of 4 GB claimed in the archive is refused`() throws {
    var bytes = try WorkbookBuilder.packed(WorkbookBuilder(plain, strings: "<si><t>甲</t></si>").parts)
    // The directory's entries begin with PK 1 2; the unpacked size stands 24 bytes on.
    let entries = (0..<bytes.count - 46).filter { Array(bytes[$0..<$0 + 4]) == [0x50, 0x4B, 1, 2] }
    #expect(entries.count == 6)
    for entry in entries { for offset in 24..<28 { bytes[entry + offset] = 0xFE } }
    let message = workbookError(try TemporaryFile(bytes, name: "教师.xlsx"))
    #expect(message?.contains("太大") == true || message?.contains("不完整") == true, "\(message ?? "read")")
  }

  @Test func `a cut file says that it is cut, wherever it was cut`() throws {
    let bytes = try WorkbookBuilder.packed(WorkbookBuilder(plain, strings: "<si><t>甲</t></si>").parts)
    for length in stride(from: 4, to: bytes.count - 1, by: 37) {
      let message = workbookError(try TemporaryFile(bytes.prefix(length), name: "教师.xlsx"))
      #expect(message == "教师.xlsx：工作簿不完整，可能在传送中被截断。请重新索取该文件，或用 Excel、WPS 打开后另存一份再导入。")
    }
    let old = try readBytes(XLSSheetTests.path)
    for length in stride(from: 600, to: old.count - 12_000, by: 997) {
      #expect(workbookError(try TemporaryFile(old.prefix(length), name: "教师.xls")) != nil, "cut at \(length)")
    }
  }

  @Test(arguments: [
    (
      "<html><form>请先登录</form>",
      "这是一张网页，里面没有表格，只是起了表格的名字。可能是登录已过期：请在浏览器里打开它看看，重新登录系统后再导出一次。"
    ),
    (
      "\u{FEFF} <?xml version=\"1.0\"?><Workbook/>",
      "这是 XML 数据文件，不是 Excel 工作簿，只是起了表格的名字。请找到原来的表格，用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
    ),
    (
      "%PDF-1.4\n",
      "这是 PDF 文件，不是 Excel 工作簿，只是起了表格的名字。请找到原来的表格，用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
    ),
    (
      "{\\rtf1\\ansi}",
      "这是 RTF 文档，不是 Excel 工作簿，只是起了表格的名字。请找到原来的表格，用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
    ),
    ("MIME-Version: 1.0\r\n", "这是“单个文件网页”（.mht），不是 Excel 工作簿。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入。"),
    (
      "SQLite format 3\u{0}",
      "这是一册文件或别的数据库，不是 Excel 工作簿，只是起了表格的名字。请找到原来的表格，用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
    ),
    ("", "文件是空的，一个字节也没有。请重新导出，或重新索取该文件。"),
    (
      "\u{9}\u{8}\u{8}\u{0}\u{0}\u{5}\u{5}\u{0}\u{0}\u{0}",
      "这种工作簿格式（.xlsb 或 Excel 97 以前的 .xls）读不了。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
    ),
  ])
  func `what only has a workbook's name says what it is`(text: String, message: String) throws {
    var bytes = Array(text.utf8)
    if bytes.first == 9 { bytes[1] = 4 }
    #expect(workbookError(try TemporaryFile(bytes, name: "教师.xls")) == "教师.xls：" + message)
  }

  @Test func `pictures and OpenDocument spreadsheets say what they are`() throws {
    #expect(
      workbookError(try TemporaryFile([0x89, 0x50, 0x4E, 0x47, 13, 10], name: "甲.xlsx"))?.contains("这是图片")
        == true)
    let ods = try WorkbookBuilder.packed([
      ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)),
      ("content.xml", Array("<x/>".utf8)),
    ])
    #expect(workbookError(try TemporaryFile(ods, name: "甲.ods"))?.contains("这是 .ods 表格") == true)
    var word = WorkbookBuilder("")
    word.replaced["xl/workbook.xml"] = Array("<w:document xmlns:w=\"urn:w\"/>".utf8)
    #expect(workbookError(try word.file())?.contains("这是 Word 文档，不是 Excel 工作簿") == true)
  }

  @Test func `a plain zip is no workbook`() throws {
    let bytes = try WorkbookBuilder.packed([("a.txt", Array("x".utf8))])
    #expect(
      workbookError(try TemporaryFile(bytes, name: "甲.xlsx"))
        == "甲.xlsx：这不是 Excel 工作簿。请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后再导入。")
  }

  // MARK: Mutations

  @Test func `many damaged workbooks neither crash nor hang`() throws {
    let book = WorkbookBuilder(
      plain, strings: "<si><t>甲</t></si>",
      styles:
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm\"/></numFmts><cellXfs><xf numFmtId=\"164\"/></cellXfs>"
    )
    let whole = try WorkbookBuilder.packed(book.parts)
    let old = try readBytes(XLSSheetTests.path)
    let parts = book.parts
    var random = SplitMix64(seed: 20_221_123)
    var errors: Set<String> = []
    let taken = try seconds {
      for round in 0..<Effort.runs(usually: 1500) {
        let bytes: [UInt8]
        switch round % 4 {
        case 0: bytes = Mutation.damage(whole, &random)
        case 1:
          // The archive stays whole and its checksums right, so that the damage reaches the XML.
          var damaged = parts
          let index = Int.random(in: 0..<parts.count, using: &random)
          damaged[index].bytes = Mutation.damage(parts[index].bytes, &random)
          bytes = try WorkbookBuilder.packed(damaged)
        default: bytes = Mutation.damage(old, &random)
        }
        let file = try TemporaryFile(bytes, name: "x")
        do {
          defer { withExtendedLifetime(file) {} }
          let opened = try SheetFile.open(file.path)
          for sheet in opened.sheets.prefix(4) {
            _ = try? opened.merges(of: sheet)
            let source = try opened.rows(of: sheet)
            var row = SheetRow()
            while try source.next(into: &row) {}
          }
        } catch let error as WorkbookError {
          errors.insert(String(error.description.prefix { $0 != "（" }))
        } catch is CSVError {
          // Its first bytes were hit: it is taken for text.
        }
      }
    }
    // The mutations reach all the ways a file can be bad, and take no longer than reading does.
    #expect(errors.count >= 5, "\(errors)")
    #expect(taken < .seconds(120), "seed 20221123 took \(taken)")
  }
}
