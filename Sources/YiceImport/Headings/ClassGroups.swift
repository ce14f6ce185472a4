internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Grades that stand above their classes: a line 一年级 81 above 1班 and 2班, or the grade beside the first of its classes alone.
///
/// Decision 0115.
struct ClassGroups {
  private let classes: Int
  private let grades: Int?
  private let stages: StageSystem
  /// The grade that the sheet's name says: 一年级.
  private let ofSheet: String?
  /// Columns that say of which school and 学段 a row is: where one of them changes, another grade begins.
  private let parts: [Int]
  private var part: [String] = []
  /// What the classes below are of, and how a message calls it.
  private var above: (grade: String, row: Int)?
  /// The last class of it.
  private var last = 0
  private var sums: [Int] = []
  private var filled: [Int] = []

  /// - Returns: nil where the sheet has no column of classes.
  init?(_ plan: ImportPlan, _ stages: StageSystem, sheetName: String?) {
    guard let column = plan.className else { return nil }
    classes = column.index
    grades = plan.entries.first { $0.column.name == "grade" }?.index
    self.stages = stages
    ofSheet = sheetName.flatMap { ClassName($0, stages) }.flatMap { named in
      named.classNo == nil ? ClassGroups.words(named, stages) : nil
    }
    parts =
      plan.entries.filter { ["org_code", "stage", "campus"].contains($0.column.name) }.map(\.index)
      + [plan.schoolName?.index, plan.ownName?.index].compactMap(\.self)
  }

  /// Writes the grade of a class into its row, where it stands above.
  ///
  /// - Parameter next: the row below.
  /// - Returns: false where the row is the line of a whole grade, whose classes follow one by one.
  mutating func settle(_ row: inout SheetRow, next: SheetRow?) -> Bool {
    let here = zip(parts, part.isEmpty ? parts.map { _ in "" } : part).map { index, before in
      let said = text(row, index)
      return said.isEmpty ? before : said
    }
    if here != part { above = nil }
    part = here
    let written = text(row, classes)
    let own = grades.map { text(row, $0) } ?? ""
    let named = ClassName(written, stages)
    guard let number = named?.classNo, named?.grade == nil, named?.entryYear == nil else {
      let whole = wholeGrade(written.isEmpty ? own : written)
      if let whole, let next, isBare(next) {
        above = (whole, row.number)
        last = 0
        sums.append(row.number)
        return false
      }
      let grade = named.flatMap { ClassGroups.words($0, stages) } ?? (own.isEmpty ? nil : own)
      if let grade { begin(grade, row, named?.classNo ?? 0) }
      return true
    }
    guard own.isEmpty else {
      begin(own, row, number)
      return true
    }
    // Classes that begin again are of a grade that nobody wrote.
    if number <= last { above = nil }
    guard let grade = above?.grade ?? ofSheet else { return true }
    last = number
    filled.append(row.number)
    var cell = grades == nil ? grade + written : grade
    cell.withUTF8 { row.setCell(grades ?? classes, $0) }
    return true
  }

  private mutating func begin(_ grade: String, _ row: SheetRow, _ number: Int) {
    above = (grade, row.number)
    last = number
  }

  /// The grade or year, where a text names one and no class of it.
  private func wholeGrade(_ text: String) -> String? {
    guard let named = ClassName(text, stages), named.classNo == nil else { return nil }
    return ClassGroups.words(named, stages)
  }

  /// A grade as a class below is written: 一年级, 2020级.
  private static func words(_ named: ClassName, _ stages: StageSystem) -> String? {
    if let grade = named.grade { return stages.name(ofGrade: grade) }
    return named.entryYear.map { "\($0)级" }
  }

  /// Whether a row names its class by the number alone.
  private func isBare(_ row: SheetRow) -> Bool {
    guard grades.map({ text(row, $0) })?.isEmpty ?? true, let named = ClassName(text(row, classes), stages)
    else { return false }
    return named.classNo != nil && named.grade == nil && named.entryYear == nil
  }

  private func text(_ row: SheetRow, _ index: Int) -> String {
    index < row.count ? row.withBytes(index) { Characters.plain($0) } : ""
  }

  /// What was filled in and what was passed over, one line each.
  func findings(at place: SourceLocation) -> [Finding] {
    func told(_ rows: [Int], _ code: String, _ text: String) -> Finding? {
      guard let first = rows.first else { return nil }
      var place = place
      place.row = first
      return Finding(.note, code, at: place, "有 \(rows.count) 行\(text)")
    }
    return [
      told(sums, "grade-line", "是整个年级的（这是第一行），下面逐班写着，没有作为班级导入"),
      told(filled, "grade-above", "只写了班号（这是第一行），年级按上面或工作表名写的"),
    ].compactMap(\.self)
  }
}
