/// 「三年级2班」「三(2)班」「七年级(1)班」「3.2」「初一3班」 → grade 1–12 and class number.
package enum ClassName {
  private static let digits: [Character: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let prefixes: [(word: Character, base: Int, grades: ClosedRange<Int>)] = [
    ("小", 0, 1...6), ("初", 6, 1...3), ("高", 9, 1...3),
  ]
  private static let kindergarten = ["小班", "中班", "大班", "幼儿班", "学前班"]

  /// nil when the text does not name a class so.
  package static func parse(_ text: String) -> (grade: Int, classNo: Int)? {
    for word in kindergarten where text.hasPrefix(word) {
      let number = numbers(String(text.dropFirst(word.count)))
      return (0, number.first ?? 1)
    }
    if let prefix = prefixes.first(where: { text.first == $0.word }) {
      // 初三十二班 is the twelfth class: the grade is the one digit behind the prefix.
      guard let digit = text.dropFirst().first, let grade = digits[digit] ?? digit.wholeNumberValue,
        prefix.grades.contains(grade)
      else { return nil }
      let parts = numbers(String(text.dropFirst(2)))
      return parts.count == 1 && (1...99).contains(parts[0]) ? (prefix.base + grade, parts[0]) : nil
    }
    let parts = numbers(text)
    guard parts.count == 2, (1...12).contains(parts[0]), (1...99).contains(parts[1]) else { return nil }
    return (parts[0], parts[1])
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
        // Beyond any class number; stays so whatever follows.
        arabic = min((arabic ?? 0) * 10 + digit, 1000)
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
