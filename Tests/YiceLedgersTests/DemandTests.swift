import Foundation
import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceIndicators
import YiceLedgers
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

/// What programmes ask for beside the standard, from the sheets of samples/programmes.
@Suite struct DemandTests {
  /// A programme in a county's file, with the standard's own limits for ledgers.
  private func load(_ name: String, year: Int) throws -> LedgerTown {
    let town = try LedgerTown(.county, year: year)
    let folder = Repository.root + "/samples/programmes/" + name
    for sheet in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where sheet.hasSuffix(".csv") {
      let table = try #require(TableCatalog.table(String(sheet.dropLast(4))))
      let outcome = try Importer(table).run(
        CSVReader(path: folder + "/" + sheet), into: town.file, author: Author("局"))
      #expect(outcome.errors == 0, "\(sheet): \(outcome.findings)")
    }
    return town
  }

  private func asked<T>(
    _ town: LedgerTown, _ year: Int, today: String = "2023-01-01",
    _ body: (Database, DemandQuestion) throws -> T
  ) throws -> T {
    try town.file.read { db in
      let profile = try Profile.load(from: db, orgCode: LedgerTown.county)
      return try body(db, DemandQuestion(year: year, today: today, bureau: LedgerTown.county, profile))
    }
  }

  /// Rows of a demand as text, by column.
  private func rows(_ id: String, _ town: LedgerTown, _ year: Int, today: String = "2023-01-01") throws
    -> [[String: String]]
  {
    let demand = try #require(Demand.all.first { $0.id == id })
    return try asked(town, year, today: today) { db, question in
      try demand.rows(db, question).map { row in
        Dictionary(
          demand.columns.map { column in
            let value: DatabaseValue = row[column.name]
            return (
              column.name,
              String.fromDatabaseValue(value) ?? Double.fromDatabaseValue(value).map { "\($0)" } ?? ""
            )
          }
        ) { first, _ in first }
      }
    }
  }

  private func lines(_ town: LedgerTown, _ year: Int, today: String = "2023-01-01") throws -> [String:
    ProgrammeLine]
  {
    let all = try asked(town, year, today: today) { db, question in
      try Demand.all.flatMap { try $0.lines(db, question) }
    }
    return Dictionary(all.map { ("\($0.section) \($0.name)", $0) }) { first, _ in first }
  }

