import Foundation
import GRDB
import YiceIndicators
import YiceModel
import YiceStandards
import YiceStore

/// A county held in plain arrays, which tests write down or make at random; year 2022.
struct TestCounty {
  struct School {
    var code: String
    var name = ""
    var kind = "小学"
    var runBy: Int?
    var urbanRural: String?
    var builtYear: Int?
    var inclusion: String?
    var target: String?
  }
  struct Roll { var org: String, stage: Stage, pupils: Int, campus = "", grade = 1 }
  struct Teacher {
    var org: String, stage: Stage?, fullTime: Bool? = true, education = "高中阶段", backbone = "无"
    var subject = "语文", title = "二级", post: String? = nil, rotated: Bool? = nil
  }
  struct Room {
    var org: String, category = "教室", area: Double? = 0, multimedia: Bool? = nil, campus = ""
    var count: Int? = nil, purpose: String? = nil, built: Int? = nil, name: String? = nil
  }
  struct Ground {
    var org: String, area: Double, category = "运动场地", campus = "", leased: Bool? = nil, converted: Bool? = nil
  }
  struct Equipment {
    var org: String, value: Double?, category = "教学仪器设备", counts: Bool? = nil, quantity = 1.0, campus = ""
  }
  struct Statement { var org: String, element: String, value: Double, stage: Stage? = nil, campus = "" }

  struct Relaxation { var org: String, item: String, expires: String }

  var schools: [School] = []
  var rolls: [Roll] = []
  var teachers: [Teacher] = []
  var rooms: [Room] = []
  var grounds: [Ground] = []
  var equipment: [Equipment] = []
  var statements: [Statement] = []
  var relaxations: [Relaxation] = []
}

// MARK: - Writing it into a file

extension TestCounty {
  func insert(into db: Database, year: Int = 2022) throws {
    for school in schools {
      try db.execute(
        sql: """
          INSERT INTO org (org_code, name, kind, run_by, inclusion, inclusion_target, urban_rural, built_year)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          school.code, school.name.isEmpty ? school.code : school.name, school.kind, school.runBy,
          school.inclusion, school.target, school.urbanRural, school.builtYear,
        ])
    }
    for (index, roll) in rolls.enumerated() {
      try db.execute(
        sql: """
          INSERT INTO class_roll (org_code, school_year, stage, entry_year, class_no, grade, campus, head_count)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          roll.org, year, roll.stage.rawValue, 1951 + index / 99, 1 + index % 99, roll.grade, roll.campus,
          roll.pupils,
        ])
    }
    for (index, teacher) in teachers.enumerated() {
      try db.execute(
        sql: """
          INSERT INTO teacher (org_code, school_year, teacher_no, name, stage, full_time, education, backbone,
            subject, title, post, rotated) VALUES (?, ?, ?, '某', ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          teacher.org, year, "\(index)", teacher.stage?.rawValue, teacher.fullTime, teacher.education,
          teacher.backbone, teacher.subject, teacher.title, teacher.post, teacher.rotated,
        ])
    }
    try insertPlaces(into: db, year: year)
    for row in relaxations {
      try db.execute(
        sql: "INSERT INTO relaxation (org_code, item, basis, expires_on) VALUES (?, ?, '某文', ?)",
        arguments: [row.org, row.item, row.expires])
    }
    for row in statements {
      try db.execute(
        sql: """
          INSERT INTO statement (org_code, school_year, element, stage, campus, value)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [row.org, year, row.element, row.stage?.rawValue ?? "", row.campus, row.value])
    }
  }

  private func insertPlaces(into db: Database, year: Int) throws {
    for (index, room) in rooms.enumerated() {
      try db.execute(
        sql: """
          INSERT INTO room (org_code, school_year, room_no, campus, category, floor_area, multimedia, room_count,
            purpose, built_year, name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          room.org, year, "\(index)", room.campus, room.category, room.area, room.multimedia, room.count,
          room.purpose, room.built, room.name,
        ])
    }
    for (index, ground) in grounds.enumerated() {
      try db.execute(
        sql: """
          INSERT INTO ground (org_code, school_year, ground_no, campus, category, area, leased, converted)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          ground.org, year, "\(index)", ground.campus, ground.category, ground.area, ground.leased,
          ground.converted,
        ])
    }
    for (index, item) in equipment.enumerated() {
      try db.execute(
        sql: """
          INSERT INTO equipment (org_code, school_year, item_no, name, campus, category, value,
            counts_as_teaching, quantity) VALUES (?, ?, ?, '某', ?, ?, ?, ?, ?)
          """,
        arguments: [
          item.org, year, "\(index)", item.campus, item.category, item.value, item.counts, item.quantity,
        ])
    }
  }

  /// An empty file in memory, without the triggers that stamp other programs' rows.
  static func memory() throws -> DatabaseQueue {
    let schema = Schema.sql
    let content = schema.range(of: ChangeTriggers.heading).map { String(schema[..<$0.lowerBound]) } ?? schema
    let queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { try $0.execute(sql: content) }
    return queue
  }

  /// The figures of this county alone, in a file that is used again and again.
  func figures(in queue: DatabaseQueue, _ profile: Profile, on day: String?) throws -> CountyFigures {
    try queue.write { db in
      for table in ["org", "class_roll", "teacher", "room", "ground", "equipment", "statement", "relaxation"]
      {
        try db.execute(sql: "DELETE FROM \(table)")
      }
      try insert(into: db)
      return try WorkedYear.with(db, year: 2022, profile: profile, day: day) { $0.figures }
    }
  }

  /// The figures of this county.
  func figures(_ profile: Profile? = nil, year: Int = 2022) throws -> CountyFigures {
    let profile = try profile ?? ProfileCatalog.named("national-2017")
    return try TestCounty.memory().write { db in
      try insert(into: db)
      return try WorkedYear.with(db, year: year, profile: profile) { $0.figures }
    }
  }
}

