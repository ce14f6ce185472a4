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

  /// 「三年级2班」 in a school year; a class that has left its 学段 is named by its entry.
  package func name(in year: Int, _ stages: StageSystem) -> String {
    let grade = stages.grade(of: stage, entry: entryYear, in: year).flatMap(stages.name)
    return grade.map { "\($0)\(number)班" } ?? "\(stage.rawValue)\(entryYear)级\(number)班"
  }
}
