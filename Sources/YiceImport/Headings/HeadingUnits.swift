internal import YiceModel
internal import YiceStore

/// Units in headings and in the titles above them.
extension HeaderMatcher {
  /// A column without a unit of its own cannot say ten thousand of what.
  func exponent(of unit: String, in column: CatalogColumn) -> Int? {
    guard let stored = column.unit else { return Unit.isMeasureWord(unit) ? 0 : nil }
    return Unit.exponent(from: unit, to: stored)
  }

  /// What a title's unit makes of a column whose heading names none: nothing where it is of another kind.
  ///
  /// - Returns: nil where the title leaves open which unit the column has.
  func titleExponent(_ column: CatalogColumn, _ units: [String], _ unclear: [String]) -> Int? {
    guard let stored = column.unit else { return 0 }
    let fitting = Set(units.compactMap { Unit.exponent(from: $0, to: stored) })
    if fitting.count == 1, let only = fitting.first { return only }
    // 单位:万 may mean any of these.
    let isOpen =
      !fitting.isEmpty || !unclear.isEmpty && Unit.hasMultiples(stored)
      || stored == "㎡" && unclear.contains(where: Unit.isArea)
    return isOpen ? nil : 0
  }

  func badTitleUnit(_ words: [String], in column: CatalogColumn) -> String {
    let stored = column.unit ?? ""
    let accepted = Unit.accepted(for: stored)
    let example = accepted.first { $0.hasPrefix("万") } ?? accepted.last ?? stored
    return
      "标题行的单位“\(words.joined(separator: "、"))”说不清这一列是多少\(stored)。请把单位写在列名后面，如 \(column.label)(\(example))"
  }

  func badUnit(_ unit: String, in column: CatalogColumn) -> String {
    guard let stored = column.unit else {
      return "这一列没有固定的单位，标题里不能写“\(unit)”。请换算后只填数字，或把单位写在“单位”列"
    }
    let accepted = Unit.accepted(for: stored).joined(separator: "、")
    return "标题里的单位“\(unit)”换算不成“\(stored)”，可用：\(accepted)"
  }

  func known(_ unit: String) -> String? { Unit.isKnown(unit) ? unit : nil }
}
