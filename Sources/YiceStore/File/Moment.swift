#if canImport(Glibc)
  internal import Glibc
#endif

/// Moments as the file keeps them: UTC, YYYY-MM-DDTHH:MM:SS.mmmZ.
package enum Moment {
  package static func now() -> String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var parts = tm()
    var seconds = time.tv_sec
    gmtime_r(&seconds, &parts)
    return text(parts, "T") + "." + padded(time.tv_nsec / 1_000_000, 3) + "Z"
  }

  /// Today's date where the clerk sits, YYYY-MM-DD.
  package static func today() -> String {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return String(text(parts, " ").prefix(10))
  }

  /// A stored moment in the clerk's own time zone, to the second: 2022-09-01 08:30:00.
  package static func local(_ moment: String) -> String {
    let numbers = moment.split(whereSeparator: { !$0.isNumber }).prefix(6).compactMap { Int32($0) }
    guard numbers.count == 6 else { return moment }
    var parts = tm()
    parts.tm_year = numbers[0] - 1900
    parts.tm_mon = numbers[1] - 1
    parts.tm_mday = numbers[2]
    parts.tm_hour = numbers[3]
    parts.tm_min = numbers[4]
    parts.tm_sec = numbers[5]
    var seconds = timegm(&parts)
    localtime_r(&seconds, &parts)
    return text(parts, " ")
  }

  private static func text(_ parts: tm, _ separator: String) -> String {
    let date = [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
    let time = [Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec)]
    return date.map { padded($0, 2) }.joined(separator: "-") + separator
      + time.map { padded($0, 2) }.joined(separator: ":")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
