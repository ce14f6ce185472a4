internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Which table a sheet of a whole workbook goes to: the one that it remembers, else the one that its name or its headings
/// fit and no other. It is never guessed. Decision 0151.
enum SheetTable {
  case table(CatalogTable)
  /// It fits none, or several; why.
  case none(String)
  /// Nothing stands on it.
  case empty

  /// Sheets that the program itself adds to workbooks and that hold no rows.
  static let ownSheets: Set = ["说明", "检查", ErrorSheet.listName]
  /// A sheet whose name says nothing must match so many columns.
  private static let fewestHeadings = 2

  init(_ file: SheetFile, _ sheet: SheetInfo, for role: Role) throws {
    let fits = try SheetTable.tables(for: role).compactMap { try SheetFit(file, sheet, $0) }
    if let remembered = fits.first(where: \.isRemembered) {
      self = .table(remembered.table)
      return
    }
    guard fits.contains(where: \.hasContent) else {
      self = .empty
      return
    }
    let named = fits.filter { $0.named > 0 && $0.headings > 0 }
    let possible =
      named.isEmpty ? fits.filter { $0.isWhole && $0.headings >= SheetTable.fewestHeadings } : named
    guard let best = possible.max(by: { $0.rank < $1.rank }) else {
      self = .none("工作表的名字和表头都认不出是哪个表，没有读取。要导入它：yice import 文件 表名 工作簿 --sheet \(sheet.name)")
      return
    }
    let equal = possible.filter { $0.rank == best.rank }.map { "“\($0.table.label)”" }
    guard equal.count == 1 else {
      self = .none(
        "分不清是\(equal.joined(separator: "还是"))，没有读取。请把工作表改名为其中一个，或用 yice import 文件 表名 工作簿 --sheet \(sheet.name)"
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
  let isRemembered: Bool
  let hasContent: Bool

  init?(_ file: SheetFile, _ sheet: SheetInfo, _ table: CatalogTable) throws {
    let matcher = HeaderMatcher(table)
    guard
      let rows = try HeadedRows(
        file.rows(of: sheet), merges: file.merges(of: sheet), matcher: matcher, headerRows: nil)
    else { return nil }
    let labels = rows.heading.labels
    let given = Set(labels.map(HeaderMatcher.tidy).compactMap(matcher.columnName))
    self.table = table
    headings = given.count
    let name = HeaderMatcher.tidy(sheet.name)
    named = ([table.label] + table.synonyms).filter { name.contains($0) }.map(\.count).max() ?? 0
    let place = SourceLocation(file: file.name)
    isWhole = matcher.match(labels, at: place).problems.isEmpty
    isRemembered = labels.contains { SheetMemory(heading: $0)?.table == table.name }
    hasContent = true
  }

  /// What decides between tables, the first first.
  var rank: (Int, Int, Int) { (named, isWhole ? 1 : 0, headings) }
}
