import Testing
import YiceFormats
import YiceReport
import YiceTestSupport

struct ListingFileTests {
  private let folder = Workdir()
  private let listing = Listing(
    title: "表", columns: [Listing.Column("name", "姓名"), Listing.Column("n", "数(人)")],
    rows: [
      [.text("王|芳*"), .number(3)], [.text("甲\n乙"), .figure(0.125, shown: "0.13")],
      [.yesNo(true), .missing("—")],
    ])

  private func written(_ name: String, _ encoding: CSVWriter.Encoding = .utf8WithMark) throws -> [UInt8] {
    let format = try #require(ListingFile.Format(path: name))
    try ListingFile.write(listing, to: folder.file(name), as: format, encoding: encoding)
    return try folder.bytes(name)
  }

  private func text(_ name: String) throws -> String { String(decoding: try written(name), as: UTF8.self) }

  @Test func `The ending says the format`() {
    let cases: [(String, ListingFile.Format?)] = [
      ("a.xlsx", .xlsx), ("a.CSV", .csv), ("a/b.json", .json), ("a.ndjson", .jsonl), ("a.jsonl", .jsonl),
      ("a.markdown", .md), ("a.md", .md), ("a.xls", nil), ("a", nil),
    ]
    for (path, format) in cases { #expect(ListingFile.Format(path: path) == format, "\(path)") }
  }

  @Test func `JSON Lines has one object a line, figures in full`() throws {
    #expect(
      try text("a.jsonl") == #"""
        {"name":"王|芳*","n":3}
        {"name":"甲\n乙","n":0.125}
        {"name":true,"n":null}

        """#)
  }

  @Test func `JSON is one array, however many rows there are`() throws {
    #expect(try text("a.json") == listing.json.rendered(pretty: true) + "\n")
    let empty = Listing(columns: listing.columns)
    try ListingFile.write(empty, to: folder.file("e.json"), as: .json)
    #expect(String(decoding: try folder.bytes("e.json"), as: UTF8.self) == "[]\n")
  }

  @Test func `Markdown keeps every cell in its place`() throws {
    #expect(
      try text("a.md") == #"""
        ## 表

        | 姓名 | 数(人) |
        | --- | --- |
        | 王\|芳\* | 3 |
        | 甲<br>乙 | 0.13 |
        | 是 | — |

        """#)
  }

  @Test func `CSV has a mark for spreadsheets, or is GB18030 when asked`() throws {
    #expect(try written("a.csv").starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(try written("a.csv", .gb18030).starts(with: [0xD0, 0xD5, 0xC3, 0xFB]))
  }

  @Test(arguments: ListingFile.Format.allCases)
  func `A folder that is not there is told, and nothing is left behind`(format: ListingFile.Format) {
    #expect(throws: (any Error).self) {
      try ListingFile.write(listing, to: folder.file("no/x.\(format.rawValue)"), as: format)
    }
  }

  @Test(.disabled(if: Openpyxl.isMissing, "没有 openpyxl，跳过（apt-get install python3-openpyxl）"))
  func `A listing as a workbook is ready to be printed`() throws {
    _ = try written("a.xlsx")
    let sheet = try Openpyxl.read(folder.file("a.xlsx")).sheets[0]
    #expect(
      sheet.cells.map { $0 } == [["表", ""], ["姓名", "数(人)"], ["王|芳*", "3"], ["甲\n乙", "0.13"], ["是", "—"]])
    #expect(sheet.types["B3"] == "n" && sheet.types["B4"] == "n")
  }
}
