internal import YiceModel
internal import YiceStore

/// What the importer fills in by itself where a sheet does not say it.
enum Completion {
  /// Names of the columns that will be filled in.
  static func filled(in table: CatalogTable, given: Set<String>, className: Bool) -> Set<String> {
    var filled: Set<String> = ["org_code"]
    for column in table.columns where column.emptyAllowedInKey { filled.insert(column.name) }
    if table.yearColumn != nil { filled.insert("school_year") }
    if table.hasRandomID { filled.insert("id") }
    if className { filled.formUnion(["grade", "class_no"]) }
    if table.name == CatalogTable.classRoll.name, className || given.contains("grade") {
      filled.formUnion(["entry_year", "stage"])
    }
    return filled.subtracting(given)
  }

  /// Grades of each 学段 (6-3-3); a class entered its 学段 in the first of them.
  private static let grades: [(stage: Stage, grades: ClosedRange<Int64>)] = [
    (.kindergarten, 0...0), (.primary, 1...6), (.junior, 7...9), (.senior, 10...12),
  ]

  /// The 学段 that a grade belongs to.
  static func stage(ofGrade grade: Int64) -> Stage? { grades.first { $0.grades.contains(grade) }?.stage }

  /// The 学段 that a kind of school has.
  static func stages(ofSchool kind: String) -> [Stage] {
    switch kind {
    case "小学", "教学点": [.primary]
    case "初级中学": [.junior]
    case "高级中学", "中等职业学校": [.senior]
    case "完全中学": [.junior, .senior]
    case "九年一贯制学校": [.primary, .junior]
    default: [.primary, .junior, .senior]
    }
  }

  /// The grade in a school year of a class that entered the 学段 in a year; nil when it has left or not come yet.
  static func grade(in stage: Stage, entryYear: Int64, schoolYear: Int64) -> Int64? {
    grades.first { $0.stage == stage }.flatMap { found in
      let grade = found.grades.lowerBound + (schoolYear - entryYear)
      return found.grades.contains(grade) ? grade : nil
    }
  }

  /// 入学年份 of a class that is in this grade in this school year.
  static func entryYear(grade: Int64, schoolYear: Int64) -> Int64? {
    grades.first { $0.grades.contains(grade) }.map { schoolYear - (grade - $0.grades.lowerBound) }
  }
}
