/// One end of a period: a day, a month, a quarter, half a year, a term, a year.
struct PeriodPoint {
  /// As it is named; nil: it names none.
  let year: Int?
  /// Month of its last day.
  let month: Int
  /// Month that it begins with.
  private let firstMonth: Int
  /// nil: the last of the month.
  private let day: Int?
  /// The day by which it is meant, 上旬 and 中旬 too; nil: it begins with the month.
  private let firstDay: Int?
  /// Years after the one that is named: 秋季学期 ends in January.
  private let shift: Int

  /// - Parameter text: without white space.
  init?(_ text: String) {
    var rest = Substring(text)
    var word: String?
    if let number = Int(rest.prefix(4)), (1950...2100).contains(number) {
      year = number
      rest = rest.dropFirst(4)
      word = ["学年度", "学年", "年度", "年", "."].first { rest.hasPrefix($0) }
    } else {
      year = nil
      word = ["本年度", "本年", "今年", "当年", "年"].first { rest.hasPrefix($0) }
    }
    if let word { rest = rest.dropFirst(word.count) }
    let isSchoolYear = word?.hasPrefix("学年") == true && rest.isEmpty
    // A bare word must be one: 底 and 8 are none.
    if year == nil, word == nil, !rest.contains("月"), rest.count < 2 { return nil }
    if let known = isSchoolYear ? PeriodPoint.schoolYear : PeriodPoint.words[String(rest)] {
      (firstMonth, month, day, shift) = (known.first, known.month, known.day, known.shift)
      firstDay = nil
      return
    }
    guard let sign = rest.firstIndex(of: "月") ?? (year == nil ? nil : rest.endIndex),
      let number = Int(rest[..<sign]),
      (1...12).contains(number)
    else { return nil }
    (month, firstMonth, shift) = (number, number, 0)
    var tail = sign < rest.endIndex ? rest[rest.index(after: sign)...] : ""
    switch tail {
    case "", "份", "底", "末", "下旬", "内", "份内": (day, firstDay) = (nil, nil)
    case "上旬", "初": (day, firstDay) = (10, 1)
    case "中旬", "中": (day, firstDay) = (20, 11)
    default:
      if tail.hasSuffix("日") || tail.hasSuffix("号") { tail = tail.dropLast() }
      guard let number = Int(tail), (1...31).contains(number) else { return nil }
      (day, firstDay) = (number, number)
    }
  }

  private typealias Span = (first: Int, month: Int, day: Int, shift: Int)

  private static let schoolYear: Span = (9, 8, 31, 1)

  /// What stands for months of its own; terms as the 学年 has them (1 September to 31 August).
  private static let words: [String: Span] = {
    var words: [String: Span] = [:]
    func add(_ span: Span, _ names: [String]) { for name in names { words[name] = span } }
    add((1, 12, 31, 0), ["", "内", "底", "末", "年底", "年内", "年末", "全年", "终", "年终", "度"])
    add((7, 12, 31, 0), ["下半年"])
    add((10, 12, 31, 0), ["第四季度", "四季度"])
    add((7, 9, 30, 0), ["第三季度", "三季度"])
    add((1, 6, 30, 0), ["上半年", "年中"])
    add((4, 6, 30, 0), ["第二季度", "二季度"])
    add((1, 3, 31, 0), ["第一季度", "一季度"])
    add((2, 8, 31, 0), ["春季", "春季学期", "下学期", "春学期"])
    add((7, 8, 31, 0), ["暑假", "秋季开学", "秋季学期开学"])
    add((9, 1, 31, 1), ["秋季", "秋季学期", "上学期", "秋学期"])
    add((1, 1, 31, 1), ["寒假"])
    return words
  }()

  func lastDay(in year: Int) -> String? {
    let year = year + shift
    guard let day else { return DateText.endOfMonth("\(year)-\(month)") }
    return DateText.normalized("\(year)-\(month)-\(day)")
  }

  func firstDay(in year: Int) -> String? { DateText.normalized("\(year)-\(firstMonth)-\(firstDay ?? 1)") }
}
