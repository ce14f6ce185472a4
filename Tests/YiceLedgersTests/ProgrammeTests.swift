import Foundation
import GRDB
import Testing
import YiceFormats
import YiceImport
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
    try town.file.read { try ProgrammeStatus($0, today: "2023-01-01", year: year).lines() }
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
    #expect(line("一校一册")?.total == 1)
  }

  @Test("八公山: four stages, 20 departments, and units that ledgers name outside the group are told")
  func bagongshan() throws {
    let lines = try status(load("八公山"), 2022)
    #expect(
      Set(lines.filter { $0.section == "任务" }.map { String($0.name.split(separator: " ")[1]) }).count == 4)
    let people = try #require(lines.first { $0.section == "组织" })
    #expect(people.total == 20 && people.remark == "台账里有而这里没有的单位：各学校、各成员单位")
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
    #expect(try town.number("SELECT count(*) FROM veto_finding WHERE found = 0") == 8)
  }

  @Test("a share is 100 % only when all are done")
  func percent() {
    #expect(
      Percent.text(9999, 10000) == "99.9%" && Percent.text(3, 3) == "100.0%" && Percent.text(0, 0) == "—")
  }
}
