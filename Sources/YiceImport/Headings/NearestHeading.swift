internal import YiceStore

/// The known heading that an unknown one looks most like.
enum NearestHeading {
  /// - Parameter taken: columns that other headings of the sheet name.
  /// - Returns: several where they are equally near, none where none is near enough.
  static func columns(for heading: String, in table: CatalogTable, taken: Set<String>) -> [CatalogColumn] {
    let word = Array(plain(heading))
    guard word.count >= 2, word.count <= 20 else { return [] }
    let near = table.columns.filter { !taken.contains($0.name) }.compactMap { column in
      ([column.label] + column.synonyms).compactMap { distance(word, Array(plain($0))) }.min().map {
        (column, $0)
      }
    }
    guard let nearest = near.map(\.1).min() else { return [] }
    return near.filter { $0.1 == nearest }.map(\.0)
  }

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
