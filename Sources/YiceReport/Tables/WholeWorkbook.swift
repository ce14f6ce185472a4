package import GRDB
internal import YiceFormats
internal import YiceImport
internal import YiceModel
package import YiceStore

/// All that a school fills in, as one workbook: what to do, a sheet for each register and ledger with the rows that the file
/// has, and sums to look at before it is mailed. `import` and `merge` take it back. Decision 0152.
package struct WholeWorkbook {
  private let file: FileInfo
  /// Until when it is wanted back, as people say it.
  package var due: String?

  /// - Parameter file: a school's.
  package init(_ file: FileInfo) { self.file = file }

  /// Words that stand where a table's name would, for all of them.
  package static let words: Set = ["全部", "工作簿", "all"]

  /// The registers and ledgers that a school writes, in the order in which people use them.
  static let tables: [CatalogTable] = [
    .classRoll, .teacher, .room, .ground, .equipment, .finance, .statement, .standardizationItem,
    .oversizedClass,
    .rectification,
  ]

  /// What programmes ask for: a sheet where the bureau has named what it wants (the second table), or the school has rows.
  private static let asked: [(table: CatalogTable, by: CatalogTable?)] = [
    (.training, nil), (.exchange, nil), (.project, nil), (.checkResult, .recurringCheck),
    (.coreAnswer, .coreItem),
    (.safetyCheck, nil), (.experiment, nil), (.experimentCount, nil),
  ]

  private static func tables(_ db: Database) throws -> [CatalogTable] {
    try tables
      + asked.filter { asked in
        try [asked.table, asked.by].compactMap(\.self).contains { try RecordQuery($0).count(db) > 0 }
      }.map(\.table)
  }

  /// - Returns: number of rows written.
  /// - Throws: `XLSXError`, `DatabaseError`.
  @discardableResult
  package func write(_ db: Database, to path: String) throws -> Int {
    let book = try XLSXWorkbook(path: path, constantMemory: true)
    book.setTitle("\(file.orgName)填报工作簿", creator: Tool.name)
    let label = WorkbookLabel(
      orgCode: file.orgCode, orgName: file.orgName, countyCode: file.countyCode, year: file.schoolYear,
      madeAt: Moment.now())
    let guide = try book.addSheet("说明")
    try WorkbookGuide(label, due: due).write(guide, book)
    guide.activate()
    var rows = 0
    for table in try WholeWorkbook.tables(db) { rows += try add(table, to: book, db) }
    try WorkbookSums(year: file.schoolYear).write(book.addSheet("检查"), book, db)
    let hidden = try book.addSheet(WorkbookLabel.sheetName)
    for (index, row) in label.rows.enumerated() {
      hidden.write(row.word, row: index, column: 0)
      hidden.write(row.value, row: index, column: 1)
    }
    hidden.hide()
    try book.close()
    return rows
  }

  /// Columns on a table's sheet: whose rows they are and of which 学年 the whole workbook says.
  static func columns(of table: CatalogTable, year: Int?) -> [CatalogColumn] {
    table.columns.filter { column in
      column.name != "org_code" && (year == nil || column.name != table.yearColumn?.name)
    }
  }

  private func add(_ table: CatalogTable, to book: XLSXWorkbook, _ db: Database) throws -> Int {
    var query = RecordQuery(table)
    query.year = file.schoolYear
    var workbook = TableWorkbook(query, file: file)
    workbook.withHelp = true
    workbook.conditions = query.yearCondition
    workbook.columns = Set(WholeWorkbook.columns(of: table, year: file.schoolYear).map(\.name))
    var page = XLSXPage()
    page.header = "\(file.orgName) \(table.label)" + (file.schoolYear.map { "（\($0)—\($0 + 1) 学年）" } ?? "")
    page.grid = true
    page.footer = "填表人：          审核人：          校长（盖章）："
    return try workbook.add(
      to: book.addSheet(table.label), of: book, lists: "选项 " + table.label, page: page, db)
  }
}
