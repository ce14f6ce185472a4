import GRDB
import Testing
import YiceIndicators
import YiceLedgers
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

/// 三个增长, 一个比例, 两个只增不减.
@Suite struct GrowthTests {
  @Test("三个增长, 一个比例, 两个只增不减 of three years, from four years of money")
  func growth() throws {
    let town = try LedgerTown.programme("八公山", year: 2022)
    let found = try town.rows("growth", 2022)
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
    "pupils are those of the county's own schools, each by its class lists or else by what it stated; averages are no sum"
  )
  func pupils() throws {
    let town = try LedgerTown(.county)
    let other = "2199000002"
    let foreign = "2199000003"
    try town.add(.org, ["org_code": other, "name": "另一小学", "kind": "小学", "county_code": LedgerTown.county])
    try town.add(.org, ["org_code": foreign, "name": "外县小学", "kind": "小学", "county_code": "990102"])
    func state(_ org: String, _ year: Int, _ stage: String, _ pupils: Int) throws {
      try town.add(
        .statement,
        [
          "org_code": org, "school_year": year, "element": "学生数", "stage": stage, "campus": "",
          "value": pupils,
        ])
    }
    func pay(_ org: String, _ year: Int, _ item: String, _ amount: Int) throws {
      try town.add(.finance, ["org_code": org, "fiscal_year": year, "item": item, "amount": amount])
    }
    try town.roll(40, year: 2022)
    try state(LedgerTown.school, 2022, "小学", 999)  // It keeps class lists.
    try state(other, 2022, "", 60)
    try state(LedgerTown.county, 2022, "小学", 5000)
    try state(foreign, 2022, "小学", 700)
    try state(LedgerTown.county, 2021, "小学", 50)
    try state(LedgerTown.county, 2021, "初中", 30)
    try state(foreign, 2021, "小学", 700)
    for year in [2021, 2022] {
      try pay(LedgerTown.school, year, "公用经费", 3000)
      try pay(other, year, "公用经费", 5000)
      try pay(foreign, year, "公用经费", 90_000)
      try pay(LedgerTown.school, year, "教师年平均工资收入", 100_000)
      try pay(other, year, "教师年平均工资收入", 90_000)
    }
    let found = try town.rows("growth", 2022)
    let spent = try #require(found.first { $0["item"] == "生均公用经费逐步增长" })
    #expect(spent["v0"] == "80.0", "8000 for 40 and 60 pupils")
    #expect(spent["v1"] == "100.0", "where no school has any, the county's own 80")
    let wages = try #require(found.first { $0["item"] == "教师工资逐步增长" })
    #expect(wages["v0"] == "" && wages["v1"] == "")
    try pay(LedgerTown.county, 2022, "教师年平均工资收入", 95_000)
    #expect(try town.rows("growth", 2022).first { $0["item"] == "教师工资逐步增长" }?["v0"] == "95000.0")
  }

  @Test(
    "what a person wrote of the veto counts; check tells where the funds say otherwise, and why they say nothing"
  )
  func veto() throws {
    let town = try LedgerTown.programme("八公山", year: 2022)
    func told() throws -> (findings: [Finding], met: Bool?) {
      try town.file.readWithTemporaryTables { db in
        let question = try Question(db, town.file.info, year: 2022, standard: "basic-2012", day: "2023-01-01")
        return try WorkedYear.with(db, question) {
          (
            try $0.check(question).filter { $0.code.hasPrefix("growth-") },
            try $0.items(of: LedgerTown.county).item("W3")?.met
          )
        }
      }
    }
    #expect(try told().findings.map(\.code) == ["growth-unknown"])
    #expect(try told().findings.first?.message.contains("2020年、2022年的数不全") == true)
    let funds = RowKey([LedgerTown.county.databaseValue, 2022.databaseValue, "教育财政拨款".databaseValue])
    try town.write { try $0.set(.finance, funds, ["amount": 350_000_000]) }
    #expect(try told().findings.map(\.code) == ["growth-open"])
    #expect(try told().met == nil)
    try town.add(
      .vetoFinding, ["org_code": LedgerTown.county, "school_year": 2022, "item": "W3", "found": false])
    let differing = try told()
    #expect(
      differing.findings.map(\.code) == ["growth-differs"] && differing.findings.first?.severity == .warning)
    #expect(differing.findings.first?.message.contains("写的是“未发现”，按“经费”2021年、2022年没有达到；以填写的为准") == true)
    #expect(differing.met == true, "the funds decide nothing")
    let written = RowKey([LedgerTown.county.databaseValue, 2022.databaseValue, "W3".databaseValue])
    try town.write { try $0.set(.vetoFinding, written, ["found": true]) }
    #expect(try told().findings == [] && told().met == false)
  }
}
