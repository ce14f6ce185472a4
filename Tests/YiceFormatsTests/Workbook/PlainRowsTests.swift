import Testing
import YiceFormats
import YiceTestSupport

/// Sheets that are read without a parser, held against the parser: a comment among the rows is all that tells it to take over.
@Suite struct PlainRowsTests {
  private struct Read: Equatable {
    var rows: [[String]] = []
    var numbers: [Int] = []
    var remarks = SheetRemarks()
    var error: String?
  }

  private static let strings = "<si><t>甲</t></si><si><t>a&amp;b</t></si>"
  private static let styles = #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#

  private func read(_ xml: String) throws -> Read {
    var book = WorkbookBuilder("", strings: Self.strings, styles: Self.styles)
    book.sheets = [("表", xml)]
    let file = try book.file()
    return try withExtendedLifetime(file) {
      let source = try SheetFile.open(file.path)
      let rows = try source.rows(of: source.sheets[0])
      var read = Read()
      var row = SheetRow()
      do {
        while try rows.next(into: &row) {
          read.rows.append(row.cells)
          read.numbers.append(row.number)
        }
      } catch { read.error = "\(error)" }
      read.remarks = rows.remarks
      return read
    }
  }

  @Test(
    "both ways give the same rows, numbers, remarks and errors",
    arguments: [
      #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>43343</v></c><c r="D1"><v>1.50</v></c></row>"#,
      #"<row r="2" ht="32" customHeight="1"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> 甲 &lt;乙&gt; </t></is></c></row>"#,
      #"<row><c><v>1</v></c><c t="b"><v>1</v></c></row><row><c t="e"><v>#N/A</v></c></row><row r="9"/>"#,
      #"<row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="str"><f>A1&amp;""</f><v></v></c><c r="C1"><f>2</f><v>2</v></c></row>"#,
      #"<row r="1"><c r="A1"/></row><row r="3" hidden="1"><c r="B3" t="d"><v>2022-09-01T00:00:00</v></c></row>"#,
      #"<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>"#,
      #"<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>"#,
      #"<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#,
      #"<row r="1"><c r="A1" t="s"><v>7</v></c></row>"#,
      #"<row r="1" r="2"><c r="A1"><v>1</v></c></row>"#,
      #"<row r="1"><c r="A1"><v>1</v></c>词</row><row r="2"><c r="A2"><v>1]]>2</v></c></row>"#,
      #"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</c></row>"#,
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>一\r\n二\u{FFFE}</t></is></c></row>",
      "<row r=\"1\">\n <c r='A1' t=\"inlineStr\"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>\n</row>",
      #"<row r="1"><c r="A1" t="inlineStr"><is><t>_x0041_&#x4E00;</t></is></c></row>"#,
    ])
  func same(_ rows: String) throws {
    let columns = #"<cols><col min="2" max="3" hidden="1"/></cols>"#
    let plain = try read("\(columns)<sheetData>\(rows)</sheetData>")
    var parsed = try read("\(columns)<sheetData><!-- -->\(rows)</sheetData>")
    // The comment moves the place of what is wrong, by its own length.
    if plain.error != nil, parsed.error != nil { parsed.error = plain.error }
    #expect(plain == parsed)
  }
}
