internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// The schools of a list with one row each: rows that are no school of their own (是否计校数 = 0: campuses, teaching
/// points, attached parts) go with their main school, whose figures are the sum.
///
/// Source: the wide export of the statistics and the scripts that read it.
/// Decision 0130.
struct ListedSchools {
  struct School {
    let code: String
    var rows: [StatisticsSheet.Row]
  }

  private(set) var schools: [School] = []
  private(set) var findings: [Finding] = []
  /// Places of `schools` by code.
  private var places: [String: Int] = [:]
  private let part: StatisticsPart
  private let columns: StatisticsPart.SchoolColumns
  private let place: SourceLocation
  private let known: KnownSchools

  private static let notCounted: Set = ["0", "否", "不计", "不计校数", "N", "n", "×"]

  init(
    _ part: StatisticsPart, _ columns: StatisticsPart.SchoolColumns, known: KnownSchools,
    at place: SourceLocation
  ) {
    self.part = part
    self.columns = columns
    self.known = known
    self.place = place
    let rows = part.sheet.rows
    var counted = Counted()
    for row in rows where !isPart(row) && OrgCode.isSchool(code(row)) {
      counted.byCode[code(row)] = counted.byCode[code(row)] ?? row
      let name = row.own(columns.name)
      if !name.isEmpty { counted.byName[name] = counted.byName[name] ?? row }
    }
    for row in rows where !isPart(row) {
      let code = self.code(row)
      if OrgCode.isValid(code) { add(row, to: code) } else { tellWithoutCode(row) }
    }
    for row in rows where isPart(row) { addPart(row, counted) }
  }

  /// The school's code, or that of the one school of the file that has the row's name.
  private func code(_ row: StatisticsSheet.Row) -> String {
    let written = row.own(columns.code)
    let name = row.own(columns.name)
    guard written.isEmpty, !name.isEmpty, let directory = known.directory else { return written }
    return (try? directory.code(of: name)) ?? ""
  }

  private func isPart(_ row: StatisticsSheet.Row) -> Bool {
    ListedSchools.notCounted.contains(row.own(columns.counted))
  }

  private mutating func add(_ row: StatisticsSheet.Row, to code: String) {
    if let place = places[code], isPart(row) {
      schools[place].rows.append(row)
    } else {
      places[code] = schools.count
      schools.append(School(code: code, rows: [row]))
    }
  }

  private mutating func addPart(_ row: StatisticsSheet.Row, _ counted: Counted) {
    let code = self.code(row)
    let name = row.own(columns.name)
    let shown = name.isEmpty ? code : name
    guard hasFigure(row) else { return }
    if let main = main(of: row, counted) {
      tell(.note, "added-part", row, "“\(shown)”不计校数，它的数已加到\(main.how)“\(main.name)”（\(main.code)）")
      return add(row, to: main.code)
    }
    // A teaching point can be a row of its own; which school it counts with is said in the table of schools.
    if OrgCode.isSchool(code), (known.kinds[code] ?? row.own(columns.kind)).contains("教学点") {
      tell(.note, "own-part", row, "“\(shown)”不计校数，没有写明属于哪所学校，按教学点单独记")
      return add(row, to: code)
    }
    tell(
      .warning, "no-main-school", row,
      "“\(shown)”不计校数（校区或附设部分），不知道它的数应加到哪所学校，没有读取。请在表里加一列“主校标识码”，或在学校机构表里填它的“主管学校标识码”")
  }

  /// Rows of schools in their own right.
  private struct Counted {
    var byCode: [String: StatisticsSheet.Row] = [:]
    var byName: [String: StatisticsSheet.Row] = [:]
  }

  private typealias Main = (code: String, name: String, how: String)

  /// The main school: as the sheet says, as the file says, of the same code, or by the beginning of the name.
  private func main(of row: StatisticsSheet.Row, _ counted: Counted) -> Main? {
    func listed(_ row: StatisticsSheet.Row?) -> Main? {
      row.map { (self.code($0), $0.own(columns.name), "") }
    }
    let code = self.code(row)
    let said = row.own(columns.main)
    if OrgCode.isSchool(said), said != code {
      return listed(counted.byCode[said]) ?? (said, "", "")
    }
    if !said.isEmpty, let main = listed(counted.byName[said]) { return main }
    if let main = known.mains[code], main != code {
      return listed(counted.byCode[main]) ?? (main, "", "")
    }
    if let main = listed(counted.byCode[code]) { return main }
    let name = row.own(columns.name)
    for length in (2..<max(3, name.count)).reversed() {
      let beginning = String(name.prefix(length))
      if let main = counted.byName[beginning] { return (self.code(main), beginning, "名称相同的") }
    }
    return nil
  }

  // MARK: - Telling

  private func hasFigure(_ row: StatisticsSheet.Row) -> Bool {
    part.columns.contains { StatisticsSheet.figure(row.own($0)) != nil }
  }

  /// Rows with figures and no code that are no sums.
  private mutating func tellWithoutCode(_ row: StatisticsSheet.Row) {
    guard hasFigure(row), !row.own.prefix(3).contains(where: SheetWords.isSumLabel) else { return }
    let code = self.code(row)
    let name = row.own(columns.name)
    guard !code.isEmpty || !name.isEmpty else { return }
    tell(
      .warning, "no-code", row,
      (name.isEmpty ? "这一行" : "“\(name)”")
        + (code.isEmpty ? "没有学校标识码，按名称也认不出是文件里的哪一所学校" : "的学校标识码“\(code)”不是 10 位数字") + "，没有读取"
    )
  }

  private mutating func tell(
    _ severity: Finding.Severity, _ code: String, _ row: StatisticsSheet.Row, _ message: String
  ) {
    var place = place
    place.row = row.number
    findings.append(Finding(severity, code, at: place, message))
  }
}
