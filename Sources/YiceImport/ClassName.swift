/// 「三年级2班」「三(2)班」「七年级(1)班」「3.2」「初一3班」 → grade 1–12 and class number.
package enum ClassName {
  private static let digits: [Character: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let prefixes: [(word: String, base: Int)] = [("小", 0), ("初", 6), ("高", 9)]
  private static let kindergarten = ["小班", "中班", "大班", "幼儿班", "学前班"]

  /// nil when the text does not name a class so.
  package static func parse(_ text: String) -> (grade: Int, classNo: Int)? {
    for word in kindergarten where text.hasPrefix(word) {
      let number = numbers(String(text.dropFirst(word.count)))
      return (0, number.first ?? 1)
    }
    var rest = Substring(text)
    var base = 0
    for (word, offset) in prefixes where rest.hasPrefix(word) && rest.count > 1 {
      base = offset
      rest = rest.dropFirst(word.count)
    }
    let parts = numbers(String(rest))
    guard parts.count == 2, (1...12).contains(parts[0] + base), (1...99).contains(parts[1]) else {
      return nil
    }
    return (parts[0] + base, parts[1])
  }

  /// Runs of digits, Arabic or Chinese up to 99.
  private static func numbers(_ text: String) -> [Int] {
    var found: [Int] = []
    var arabic: Int?
    var chinese: (tens: Int?, units: Int?)?
    func close() {
      if let arabic { found.append(arabic) }
      if let chinese { found.append((chinese.tens ?? 0) * 10 + (chinese.units ?? 0)) }
    }
    for character in text {
      if let digit = character.wholeNumberValue, character.isASCII {
        if chinese != nil {
          close()
          chinese = nil
        }
        arabic = (arabic ?? 0) * 10 + digit
      } else if let digit = digits[character] {
        if arabic != nil {
          close()
          arabic = nil
        }
        chinese = (chinese?.tens, digit)
      } else if character == "十" {
        if arabic != nil {
          close()
          arabic = nil
        }
        chinese = (chinese?.units ?? 1, nil)
      } else {
        close()
        arabic = nil
        chinese = nil
      }
    }
    close()
    return found
  }
}
