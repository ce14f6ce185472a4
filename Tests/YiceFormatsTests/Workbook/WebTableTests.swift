import Testing
import YiceFormats
import YiceTestSupport

/// What web systems export as .xls.
@Suite struct WebTableTests {
  private func rows(_ text: String) throws -> [[String]] {
    try readSheet(try TemporaryFile(Array(text.utf8), name: "名册.xls")).rows
  }

  @Test func `a table of a web page is read as a browser shows it`() throws {
    #expect(
      try rows(
        """
        <html><head><style>td{mso-number-format:"\\@"}</style><title>x</title></head><body><h3>一小 教师&amp;职工</h3>
        <table border=1><thead><tr><th>教师\n 编号<th>姓名</thead>
        <tr><td>0012</td><td>王&nbsp;芳<script>1</script></td></tr>
        <tr style="display: none"><td>0013<td>李<br>伟</table></body></html>
        """) == [["一小 教师&职工"], ["教师 编号", "姓名"], ["0012", "王\u{A0}芳"], ["0013", "李\n伟"]])
  }

  @Test func `cells over several rows and columns keep the others in their places`() throws {
    let file = try TemporaryFile(
      Array(
        "<div>\n<table><tr><td colspan=2>甲</td><td>乙</td></tr><tr><td rowspan=2>一年级</td><td>1班</td><td>40</td></tr><tr><td>2班</td><td>41</td></tr><tr><td>二年级<td>1班<td>39</table>"
          .utf8), name: "班级.xls")
    let opened = try SheetFile.open(file.path)
    #expect(
      try readSheet(file.path).rows == [
        ["甲", "", "乙"], ["一年级", "1班", "40"], ["", "2班", "41"], ["二年级", "1班", "39"],
      ])
    #expect(
      try opened.merges(of: opened.sheets[0]) == [
        CellRange(rows: 1...1, columns: 1...2), CellRange(rows: 2...3, columns: 1...1),
      ])
    withExtendedLifetime(file) {}
  }

  @Test func `a table within a table of layout gives its rows`() throws {
    #expect(
      try rows("<table><tr><td>名册</td></tr><tr><td><table><tr><td>1<td>2</table></td></tr></table>")
        == [["名册"], ["1", "2"]])
  }

  @Test func `a page in GBK is read whatever it says of itself`() throws {
    let bytes =
      Array("<meta charset=utf-8><table><tr><td>".utf8) + [0xBD, 0xCC, 0xCA, 0xA6] + Array("</table>".utf8)
    #expect(try readSheet(try TemporaryFile(bytes, name: "名册.xls")).rows == [["教师"]])
  }

  @Test func `pages that nest without end neither crash nor hang`() throws {
    for tag in ["<div>", "<b>", "<table><tr><td>"] {
      let text = "<table><tr><td>1</td></tr></table>" + String(repeating: tag, count: 20_000)
      var first: [String]?
      let taken = try ContinuousClock().measure { first = try rows(text).first }
      #expect(first == ["1"])
      #expect(taken < .seconds(60), "\(tag) took \(taken)")
    }
  }

  @Test func `damaged pages and XML neither crash nor hang`() throws {
    let page = Array(
      "<table><tr><td rowspan=2 colspan=3>甲</td></tr><tr><td>乙<table><tr><td>丙</table></table>".utf8)
    var random = SplitMix64(seed: 20_261_129)
    for _ in 0..<Effort.runs(usually: 500) {
      for whole in [page, Array(Self.book.utf8)] {
        let file = try TemporaryFile(Mutation.damage(whole, &random), name: "x.xls")
        _ = try? readSheet(file.path)
        withExtendedLifetime(file) {}
      }
    }
  }

  // MARK: XML Spreadsheet 2003

  private static let book = """

    <?xml version="1.0"?>
    <?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
     xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
     <Styles><Style ss:ID="a"><NumberFormat ss:Format="0000"/></Style></Styles>
     <Worksheet ss:Name="说明"><Table><Row><Cell><Data ss:Type="String">别的</Data></Cell></Row></Table>
      <x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>
     <Worksheet ss:Name="教师"><Table>
      <Column ss:Hidden="1"/>
      <Row><Cell ss:MergeAcross="1"><Data ss:Type="String">甲</Data></Cell><Cell><Data ss:Type="String">乙</Data></Cell></Row>
      <Row ss:Index="3" ss:Hidden="1"><Cell ss:StyleID="a"><Data ss:Type="Number">12</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell>
       <Cell ss:Index="3"><Data ss:Type="DateTime">2022-09-01T00:00:00.000</Data></Cell>
       <Cell><ss:Data ss:Type="String"><html:Font>王</html:Font>芳</ss:Data></Cell><Cell ss:Formula="=1"/></Row>
     </Table></Worksheet>
    </Workbook>
    """

  @Test func `XML Spreadsheet 2003 is read with its places, dates and codes`() throws {
    let file = try TemporaryFile(Array(Self.book.utf8), name: "名册.xls")
    let opened = try SheetFile.open(file.path)
    #expect(opened.sheets.map(\.name) == ["说明", "教师"])
    #expect(opened.sheets.map(\.visibility) == [.hidden, .visible])
    #expect(try opened.merges(of: opened.sheets[1]) == [CellRange(rows: 1...1, columns: 1...2)])
    let sheet = try readSheet(file.path, sheet: "2")
    #expect(sheet.rows == [["甲", "", "乙"], ["0012", "", "2022-09-01", "王芳", "#未计算"]])
    #expect(sheet.numbers == [1, 3])
    #expect(sheet.remarks.firstHiddenRow == 3)
    #expect(sheet.remarks.hiddenColumns == [1...1])
    #expect(try readSheet(file.path).rows == [["别的"]])
    withExtendedLifetime(file) {}
  }
}
