/// Puts the rows of a page's tables together from its elements: cells that reach over columns and rows take their places,
/// tables within tables give rows of their own, text outside of tables is a title line.
struct WebTableCollector {
  private(set) var rows: [[String]] = []
  private(set) var hiddenRows: [Int] = []
  private(set) var merges: [CellRange] = []
  private(set) var hasTable = false
  /// Set when there is too much of it.
  private(set) var excess: String?

  /// One open table.
  private struct Table {
    var row: [String]?
    var isHidden = false
    var cell: (column: Int, colspan: Int, rowspan: Int)?
    var text = ""
    /// Rows that are still taken in each column, from 0.
    var taken: [Int: Int] = [:]
    var held = false
  }

  private var tables: [Table] = []
  private var title = ""
  private var cells = 0
  private let limits: WorkbookLimits

  init(limits: WorkbookLimits) { self.limits = limits }

  mutating func take(_ event: WebPage.Event) {
    guard excess == nil else { return }
    switch event {
    case .start(let tag, let colspan, let rowspan, let isHidden): start(tag, colspan, rowspan, isHidden)
    case .end(let tag): end(tag)
    case .text(let text): add(text)
    }
  }

  /// Text above or below the tables becomes a row.
  mutating func flushTitle() {
    let text = WebTableCollector.tidy(title)
    title = ""
    if !text.isEmpty { append([text]) }
  }

  private mutating func start(_ tag: WebPage.Tag, _ colspan: Int, _ rowspan: Int, _ isHidden: Bool) {
    switch tag {
    case .table:
      flushTitle()
      if !tables.isEmpty { tables[tables.count - 1].held = true }
      hasTable = true
      tables.append(Table())
    case .row:
      guard !tables.isEmpty else { return }
      tables[tables.count - 1].row = []
      tables[tables.count - 1].isHidden = isHidden
      tables[tables.count - 1].held = false
    case .cell:
      guard !tables.isEmpty, tables[tables.count - 1].row != nil else { return }
      let last = tables.count - 1
      var column = tables[last].row?.count ?? 0
      while let left = tables[last].taken[column], left > 0 {
        tables[last].row?.append("")
        column += 1
      }
      tables[last].cell = (column, min(colspan, limits.columns), rowspan)
      tables[last].text = ""
    case .caption: flushTitle()
    case .block, .lineBreak: add("\u{1}")
    case .other: break
    }
  }

  private mutating func end(_ tag: WebPage.Tag) {
    switch tag {
    case .table: tables.removeLast()
    case .row: endRow()
    case .cell: endCell()
    case .caption: flushTitle()
    case .block:
      if tables.isEmpty { flushTitle() } else { add("\u{1}") }
    case .lineBreak, .other: break
    }
  }

  private mutating func add(_ text: String) {
    guard let last = tables.indices.last else {
      title += text
      return
    }
    if tables[last].cell != nil {
      tables[last].text += text
    } else if tables[last].row == nil {
      title += text
    }
  }

  private mutating func endCell() {
    guard let last = tables.indices.last, let cell = tables[last].cell else { return }
    tables[last].cell = nil
    let text = WebTableCollector.tidy(tables[last].text)
    tables[last].row?.append(text)
    for _ in 1..<max(cell.colspan, 1) { tables[last].row?.append("") }
    let width = tables[last].row?.count ?? 0
    guard width <= limits.columns else {
      excess = "工作表的列数超过 \(limits.columns)"
      return
    }
    if cell.rowspan > 1 {
      for column in cell.column..<cell.column + cell.colspan { tables[last].taken[column] = cell.rowspan }
    }
    if cell.rowspan > 1 || cell.colspan > 1, merges.count < limits.merges {
      merges.append(
        CellRange(
          rows: rows.count + 1...rows.count + cell.rowspan,
          columns: cell.column + 1...cell.column + cell.colspan))
    }
  }

  private mutating func endRow() {
    guard let last = tables.indices.last, let row = tables[last].row else { return }
    tables[last].row = nil
    for (column, left) in tables[last].taken { tables[last].taken[column] = left > 1 ? left - 1 : nil }
    // A row that only holds another table was given by that table.
    if tables[last].held, row.allSatisfy(\.isEmpty) { return }
    if tables[last].isHidden, row.contains(where: { !$0.isEmpty }) { hiddenRows.append(rows.count + 1) }
    append(row)
  }

  private mutating func append(_ row: [String]) {
    rows.append(row)
    cells += row.count
    if rows.count > limits.rows { excess = "工作表的行数超过 \(limits.rows)" }
    if cells > 10_000_000 { excess = "网页表格的单元格超过 1000 万个" }
  }

  /// As a browser shows it: runs of white space as one space, line breaks where elements ask for them.
  private static func tidy(_ text: String) -> String {
    var result = ""
    var gap: Character?
    for character in text {
      switch character {
      case "\u{1}": gap = "\n"
      case " ", "\t", "\n", "\r", "\r\n": gap = gap ?? " "
      default:
        if let gap, !result.isEmpty { result.append(gap) }
        gap = nil
        result.append(character)
      }
    }
    return result
  }
}
