import GRDB
import Testing
import YiceIndicators
import YiceLedgers
import YiceModel
import YiceStandards
import YiceStore

@Suite struct RectificationTests {
  private func raise(_ town: LedgerTown, on date: String = "2022-10-01", due: String? = nil) throws
    -> RaiseProblems.Outcome
  {
    let problems = try town.file.readWithTemporaryTables { db in
      try WorkedYear.with(db, year: 2022, profile: ProfileCatalog.named("national-2017")) {
        try FoundProblem.failing($0.figures) + FoundProblem.findings($0, severities: [.error])
      }
    }
    return try town.write {
      try RaiseProblems(source: "自查", foundOn: date, dueOn: due).run(problems, $0)
    }
  }

  private func town() throws -> LedgerTown {
    let town = try LedgerTown(.school)
    try town.roll(100)
    for (element, value, stage) in [
      ("高于规定学历教师数", 4.0, "小学"), ("骨干教师数", 1, "小学"), ("体育教师数", 1, "小学"), ("艺术教师数", 1, "小学"),
      ("教学及辅助用房面积", 500, ""), ("室内体育用房面积", 0, ""), ("运动场地面积", 800, ""), ("教学仪器设备值", 300_000, ""),
    ] {
      try town.add(.statement, ["school_year": 2022, "element": element, "stage": stage, "value": value])
    }
    return town
  }

