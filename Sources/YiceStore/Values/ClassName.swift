package import YiceModel

/// How people write a class: 「三年级2班」「三(2)班」「三二班」「七年级(1)班」「3.2」「初一3班」「初中一年级(3)班」「302班」「2020级2班」「20级2班」「2026届2班」,
/// and where a column beside it gives the grade, 「2班」「(2)班」「2」.
///
/// All of the grammar is here; which grade a class of an entry year is in, its caller knows.
/// Decision 0115.
package struct ClassName: Equatable, Sendable {
  /// 0 to 12; nil where the text does not say it.
  package var grade: Int?
  /// The year the class entered, of 「2020级2班」.
  package var entryYear: Int?
  /// The year the class leaves its 学段, of 「2026届2班」.
  package var leavingYear: Int?
  /// nil where the text names a whole grade or year: 「一年级」, the one class there is.
  package var classNo: Int?
  /// Years that a class of a kindergarten has been there, as its name says: 大班 two.
  package var yearsIn: Int?
  /// The 学段 that the text names: 初中 of 「初中一年级3班」 and of 「初一3班」.
  package var stage: Stage?

  package init(grade: Int? = nil, entryYear: Int? = nil, classNo: Int? = nil, stage: Stage? = nil) {
    self.grade = grade
    self.entryYear = entryYear
    self.classNo = classNo
    self.stage = stage
  }

  /// Whether a grade is named, or what tells it in a school year.
  package var namesGrade: Bool { grade != nil || entryYear != nil || leavingYear != nil }

  /// The same for classes that are named alike, whatever their 学段.
  package var label: String {
    [grade, entryYear, leavingYear, classNo].map { $0.map(String.init) ?? "" }.joined(separator: "/")
  }

  private static let prefixes: [(words: [String], stage: Stage)] = [
    (["小学部", "小学", "小"], .primary), (["初中部", "初级中学", "初中", "初"], .junior),
    (["高中部", "高级中学", "高中", "高"], .senior),
  ]
  private static let kindergarten: [(word: String, yearsIn: Int?)] = [
    ("小班", 0), ("中班", 1), ("大班", 2), ("幼儿班", nil), ("学前班", nil), ("附设幼儿班", nil), ("中(", 1), ("大(", 2),
    ("学前(", nil),
  ]
  private static let classNumbers = 1...99
  private static let years = 1980...2099
  /// 「一年级3个班」「二年级共2班」 say how many classes there are.
  private static let counts = ["个班", "个教学班", "个行政班", "合计"]
  private static let sum: Character = "共"
  /// Between numbers they make several grades or classes of them: 「一、二年级」「一年级和二年级」「1~3班」. Elsewhere they are part of a
  /// name: 三年级2班（和平校区）.
  private static let joints: Set<Character> = ["、", ",", "和", "及", "与", "至", "到", "~"]
  /// Several grades in one class: 「二三复式」.
  private static let combined = "复式"

  /// - Parameters:
  ///   - written: as it stands in a cell; full-width forms, brackets and spaces do not matter.
  ///   - stages: the county's 学制.
  /// - Returns: nil when the text does not name a class.
  package init?(_ written: String, _ stages: StageSystem = .usual) {
    let text = ClassName.withoutRemark(Characters.tidied(written))
    guard !ClassName.countsClasses(text), !ClassName.namesSeveral(text) else { return nil }
    let found: ClassName?
    if let kindergarten = ClassName.kindergartenClass(text) {
      found = kindergarten
    } else if let entered = ClassName.entryClass(text) {
      found = entered
    } else if let (word, stage) = ClassName.prefix(of: text) {
      found = ClassName.prefixed(text.dropFirst(word.count), stage, stages)
    } else {
      found = ClassName.plain(text, stages)
    }
    guard let found else { return nil }
    self = found
  }

  /// Whether the text says how many classes there are, and not which.
  package static func countsClasses(_ text: String) -> Bool {
    counts.contains(where: text.contains)
      || zip(text, text.dropFirst()).contains { $0 == sum && WrittenNumbers.isPart($1) }
  }

  /// Whether the text names several grades or classes.
  private static func namesSeveral(_ text: String) -> Bool {
    if text.contains(combined) { return true }
    return text.indices.contains { index in
      guard joints.contains(text[index]), let before = text[..<index].last,
        let after = text[text.index(after: index)...].first
      else { return false }
      return (WrittenNumbers.isPart(before) || "级班)".contains(before))
        && (WrittenNumbers.isPart(after) || after == "(")
    }
  }

  private static func prefix(of text: String) -> (word: String, stage: Stage)? {
    for prefix in prefixes {
      if let word = prefix.words.first(where: text.hasPrefix) { return (word, prefix.stage) }
    }
    return nil
  }

  // MARK: - Forms

  private static func kindergartenClass(_ text: String) -> ClassName? {
    guard let found = kindergarten.first(where: { text.hasPrefix($0.word) }) else { return nil }
    let number = WrittenNumbers(text.dropFirst(found.word.count)).values
    var named = ClassName(grade: 0, classNo: number.first ?? 1)
    named.yearsIn = found.yearsIn
    return named
  }

  /// 一(1)班(40人) without how many there are.
  private static func withoutRemark(_ text: String) -> String {
    guard text.hasSuffix("人)"), let open = text.lastIndex(of: "("), open > text.startIndex else {
      return text
    }
    return String(text[..<open])
  }

  /// 2020级2班, 2020级(2)班, 小学2020级2班, 二〇二〇级2班, 20级2班, 2020级: the digits and 级 say that it is a year. 2026届 are
  /// those who leave in that year.
  private static func entryClass(_ text: String) -> ClassName? {
    guard let mark = text.firstIndex(where: { "级届".contains($0) }), !text[..<mark].hasSuffix("年") else {
      return nil
    }
    var before = text[..<mark]
    var stage: Stage?
    if let (word, named) = prefix(of: text), before.hasPrefix(word) {
      before = before.dropFirst(word.count)
      stage = named
    }
    let digits = before.compactMap(WrittenNumbers.digit)
    guard digits.count == before.count else { return nil }
    let number = digits.reduce(0) { $0 * 10 + $1 }
    let year: Int
    switch digits.count {
    case 4: year = number
    // 一二级 may be two grades.
    case 2 where before.allSatisfy(\.isASCII): year = 2000 + number
    default: return nil
    }
    let rest = WrittenNumbers(text[text.index(after: mark)...]).values
    guard years.contains(year), rest.count <= 2, rest.allSatisfy(classNumbers.contains) else { return nil }
    // 2022级七(5)班 says the grade too.
    var named = ClassName(grade: rest.count == 2 ? rest[0] : nil, classNo: rest.last, stage: stage)
    if text[mark] == "届" { named.leavingYear = year } else { named.entryYear = year }
    return named
  }

  /// Behind the name of a 学段: 一年级3班, 七年级3班, 一(3)班; 初三十二班 is the twelfth class, as the grade is the one digit.
  private static func prefixed(_ rest: Substring, _ stage: Stage, _ stages: StageSystem) -> ClassName? {
    if rest.contains("年级") {
      guard var named = plain(String(rest), stages),
        let grade = named.grade.flatMap({ inStage($0, stage, stages) })
      else { return nil }
      named.grade = grade
      named.stage = stage
      return named
    }
    guard let grade = rest.first.flatMap(WrittenNumbers.digit).flatMap({ inStage($0, stage, stages) }) else {
      return nil
    }
    let tail = rest.dropFirst()
    if ["", "级"].contains(tail) { return ClassName(grade: grade, stage: stage) }
    let parts = WrittenNumbers(tail).values
    guard parts.count == 1, classNumbers.contains(parts[0]) else { return nil }
    return ClassName(grade: grade, classNo: parts[0], stage: stage)
  }

  private static func plain(_ text: String, _ stages: StageSystem) -> ClassName? {
    guard !text.contains("届") else { return nil }
    // 一二年级3班 is no class of one grade.
    if let mark = text.firstRange(of: "年级") {
      guard WrittenNumbers(text[..<mark.lowerBound]).values.count == 1,
        !text[mark.upperBound...].contains("年级")
      else { return nil }
    }
    let parts = WrittenNumbers(text).values
    switch parts.count {
    case 2:
      guard (1...stages.lastGrade).contains(parts[0]), classNumbers.contains(parts[1]), !text.hasSuffix("级")
      else { return nil }
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
    guard rest.allSatisfy(WrittenNumbers.isPart) else { return nil }
    if classNumbers.contains(number) { return ClassName(classNo: number) }
    // 302班 and 1002班; a bare number of three digits may be anything.
    guard text.hasSuffix("班"), (101...1299).contains(number), number % 100 > 0 else { return nil }
    return ClassName(grade: number / 100, classNo: number % 100)
  }

  // MARK: - Grades of a 学段

  /// Whether the text counts grades from the start of a 学段: 小三, 初一, 高2, 初中一年级; 小班 does not.
  package static func namesStage(_ text: String) -> Bool {
    guard let (word, _) = prefix(of: text) else { return false }
    return text.dropFirst(word.count).first.flatMap(WrittenNumbers.digit) != nil
  }

  /// The grade that a number said of a 学段 means: 1 of 初中 is 7, and so is 7. nil where it is none of its grades, or may
  /// be one of two: where 初中 has not three years, 初一 is said of the 学段's first grade, or of 七年级 after a 预备班.
  package static func inStage(_ number: Int, _ stage: Stage, _ stages: StageSystem) -> Int? {
    let grades = stages.grades(of: stage)
    if grades.contains(number) { return number }
    guard (1...stages[stage]).contains(number),
      stage != .junior || stages[.junior] == StageSystem.usual[.junior]
    else { return nil }
    return grades.lowerBound + number - 1
  }
}
