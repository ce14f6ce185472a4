/// The last day of a period as notices write it: 2022年底, 8月底, 年内, 2022年7月至2023年2月, 第三季度, 2023年秋季学期.
///
/// The words stay in 时限原文; what is overdue is told from the day alone. Decision 0190.
package struct PeriodText: Sendable, Equatable {
  /// YYYY-MM-DD; nil: it has none (长期).
  package let lastDay: String?
  /// The first day where it says from when, YYYY-MM-DD: 2022年9月至2025年7月 begins on 2022-09-01.
  package let firstDay: String?
  /// Its end lies in an earlier month than its beginning, both years written: a slip of the notice.
  package let isTurned: Bool

  /// - Parameters:
  ///   - written: as in the notice.
  ///   - year: what 年内 and a month without its year lie in; nil: the text must name one.
  ///   - earliest: YYYY-MM-DD; a month without its year is its first one from this day on.
  /// - Returns: nil where it is no period.
  package init?(_ written: String, year: Int?, from earliest: String? = nil) {
    var text = Characters.withoutMarks(Characters.halfWidth(written)).filter { !$0.isWhitespace }
    text = PeriodText.withoutClosing(text)
    guard !text.isEmpty, text.count <= 40 else { return nil }
    if PeriodText.endless.contains(text) {
      lastDay = nil
      firstDay = nil
      isTurned = false
      return
    }
    if let day = DateText.normalized(text) ?? DateText.endOfMonth(text) {
      lastDay = day
      firstDay = nil
      isTurned = false
      return
    }
    // 2022-2023学年 is one 学年, that of its second year's summer.
    if let year = PeriodText.schoolYear(text) {
      lastDay = "\(year + 1)-08-31"
      firstDay = "\(year)-09-01"
      isTurned = false
      return
    }
    let parts = text.split { "至到~～—–-".contains($0) }.map(String.init)
    guard let last = parts.last, parts.count <= 2 else { return nil }
    let first = parts.count == 2 ? PeriodPoint(parts[0]) : nil
    guard parts.count == 1 || first != nil, let end = PeriodPoint(last) else { return nil }
    let isNamed = first?.year != nil || end.year != nil
    var own = end.year ?? first?.year ?? year ?? earliest.flatMap { Int($0.prefix(4)) }
    // 7月至2月 ends in the year after the one it begins in.
    if end.year == nil, let first, end.month < first.month { own = own.map { $0 + 1 } }
    guard var day = own.flatMap({ end.lastDay(in: $0) }) else { return nil }
    if !isNamed, year == nil, let earliest, day < earliest,
      let next = own.flatMap({ end.lastDay(in: $0 + 1) })
    {
      day = next
    }
    lastDay = day
    // Without a year of its own it begins in that of the end, or in the one before where its month comes later.
    let isYearBefore = (first?.month ?? 0) > end.month
    let firstYear = first?.year ?? Int(day.prefix(4)).map { isYearBefore ? $0 - 1 : $0 }
    firstDay = first.flatMap { first in firstYear.flatMap { first.firstDay(in: $0) } }
    let begin = first.flatMap { first in first.year.flatMap { first.lastDay(in: $0) } }
    isTurned = begin.map { $0 > day } ?? false
  }

  /// The first year of 「2022-2023学年」, two years that follow one another.
  private static func schoolYear(_ text: String) -> Int? {
    guard text.hasSuffix("学年") || text.hasSuffix("学年度") else { return nil }
    let years = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard years.count == 2, years[1] == years[0] + 1, (1950...2100).contains(years[0]) else { return nil }
    return years[0]
  }

  /// 长期, 持续: nothing is ever overdue.
  private static let endless: Set = ["长期", "长期坚持", "持续", "持续推进", "常年", "常态化", "长效", "长期推进"]

  /// 「2022年8月底前完成」 without what only closes it: 前 and 以前 include the day itself.
  private static func withoutClosing(_ text: String) -> String {
    var text = text
    for word in ["完成", "以前", "之前", "前", "以内", "之内"] where text.hasSuffix(word) && text.count > word.count {
      text.removeLast(word.count)
    }
    return text
  }
}
