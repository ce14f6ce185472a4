/// The last day of a period as notices write it: 2022年底, 8月底, 年内, 2022年7月至2023年2月, 第三季度, 2023年秋季学期.
///
/// The words stay in 时限原文; what is overdue is told from the day alone. Decision 0190.
package struct PeriodText: Sendable, Equatable {
  /// YYYY-MM-DD; nil: it has none (长期).
  package let lastDay: String?
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
      isTurned = false
      return
    }
    if let day = DateText.normalized(text) ?? DateText.endOfMonth(text) {
      lastDay = day
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
    if end.year == nil, let begin = first?.month, let month = end.month, month < begin {
      own = own.map { $0 + 1 }
    }
    guard var day = own.flatMap({ end.lastDay(in: $0) }) else { return nil }
    if !isNamed, year == nil, let earliest, day < earliest,
      let next = own.flatMap({ end.lastDay(in: $0 + 1) })
    {
      day = next
    }
    lastDay = day
    let begin = first.flatMap { first in first.year.flatMap { first.lastDay(in: $0) } }
    isTurned = begin.map { $0 > day } ?? false
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

/// One end of a period: a day, a month, a quarter, half a year, a term, a year.
private struct PeriodPoint {
  let year: Int?
  /// nil for a whole year.
  var month: Int?
  private var day: Int?
  /// Years after the one that is named: 秋季学期 ends in January.
  private var shift = 0

  init?(_ text: String) {
    var rest = Substring(text)
    if let number = Int(rest.prefix(4)), (1950...2100).contains(number) {
      year = number
      rest = rest.dropFirst(4)
      for word in ["学年度", "学年", "年度", "年", "."] where rest.hasPrefix(word) {
        rest = rest.dropFirst(word.count)
        if word.hasPrefix("学年"), rest.isEmpty {
          (month, day, shift) = (8, 31, 1)
          return
        }
        break
      }
    } else {
      year = nil
      for word in ["本年度", "本年", "今年", "当年", "年"] where rest.hasPrefix(word) {
        rest = rest.dropFirst(word.count)
        break
      }
      if rest.count == text.count, PeriodPoint.words[String(rest)] == nil, !rest.contains("月") { return nil }
    }
    if let known = PeriodPoint.words[String(rest)] {
      (month, day, shift) = known
      return
    }
    guard let sign = rest.firstIndex(of: "月") ?? (year == nil ? nil : rest.endIndex),
      let number = Int(rest[..<sign]),
      (1...12).contains(number)
    else { return nil }
    month = number
    guard sign < rest.endIndex else { return }
    var tail = rest[rest.index(after: sign)...]
    switch tail {
    case "", "份", "底", "末", "下旬", "内", "份内": return
    case "上旬", "初": day = 10
    case "中旬", "中": day = 20
    default:
      if tail.hasSuffix("日") || tail.hasSuffix("号") { tail = tail.dropLast() }
      guard let number = Int(tail), (1...31).contains(number) else { return nil }
      day = number
    }
  }

  /// What stands for a month and day of its own; terms as the 学年 has them (1 September to 31 August).
  private static let words: [String: (month: Int?, day: Int?, shift: Int)] = {
    var words: [String: (month: Int?, day: Int?, shift: Int)] = [:]
    for word in ["", "内", "底", "末", "年底", "年内", "年末", "全年", "终", "年终", "度", "下半年", "第四季度", "四季度"] {
      words[word] = (12, 31, 0)
    }
    for word in ["上半年", "第二季度", "二季度", "年中"] { words[word] = (6, 30, 0) }
    for word in ["第一季度", "一季度"] { words[word] = (3, 31, 0) }
    for word in ["第三季度", "三季度"] { words[word] = (9, 30, 0) }
    for word in ["春季", "春季学期", "下学期", "春学期", "暑假", "秋季开学", "秋季学期开学"] { words[word] = (8, 31, 0) }
    for word in ["秋季", "秋季学期", "上学期", "秋学期", "寒假"] { words[word] = (1, 31, 1) }
    return words
  }()

  func lastDay(in year: Int) -> String? {
    guard let month else { return nil }
    let year = year + shift
    guard let day else { return DateText.endOfMonth("\(year)-\(month)") }
    return DateText.normalized("\(year)-\(month)-\(day)")
  }
}