  @Test("the head of every query names the columns that it gives, and tables of the catalog")
  func heads() throws {
    let town = try LedgerTown(.county)
    try asked(town, 2022) { db, question in
      for demand in Demand.all {
        let statement = try db.makeStatement(sql: demand.query)
        #expect(Set(demand.columns.map(\.name)).isSubset(of: statement.columnNames), "\(demand.id)")
        #expect(statement.columnNames.first == "org_code", "\(demand.id)")
        #expect(
          demand.columns.count > 3 && demand.tables.allSatisfy { TableCatalog.table($0) != nil },
          "\(demand.id)")
        #expect(
          demand.columns.allSatisfy { !question.filled($0.label).contains("{") }
            && !question.filled(demand.notes.joined()).contains("—。"))
        #expect(
          try demand.lines(db, question).isEmpty && demand.status?.isEmpty != true,
          "nothing is told of an empty file")
      }
    }
    #expect(Set(Demand.all.map(\.form)).count == Demand.all.count)
  }

  @Test("罗定: 每年72学时 beside 五年360学时, both known only where the hours are")
  func training() throws {
    let town = try load("罗定", year: 2019)
    let found = try rows("training", town, 2019)
    #expect(
      found.map { $0["of_year"] } == ["是", "否", "未填"] && found.map { $0["of_five"] } == ["是", "未填", "否"])
    #expect(found[0]["sum"] == "368.0" && found[0]["y4"] == "72.0")
    let told = try lines(town, 2019)
    #expect(told["培训 每年72学时（2019年）"]?.done == 1 && told["培训 每年72学时（2019年）"]?.remark == "33.3%，未填 1 人")
    let items = try town.file.readWithTemporaryTables { db in
      let profile = try Profile.load(from: db, orgCode: LedgerTown.county)
      return try WorkedYear.with(db, year: 2019, profile: profile) { try $0.items(of: LedgerTown.county) }
    }
    // Other schools keep no register, so the county's figure is 未填; the school's own is known to fail.
    #expect(items.item("G9")?.met == nil)
    let details = try #require(items.item("G9")?.ofSchools["2199000021"])
    #expect(details.map(\.label) == ["完成率", "每年学时完成率"] && details.map(\.decides) == [true, true])
    #expect(
      details[1].bound == "≥ 100" && details[1].met == false,
      "the county's own 阈值 judges what the standard only shows")
  }

  @Test("the register of stays: 3 years of 轮岗 and 2 of 支教 less a summer, what ends too early, what ends soon")
  func exchange() throws {
    let town = try load("西吉", year: 2022)
    #expect(
      try rows("exchange", town, 2022, today: "2022-08-01").map { $0["standing"] } == [
        "期满", "年限不足", "未开始", "即将期满",
      ])
    let told = try #require(try lines(town, 2022, today: "2023-01-01")["交流 交流轮岗"])
    #expect(told.total == 3 && told.overdue == 1 && told.remark == "骨干占 33.3%，年限不足 1")
    let years = try rows("exchange-years", town, 2022).filter { $0["kind"] == "交流轮岗和支教" }
    let before = try #require(years.first { $0["note"] == "上一年度（表Ⅳ）" })
    #expect(before["year"] == "2021—2022" && before["teachers"] == "3.0" && before["share"] == "66.7")
    // 表Ⅳ: where no teacher register tells it, the stays of the year before do.
    try town.add(
      .teacher,
      [
        "org_code": "2199000011", "school_year": 2022, "teacher_no": "T1", "name": "甲", "full_time": 1,
        "stage": "小学", "rotation_due": 1,
      ])
    try town.roll(40)
    let item = try town.file.readWithTemporaryTables {
      try WorkedYear.with($0, year: 2022, profile: ProfileCatalog.named("national-2017")) {
        try $0.items(of: LedgerTown.county)
      }
    }.item("G11")
    #expect(
      item?.ofSchools["2199000011"]?.first?.value == nil,
      "two of one who could is no share of a school out of scope")
  }

  @Test("五包: kinds are data; a school that nobody looks after is named")
  func duties() throws {
    let town = try load("西吉", year: 2022)
    let found = try rows("duty", town, 2022)
    #expect(Set(found.map { $0["kind"] ?? "" }).isSuperset(of: ["包乡镇", "包学校", "包学科", "包教师", "包质量"]))
    #expect(found.contains { $0["standing"] == "没有人包" && $0["object"] == "示例第3中心小学" })
    #expect(!found.contains { $0["standing"] == "没有人包" && $0["object"] == "示例第1中心小学" })
  }

  @Test("checks that recur: how often, done, three answers, and names that need not match to the space")
  func checks() throws {
    let town = try load("西吉", year: 2022)
    let found = try #require(try rows("checks", town, 2022).first)
    #expect(
      found["often"] == "每学年2次" && found["due"] == "2.0" && found["enough"] == "1.0"
        && found["times"] == "4.0")
    #expect(
      found["yes"] == "1.0" && found["nearly"] == "1.0" && found["no"] == "1.0",
      "学籍 普查 is 学籍普查; the newest counts")
    let late = try #require(try lines(town, 2022, today: "2023-09-01")["检查 学籍普查"])
    #expect(late.overdue == late.total - 1)
    #expect(try lines(load("硚口", year: 2023), 2023)["检查 主体自查"]?.done == 1, "once a term is twice a year")
  }

  @Test("四个100% is a share of all schools, those that were never checked among them")
  func safety() throws {
    let town = try load("西吉", year: 2022)
    let found = try rows("safety", town, 2022)
    let guards = try #require(found.first { $0["item"] == "专职保安员配备" })
    let schools = try #require(guards["schools"].flatMap(Double.init))
    #expect(guards["met"] == "1.0" && guards["share"] == "\((1000 / schools).rounded() / 10)")
    #expect(found.prefix(4).map { $0["kind"] } == Array(repeating: "四个100%", count: 4))
    #expect(try lines(town, 2022)["安全 护学岗"]?.remark?.hasPrefix("0.0%，未查") == true)
  }

  @Test(
    "rooms by use, projects of schools that are not founded yet, experiments counted by the school itself")
  func sums() throws {
    let town = try load("西吉", year: 2022)
    #expect(try rows("rooms", town, 2022).last?["interactive"] == "340.0")
    let total = try #require(try rows("projects-sum", town, 2022).last)
    #expect(
      total["projects"] == "3.0" && total["founded"] == "1.0" && total["places"] == "2520.0"
        && total["money"] == "11500.0")
    #expect(total["done"] == "1.0" && total["overdue"] == "1.0", "年内 is over")
    let rates = try rows("experiments", town, 2022)
    #expect(rates.first { $0["source"] == "学校汇总" && $0["category"] == "演示" }?["share"] == "90.0")
    #expect(rates.first { $0["source"] == "台账" && $0["category"] == "分组" }?["share"] == "50.0")
  }

  @Test("三个增长, 一个比例, 两个只增不减 of three years, from four years of money")
  func growth() throws {
    let town = try load("八公山", year: 2022)
    let found = try rows("growth", town, 2022)
    let outgrown = try #require(found.first)
    // 10 % over 5 %, then 6.06 % under 9.5 %, then 11.4 % over 4.3 %.
    #expect(
      [outgrown["m2"], outgrown["m1"], outgrown["m0"]] == ["是", "否", "是"]
        && outgrown["verdict"] == "三年中 1 年未达到")
    let kept = try #require(found.first { $0["item"] == "一般公共预算教育支出只增不减" })
    #expect([kept["m2"], kept["m1"], kept["m0"]] == ["是", "是", "否"], "as much as before is no less")
    #expect(found.first { $0["item"] == "生均公用经费逐步增长" }?["verdict"] == "缺 3 年的数", "a blank is not 0")
  }

  @Test(
    "core items that the bureau named: four unmet of them are a veto, three are not, an open one is no verdict"
  )
  func core() throws {
    let town = try load("X区基本均衡", year: 2013)
    func verdict() throws -> Bool? {
      try town.file.readWithTemporaryTables { db in
        try WorkedYear.with(db, year: 2013, profile: ProfileCatalog.named("basic-2012")) {
          try $0.items(of: LedgerTown.county)
        }
      }.item("N2")?.schools.first { $0.orgCode == "2199000042" }?.met
    }
    #expect(try verdict() == true)
    let met = try #require(
      try town.text("SELECT group_concat(item) FROM core_answer WHERE org_code = '2199000042' AND met = 1")?
        .split(separator: ",").map(String.init))
    func answer(_ item: String, _ met: Int?) throws {
      try town.write {
        try $0.set(
          .coreAnswer, RowKey(["2199000042".databaseValue, 2013.databaseValue, item.databaseValue]),
          ["met": met])
      }
    }
    try answer(met[0], nil)
    #expect(try verdict() == nil)
    try answer(met[0], 0)
    #expect(try verdict() == true, "three of 13")
    try answer(met[1], 0)
    #expect(try verdict() == false, "four of 13")
    let profile = try ProfileCatalog.named("basic-2012")
    let line = try town.file.read { db in
      try Demand.all.flatMap {
        try $0.lines(db, DemandQuestion(year: 2013, today: "2013-12-01", bureau: LedgerTown.county, profile))
      }
    }.first { $0.name == "核心指标" }
    #expect(line?.remark?.hasPrefix("否决 1 所：示例第二小学") == true)
  }

  @Test("课堂监测 of a cycle adds up by year")
  func monitoring() throws {
    let found = try rows("monitoring", load("硚口", year: 2023), 2023)
    #expect(found.map { $0["so_far"] } == ["40.0", "70.0", "120.0"])
    #expect(found.map { $0["standing"] } == ["按进度", "落后于进度", "已全覆盖"])
  }

  @Test("targets are held against the figure they name; one that names none is told")
  func targets() throws {
    let town = try load("西吉", year: 2022)
    try town.add(.target, ["org_code": LedgerTown.county, "name": "幸福指数", "year": 2022, "value": 9])
    let found = try town.file.readWithTemporaryTables { db in
      let question = try Question(db, town.file.info, year: 2022, day: "2023-01-01")
      return try WorkedYear.with(db, question) {
        try TargetStanding.lines(db, question, $0.figures, $0.items(of: LedgerTown.county))
      }
    }
    let words = Dictionary(found.map { ($0.name, $0) }) { first, _ in first }
    #expect(words["2022年 互动课堂"]?.remark == "≥ 356间，现 340间，还差 16间")
    #expect(words["2022年 年内达标学校"]?.remark == "≥ 10所，现 0所，还差 10所")
    #expect(words["2023年 大班额在册"]?.remark == "≤ 0个，现 2个，还差 2个" && words["2023年 大班额在册"]?.done == 0)
    #expect(words["2022年 幸福指数"]?.remark?.contains("不知道要对照哪个数") == true)
  }

  @Test("千人学位 by town: the norm for 城镇 only, projects count from the autumn they are ready for")
  func places() throws {
    let town = try load("罗定", year: 2019)
    try town.add(
      .project,
      [
        "org_code": "2199000021", "id": "P1", "name": "扩建", "kind": "扩建", "places": 90,
        "due_on": "2020-08-31",
      ])
    let all = try town.file.read {
      try TownPlaces.all($0, year: 2019, ahead: 1, ProfileCatalog.named("national-2017"))
    }
    func of(_ town: String, _ year: Int, _ stage: Stage) -> TownPlaces? {
      all.first { $0.town == town && $0.forecast.year == year && $0.forecast.stage == stage }
    }
    // Three classes of 45 for 2200 residents, who need 176.
    #expect(of("甲镇", 2019, .primary)?.forecast.places == 135 && of("甲镇", 2019, .primary)?.isEnough == false)
    #expect(of("甲镇", 2020, .primary)?.forecast.places == 225 && of("甲镇", 2020, .primary)?.isEnough == true)
    #expect(of("甲镇", 2019, .junior)?.isEnough == true && of("乙乡", 2019, .primary)?.norm == nil)
    #expect(of("甲镇", 2019, .primary)?.perThousand.map { ($0 * 10).rounded() / 10 } == 61.4)
  }

  @Test("a class that left as large as it was is 毕业, counted apart from 销号; one that is still there is not")
  func graduation() throws {
    let town = try LedgerTown(.county, year: 2022)
    for (no, entry) in [(1, 2017), (2, 2017), (3, 2020)] {
      try town.add(
        .oversizedClass,
        [
          "stage": "小学", "entry_year": entry, "class_no": no, "filed_count": 60, "filed_on": "2022-09-01",
          "limit_count": 45, "level": "大班额", "state": "在册",
        ])
    }
    try town.roll(60, year: 2023, entry: 2017, no: 2)
    let left = try town.write { try OversizeMoves($0).graduateAll(on: "2023-01-10", .usual) }
    #expect(left.isEmpty, "not in the middle of their last year")
    let gone = try town.write { try OversizeMoves($0).graduateAll(on: "2023-07-05", .usual) }
    #expect(gone == ["2199000001/小学/2017/1"], "the one that stays another year is on a later class list")
    let sums = try #require(try rows("graduated", town, 2022, today: "2023-07-06").last)
    #expect(sums["graduated"] == "1.0" && sums["struck"] == "0.0" && sums["on_ledger"] == "2.0")
  }
}
