internal import GRDB
internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Turns the rows of one sheet into values to bind, by its plan.
final class RowReader {
  /// Columns in the order in which values are given.
  let columns: [CatalogColumn]
  let plan: ImportPlan
  /// 学制 by which classes are read.
  let stages: StageSystem
  private let file: FileInfo
  let location: SourceLocation
  /// Rows of a workbook end with their last filled cell.
  private let mayEndEarly: Bool
  let cells: [CellParser]
  /// What a slot holds when the sheet has no column for it.
  private let defaults: [BulkUpsert.Bound]
  let keySlots: [Int]
  var values: [BulkUpsert.Bound]
  var seen: [Int: Int] = [:]
  private(set) var lastWidth = 0
  /// The heading as it may stand again on each page.
  var pageHead: PageHead?
  /// The block of sixteen CSV rows being read: its number, how many cells its rows have, which of them are short.
  var cutBlock = CutBlock()

  /// - Parameters:
  ///   - owner: the school of rows that name none; nil: the file's own org.
  ///   - schools: where `plan.schoolName` is looked up.
  init(
    plan: ImportPlan, file: FileInfo, owner: String? = nil, schools: SchoolDirectory? = nil, year: Int?,
    stages: StageSystem = .usual, source: any RowSource
  ) throws {
    self.plan = plan
    self.stages = stages
    self.schools = schools
    self.file = file
    location = SourceLocation(file: source.sourceName, sheet: source.sheetName)
    mayEndEarly = source.leavesOutEmptyCells
    let table = plan.table
    let given = Set(plan.entries.map(\.column.name))
    let filled = Completion.filled(in: table, given: given, plan: plan, plan.labels)
    let columns = table.columns.filter {
      given.contains($0.name) || RowReader.made.contains($0.name) && filled.contains($0.name)
        || (filled.contains($0.name) && (table.key.contains($0.name) || !$0.emptyAllowedInKey)
          && !($0.name == "school_year" && year == nil))
    }
    self.columns = columns
    func slot(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
    cells = plan.entries.compactMap { entry in slot(entry.column.name).map { CellParser(entry, slot: $0) } }
    defaults = columns.map { column in
      switch column.name {
      case "org_code": .text(owner ?? file.orgCode)
      case "school_year": year.map { .integer(Int64($0)) } ?? .null
      default: column.emptyAllowedInKey ? .text("") : .null
      }
    }
    keySlots = table.key.compactMap(slot)
    values = defaults
    orgSlot = given.contains("org_code") ? slot("org_code") : nil
    nameSlot = plan.schoolName == nil ? nil : slot("org_code")
    idSlot = table.hasRandomID ? slot("id") : nil
    identitySlots = table.identity.map(slot)
    gradeSlot = slot("grade")
    classSlot = slot("class_no")
    yearSlot = slot("school_year")
    entrySlot = given.contains("entry_year") ? nil : slot("entry_year")
    stageSlot = given.contains("stage") ? nil : slot("stage")
    givenStageSlot = given.contains("stage") ? slot("stage") : nil
    givenEntrySlot = given.contains("entry_year") ? slot("entry_year") : nil
    anyOrgSlot = slot("org_code")
    elementSlot = table.name == CatalogTable.statement.name ? slot("element") : nil
    valueSlot = slot("value")
    unitSlot = slot("unit")
    unsaidSlots = columns.indices.filter {
      RowReader.made.contains(columns[$0].name) && !given.contains(columns[$0].name)
        && !table.key.contains(columns[$0].name)
    }
    boysSlot = plan.girls == nil ? nil : slot("boys")
    headCountSlot = slot("head_count")
    namedCategory = NamedCategory.of(table)
    categorySlot =
      namedCategory == nil || !table.columns.contains { $0.name == "name" } ? nil : slot("category")
    numberSlot = OwnNumber.of(table).flatMap { numbered in
      // A system's own number may be left empty; 教师编号 is ours and may not.
      let heading = plan.entries.first { $0.column.name == numbered.column }
      guard heading?.heading != heading?.column.label || heading == nil else { return nil }
      return numbered.fits(given, plan.labels) ? slot(numbered.column) : nil
    }
    let isProblem = table.name == CatalogTable.rectification.name
    sourceSlot = isProblem ? slot("source") : nil
    stateSlot = isProblem ? slot("state") : nil
    situationSlot = slot("situation")
    taughtSlot = table.name == CatalogTable.teacher.name && !given.contains("stage") ? slot("stage") : nil
    conditionSlot = file.role == .school ? table.schoolWrites.flatMap { slot($0.column) } : nil
  }

  private let orgSlot: Int?
  /// 学校标识码, to be looked up by the school's name.
  let nameSlot: Int?
  let schools: SchoolDirectory?
  let idSlot: Int?
  let identitySlots: [Int?]
  /// Rows whose ids were made here, by what they are known by.
  var namesakes: [Int: [(number: Int, whole: Int)]] = [:]
  let gradeSlot: Int?
  let classSlot: Int?
  let yearSlot: Int?
  let entrySlot: Int?
  let stageSlot: Int?
  let givenStageSlot: Int?
  let givenEntrySlot: Int?
  let anyOrgSlot: Int?
  /// Kinds of the file's schools, which say the stage of a class known by its entry year; read when one is met.
  var schoolKinds: (() -> [String: String])?
  var kindsOfSchools: [String: String]?
  let elementSlot: Int?
  let valueSlot: Int?
  let unitSlot: Int?
  private let conditionSlot: Int?
  let boysSlot: Int?
  let headCountSlot: Int?
  let namedCategory: NamedCategory?
  let categorySlot: Int?
  let numberSlot: Int?
  let sourceSlot: Int?
  let stateSlot: Int?
  let situationSlot: Int?
  /// 任教学段 where the sheet has no column for it.
  let taughtSlot: Int?
  /// Slots of columns that the sheet lacks and `completeMade` may fill.
  let unsaidSlots: [Int]
  /// Slots that `completeMade` filled in this row, or may have.
  var madeSlots: [Int] = []
  /// The file's row of a key.
  var storedRow: (([DatabaseValue]) -> Row?)?
  /// Rows that were numbered here, by what they are known by.
  var numberedRows: [[String]: Int] = [:]
  /// Numbers that the file has for people, by school and name; read when a row without a number is met.
  var registeredNumbers: (() -> [[String]: [String]])?
  var registered: [[String]: [String]]?
  /// Columns outside the key that `completeMade` fills.
  private static let made: Set = ["category", "boys", "source", "state", "stage"]

  /// A school finds problems itself; a bureau's list is of its own inspections.
  var defaultSource: String { file.role == .school ? "自查" : "县检" }
}

/// How one column of the sheet is read: an object, because a parser copied for each cell costs more than its work.
final class CellParser {
  /// Position in the sheet, from 0.
  let index: Int
  let heading: String
  let parser: ValueParser
  /// Position among the values.
  let slot: Int
  let meaning: HeadingMeaning?

