/// How a cell shows its number.
package enum CellStyle: Equatable, Sendable {
  case number, date, dateAndTime, time
  /// A code of digits with zeros in front and signs between: 0012, T012, 021-1234.
  case code(CodePattern)
  /// An amount with its unit: 12.50万元.
  case amount(AmountPattern)
}

extension CellStyle {
  /// Formats that a workbook refers to by number alone, as programs in China show them (ECMA-376 part 1, 18.8.30).
  static func builtIn(_ id: Int) -> CellStyle {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: .date
    case 22: .dateAndTime
    case 18...21, 32...35, 45, 47, 55, 56: .time
    default: .number
    }
  }

  /// What a format of the workbook's own shows, such as `yyyy"年"m"月"d"日"` or `0.00_);[Red](0.00)`.
  static func custom(_ code: String) -> CellStyle {
    if let pattern = CodePattern(code) { return .code(pattern) }
    if let pattern = AmountPattern(code) { return .amount(pattern) }
    var hasDate = false
    var hasTime = false
    var hasMonth = false
    var rest = Substring(code)
    while let character = rest.popFirst() {
      switch character {
      case "\"":
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*", "!":
        rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }.lowercased()
        // [h]:mm counts hours without end: a length of time, not a moment.
        if ["h", "hh", "m", "mm", "s", "ss"].contains(inside) { return .number }
        rest = rest.drop { $0 != "]" }.dropFirst()
      case "y", "Y", "d", "D": hasDate = true
      case "h", "H", "s", "S": hasTime = true
      case "m", "M": hasMonth = true
      case "G", "g":
        if rest.lowercased().hasPrefix("eneral") { rest = rest.dropFirst(6) }
      // The first section is the one for positive numbers.
      case ";": return kind(hasDate, hasTime, hasMonth)
      default: break
      }
    }
    return kind(hasDate, hasTime, hasMonth)
  }

  private static func kind(_ hasDate: Bool, _ hasTime: Bool, _ hasMonth: Bool) -> CellStyle {
    if hasDate { return hasTime ? .dateAndTime : .date }
    if hasTime { return .time }
    return hasMonth ? .date : .number
  }
}
