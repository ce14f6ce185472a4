/// Orders texts as people number them: 2 before 10, 二 before 十, 1.2 before 1.10, A2 before A10.
package struct NaturalOrder: Comparable, Sendable {
  private enum Part: Comparable {
    /// Numbers stand before words.
    case number(Int)
    case word(String)
  }

  private let text: String
  private let parts: [Part]

  package init(_ text: String) {
    self.text = text
    parts = NaturalOrder.parts(text)
  }

  package static func < (left: NaturalOrder, right: NaturalOrder) -> Bool {
    guard left.parts != right.parts else { return left.text < right.text }
    return left.parts.lexicographicallyPrecedes(right.parts)
  }

  package static func == (left: NaturalOrder, right: NaturalOrder) -> Bool { left.text == right.text }
}

// MARK: - Parts

extension NaturalOrder {
  private static func parts(_ text: String) -> [Part] {
    var parts: [Part] = []
    var word = ""
    var rest = Substring(text)
    while let first = rest.first {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let numerals = rest.prefix { values[$0] != nil }
      // A number of more digits is no number of an order.
      if let number = digits.count <= 9 ? Int(digits) : nil {
        close(&word, &parts)
        parts.append(.number(number))
        rest = rest.dropFirst(digits.count)
      } else if let number = chinese(numerals) {
        close(&word, &parts)
        parts.append(.number(number))
        rest = rest.dropFirst(numerals.count)
      } else {
        word.append(first)
        rest.removeFirst()
      }
    }
    close(&word, &parts)
    return parts
  }

  private static func close(_ word: inout String, _ parts: inout [Part]) {
    // Brackets around a number say nothing: （二） is 二.
    let bare = word.filter { !"（）()【】[]第 　".contains($0) }
    if !bare.isEmpty { parts.append(.word(bare)) }
    word = ""
  }

  private static let values: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]

  /// 一 to 九十九; nil for anything else.
  private static func chinese(_ numerals: Substring) -> Int? {
    let digits = numerals.compactMap { values[$0] }
    switch digits.count {
    case 1: return digits[0]
    case 2 where digits[0] == 10 && digits[1] < 10: return 10 + digits[1]
    case 2 where digits[1] == 10 && (1...9).contains(digits[0]): return digits[0] * 10
    case 3 where digits[1] == 10 && (1...9).contains(digits[0]) && digits[2] < 10:
      return digits[0] * 10 + digits[2]
    default: return nil
    }
  }
}
