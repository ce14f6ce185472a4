import GRDB
import Testing
import YiceIndicators
import YiceLedgers
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

/// What programmes ask for of teachers: hours of training, 交流轮岗 and 支教.
@Suite struct TeacherDemandTests {
  @Test("罗定: 每年72学时 beside 五年360学时, both known only where the hours are")
  func training() throws {
    let town = try LedgerTown.programme("罗定", year: 2019)
    let found = try town.rows("training", 2019)
    #expect(
      found.map { $0["of_year"] } == ["是", "否", "未填"] && found.map { $0["of_five"] } == ["是", "未填", "否"])
    #expect(found[0]["sum"] == "368.0" && found[0]["y4"] == "72.0")
    #expect(try town.lines(2019)["培训 5年360学时"]?.done == 1)
    let told = try town.lines(2019)
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

  @Test("how many years of training count is the standard's number, in the register and in G9")
  func trainingYears() throws {
    let town = try LedgerTown.programme("罗定", year: 2019)
    func completed() throws -> Double? {
      try town.file.readWithTemporaryTables { db in
        let profile = try Profile.load(from: db, orgCode: LedgerTown.county)
        return try WorkedYear.with(db, year: 2019, profile: profile) { try $0.items(of: LedgerTown.county) }
      }.item("G9")?.ofSchools["2199000021"]?.first?.value
    }
    // Of three teachers one is known not to have them and one is not known.
    #expect(try completed() == 50)
    try town.add(
      .threshold,
      [
        "org_code": LedgerTown.county, "profile": "programme", "indicator": "training_years", "stage": "",
        "value": 4,
        "basis": "试",
      ])
    let found = try town.rows("training", 2019)
    #expect(found[0]["sum"] == "296.0" && found[0]["of_five"] == "否", "without 2015")
    #expect(try completed() == 0)
  }

  @Test("the register of stays: 3 years of 轮岗 and 2 of 支教 less a summer, what ends too early, what ends soon")
  func exchange() throws {
    let town = try LedgerTown.programme("西吉", year: 2022)
    #expect(
      try town.rows("exchange", 2022, today: "2022-08-01").map { $0["standing"] } == [
        "期满", "年限不足", "未开始", "即将期满",
      ])
    let told = try #require(try town.lines(2022, today: "2023-01-01")["交流 交流轮岗"])
    #expect(told.total == 3 && told.overdue == 1 && told.remark == "骨干占 33.3%，年限不足 1")
    let years = try town.rows("exchange-years", 2022).filter { $0["kind"] == "交流轮岗和支教" }
    let before = try #require(years.first { $0["note"] == "上一年度（表Ⅳ）" })
    #expect(before["year"] == "2021—2022" && before["teachers"] == "3.0" && before["share"] == "66.7")
    // 表Ⅳ: where no teacher register tells it, the stays of the year before do.
    try town.add(
      .teacher,
      [
        "org_code": "2199000011", "school_year": 2022, "teacher_no": "T1", "name": "甲", "full_time": 1,
        "stage": "小学", "rotation_due": 1,
      ])
    try town.add(
      .classRoll,
      [
        "org_code": "2199000011", "school_year": 2022, "stage": "小学", "entry_year": 2021, "class_no": 1,
        "head_count": 40,
        "grade": 2,
      ])
    let item = try town.file.readWithTemporaryTables {
      try WorkedYear.with($0, year: 2022, profile: ProfileCatalog.named("national-2017")) {
        try $0.items(of: LedgerTown.county)
      }
    }.item("G11")
    #expect(
      item?.ofSchools["2199000011"]?.map(\.value) == [200, 50],
      "two were away in 2021, one of them 骨干; one could have gone")
  }
}
