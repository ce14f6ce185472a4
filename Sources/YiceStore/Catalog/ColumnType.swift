internal import YiceModel

/// What a column holds: what is typed is read by it, and the column's CHECK in schema.sql is made from it.
/// Decision 0001.
package enum ColumnType: Sendable, Hashable {
  case text
  /// Random or natural text id.
  case identifier
  case orgCode
  case countyCode
  case integer(ClosedRange<Int64>)
  /// A number of things, not negative.
  case count
  /// Not negative, at most four decimals.
  case decimal
  case signedDecimal
  case boolean
  /// YYYY-MM-DD.
  case date
  /// A starting year, 1950 to 2100.
  case year
  case choice([String])
  /// Name of an `Element`.
  case element
  case sha256

  /// Values are numbers, shown right-aligned.
  package var isNumeric: Bool {
    switch self {
    case .integer, .count, .decimal, .signedDecimal, .year: true
    default: false
    }
  }

  /// The whole numbers that may be typed.
  var wholeNumbers: ClosedRange<Int64>? {
    switch self {
    case .integer(let range): range
    case .count: 0...Int64(Int32.max)
    case .year: Int64(SchoolYear.range.lowerBound)...Int64(SchoolYear.range.upperBound)
    default: nil
    }
  }

  /// The numbers with decimals that may be typed and kept.
  var amounts: ClosedRange<Double>? {
    switch self {
    case .decimal: 0...ColumnType.largestAmount.value
    case .signedDecimal: -ColumnType.largestAmount.value...ColumnType.largestAmount.value
    default: nil
    }
  }

  /// No amount of anything is larger; as a number and as SQL writes it.
  static let largestAmount = (value: 1e12, sql: "1e12")

  /// The values of a choice, the empty one among them; none for other types.
  package var choices: [String] {
    if case .choice(let choices) = self { choices } else { [] }
  }

  /// What is allowed, as a message says it.
  package func allowed(unit: String?) -> String {
    let unit = unit.map { "，单位 \($0)" } ?? ""
    return switch self {
    case .text, .identifier: "文字"
    case .orgCode: "10 位学校标识码或 6 位行政区划代码"
    case .countyCode: "6 位行政区划代码"
    case .integer(let range): "\(range.lowerBound) 到 \(range.upperBound) 的整数\(unit)"
    case .count: "不小于 0 的整数\(unit)"
    case .decimal: "不小于 0 的数，最多 4 位小数\(unit)"
    case .signedDecimal: "数，最多 4 位小数\(unit)"
    case .boolean: "是 或 否"
    case .date: "日期，如 2022-09-01、2022.9.1、2022年9月1日"
    case .year:
      "\(SchoolYear.range.lowerBound) 到 \(SchoolYear.range.upperBound) 的年份，如 2022 或 2022-2023"
    case .choice(let choices): choices.map { $0.isEmpty ? "（空）" : $0 }.joined(separator: "、")
    case .element: "数据项名称，如 学生数、专任教师数"
    case .sha256: "64 位十六进制摘要"
    }
  }
}
