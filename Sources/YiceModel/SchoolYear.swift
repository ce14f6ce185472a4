/// 学年, named by its first year: 2022 runs from 2022-09-01 to 2023-08-31 (domain: 统计时点 1 September).
package struct SchoolYear: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// First calendar year.
  package let start: Int

  /// The years that a file may hold.
  package static let range = 1950...2100

  package init?(start: Int) {
    guard SchoolYear.range.contains(start) else { return nil }
    self.start = start
  }

  /// Reads `2022`, `2022-2023`, `2022—2023学年`, `2022学年`, `2022年`; nil when it is none of them or out of range.
  package init?(word: some StringProtocol) {
    let digits = word.prefix(while: { $0.isASCII && $0.isNumber })
    guard digits.count == 4, let start = Int(digits) else { return nil }
    var rest = word.dropFirst(4)
    if let dash = rest.first, "-—–~至/".contains(dash) {
      let second = rest.drop(while: { "-—–~至/".contains($0) }).prefix(while: \.isNumber)
      guard let end = Int(second), end == start + 1 || end == (start + 1) % 100 else { return nil }
      rest = rest.drop(while: { "-—–~至/".contains($0) }).dropFirst(second.count)
    }
    guard ["", "年", "学年", "学年度"].contains(String(rest)) else { return nil }
    self.init(start: start)
  }

  /// The one that a day is in: 2022 of 2023-08-31.
  /// - Parameter day: YYYY-MM-DD.
  package init?(day: String) {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(start: parts[1] >= 9 ? parts[0] : parts[0] - 1)
  }

  package var description: String { "\(start)—\(start + 1)学年" }

  package static func < (left: SchoolYear, right: SchoolYear) -> Bool { left.start < right.start }
}
