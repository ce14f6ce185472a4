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

/// The five programmes of samples/programmes, each into a county's file by import alone.
@Suite struct ProgrammeTests {
  static let names = ["八公山", "西吉", "罗定", "硚口", "X区基本均衡"]

  private func load(_ name: String) throws -> LedgerTown {
    let town = try LedgerTown(.county)
    let folder = Repository.root + "/samples/programmes/" + name
    for sheet in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where sheet.hasSuffix(".csv") {
      let table = try #require(TableCatalog.table(String(sheet.dropLast(4))), "\(sheet) names no table")
      let outcome = try Importer(table).run(
        CSVReader(path: folder + "/" + sheet), into: town.file, author: Author("局"))
      #expect(
        outcome.errors == 0 && outcome.new == outcome.rows && outcome.rows > 0,
        "\(name)/\(sheet): \(outcome.findings)")
    }
    return town
  }

  private func status(_ town: LedgerTown, _ year: Int) throws -> [ProgrammeLine] {
    try town.file.read { db in
      let profile = try Profile.load(from: db, orgCode: LedgerTown.county)
      return try ProgrammeStatus(db, today: "2023-01-01", year: year, bureau: LedgerTown.county, profile)
        .lines()
    }
  }

  @Test("a programme goes in as it is written", arguments: names)
  func loads(_ name: String) throws {
    let town = try load(name)
    #expect(try !status(town, 2022).isEmpty)
  }

  @Test(
    "西吉: 15 policies of which number 8 is missing, 20 measures, 11 groups, 开出率 below 100 %, one of 四个100% open"
  )
  func xiji() throws {
    let lines = try status(load("西吉"), 2022)
    func line(_ name: String) -> ProgrammeLine? { lines.first { $0.name == name } }
    #expect(line("政策（制度）清单")?.total == 15 && line("政策（制度）清单")?.remark == "序号缺 8")
    #expect(line("2022年 整体推进")?.total == 20 && line("2022年 整体推进")?.overdue == 20)
    #expect(lines.count { $0.section == "共同体" } == 11)
    #expect(line("科学 4年级 分组")?.remark == "开出率 50.0%")
    #expect(line("护学岗")?.done == 0 && line("专职保安员配备")?.done == 1)
    #expect(line("整改清单")?.overdue == 1)
    #expect(line("一校一册")?.total == 2 && line("一校一册")?.done == 1)
    #expect(line("大班额台账")?.overdue == 1 && line("大校额台账")?.total == 1)
    #expect(line("2022年 督查检查")?.total == 3)
  }

  @Test(
    "西吉: a measure has several 责任领导 and 责任单位; goals by year have their money; schools of groups are known")
  func people() throws {
    let town = try load("西吉")
    #expect(try town.text("SELECT leader || '/' || units FROM task WHERE id = 'X01'") == "甲、乙、丙/县发改局、县住建局")
    #expect(
      try town.number(
        "SELECT count(*) FROM task WHERE kind = '措施' AND leader LIKE '%、%' AND units IS NOT NULL") == 20)
    #expect(try town.number("SELECT sum(planned_money) FROM standardization_goal") == 50_000)
    #expect(try town.number("SELECT money FROM standardization_item WHERE item_id = 'music_room'") == 50_000)
    #expect(try town.text("SELECT leaders || '/' || units FROM rectification") == "甲、乙/县教体局、县发改局")
    let groups = try status(town, 2022).filter { $0.section == "共同体" }
    #expect(groups.allSatisfy { $0.total == 2 && $0.remark?.contains("不在") == false })
  }

  @Test("a notice's words and slips stay as written, and check tells the slips")
  func slips() throws {
    func told(_ name: String) throws -> [String] {
      try load(name).file.readWithTemporaryTables {
        try WorkedYear.with($0, year: 2022, profile: ProfileCatalog.named("national-2017")) {
          try $0.check(wholeCounty: true)
        }
      }.map { "\($0.code) \($0.message)" }
    }
    let slips = try told("八公山").filter { $0.hasPrefix("task-") }
    #expect(slips.count == 2 && slips.allSatisfy { $0.hasPrefix("task-period") && $0.contains("2022年1月-3月") })
    #expect(slips.contains { $0.contains("迎接检查，查漏补缺") }, "the comma is the notice's own")
    #expect(try told("西吉").contains { $0.hasPrefix("list-skips") && $0.contains("从 7 跳到 9") })
  }

  @Test("八公山: four stages, 20 departments, and units that ledgers name outside the group are told")
  func bagongshan() throws {
    let lines = try status(load("八公山"), 2022)
    #expect(
      Set(lines.filter { $0.section == "任务" }.map { String($0.name.split(separator: " ")[1]) }).count == 4)
    let people = try #require(lines.first { $0.section == "组织" })
    #expect(people.total == 20 && people.remark == "台账里有而这里没有的单位：各学校、各成员单位")
    #expect(lines.first { $0.name == "整改清单" }?.total == 2)
    #expect(lines.filter { $0.section == "任务" }.map(\.total).reduce(0, +) == 10)
  }

  @Test("罗定: the county's own thresholds take effect, its class-size ledger is overdue")
  func luoding() throws {
    let town = try load("罗定")
    let profile = try town.file.read { try Profile.load(from: $0, orgCode: LedgerTown.county) }
    #expect(profile.indicator("R3")?.thresholds[.primary] == 1.0 && profile.unknownAdjustments.isEmpty)
    #expect(try status(town, 2019).first { $0.name == "大班额台账" }?.overdue == 2)
  }

  @Test("硚口: five checks in rounds; X区: the 2012 profile and its veto list")
  func others() throws {
    let lines = try status(load("硚口"), 2023)
    #expect(lines.count { $0.name.hasSuffix("第一轮") } == 5)
    #expect(lines.count { $0.section == "安全" } == 9)
    let town = try load("X区基本均衡")
    try town.write {
      try Profile.install(ProfileCatalog.text(of: "basic-2012"), name: "basic-2012", into: $0)
    }
    let items = try town.file.readWithTemporaryTables { db in
      let profile = try Profile.load(from: db, orgCode: LedgerTown.county)
      return try WorkedYear.with(db, year: 2013, profile: profile) { try $0.items(of: LedgerTown.county) }
    }
    #expect(items.item("N1")?.failing.map(\.orgCode) == ["2199000042"], "83 of 85 points")
    #expect(
      items.item("N2")?.met == true, "two of the 13 core items fail at each school, four would be too many")
    #expect(items.items.filter { $0.rule.measure == .veto }.map(\.met) == Array(repeating: true, count: 6))
  }

  @Test("a share is 100 % only when all are done")
  func percent() {
    #expect(
      Percent.text(9999, 10000) == "99.9%" && Percent.text(3, 3) == "100.0%" && Percent.text(0, 0) == "—")
  }
}
