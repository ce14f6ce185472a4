package import YiceModel

/// How people write a class: 「三年级2班」「三(2)班」「七年级(1)班」「3.2」「初一3班」「302班」「2020级2班」, and where a column beside it
/// gives the grade, 「2班」「(2)班」「2」.
///
/// All of the grammar is here; which grade a class of an entry year is in, its caller knows.
/// Decision 0115.
package struct ClassName: Equatable, Sendable {
  /// 0 to 12; nil where the text does not say it.
  package var grade: Int?
  /// The year the class entered, of 「2020级2班」.
  package var entryYear: Int?
  /// nil where the text names a whole grade: 「一年级」, the one class there is.
  package var classNo: Int?

  package init(grade: Int? = nil, entryYear: Int? = nil, classNo: Int? = nil) {
    self.grade = grade
    self.entryYear = entryYear
    self.classNo = classNo
  }

  private static let digits: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let prefixes: [(words: [String], stage: Stage)] = [
    (["小学", "小"], .primary), (["初中", "初"], .junior), (["高中", "高"], .senior),
  ]
  private static let kindergarten = ["小班", "中班", "大班", "幼儿班", "学前班"]
  private static let classNumbers = 1...99

  /// - Parameters:
  ///   - written: as it stands in a cell; full-width forms, brackets and spaces do not matter.
  ///   - stages: the county's 学制.
  /// - Returns: nil when the text does not name a class.
  package init?(_ written: String, _ stages: StageSystem = .usual) {
    let text = Characters.tidied(written)
    let hasPrefix = ClassName.prefixes.contains { $0.words.contains(where: text.hasPrefix) }
    guard
      let found = ClassName.kindergartenClass(text) ?? ClassName.entryClass(text)
        ?? (hasPrefix ? ClassName.prefixed(text, stages) : ClassName.plain(text, stages))
    else { return nil }
    self = found
  }

  // MARK: - Forms

  private static func kindergartenClass(_ text: String) -> ClassName? {
    guard let word = kindergarten.first(where: text.hasPrefix) else { return nil }
    let number = numbers(String(text.dropFirst(word.count)))
    return ClassName(grade: 0, classNo: number.first ?? 1)
  }

  /// 2020级2班, 2020级(2)班, 小学2020级2班: the four digits and 级 say that it is a year.
  private static func entryClass(_ text: String) -> ClassName? {
    guard let mark = text.firstIndex(of: "级"), !text[..<mark].hasSuffix("年") else { return nil }
    let year = text[..<mark].suffix(4)
    guard year.count == 4, let number = Int(year), (1980...2099).contains(number),
      text[..<mark].dropLast(4).allSatisfy({ !$0.isNumber })
    else { return nil }
    let rest = numbers(String(text[text.index(after: mark)...]))
    guard rest.count == 1, classNumbers.contains(rest[0]) else { return nil }
    return ClassName(entryYear: number, classNo: rest[0])
  }

  /// 初三十二班 is the twelfth class: the grade is the one digit behind the prefix.
  private static func prefixed(_ text: String, _ stages: StageSystem) -> ClassName? {
    for prefix in prefixes {
      guard let word = prefix.words.first(where: text.hasPrefix) else { continue }
      let rest = text.dropFirst(word.count)
      // 初中七年级3班: the grade is told in full.
      if rest.contains("年级"), let full = plain(String(rest), stages), let grade = full.grade,
        (1...stages.grades(of: prefix.stage).upperBound).contains(grade)
      {
        return full
      }
      guard let grade = rest.first.flatMap({ place($0, in: prefix.stage, stages) }) else { return nil }
      let tail = String(rest.dropFirst())
      if ["", "年级", "级"].contains(tail) { return ClassName(grade: grade) }
      let parts = numbers(tail)
      guard parts.count == 1, classNumbers.contains(parts[0]) else { return nil }
      return ClassName(grade: grade, classNo: parts[0])
    }
    return nil
  }

  private static func plain(_ text: String, _ stages: StageSystem) -> ClassName? {
    let parts = numbers(text)
    switch parts.count {
    case 2:
      guard (1...stages.lastGrade).contains(parts[0]), classNumbers.contains(parts[1]) else { return nil }
      return ClassName(grade: parts[0], classNo: parts[1])
    case 1: return single(text, parts[0])
    default: return nil
    }
  }

  /// One number: 一年级, 2班, (2), 302班.
  private static func single(_ text: String, _ number: Int) -> ClassName? {
    if text.hasSuffix("年级") || text.hasSuffix("级") {
      return (1...12).contains(number) && !text.contains("班") ? ClassName(grade: number) : nil
    }
    let rest = text.drop { "()第".contains($0) }.filter { !"()班号".contains($0) }
    guard rest.allSatisfy({ $0.isNumber || digits[$0] != nil || $0 == "十" }) else { return nil }
    if classNumbers.contains(number) { return ClassName(classNo: number) }
    // 302班 and 1002班; a bare number of three digits may be anything.
    guard text.hasSuffix("班"), (101...1299).contains(number), number % 100 > 0 else { return nil }
    return ClassName(grade: number / 100, classNo: number % 100)
  }

  /// Whether the text counts grades from the start of a 学段: 小三, 初一, 高2; 小班 does not.
  package static func namesStage(_ text: String) -> Bool {
    guard let second = text.dropFirst().first else { return false }
    return stage(of: text) != nil && (digits[second] ?? second.wholeNumberValue) != nil
  }

  /// 初二 → 8; nil where that may be one of two grades.
  package static func gradeInStage(_ text: String, _ stages: StageSystem) -> Int? {
    guard let stage = stage(of: text), let digit = text.dropFirst().first else { return nil }
    return place(digit, in: stage, stages)
  }

  private static func stage(of text: String) -> Stage? {
    prefixes.first { $0.words.contains { $0.count == 1 && text.hasPrefix($0) } }?.stage
  }

  /// The grade that is the so-manieth of a 学段. Where 初中 has not three years, 初一 is said of two grades (of the 学段's
  /// first, or of 七年级 after a 预备班): nil, for the clerk to write the grade itself.
  private static func place(_ digit: Character, in stage: Stage, _ stages: StageSystem) -> Int? {
    guard let place = digits[digit] ?? digit.wholeNumberValue, (1...stages[stage]).contains(place),
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
        arabic = min((arabic ?? 0) * 10 + digit, 10_000)
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
