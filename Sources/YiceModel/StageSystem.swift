/// 学制: how many years each 学段 lasts, and what follows from that: which grade belongs to which 学段, when a class
/// entered it, what its grade is called. Decision 0108. 六三制 has grades 1–6 and 7–9; 五四制 has 1–5 and 6–9.
package struct StageSystem: Sendable, Hashable {
  /// 年数 of every 学段.
  private var years: [Stage: Int]

  /// 6-3-3, and three years of kindergarten: what holds where nothing else is said.
  package static let usual = StageSystem()

  /// - Parameter years: of those that are not as usual.
  package init(_ years: [Stage: Int] = [:]) {
    self.years = years
    for stage in Stage.allCases where years[stage] == nil { self.years[stage] = stage == .primary ? 6 : 3 }
  }

  package subscript(stage: Stage) -> Int {
    get { years[stage] ?? 0 }
    set { years[stage] = newValue }
  }

  /// Grades of a 学段. All of a kindergarten is grade 0.
  package func grades(of stage: Stage) -> ClosedRange<Int> {
    guard stage != .kindergarten else { return 0...0 }
    let before = [Stage.primary, .junior, .senior].prefix { $0 < stage }.reduce(0) { $0 + self[$1] }
    return before + 1...before + max(1, self[stage])
  }

  /// The highest grade there is.
  package var lastGrade: Int { grades(of: .senior).upperBound }

  /// The 学段 that a grade belongs to.
  package func stage(ofGrade grade: Int) -> Stage? {
    Stage.allCases.first { grades(of: $0).contains(grade) }
  }

  /// 入学年份 of a class that is in this grade in this school year: it entered its 学段 in the first grade of it.
  package func entryYear(grade: Int, schoolYear: Int) -> Int? {
    stage(ofGrade: grade).map { schoolYear - (grade - grades(of: $0).lowerBound) }
  }

  /// The grade, in the 学年 that begins in `year`, of a class that entered its 学段 in `entry`; nil before it entered and
  /// after it left, and where there are no grades.
  package func grade(of stage: Stage, entry: Int, in year: Int) -> Int? {
    let passed = year - entry
    guard stage != .kindergarten, (0..<self[stage]).contains(passed) else { return nil }
    return grades(of: stage).lowerBound + passed
  }

  private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]

  /// 三年级, 高一; nil for what is no grade.
  package func name(ofGrade grade: Int) -> String? {
    guard (1...12).contains(grade) else { return nil }
    let senior = grades(of: .senior)
    return grade < senior.lowerBound
      ? StageSystem.numerals[grade - 1] + "年级"
      : senior.contains(grade) ? "高" + StageSystem.numerals[grade - senior.lowerBound] : nil
  }

  /// 「小学 6 年，初中 3 年，高中 3 年」
  package var words: String {
    [Stage.primary, .junior, .senior].map { "\($0.rawValue) \(self[$0]) 年" }.joined(separator: "，")
  }
}