  init(_ entry: ImportPlan.Entry, slot: Int) {
    meaning = entry.meaning
    index = entry.index
    heading = entry.heading
    parser = ValueParser(entry.column, exponent: entry.exponent)
    self.slot = slot
  }
}

// MARK: - One row

extension RowReader {
  /// Reads a row; `write` gets its values only when no cell of it was bad.
  func read(
    _ row: SheetRow, report: (Finding) -> Void, write: ([BulkUpsert.Bound]) throws -> Void
  ) throws {
    lastWidth = row.count
    var failed = false
    func fail(_ code: String, _ column: String?, _ value: String?, _ message: String) {
      failed = true
      report(Finding(.error, code, at: place(row, column), value: value, message))
    }
    if row.ordinal > 16 { note(row, report: report) }
    guard
      row.count == plan.width || (row.count < plan.width && (mayEndEarly || mayBeCutShort(row)))
        || (row.count > plan.width && isBlank(row, from: plan.width))
    else {
      guard !mayEndEarly else {
        fail("beyond-heading", nil, nil, "第 \(plan.width) 列以后还有内容，表头却没有这些列：请补上表头，或删去多余的内容")
        return
      }
      let advice = row.count < plan.width ? "可能缺了逗号，或文件在传送中被截断" : "某一格里可能有没加引号的逗号"
      fail("cell-count", nil, nil, "这一行有 \(row.count) 格，表头有 \(plan.width) 格：\(advice)")
      return
    }
    try row.withCells { cells in
      for slot in defaults.indices { values[slot] = defaults[slot] }
      for column in self.cells {
        let slot = column.slot
        let cell = cells[column.index]
        // A row that a person added to an exported sheet has no id yet.
        if slot == idSlot || slot == numberSlot || slot == categorySlot || slot == sourceSlot
          || slot == stateSlot,
          Characters.trimmed(cell).isEmpty
        {
          continue
        }
        if let mistake = SheetWords.formulaError(cell) {
          fail("formula-error", column.heading, mistake.shown, mistake.message)
          continue
        }
        do throws(ValueProblem) {
          if let told = column.meaning?.told(Characters.plain(cell)), !Characters.trimmed(cell).isEmpty {
            values[slot] = bound(try column.parser.parse(told).value, cell)
            continue
          }
          let parsed = try column.parser.parse(cell)
          values[slot] = bound(parsed.value, cell)
          if let remark = parsed.remark {
            report(
              Finding(
                .warning, remark.code, at: place(row, column.heading),
                value: shown(cell, column.parser.column),
                remark.message))
          }
          if cell.count >= 18, IdentityCard.isContained(in: cell) {
            guard !column.parser.column.required else {
              fail("identity-card", column.heading, nil, "这一格是身份证号，不能存入。请改用学校自己的编号")
              continue
            }
            values[slot] = .null
            report(Finding(.warning, "identity-card", at: place(row, column.heading), "这一格含身份证号，没有存入"))
          }
        } catch {
          fail(error.code, column.heading, shown(cell, column.parser.column), error.message)
        }
      }
      complete(row, cells, fail, report)
      guard !failed else { return }
      if let slot = orgSlot, file.role.isOneSchool, text(values[slot]) != file.orgCode {
        fail("foreign-org", columns[slot].label, text(values[slot]), "这一行不是本校（\(file.orgCode)）的")
      }
      if let slot = conditionSlot, let condition = plan.table.schoolWrites,
        text(values[slot]) != condition.value
      {
        fail(
          "not-allowed-here", columns[slot].label, text(values[slot]),
          "学校只能填写“\(condition.value)”的行，其余由\(plan.table.writers.label)填写")
      }
      if let first = firstRowWithSameKey(row.number) {
        fail("duplicate-key", nil, nil, "与第 \(first) 行是同一条（\(keyText())），请删去其中一行")
      }
      guard !failed else { return }
      try write(values)
    }
  }

  func place(_ row: SheetRow, _ column: String?) -> SourceLocation {
    SourceLocation(file: location.file, sheet: location.sheet, row: row.number, column: column)
  }

  private func isBlank(_ row: SheetRow, from first: Int) -> Bool {
    (first..<row.count).allSatisfy { row.withBytes($0) { Characters.trimmed($0).isEmpty } }
  }

  private func bound(_ value: ParsedValue, _ cell: UnsafeBufferPointer<UInt8>) -> BulkUpsert.Bound {
    switch value {
    case .null: .null
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .slice(let range): .bytes(UnsafeBufferPointer(rebasing: cell[range]))
    case .text(let text): .text(text)
    }
  }

  /// The cell as a message may show it: personal data stays out.
  func shown(_ cell: UnsafeBufferPointer<UInt8>, _ column: CatalogColumn) -> String? {
    guard !column.sensitive, !IdentityCard.isContained(in: cell) else { return nil }
    return String(decoding: cell[Characters.trimmed(cell)], as: UTF8.self)
  }

  func shownText(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: cell[Characters.trimmed(cell)], as: UTF8.self)
  }

  func text(_ value: BulkUpsert.Bound) -> String {
    switch value {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .text(let text): text
    }
  }
}
