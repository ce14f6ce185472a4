package import YiceModel

/// A class by its identity: it keeps 学段, 入学年份 and 班号 as it moves up, and only its grade changes.
package struct ClassLabel: Sendable, Hashable {
  package let orgCode: String
  package let stage: Stage
  package let entryYear: Int
  package let number: Int

  package init(orgCode: String, stage: Stage, entryYear: Int, number: Int) {
    self.orgCode = orgCode
    self.stage = stage
    self.entryYear = entryYear
    self.number = number
  }

  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let firstGrade: [Stage: Int] = [.primary: 1, .junior: 7, .senior: 10]
  private static let grades: [Stage: Int] = [.primary: 6, .junior: 3, .senior: 3]

  /// 「三年级2班」 in a school year; a class that has left its 学段 is named by its entry.
  package func name(in year: Int) -> String {
    let step = year - entryYear
    guard let first = Self.firstGrade[stage], let count = Self.grades[stage], (0..<count).contains(step)
    else {
      return "\(stage.rawValue)\(entryYear)级\(number)班"
    }
    let grade = first + step
    return stage == .senior ? "高\(Self.digits[grade - 9])\(number)班" : "\(Self.digits[grade])年级\(number)班"
  }

  /// Whether the class has left its 学段 by that school year.
  package func hasLeft(by year: Int) -> Bool { year - entryYear >= Self.grades[stage] ?? 100 }
}
