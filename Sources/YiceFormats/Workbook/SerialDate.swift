/// The moment that a spreadsheet keeps as a number of days.
struct SerialDate {
  /// Days from 1970-01-01.
  let day: Int
  /// The same before the time was rounded to seconds: a date alone shows the day that has begun.
  private let begunDay: Int
  /// Seconds from midnight.
  let second: Int
  /// The serial has no day of its own, only a time.
  let isTimeOnly: Bool

  /// - Parameters:
  ///   - serial: days from 1899-12-30, with a fraction for the time.
  ///   - uses1904: whether days count from 1904-01-01 instead.
  /// - Returns: `nil` for what is no date: negative, after the year 9999, or 1900-02-29, which spreadsheets have and
  ///   the calendar has not.
  init?(serial: Double, uses1904: Bool) {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let begun = Int(serial)
    var days = begun
    var seconds = Int(((serial - Double(days)) * 86_400).rounded())
    if seconds == 86_400 {
      seconds = 0
      days += 1
    }
    second = seconds
    isTimeOnly = days == 0
    if !uses1904, begun == 60 || days == 60 { return nil }
    func epochDay(_ days: Int) -> Int { days - (uses1904 ? 24_107 : days < 60 ? 25_568 : 25_569) }
    day = epochDay(days)
    begunDay = epochDay(begun)
  }

  /// `2022-09-01`, `2022-09-01 08:30`, `08:30`, with seconds where there are any.
  ///
  /// - Returns: `nil` where the number has no such form: day 0 shown as a date.
  func text(_ style: CellStyle) -> String? {
    switch style {
    case .number, .code, .amount: nil
    case .date: isTimeOnly ? nil : dateText(begunDay)
    case .dateAndTime: isTimeOnly ? nil : second == 0 ? dateText(day) : "\(dateText(day)) \(timeText)"
    case .time: isTimeOnly ? timeText : second == 0 ? dateText(day) : "\(dateText(day)) \(timeText)"
    }
  }

  private var timeText: String {
    let minutes = "\(two(second / 3600)):\(two(second / 60 % 60))"
    return second.isMultiple(of: 60) ? minutes : "\(minutes):\(two(second % 60))"
  }

  /// By Howard Hinnant's `civil_from_days`.
  private func dateText(_ day: Int) -> String {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let yearText = String(year)
    return String(repeating: "0", count: max(0, 4 - yearText.count)) + yearText
      + "-\(two(month))-\(two(dayOfMonth))"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
