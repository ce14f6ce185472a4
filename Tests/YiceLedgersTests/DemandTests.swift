import GRDB
import Testing
import YiceIndicators
import YiceLedgers
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

/// What programmes ask for of schools and the bureau, from the sheets of samples/programmes.
@Suite struct DemandTests {
  @Test("the head of every query names the columns that it gives, and tables of the catalog")
  func heads() throws {
    let town = try LedgerTown(.county)
    try town.asked(2022) { db, question in
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

  @Test("五包: kinds are data; a school that nobody looks after is named")
  func duties() throws {
    let town = try LedgerTown.programme("西吉", year: 2022)
    let found = try town.rows("duty", 2022)
    #expect(Set(found.map { $0["kind"] ?? "" }).isSuperset(of: ["包乡镇", "包学校", "包学科", "包教师", "包质量"]))
    #expect(found.contains { $0["standing"] == "没有人包" && $0["object"] == "示例第3中心小学" })
    #expect(!found.contains { $0["standing"] == "没有人包" && $0["object"] == "示例第1中心小学" })
  }

  @Test("checks that recur: how often, done, three answers, and names that need not match to the space")
  func checks() throws {
    let town = try LedgerTown.programme("西吉", year: 2022)
    let found = try #require(try town.rows("checks", 2022).first)
    #expect(
      found["often"] == "每学年2次" && found["due"] == "2.0" && found["enough"] == "1.0"
        && found["times"] == "4.0")
    #expect(
      found["yes"] == "1.0" && found["nearly"] == "1.0" && found["no"] == "1.0",
      "学籍 普查 is 学籍普查; the newest counts")
    let late = try #require(try town.lines(2022, today: "2023-09-01")["检查 学籍普查"])
    #expect(late.overdue == late.total - 1)
    #expect(
      try LedgerTown.programme("硚口", year: 2023).lines(2023)["检查 主体自查"]?.done == 1,
      "once a term is twice a year")
  }

  @Test("a blank number of checks is not one, and one item under two spacings is one item")
  func blanks() throws {
    let town = try LedgerTown(.county)
    try town.add(.recurringCheck, ["org_code": LedgerTown.county, "item": "消防检查", "period": "学年"])
    for (day, item) in [
      ("2022-10-01", "消防检查"), ("2022-11-01", "消防 检查"), ("2022-12-01", "用电　检查"), ("2022-12-02", "用电检查"),
    ] {
      try town.add(.checkResult, ["school_year": 2022, "item": item, "done_on": day, "result": "落实"])
    }
    let found = try town.rows("checks", 2022)
    let asked = try #require(found.first { $0["item"] == "消防检查" })
    #expect(asked["often"] == "每学年（次数未填）" && asked["due"] == "" && asked["enough"] == "")
    #expect(asked["times"] == "2.0" && asked["note"] == "应查次数未填，不知道查够没有")
    #expect(found.count == 2 && found.first { $0["kind"] == "（不在目录里）" }?["times"] == "2.0")
    let line = try town.lines(2022, today: "2023-10-01")["检查 消防检查"]
    #expect(line?.done == nil && line?.overdue == nil)
    let school = try town.rows("checks-school", 2022)
    #expect(school.map { $0["number"] } == ["1.0", "2.0", "1.0", "2.0"])
  }

  @Test("what a demand rests on and nobody has confirmed stands under it, and under no other")
  func assumptions() throws {
    let notes = try LedgerTown(.county).asked(2022) { _, question in
      Dictionary(uniqueKeysWithValues: Demand.all.map { ($0.id, question.notes(of: $0).joined()) })
    }
    #expect(
      notes["checks"]?.hasSuffix("（此数未经核实：一学年在校月数 10 个，本程序的约定）（此数未经核实：一学年在校周数 40 个，本程序的约定）") == true)
    #expect(notes["exchange"]?.contains("（此数未经核实：到期前提醒天数 60 天，本程序的约定）") == true)
    #expect(notes["training"]?.contains("未经核实") == false)
  }

  @Test("四个100% is a share of all schools, those that were never checked among them")
  func safety() throws {
    let town = try LedgerTown.programme("西吉", year: 2022)
    let found = try town.rows("safety", 2022)
    let guards = try #require(found.first { $0["item"] == "专职保安员配备" })
    let schools = try #require(guards["schools"].flatMap(Double.init))
    #expect(guards["met"] == "1.0" && guards["share"] == "\((1000 / schools).rounded() / 10)")
    #expect(found.prefix(4).map { $0["kind"] } == Array(repeating: "四个100%", count: 4))
    #expect(try town.lines(2022)["安全 护学岗"]?.remark?.hasPrefix("0.0%，未查") == true)
  }

  @Test(
    "rooms by use, projects of schools that are not founded yet, experiments counted by the school itself")
  func sums() throws {
    let town = try LedgerTown.programme("西吉", year: 2022)
    #expect(try town.rows("rooms", 2022).last?["interactive"] == "340.0")
    let before = try #require(try town.rows("rooms", 2022).last?["multimedia"].flatMap(Double.init))
    for (no, category) in [("M1", "教室"), ("M2", "行政办公用房")] {
      try town.add(
        .room,
        ["school_year": 2022, "room_no": no, "category": category, "multimedia": true, "room_count": 3])
    }
    #expect(
      try town.rows("rooms", 2022).last?["multimedia"] == "\(before + 3)", "an office is no 网络多媒体教室 (R7)")
    let total = try #require(try town.rows("projects-sum", 2022).last)
    #expect(
      total["projects"] == "3.0" && total["founded"] == "1.0" && total["places"] == "2520.0"
        && total["money"] == "11500.0")
    #expect(total["done"] == "1.0" && total["overdue"] == "1.0", "年内 is over")
    let rates = try town.rows("experiments", 2022)
    #expect(rates.first { $0["source"] == "学校汇总" && $0["category"] == "演示" }?["share"] == "90.0")
    #expect(rates.first { $0["source"] == "台账" && $0["category"] == "分组" }?["share"] == "50.0")
  }

  @Test("课堂监测 of a cycle adds up by year")
  func monitoring() throws {
    let found = try LedgerTown.programme("硚口", year: 2023).rows("monitoring", 2023)
    #expect(found.map { $0["so_far"] } == ["40.0", "70.0", "120.0"])
    #expect(found.map { $0["standing"] } == ["按进度", "落后于进度", "已全覆盖"])
  }

  @Test("a cycle of 课堂监测 that is over is followed by the next, which counts from its own first year")
  func nextCycles() throws {
    let town = try LedgerTown(.county)
    for (year, covered) in [(2016, 10), (2018, 90), (2019, 20), (2022, 30), (2023, 40)] {
      try town.add(
        .monitoring,
        [
          "org_code": LedgerTown.county, "school_year": year, "object": "课堂", "covered": covered,
          "total": 100,
        ])
    }
    let found = try town.rows("monitoring", 2023)
    #expect(found.map { $0["cycle"] } == ["2016—2019", "2016—2019", "2019—2022", "2022—2025", "2022—2025"])
    #expect(found.map { $0["so_far"] } == ["10.0", "100.0", "20.0", "30.0", "70.0"])
  }
}
