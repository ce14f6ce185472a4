internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// What becomes of each sheet of a workbook that is imported as a whole.
///
/// Decision 0151.
struct WorkbookSheets {
  struct Sheet {
    let info: SheetInfo
    let table: CatalogTable
    /// Its rows with what other sheets of the workbook tell of the same people.
    var joined: SheetJoin?
  }

  /// In the order of their tabs.
  private(set) var sheets: [Sheet] = []
  /// Tables of the statistics.
  private(set) var statistics: [SheetInfo] = []
  /// Those that are not read, and why.
  private(set) var unread: [Finding] = []
  /// Of those, the ones that no table fits.
  private var unknown: [SheetInfo] = []

  /// - Parameters:
  ///   - tables: what a person said that a sheet is, by its name.
  /// - Throws: the readers' errors but those of one sheet.
  init(_ book: SheetFile, for role: Role, tables: [String: CatalogTable]) throws {
    for sheet in book.sheets where !SheetTable.ownSheets.contains(sheet.name) {
      let place = SourceLocation(file: book.name, sheet: sheet.name)
      guard sheet.visibility == .visible else {
        // The lists of a template.
        if !sheet.name.hasPrefix("选项") {
          unread.append(Finding(.note, "hidden-sheet", at: place, "这张工作表是隐藏的，没有读取"))
        }
        continue
      }
      if let said = tables[sheet.name] {
        sheets.append(Sheet(info: sheet, table: said))
        continue
      }
      do {
        switch try SheetTable(book, sheet, for: role) {
        case .table(let table): sheets.append(Sheet(info: sheet, table: table))
        case .statistics: statistics.append(sheet)
        case .none(let why):
          unknown.append(sheet)
          unread.append(Finding(.warning, "unknown-sheet", at: place, why))
        case .empty: unread.append(Finding(.note, "empty-sheet", at: place, "这张工作表是空的"))
        }
      } catch let error as WorkbookError {
        unread.append(Finding(.warning, "sheet-broken", at: place, "这一张读不出来，没有读取：\(error)"))
      }
    }
    try join(book)
    leaveOutSums(book)
  }

  /// Words for a sheet that sums up what another holds row by row.
  private static let sums = ["汇总", "合计表"]

  /// A sum of things beside its rows would count twice. Of people there is none that has their names.
  private mutating func leaveOutSums(_ book: SheetFile) {
    func isSum(_ sheet: Sheet) -> Bool { WorkbookSheets.sums.contains(where: sheet.info.name.contains) }
    let detailed = sheets.filter { !isSum($0) }
    sheets.removeAll { sheet in
      guard NamedCategory.of(sheet.table) != nil, isSum(sheet),
        let other = detailed.first(where: { $0.table.name == sheet.table.name })
      else {
        return false
      }
      unread.append(
        Finding(
          .warning, "sum-sheet", at: SourceLocation(file: book.name, sheet: sheet.info.name),
          "这张工作表看来是“\(other.info.name)”的汇总，两张都导入会重复计算，没有读取。其实不是汇总的，请改工作表名，或用 --sheet 单独导入"))
      return true
    }
  }

  /// The sheets of 全国教师管理信息系统 tell one register together.
  private mutating func join(_ book: SheetFile) throws {
    let teachers = sheets.filter { $0.table.name == CatalogTable.teacher.name }
    let parts = teachers.filter { SheetJoin.isPart($0.info.name) }.map(\.info)
    let bases = teachers.filter { !SheetJoin.isPart($0.info.name) }
    guard bases.count == 1, let base = bases.first else { return }
    let choice = SheetChoice(book, base.info, others: parts + unknown)
    guard let joined = try SheetJoin(book, choice, HeaderMatcher(.teacher)) else { return }
    sheets.removeAll { joined.joined.contains($0.info) }
    unread.removeAll { finding in
      finding.code == "unknown-sheet" && joined.joined.contains { $0.name == finding.location.sheet }
    }
    for index in sheets.indices where sheets[index].info == base.info { sheets[index].joined = joined }
  }
}
