internal import YiceFormats
internal import YiceStore

/// The heading of a sheet: one row, or several with merged cells.
package struct Heading: Sendable, Equatable {
  /// Rows from and to, as a person counts them.
  package let rows: ClosedRange<Int>
  /// One label a column; the levels of several rows joined by `/` where no single one says enough.
  package let labels: [String]
  /// How many of the table's columns were recognised.
  package let score: Int
  /// How many labels name a column that another names too: 学历 over two columns whose own names stand below.
  var repeats = 0

  /// Columns recognised, less those that would be refused for naming one twice.
  var clear: Int { score - repeats }
}

/// Finds the heading below title lines (填报单位…, 填报日期…) by trying each of the first rows, alone and with those
/// below it, against the table's columns.
package struct HeadingFinder {
  private let matcher: HeaderMatcher
  /// So many rows of content are looked at.
  package static let depth = 20
  private static let sums: Set = ["合计", "计", "小计", "总计", "总数", "共计"]
  /// They say nothing that the heading above them does not.
  private static let general: Set = ["名称", "层次", "级别", "等级"]
  /// A heading has at most so many rows.
  static let levels = 4

  package init(_ matcher: HeaderMatcher) { self.matcher = matcher }

  /// The heading that matches most columns; of several, the one that begins with a row of headings and not with a
  /// title, and has the most levels of them. A sheet that remembers its export does so in its heading.
  ///
  /// - Returns: `nil` when no row matches any column.
  package func find(in grid: HeadGrid) -> Heading? {
    let remembering = grid.lines.firstIndex { line in
      line.own.contains { SheetMemory(heading: $0) != nil }
    }
    return remembering.flatMap { best(in: grid, with: $0) } ?? best(in: grid, with: nil)
  }

  /// - Parameter line: a row that is to be among those of the heading; `nil`: any.
  private func best(in grid: HeadGrid, with line: Int?) -> Heading? {
    var best: Heading?
    var known = KnownWords(matcher)
    for first in grid.lines.indices {
      for last in first..<min(first + HeadingFinder.levels, grid.lines.count) {
        if let line, !(first...last).contains(line) { continue }
        let heading = heading(grid.lines[first...last], &known)
        guard heading.score > 0 else { continue }
        if line == 0, last == 0, isWhole(heading, in: grid) { return heading }
        guard let current = best else {
          best = heading
          continue
        }
        if (heading.clear, heading.score) > (current.clear, current.score)
          || (heading.repeats == current.repeats && heading.score == current.score
            && isBetter(heading, than: current, in: grid))
        {
          best = heading
        }
      }
    }
    return best
  }

  /// Whether the first row, which remembers an export, names a column in each other cell: nothing below adds to that.
  private func isWhole(_ heading: Heading, in grid: HeadGrid) -> Bool {
    heading.repeats == 0 && heading.score == heading.labels.count - 1 && !beginsWithTitle(heading, in: grid)
      && grid.lines.prefix(HeadingFinder.levels).allSatisfy { $0.cells.count <= heading.labels.count }
  }

  private func isBetter(_ heading: Heading, than current: Heading, in grid: HeadGrid) -> Bool {
    let isTitled = beginsWithTitle(heading, in: grid)
    let currentIsTitled = beginsWithTitle(current, in: grid)
    guard isTitled == currentIsTitled else { return currentIsTitled }
    return isTitled
      ? heading.rows.count < current.rows.count
      : heading.rows.upperBound == current.rows.upperBound && heading.rows.count > current.rows.count
  }

  /// A title line has one text, or texts with colons (填报单位:…).
  private func beginsWithTitle(_ heading: Heading, in grid: HeadGrid) -> Bool {
    let first = grid.lines.first { $0.number == heading.rows.lowerBound }
    let texts = Set((first?.own ?? []).filter { !$0.isEmpty })
    return texts.count < 2 || texts.contains { $0.contains(":") }
  }

  /// The heading in rows that a person named.
  package func heading(in grid: HeadGrid, rows: ClosedRange<Int>) -> Heading? {
    let lines = grid.lines.filter { rows.contains($0.number) }
    var known = KnownWords(matcher)
    return lines.isEmpty ? nil : heading(lines[...], &known)
  }

  /// What words mean, each looked up once: the same cells stand in many of the stacks that are tried.
  private struct KnownWords {
    private let matcher: HeaderMatcher
    private var names: [String: String?] = [:]

    init(_ matcher: HeaderMatcher) { self.matcher = matcher }

    mutating func columnName(_ word: String) -> String? {
      if let name = names[word] { return name }
      let name = matcher.columnName(word)
      names[word] = .some(name)
      return name
    }
  }

  /// Headings of several columns that are not merged stand over the first of them: 学生数, then 男, 女 and 合计 below.
  static func spread(_ lines: [[String]]) -> [[String]] {
    var lines = lines
    for (index, below) in lines.enumerated().dropFirst() {
      var above = lines[index - 1]
      guard Set(above.filter { !$0.isEmpty }).count > 1 else { continue }
      var carried = ""
      for column in above.indices {
        let under = below.indices.contains(column) ? below[column] : ""
        if !above[column].isEmpty {
          carried = under.isEmpty || under == above[column] ? "" : above[column]
        } else if under.isEmpty {
          carried = ""
        } else {
          above[column] = carried
        }
      }
      lines[index - 1] = above
    }
    return lines
  }

  private func heading(_ lines: ArraySlice<HeadGrid.Line>, _ words: inout KnownWords) -> Heading {
    let width = lines.map(\.cells.count).max() ?? 0
    let spread = HeadingFinder.spread(lines.map(\.cells))
    let stacks = (0..<width).map { column in
      // A cell merged over several rows is one level.
      spread.map { $0.indices.contains(column) ? $0[column] : "" }
        .reduce(into: [String]()) { levels, text in
          if !text.isEmpty, levels.last != text { levels.append(text) }
        }
    }
    let generals = Dictionary(
      stacks.compactMap { levels in
        levels.last.flatMap { HeadingFinder.general.contains($0) ? levels.dropLast().last : nil }
      }.map { ($0, 1) }, uniquingKeysWith: +)
    let lowest = Dictionary(grouping: stacks.compactMap(\.last), by: { $0 })
    var recognised: Set<String> = []
    var repeats = 0
    let labels = stacks.map { levels -> String in
      guard let last = levels.last else { return "" }
      guard levels.count > 1 else {
        if let name = words.columnName(last), !recognised.insert(name).inserted { repeats += 1 }
        return last
      }
      var choices = [levels.joined(), levels.suffix(2).joined()]
      // 男 under 教师 and 男 under 学生 are two things.
      if lowest[last]?.count == 1 { choices.append(last) }
      // 合计 under 学生数 is 学生数.
      let above = levels[levels.count - 2]
      if HeadingFinder.sums.contains(last) { choices.append(above) }
      // 学历 under 最高学历, beside 学历 under 第一学历.
      if above != last, above.hasSuffix(last) { choices.append(above) }
      // 最高 under 学历 is 最高学历; 名称 under 职称 is 职称, where nothing else of it is as general.
      choices.append(last + above)
      if HeadingFinder.general.contains(last), generals[above] == 1 { choices.append(above) }
      choices.append(levels.joined(separator: "/"))
      for choice in choices {
        guard let name = words.columnName(choice) else { continue }
        if !recognised.insert(name).inserted { repeats += 1 }
        return choice
      }
      return levels.joined(separator: "/")
    }
    // Blocks of one list name each column again, and nothing is unclear about it.
    if repeats > 0, SideBySide.blocks(labels) != nil { repeats = 0 }
    let ticked = TickedColumns.find(labels, in: matcher.table, given: recognised) {
      words.columnName($0) != nil
    }
    let numbers = lines.map(\.number)
    let range = (numbers.min() ?? 1)...(numbers.max() ?? 1)
    return Heading(
      rows: range, labels: labels, score: recognised.count + ticked.reduce(0) { $0 + $1.choices.count },
      repeats: repeats)
  }
}
