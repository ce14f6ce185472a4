import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

/// The one description of how registers are read, against the catalogue, the profiles and the figures made from it.
@Suite("the readings of 数据项")
struct ElementReadingTests {
  @Test("every 数据项 of the resource indicators has one reading, and each names columns that its register has")
  func whole() throws {
    let names = ElementReading.all.map(\.element.name)
    #expect(Set(names).count == names.count)
    #expect(Set(Element.resources.map(\.name)).isSubset(of: names))
    #expect(Set(names).subtracting(Element.resources.map(\.name)) == ["兼职走教体艺教师数", "租借运动场地面积", "改建运动场地面积"])
    for reading in ElementReading.all {
      let table = try #require(TableCatalog.table(reading.register))
      #expect(table.name == reading.register)
      var columns = reading.conditions.map(\.column)
      if case .column(let column) = reading.amount { columns.append(column) }
      columns.append(reading.element.byStage ? "stage" : "campus")
      for column in columns {
        #expect(table.columns.contains { $0.name == column }, "\(reading.element.name) \(column)")
      }
    }
  }

  @Test("every list that a reading asks for stands in every profile", arguments: ProfileCatalog.ids)
  func lists(_ profile: String) throws {
    let registers = try ProfileCatalog.named(profile).registers
    for condition in ElementReading.all.flatMap(\.conditions) {
      switch condition {
      case .listed(_, let lists):
        for list in lists { #expect(registers.lists[list]?.isEmpty == false, "\(list)") }
      case .yesOrListed(_, _, let list): #expect(registers.lists[list]?.isEmpty == false, "\(list)")
      case .listedForStage:
        for stage in Stage.compulsory { #expect(registers.aboveQualification[stage]?.isEmpty == false) }
      case .amongOrYes(_, let words, _): #expect(!words.isEmpty)
      case .yes, .notYes, .filled: break
      }
    }
  }

  @Test("words that a reading spells out are choices of their column")
  func words() throws {
    for reading in ElementReading.all {
      for case .amongOrYes(let column, let words, _) in reading.conditions {
        let type = try #require(TableCatalog.table(reading.register)?.column(column)?.type)
        guard case .choice(let choices) = type else {
          Issue.record("\(column) is no choice")
          continue
        }
        #expect(Set(words).isSubset(of: choices), "\(column)")
      }
    }
  }

  @Test("what a reading takes, row by row, is what was added up, on random counties", arguments: 1...2)
  func rows(_ batch: Int) throws {
    var compared = 0
    for number in 0..<Effort.runs(usually: 10) {
      let seed = UInt64(batch * 7000 + number)
      var random = SplitMix64(seed: seed)
      let county = TestCounty.random(&random)
      try TestCounty.memory().write { db in
        try county.insert(into: db)
        try WorkedYear.with(db, year: 2022, profile: ProfileCatalog.named("national-2017")) { _ in
          for reading in ElementReading.all
          where reading.register != "class_roll" && reading.relaxation == nil {
            let conditions = reading.conditions.map { " AND \($0.sql("n."))" }.joined()
            let one =
              if case .column(let column) = reading.amount { "coalesce(n.\(column), 0)" } else { "1" }
            let amount = reading.times.map { "\(one) * coalesce(n.\($0), 1)" } ?? one
            let byRow =
              try Double.fetchOne(
                db,
                sql: """
                  SELECT total(\(amount)) FROM \(reading.register) AS n JOIN scope AS s ON s.org_code = n.org_code
                  WHERE n.school_year = 2022\(conditions)
                  """) ?? 0
            let added =
              try Double.fetchOne(
                db, sql: "SELECT total(amount_e4) / 10000.0 FROM amount WHERE element = ? AND source = '登记册'",
                arguments: [reading.element.name]) ?? 0
            #expect(abs(byRow - added) < 1e-3, "seed \(seed) \(reading.element.name)")
            compared += added > 0 ? 1 : 0
          }
        }
      }
    }
    #expect(compared > 20)
  }
}

/// Rows that count for no 数据项, and what keeps them out.
@Suite("rows that count nowhere")
struct UncountedRowTests {
  private let code = "2100000001"

  private func uncounted(
    _ register: String, on day: String? = nil, _ change: (inout TestCounty) -> Void
  ) throws -> [String] {
    var county = TestCounty.stated(pupils: 80)
    change(&county)
    let table = try #require(TableCatalog.table(register))
    return try TestCounty.memory().write { db in
      try county.insert(into: db)
      let profile = try ProfileCatalog.named("national-2017")
      return try WorkedYear.with(db, year: 2022, profile: profile, day: day) {
        try $0.uncounted(register).map { "\($0.key) \($0.reason(table))" }
      }
    }
  }

  @Test("a teacher without 专任 or 任教学段, or not 专任, counts nowhere")
  func teachers() throws {
    let found = try uncounted("teacher") {
      $0.teachers = [
        .init(org: code, stage: .primary), .init(org: code, stage: .primary, fullTime: nil),
        .init(org: code, stage: .primary, fullTime: false), .init(org: code, stage: nil),
      ]
    }
    #expect(found == ["1 “专任教师”没有填", "2 “专任教师”为否", "3 “任教学段”没有填"])
  }

  @Test("a room of another category counts nowhere; one without its area does, as 0")
  func rooms() throws {
    let found = try uncounted("room") {
      $0.rooms = [
        .init(org: code, category: "教室", area: nil), .init(org: code, category: "生活用房", area: 9),
        .init(org: code, category: "室内体育用房", area: 9),
      ]
    }
    #expect(found == ["1 “用房类别”为“生活用房”，不在计入之列"])
  }

  @Test("a leased ground or one on a roof counts where the relaxation is in force, and nowhere else")
  func grounds() throws {
    let change = { (county: inout TestCounty) in
      county.grounds = [
        .init(org: code, area: 100), .init(org: code, area: 50, leased: true),
        .init(org: code, area: 30, converted: true),
        .init(org: code, area: 10, category: "其他场地"),
      ]
      county.relaxations = [.init(org: code, item: "R5", expires: "2023-12-31")]
    }
    let other = "3 “场地类别”为“其他场地”，不在计入之列"
    #expect(try uncounted("ground", on: "2022-09-01", change) == [other])
    #expect(try uncounted("ground", on: "2024-01-01", change) == ["1 “租借”为是", "2 “地下或楼顶”为是", other])
  }

  @Test("equipment that says it does not count, or of a category that does not")
  func equipment() throws {
    let found = try uncounted("equipment") {
      $0.equipment = [
        .init(org: code, value: 1), .init(org: code, value: 1, counts: false),
        .init(org: code, value: 1, category: "其他设备"),
        .init(org: code, value: 1, category: "其他设备", counts: true),
        .init(org: code, value: 1, category: "图书"),
      ]
    }
    #expect(found == ["1 “计入教学仪器设备值”为否", "2 “设备类别”为“其他设备”，不在计入之列"])
  }

  @Test("on random counties each row counts for a 数据项 or is told, never both", arguments: 1...2)
  func disjoint(_ batch: Int) throws {
    var told = 0
    for number in 0..<Effort.runs(usually: 10) {
      let seed = UInt64(batch * 9000 + number)
      var random = SplitMix64(seed: seed)
      let county = TestCounty.random(&random)
      try TestCounty.memory().write { db in
        try county.insert(into: db)
        try WorkedYear.with(db, year: 2022, profile: ProfileCatalog.named("national-2017")) { worked in
          for register in ElementReading.registers where register != "class_roll" {
            let rows = try worked.uncounted(register)
            told += rows.count
            let counted =
              try Int.fetchOne(
                db,
                sql: """
                  SELECT count(*) FROM \(register) AS n JOIN scope AS s ON s.org_code = n.org_code
                  WHERE n.school_year = 2022 AND (\(
                    ElementReading.of(register: register).filter { $0.relaxation == nil }
                      .map { "(" + $0.conditions.map { $0.sql("n.") }.joined(separator: " AND ") + ")" }
                      .joined(separator: " OR ")))
                  """) ?? 0
            let all =
              try Int.fetchOne(
                db,
                sql: """
                  SELECT count(*) FROM \(register) AS n JOIN scope AS s ON s.org_code = n.org_code
                  WHERE n.school_year = 2022
                  """) ?? 0
            #expect(rows.count + counted == all, "seed \(seed) \(register)")
          }
        }
      }
    }
    #expect(told > 20)
  }
}
