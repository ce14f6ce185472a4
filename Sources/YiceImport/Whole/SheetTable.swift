internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Which table a sheet of a whole workbook goes to: the one that it remembers, else the one that its name or its headings
/// fit and no other. It is never guessed. Decision 0151.
enum SheetTable {
  case table(CatalogTable)
  /// A table of the statistics, whose figures are 填报值.
  case statistics
  /// It fits none, or several; why.
  case none(String)
  /// Nothing stands on it.
  case empty

  /// Sheets that the program itself adds to workbooks and that hold no rows.
  static let ownSheets: Set = ["说明", "检查", WorkbookLabel.sheetName, ErrorSheet.listName]
  /// A sheet whose name says nothing must match so many columns.
  private static let fewestHeadings = 2

  init(_ file: SheetFile, _ sheet: SheetInfo, for role: Role) throws {
    let head = try SheetHead(file.rows(of: sheet))
    guard !head.isEmpty else {
      self = .empty
      return
    }
    if let table = head.memory.flatMap({ TableCatalog.table($0.table) }) {
      self = .table(table)
      return
    }
    if StatisticsTable.isNumbered(sheet.name, head.titles) {
      self = .statistics
      return
    }
    let merges = try file.merges(of: sheet)
    let fits = try SheetTable.tables(for: role).compactMap {
      try SheetFit(head, merges, named: sheet.name, $0)
    }
    // A file of text has one sheet.
    let command = "yice import 文件 表名 \(file.name)" + (file.isWorkbook ? " --sheet \(sheet.name)" : "")
    let named = fits.filter { $0.named > 0 && $0.headings > 0 }
    let possible =
      named.isEmpty
      ? fits.filter { $0.isPupils || $0.isWhole && $0.headings >= SheetTable.fewestHeadings } : named
    guard let best = possible.max(by: { $0.rank < $1.rank }) else {
      // By its title alone, which is told.
      if StatisticsTable.known(sheet.name, head.titles) != nil {
        self = .statistics
        return
      }
      self = .none("工作表的名字和表头都认不出是哪个表，没有读取。要导入它：\(command)")
      return
    }
    let equal = possible.filter { $0.rank == best.rank }.map { "“\($0.table.label)”" }
    guard equal.count == 1 else {
      self = .none(
        "分不清是\(equal.joined(separator: "还是"))，没有读取。请把工作表改名为其中一个，或用 \(command)"
      )
      return
    }
    self = .table(best.table)
  }

  /// Tables of which that role may write rows by a sheet.
  private static func tables(for role: Role) -> [CatalogTable] {
    TableCatalog.tables.filter { Authority.allows(role, in: $0) || role == .school && $0.schoolWrites != nil }
  }
}

/// How well a sheet fits one table.
private struct SheetFit {
  let table: CatalogTable
  /// Columns that its headings name.
  let headings: Int
  /// Length of the longest of the table's names that the sheet's name holds: 整改进展 is more than 整改.
  let named: Int
  /// The headings name all that a row needs.
  let isWhole: Bool
  fileprivate let isPupils: Bool
  private static let fewestAmounts = 3

  init?(_ head: SheetHead, _ merges: [CellRange], named sheetName: String, _ table: CatalogTable) throws {
    let matcher = HeaderMatcher(table)
    guard let rows = try HeadedRows(head.reader(), merges: merges, matcher: matcher, headerRows: nil) else {
      return nil
    }
    let labels = rows.heading.labels.map(HeaderMatcher.tidy)
    let given = Set(labels.compactMap(matcher.columnName))
    self.table = table
    // A form of 填报值 may have an amount in each column.
    let amounts = table.name == CatalogTable.statement.name ? WideItems.count(rows.heading.labels) : 0
    headings = max(given.count, amounts)
    let name = HeaderMatcher.tidy(sheetName)
    named = ([table.label] + table.synonyms).filter { name.contains($0) }.map(\.count).max() ?? 0
    // A list with one row a pupil is a sheet of classes.
    let place = SourceLocation(file: rows.source.sourceName, sheet: sheetName)
    let pupils = PupilSheet(rows.heading.labels, matcher, at: place, titles: rows.titles)
    // So is a table of them by grade.
    let isPupils =
      pupils?.isSure
      ?? (ClassMatrix.fits(rows.grid, matcher)
        && ClassMatrix.otherAmount([sheetName] + rows.grid.lines.prefix(2).flatMap(\.own)) == nil)
    self.isPupils = isPupils
    isWhole =
      isPupils || pupils != nil || matcher.isWhole(labels, given: given) || amounts >= SheetFit.fewestAmounts
  }

  /// What decides between tables, the first first.
  /// A ledger is never guessed where a register fits as well.
  var rank: (Int, Int, Int, Int) {
    (named, isPupils ? 2 : isWhole ? 1 : 0, headings, table.group == CatalogTable.classRoll.group ? 1 : 0)
  }
}
