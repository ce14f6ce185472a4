internal import GRDB
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// One school of one year as the catalogue asks about it.
struct SchoolInputs {
  let orgCode: String
  let kind: String
  let boarding: Bool?
  /// 小学 and 初中 that the school has.
  let stages: [Stage]
  let whole: SchoolCounts
  let byStage: [Stage: SchoolCounts]
  /// Campuses of a single 学段; '' is the main one.
  let onlyStage: [String: Stage]
  /// Registers that the school keeps for the year.
  let kept: Set<String>
  /// Its rooms, by number, with what they are for.
  let rooms: [(number: String, told: RoomTold)]

  /// What a kind of school is to the catalogue's lines of the whole school.
  private static let catalogueKinds = [
    "小学": "primary", "教学点": "teaching_point", "初级中学": "junior", "完全中学": "junior",
    "九年一贯制学校": "nine_year", "十二年一贯制学校": "nine_year",
  ]

  var catalogueKind: String? { Self.catalogueKinds[kind] }

  /// Kinds of schools that have a volume.
  static var kinds: [String] { catalogueKinds.keys.sorted() }

  init(_ db: Database, org: Row, year: Int) throws {
    let code: String = org["org_code"]
    orgCode = code
    kind = org["kind"]
    let rolls = try Row.fetchAll(
      db,
      sql: """
        SELECT stage, campus, count(*) AS classes, sum(head_count) AS pupils, count(boys) AS told, sum(boys) AS boys,
          count(boarders) AS boarders_told, sum(boarders) AS boarders
        FROM class_roll WHERE org_code = ? AND school_year = ? GROUP BY stage, campus
        """, arguments: [orgCode, year])
    var byStage: [Stage: SchoolCounts] = [:]
    var onCampus: [String: Set<Stage>] = [:]
    for row in rolls {
      guard let stage = Stage(word: row["stage"]), (row["pupils"] as Int) > 0 else { continue }
      onCampus[row["campus"], default: []].insert(stage)
      let part = SchoolCounts(
        classes: row["classes"], pupils: row["pupils"],
        boys: row["told"] as Int == row["classes"] as Int ? row["boys"] : nil,
        boarders: row["boarders_told"] as Int == row["classes"] as Int ? row["boarders"] : nil)
      byStage[stage] = byStage[stage].map { SchoolInputs.sum($0, part) } ?? part
    }
    if rolls.isEmpty { byStage = try Self.stated(db, orgCode, year) }
    let staff = try Row.fetchAll(
      db,
      sql: "SELECT stage, count(*) AS n FROM teacher WHERE org_code = ? AND school_year = ? GROUP BY stage",
      arguments: [orgCode, year])
    for row in staff {
      if let stage = (row["stage"] as String?).flatMap({ Stage(word: $0) }) {
        byStage[stage]?.teachers = row["n"]
      }
    }
    stages = Stage.compulsory.filter { byStage[$0] != nil }
    let compulsory = stages.compactMap { byStage[$0] }
    whole = compulsory.dropFirst().reduce(compulsory.first ?? SchoolCounts(classes: 0, pupils: 0), Self.sum)
    self.byStage = byStage
    boarding = (org["boarding"] as Int?).map { $0 == 1 } ?? whole.boarders.map { $0 > 0 }
    onlyStage = onCampus.compactMapValues { $0.count == 1 ? $0.first : nil }
    let registers = ElementReading.registers + ["safety_check"]
    kept = Set(
      try registers.filter {
        try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM \($0) WHERE org_code = ? AND school_year = ?)",
          arguments: [code, year]) ?? false
      })
    rooms = try Row.fetchAll(
      db,
      sql: "SELECT room_no, purpose, name, category FROM room WHERE org_code = ? AND school_year = ?",
      arguments: [code, year]
    ).map { ($0["room_no"], RoomTold(purpose: $0["purpose"], name: $0["name"], category: $0["category"])) }
  }

  private static func stated(_ db: Database, _ org: String, _ year: Int) throws -> [Stage: SchoolCounts] {
    var counts: [Stage: SchoolCounts] = [:]
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT stage, element, value FROM statement
        WHERE org_code = ? AND school_year = ? AND campus = '' AND element IN ('学生数', '班级数')
        """, arguments: [org, year])
    {
      guard let stage = Stage(word: row["stage"]) else { continue }
      var count = counts[stage] ?? SchoolCounts(classes: 0, pupils: 0)
      if row["element"] == "学生数" {
        count.pupils = Int(row["value"] as Double)
      } else {
        count.classes = Int(row["value"] as Double)
      }
      counts[stage] = count
    }
    return counts
  }

  private static func sum(_ a: SchoolCounts, _ b: SchoolCounts) -> SchoolCounts {
    func both(_ x: Int?, _ y: Int?) -> Int? { x.flatMap { x in y.map { x + $0 } } }
    return SchoolCounts(
      classes: a.classes + b.classes, pupils: a.pupils + b.pupils, boys: both(a.boys, b.boys),
      boarders: both(a.boarders, b.boarders), teachers: both(a.teachers, b.teachers))
  }

  /// Whether the condition holds; nil where nothing tells.
  func holds(_ condition: CatalogueItem.Condition) -> Bool? {
    switch condition {
    case .boarding: boarding
    case .nonBoarding: boarding.map { !$0 }
    case .youngPioneers: stages.contains(.primary)
    case .servesMeals, .specialNeedsPupils5: nil
    }
  }
}
