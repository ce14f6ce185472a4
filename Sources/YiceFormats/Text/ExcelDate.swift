/// Days as spreadsheet programs count them.
package enum ExcelDate {
  /// Serial number of a day written YYYY-MM-DD (1900 system); nil when it is none, or before 1900-03-01, where programs
  /// disagree.
  package static func serial(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let serial = days(year, month, day) - days(1899, 12, 30)
    return serial > 60 ? serial : nil
  }

  /// Days since 0000-03-01 in the Gregorian calendar: years that begin in March have their leap day last.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month > 2 ? year : year - 1
    let m = (month + 9) % 12
    return 365 * y + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + day - 1
  }
}
