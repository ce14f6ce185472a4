import GRDB
import Testing
import YiceIndicators
import YiceLedgers
import YiceModel
import YiceStandards
import YiceStore

@Suite struct LedgerBuildTests {
  private func build(_ town: LedgerTown, year: Int = 2022) throws -> LedgerBuild.Outcome {
    let build = LedgerBuild(year: year, catalogue: try Catalogue.shipped())
    let lines = try town.file.readWithTemporaryTables { db in
      let profile = try ProfileCatalog.named("national-2017")
      let figures = try WorkedYear.with(db, year: year, profile: profile) { $0.figures }
      return try build.lines(db, figures: figures, orgCode: nil)
    }
    return try town.write { try build.write(lines, $0) }
  }

  private func room(_ town: LedgerTown, _ no: String, _ purpose: String, area: Double, campus: String = "")
    throws
  {
    try town.add(
      .room,
      [
        "school_year": 2022, "room_no": no, "category": "专用教室", "purpose": purpose, "floor_area": area,
        "campus": campus,
      ])
  }

  private func line(_ town: LedgerTown, _ id: String, stage: String = "") throws -> String? {
    try town.text(
      """
      SELECT coalesce(required, '-') || ' ' || coalesce(actual, '-') || ' ' || coalesce(state, '-') || ' '
        || coalesce(actual_source, '-') FROM standardization_item WHERE item_id = '\(id)' AND stage = '\(stage)'
      """)
  }

  @Test("应配 from classes, 现状 from rooms that are large enough, what no register tells stays open")
  func first() throws {
    let town = try LedgerTown(.school)
    for no in 1...13 { try town.roll(40, no: no) }
    try room(town, "M1", "音乐教室", area: 96)
    try room(town, "M2", "音乐教室", area: 95.9)
    let outcome = try build(town)
    #expect(outcome.schools == 1 && outcome.added > 40)
    #expect(try line(town, "music_room") == "2.0 1.0 未启动 登记册")
    #expect(try line(town, "art_room") == "2.0 0.0 未启动 登记册")
    #expect(try line(town, "broadband") == "100.0 - - -")
    #expect(try line(town, "basketball_court") == "2.0 - - -", "no ground register: unknown, not 0")
    #expect(try line(town, "physics_lab", stage: "初中") == nil)
  }

  @Test("a line of 3 music rooms of 96 ㎡ is 3 of them")
  func roomsInALine() throws {
    let town = try LedgerTown(.school)
    try town.roll(40)
    try town.add(
      .room,
      [
        "school_year": 2022, "room_no": "M", "category": "专用教室", "purpose": "音乐教室", "usable_area": 96,
        "room_count": 3,
      ])
    _ = try build(town)
    #expect(try line(town, "music_room") == "1.0 3.0 已达标 登记册")
  }