// MARK: - Common counties

extension TestCounty {
  /// One school that states everything, so that a test can vary one figure. Defaults pass every threshold.
  static func stated(
    _ changes: [String: Double] = [:], code: String = "2100000001", kind: String = "小学",
    stage: Stage = .primary, pupils: Int = 1000
  ) -> TestCounty {
    var county = TestCounty()
    county.schools = [School(code: code, kind: kind)]
    county.rolls = [Roll(org: code, stage: stage, pupils: pupils)]
    let share = Double(pupils) / 1000
    let amounts: [String: Double] = [
      "高于规定学历教师数": 60 * share, "骨干教师数": 20 * share, "体育教师数": 10 * share,
      "艺术教师数": 10 * share, "教学及辅助用房面积": 7000 * share, "室内体育用房面积": 500 * share,
      "运动场地面积": 12000 * share, "教学仪器设备值": 3_000_000 * share, "网络多媒体教室数": 30 * share,
    ].merging(changes) { $1 }
    county.statements = amounts.sorted { $0.key < $1.key }.map { element, value in
      let byStage = Element.named(element)?.byStage ?? false
      return Statement(org: code, element: element, value: value, stage: byStage ? stage : nil)
    }
    return county
  }

  static func + (left: TestCounty, right: TestCounty) -> TestCounty {
    TestCounty(
      schools: left.schools + right.schools, rolls: left.rolls + right.rolls,
      teachers: left.teachers + right.teachers, rooms: left.rooms + right.rooms,
      grounds: left.grounds + right.grounds, equipment: left.equipment + right.equipment,
      statements: left.statements + right.statements, relaxations: left.relaxations + right.relaxations)
  }
}

extension JSONDecoder {
  /// For the samples' files, whose names are written with underscores.
  static var snakeCase: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }
}

extension CountyFigures {
  func segment(_ code: String, _ stage: Stage = .primary) -> SegmentFigures? {
    self.stage(stage)?.segments.first { $0.orgCode == code }
  }
}
