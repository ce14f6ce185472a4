import GRDB
import Testing
import YiceIndicators
import YiceLedgers
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

/// 核心指标 that the bureau names, and the veto of those that fail four.
@Suite struct CoreItemTests {
  @Test(
    "core items that the bureau named: four unmet of them are a veto, three are not, an open one is no verdict"
  )
  func core() throws {
    let town = try LedgerTown.programme("X区基本均衡", year: 2013)
    func verdict() throws -> Bool? {
      try town.file.readWithTemporaryTables { db in
        try WorkedYear.with(db, year: 2013, profile: ProfileCatalog.named("basic-2012")) {
          try $0.items(of: LedgerTown.county)
        }
      }.item("N2")?.schools.first { $0.orgCode == "2199000042" }?.met
    }
    #expect(try verdict() == true)
    let thirteenth = RowKey([LedgerTown.county.databaseValue, "C13".databaseValue])
    try town.write { try $0.set(.coreItem, thirteenth, ["active": false]) }
    #expect(try verdict() == nil, "twelve that are all met are not the thirteen that the standard asks for")
    try town.write { try $0.set(.coreItem, thirteenth, ["active": nil as Int?]) }
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
    try town.write { try $0.set(.coreItem, thirteenth, ["active": false]) }
    #expect(try verdict() == false, "four are too many of any number")
    try town.write { try $0.set(.coreItem, thirteenth, ["active": nil as Int?]) }
    let profile = try ProfileCatalog.named("basic-2012")
    let line = try town.file.read { db in
      try Demand.all.flatMap {
        try $0.lines(db, DemandQuestion(year: 2013, today: "2013-12-01", bureau: LedgerTown.county, profile))
      }
    }.first { $0.name == "核心指标" }
    #expect(line?.remark?.hasPrefix("否决 1 所：示例第二小学") == true)
  }
}
