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
  /// Whether it is another than 六三制, by which the catalog knows grades.
  let hasOwnStages: Bool
  let file: FileInfo
  let location: SourceLocation
  /// Rows of a workbook end with their last filled cell.
  let mayEndEarly: Bool
  let cells: [CellParser]
  /// What a slot holds when the sheet has no column for it.
  let defaults: [BulkUpsert.Bound]
  let keySlots: [Int]
  var values: [BulkUpsert.Bound]
  var seen: [Int: Int] = [:]
  var lastWidth = 0
  /// One bad cell holds the whole sheet up.
  let isStrict: Bool
  /// Cells of the row that was read last which stay empty, with what they say.
  var emptied: [(column: String, value: String?)] = []
  /// Where they stand among the values.
  var emptiedSlots: Set<Int> = []
  let noteSlot: Int?
  /// The heading as it may stand again on each page.
  var pageHead: PageHead?
  /// The block of sixteen CSV rows being read: its number, how many cells its rows have, which of them are short.
  var cutBlock = CutBlock()

  /// - Parameters:
  ///   - owner: the school of rows that name none; nil: the file's own org.
  ///   - schools: where `plan.schoolName` is looked up.
  ///   - words: what persons said that words of the sheet stand for.
  ///   - constants: what columns hold that the sheet lacks or leaves empty.
  ///   - strict: one bad cell holds the whole sheet up.
  init(
    plan: ImportPlan, file: FileInfo, owner: String? = nil, schools: SchoolDirectory? = nil, year: Int?,
    stages: StageSystem = .usual, words: Wordings = Wordings(), constants: [Constant] = [],
    strict: Bool = true,
    source: any RowSource
  ) throws {
    self.plan = plan
    isStrict = strict
    self.stages = stages
    hasOwnStages = stages != .usual
    self.schools = schools
    self.file = file
    location = SourceLocation(file: source.sourceName, sheet: source.sheetName)
    mayEndEarly = source.leavesOutEmptyCells
    let table = plan.table
    let given = Set(plan.entries.map(\.column.name)).union(constants.map(\.column.name))
      .union(plan.ticks.map(\.column.name))
    let filled = Completion.filled(in: table, given: given, plan: plan, plan.labels)
    let columns = table.columns.filter {
      given.contains($0.name) || RowReader.made.contains($0.name) && filled.contains($0.name)
        || (filled.contains($0.name) && (table.key.contains($0.name) || !$0.emptyAllowedInKey)
          && !($0.name == "school_year" && year == nil))
    }
    self.columns = columns
    func slot(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
    cells = plan.entries.compactMap { entry in
      // A statement's value is in a unit that stands in another column.
      let isScaled = table.name == CatalogTable.statement.name && entry.column.name == "value"
      return slot(entry.column.name).map {
        CellParser(
          entry, slot: $0, answers: words[entry.column.name], decimals: isScaled ? 12 : 4,
          uses1904: source.uses1904)
      }
    }
    self.constants = constants.compactMap { constant in
      slot(constant.column.name).map { ($0, constant.bound) }
    }
    noteSlot = plan.entries.contains { $0.column.name == "note" } ? slot("note") : nil
    defaults = columns.map { column in
      if let constant = constants.first(where: { $0.column.name == column.name }) { return constant.bound }
      return switch column.name {
      case "org_code": .text(owner ?? file.orgCode)
      case "school_year": year.map { .integer(Int64($0)) } ?? .null
      default: column.emptyAllowedInKey ? .text("") : .null
      }
    }
    keySlots = table.key.compactMap(slot)
    values = defaults
    orgSlot = given.contains("org_code") ? slot("org_code") : nil
    nameSlot = plan.schoolName == nil ? nil : slot("org_code")
    schoolNameSlot = table.name == CatalogTable.org.name ? slot("name") : nil
    schoolKindSlot = schoolNameSlot == nil || given.contains("kind") ? nil : slot("kind")
    idSlot = table.hasRandomID ? slot("id") : nil
    identitySlots = table.identity.map(slot)
    gradeSlot = slot("grade")
    classSlot = slot("class_no")
    yearSlot = slot("school_year")
    entrySlot = given.contains("entry_year") ? nil : slot("entry_year")
    stageSlot = given.contains("stage") ? nil : slot("stage")
    givenStageSlot = given.contains("stage") ? slot("stage") : nil
    givenEntrySlot = given.contains("entry_year") ? slot("entry_year") : nil
    let isRoll = table.name == CatalogTable.classRoll.name && slot("grade") != nil
    gradedSlots = isRoll ? [givenStageSlot, givenEntrySlot].compactMap(\.self) : []
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
    moneySlot = table.name == CatalogTable.equipment.name ? slot("value") : nil
    roomCountSlot = slot("room_count")
    areaSlots = ["floor_area", "usable_area"].compactMap(slot)
    isRoom = table.name == CatalogTable.room.name
    purposeSlot = isRoom ? slot("purpose") : nil
    roomNameSlot = isRoom ? slot("name") : nil
    placesAbove = PlacesAbove(isRoom: isRoom, holdsThings: namedCategory != nil) {
      given.contains($0) ? nil : slot($0)
    }
    numberSlot = OwnNumber.of(table).flatMap { numbered in
      // A system's own number may be left empty; 教师编号 is ours and may not.
      let heading = plan.entries.first { $0.column.name == numbered.column }
      guard heading?.heading != heading?.column.label || heading == nil else { return nil }
      return numbered.fits(given, plan.labels) ? slot(numbered.column) : nil
    }
    let totals = LineTotals.find(plan)
    timesSlot = totals.flatMap { slot($0.count) }
    totalSlots = totals?.columns.compactMap(slot) ?? []
    let isProblem = table.name == CatalogTable.rectification.name
    sourceSlot = isProblem ? slot("source") : nil
    let isOversized = table.name == CatalogTable.oversizedClass.name
    stateSlot = isProblem || isOversized ? slot("state") : nil
    isYearGiven = given.contains("school_year")
    levelSlot = isOversized ? slot("level") : nil
    filedSlot = isOversized ? slot("filed_on") : nil
    filedCountSlot = isOversized ? slot("filed_count") : nil
    anyStageSlot = slot("stage")
    situationSlot = slot("situation")
    taughtSlot = table.name == CatalogTable.teacher.name && !given.contains("stage") ? slot("stage") : nil
    namePlace =
      plan.memory == nil
      ? (plan.entries.first { $0.column.name == "name" } ?? plan.className ?? plan.entries.first)?.index : nil
    personPlace =
      table.name == CatalogTable.teacher.name
      ? plan.entries.first { $0.column.name == "name" }?.index : nil
    holdsThings = namedCategory != nil
    standing = RowStanding.of(table)
    standingWords = standing?.beginnings ?? FirstCharacters([])
    standingCells =
      standing == nil
      ? []
      : plan.entries.filter { $0.column.name == "note" }.map(\.index)
        + [plan.standing?.index].compactMap(\.self)
    ticks = plan.ticks.compactMap { ticks in slot(ticks.column.name).map { ($0, ticks) } }
    period = RowReader.Period(table, columns, given, year: year ?? file.schoolYear)
  }

  let constants: [(slot: Int, bound: BulkUpsert.Bound)]
  let orgSlot: Int?
  /// 学校标识码, to be looked up by the school's name.
  let nameSlot: Int?
  let schools: SchoolDirectory?
  /// The name of a school in the list of schools, and its kind where the list does not say it.
  let schoolNameSlot: Int?
  let schoolKindSlot: Int?
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
  /// 学段 and 入学年份 of a class, where the sheet has them: what is left empty follows from the grade.
  let gradedSlots: [Int]
  let anyOrgSlot: Int?
  /// The 学段 that the sheet's name or title says its rows are of.
  var sheetStage: Stage?
  /// The 学段 that the small heading above these rows says: 一、小学部.
  var groupStage: Stage?
  /// What this row's 年级 says beside the grade.
  var gradeWords = GradeWords()
  /// Kinds of the file's schools, which say the stage of a class known by its entry year; read when one is met.
  var schoolKinds: (() -> [String: String])?
  var kindsOfSchools: [String: String]?
  let elementSlot: Int?
  let valueSlot: Int?
  let unitSlot: Int?
  /// The unit behind a statement's figure, in its own cell.
  var statementUnit: String?
  let boysSlot: Int?
  let headCountSlot: Int?
  let namedCategory: NamedCategory?
  let categorySlot: Int?
  /// The row's cell for the kind holds a word that is none.
  var isCategoryBad = false
  /// The class of an asset, written where the kind should be.
  var assetClass: String?
  let moneySlot: Int?
  let isRoom: Bool
  let roomCountSlot: Int?
  let areaSlots: [Int]
  /// Columns of areas in which a line of several rooms was refused.
  var doubtfulAreas: Set<Int> = []
  /// Sums of areas, by slot: of the lines as written, and of all their rooms.
  var areaSums: [Int: (lines: Double, rooms: Double)] = [:]
  /// Some row's number was made here: of its name, or by its building.
  var hasNumbered: Bool { !numberedRows.isEmpty || hasToldApart }
  var hasToldApart = false
  /// How often a number of a room was met in a building.
  var roomPlaces: [String: Int] = [:]
  var schoolAbove = SchoolAbove()
  /// 校区 and 楼栋, where only lines above the rows say them.
  var placesAbove: PlacesAbove
  let purposeSlot: Int?
  let roomNameSlot: Int?
  /// Rows whose kind is told at the end of the sheet.
  var namedRows = NamedRows()
  /// The rows are things with amounts, of which a list may name parts.
  let holdsThings: Bool
  let standing: RowStanding?
  /// Positions in the sheet of 备注 and of a column that says whether the row counts.
  let standingCells: [Int]
  /// Where a row has its name, or what else it must have.
  let namePlace: Int?
  /// The small heading above says that its rows are gone.
  var isBelowGone = false
  /// Where a teacher's row has the name.
  let personPlace: Int?
  /// Rows of another table follow.
  var isBeyond = false
  let standingWords: FirstCharacters
  var doubtfulRows = DoubtfulRows()
  /// Rows whose names are those of sums.
  var totalRows: [Int] = []
  let numberSlot: Int?
  /// 间数, and the areas that are those of all rooms of the line.
  let timesSlot: Int?
  let totalSlots: [Int]
  let sourceSlot: Int?
  let stateSlot: Int?
  /// Where the problems come from, as the sheet's title says it.
  var sourceOfSheet: String?
  var hasToldSource = false
  let situationSlot: Int?
  /// 类别, 建档日期 and 建档人数 of a ledger of classes that may leave the first two out.
  let levelSlot: Int?
  let filedSlot: Int?
  let filedCountSlot: Int?
  var hasToldFiledOn = false
  let isYearGiven: Bool
  var hasToldFiledYear = false
  /// Whether the row that is read has the name of the one above, with which it is merged.
  var isSamePerson: (() -> Bool)?
  let anyStageSlot: Int?
  /// `Importer.levelOfClass`.
  var levelOfClass: ((Int, Stage) -> String?)?
  /// 任教学段 where the sheet has no column for it.
  let taughtSlot: Int?
  let ticks: [(slot: Int, columns: TickedColumns)]
  /// How many rows have no tick, by slot.
  var unticked: [Int: Int] = [:]
  /// Slots of columns that the sheet lacks and `completeMade` may fill.
  let unsaidSlots: [Int]
  /// Slots that `completeMade` filled in this row, or may have.
  var madeSlots: [Int] = []
  /// Where the words of a period and its last day go; nil where the table has none.
  let period: Period?
  /// The words of this row's period, until all cells are read.
  var periodWords: String?
  /// The words of this row's period that 备注 keeps, under the label of its last day.
  var keptWords: RowRemark.Words?
  /// Rows that were numbered here, by what they are known by.
  var numberedRows: [[String]: Int] = [:]
  /// Numbers that the file has for people, by school and name; read when a row without a number is met.
  var registeredNumbers: (() -> [[String]: [String]])?
  var registered: [[String]: [String]]?
  /// Columns outside the key that `completeMade` fills.
  private static let made: Set = [
    "category", "boys", "source", "state", "stage", "period_text", "due_on", "to_on", "level", "filed_on",
    "from_on", "starts_on", "value", "building", "campus", "kind",
  ]

  var defaultSource: String { ProblemSource.usual(of: file.role) }
}
