internal import YiceModel

/// Amounts beside which their parts stand: 艺术 beside 音乐 and 美术. Decision 0188.
extension StatisticsReader {
  /// What cells add up to; nil where none of them has a figure.
  func sum(_ parts: [[Place]]) -> Double? {
    let figures = parts.compactMap { places in
      places.lazy.compactMap { StatisticsSheet.figure($0.text) }.first
    }
    return figures.isEmpty ? nil : figures.reduce(0, +)
  }

  /// Whether the parts of an amount are more than it: then it is one beside them, or a figure is wrong.
  mutating func isLessThanParts(
    _ found: [[Place]], _ rule: StatisticsTable.Rule, _ element: Element, _ rows: [StatisticsSheet.Row],
    _ unnamed: Stage?
  ) -> Bool {
    let parts = rule.parts.map { places($0, rule, rows, unnamed) }.filter { !$0.isEmpty }
    guard let whole = sum(found), let together = sum(parts), together > whole, let first = found.first?.first
    else {
      return false
    }
    let names = parts.flatMap { $0 }.map(name).joined(separator: "、")
    complain(
      "less-than-parts", "“\(element.name)”（\(name(first))）比它的各项之和（\(names)）还少，分不清是不是合计，没有导入这一项", .warning,
      row: first.row, column: first.column)
    return true
  }
}
