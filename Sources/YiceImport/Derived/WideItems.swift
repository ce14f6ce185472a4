internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// A form with an amount a column and a school a line: 学校名称 | 学生数 | 班级数 | 教学仪器设备值(万元); or with a column for each
/// 学段 below the amount. Decision 0133.
struct WideItems {
  /// Row numbers of the heading's lines.
  private let rows: ClosedRange<Int>
  private let headings: [String]
  /// Columns whose headings are 数据项, each with those of the same one.
  private let items: [[ItemForm.Pair]]

  /// - Parameter lines: the first of the sheet.
  /// - Returns: `nil` where no line has several such headings with figures below them.
  init?(_ lines: [HeadGrid.Line]) {
    for (index, line) in lines.enumerated() {
      let below = lines.dropFirst(index + 1)
      for levels in [2, 1] where below.count >= levels {
        let under = levels == 2 ? below.first : nil
        if levels == 2, under.map(WideItems.namesStages) != true { continue }
        let headings = WideItems.headings(line, under, above: index > 0 ? lines[index - 1] : nil)
        let places = headings.indices.filter {
          !headings[$0].isEmpty && !ItemForm.isFigure(headings[$0]) && ElementWord(headings[$0]) != nil
        }
        let figures = below[below.startIndex + levels - 1]
        let filled = places.filter { figures.own.indices.contains($0) && ItemForm.isFigure(figures.own[$0]) }
        guard places.count >= WideItems.fewest, filled.count >= WideItems.fewest else { continue }
        self.headings = headings
        rows = line.number...(under?.number ?? line.number)
        items = WideItems.grouped(places, line, under)
        return
      }
    }
    return nil
  }

  private static let fewest = 2

  private static func namesStages(_ line: HeadGrid.Line) -> Bool {
    line.own.count { StageWords.stage(of: $0) != nil } >= fewest
  }

  /// One a column: 小学 below 学生数 is 小学学生数; 合计 below it, the word above alone.
  private static func headings(
    _ line: HeadGrid.Line, _ under: HeadGrid.Line?, above: HeadGrid.Line?
  ) -> [String] {
    guard let under else {
      // 学校 may stand in the line above, beside 基本情况 over the amounts.
      return line.own.enumerated().map { column, text in
        let higher = above.flatMap { $0.own.indices.contains(column) ? $0.own[column] : nil } ?? ""
        return text.isEmpty && CatalogTable.org.column(higher) != nil ? higher : text
      }
    }
    let spread = HeadingFinder.spread([line.cells, under.cells])[0]
    return (0..<max(spread.count, under.cells.count)).map { column in
      let above = spread.indices.contains(column) ? spread[column] : ""
      let word = under.cells.indices.contains(column) ? under.cells[column] : ""
      if word.isEmpty || word == above || above.isEmpty { return above.isEmpty ? word : above }
      return ItemForm.sums.contains(word) ? above : word + above
    }
  }

  private static func grouped(
    _ places: [Int], _ line: HeadGrid.Line, _ under: HeadGrid.Line?
  ) -> [[ItemForm.Pair]] {
    guard let under else { return places.map { [ItemForm.Pair(item: $0, value: $0)] } }
    let above = HeadingFinder.spread([line.cells, under.cells])[0]
    let pairs = places.map { place in
      let word = under.cells.indices.contains(place) ? under.cells[place] : ""
      return ItemForm.Pair(item: place, value: place, isSum: ItemForm.sums.contains(word))
    }
    return Dictionary(grouping: pairs) { above.indices.contains($0.value) ? above[$0.value] : "" }
      .values.sorted { ($0.first?.value ?? 0) < ($1.first?.value ?? 0) }
  }

  /// How many headings name a 数据项.
  static func count(_ labels: [String]) -> Int { labels.count { ElementWord(HeaderMatcher.tidy($0)) != nil } }

  func read(_ sheet: HeadedRows, _ matcher: HeaderMatcher, _ form: inout ItemForm.Reader) throws
    -> DerivedRows
  {
    let carried = ItemForm.carried(headings, matcher)
    let all = try sheet.allRows()
    let lines = HeadGrid(all, merges: sheet.merges).lines
    let titles = lines.filter { $0.number < rows.lowerBound }.flatMap(\.own).filter { !$0.isEmpty }
    for (row, below) in zip(all, lines) where below.number > rows.upperBound && !below.isCodeLine {
      if form.endsAt(below, heading: headings) { break }
      if form.refusesUnit(below) { continue }
      guard !SheetWords.isSum(row), !SheetWords.isFooter(row, width: headings.count) else { continue }
      for pairs in items { form.read(pairs, below: headings, row, below, carried) }
    }
    form.tellUnread(headings, carried, items.joined().map(\.value), row: rows.upperBound)
    return DerivedRows(
      sheet.source, titles: titles, headings: ItemForm.headings(carried, headings),
      headingRow: rows.upperBound,
      rows: form.rows)
  }
}
