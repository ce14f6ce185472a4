import GRDB
import Testing
import YiceFiles
import YiceModel
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("the places of the page")
struct PlaceTests {
  static let places = [
    "/", "/tables", "/table/teacher", "/table/teacher/row", "/report", "/check", "/check.json", "/history",
    "/history.json",
    "/conflicts", "/conflicts.json", "/import", "/send", "/ledgers", "/oversize", "/oversize.json",
    "/opinions", "/opinions.json", "/materials", "/materials?missing=1", "/materials.json", "/volume",
    "/print", "/whatif", "/print?form=%E6%95%B4%E6%94%B9%E5%8F%B0%E8%B4%A6",
    "/print?form=%E8%87%AA%E8%AF%84%E8%A1%A8",
    "/print.json?form=%E8%87%AA%E8%AF%84%E8%A1%A8",
  ]

  @Test("every place answers in a school's and a bureau's file, empty as they are", arguments: [false, true])
  func empty(isCounty: Bool) throws {
    let served = try ServedFile(isCounty: isCounty)
    for place in Self.places { #expect(try served.get(place).status == 200, "\(place)") }
    for table in TableCatalog.tables { #expect(try served.get("/table/\(table.name)").status == 200) }
    let head = try served.http.request("HEAD", "/", [served.cookie, ("Content-Length", nil)])
    #expect(head.status == 200 && head.body.isEmpty)
  }

  /// A row with `text` wherever a table takes text.
  private func values(_ table: CatalogTable, _ text: String, _ file: FileInfo) -> RowValues {
    var values = RowValues()
    for column in table.columns where column.name != "stage" || table.name != "statement" {
      switch column.type {
      case .text: values.set(column.name, text)
      case .identifier: values.set(column.name, "i" + text)
      case .orgCode: values.set(column.name, file.orgCode)
      case .countyCode: values.set(column.name, "330100")
      case .integer(let range): values.set(column.name, range.lowerBound)
      case .count, .boolean: values.set(column.name, 1)
      case .decimal, .signedDecimal: values.set(column.name, 1.0)
      case .date: values.set(column.name, "2022-09-01")
      case .year: values.set(column.name, 2022)
      case .choice(let words): values.set(column.name, words.first { !$0.isEmpty })
      case .element: values.set(column.name, "学生数")
      case .sha256: values.set(column.name, String(repeating: "0", count: 64))
      }
    }
    return values
  }

  @Test("text of the file is text: a script in every column runs nowhere", arguments: [false, true])
  func hostile(isCounty: Bool) throws {
    let hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&"
    let served = try ServedFile(isCounty: isCounty)
    var filled: [CatalogTable] = []
    for table in TableCatalog.tables where table.name != "org" {
      let values = values(table, hostile, served.file.info)
      // Rules of some tables want more than words; the others are enough.
      guard (try? served.file.write("test", author: Author(hostile), { try $0.add(table, values) })) != nil
      else {
        continue
      }
      filled.append(table)
    }
    #expect(filled.count >= (isCounty ? 30 : 18), "\(filled.count)")
    try served.file.write("test", author: .tester, note: hostile) { writer in
      let key = RowKey([served.file.info.orgCode.databaseValue])
      try writer.set(.org, key, ["name": hostile, "short_name": hostile])
    }
    let pages =
      Self.places.filter { !$0.contains(".json") }
      + filled.flatMap { ["/table/\($0.name)", "/table/\($0.name)?q=\(FormFields.encoded(hostile))"] }
    for page in pages + ["/nothing/" + FormFields.encoded(hostile)] {
      let body = try served.get(page).body
      #expect(!body.contains("<script>"), "\(page)")
      #expect(!body.contains("<img"), "\(page)")
      #expect(!body.contains("\"'>"), "\(page)")
    }
    for table in filled {
      let rows = try served.get("/table/\(table.name)/rows?count=1")
      #expect(rows.header("Content-Type")?.hasPrefix("application/json") == true)
    }
  }
}
