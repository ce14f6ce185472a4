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

  /// 入学年份 of a class that is in this grade in this school year.
  static func entryYear(grade: Int64, schoolYear: Int64) -> Int64? {
    grades.first { $0.grades.contains(grade) }.map { schoolYear - (grade - $0.grades.lowerBound) }
  }
}
