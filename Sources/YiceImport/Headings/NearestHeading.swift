internal import YiceStore

/// The known heading that an unknown one looks most like.
enum NearestHeading {
  /// - Parameter taken: columns that other headings of the sheet name.
  /// - Returns: several where they are equally near, none where none is near enough.
  static func columns(for heading: String, in table: CatalogTable, taken: Set<String>) -> [CatalogColumn] {
    let text = plain(heading)
    let word = Array(text)
    guard word.count >= 2, word.count <= 20 else { return [] }
    let near = table.columns.filter { !taken.contains($0.name) && mayBe($0, text) }.compactMap { column in
      ([column.label] + column.synonyms).map(plain).compactMap { known in
        distance(word, Array(known)) ?? containment(text, known)
      }.min().map { (column, $0) }
    }
    guard let nearest = near.map(\.1).min() else { return [] }
    return near.filter { $0.1 == nearest }.map(\.0)
  }

  /// Whether a column's values are of the kind that the heading speaks of: 班级数 counts, and 班号 is no count; 已完成 is one of
  /// a state's words, and no name for the state.
  private static func mayBe(_ column: CatalogColumn, _ text: String) -> Bool {
    if text.hasSuffix("数") {
      return switch column.type {
      case .count, .decimal, .signedDecimal: true
      case .integer: column.unit != nil
      default: false
      }
    }
    if case .choice(let words) = column.type {
      return !words.contains(text) && column.aliases[text] == nil && column.coarse[text] == nil
    }
    return true
  }

  /// Words that stand in headings of all kinds.
  private static let general: Set = [
    "编号", "名称", "单位", "类别", "日期", "时间", "说明", "类型", "情况", "备注", "项目", "数量", "学校", "姓名", "年级", "来源", "状态",
    "代码",
  ]

  private static func plain(_ heading: String) -> String {
    let name = HeaderMatcher.withoutUnit(heading).name
    return name.hasPrefix("是否") && name.count > 3 ? String(name.dropFirst(2)) : name
  }

  /// Changes from one word to the other as a share of the longer; `nil` beyond two fifths, or where one word does not
  /// at least begin in the other.
  private static func distance(_ word: [Character], _ known: [Character]) -> Double? {
    let longest = max(word.count, known.count)
    guard known.count >= 2, 5 * (longest - min(word.count, known.count)) <= 2 * longest,
      word.count(where: known.contains) >= 2
    else { return nil }
    let share = Double(edits(word, known)) / Double(longest)
    return share <= 0.4 ? share : nil
  }

  /// A known word within the unknown one, or the other way round: the longer it is, the nearer; never as near as a word
  /// that is nearly the same.
  private static func containment(_ word: String, _ known: String) -> Double? {
    guard known.count >= 2, !general.contains(known), word.contains(known) || known.contains(word) else {
      return nil
    }
    return 1 - 0.5 * Double(min(word.count, known.count)) / Double(max(word.count, known.count))
  }

  /// Characters added, left out, changed or swapped with the next.
  private static func edits(_ left: [Character], _ right: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let same = left[i] == right[j]
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (same ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[right.count]
  }
}
