/// One column as people and programs need to know it.
package struct CatalogColumn: Sendable {
  /// English name, the column's name in SQL.
  package let name: String
  /// Chinese name, as people read and type it.
  package let label: String
  package let type: ColumnType
  /// Must not be empty.
  package let required: Bool
  /// Holds '' rather than NULL when empty (main campus, whole school).
  package let emptyAllowedInKey: Bool
  /// Personal data: stays out of logs, errors and redacted reports.
  package let sensitive: Bool
  /// Sentences, kept as they were written, full-width punctuation too.
  package let prose: Bool
  /// Unit that values are stored in.
  package let unit: String?
  /// Other headings that spreadsheets use.
  package let synonyms: [String]
  /// What people write → what is stored.
  package let aliases: [String: String]

  init(
    _ name: String, _ label: String, _ type: ColumnType, required: Bool = false,
    emptyAllowedInKey: Bool = false, sensitive: Bool = false, prose: Bool = false, unit: String? = nil,
    synonyms: [String] = [], aliases: [String: String] = [:]
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.required = required
    self.emptyAllowedInKey = emptyAllowedInKey
    self.sensitive = sensitive
    self.prose = prose
    self.unit = unit
    self.synonyms = synonyms
    self.aliases = aliases
  }

  /// Label with the unit, as headings show it.
  package var heading: String { unit.map { "\(label)(\($0))" } ?? label }
}

/// What a column holds. schema.sql states the same in its CHECKs; a test holds the two together.
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
    case .year: "1950 到 2100 的年份，如 2022 或 2022-2023"
    case .choice(let choices): choices.map { $0.isEmpty ? "（空）" : $0 }.joined(separator: "、")
    case .element: "数据项名称，如 学生数、专任教师数"
    case .sha256: "64 位十六进制摘要"
    }
  }
}
