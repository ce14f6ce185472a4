package import YiceFormats
package import YiceModel
internal import YiceStore

/// A sheet from the row below its heading on.
package final class HeadedRows {
  package let source: any RowSource
  package let heading: Heading
  /// Texts above the heading, tidied as headings are.
  package let titles: [String]
  /// What was passed over, and where the heading is when it is not the first row.
  package private(set) var notes: [Finding] = []
  /// Heading and title lines, by which they are known again on the next printed page.
  let pageHead: PageHead
  /// Merged cells below the heading, filled in where a column is read; set once the columns are known.
  var merged: MergedCells?
  /// Grades that stand above their classes; set once the columns are known.
  var groups: ClassGroups?
  /// The row below the one that was given last, where that was asked for; or what went wrong with it.
  private var waiting: Result<SheetRow, any Error>?

  let merges: [CellRange]
  /// The first rows, those above the heading too.
  let grid: HeadGrid
  private let head: [SheetRow]
  private var position = 0
  private let firstDataRow: Int
  private let pendingError: (any Error)?

  /// - Parameters:
  ///   - merges: the sheet's merged cells.
  ///   - headerRows: the rows that a person named as the heading; `nil` to find it.
  /// - Returns: `nil` when the sheet has no row with content.
  package init?(
    _ source: any RowSource, merges: [CellRange], matcher: HeaderMatcher, headerRows: ClosedRange<Int>?
  ) throws {
    self.source = source
    self.merges = merges
    let (head, pendingError) = try HeadedRows.readHead(source, through: headerRows?.upperBound ?? 0)
    self.head = head
    self.pendingError = pendingError
    guard let first = head.first else { return nil }
    let grid = HeadGrid(HeadedRows.top(of: head, matcher), merges: merges)
    self.grid = grid
    let finder = HeadingFinder(matcher)
    var heading: Heading
    if let headerRows {
      guard let named = finder.heading(in: grid, rows: headerRows) else { return nil }
      heading = named
    } else {
      // Nothing matches: the first row is told column by column.
      heading =
        finder.find(in: grid)
        ?? Heading(rows: first.number...first.number, labels: grid.lines[0].own, score: 0)
    }
    if headerRows == nil, !heading.labels.contains(where: { matcher.namesClass($0) }),
      let line = PupilSheet.headingLine(grid, matcher),
      let pupils = finder.heading(in: grid, rows: line...line)
    {
      heading = pupils
    }
    var unitLine: Int?
    if let line = grid.lines.first(where: { $0.number > heading.rows.upperBound }),
      let units = UnitsBeside.units(line)
    {
      unitLine = line.number
      heading = Heading(
        rows: heading.rows.lowerBound...line.number, labels: UnitsBeside.labels(heading.labels, with: units),
        score: heading.score, repeats: heading.repeats)
    }
    self.heading = heading
    let top = heading.rows.lowerBound
    pageHead = PageHead(grid, heading)
    titles = grid.lines.filter { $0.number < top }.flatMap(\.own).filter { !$0.isEmpty }
    var below = heading.rows.upperBound + 1
    let place = SourceLocation(file: source.sourceName, sheet: source.sheetName)
    if heading.rows.lowerBound > first.number || heading.rows.count > 1 {
      let rows =
        heading.rows.count == 1
        ? "第 \(heading.rows.lowerBound) 行" : "第 \(heading.rows.lowerBound)–\(heading.rows.upperBound) 行"
      notes.append(Finding(.note, "heading-row", at: place, "表头在\(rows)，以上的行没有导入"))
    }
    if let unitLine {
      var place = place
      place.row = unitLine
      notes.append(Finding(.note, "unit-line", at: place, "这一行是各列的单位，已按它换算"))
    }
    if let line = grid.lines.first(where: { $0.number >= below }), line.isCodeLine {
      var place = place
      place.row = line.number
      notes.append(Finding(.note, "code-line", at: place, "这一行是栏次代号，没有导入"))
      below = line.number + 1
    }
    firstDataRow = below
  }

  /// The rows among which the heading stands: of a sheet that remembers its export those around the one that does.
  private static func top(of head: [SheetRow], _ matcher: HeaderMatcher) -> [SheetRow] {
    // A form of statements is known by all that stands at its top.
    guard matcher.table.name != CatalogTable.statement.name,
      let line = head.firstIndex(where: { row in
        (0..<row.count).contains { SheetMemory(heading: row[$0]) != nil }
      })
    else { return head }
    return Array(head.prefix(line + HeadingFinder.levels + 1))
  }

  private static func readHead(_ source: any RowSource, through last: Int) throws -> (
    [SheetRow], (any Error)?
  ) {
    var rows: [SheetRow] = []
    var row = SheetRow()
    while rows.count < HeadingFinder.depth || (rows.last?.number ?? 0) <= last, rows.count < 1000 {
      do {
        guard try source.next(into: &row) else { break }
      } catch {
        // The rows before a damaged one tell the heading; reading on tells the damage.
        guard !rows.isEmpty else { throw error }
        return (rows, error)
      }
      if !row.isBlank { rows.append(row) }
    }
    return (rows, nil)
  }

  /// The next row of data that is not blank.
  package func next(into row: inout SheetRow) throws -> Bool {
    guard groups != nil else { return try nextMerged(into: &row) }
    repeat {
      if let waiting {
        row = try waiting.get()
        self.waiting = nil
      } else if try !nextMerged(into: &row) {
        return false
      }
      var following = SheetRow()
      do {
        if try nextMerged(into: &following) { waiting = .success(following) }
      } catch {
        waiting = .failure(error)
      }
    } while groups?.settle(&row, next: try? waiting?.get()) == false
    return true
  }

  private func nextMerged(into row: inout SheetRow) throws -> Bool {
    guard try nextFilled(into: &row) else { return false }
    merged?.fill(&row)
    return true
  }

  /// Every row with content, the heading and what is above it too; none of them can be read any more then.
  func allRows() throws -> [SheetRow] {
    var rows = head
    position = head.count
    if let pendingError { throw pendingError }
    var row = SheetRow()
    while try source.next(into: &row) { if !row.isBlank { rows.append(row) } }
    return rows
  }

  /// Row number of the first row of data.
  var dataStart: Int { firstDataRow }

  private func nextFilled(into row: inout SheetRow) throws -> Bool {
    while position < head.count {
      row = head[position]
      position += 1
      if row.number >= firstDataRow { return true }
    }
    if let pendingError { throw pendingError }
    while try source.next(into: &row) {
      if row.number >= firstDataRow, !row.isBlank { return true }
    }
    return false
  }
}