  @Test("building again keeps what was typed, shows what moved, and changes nothing when nothing moved")
  func again() throws {
    let town = try LedgerTown(.school)
    for no in 1...12 { try town.roll(40, no: no) }
    try room(town, "M1", "音乐教室", area: 100)
    _ = try build(town)
    #expect(try line(town, "music_room") == "1.0 1.0 已达标 登记册")
    try town.set(.standardizationItem, "/music_room", ["measure": "扩建", "money": 50000, "person": "某"])
    try town.set(.standardizationItem, "/broadband", ["actual": 200, "actual_source": "手工"])
    let same = try build(town)
    #expect(same.moved.map(\.column) == ["状态"], "200 was typed: 已达标 follows")
    #expect(try build(town).moved.isEmpty)
    try town.roll(40, no: 13)
    let moved = try build(town).moved.filter { $0.item == "音乐专用教室" }
    #expect(moved.map { "\($0.column) \($0.old) \($0.new)" } == ["标准(应配) 1 2", "状态 已达标 未启动"])
    #expect(
      try town.text(
        "SELECT measure || money || person FROM standardization_item WHERE item_id = 'music_room'")
        == "扩建50000.0某")
    #expect(try line(town, "broadband") == "100.0 200.0 已达标 手工")
  }

  @Test("in a combined school a room of a mixed campus is nobody's until the clerk says so")
  func combined() throws {
    let town = try LedgerTown(.school, kind: "九年一贯制学校")
    try town.roll(40, no: 1)
    try town.roll(40, no: 2, stage: "初中")
    try room(town, "C1", "计算机教室", area: 100)
    try room(town, "S1", "科学教室", area: 100)
    _ = try build(town)
    #expect(try line(town, "computer_room_primary", stage: "小学") == "1.0 - - -")
    #expect(try line(town, "science_room", stage: "小学") == "1.0 1.0 已达标 登记册")
    #expect(try line(town, "music_room") == "1.0 0.0 未启动 登记册")
  }

  @Test("a 教学点 has its own short volume, a 十二年一贯制学校 that of its compulsory stages")
  func kinds() throws {
    let point = try LedgerTown(.school, kind: "教学点")
    try point.roll(20)
    _ = try build(point)
    #expect(try line(point, "straight_track_teaching_point") == "60.0 - - -")
    #expect(try line(point, "music_room") == nil)
    #expect(try line(point, "books_primary", stage: "小学") == "500.0 - - -")
    let twelve = try LedgerTown(.school, kind: "十二年一贯制学校")
    try twelve.roll(40)
    try twelve.roll(40, stage: "初中")
    try twelve.roll(50, entry: 2022, no: 1, stage: "高中")
    _ = try build(twelve)
    #expect(try line(twelve, "desk_and_chair") == "80.0 - - -")
    #expect(try line(twelve, "building_area_nine_year") == "6.5 - - -")
  }

  @Test("a line that was not found in an official text says so")
  func unverified() throws {
    let town = try LedgerTown(.school)
    try town.roll(40)
    _ = try build(town)
    let basis = try town.text(
      "SELECT basis || verified FROM standardization_item WHERE item_id = 'escort_post'")
    #expect(basis == "平安校园四个100%(县区方案);所见国家部署为前三项（待核实）0")
  }

  @Test("roll-ups: money by year, reached by school, gaps by item")
  func rollup() throws {
    let town = try LedgerTown()
    for no in 1...13 { try town.roll(40, no: no) }
    try room(town, "M1", "音乐教室", area: 96)
    _ = try build(town)
    for (year, planned, spent) in [(2023, 30000.0, 10000.0), (2024, 20000, 0)] {
      try town.add(
        .standardizationGoal,
        [
          "stage": "", "item_id": "music_room", "year": year, "goal": 1, "done": year == 2023 ? 1 : 0,
          "planned_money": planned, "spent_money": spent,
        ])
    }
    let years = try town.file.read { try LedgerRollup.all($0, by: .year) }
    #expect(
      years.map { "\($0.name) \($0.count.lines) \($0.count.reached) \($0.planned) \($0.spent)" } == [
        "2023 1 1 30000.0 10000.0", "2024 1 0 20000.0 0.0",
      ])
    let items = try town.file.read { try LedgerRollup.all($0, by: .item) }
    let music = try #require(items.first { $0.name == "功能室　音乐专用教室" })
    #expect(
      music.gap == 1 && music.unit == "间" && music.planned == 50000 && music.count.lines == 1
        && music.count.reached == 0)
    let schools = try town.file.read { try LedgerRollup.all($0, by: .school) }
    #expect(schools.map(\.name) == ["示例小学"] && schools.first?.count.isWhole == false)
  }

  @Test("a check without a number leaves the line open")
  func noNumber() throws {
    let town = try LedgerTown(.school)
    try town.add(
      .safetyCheck,
      ["school_year": 2022, "item": "专职保安员配备", "checked_on": "2022-09-05", "met": true])
    _ = try build(town)
    let filled: String? = try town.text(
      "SELECT group_concat(coalesce(actual, '-')) FROM standardization_item WHERE item LIKE '%保安%'")
    #expect(filled?.contains("-") == true, "\(filled ?? "no line")")
  }
}