  @Test("one command raises each failing indicator, citing it; what has no data is raised as such")
  func failing() throws {
    let town = try town()
    let raised = try raise(town, due: "2022-12-31").raised
    #expect(raised.map(\.problem.indicator) == ["R1", "R7"])
    #expect(raised.first?.problem.problem == "小学每百名学生拥有高于规定学历教师数为 4.00 人/百人，标准 4.20 人/百人，未达标")
    #expect(raised.last?.problem.problem == "小学每百名学生拥有网络多媒体教室数没有数据：缺网络多媒体教室数")
    #expect(
      try town.text("SELECT goal || due_on || source || state FROM rectification WHERE indicator = 'R1'")
        == "不低于 4.20 人/百人2022-12-31自查待整改")
  }

  @Test("what a relaxation in force on the day covers is not raised; after its last day it is")
  func relaxed() throws {
    let town = try LedgerTown(.county)
    try town.roll(40)
    for (element, value, stage) in [
      ("运动场地面积", 200.0, ""), ("租借运动场地面积", 200, ""), ("室内体育用房面积", 0, ""),
    ] {
      try town.add(.statement, ["school_year": 2022, "element": element, "stage": stage, "value": value])
    }
    try town.add(.relaxation, ["item": "R5", "basis": "某文", "expires_on": "2022-12-31"])
    func raised(_ day: String) throws -> [String] {
      try town.file.readWithTemporaryTables { db in
        try WorkedYear.with(db, year: 2022, profile: ProfileCatalog.named("national-2017"), day: day) {
          FoundProblem.failing($0.figures).map(\.indicator)
        }
      }
    }
    #expect(try !raised("2022-12-31").contains("R5"))
    #expect(try raised("2023-01-01").contains("R5"))
  }

  @Test("a finding of check is raised with its school; the same one is not raised twice")
  func findings() throws {
    let town = try town()
    try town.add(
      .classRoll,
      [
        "school_year": 2022, "stage": "小学", "entry_year": 2021, "class_no": 1, "grade": 2, "head_count": 30,
        "boys": 31,
      ])
    let first = try raise(town)
    #expect(first.raised.map(\.problem.indicator).contains("G5"))
    let second = try raise(town)
    #expect(second.raised.isEmpty && second.open == first.raised.count)
  }

  @Test("items that fail at a school are raised with the classes by name, once")
  func items() throws {
    let town = try LedgerTown(.county)
    try town.roll(47)
    try town.roll(45, no: 3)
    func problems() throws -> [FoundProblem] {
      try town.file.readWithTemporaryTables { db in
        try WorkedYear.with(db, year: 2022, profile: ProfileCatalog.named("national-2017")) {
          FoundProblem.failing(try $0.items(of: LedgerTown.county))
        }
      }
    }
    let found = try problems()
    #expect(found.map(\.origin) == ["G5"])
    #expect(found.first?.problem == "所有班级学生数不超过规定人数：超标准班 1 个：小学2020年入学2班 47 人（上限 45）")
    try town.roll(40, no: 4)
    try town.add(
      .room, ["school_year": 2022, "room_no": "1", "category": "教室", "purpose": "普通教室", "floor_area": 60])
    let rooms = try problems().filter { $0.indicator == "G3" }
    #expect(rooms.map(\.origin) == ["G3/音乐", "G3/美术"])
    #expect(rooms.first?.problem == "每12个班级配备音乐、美术专用教室各1间以上：音乐实有 0，要求 1，未达标")
    let raise = RaiseProblems(source: "县检", foundOn: "2022-10-01")
    let all = try problems()
    #expect(try town.write { try raise.run(all, $0) }.raised.count == 3)
    #expect(try town.write { try raise.run(all, $0) }.open == 3)
  }

  @Test("a problem that was struck off and comes back is a new entry that names its former")
  func recurrence() throws {
    let town = try LedgerTown(.county)
    let problem = FoundProblem(
      orgCode: LedgerTown.school, origin: "R1/小学", indicator: "R1", problem: "不足", goal: nil)
    let raise: RaiseProblems = .init(source: "县检", foundOn: "2022-10-01")
    let first = try #require(try town.write { try raise.run([problem], $0) }.raised.first)
    try town.write { writer in
      let moves = try RectificationMoves(first.id, writer)
      try moves.submit(doneOn: "2022-10-20", evidence: "名册")
      try moves.strike(by: "某督学", unit: "督导室", on: "2022-10-25", reason: nil)
    }
    let again = try town.write { try RaiseProblems(source: "县检", foundOn: "2023-10-01").run([problem], $0) }
    #expect(again.raised.first?.formerID == first.id)
    #expect(again.raised.first?.id != first.id)
    #expect(try town.number("SELECT count(*) FROM rectification") == 2)
  }

  @Test("submit, send back, submit again, strike off, reopen: the entry, its verdicts and its dates follow")
  func cycle() throws {
    let town = try LedgerTown(.county)
    try town.add(
      .rectification,
      ["id": "Z1", "source": "县检", "problem": "缺音乐教室", "found_on": "2022-10-01", "state": "待整改"])
    func step(_ body: (RectificationMoves) throws -> Void) throws {
      try town.write { try body(RectificationMoves("Z1", $0)) }
    }
    try step { try $0.progress("已选址", on: "2022-10-08", by: nil, evidence: nil) }
    #expect(try town.text("SELECT state FROM rectification") == "整改中")
    try step { try $0.submit(doneOn: "2022-11-01", evidence: "照片") }
    try step { try $0.sendBack(by: "某", unit: nil, on: "2022-11-05", reason: "面积不足") }
    #expect(try town.text("SELECT state FROM rectification") == "退回")
    try step { try $0.submit(doneOn: "2022-11-20", evidence: nil) }
    let early = town.complaint {
      try step { try $0.strike(by: "某", unit: nil, on: "2022-11-19", reason: nil) }
    }
    #expect(early.contains("不能早于"))
    #expect(try town.number("SELECT count(*) FROM verdict") == 1, "a refused move leaves nothing behind")
    try step { try $0.strike(by: "某", unit: "督导室", on: "2022-11-25", reason: nil) }
    #expect(
      try town.text("SELECT state || struck_on || verifier_unit FROM rectification") == "已销号2022-11-25督导室")
    try step { try $0.reopen(by: "某", unit: nil, on: "2023-01-05", reason: "被挪作他用") }
    #expect(try town.text("SELECT state || coalesce(struck_on, '-') FROM rectification") == "整改中-")
    #expect(try town.number("SELECT count(*) FROM verdict WHERE result = '退回'") == 2)
  }

  struct Late: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let state: String
    let due: String?
    let done: String?
    let days: Int?
  }

  @Test(
    "overdue on 2022-12-01",
    arguments: [
      Late(
        testDescription: "due that very day is not late", state: "整改中", due: "2022-12-01", done: nil,
        days: nil),
      Late(
        testDescription: "due the day before is one day late", state: "整改中", due: "2022-11-30", done: nil,
        days: 1),
      Late(testDescription: "no day, never late", state: "待整改", due: nil, done: nil, days: nil),
      Late(
        testDescription: "handed in on time waits, is not late", state: "待核验", due: "2022-11-01",
        done: "2022-11-01", days: nil),
      Late(
        testDescription: "handed in late stays late", state: "待核验", due: "2022-11-01", done: "2022-11-04",
        days: 3),
      Late(
        testDescription: "struck off is not late", state: "已销号", due: "2022-11-01", done: "2022-11-04",
        days: nil),
    ])
  func overdue(_ test: Late) throws {
    let town = try LedgerTown(.county)
    try town.add(
      .rectification,
      [
        "id": "Z1", "source": "县检", "problem": "某", "state": test.state, "due_on": test.due,
        "done_on": test.done,
        "evidence": "某", "verifier": test.state == "已销号" ? "某" : nil,
        "struck_on": test.state == "已销号" ? "2022-11-05" : nil,
      ])
    let entry = try #require(
      try town.file.read { try RectificationQuery(today: "2022-12-01").entries($0) }.first)
    #expect(entry.daysLate == test.days)
    #expect(entry.isOverdue == (test.days != nil))
    var late = RectificationQuery(today: "2022-12-01")
    late.onlyOverdue = true
    #expect(try town.file.read { try late.entries($0) }.count == (test.days == nil ? 0 : 1))
  }

  @Test("lists and counts by person, unit and school take one name out of several")
  func several() throws {
    let town = try LedgerTown(.county)
    for (id, units, leaders) in [("Z1", "基建股、财务股", "甲、乙"), ("Z2", "财务股", "乙"), ("Z3", "财务股计划组", "乙丙")] {
      try town.add(
        .rectification,
        [
          "id": id, "source": "县检", "problem": "某", "state": "待整改", "units": units, "leaders": leaders,
          "due_on": "2022-11-01",
        ])
    }
    var query = RectificationQuery(today: "2022-12-01")
    query.unit = "财务股"
    #expect(try town.file.read { try query.entries($0) }.map(\.id) == ["Z1", "Z2"])
    query.unit = nil
    query.person = "乙"
    #expect(try town.file.read { try query.entries($0) }.map(\.id) == ["Z1", "Z2"])
    query.person = nil
    let entries = try town.file.read { try query.entries($0) }
    let counts = RectificationCount.count(entries, by: .unit)
    #expect(counts.map { "\($0.name) \($0.total) \($0.overdue)" } == ["财务股 2 2", "基建股 1 1", "财务股计划组 1 1"])
    query.dueWithin = 10
    #expect(try town.file.read { try query.entries($0) }.isEmpty)
  }
}
