/// Dates as people write them: 2022-09-01, 2022.9.1, 2022/9/1, 2022年9月1日, 20220901, and Excel serials.
package enum DateText {
  /// YYYY-MM-DD; nil when it is no date.
  package static func normalized(_ written: String) -> String? {
    if isNormalized(written.utf8) { return written }
    var parts: [Int] = []
    let text = withoutTime(Characters.withoutMarks(written))
    if text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      guard let number = Int(text) else { return nil }
      switch text.utf8.count {
      case 8: parts = [number / 10000, number / 100 % 100, number % 100]
      case 5: return fromExcelSerial(number)
      default: return nil
      }
    } else {
      // 2022年1月-3月 names two months.
      guard text.last != "月" else { return nil }
      let separators: Set<Character> = ["-", ".", "/", "年", "月", "日", "号"]
      for piece in text.split(whereSeparator: { separators.contains($0) }) {
        let piece = trimmed(piece)
        guard piece.count <= 4, let number = Int(piece) else { return nil }
        parts.append(number)
      }
    }
    guard parts.count == 3 else { return nil }
    return date(parts[0], parts[1], parts[2])
  }

  /// Whether it is a date written YYYY-MM-DD, as most sheets hold it: no look at characters is needed.
  package static func isNormalized(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count == 10 else { return false }
    var numbers = (year: 0, month: 0, day: 0)
    for (index, byte) in bytes.enumerated() {
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return false }
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return false }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch index {
      case ..<4: numbers.year = numbers.year * 10 + digit
      case ..<7: numbers.month = numbers.month * 10 + digit
      default: numbers.day = numbers.day * 10 + digit
      }
    }
    return isDate(numbers.year, numbers.month, numbers.day)
  }

  /// A month without its day as its last one: 2019.9, 2020年3月, 2021-08, 2018年7月底.
  ///
  /// - Returns: `nil` for anything else, a month without its year among them.
  package static func endOfMonth(_ written: String) -> String? {
    var text = String(trimmed(Characters.withoutMarks(written)[...]))
    for word in ["底", "末", "份"] where text.hasSuffix("月" + word) { text.removeLast() }
    if text.hasSuffix("月") { text.removeLast() }
    let parts = text.split(omittingEmptySubsequences: false) { ["-", ".", "/", "年"].contains($0) }
    guard parts.count == 2, parts[0].count == 4, (1...2).contains(parts[1].count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), let year = Int(parts[0]),
      let month = Int(parts[1])
    else { return nil }
    return (28...31).reversed().lazy.compactMap { date(year, month, $0) }.first
  }

  /// 「2022-09-01 00:00:00」 and 「2022-09-01T08:00:00Z」 without their time.
  private static func withoutTime(_ written: String) -> String {
    let text = trimmed(written[...])
    guard let colon = text.firstIndex(of: ":"),
      let gap = text[..<colon].lastIndex(where: { $0.isWhitespace || $0 == "T" })
    else { return String(text) }
    return String(trimmed(text[..<gap]))
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
    guard let end = start.lastIndex(where: { !($0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}") })
    else { return "" }
    return start[...end]
  }

  /// Days by which a serial number of the 1904 system is smaller than that of the 1900 system.
  static let from1904 = 1462

  /// The date of a serial number in the 1900 system (1 is 1900-01-01, with Excel's 29 February 1900).
  package static func fromExcelSerial(_ serial: Int) -> String? {
    guard (61...73050).contains(serial) else { return nil }
    // Days from civil, counted from 1970-01-01; serial 25569 is that day.
    let z = serial - 25569 + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let calendarMonth = month < 10 ? month + 3 : month - 9
    return date(yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0), calendarMonth, day)
  }

  private static func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1900...2100).contains(year), (1...12).contains(month), day >= 1 else { return false }
    if day <= 28 { return true }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: day <= (leap ? 29 : 28)
    case 4, 6, 9, 11: day <= 30
    default: day <= 31
    }
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard isDate(year, month, day) else { return nil }
    return "\(year)-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
  }
}
