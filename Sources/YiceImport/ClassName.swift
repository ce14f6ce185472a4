package import YiceModel

/// 「三年级2班」「三(2)班」「七年级(1)班」「3.2」「初一3班」 → grade 1–12 and class number.
package enum ClassName {
  private static let digits: [Character: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let prefixes: [Character: Stage] = ["小": .primary, "初": .junior, "高": .senior]
  private static let kindergarten = ["小班", "中班", "大班", "幼儿班", "学前班"]

  /// nil when the text does not name a class so.
  package static func parse(_ text: String, _ stages: StageSystem = .usual) -> (grade: Int, classNo: Int)? {
    for word in kindergarten where text.hasPrefix(word) {
      let number = numbers(String(text.dropFirst(word.count)))
      return (0, number.first ?? 1)
    }
    if namesStage(text) {
      // 初三十二班 is the twelfth class: the grade is the one digit behind the prefix.
      guard let grade = gradeInStage(text, stages) else { return nil }
      let parts = numbers(String(text.dropFirst(2)))
      return parts.count == 1 && (1...99).contains(parts[0]) ? (grade, parts[0]) : nil
    }
    let parts = numbers(text)
    guard parts.count == 2, (1...stages.lastGrade).contains(parts[0]), (1...99).contains(parts[1]) else {
      return nil
    }
    return (parts[0], parts[1])
  }

  /// Whether the text counts grades from the start of a 学段: 小三, 初一, 高2; 小班 does not.
  static func namesStage(_ text: String) -> Bool {
    guard let first = text.first, let second = text.dropFirst().first else { return false }
    return prefixes[first] != nil && (digits[second] ?? second.wholeNumberValue) != nil
  }

  /// 初二 → 8. Where 初中 has not three years, 初一 is said of two grades (of the 学段's first, or of 七年级 after a 预备班):
  /// nil, for the clerk to write the grade itself.
  static func gradeInStage(_ text: String, _ stages: StageSystem) -> Int? {
    guard let first = text.first, let stage = prefixes[first], let digit = text.dropFirst().first,
      let place = digits[digit] ?? digit.wholeNumberValue, (1...stages[stage]).contains(place),
      stage != .junior || stages[.junior] == StageSystem.usual[.junior]
    else { return nil }
    return stages.grades(of: stage).lowerBound + place - 1
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
