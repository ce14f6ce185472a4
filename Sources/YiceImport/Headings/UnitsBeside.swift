internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Units that stand neither in a heading nor in a title: in a line of their own below the headings, or in a remark below the
/// table. Decision 0188.
enum UnitsBeside {
  /// What may stand in such a line besides units that amounts are converted from.
  private static let counted: Set = ["件", "个", "次", "张", "处", "块", "栋", "座", "科", "门", "年", "岁"]

  /// The units of a line that has nothing else in it, by column.
  static func units(_ line: HeadGrid.Line) -> [Int: String]? {
    var units: [Int: String] = [:]
    for (index, text) in line.own.enumerated() where !text.isEmpty {
      let word = text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
      let parts = word.split { "/、,".contains($0) }.map(String.init)
      guard !parts.isEmpty, parts.allSatisfy({ Unit.isKnown($0) || Unit.isArea($0) || counted.contains($0) })
      else { return nil }
      if parts.count == 1, Unit.isKnown(word) || Unit.isArea(word) { units[index] = word }
    }
    return units.isEmpty ? nil : units
  }

  /// Headings with those units behind them.
  static func labels(_ labels: [String], with units: [Int: String]) -> [String] {
    labels.enumerated().map { index, label in
      guard let unit = units[index], !label.isEmpty,
        HeaderMatcher.withoutUnit(HeaderMatcher.tidy(label)).unit == nil
      else { return label }
      return "\(label)(\(unit))"
    }
  }

  /// The unit that a remark below a table names: 注:金额单位为万元.
  static func unit(inRemark text: String) -> String? {
    guard let mark = text.firstRange(of: "单位") else { return nil }
    let rest = text[mark.upperBound...].drop { ":为是均系用以按".contains($0) }
    return longest.first { rest.hasPrefix($0) }
  }

  /// The unit that a small heading among the rows names: 二、信息设备(万元), 三、专项(单位:元).
  static func unit(ofGroup text: String) -> String? {
    let found = TitleUnits.find(in: [text])
    return found.units.first ?? found.unclear.first(where: Unit.isArea)
  }

  /// The column whose figures are read in another unit than that.
  static func otherColumn(_ unit: String, _ plan: ImportPlan) -> String? {
    plan.entries.first { entry in
      guard let stored = entry.column.unit, HeaderMatcher.withoutUnit(entry.heading).unit != unit else {
        return false
      }
      if Unit.isArea(unit) { return stored == "㎡" }
      return Unit.exponent(from: unit, to: stored).map { $0 != entry.exponent } ?? false
    }?.heading
  }

  private static let longest = ["亿元", "万元", "千元", "百元", "万平方米", "万册", "公顷", "市亩", "亩", "万"]

  /// The column whose figures such a unit would change.
  static func column(_ unit: String, _ plan: ImportPlan) -> String? {
    plan.entries.first { entry in
      guard let stored = entry.column.unit, entry.exponent == 0,
        HeaderMatcher.withoutUnit(entry.heading).unit == nil
      else { return false }
      return changes(stored, unit)
    }?.heading
  }

  /// Whether a figure that was taken to be in the stored unit is another one in that of a remark.
  static func changes(_ stored: String, _ unit: String) -> Bool {
    if Unit.isArea(unit) { return stored == "㎡" }
    if unit == "万" { return Unit.hasMultiples(stored) }
    return (Unit.exponent(from: unit, to: stored) ?? 0) != 0
  }
}
