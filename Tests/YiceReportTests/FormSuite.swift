import GRDB
import Testing
import YiceFormats
import YiceIndicators
import YiceModel
import YiceReport
import YiceStandards
import YiceStore
import YiceTestSupport

/// Tests of forms on the file of one school.
protocol FormSuite {
  var folder: Workdir { get }
  var file: YiceFile { get }
}

extension FormSuite {
  func add(_ table: CatalogTable, _ rows: RowValues...) throws {
    let isOwn = { (row: RowValues) in
      (row.text("org_code") ?? file.info.orgCode) == file.info.orgCode
        && table.writers.roles.contains(.school)
    }
    let own = rows.filter(isOwn)
    if !own.isEmpty {
      try file.write("test", author: SampleFile.author) { writer in
        for row in own { _ = try writer.add(table, row) }
      }
    }
    // What the bureau writes comes in with its own file.
    try file.withConnection { db in
      for row in rows where !isOwn(row) {
        let columns = table.columns.filter { row.gives($0.name) }.map(\.name)
        try db.execute(
          sql: """
            INSERT INTO \(table.name) (\(columns.joined(separator: ", ")), rev)
            VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")), 1)
            """, arguments: StatementArguments(columns.map { row[$0] }))
      }
    }
  }

  func pages(_ name: String, school: String? = nil) throws -> [FormPage] {
    let form = try #require(Form.named(name))
    return try file.readWithTemporaryTables { db in
      let question = try Question(db, file.info, year: 2022, bureau: "990101")
      return try form.pages(try FormSource(db, question, school: school))
    }
  }

  func pages(_ name: String, on day: String) throws -> [FormPage] {
    let form = try #require(Form.named(name))
    return try file.readWithTemporaryTables { db in
      try form.pages(
        try FormSource(db, try Question(db, file.info, year: 2022, bureau: "990101", day: day)))
    }
  }

  func row(_ page: FormPage, _ index: Int) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: zip(
        page.listing.columns.map(\.name), page.listing.rows[index].map(\.shown.description)))
  }

  func write(_ pages: [FormPage]) throws -> Openpyxl.Workbook {
    let path = folder.file("form.xlsx")
    try FormWorkbook.write(pages, to: path)
    return try Openpyxl.read(path)
  }
}
